/** What serving customers cost in the last days, by the `costs:` of tessera.yaml: charged to whoever caused it, the rest idle. */
import type { Costs } from '../../../core/catalog/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { amountOf, eventRows, everybody, instantOf } from '../basis/rows.ts'
import { fieldCalled } from '../model/meaning.ts'
import type { ReportContext } from '../report/kind.ts'
import { allocate, type Allocation } from './allocate.ts'

const DAY_MS = 86_400_000
/** Pools are told by the month: a twelfth of 365.25 days. */
const MONTH_DAYS = 365.25 / 12

/** An event that costs the same each time. */
export interface UnitCost {
  readonly event: string
  readonly count: number
  readonly unitCost: number
  readonly cost: number
}

/** What was spent in these days, and for what. */
export interface Spending {
  readonly days: number
  readonly pools: readonly Allocation[]
  readonly each: readonly UnitCost[]
  /** Amounts that are costs themselves, by `event.property`, with their factors. */
  readonly amounts: Readonly<Record<string, number>>
}

/** Charges the pools by what happened to everybody known in the last days. Cost: one count per event named. */
export async function spendingOf(
  context: ReportContext,
  { pools, each, amounts }: Costs,
  days: number,
): Promise<Spending> {
  const named = [
    ...Object.values(pools).flatMap(({ minutes }) => Object.keys(minutes)),
    ...Object.keys(each),
  ]
  const counts = await countsOf(context, [...new Set(named)].toSorted(), days)
  const months = days / MONTH_DAYS
  const ofDays = Object.entries(pools).map(([name, { monthly, capacity, minutes }]) => [
    name,
    {
      cost: monthly * months,
      ...(capacity === undefined ? {} : { capacity: capacity * months }),
      uses: minutes,
    },
  ])
  return {
    days,
    pools: allocate(Object.fromEntries(ofDays), counts),
    each: Object.entries(each).map(([event, unitCost]) => {
      const count = counts.get(event) ?? 0
      return { event, count, unitCost, cost: count * unitCost }
    }),
    amounts,
  }
}

/** One row or more per customer whom something was spent on: `customer_key`, `cost`. Undefined where there is nothing to charge. */
export function chargedRows(context: ReportContext, spending: Spending): Sql | undefined {
  const { days, pools, each, amounts } = spending
  const units = new Map<string, number>()
  for (const { event, unitCost } of [...pools.flatMap(({ uses }) => uses), ...each])
    units.set(event, (units.get(event) ?? 0) + unitCost)
  const timed = [...units].map(
    ([event, cost]) =>
      sql`SELECT customer_key, ${value(cost, 'Float64')} AS cost FROM (${occurrences(context, event, days)})`,
  )
  const direct = Object.entries(amounts).flatMap(([path, factor]) => {
    const amount = amountRows(context, path, days)
    return amount === undefined
      ? []
      : [sql`SELECT customer_key, amount * ${value(factor, 'Float64')} AS cost FROM (${amount})`]
  })
  const all = [...timed, ...direct]
  return all.length === 0 ? undefined : join(all, ' UNION ALL ')
}

/** Events of the last days of everybody known, so that what is charged to customers adds up to the pools. */
async function countsOf(
  context: ReportContext,
  events: readonly string[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const name of events) {
    const [row] = await context.query<{ n: number }>(
      sql`SELECT toFloat64(count()) AS n FROM (${occurrences(context, name, days)})`,
    )
    counts.set(name, row?.n ?? 0)
  }
  return counts
}

function occurrences(context: ReportContext, name: string, days: number): Sql {
  const event = context.current.programme.catalogue.events[name]
  if (event === undefined) return raw('SELECT toUInt64(0) AS customer_key WHERE 0')
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  return sql`SELECT customer_key FROM ${eventRows(context, event)} AND ${since} AND customer_key IN (${everybody(context)})`
}

function amountRows(context: ReportContext, path: string, days: number): Sql | undefined {
  const [name = '', ...rest] = path.split('.')
  const event = context.current.programme.catalogue.events[name]
  const field = event === undefined ? undefined : fieldCalled(event, rest.join('.'))
  if (event === undefined || field === undefined) return undefined
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  return sql`SELECT customer_key, ${amountOf(context, field)} AS amount FROM ${eventRows(context, event)} AND ${since}
    AND customer_key IN (${everybody(context)})`
}
