/** Sums of spend of the last year and the year before, by value, by stratum and by segment. */
import type { SpendParts, Text } from '../../../core/insight/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { everybody, instantOf, purchases, refunds } from '../basis/rows.ts'
import { traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { withSources } from '../segments/sums.ts'
import { peopleOf } from '../weak/reward-sums.ts'
import { readable, stateThen } from './states.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS

/** Two years side by side; `key` is '' for everybody. */
export interface TwoYears {
  readonly key: string
  readonly label: Text | undefined
  readonly value: Text | undefined
  readonly condition: string | undefined
  readonly before: SpendParts
  readonly after: SpendParts
  /** Sums of squares of each year, and of products, over customers. */
  readonly squares: { readonly before: number; readonly after: number; readonly both: number }
  readonly customers: number
}

/** `customer_key`, `first` (ms), orders and net spend of both years: `o1`, `s1` the last, `o0`, `s0` the one before. */
function years(context: ReportContext): Sql {
  const now = instantOf(context.asOf)
  const mid = instantOf(context.asOf - YEAR_MS)
  const start = instantOf(context.asOf - 2 * YEAR_MS)
  const bought =
    purchases(context) ??
    sql`SELECT toUInt64(0) AS customer_key, now64(3) AS at, toFloat64(0) AS amount WHERE 0`
  const back = refunds(context)
  const union = join(
    [
      sql`SELECT customer_key, at, 1 AS o, amount FROM (${bought})`,
      ...(back === undefined
        ? []
        : [sql`SELECT customer_key, at, 0 AS o, -amount AS amount FROM (${back})`]),
    ],
    ' UNION ALL ',
  )
  const last = sql`at > ${mid} AND at <= ${now}`
  const earlier = sql`at > ${start} AND at <= ${mid}`
  return sql`SELECT customer_key, toUnixTimestamp64Milli(minIf(at, o = 1)) AS first,
      countIf(o = 1 AND ${last}) AS o1, sumIf(amount, ${last}) AS s1, countIf(o = 1 AND ${earlier}) AS o0, sumIf(amount, ${earlier}) AS s0
    FROM (${union}) WHERE ${among(everybody(context))} GROUP BY customer_key`
}

/** Everybody and each value. Cost: one pass over purchases and profiles. */
export async function twoYears(context: ReportContext): Promise<readonly TwoYears[]> {
  const { characteristics, sources } = await singles(context)
  const pairs = [
    sql`[('', '')]`,
    ...characteristics.map(
      ({ key, texts }) => sql`arrayMap(x -> (${value(key, 'String')}, x), ${texts})`,
    ),
  ]
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT part.1 AS k, part.2 AS v, countIf(o0 > 0) AS c0, countIf(o1 > 0) AS c1, sum(o0) AS n0, sum(o1) AS n1, sum(s0) AS m0, sum(s1) AS m1,
        sum(s0 * s0) AS q0, sum(s1 * s1) AS q1, sum(s0 * s1) AS q01, countIf(o0 > 0 OR o1 > 0) AS c
      FROM (SELECT o0, o1, s0, s1, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${withSources(years(context), sources)})
      GROUP BY k, v ORDER BY c DESC, v LIMIT 40 BY k`,
  )
  return rows.map((row) => {
    const at = (name: string): number => Number(row[name] ?? 0)
    const text = String(row['v'])
    const of = characteristics.find(({ key }) => key === row['k'])
    return {
      key: String(row['k']),
      label: of?.label,
      value: of?.labelOf(text),
      condition: of?.condition?.(text),
      before: { customers: at('c0'), orders: at('n0'), spend: at('m0') },
      after: { customers: at('c1'), orders: at('n1'), spend: at('m1') },
      squares: { before: at('q0'), after: at('q1'), both: at('q01') },
      customers: at('c'),
    }
  })
}

/** Characteristics of which everybody has one value. */
async function singles(context: ReportContext): ReturnType<typeof peopleOf> {
  const { characteristics, sources } = await peopleOf(context)
  return { characteristics: characteristics.filter(({ several }) => !several), sources }
}

/** One value's spend of the last year in each stratum of comparable customers. */
export interface ValueStrata {
  readonly label: Text
  readonly value: Text
  readonly condition: string | undefined
  readonly strata: readonly { readonly of: Moments; readonly others: Moments }[]
}

/** Years since the first purchase are told apart up to this many. */
const MOST_YEARS = 3

/** Comparable: of the same country, and as many years since the first purchase. Cost: as `twoYears`. */
export async function valueStrata(context: ReportContext): Promise<readonly ValueStrata[]> {
  const { characteristics, sources } = await singles(context)
  const { countryTrait } = context.meaning
  const country =
    countryTrait === undefined ? sql`''` : sql`ifNull(toString(c.${id(countryTrait.name)}), '')`
  const age = sql`least(intDiv(${value(context.asOf, 'Int64')} - first, ${raw(String(YEAR_MS))}), ${raw(String(MOST_YEARS))})`
  // Who has only given back has never bought: there is no first purchase to be comparable by.
  const buyers = sql`SELECT * FROM (${years(context)}) WHERE first > 0`
  const people =
    countryTrait === undefined
      ? sql`SELECT customer_key, s1, toString(${age}) AS stratum FROM (${buyers})`
      : sql`SELECT y.customer_key AS customer_key, y.s1 AS s1, concat(toString(${age}), ' ', ${country}) AS stratum
          FROM (${buyers}) AS y ANY LEFT JOIN (${traitsNow(context, [countryTrait])}) AS c ON y.customer_key = c.customer_key`
  const pairs = [
    sql`[('', '')]`,
    ...characteristics.map(
      ({ key, texts }) => sql`arrayMap(x -> (${value(key, 'String')}, x), ${texts})`,
    ),
  ]
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT part.1 AS k, part.2 AS v, stratum, count() AS n, sum(s1) AS s, sum(s1 * s1) AS q
      FROM (SELECT s1, stratum, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${withSources(people, sources)})
      GROUP BY k, v, stratum`,
  )
  const all = new Map(
    rows.filter((row) => row['k'] === '').map((row) => [String(row['stratum']), moments(row)]),
  )
  const groups = Map.groupBy(
    rows.filter((row) => row['k'] !== ''),
    (row) => JSON.stringify([row['k'], row['v']]),
  )
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    const of = characteristics.find(({ key }) => key === first?.['k'])
    if (of === undefined || first === undefined) return []
    const text = String(first['v'])
    const strata = own.flatMap((row) => {
      const whole = all.get(String(row['stratum']))
      const part = moments(row)
      return whole === undefined ? [] : [{ of: part, others: without(whole, part) }]
    })
    const condition = of.condition?.(text)
    return [{ label: of.label, value: of.labelOf(text), condition, strata }]
  })
}

