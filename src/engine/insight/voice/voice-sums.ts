/** Sums of answers: by segment, month, theme and history, and how those who answered differ from those who did not. */
import type { EventKind, Property } from '../../../core/catalog/index.ts'
import {
  compareGroups,
  type AnswerCounts,
  type Compared,
  type ThemeCount,
  type VoiceScale,
} from '../../../core/insight/index.ts'
import { id, join, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Share } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { groupRows } from '../basis/groups.ts'
import { everybody, eventRows, instantOf, purchases } from '../basis/rows.ts'
import { amountTotals } from '../basis/spend.ts'
import { monthNumber, monthOf, monthStart, monthText } from '../movement/months.ts'
import type { ReportContext } from '../report/kind.ts'
import { figuresOf } from '../segments/figures.ts'
import { numberSums, withSources } from '../segments/sums.ts'
import { answerRows, lastAnswers, type SurveySource } from './surveys.ts'

const DAY_MS = 86_400_000

/** What is looked at. */
export interface VoiceScope {
  readonly source: SurveySource
  readonly days: number
  /** A ticket that took longer counts as answered late. */
  readonly hours: number
}

/** Answers of one group or month to one survey, and how many could have answered. */
export interface AnswerRow {
  readonly k: string
  readonly score: number
  readonly n: number
}

/** `customer_key` of those who could have answered: asked where that is told, else active. */
export function reachable(context: ReportContext, scope: VoiceScope): Sql {
  const rows = reachedRows(context, scope, context.asOf - scope.days * DAY_MS)
  if (rows === undefined) return everybody(context)
  return sql`SELECT DISTINCT customer_key FROM (${rows}) WHERE ${among(everybody(context))}`
}

/** When since an instant they could have: `customer_key`, `at`; undefined where nothing tells. */
function reachedRows(
  context: ReportContext,
  { source: { asked } }: VoiceScope,
  since: number,
): Sql | undefined {
  const after = sql`at > ${instantOf(since)}`
  if (asked !== undefined)
    return sql`SELECT customer_key, at FROM ${eventRows(context, asked)} AND ${after}`
  const bought = purchases(context)
  return bought === undefined
    ? undefined
    : sql`SELECT customer_key, at FROM (${bought}) WHERE ${after}`
}

/** By group: answers, and those who could have answered with those of them who did. */
export async function byGroup(
  context: ReportContext,
  scope: VoiceScope,
): Promise<{
  readonly answers: ReadonlyMap<number, readonly AnswerRow[]>
  readonly rates: ReadonlyMap<number, ReadonlyMap<string, Share>>
}> {
  const last = lastAnswers(context, scope.source, scope.days)
  const [rows, rates] = await Promise.all([
    context.query<{ g: number; k: string; score: number; n: string }>(
      sql`SELECT arrayJoin(groups) AS g, k, score, count() AS n
        FROM (${last}) AS a INNER JOIN (${groupRows(context)}) AS b USING (customer_key) GROUP BY g, k, score`,
    ),
    context.query<{ g: number; k: string; n: string }>(
      sql`SELECT arrayJoin(groups) AS g, arrayJoin(arrayConcat([''], ks)) AS k, count() AS n FROM (
          SELECT customer_key, groups, ks FROM (SELECT customer_key FROM (${reachable(context, scope)})) AS r
          INNER JOIN (${groupRows(context)}) AS b USING (customer_key)
          LEFT JOIN (SELECT customer_key, groupArray(concat('=', k)) AS ks FROM (${last}) GROUP BY customer_key) AS a USING (customer_key))
        GROUP BY g, k`,
    ),
  ])
  const answers = new Map<number, AnswerRow[]>()
  for (const { g, k, score, n } of rows) {
    const own = answers.get(Number(g)) ?? []
    own.push({ k, score, n: Number(n) })
    answers.set(Number(g), own)
  }
  const counts = new Map<number, Map<string, number>>()
  for (const { g, k, n } of rates) {
    const own = counts.get(Number(g)) ?? new Map<string, number>()
    own.set(k, Number(n))
    counts.set(Number(g), own)
  }
  return {
    answers,
    rates: new Map(
      [...counts].map(([g, own]) => {
        const n = own.get('') ?? 0
        const shares = [...own].map(([k, hits]): [string, Share] => [k.slice(1), { hits, n }])
        return [g, new Map(shares)]
      }),
    ),
  }
}

