/** A quantile with an interval that assumes nothing of the distribution. */
import type { Estimate } from '../estimate.ts'
import { incompleteBeta, normalQuantile } from '../special/index.ts'
import { LEVEL, withoutValue, type Compressed } from './sums.ts'

/** Beyond this many observations the normal approximation of ranks is exact to a rank or two. */
const MANY = 2000

/**
 * Quantile `q` (0..1) of compressed values: type 7 of Hyndman and Fan 1996, as in R and NumPy. Interval by order
 * statistics (Conover 1999, section 3.2): observations whose ranks the binomial distribution says enclose the quantile;
 * it covers at least `level` where n allows it at all, else an end is open (`undefined`) and the status is `weak`.
 */
export function quantile(data: Compressed, q: number, level: number = LEVEL): Estimate {
  const below = cumulate(data.counts)
  const n = below.at(-1) ?? 0
  if (n === 0) return withoutValue({ n: 0, level })
  const at = (n - 1) * q
  const whole = Math.floor(at)
  const first = valueAt(data, below, whole)
  const value = first + (at - whole) * (valueAt(data, below, Math.min(n - 1, whole + 1)) - first)
  const tail = (1 - level) / 2
  const low = lowerRank(n, q, tail)
  const high = n + 1 - lowerRank(n, 1 - q, tail)
  const open = low < 1 || high > n
  return {
    value,
    low: low < 1 ? undefined : Math.min(value, valueAt(data, below, low - 1)),
    high: high > n ? undefined : Math.max(value, valueAt(data, below, high - 1)),
    level,
    n,
    status: open ? 'weak' : 'ok',
  }
}

function cumulate(counts: Float64Array): Float64Array {
  const below = new Float64Array(counts.length)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] as number
    below[i] = sum
  }
  return below
}

/** Value of the observation at a rank from 0. */
function valueAt(data: Compressed, below: Float64Array, rank: number): number {
  let low = 0
  let high = below.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((below[middle] as number) > rank) high = middle
    else low = middle + 1
  }
  return data.values[low] as number
}

/** The largest rank r (from 1; 0 = none) with P(Binomial(n, q) <= r - 1) <= tail. */
function lowerRank(n: number, q: number, tail: number): number {
  if (n > MANY) {
    const rank = Math.floor(n * q + normalQuantile(tail) * Math.sqrt(n * q * (1 - q)))
    return Math.max(0, Math.min(n, rank))
  }
  let low = 0
  let high = Math.floor(n * q)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (atMost(middle - 1, n, q) <= tail) low = middle
    else high = middle - 1
  }
  return low
}

/** P(Binomial(n, q) <= k). */
function atMost(k: number, n: number, q: number): number {
  return k >= n ? 1 : incompleteBeta(1 - q, n - k, k + 1)
}
