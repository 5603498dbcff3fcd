/** Sums over rewards: used or not by kind and by value, expiring soon, pace, points short of the next one. */
import type { Text } from '../../../core/insight/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { everybody, purchases } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { characteristicsOf, type Characteristic } from '../segments/characteristics.ts'
import { withSources } from '../segments/sums.ts'
import { lots, type RewardParts } from './reward-parts.ts'
import { fromBirth, type Beginning } from './step-sums.ts'

const DAY_MS = 86_400_000

/** A reward without an expiry counts as unused after half a year. */
const MATURE_DAYS = 180

/** What is known of the person. */
export async function peopleOf(context: ReportContext): Promise<{
  readonly characteristics: readonly Characteristic[]
  readonly sources: readonly Sql[]
}> {
  const { characteristics, sources } = await characteristicsOf(context)
  return {
    characteristics: characteristics.filter(({ area }) => area === 'people' || area === 'place'),
    sources,
  }
}

/** A value of what is known of the person; `key` is '' for everybody. */
export interface PersonValue {
  readonly key: string
  /** As the data hold it. */
  readonly raw: string
  /** Place of the characteristic in the catalogue, which decides between equals. */
  readonly order: number
  readonly label: Text | undefined
  readonly value: Text | undefined
  /** In the segment language; undefined where it cannot be said. */
  readonly condition: string | undefined
}

/** The share of rewards used, one per customer; `key` is 'kind' for kinds of reward. */
export interface UsedShare extends PersonValue {
  readonly used: Moments
}

/** Customers of one value are left out. */
export type Without = Pick<PersonValue, 'key' | 'raw'>

function kept(characteristics: readonly Characteristic[], without: Without | undefined): Sql {
  const left = characteristics.find(({ key }) => key === without?.key)
  return left === undefined || without === undefined
    ? sql`1`
    : sql`NOT has(${left.texts}, ${value(without.raw, 'String')})`
}

function named(characteristics: readonly Characteristic[], key: string, text: string): PersonValue {
  const order = characteristics.findIndex((one) => one.key === key)
  const of = characteristics[order]
  return {
    key,
    raw: text,
    order,
    label: of?.label,
    value: of?.labelOf(text),
    condition: of?.condition?.(text),
  }
}

/**
 * Shares used of the rewards whose time is over, one share per customer, as the rewards of one person are not independent.
 * Cost: one pass over rewards and profiles.
 */
export async function usedShares(
  context: ReportContext,
  parts: RewardParts,
  without?: Without,
): Promise<readonly UsedShare[]> {
  const now = value(context.asOf, 'Int64')
  const over = sql`ifNull(expires <= ${now}, toUnixTimestamp64Milli(at) <= ${now} - ${raw(String(MATURE_DAYS * DAY_MS))})`
  const mature = sql`SELECT customer_key, kind, used FROM (${lots(context, parts)}) WHERE ${over}`
  const { characteristics, sources } = await peopleOf(context)
  const pairs = [
    sql`[('', '')]`,
    ...characteristics.map(
      ({ key, texts }) => sql`arrayMap(x -> (${value(key, 'String')}, x), ${texts})`,
    ),
  ]
  const people = sql`SELECT customer_key, avg(used) AS share FROM (${mature}) GROUP BY customer_key`
  const byKind = sql`SELECT 'kind' AS k, kind AS v, avg(used) AS share FROM (${mature}) WHERE kind != '' GROUP BY customer_key, kind`
  const byValue = sql`SELECT part.1 AS k, part.2 AS v, share
    FROM (SELECT share, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${withSources(people, sources)} WHERE ${kept(characteristics, without)})`
  const rows = await context.query<{ k: string; v: string; n: string; s: number; q: number }>(
    sql`SELECT k, v, count() AS n, sum(share) AS s, sum(share * share) AS q FROM (${byKind} UNION ALL ${byValue})
      GROUP BY k, v ORDER BY n DESC, v LIMIT 40 BY k`,
  )
  return rows.map(({ k, v, n, s, q }) => ({
    ...named(characteristics, k, v),
    used: { n: Number(n), sum: s, sumSquares: q },
  }))
}

/** Unused rewards that expire within so many days. */
export interface Expiring {
  readonly days: number
  readonly rewards: number
  readonly customers: number
  readonly worth: number
}

/** For each horizon. Cost: one pass over rewards. */
export async function expiringSums(
  context: ReportContext,
  parts: RewardParts,
  horizons: readonly number[],
): Promise<readonly Expiring[]> {
  const now = value(context.asOf, 'Int64')
  const columns = horizons.flatMap((days, i) => {
    const near = sql`used = 0 AND expires > ${now} AND expires <= ${now} + ${raw(String(days * DAY_MS))}`
    return [
      sql`countIf(${near}) AS ${id(`n${i}`)}`,
      sql`uniqExactIf(customer_key, ${near}) AS ${id(`c${i}`)}`,
      sql`sumIf(worth, ${near}) AS ${id(`w${i}`)}`,
    ]
  })
  const [row = {}] = await context.query<Record<string, string | number>>(
    sql`SELECT ${join(columns, ', ')} FROM (${lots(context, parts)})`,
  )
  return horizons.map((days, i) => ({
    days,
    rewards: Number(row[`n${i}`] ?? 0),
    customers: Number(row[`c${i}`] ?? 0),
    worth: Number(row[`w${i}`] ?? 0),
  }))
}

