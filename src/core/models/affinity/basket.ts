/** What is bought together, and whether more often than chance. */
import {
  benjaminiHochberg,
  logGamma,
  normalQuantile,
  proportion,
  type Estimate,
} from '../../stats/index.ts'

/** Baskets, baskets with each item, and baskets with both of each pair that occurs. */
export interface PairCounts {
  readonly baskets: number
  readonly itemCounts: Float64Array
  /** Indices into `itemCounts`; each unordered pair once. */
  readonly first: Uint32Array
  readonly second: Uint32Array
  readonly both: Float64Array
  /** Different customers with both, where baskets have customers; without, every basket is one of its own. */
  readonly customers?: Float64Array
}

/**
 * A pair. Baskets of one customer are one habit: tests and intervals take all counts for as many as there are customers
 * behind the pair (a design effect of baskets per customer, Kish 1965).
 */
export interface PairAffinity {
  readonly first: number
  readonly second: number
  readonly both: number
  /** Share of baskets with both. */
  readonly support: Estimate
  /** Share of the first's baskets that hold the second, and the reverse. */
  readonly confidence: Estimate
  readonly reverseConfidence: Estimate
  /** Times as often as if independent. */
  readonly lift: Estimate
  /**
   * Share of baskets beyond what independence gives (Piatetsky-Shapiro 1991): lift weighted by how many it concerns.
   */
  readonly leverage: Estimate
  /** p-value adjusted for all pairs of items that might have been found (Benjamini, Hochberg 1995). */
  readonly q: number
}

/** What to keep and how to rank. */
export interface PairOptions {
  readonly level?: number
  /** Fewest baskets with both; five unless told, as below it a lift is an anecdote. */
  readonly minBoth?: number
  /** Fewest baskets with each item; twenty unless told. */
  readonly minItem?: number
  /**
   * By the lower bound of leverage (most baskets concerned) or of lift (strongest tie, rare pairs held back by their
   * bound).
   */
  readonly rankBy?: 'leverage' | 'lift'
  readonly most?: number
}

/**
 * Pairs above chance, best first. Ranking by the lift itself would put the rarest pairs on top; the lower bound of the
 * interval does not. Bounds by the delta method on the four cells of the pair's table. Pairs whose lower bound does not
 * exceed chance, or whose q exceeds 1 - level, are left out.
 */
export function pairAffinities(
  counts: PairCounts,
  options: PairOptions = {},
): readonly PairAffinity[] {
  const level = options.level ?? 0.95
  const minBoth = options.minBoth ?? 5
  const minItem = options.minItem ?? 20
  const known = counts.itemCounts.filter((count) => count >= minItem).length
  const kept: number[] = []
  for (let i = 0; i < counts.both.length; i++) {
    const a = counts.itemCounts[counts.first[i] as number] as number
    const b = counts.itemCounts[counts.second[i] as number] as number
    if ((counts.both[i] as number) >= minBoth && Math.min(a, b) >= minItem) kept.push(i)
  }
  const p = Float64Array.from(kept, (i) => chanceOf(counts, i))
  const q = benjaminiHochberg(p, (known * (known - 1)) / 2)
  const by = options.rankBy ?? 'leverage'
  const neutral = by === 'lift' ? 1 : 0
  const z = normalQuantile((1 + level) / 2)
  // Bounds alone first: a shop has more pairs than anybody wants described.
  const ranked = kept
    .map((i, k) => ({ i, q: q[k] as number, low: bounds(counts, i, z)[by].low }))
    .filter((one) => one.low > neutral && one.q <= 1 - level)
    .sort((a, b) => b.low - a.low || a.i - b.i)
  return ranked.slice(0, options.most ?? 100).map((one) => describePair(counts, one, z, level))
}

/**
 * P(at least as many together | both items fall into baskets independently): Fisher's exact test, one-sided. The normal
 * limit would cry wolf at the small counts that most pairs have.
 */
function chanceOf(counts: PairCounts, i: number): number {
  const one = weightOf(counts, i)
  const both = Math.round((counts.both[i] as number) * one)
  const a = Math.max(both, Math.round(itemsAt(counts.first, counts, i) * one))
  const b = Math.max(both, Math.round(itemsAt(counts.second, counts, i) * one))
  const n = Math.max(a + b - both, Math.round(counts.baskets * one))
  // Terms rise up to the mean: below it the answer is "not above chance" anyway.
  if (both * n <= a * b) return 1
  let term = Math.exp(logChoose(a, both) + logChoose(n - a, b - both) - logChoose(n, b))
  let sum = term
  for (let k = both; k < Math.min(a, b) && term > sum * 1e-12; k++) {
    term *= ((a - k) * (b - k)) / ((k + 1) * (n - a - b + k + 1))
    sum += term
  }
  return Math.min(1, sum)
}

function itemsAt(side: Uint32Array, { itemCounts }: PairCounts, i: number): number {
  return itemCounts[side[i] as number] as number
}

/** What one basket with both counts for: customers by baskets. */
function weightOf({ both, customers }: PairCounts, i: number): number {
  return customers === undefined ? 1 : Math.min(1, (customers[i] as number) / (both[i] as number))
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

interface Bound {
  readonly value: number
  readonly low: number
  readonly high: number
}

function bounds(counts: PairCounts, i: number, z: number): { lift: Bound; leverage: Bound } {
  const n = counts.baskets
  // Of baskets as independent ones; shares are of all.
  const count = n * weightOf(counts, i)
  const both = (counts.both[i] as number) / n
  const pa = (counts.itemCounts[counts.first[i] as number] as number) / n
  const pb = (counts.itemCounts[counts.second[i] as number] as number) / n
  const [onlyA, onlyB] = [pa - both, pb - both]
  const lift = both / (pa * pb)
  const leverage = both - pa * pb
  // Variances of influences: a basket's effect on the log of the lift, and on the leverage.
  const logSquares = both * (1 / both - 1 / pa - 1 / pb) ** 2 + onlyA / pa ** 2 + onlyB / pb ** 2
  const factor = Math.exp(z * Math.sqrt(Math.max(0, logSquares - 1) / count))
  const squares = both * (1 - pa - pb) ** 2 + onlyA * pb ** 2 + onlyB * pa ** 2
  const width = z * Math.sqrt(Math.max(0, squares - (both - 2 * pa * pb) ** 2) / count)
  return {
    lift: { value: lift, low: lift / factor, high: lift * factor },
    leverage: { value: leverage, low: leverage - width, high: leverage + width },
  }
}

function describePair(
  counts: PairCounts,
  one: { readonly i: number; readonly q: number },
  z: number,
  level: number,
): PairAffinity {
  const { i, q } = one
  const first = counts.first[i] as number
  const second = counts.second[i] as number
  const hits = counts.both[i] as number
  const n = counts.baskets
  const { lift, leverage } = bounds(counts, i, z)
  const weight = weightOf(counts, i)
  const status = hits * weight < 30 ? 'weak' : 'ok'
  const shareOf = (of: number): Estimate => ({
    ...proportion({ hits: hits * weight, n: of * weight }, level),
    n: of,
  })
  return {
    first,
    second,
    both: hits,
    support: shareOf(n),
    confidence: shareOf(counts.itemCounts[first] as number),
    reverseConfidence: shareOf(counts.itemCounts[second] as number),
    lift: { ...lift, level, n, status },
    leverage: { ...leverage, level, n, status },
    q,
  }
}
