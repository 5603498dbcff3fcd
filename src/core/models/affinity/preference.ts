/** What a customer buys more of than others do: categories and products against the base. */
import { assert } from '../../base/index.ts'
import { betaQuantile, type Estimate } from '../../stats/index.ts'

/** A customer's units in one category, in all, and the category's share in the base. */
export interface Preference {
  readonly own: number
  readonly total: number
  /** 0..1, above 0. */
  readonly baseShare: number
}

/**
 * Units of prior evidence: with `strength` units of own purchases the customer's share counts as much as the base's.
 * Ten is a judgement; `fitBetaPrior` on the category's table finds what the data say (alpha + beta).
 */
export const DEFAULT_STRENGTH = 10

/**
 * Smoothed ratio of the customer's share to the base's, 1 = like the base: ((own + strength x base) / (total +
 * strength)) / base, the posterior mean of a share with that prior, over the base (the gamma-Poisson shrinker of
 * DuMouchel 1999 with one component). One unit of a rare category does not make a devotee. Interval: posterior
 * quantiles.
 */
export function preferenceFor(
  given: Preference,
  options: { readonly strength?: number; readonly level?: number } = {},
): Estimate {
  const { own, total, baseShare } = given
  assert(baseShare > 0 && baseShare <= 1, 'a category that nobody buys has no base')
  const strength = options.strength ?? DEFAULT_STRENGTH
  const level = options.level ?? 0.95
  const a = own + strength * baseShare
  const b = total - own + strength * (1 - baseShare)
  const tail = (1 - level) / 2
  return {
    value: a / (a + b) / baseShare,
    low: b > 0 ? betaQuantile(tail, a, b) / baseShare : 1,
    high: b > 0 ? betaQuantile(1 - tail, a, b) / baseShare : 1,
    level,
    n: total,
    status: total <= 0 ? 'none' : total < strength ? 'weak' : 'ok',
  }
}

/** The ratios alone, row by row: the form that SQL prints. */
export function preferences(
  rows: {
    readonly own: Float64Array
    readonly total: Float64Array
    readonly baseShare: Float64Array
  },
  strength: number = DEFAULT_STRENGTH,
): Float64Array {
  return rows.own.map((own, i) => {
    const base = rows.baseShare[i] as number
    return (own + strength * base) / ((rows.total[i] as number) + strength) / base
  })
}