/** What lapsed in the last year, and customers with rewards who never used one. */
export async function unusedSums(
  context: ReportContext,
  parts: RewardParts,
): Promise<{
  readonly rewards: number
  readonly customers: number
  readonly never: number
  readonly lapsed: number
  readonly lapsedWorth: number
}> {
  const now = value(context.asOf, 'Int64')
  const year = raw(String(365 * DAY_MS))
  const [row] = await context.query<Record<string, string | number>>(
    sql`SELECT sum(n) AS rewards, count() AS customers, countIf(used_n = 0) AS never, sum(lapsed_n) AS lapsed, sum(lapsed_w) AS worth FROM (
      SELECT customer_key, count() AS n, sum(used) AS used_n,
        countIf(used = 0 AND expires <= ${now} AND expires > ${now} - ${year}) AS lapsed_n,
        sumIf(worth, used = 0 AND expires <= ${now} AND expires > ${now} - ${year}) AS lapsed_w
      FROM (${lots(context, parts)}) GROUP BY customer_key)`,
  )
  return {
    rewards: Number(row?.['rewards'] ?? 0),
    customers: Number(row?.['customers'] ?? 0),
    never: Number(row?.['never'] ?? 0),
    lapsed: Number(row?.['lapsed'] ?? 0),
    lapsedWorth: Number(row?.['worth'] ?? 0),
  }
}

/** How many customers reached their first reward, or were last seen without one, after so many purchases or days. */
export interface FirstRow extends PersonValue {
  readonly unit: 'purchases' | 'days'
  readonly time: number
  readonly earned: boolean
  readonly customers: number
}

/** Days are counted in strides of a week, which no curve shows. */
const STRIDE = 7

/** Times to the first reward since the first purchase, of those seen from it on, by value. Cost: one pass over purchases and rewards. */
export async function firstRewards(
  context: ReportContext,
  parts: RewardParts,
  beginning: Beginning,
  without?: Without,
): Promise<readonly FirstRow[]> {
  const bought = purchases(context)
  if (bought === undefined) return []
  const now = value(context.asOf, 'Int64')
  const first = sql`SELECT customer_key, min(toUnixTimestamp64Milli(at)) AS got FROM (${lots(context, parts)}) GROUP BY customer_key`
  const times = sql`SELECT customer_key, groupArray(toUnixTimestamp64Milli(at)) AS ats, arrayMin(ats) AS first
    FROM (${bought}) WHERE ${among(everybody(context))} GROUP BY customer_key`
  const joined = sql`SELECT b.customer_key AS customer_key, b.first AS first, b.ats AS ats, r.got AS got FROM (${times}) AS b ANY LEFT JOIN (${first}) AS r ON b.customer_key = r.customer_key`
  const each = sql`SELECT customer_key, isNotNull(got) AS earned,
      least(arrayCount(x -> x <= ifNull(got, ${now}), ats), 200) AS bought,
      intDiv(intDiv(ifNull(got, ${now}) - first, ${raw(String(DAY_MS))}), ${raw(String(STRIDE))}) * ${raw(String(STRIDE))} AS days
    FROM (${fromBirth(context, joined, beginning)}) WHERE ifNull(got, ${now}) >= first`
  const { characteristics, sources } = await peopleOf(context)
  const pairs = [
    sql`[('', '')]`,
    ...characteristics.map(
      ({ key, texts }) => sql`arrayMap(x -> (${value(key, 'String')}, x), ${texts})`,
    ),
  ]
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT part.1 AS k, part.2 AS v, unit.1 AS u, toInt32(unit.2) AS t, toUInt8(earned) AS e, count() AS n
      FROM (SELECT earned, bought, days, arrayJoin(arrayConcat(${join(pairs, ', ')})) AS part FROM ${withSources(each, sources)} WHERE ${kept(characteristics, without)})
      ARRAY JOIN if(part.1 = '', [('purchases', bought), ('days', days)], [('purchases', bought)]) AS unit
      GROUP BY k, v, u, t, e`,
  )
  return rows.map((row) => ({
    ...named(characteristics, String(row['k']), String(row['v'])),
    unit: row['u'] === 'days' ? 'days' : 'purchases',
    time: Number(row['t']),
    earned: Number(row['e']) === 1,
    customers: Number(row['n']),
  }))
}

/** Waits after each purchase by whether a reward had been earned by then. */
export interface EffectRow {
  readonly step: number
  readonly rewarded: boolean
  readonly days: number
  readonly back: boolean
  readonly customers: number
}

/** Of those seen from the first purchase on. Cost: one pass over purchases and rewards. */
export async function effectRows(
  context: ReportContext,
  parts: RewardParts,
  { beginning, waits }: { readonly beginning: Beginning; readonly waits: Sql },
): Promise<readonly EffectRow[]> {
  const first = sql`SELECT customer_key, min(toUnixTimestamp64Milli(at)) AS got FROM (${lots(context, parts)}) GROUP BY customer_key`
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT toUInt8(w.step) AS step, toUInt8(ifNull(r.got <= w.since, 0)) AS rewarded, toInt32(w.days) AS days, toUInt8(w.back) AS back, count() AS n
      FROM (${fromBirth(context, waits, beginning)}) AS w ANY LEFT JOIN (${first}) AS r ON w.customer_key = r.customer_key
      GROUP BY step, rewarded, days, back`,
  )
  return rows.map((row) => ({
    step: Number(row['step']),
    rewarded: Number(row['rewarded']) === 1,
    days: Number(row['days']),
    back: Number(row['back']) === 1,
    customers: Number(row['n']),
  }))
}
