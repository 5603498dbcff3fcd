/** Significance and relevance kept apart: whether a difference exists, and whether it matters. */
import type { Estimate } from '../estimate.ts'

/**
 * `relevant`: exists, and surely at least as large as what matters.
 * `probably-relevant`: exists, its best estimate matters, its interval reaches below what matters.
 * `significant-yet-irrelevant`: exists, and its best estimate is too small to matter.
 * `no-relevant-difference`: whether or not it exists, it is surely too small to matter.
 * `unsure`: may be nothing, may matter.
 * `cannot-tell`: no data, or data that do not answer.
 */
export type Relevance =
  | 'relevant'
  | 'probably-relevant'
  | 'significant-yet-irrelevant'
  | 'no-relevant-difference'
  | 'unsure'
  | 'cannot-tell'

/** Standardised differences below this are commonly called negligible (Cohen 1988; Austin 2009 uses .1 for balance). */
export const SMALL_DIFFERENCE = 0.2

/** What counts. */
export interface RelevanceRule {
  /** The smallest deviation from `neutral` that matters, in the estimate's own unit. */
  readonly matters: number
  /** The value of "no difference": 0 for differences, 1 for ratios, 100 for an index. */
  readonly neutral?: number
  /** Adjusted p-value, where the estimate is one of many; without it the interval decides. */
  readonly adjustedP?: number | undefined
  /** Significance level for `adjustedP`. */
  readonly alpha?: number
}

/** Which of the six is true. Cost: constant. */
export function relevanceOf(estimate: Estimate, rule: RelevanceRule): Relevance {
  const { value, low, high } = estimate
  if (value === undefined || low === undefined || high === undefined) return 'cannot-tell'
  const neutral = rule.neutral ?? 0
  const size = Math.abs(value - neutral)
  const outside = low > neutral || high < neutral
  const exists =
    rule.adjustedP === undefined ? outside : rule.adjustedP <= (rule.alpha ?? 1 - estimate.level)
  const farthest = Math.max(Math.abs(low - neutral), Math.abs(high - neutral))
  const nearest = outside ? Math.min(Math.abs(low - neutral), Math.abs(high - neutral)) : 0
  if (exists) {
    if (size < rule.matters) return 'significant-yet-irrelevant'
    return nearest >= rule.matters ? 'relevant' : 'probably-relevant'
  }
  return farthest < rule.matters ? 'no-relevant-difference' : 'unsure'
}
