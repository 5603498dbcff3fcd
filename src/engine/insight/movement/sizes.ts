/** Sizes and key figures of segments, month by month. */
import {
  judgeSizes,
  PRIVACY_FLOOR,
  say,
  type Figure,
  type Finding,
  type ReportDraft,
  type ReportTable,
} from '../../../core/insight/index.ts'
import {
  benjaminiHochberg,
  mean,
  proportion,
  relevanceOf,
  trendOf,
  type Moments,
} from '../../../core/stats/index.ts'
import { join, sql, type Sql } from '../../../core/sql/index.ts'
import type { PastReading } from '../../run/index.ts'
import { instantOf, purchases, refunds } from '../basis/rows.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import { withBounds, boundCells } from '../basis/bounds.ts'
import { FLOW_WORDS as W } from './flow-words.ts'
import { monthNumber, monthStart, monthText } from './months.ts'
import { chosenSegments, knownThen, READING_WORDS, stateThen } from './states.ts'

/** The report. */
export const SIZES: ReportKind = {
  name: 'sizes',
  group: 'movement',
  title: say(W.sizesTitle),
  about: say(W.sizesAbout),
  needs: [],
  parameters: [
    { name: 'segments', kind: 'segments', label: say(W.segments), help: say(W.segmentsHelp) },
    { name: 'months', kind: 'number', label: say(W.months), default: '8', range: [2, 60] },
  ],
  make,
}

/** More lines make a picture that nobody reads. */
const MOST_SEGMENTS = 8

/** A segment at the end of a month. */
interface Point {
  readonly month: number
  readonly segment: string
  readonly members: number
  readonly base: number
  readonly buyers: number
  readonly orders: number
  readonly spend: Moments
  readonly reading: PastReading
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const chosen = chosenSegments(context, told.text('segments'), MOST_SEGMENTS)
  if ('unknown' in chosen) return only('unknown', say(W.unknown, { name: chosen.unknown }))
  if (chosen.keys.length === 0) return only('none', say(W.none))
  const { timeZone } = context.current.programme
  const now = monthNumber(context.asOf, timeZone)
  const months = Math.round(told.number('months') ?? 8)
  const points: Point[] = []
  for (let month = now - months; month <= now; month++) {
    points.push(...(await monthPoints(context, chosen.keys, month, timeZone)))
  }
  const segments = chosen.keys.filter((key) => points.some((point) => point.segment === key))
  return {
    findings: findings(context, points, segments, now),
    tables: [table(context, points, now)],
    charts: [
      {
        kind: 'lines',
        title: say(W.sizes),
        table: 'sizes',
        x: 'month',
        y: ['members'],
        series: 'segment',
        partial: 'partial',
      },
      {
        kind: 'lines',
        title: say(W.each),
        table: 'sizes',
        x: 'month',
        y: ['each'],
        series: 'segment',
        partial: 'partial',
      },
    ],
    method: [
      say(W.sizesMethod, {
        held: count(points.filter(({ reading }) => reading === 'held').length),
        n: count(points.length),
      }),
    ],
  }
}

function only(code: string, text: ReturnType<typeof say>): ReportDraft {
  const finding = { code: `sizes/${code}`, tone: 'caution', text } as const
  return { findings: [finding], tables: [], charts: [], method: [] }
}

