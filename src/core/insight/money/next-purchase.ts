/** What is bought next after something else, more often than otherwise. */
import {
  benjaminiHochberg,
  proportion,
  proportionDifference,
  proportionRatio,
  proportionTest,
  type Estimate,
  type Pair,
  type Share,
} from '../../stats/index.ts'

/** Purchases that were followed by another of the same customer. */
export interface NextCounts {
  /** How many there are. */
  readonly steps: number
  /** By item: steps whose first basket holds it. */
  readonly before: Float64Array
  /** By item: steps whose second basket holds it and the first does not. */
  readonly after: Float64Array
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly both: Float64Array
  /** Steps whose first basket holds both items already. */
  readonly together: Float64Array
  /** Different customers who took the step. */
  readonly customers: Float64Array
}

/** One item after another. */
export interface NextPurchase {
  readonly from: number
  readonly to: number
  readonly steps: number
  /** Of the steps with the first item and without the second, those that go on to the second. */
  readonly chance: Estimate
  /** Of all other steps without the second. */
  readonly otherwise: number
  readonly lift: Estimate
  readonly difference: Estimate
  readonly q: number
}

/** A step of fewer customers is an anecdote. */
const FEWEST = 11
/** Fewer steps from an item say nothing of what follows it. */
const FEWEST_BEFORE = 30

/**
 * Steps from one item to another that are surely more frequent than from elsewhere, best first by the lower bound of the
 * difference of shares (Newcombe), which holds rare steps back; corrected by Benjamini and Hochberg for every two items that
 * could have been found. Only steps that could bring the second item as something new are compared: a basket that holds it
 * cannot, and such baskets are rarer among those with another item, which alone would make a link of nothing. Steps of one
 * customer are one habit: all counts are taken for as many as there are customers behind a step (a design effect of steps per
 * customer, Kish 1965). It describes what was, and foretells only if habits stay.
 */
export function nextPurchases(counts: NextCounts, most = 50): readonly NextPurchase[] {
  const { before, after, from, to, both } = counts
  const judged = before.filter((n) => n >= FEWEST_BEFORE).length
  const kept: { readonly i: number; readonly p: number }[] = []
  for (let i = 0; i < both.length; i++) {
    const pair = pairAt(counts, i)
    const isRare = (counts.customers[i] as number) < FEWEST
    if (isRare || (before[from[i] as number] as number) < FEWEST_BEFORE || pair.against.n <= 0)
      continue
    kept.push({ i, p: proportionTest(pair) })
  }
  const q = benjaminiHochberg(
    Float64Array.from(kept, ({ p }) => p),
    judged * (after.length - 1),
  )
  return kept
    .map(({ i }, k): NextPurchase => {
      const pair = pairAt(counts, i)
      return {
        from: from[i] as number,
        to: to[i] as number,
        steps: both[i] as number,
        chance: proportion(pair.of),
        otherwise: pair.against.hits / pair.against.n,
        lift: proportionRatio(pair),
        difference: proportionDifference(pair),
        q: q[k] as number,
      }
    })
    .filter((one) => one.q <= 0.05 && (one.difference.low ?? 0) > 0)
    .toSorted((a, b) => (b.difference.low ?? 0) - (a.difference.low ?? 0))
    .slice(0, most)
}

/** Shares of steps, as many as there are customers behind them. */
function pairAt(counts: NextCounts, i: number): Pair<Share> {
  const { steps, before, after, from, to } = counts
  const hits = counts.both[i] as number
  const one = Math.min(1, (counts.customers[i] as number) / hits)
  const n = (before[from[i] as number] as number) - (counts.together[i] as number)
  const open = steps - (before[to[i] as number] as number)
  const others = Math.max(0, (after[to[i] as number] as number) - hits)
  return {
    of: { hits: hits * one, n: n * one },
    against: { hits: others * one, n: (open - n) * one },
  }
}
