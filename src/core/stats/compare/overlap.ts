/** How much two sets have in common, from the sizes of the parts. */
import type { Estimate } from '../estimate.ts'
import type { Share } from '../interval/sums.ts'
import { LEVEL } from '../interval/sums.ts'
import { proportion } from '../interval/proportion.ts'

/** Members of both sets, and of each alone. */
export interface Parts {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
}

/** Three views of the same overlap. */
export interface Overlap {
  /** Both / either (Jaccard 1901). */
  readonly jaccard: Estimate
  /** Both / smaller set (Szymkiewicz-Simpson): 1 where one contains the other. */
  readonly coefficient: Estimate
  /** Share of the first that is in the second. */
  readonly firstInSecond: Estimate
  /** Share of the second that is in the first. */
  readonly secondInFirst: Estimate
}

/**
 * Overlap of two sets with Wilson intervals. The sets are known exactly; the interval says what another draw of
 * customers from the same market would show, which is what a rule for "near duplicates" should ask.
 */
export function overlapOf(parts: Parts, level: number = LEVEL): Overlap {
  const first = parts.both + parts.onlyFirst
  const second = parts.both + parts.onlySecond
  const of = (n: number): Share => ({ hits: parts.both, n })
  return {
    jaccard: proportion(of(first + parts.onlySecond), level),
    coefficient: proportion(of(Math.min(first, second)), level),
    firstInSecond: proportion(of(first), level),
    secondInFirst: proportion(of(second), level),
  }
}