async function monthPoints(
  context: ReportContext,
  segments: readonly string[],
  month: number,
  timeZone: string,
): Promise<readonly Point[]> {
  const start = monthStart(month, timeZone)
  const end = Math.min(context.asOf, monthStart(month + 1, timeZone) - 1)
  const { members: all, readings, population } = await stateThen(context, segments, end)
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT m.place AS s, count() AS n, countIf(ifNull(t.orders, 0) > 0) AS buyers, sum(ifNull(t.orders, 0)) AS orders,
        sum(ifNull(t.spend, 0)) AS spend, sum(ifNull(t.spend, 0) * ifNull(t.spend, 0)) AS q
      FROM (${all}) AS m ANY LEFT JOIN (${monthSpend(context, start, end)}) AS t ON m.customer_key = t.customer_key GROUP BY s`,
  )
  const base = population ?? (await knownCount(context, end))
  return segments.flatMap((segment, place) => {
    const reading = readings[place]
    if (reading === undefined) return []
    const row = rows.find(({ s }) => Number(s) === place)
    const members = Number(row?.['n'] ?? 0)
    return [
      {
        month,
        segment,
        members,
        base,
        reading,
        buyers: Number(row?.['buyers'] ?? 0),
        orders: Number(row?.['orders'] ?? 0),
        spend: {
          n: members,
          sum: Number(row?.['spend'] ?? 0),
          sumSquares: Number(row?.['q'] ?? 0),
        },
      },
    ]
  })
}

async function knownCount(context: ReportContext, at: number): Promise<number> {
  const [row] = await context.query<{ n: string }>(
    sql`SELECT count() AS n FROM (${knownThen(context, at)})`,
  )
  return Number(row?.n ?? 0)
}

function monthSpend(context: ReportContext, start: number, end: number): Sql {
  const within = sql`at >= ${instantOf(start)} AND at <= ${instantOf(end)}`
  const bought = purchases(context)
  const back = refunds(context)
  const parts = [
    ...(bought === undefined
      ? []
      : [sql`SELECT customer_key, 1 AS o, amount FROM (${bought}) WHERE ${within}`]),
    ...(back === undefined
      ? []
      : [sql`SELECT customer_key, 0 AS o, -amount AS amount FROM (${back}) WHERE ${within}`]),
    sql`SELECT toUInt64(0) AS customer_key, 0 AS o, toFloat64(0) AS amount WHERE 0`,
  ]
  return sql`SELECT customer_key, countIf(o = 1) AS orders, sum(amount) AS spend FROM (${join(parts, ' UNION ALL ')}) GROUP BY customer_key`
}

const share = (value: number): Figure => ({ kind: 'share', value })
const count = (value: number): Figure => ({ kind: 'count', value })

function findings(
  context: ReportContext,
  points: readonly Point[],
  segments: readonly string[],
  now: number,
): readonly Finding[] {
  const trends = segments.map((segment) => {
    const own = points.filter((point) => point.segment === segment && point.month < now)
    return trendOf({ values: Float64Array.from(own, ({ members }) => members) })
  })
  const adjusted = benjaminiHochberg(Float64Array.from(trends, ({ p }) => p ?? Number.NaN))
  const out = trends.flatMap((trend, i): Finding[] => {
    const segment = segments[i] ?? ''
    const q = adjusted[i] ?? Number.NaN
    const { value, low, high } = trend.change
    if (value === undefined || Number.isNaN(q)) return []
    const relevance = relevanceOf(trend.change, { matters: 0.1, adjustedP: q })
    if (relevance !== 'relevant' && relevance !== 'probably-relevant') return []
    const text = say(value > 0 ? W.grew : W.shrank, {
      name: segmentName(context, segment),
      change: share(value),
      low: share(low ?? value),
      high: share(high ?? value),
      n: { kind: 'count', value: trend.n },
    })
    const code = value > 0 ? 'sizes/grew' : 'sizes/shrank'
    return [{ code, tone: 'neutral', text, segment, definition: `in segment "${segment}"` }]
  })
  const said = new Set(out.map(({ segment }) => segment))
  const rest = segments.filter((segment) => !said.has(segment))
  out.push(...changes(context, points, rest, now))
  if (out.length > 0) return out
  return trends.every(({ p }) => p === undefined)
    ? [{ code: 'sizes/unsure', tone: 'caution', text: say(W.unsure) }]
    : [{ code: 'sizes/steady', tone: 'neutral', text: say(W.steady) }]
}

/** The first whole month against the last one, where no trend is sure. */
function changes(
  context: ReportContext,
  points: readonly Point[],
  segments: readonly string[],
  now: number,
): readonly Finding[] {
  const ends = segments.flatMap((segment) => {
    const own = points.filter((one) => one.segment === segment && one.month < now)
    const [first, last] = [own[0], own.at(-1)]
    return first === undefined || last === undefined || first === last
      ? []
      : [{ segment, first, last }]
  })
  const judged = judgeSizes(
    ends.map(({ first, last }) => ({ before: first.members, after: last.members })),
  )
  const { timeZone } = context.current.programme
  const month = (of: Point): Figure => ({
    kind: 'month',
    value: monthStart(of.month, timeZone),
    timeZone,
  })
  return ends.flatMap(({ segment, first, last }, i): Finding[] => {
    const { change, matters = false } = judged[i] ?? {}
    if (!matters || change?.value === undefined) return []
    const text = say(W.changed, {
      name: segmentName(context, segment),
      before: count(first.members),
      after: count(last.members),
      first: month(first),
      last: month(last),
      change: share(change.value),
      low: share(change.low ?? change.value),
      high: share(change.high ?? change.value),
    })
    const code = change.value > 0 ? 'sizes/more' : 'sizes/fewer'
    return [{ code, tone: 'neutral', text, segment, definition: `in segment "${segment}"` }]
  })
}

function table(context: ReportContext, points: readonly Point[], now: number): ReportTable {
  return {
    name: 'sizes',
    title: say(W.sizes),
    columns: [
      { key: 'segment', title: say(W.segment), kind: 'text' },
      { key: 'month', title: say(W.month), kind: 'text' },
      { key: 'members', title: say(W.members), kind: 'count' },
      ...withBounds({ key: 'ofBase', title: say(W.ofBase), kind: 'share' }),
      { key: 'buyers', title: say(W.buyers), kind: 'count' },
      { key: 'orders', title: say(W.orders), kind: 'count' },
      { key: 'spend', title: say(W.spend), kind: 'money' },
      ...withBounds({ key: 'each', title: say(W.each), kind: 'money' }),
      { key: 'reading', title: say(W.reading), kind: 'text' },
      { key: 'partial', title: say(W.partial), kind: 'text', hidden: true },
    ],
    rows: points.map(({ month, segment, members, base, buyers, orders, spend, reading }) => {
      const few = members < PRIVACY_FLOOR
      const fewBuyers = few || buyers < PRIVACY_FLOOR
      return {
        segment: segmentName(context, segment),
        month: monthText(month),
        members: few ? null : members,
        ...boundCells('ofBase', few ? undefined : proportion({ hits: members, n: base })),
        buyers: fewBuyers ? null : buyers,
        orders: fewBuyers ? null : orders,
        spend: fewBuyers ? null : spend.sum,
        ...boundCells('each', fewBuyers ? undefined : mean(spend)),
        reading: say(READING_WORDS[reading]),
        partial: month === now,
      }
    }),
  }
}
