/** Groups of customers that findings on rewards speak of: their keys, what they spend, how the segment language names them. */
import { printLiteral, printName } from '../../../core/segment/index.ts'
import { id, sql, value, type Sql } from '../../../core/sql/index.ts'
import { textOf, verbatim } from '../../../core/insight/index.ts'
import { among } from '../basis/context.ts'
import { everybody, purchases } from '../basis/rows.ts'
import { traitsNow } from '../basis/traits.ts'
import type { ReportContext } from '../report/kind.ts'
import { withSources } from '../segments/sums.ts'
import { byPrice, heldPhrase } from '../points/phrases.ts'
import { spendOf, type Price } from './near-misses.ts'
import { asGroup, type Group } from './group.ts'
import type { RewardFacts } from './reward-facts.ts'
import { lots, type RewardParts } from './reward-parts.ts'
import { peopleOf, type Without } from './reward-sums.ts'

/** The sum of a group's spend with the interval of its mean: how it would vary among groups like this one. */
export async function groupOf(context: ReportContext, keys: Sql): Promise<Group> {
  return asGroup(await spendOf(context, keys))
}

/** Buyers with a value who have no reward yet. */
export async function waitingKeys(
  context: ReportContext,
  parts: RewardParts,
  of: Without,
): Promise<Sql> {
  const bought = purchases(context) ?? sql`SELECT toUInt64(0) AS customer_key WHERE 0`
  const buyers = sql`SELECT DISTINCT customer_key FROM (${bought}) WHERE ${among(everybody(context))}
    AND customer_key NOT IN (SELECT customer_key FROM (${lots(context, parts)}))`
  return await withValue(context, buyers, of)
}

/** Those of a subquery of keys who have a value. */
export async function withValue(context: ReportContext, keys: Sql, of: Without): Promise<Sql> {
  const { characteristics, sources } = await peopleOf(context)
  const texts = characteristics.find(({ key }) => key === of.key)?.texts
  const has = texts === undefined ? sql`0` : sql`has(${texts}, ${value(of.raw, 'String')})`
  return sql`SELECT customer_key FROM ${withSources(keys, sources)} WHERE ${has}`
}

/** Those with rewards who never used one. */
export function neverUsedKeys(context: ReportContext, parts: RewardParts): Sql {
  return sql`SELECT customer_key FROM (${lots(context, parts)}) GROUP BY customer_key HAVING sum(used) = 0`
}

/**
 * Those with points for at least `from` of the usual price, in the segment language; undefined where it cannot be said: points
 * that lapse are told by a model alone, once it has scored.
 */
export function nearDefinition(
  { meaning, current }: Pick<ReportContext, 'meaning' | 'current'>,
  { points, price, reward }: RewardParts,
  of: { readonly prices: readonly Price[]; readonly from: number; readonly model?: string },
): string | undefined {
  const { purchase } = meaning
  const { points: told } = current.programme.catalogue
  const { prices, from, model } = of
  const span = (held: string): string =>
    byPrice(
      prices,
      meaning,
      (due) => `${held} >= ${Number((due * from).toFixed(6))} and ${held} < ${due}`,
    )
  if (told?.expire !== undefined)
    return model === undefined ? undefined : span(`score(${model}.balance)`)
  if (told !== undefined) return `measure points_left = ${heldPhrase(told)}\n${span('points_left')}`
  if (purchase === undefined || points === undefined || price === undefined) return undefined
  const balance = `measure points_left = sum(${printName(purchase.name)}.${printName(points.name)}) - sum(${printName(reward.name)}.${printName(price.name)})`
  return `${balance}\n${span('points_left')}`
}

const TIER = /tier|level|nivel|palier|niveau|statut|^status$/

/** Values of a trait of tiers that nobody has, or hardly anybody. */
export async function emptyTiers(
  context: ReportContext,
  floor: number,
): Promise<RewardFacts['emptyTiers']> {
  const { traits } = context.current.programme.catalogue
  const tier = Object.values(traits).find(
    (one) =>
      TIER.test(one.name) &&
      one.sensitivity !== 'sensitive' &&
      (one.type === 'text' || one.type === 'category') &&
      one.values !== undefined,
  )
  if (tier === undefined) return []
  const rows = await context.query<{ v: string; n: string }>(
    sql`SELECT ifNull(toString(${id(tier.name)}), '') AS v, count() AS n FROM (${traitsNow(context, [tier])})
      WHERE ${among(everybody(context))} GROUP BY v`,
  )
  const counts = new Map(rows.map(({ v, n }) => [v, Number(n)]))
  return (tier.values ?? [])
    .filter((v) => (counts.get(v) ?? 0) < floor)
    .map((v) => {
      const definition = `${printName(tier.name)} = ${printLiteral({ kind: 'text', value: v })}`
      const named = { key: tier.name, raw: v, order: 0, condition: definition }
      return { label: { ...named, label: textOf(tier.label), value: verbatim(v) }, definition }
    })
}