/** Answers by local month, oldest first; the last answer of each customer in a month counts. */
export interface MonthRow {
  /** ISO day of the month's first. */
  readonly month: string
  readonly answers: readonly AnswerRow[]
  /** By survey: of those who could have answered in the month, those who did in it. */
  readonly rates: ReadonlyMap<string, Share>
}

/** Whole months from the one that the days begin in, those without answers too. */
export async function byMonth(
  context: ReportContext,
  scope: VoiceScope,
): Promise<readonly MonthRow[]> {
  const { timeZone } = context.current.programme
  const first = monthNumber(context.asOf - scope.days * DAY_MS, timeZone)
  const start = monthStart(first, timeZone)
  const rows = answerRows(context, scope.source, start - 1)
  const month = monthOf(sql`at`, timeZone)
  const reached = reachedRows(context, scope, start - 1)
  const [found, rates] = await Promise.all([
    context.query<{ m: number; k: string; score: number; n: string }>(
      sql`SELECT m, k, score, count() AS n FROM (
          SELECT customer_key, ${month} AS m, k, argMax(score, (at, id)) AS score FROM (${rows}) GROUP BY customer_key, m, k)
        GROUP BY m, k, score`,
    ),
    reached === undefined
      ? []
      : context.query<{ m: number; k: string; n: string }>(
          sql`SELECT m, arrayJoin(arrayConcat([''], ks)) AS k, count() AS n FROM (
              SELECT DISTINCT customer_key, ${month} AS m FROM (${reached}) WHERE ${among(everybody(context))}) AS r
            LEFT JOIN (SELECT customer_key, ${month} AS m, groupUniqArray(concat('=', k)) AS ks FROM (${rows}) GROUP BY customer_key, m) AS a
            USING (customer_key, m) GROUP BY m, k`,
        ),
  ])
  const months = Map.groupBy(found, ({ m }) => Number(m))
  const byOne = Map.groupBy(rates, ({ m }) => Number(m))
  const last = monthNumber(context.asOf, timeZone)
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const counts = new Map((byOne.get(first + i) ?? []).map(({ k, n }) => [k, Number(n)]))
    const n = counts.get('') ?? 0
    return {
      month: `${monthText(first + i)}-01`,
      answers: (months.get(first + i) ?? []).map((row) => ({ ...row, n: Number(row.n) })),
      rates: new Map([...counts].map(([k, hits]) => [k.slice(1), { hits, n }])),
    }
  })
}

