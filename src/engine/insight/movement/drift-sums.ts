/** Sums of one month over the members that segments had at its beginning, and over all others who are active. */
import { discountedWithin, textsWithin } from '../../../core/plan/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { among } from '../basis/context.ts'
import { amountOf, eventRows, everybody, instantOf, localDayOf, refunds } from '../basis/rows.ts'
import type { PastReading } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { monthStart } from './months.ts'
import { stateThen } from './states.ts'

/** What is added up. */
export interface DriftSums {
  readonly members: number
  readonly buyers: number
  readonly orders: number
  /** Of purchases. */
  readonly amount: number
  /** Net of refunds. */
  readonly spend: number
  readonly discounted: number
  readonly gaps: number
  readonly gapDays: number
  /** Purchases by channel, in the order asked for. */
  readonly channels: readonly number[]
}

/** One month: sums of segments in the order asked for, and of all others who bought in the year before it. */
export interface DriftMonth {
  readonly month: number
  readonly segments: readonly DriftSums[]
  readonly others: readonly DriftSums[]
  readonly readings: readonly (PastReading | undefined)[]
}

/** Longer gaps would be seen the more the longer the data are known. */
const GAP_DAYS = 180
const DAY_MS = 86_400_000

/** The place of everybody. */
const ALL = 65_535

/** Channels through which at least a twentieth of the last year's purchases came, most first; at most four. */
export async function channelsOf(context: ReportContext): Promise<readonly string[]> {
  const { purchase, channel } = context.meaning
  if (purchase === undefined || channel === undefined) return []
  const since = instantOf(context.asOf - 365 * DAY_MS)
  const rows = await context.query<{ c: string; n: string }>(
    sql`SELECT c, count() AS n FROM (SELECT arrayJoin(${textsWithin(channel)}) AS c FROM ${eventRows(context, purchase)} AND at > ${since})
      GROUP BY c ORDER BY n DESC, c LIMIT 12`,
  )
  const total = rows.reduce((sum, { n }) => sum + Number(n), 0)
  return rows
    .filter(({ n }) => Number(n) >= total / 20)
    .slice(0, 4)
    .map(({ c }) => c)
}

/** Cost: about one evaluation as of the month's beginning, and one pass over seven months of purchases. */
export async function driftMonth(
  context: ReportContext,
  month: number,
  of: { readonly segments: readonly string[]; readonly channels: readonly string[] },
): Promise<DriftMonth> {
  const { timeZone } = context.current.programme
  const [start, end] = [monthStart(month, timeZone), monthStart(month + 1, timeZone)]
  const { members, readings } = await stateThen(context, of.segments, start - 1)
  const active = activeBefore(context, start)
  const all = sql`${members} UNION ALL SELECT customer_key, toUInt16(${raw(String(ALL))}) AS place FROM (${active})`
  const facts = monthFacts(context, { start, end, channels: of.channels })
  const rows = await context.query<Row>(
    sql`SELECT place, customer_key IN (${active}) AS live, [toFloat64(count()), toFloat64(countIf(ifNull(orders, 0) > 0)), ${join(
      ['orders', 'amount', 'spend', 'cuts', 'gaps', 'gap_days'].map(
        (name) => sql`sum(toFloat64(ifNull(${raw(name)}, 0)))`,
      ),
      ', ',
    )}] AS f, sumForEach(by_channel) AS c
      FROM (${all}) AS m ANY LEFT JOIN (${facts}) AS t ON m.customer_key = t.customer_key GROUP BY place, live`,
  )
  const at = (place: number, isLive: boolean): readonly number[] => {
    const row = rows.find(
      (one) => Number(one.place) === place && Number(one.live) === Number(isLive),
    )
    const channels = of.channels.map((_, i) => Number(row?.c[i] ?? 0))
    return [...Array.from({ length: PLAIN }, (_, i) => Number(row?.f[i] ?? 0)), ...channels]
  }
  const whole = at(ALL, true)
  const places = of.segments.map((_, place) => [at(place, true), at(place, false)] as const)
  return {
    month,
    readings,
    segments: places.map(([live, quiet]) => sumsOf(live.map((one, i) => one + (quiet[i] ?? 0)))),
    others: places.map(([live]) => sumsOf(whole.map((one, i) => one - (live[i] ?? 0)))),
  }
}

