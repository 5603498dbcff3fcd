/** One total as a share of another over the same customers. */
import { normalQuantile, type Estimate } from '../../stats/index.ts'

/** Sums over customers of `part` and `whole`. */
export interface RatioSums {
  readonly n: number
  readonly part: number
  readonly whole: number
  readonly partSquares: number
  readonly wholeSquares: number
  readonly cross: number
}

/** Fewer customers leave the ratio to a few of them. */
const FEW = 30

/**
 * Total of the parts over total of the wholes with the interval of the ratio estimator (Cochran 1977, eq. 6.13): customers
 * are independent, their own parts and wholes are not. No ratio where the whole is zero or below. A part of the whole is a
 * share, so its interval ends at none and all of it.
 */
export function ratioOfTotals(sums: RatioSums, level = 0.95): Estimate {
  const { n, part, whole, partSquares, wholeSquares, cross } = sums
  const none = { value: undefined, low: undefined, high: undefined, level, n }
  if (n === 0) return { ...none, status: 'none' }
  if (!(whole > 0)) return { ...none, status: 'not-identified' }
  const value = part / whole
  if (n < 2) return { ...none, value, status: 'weak' }
  const squares = Math.max(0, partSquares - 2 * value * cross + value * value * wholeSquares)
  const error = Math.sqrt((squares / (n - 1)) * n) / whole
  const reach = normalQuantile((1 + level) / 2) * error
  const isShare = value >= 0 && value <= 1
  return {
    value,
    low: isShare ? Math.max(0, value - reach) : value - reach,
    high: isShare ? Math.min(1, value + reach) : value + reach,
    level,
    n,
    status: n < FEW ? 'weak' : 'ok',
  }
}
