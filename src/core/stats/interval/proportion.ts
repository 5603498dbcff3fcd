/** Intervals of shares, of their difference and of their ratio. */
import type { Estimate, EstimateStatus } from '../estimate.ts'
import { normalQuantile, normalTail } from '../special/index.ts'
import { LEVEL, withoutValue, type Pair, type Share } from './sums.ts'

/** Hits or misses below this leave a share with few data: the rule np, nq >= 5 of the textbooks. */
const FEW_HITS = 5

/**
 * A share with Wilson's score interval (Wilson 1927; Brown, Cai, DasGupta 2001), which neither leaves 0..1 nor shrinks
 * to nothing at 0 or n hits. Assumes independent observations.
 */
export function proportion(share: Share, level: number = LEVEL): Estimate {
  const { hits, n } = share
  if (n <= 0) return withoutValue({ n: 0, level })
  const p = hits / n
  const { low, high } = wilson(share, level)
  return { value: p, low, high, level, n, status: sure(share) }
}

function sure({ hits, n }: Share): EstimateStatus {
  return Math.min(hits, n - hits) < FEW_HITS ? 'weak' : 'ok'
}

function wilson({ hits, n }: Share, level: number): { low: number; high: number } {
  const z = normalQuantile((1 + level) / 2)
  const p = hits / n
  const square = z * z
  const centre = (p + square / (2 * n)) / (1 + square / n)
  const width = (z / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - width),
    high: hits === n ? 1 : Math.min(1, centre + width),
  }
}

/** Difference of two independent shares, interval by Newcombe 1998, Statistics in Medicine 17:873, method 10. */
export function proportionDifference(pair: Pair<Share>, level: number = LEVEL): Estimate {
  const { of, against } = pair
  const n = of.n + against.n
  if (of.n <= 0 || against.n <= 0) return withoutValue({ n, level })
  const p = of.hits / of.n
  const q = against.hits / against.n
  const a = wilson(of, level)
  const b = wilson(against, level)
  return {
    value: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
    level,
    n,
    status: sure(of) === 'ok' && sure(against) === 'ok' ? 'ok' : 'weak',
  }
}

/**
 * Ratio of two independent shares, interval on the log scale (Katz et al. 1978). With no hits on one side half a hit is
 * added to both sides for the interval (Walter 1975); the value stays hits over hits, and has none where `against` has
 * no hits. With no misses on a side its variance there would be nothing: the interval is then put together from those of
 * both shares (Wilson) on the log scale, as Zou and Donner 2008, Statistics in Medicine 27:1693, do.
 */
export function proportionRatio(pair: Pair<Share>, level: number = LEVEL): Estimate {
  const { of, against } = pair
  const n = of.n + against.n
  if (of.n <= 0 || against.n <= 0 || (of.hits === 0 && against.hits === 0))
    return withoutValue({ n, level })
  if (against.hits > 0 && of.hits > 0 && (of.hits === of.n || against.hits === against.n))
    return recoveredRatio(pair, level)
  const add = of.hits === 0 || against.hits === 0 ? 0.5 : 0
  const a = of.hits + add
  const b = against.hits + add
  const log = Math.log(a / (of.n + add)) - Math.log(b / (against.n + add))
  const variance = 1 / a - 1 / (of.n + add) + 1 / b - 1 / (against.n + add)
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance))
  return {
    value: against.hits === 0 ? undefined : of.hits / of.n / (against.hits / against.n),
    low: of.hits === 0 ? 0 : Math.exp(log - width),
    high: against.hits === 0 ? undefined : Math.exp(log + width),
    level,
    n,
    status: against.hits === 0 ? 'not-identified' : Math.min(a, b) < FEW_HITS ? 'weak' : 'ok',
  }
}

function recoveredRatio({ of, against }: Pair<Share>, level: number): Estimate {
  const [p, q] = [of.hits / of.n, against.hits / against.n]
  const [a, b] = [wilson(of, level), wilson(against, level)]
  const value = p / q
  return {
    value,
    low: value * Math.exp(-Math.hypot(Math.log(p / a.low), Math.log(b.high / q))),
    high: value * Math.exp(Math.hypot(Math.log(a.high / p), Math.log(q / b.low))),
    level,
    n: of.n + against.n,
    status: 'weak',
  }
}

/** Two-sided p-value for equal shares: the score test (chi-square without correction) of Pearson 1900. */
export function proportionTest(pair: Pair<Share>): number {
  const { of, against } = pair
  const pooled = (of.hits + against.hits) / (of.n + against.n)
  const variance = pooled * (1 - pooled) * (1 / of.n + 1 / against.n)
  if (!(variance > 0)) return 1
  const z = (of.hits / of.n - against.hits / against.n) / Math.sqrt(variance)
  return 2 * normalTail(Math.abs(z))
}
