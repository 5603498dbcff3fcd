/** How large a difference is in units of spread, so that age, spend and a share can be ranked side by side. */
import type { Estimate } from '../estimate.ts'
import {
  describe,
  FEW,
  LEVEL,
  withoutValue,
  type Moments,
  type Pair,
  type Share,
} from '../interval/sums.ts'
import { normalQuantile } from '../special/index.ts'

/**
 * Difference of means over the root of the mean of both variances (Austin 2009, Statistics in Medicine 28:3083).
 * `against` should be the rest of the base and not the whole of it, else a segment is compared with itself in part.
 * Interval by the large sample variance of Hedges and Olkin 1985. No spread on either side has no unit to measure in:
 * `not-identified`.
 */
export function standardisedDifference(pair: Pair<Moments>, level: number = LEVEL): Estimate {
  const n = pair.of.n + pair.against.n
  const a = describe(pair.of)
  const b = describe(pair.against)
  if (a.mean === undefined || b.mean === undefined)
    return withoutValue({ n, level, status: 'none' })
  const spread = Math.sqrt(((a.variance ?? 0) + (b.variance ?? 0)) / 2)
  if (a.variance === undefined || b.variance === undefined || spread === 0)
    return withoutValue({ n, level, status: 'not-identified' })
  return withSpread((a.mean - b.mean) / spread, pair.of.n, pair.against.n, level)
}

/** The same for shares, whose variance is p (1 - p). */
export function standardisedShareDifference(pair: Pair<Share>, level: number = LEVEL): Estimate {
  const n = pair.of.n + pair.against.n
  if (pair.of.n <= 0 || pair.against.n <= 0) return withoutValue({ n, level, status: 'none' })
  const p = pair.of.hits / pair.of.n
  const q = pair.against.hits / pair.against.n
  const spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2)
  // All against none: a difference without a unit. Equal and certain: none.
  if (spread === 0) return withoutValue({ n, level, status: 'not-identified' })
  return withSpread((p - q) / spread, pair.of.n, pair.against.n, level)
}

function withSpread(d: number, of: number, against: number, level: number): Estimate {
  const n = of + against
  const se = Math.sqrt(n / (of * against) + (d * d) / (2 * n))
  const width = normalQuantile((1 + level) / 2) * se
  const status = Math.min(of, against) < FEW ? 'weak' : 'ok'
  return { value: d, low: d - width, high: d + width, level, n, status }
}
