/** The index of a segment against the base that contains it: 100 = like the base, 200 = twice as much. */
import type { Estimate } from '../estimate.ts'
import { describe, FEW, LEVEL, withoutValue, type Moments, type Share } from '../interval/sums.ts'
import { normalQuantile } from '../special/index.ts'

/** A segment, and the whole base with the segment in it. */
export interface Within<T> {
  readonly segment: T
  readonly base: T
}

/** A mean and the variance of that mean. */
interface Part {
  readonly mean: number
  readonly variance: number
  readonly n: number
}

/**
 * 100 x share in the segment / share in the base. As the base holds the segment, both move together: the interval
 * takes segment and rest as the independent parts (delta method on the log scale). `not-identified` where the base has
 * no hits. Variances of shares are those of Agresti and Coull's adjusted shares, so that 0 and 100 % have an interval.
 */
export function shareIndex(given: Within<Share>, level: number = LEVEL): Estimate {
  const { segment, base } = given
  const n = base.n
  if (segment.n <= 0 || n <= 0) return withoutValue({ n: 0, level })
  if (base.hits <= 0) return withoutValue({ n, level, status: 'not-identified' })
  const few = Math.min(segment.hits, segment.n - segment.hits) < 5
  const rest = { hits: base.hits - segment.hits, n: base.n - segment.n }
  return indexOf(partOf(segment), partOf(rest), few, level)
}

/**
 * 100 x mean of the segment / mean of the base, for measures whose mean is above zero. Where all of one side are equal, which
 * says nothing of their spread, it is taken to vary as the other.
 */
export function meanIndex(given: Within<Moments>, level: number = LEVEL): Estimate {
  const { segment, base } = given
  const n = base.n
  if (segment.n <= 0 || n <= 0) return withoutValue({ n: 0, level })
  if (base.sum <= 0) return withoutValue({ n, level, status: 'not-identified' })
  const rest: Moments = {
    n: base.n - segment.n,
    sum: base.sum - segment.sum,
    sumSquares: base.sumSquares - segment.sumSquares,
  }
  const few = segment.n < FEW
  const own = describe(segment)
  const value = (100 * (own.mean ?? 0)) / (base.sum / n)
  if (own.variance === undefined) return { ...withoutValue({ n, level, status: 'weak' }), value }
  const others = describe(rest)
  return indexOf(toPart(segment.n, own, others), toPart(rest.n, others, own), few, level)
}

function toPart(n: number, found: Described, other: Described): Part {
  const spread = (found.variance ?? 0) > 0 ? found.variance : other.variance
  return { mean: found.mean ?? 0, variance: n > 0 ? (spread ?? 0) / n : 0, n }
}

type Described = ReturnType<typeof describe>

function partOf({ hits, n }: Share): Part {
  if (n <= 0) return { mean: 0, variance: 0, n: 0 }
  const adjusted = (hits + 2) / (n + 4)
  return { mean: hits / n, variance: (adjusted * (1 - adjusted)) / (n + 4), n }
}

function indexOf(segment: Part, rest: Part, few: boolean, level: number): Estimate {
  const n = segment.n + rest.n
  const share = segment.n / n
  const base = share * segment.mean + (1 - share) * rest.mean
  const value = (100 * segment.mean) / base
  const z = normalQuantile((1 + level) / 2)
  // Derivatives of the ratio by each part's mean; on the log scale both are divided by the ratio.
  const bySegment = (1 - (share * segment.mean) / base) / base
  const byRest = (-(1 - share) * segment.mean) / (base * base)
  const se = Math.sqrt(bySegment ** 2 * segment.variance + byRest ** 2 * rest.variance)
  if (segment.mean <= 0) {
    const low = segment.mean < 0 ? value - 100 * z * se : 0
    return { value, low, high: value + 100 * z * se, level, n, status: 'weak' }
  }
  const factor = Math.exp((z * se) / (segment.mean / base))
  return { value, low: value / factor, high: value * factor, level, n, status: few ? 'weak' : 'ok' }
}