/** Themes of one survey's last answers. */
export async function byTheme(
  context: ReportContext,
  { source, days }: VoiceScope,
  badTo: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, { readonly themes: readonly ThemeCount[]; readonly named: Share }>> {
  if (source.topics === undefined) return new Map()
  const last = lastAnswers(context, source, days)
  const rows = await context.query<{ k: string; t: string; score: number; n: string }>(
    sql`SELECT k, arrayJoin(arrayConcat([''], arrayMap(x -> concat('=', x), arrayDistinct(topics)))) AS t, score, count() AS n
      FROM (${last}) WHERE notEmpty(topics) GROUP BY k, t, score`,
  )
  const found = new Map<string, Map<string, { unhappy: number; n: number }>>()
  for (const { k, t, score, n } of rows) {
    const own = found.get(k) ?? new Map<string, { unhappy: number; n: number }>()
    const one = own.get(t) ?? { unhappy: 0, n: 0 }
    one.n += Number(n)
    if (score <= (badTo.get(k) ?? -Infinity)) one.unhappy += Number(n)
    own.set(t, one)
    found.set(k, own)
  }
  return new Map(
    [...found].map(([k, own]) => {
      const all = own.get('') ?? { unhappy: 0, n: 0 }
      const themes = [...own].flatMap(([t, one]) =>
        t === '' ? [] : [{ theme: t.slice(1), ...one }],
      )
      return [k, { themes, named: { hits: all.unhappy, n: all.n } }]
    }),
  )
}

/** Kinds of trouble that a customer can have had. */
export const PROBLEMS = ['ticket', 'refund', 'late'] as const
export type ProblemSource = (typeof PROBLEMS)[number]

/** The event and property that say how long a ticket took. */
export function solvedIn({
  current,
  meaning,
}: ReportContext): { readonly event: EventKind; readonly hours: Property } | undefined {
  for (const event of Object.values(current.programme.catalogue.events)) {
    const isCare =
      event.role === 'ticket' ||
      /ticket|case|incid|chamado|demande|support|complaint/i.test(event.name)
    const hours = Object.values(event.properties).find(
      (p) =>
        p.type === 'number' && /hour|hora|heure/i.test(p.name) && p.sensitivity !== 'sensitive',
    )
    if (isCare && hours !== undefined && event !== meaning.purchase) return { event, hours }
  }
  return undefined
}

/** Which kinds of trouble the catalogue tells of, with rows `customer_key`, `at`. */
export function problemRows(
  context: ReportContext,
  hours: number,
): ReadonlyMap<ProblemSource, Sql> {
  const { ticket, refund } = context.meaning
  const solved = solvedIn(context)
  const out = new Map<ProblemSource, Sql>()
  const of = (event: EventKind): Sql =>
    sql`SELECT customer_key, at FROM ${eventRows(context, event)}`
  if (ticket !== undefined) out.set('ticket', of(ticket))
  if (refund !== undefined) out.set('refund', of(refund))
  if (solved !== undefined)
    out.set(
      'late',
      sql`${of(solved.event)} AND toFloat64(${id(`p_${solved.hours.name}`)}) > ${value(hours, 'Float64')}`,
    )
  return out
}

/** Last answers by what went before them. */
export interface HistoryRow extends AnswerRow {
  /** Bits in the order of `PROBLEMS`: trouble within so many days before the answer. */
  readonly before: number
  /** The same up to the report's instant. */
  readonly now: number
  /** At least so much spend: a customer whom one would not lose. */
  readonly isHigh: boolean
  readonly spend: number
}

/** The kinds of trouble of `es` after one instant and up to another. */
function bits(from: Sql, to: Sql): Sql {
  return sql`arrayFold((acc, e) -> bitOr(acc, if(e.1 > ${from} AND e.1 <= ${to}, e.2, toUInt8(0))), es, toUInt8(0))`
}

/** Answers with the trouble before them and the customer's spend. Cost: one pass over tickets, refunds and purchases. */
export async function byHistory(
  context: ReportContext,
  { source, days, hours }: VoiceScope,
  highSpend: number,
): Promise<readonly HistoryRow[]> {
  const problems = [...problemRows(context, hours)]
  const events = problems.map(
    ([kind, rows]) =>
      sql`SELECT customer_key, toUnixTimestamp64Milli(at) AS t, toUInt8(${value(1 << PROBLEMS.indexOf(kind), 'UInt8')}) AS b FROM (${rows})`,
  )
  const none = sql`SELECT toUInt64(0) AS customer_key, toInt64(0) AS t, toUInt8(0) AS b WHERE 0`
  const trouble = sql`SELECT customer_key, groupArray((t, b)) AS es FROM (${join(events.length > 0 ? events : [none], ' UNION ALL ')}) GROUP BY customer_key`
  const window = value(days * DAY_MS, 'Int64')
  const now = value(context.asOf, 'Int64')
  const spent =
    context.meaning.purchase === undefined
      ? sql`SELECT toUInt64(0) AS customer_key, toFloat64(0) AS net WHERE 0`
      : sql`SELECT customer_key, net FROM (${amountTotals(context, { days })})`
  const rows = await context.query<{
    k: string
    score: number
    before: number
    now: number
    high: number
    n: string
    spend: number
  }>(
    sql`SELECT k, score, before, now, high, count() AS n, sum(money) AS spend FROM (
        SELECT k, score, ${bits(sql`t - ${window}`, sql`t`)} AS before, ${bits(sql`${now} - ${window}`, now)} AS now,
          ifNull(net, 0) AS money, toUInt8(money >= ${value(highSpend, 'Float64')}) AS high
        FROM (SELECT customer_key, k, score, toUnixTimestamp64Milli(at) AS t FROM (${lastAnswers(context, source, days)})) AS a
        LEFT JOIN (${trouble}) AS p USING (customer_key) LEFT JOIN (${spent}) AS s USING (customer_key))
      GROUP BY k, score, before, now, high`,
  )
  return rows.map(({ high, n, before, now: today, ...row }) => ({
    ...row,
    before: Number(before),
    now: Number(today),
    isHigh: Number(high) === 1,
    n: Number(n),
  }))
}

/** Figures in which those who answer may differ from those who do not. */
const BIAS_KEYS: ReadonlySet<string> = new Set([
  'orders',
  'gap',
  'recency',
  'spend',
  'averageOrder',
  'discounted',
  'tenure',
  'age',
  'tickets',
  'refunded',
  'opened',
])

/** Who answered anything against who could have and did not. */
export async function bias(
  context: ReportContext,
  scope: VoiceScope,
): Promise<readonly Compared[]> {
  const { figures, sources } = figuresOf(context, scope.days)
  const chosen = figures.filter(({ key }) => BIAS_KEYS.has(key))
  const who = sql`SELECT customer_key FROM (${lastAnswers(context, scope.source, scope.days)})`
  const groups = sql`SELECT customer_key, toUInt8(customer_key IN (${who})) AS of_, toUInt8(1 - of_) AS against_
    FROM (${reachable(context, scope)})`
  const sums = await numberSums(context, withSources(groups, sources), chosen)
  return compareGroups({ ...sums, words: [], uses: new Set(), against: 'group' })
}

/** How many of the bounds lie below a column. */
function place(column: Sql, at: readonly number[] | undefined): Sql {
  return sql`arrayCount(x -> x < ${column}, ${value([...(at ?? [])].filter(Number.isFinite), 'Array(Float64)')})`
}

/** Strata of those who could have answered, by fourths of orders and of spend, with the answers of each. */
export async function byStratum(
  context: ReportContext,
  scope: VoiceScope,
): Promise<
  readonly { readonly customers: number; readonly answers: ReadonlyMap<string, AnswerCounts> }[]
> {
  if (context.meaning.purchase === undefined) return []
  const { days, source } = scope
  const people = sql`SELECT r.customer_key AS customer_key, toFloat64(ifNull(orders, 0)) AS orders, ifNull(net, 0) AS net
    FROM (${reachable(context, scope)}) AS r LEFT JOIN (${amountTotals(context, { days })}) AS s ON r.customer_key = s.customer_key`
  const [cuts] = await context.query<{ o: readonly number[]; s: readonly number[] }>(
    sql`SELECT quantilesExact(0.25, 0.5, 0.75)(orders) AS o, quantilesExact(0.25, 0.5, 0.75)(net) AS s FROM (${people})`,
  )
  const rows = await context.query<{ h: number; k: string; score: number; n: string }>(
    sql`SELECT h, part.1 AS k, part.2 AS score, count() AS n FROM (
        SELECT ${place(sql`orders`, cuts?.o)} * 4 + ${place(sql`net`, cuts?.s)} AS h,
          arrayJoin(arrayConcat([('', toFloat64(0))], arrayMap(x -> (concat('=', x.1), x.2), own))) AS part
        FROM (${people}) AS p LEFT JOIN (SELECT customer_key, groupArray((k, score)) AS own FROM (${lastAnswers(context, source, days)}) GROUP BY customer_key) AS a USING (customer_key))
      GROUP BY h, k, score`,
  )
  const strata = new Map<
    number,
    { customers: number; answers: Map<string, { score: number; n: number }[]> }
  >()
  for (const { h, k, score, n } of rows) {
    const own = strata.get(Number(h)) ?? { customers: 0, answers: new Map() }
    strata.set(Number(h), own)
    if (k === '') own.customers += Number(n)
    else {
      const key = k.slice(1)
      own.answers.set(key, [...(own.answers.get(key) ?? []), { score, n: Number(n) }])
    }
  }
  return [...strata.values()]
}

/** Answers of one survey. */
export function ofSurvey(rows: readonly AnswerRow[], key: string): AnswerCounts {
  const counts = new Map<number, number>()
  for (const { k, score, n } of rows) if (k === key) counts.set(score, (counts.get(score) ?? 0) + n)
  return [...counts].map(([score, n]) => ({ score, n }))
}

/** Where unhappy begins, by survey. */
export function lowBounds(
  surveys: readonly { readonly key: string; readonly scale: VoiceScale }[],
): ReadonlyMap<string, number> {
  return new Map(surveys.map(({ key, scale }) => [key, scale.badTo]))
}
