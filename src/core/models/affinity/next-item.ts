/** What a customer is likely to buy next, given what they own: item-to-item counts, smoothed, with the reason. */
import type { PairCounts } from './basket.ts'

/** `chance`: share of the owner's kind who also have the candidate. */
export interface Neighbour {
  readonly item: number
  readonly chance: number
  /** Times the base's chance. */
  readonly lift: number
}

/** Plain data: the engine can join it as a table (owned item, candidate, chance). */
export interface NextItemModel {
  /** Per item, best candidates first. */
  readonly neighbours: readonly (readonly Neighbour[])[]
  /** Base chance of each item. */
  readonly base: Float64Array
  readonly customers: number
}

/** A suggestion and the owned item it follows from; `undefined`: it is merely popular. */
export interface Suggestion {
  readonly item: number
  readonly chance: number
  readonly because: number | undefined
}

/** Choices. */
export interface NextItemOptions {
  /** Owners' worth of the base's chance mixed in; twenty unless told: with fewer owners the base decides. */
  readonly strength?: number
  readonly neighbours?: number
  readonly minBoth?: number
}

/**
 * Conditional probability with shrinkage, P(j | i) = (n_ij + strength x p_j) / (n_i + strength): counts of customers
 * (not baskets) who have both, from before the days to be foretold (Deshpande, Karypis 2004). Candidates that do not
 * rise above their base chance are dropped, else the best sellers would follow from everything.
 */
export function fitNextItem(counts: PairCounts, options: NextItemOptions = {}): NextItemModel {
  const strength = options.strength ?? 20
  const minBoth = options.minBoth ?? 5
  const base = counts.itemCounts.map((count) => count / counts.baskets)
  const found: Neighbour[][] = Array.from(base, () => [])
  const add = (owned: number, item: number, both: number): void => {
    const own = counts.itemCounts[owned] as number
    const popular = base[item] as number
    const chance = (both + strength * popular) / (own + strength)
    if (chance > popular) found[owned]?.push({ item, chance, lift: chance / popular })
  }
  for (let i = 0; i < counts.both.length; i++) {
    const both = counts.both[i] as number
    if (both < minBoth) continue
    add(counts.first[i] as number, counts.second[i] as number, both)
    add(counts.second[i] as number, counts.first[i] as number, both)
  }
  const most = options.neighbours ?? 50
  const neighbours = found.map((list) =>
    list.sort((a, b) => b.chance - a.chance || a.item - b.item).slice(0, most),
  )
  return { neighbours, base, customers: counts.baskets }
}

/**
 * The best `most` items not owned: each candidate by its strongest owned reason, which can be told in a sentence; what
 * no owned item supports follows by popularity. Cost: owned items x neighbours.
 */
export function nextItems(
  model: NextItemModel,
  owned: ReadonlySet<number>,
  most = 5,
): readonly Suggestion[] {
  const best = new Map<number, Suggestion>()
  for (const item of owned)
    for (const { item: candidate, chance } of model.neighbours[item] ?? []) {
      if (owned.has(candidate)) continue
      if (chance > (best.get(candidate)?.chance ?? 0))
        best.set(candidate, { item: candidate, chance, because: item })
    }
  const suggestions = [...best.values()]
  if (suggestions.length < most) {
    const popular = Array.from(model.base, (chance, item) => ({ item, chance, because: undefined }))
      .filter(({ item }) => !owned.has(item) && !best.has(item))
      .sort((a, b) => b.chance - a.chance || a.item - b.item)
    suggestions.push(...popular.slice(0, most - suggestions.length))
  }
  return suggestions.sort((a, b) => b.chance - a.chance || a.item - b.item).slice(0, most)
}

/**
 * How often the customer's next item was among the `most` suggested, against suggesting the most popular ones to all:
 * the only honest yardstick of the model. `rows`: what was owned, and what came next.
 */
export function hitRates(
  model: NextItemModel,
  rows: Iterable<{ readonly owned: ReadonlySet<number>; readonly next: number }>,
  most = 5,
): { readonly n: number; readonly hits: number; readonly popularHits: number } {
  const popular: NextItemModel = { ...model, neighbours: [] }
  let n = 0
  let hits = 0
  let popularHits = 0
  for (const { owned, next } of rows) {
    n++
    if (nextItems(model, owned, most).some(({ item }) => item === next)) hits++
    if (nextItems(popular, owned, most).some(({ item }) => item === next)) popularHits++
  }
  return { n, hits, popularHits }
}