function moments(row: Record<string, string | number>): Moments {
  return { n: Number(row['n']), sum: Number(row['s']), sumSquares: Number(row['q']) }
}

function without(whole: Moments, part: Moments): Moments {
  return {
    n: whole.n - part.n,
    sum: whole.sum - part.sum,
    sumSquares: whole.sumSquares - part.sumSquares,
  }
}

/** A segment's members now in the last year, and its members of a year ago in the year before. */
export interface SegmentYears {
  readonly segment: string
  readonly before: SpendParts
  readonly after: SpendParts
  readonly squares: number
}

/** For each segment that can be read as of then. Cost: about one evaluation as of then, however many they are. */
export async function segmentYears(
  context: ReportContext,
  segments: readonly string[],
): Promise<readonly SegmentYears[]> {
  const { past, segments: read } = await readable(context, segments, context.asOf - YEAR_MS)
  if (read.length === 0) return []
  const now = await stateThen(context, read, context.asOf)
  const both = sql`SELECT customer_key, place, max(w) AS was, max(i) AS is
    FROM (SELECT customer_key, place, 1 AS w, 0 AS i FROM (${past.members}) UNION ALL SELECT customer_key, place, 0 AS w, 1 AS i FROM (${now.members}))
    GROUP BY customer_key, place`
  const rows = await context.query<Record<string, string | number | null>>(
    sql`SELECT place, countIf(o0 > 0 AND was) AS c0, countIf(o1 > 0 AND is) AS c1, sumIf(o0, was) AS n0, sumIf(o1, is) AS n1, sumIf(s0, was) AS m0, sumIf(s1, is) AS m1,
        sumIf(s0 * s0, was) + sumIf(s1 * s1, is) - 2 * sumIf(s0 * s1, was AND is) AS q
      FROM (${both}) AS m INNER JOIN (${years(context)}) AS y ON m.customer_key = y.customer_key GROUP BY place`,
  )
  return read.map((segment, place) => {
    const row = rows.find((one) => Number(one['place']) === place)
    const at = (name: string): number => Number(row?.[name] ?? 0)
    return {
      segment,
      before: { customers: at('c0'), orders: at('n0'), spend: at('m0') },
      after: { customers: at('c1'), orders: at('n1'), spend: at('m1') },
      squares: at('q'),
    }
  })
}