interface Row {
  readonly place: number
  readonly live: number
  readonly f: readonly number[]
  readonly c: readonly number[]
}

/** Figures of a row before those of channels. */
const PLAIN = 8

function sumsOf(figures: readonly number[]): DriftSums {
  const [members = 0, buyers = 0, orders = 0, amount = 0, spend = 0, discounted = 0, ...rest] =
    figures
  const [gaps = 0, gapDays = 0, ...channels] = rest
  return { members, buyers, orders, amount, spend, discounted, gaps, gapDays, channels }
}

/** Who bought in the year before: the longer the data are known, the more of those known are gone. */
function activeBefore(context: ReportContext, start: number): Sql {
  const { purchase } = context.meaning
  if (purchase === undefined) return sql`SELECT toUInt64(0) AS customer_key WHERE 0`
  const since = instantOf(start - 365 * DAY_MS)
  return sql`SELECT DISTINCT customer_key FROM ${eventRows(context, purchase)}
    AND at >= ${since} AND at < ${instantOf(start)} AND ${among(everybody(context))}`
}

/** One row per customer who did anything in the month; purchases of half a year before tell the gaps. */
function monthFacts(
  context: ReportContext,
  { start, end, channels }: { start: number; end: number; channels: readonly string[] },
): Sql {
  const { purchase, amount, discount, channel } = context.meaning
  if (purchase === undefined)
    return sql`SELECT toUInt64(0) AS customer_key, 0 AS orders, 0 AS amount, 0 AS spend, 0 AS cuts, 0 AS gaps, 0 AS gap_days, [toFloat64(0)] AS by_channel WHERE 0`
  const within = sql`at >= ${instantOf(start - GAP_DAYS * DAY_MS)} AND at < ${instantOf(end)}`
  const sum = amount === undefined ? raw('toFloat64(0)') : amountOf(context, amount)
  const cut = discount === undefined ? raw('0') : discountedWithin(discount)
  const texts = channel === undefined ? raw('emptyArrayString()') : textsWithin(channel)
  const back = refunds(context)
  const rows = sql`SELECT customer_key, at, 1 AS o, ${localDayOf(context)} AS day, ${sum} AS worth, toUInt8(${cut}) AS cut, ${texts} AS ch
    FROM ${eventRows(context, purchase)} AND ${within}${
      back === undefined
        ? sql``
        : sql` UNION ALL SELECT customer_key, at, 0 AS o, toInt32(0) AS day, -amount AS worth, toUInt8(0) AS cut, emptyArrayString() AS ch
          FROM (${back}) WHERE at >= ${instantOf(start)} AND at < ${instantOf(end)}`
    }`
  const fresh = sql`at >= ${instantOf(start)}`
  const first = localDayOf(context, instantOf(start))
  const perChannel = channels.map(
    (name) => sql`toFloat64(countIf(o = 1 AND ${fresh} AND has(ch, ${value(name, 'String')})))`,
  )
  return sql`SELECT customer_key, orders, amount, spend, cuts, by_channel,
      arrayCount((d, p) -> d >= ${first}, arrayPopFront(days), arrayPopBack(days)) AS gaps,
      arraySum((d, p) -> if(d >= ${first}, d - p, 0), arrayPopFront(days), arrayPopBack(days)) AS gap_days
    FROM (SELECT customer_key, countIf(o = 1 AND ${fresh}) AS orders, sumIf(worth, o = 1 AND ${fresh}) AS amount, sumIf(worth, ${fresh}) AS spend,
      countIf(cut = 1 AND ${fresh}) AS cuts, arraySort(groupArrayIf(day, o = 1)) AS days, [${join([...perChannel, raw('toFloat64(0)')], ', ')}] AS by_channel
      FROM (${rows}) GROUP BY customer_key)`
}
