/** The sums that estimates start from: shares, moments, and values with how often each occurs. */
import type { Estimate, EstimateStatus } from '../estimate.ts'

/** `hits` of `n` observations have the property. */
export interface Share {
  readonly hits: number
  readonly n: number
}

/** Observations, their sum and the sum of their squares, as one pass over the data returns them. */
export interface Moments {
  readonly n: number
  readonly sum: number
  readonly sumSquares: number
}

/** Two groups; every difference and ratio here reads `of` against `against`. */
export interface Pair<T> {
  readonly of: T
  readonly against: T
}

/** Distinct values in ascending order with how often each occurs: a column without its repetitions. */
export interface Compressed {
  readonly values: Float64Array
  readonly counts: Float64Array
}

/** The usual coverage of an interval. */
export const LEVEL = 0.95

/**
 * Fewer observations than this and a mean's interval leans on normality that nobody checked (the textbook's n = 30).
 */
export const FEW = 30

/** An answer without a value: why is in the status. */
export function withoutValue(given: {
  readonly n: number
  readonly level: number
  readonly status?: EstimateStatus
}): Estimate {
  return {
    value: undefined,
    low: undefined,
    high: undefined,
    level: given.level,
    n: given.n,
    status: given.status ?? (given.n > 0 ? 'not-identified' : 'none'),
  }
}

/** Mean and sample variance (n - 1); the variance is undefined below two observations. */
export function describe(moments: Moments): {
  readonly mean: number | undefined
  readonly variance: number | undefined
} {
  const { n, sum, sumSquares } = moments
  if (n <= 0) return { mean: undefined, variance: undefined }
  const mean = sum / n
  if (n <= 1) return { mean, variance: undefined }
  const spread = sumSquares - sum * mean
  // Cancellation can leave a trace below zero where all values are equal.
  const floor = Math.abs(sumSquares) * 1e-14 * Math.max(1, Math.log2(n))
  return { mean, variance: spread > floor ? spread / (n - 1) : 0 }
}

/** Moments of values held in memory; with `counts`, each value stands for that many observations. */
export function momentsOf(values: Float64Array, counts?: Float64Array): Moments {
  let n = 0
  let sum = 0
  let sumSquares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const count = counts === undefined ? 1 : (counts[i] as number)
    n += count
    sum += count * value
    sumSquares += count * value * value
  }
  return { n, sum, sumSquares }
}

/** Sorts and merges equal values; counts are added up. */
export function compress(values: Float64Array, counts?: Float64Array): Compressed {
  if (counts === undefined) {
    const sorted = values.slice().sort()
    return merged(sorted, () => 1)
  }
  const order = Uint32Array.from(values, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  )
  return merged(
    Float64Array.from(order, (i) => values[i] as number),
    (i) => counts[order[i] as number] as number,
  )
}

function merged(sorted: Float64Array, countAt: (i: number) => number): Compressed {
  const values = new Float64Array(sorted.length)
  const counts = new Float64Array(sorted.length)
  let last = -1
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number
    if (last < 0 || value !== values[last]) values[++last] = value
    counts[last] = (counts[last] as number) + countAt(i)
  }
  return { values: values.slice(0, last + 1), counts: counts.slice(0, last + 1) }
}
