/** Counts and sums by local month or week. */
import { localDate, periodStart, startOfLocalDay, type Instant } from '../../../core/base/index.ts'
import { propertyColumn, type EventKind } from '../../../core/catalog/index.ts'
import type { YearChange } from '../../../core/insight/index.ts'
import { id, join, sql, value, type Sql } from '../../../core/sql/index.ts'
import { among } from '../basis/context.ts'
import { everybody, eventRows, instantOf, membersOf, purchases, refunds } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { fromBirth } from '../weak/step-sums.ts'

/** The periods asked about, oldest first; the last one is still running. */
export interface Periods {
  readonly each: 'month' | 'week'
  /** First days. */
  readonly days: readonly string[]
  readonly from: Instant
}

/** The last `last` whole periods and the one that runs. */
export function periodsOf(
  { asOf, current }: Pick<ReportContext, 'asOf' | 'current'>,
  each: 'month' | 'week',
  last: number,
): Periods {
  const { timeZone } = current.programme
  const today = localDate(asOf, timeZone)
  const days = Array.from({ length: last + 1 }, (_, i) => periodStart(today, each, last - i))
  return { each, days, from: startOfLocalDay(days[0] ?? today, timeZone) }
}

/** What happened in one period. */
export interface PeriodSums {
  readonly customers: number
  readonly newCustomers: number
  readonly orders: number
  readonly spend: number
  readonly refunds: number
  readonly sent: number
  readonly opened: number
  readonly clicked: number
  readonly tickets: number
  readonly answers: number
  readonly score: number
}

const NOTHING: PeriodSums = {
  customers: 0,
  newCustomers: 0,
  orders: 0,
  spend: 0,
  refunds: 0,
  sent: 0,
  opened: 0,
  clicked: 0,
  tickets: 0,
  answers: 0,
  score: 0,
}

/** By first day of the period. Cost: one pass over each event that the figures speak of, within the periods. */
export async function periodSums(
  context: ReportContext,
  periods: Periods,
  { segment, start }: { readonly segment: string | undefined; readonly start: number },
): Promise<ReadonlyMap<string, PeriodSums>> {
  const keys = segment === undefined ? everybody(context) : membersOf(context, segment)
  const parts = partsOf(context, periods, { who: among(keys), start })
  if (parts.length === 0) return new Map()
  const rows = await context.query<{ p: string; w: keyof PeriodSums; v: number }>(
    sql`SELECT toString(p) AS p, w, toFloat64(v) AS v FROM (${join(parts, ' UNION ALL ')})`,
  )
  const out = new Map<string, Record<keyof PeriodSums, number>>()
  for (const { p, w, v } of rows) {
    const sums = out.get(p) ?? { ...NOTHING }
    sums[w] += v
    out.set(p, sums)
  }
  return out
}

/** Where no trait tells since when somebody is a customer, three months of silence before the first purchase do. */
const UNSEEN_DAYS = 90

