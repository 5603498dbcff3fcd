/** What there is to tell of points: what is held and what lapses, how fast they are earned, tiers reached and nearly reached. */
import type { Points } from '../../../core/catalog/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { scoreNow, scoresCalled } from '../basis/scores.ts'
import type { ReportContext } from '../report/kind.ts'
import { asGroup, type Group } from '../weak/group.ts'
import { spendOf } from '../weak/near-misses.ts'
import { accounts, SOON } from './account.ts'
import { earnedPhrase } from './phrases.ts'
import { tooSlow, type Slow } from './slow.ts'
import type { Price } from '../weak/near-misses.ts'

/** Shares of those who earned points in the last year, for its quantiles. */
export const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const

/** Points that lapse within so many days unless they are spent. */
export interface Soon {
  readonly days: number
  readonly customers: number
  readonly points: number
}

/** A tier by the points that it takes within a year. */
export interface Tier {
  readonly name: string
  readonly from: number
  readonly customers: number
  readonly definition: string
  /** Short of it by little. */
  readonly near: Group
  readonly nearDefinition: string
}

/** All that the words need. */
export interface PointFacts {
  readonly points: Points
  readonly currency: string
  /** What one point is worth; undefined where nothing tells. */
  readonly worth: number | undefined
  readonly holders: number
  readonly held: number
  readonly soon: readonly Soon[]
  readonly lapsed: { readonly customers: number; readonly points: number }
  /** Of those who earned any in the last year. */
  readonly earned: { readonly customers: number; readonly quantiles: readonly number[] }
  readonly tiers: readonly Tier[]
  readonly slow: Slow | undefined
  /** The usual price of a reward, where it is one and the same. */
  readonly price: number | undefined
  /** The model of kind points that has scored; its scores tell who is meant. */
  readonly model: string | undefined
}

/** What rewards cost in points and gave in money, of those earned in the last year. */
export interface Rewarded {
  readonly prices: readonly Price[]
  readonly worth: number | undefined
}

/** Asks all of it. Cost: one pass over what earns and spends points, and one for each tier. */
export async function pointFacts(
  context: ReportContext,
  points: Points,
  { near, rewarded }: { readonly near: number; readonly rewarded: Rewarded },
): Promise<PointFacts> {
  const { programme } = context.current
  const own = accounts(context, points)
  const [first] = rewarded.prices
  return {
    points,
    currency: programme.currency,
    worth: points.worth ?? rewarded.worth,
    ...(await totals(context, points, own)),
    tiers: await tiersOf(context, points, { own, near }),
    slow: await tooSlow(context, points, rewarded.prices),
    price: rewarded.prices.length === 1 ? first?.points : undefined,
    model: await scoredBy(context),
  }
}

async function totals(
  context: ReportContext,
  { expire }: Points,
  own: Sql,
): Promise<Pick<PointFacts, 'holders' | 'held' | 'soon' | 'lapsed' | 'earned'>> {
  const soon = SOON.map(
    (days) => sql`toFloat64(countIf(${raw(`soon_${days}`)} > 0)), sum(${raw(`soon_${days}`)})`,
  )
  const [row] = await context.query<{ all: readonly number[]; q: readonly number[] }>(
    sql`SELECT [toFloat64(countIf(balance > 0)), sum(balance), toFloat64(countIf(lapsed > 0)), sum(lapsed), toFloat64(countIf(earned > 0)), ${join(soon, ', ')}] AS all,
      quantilesExactIf(${raw(SHARES.join(', '))})(earned, earned > 0) AS q FROM (${own})`,
  )
  const [holders = 0, held = 0, losers = 0, lost = 0, earners = 0, ...rest] = row?.all ?? []
  return {
    holders,
    held,
    lapsed: { customers: losers, points: lost },
    earned: { customers: earners, quantiles: earners > 0 ? (row?.q ?? []) : [] },
    soon:
      expire === undefined
        ? []
        : SOON.map((days, i) => ({
            days,
            customers: rest[2 * i] ?? 0,
            points: rest[2 * i + 1] ?? 0,
          })),
  }
}

async function tiersOf(
  context: ReportContext,
  points: Points,
  { own, near }: { readonly own: Sql; readonly near: number },
): Promise<readonly Tier[]> {
  const phrase = earnedPhrase(points, 'last 365 days')
  const tiers = Object.entries(points.tiers ?? {}).toSorted((a, b) => a[1] - b[1])
  if (tiers.length === 0) return []
  const reached = tiers.map(
    ([, from]) => sql`toFloat64(countIf(earned >= ${value(from, 'Float64')}))`,
  )
  const [row] = await context.query<{ n: readonly number[] }>(
    sql`SELECT [${join(reached, ', ')}] AS n FROM (${own})`,
  )
  const out: Tier[] = []
  for (const [i, [name, from]] of tiers.entries()) {
    const least = Number((from * near).toFixed(6))
    const keys = sql`SELECT customer_key FROM (${own}) WHERE earned >= ${value(least, 'Float64')} AND earned < ${value(from, 'Float64')}`
    out.push({
      name,
      from,
      customers: row?.n[i] ?? 0,
      definition: `${phrase} >= ${from}`,
      near: asGroup(await spendOf(context, keys)),
      nearDefinition: `measure earned = ${phrase}\nearned >= ${least} and earned < ${from}`,
    })
  }
  return out
}

/** The key of the model whose scores say who loses points; undefined before its first run. */
async function scoredBy(context: ReportContext): Promise<string | undefined> {
  const [score] = scoresCalled(context, /\.expiring_90$/)
  if (score === undefined) return undefined
  const [row] = await context.query<{ n: string }>(
    sql`SELECT count() AS n FROM (${scoreNow(context, score.name)})`,
  )
  return Number(row?.n ?? 0) === 0 ? undefined : score.name.replace(/\.expiring_90$/, '')
}