function partsOf(
  context: ReportContext,
  periods: Periods,
  { who, start: begun }: { readonly who: Sql; readonly start: number },
): readonly Sql[] {
  const { meaning, current } = context
  const zone = value(current.programme.timeZone, 'String')
  const since = sql`at >= ${instantOf(periods.from)}`
  // Calendar dates, whatever clock the shop keeps.
  const start =
    periods.each === 'month'
      ? sql`toStartOfMonth(toDate32(at, ${zone}))`
      : sql`toMonday(toDate32(at, ${zone}))`
  const part = (name: keyof PeriodSums, figure: Sql, rows: Sql): Sql =>
    sql`SELECT ${start} AS p, ${value(name, 'String')} AS w, toFloat64(${figure}) AS v FROM ${rows} AND ${since} AND ${who} GROUP BY p`
  const counted = (name: keyof PeriodSums, event: EventKind | undefined): readonly Sql[] =>
    event === undefined ? [] : [part(name, sql`count()`, eventRows(context, event))]
  const bought = purchases(context)
  const back = refunds(context)
  const { survey } = meaning
  const asked =
    survey === undefined
      ? undefined
      : sql`${eventRows(context, survey.event)}${
          survey.only === undefined
            ? sql``
            : sql` AND ${id(propertyColumn(survey.only[0]))} = ${value(survey.only[1], 'String')}`
        } AND isNotNull(${id(propertyColumn(survey.score.name))})`
  return [
    ...(bought === undefined
      ? []
      : [
          part('customers', sql`uniqExact(customer_key)`, sql`(${bought}) WHERE 1`),
          part('orders', sql`count()`, sql`(${bought}) WHERE 1`),
          part('spend', sql`sum(amount)`, sql`(${bought}) WHERE 1`),
          part(
            'newCustomers',
            sql`count()`,
            sql`(${firstPurchases(context, bought, begun)}) WHERE 1`,
          ),
        ]),
    ...(back === undefined ? [] : [part('spend', sql`-sum(amount)`, sql`(${back}) WHERE 1`)]),
    ...counted('refunds', meaning.refund),
    ...counted('sent', meaning.emailSent),
    ...counted('opened', meaning.emailOpened),
    ...counted('clicked', meaning.emailClicked),
    ...counted('tickets', meaning.ticket),
    ...(survey === undefined || asked === undefined
      ? []
      : [
          part('answers', sql`count()`, asked),
          part('score', sql`sum(toFloat64(${id(propertyColumn(survey.score.name))}))`, asked),
        ]),
  ]
}

/** `customer_key`, `at` of first purchases that are known to be the first. */
function firstPurchases(context: ReportContext, bought: Sql, start: number): Sql {
  const firsts = sql`SELECT customer_key, toUnixTimestamp64Milli(min(at)) AS first FROM (${bought}) GROUP BY customer_key`
  const born = fromBirth(context, firsts, { start, unseen: UNSEEN_DAYS })
  return sql`SELECT customer_key, fromUnixTimestamp64Milli(first, 'UTC') AS at FROM (${born})`
}

const YEAR_MS = 365 * 86_400_000

/** Buyers, purchases and net spend of the last 365 days and of the 365 before, with each customer's differences squared. */
export async function yearChanges(
  context: ReportContext,
  { segment, start }: { readonly segment: string | undefined; readonly start: number },
): Promise<Readonly<Partial<Record<'customers' | 'orders' | 'spend', YearChange>>>> {
  const bought = purchases(context)
  if (bought === undefined || start > context.asOf - 2 * YEAR_MS) return {}
  const back = refunds(context)
  const keys = segment === undefined ? everybody(context) : membersOf(context, segment)
  const middle = instantOf(context.asOf - YEAR_MS)
  const first = instantOf(context.asOf - 2 * YEAR_MS)
  const union = sql`SELECT customer_key, at, 1 AS o, amount FROM (${bought})${
    back === undefined
      ? sql``
      : sql` UNION ALL SELECT customer_key, at, 0 AS o, -amount AS amount FROM (${back})`
  }`
  const [row] = await context.query<Record<string, string | number | null>>(
    sql`SELECT countIf(o0 > 0) AS c0, countIf(o1 > 0) AS c1, countIf((o0 > 0) != (o1 > 0)) AS cq,
        sum(o0) AS n0, sum(o1) AS n1, sum((toFloat64(o1) - o0) * (toFloat64(o1) - o0)) AS nq, sum(b0) AS s0, sum(b1) AS s1, sum((b1 - b0) * (b1 - b0)) AS sq
      FROM (SELECT customer_key, countIf(o = 1 AND at > ${middle}) AS o1, countIf(o = 1 AND at <= ${middle}) AS o0,
          sumIf(amount, at > ${middle}) AS b1, sumIf(amount, at <= ${middle}) AS b0
        FROM (${union}) WHERE at > ${first} AND ${among(keys)} GROUP BY customer_key)`,
  )
  const change = (letter: 'c' | 'n' | 's'): YearChange => ({
    before: Number(row?.[`${letter}0`] ?? 0),
    after: Number(row?.[`${letter}1`] ?? 0),
    squares: Number(row?.[`${letter}q`] ?? 0),
  })
  return { customers: change('c'), orders: change('n'), spend: change('s') }
}
