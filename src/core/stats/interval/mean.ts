/** Intervals of means, of their difference and of their ratio, from n, sum and sum of squares. */
import type { Estimate, EstimateStatus } from '../estimate.ts'
import { normalQuantile, studentQuantile, studentTwoSided } from '../special/index.ts'
import { describe, FEW, LEVEL, withoutValue, type Moments, type Pair } from './sums.ts'

/**
 * A mean with Student's t interval (Student 1908). Assumes independent observations and, below thirty, normal ones:
 * `weak` there. One observation has a value and no interval; equal observations say nothing of their spread, so that
 * they have no interval either.
 */
export function mean(moments: Moments, level: number = LEVEL): Estimate {
  const { n } = moments
  const { mean: value, variance } = describe(moments)
  if (value === undefined) return withoutValue({ n: 0, level })
  if (variance === undefined || variance === 0)
    return { ...withoutValue({ n, level, status: 'weak' }), value }
  const width = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n)
  const status = n < FEW ? 'weak' : 'ok'
  return { value, low: value - width, high: value + width, level, n, status }
}

/** The pieces of Welch's comparison. */
interface Welch {
  readonly difference: number
  readonly se: number
  readonly df: number
}

function welch(pair: Pair<Moments>): Welch | undefined {
  const a = describe(pair.of)
  const b = describe(pair.against)
  if (a.mean === undefined || b.mean === undefined) return undefined
  if (a.variance === undefined || b.variance === undefined) return undefined
  const first = spreadOf(a.variance, b.variance) / pair.of.n
  const second = spreadOf(b.variance, a.variance) / pair.against.n
  const df =
    (first + second) ** 2 / (first ** 2 / (pair.of.n - 1) + second ** 2 / (pair.against.n - 1))
  return { difference: a.mean - b.mean, se: Math.sqrt(first + second), df }
}

/**
 * Equal observations say nothing of their spread: a side of them is taken to vary as the other side does, else thirty
 * customers who all did nothing would be as certain as thirty thousand.
 */
function spreadOf(own: number, other: number): number {
  return own > 0 ? own : other
}

function sure(pair: Pair<Moments>): EstimateStatus {
  return Math.min(pair.of.n, pair.against.n) < FEW ? 'weak' : 'ok'
}

/**
 * Difference of two means without assuming equal variances (Welch 1947; degrees of freedom by Satterthwaite 1946); a side
 * without any spread is taken to vary as the other.
 */
export function meanDifference(pair: Pair<Moments>, level: number = LEVEL): Estimate {
  const n = pair.of.n + pair.against.n
  const a = describe(pair.of).mean
  const b = describe(pair.against).mean
  if (a === undefined || b === undefined) return withoutValue({ n, level })
  const parts = welch(pair)
  if (parts === undefined || parts.se === 0)
    return { ...withoutValue({ n, level, status: 'weak' }), value: a - b }
  const width = studentQuantile((1 + level) / 2, parts.df) * parts.se
  const value = parts.difference
  return { value, low: value - width, high: value + width, level, n, status: sure(pair) }
}

/** Two-sided p-value of Welch's test; `undefined` where there is no spread to judge by. */
export function meanTest(pair: Pair<Moments>): number | undefined {
  const parts = welch(pair)
  if (parts === undefined || parts.se === 0) return undefined
  return studentTwoSided(parts.difference / parts.se, parts.df)
}

/**
 * Ratio of two positive means, interval by the delta method on the log scale, the variance of both included. The ratio
 * has no meaning where a mean is zero or below: `not-identified`. `weak` where a mean is less than three standard
 * errors from zero, as the approximation then fails.
 */
export function meanRatio(pair: Pair<Moments>, level: number = LEVEL): Estimate {
  const n = pair.of.n + pair.against.n
  const a = describe(pair.of)
  const b = describe(pair.against)
  if (a.mean === undefined || b.mean === undefined) return withoutValue({ n, level })
  if (a.mean <= 0 || b.mean <= 0) return withoutValue({ n, level, status: 'not-identified' })
  const value = a.mean / b.mean
  if (a.variance === undefined || b.variance === undefined)
    return { ...withoutValue({ n, level, status: 'weak' }), value }
  const first = spreadOf(a.variance, b.variance) / pair.of.n / a.mean ** 2
  const second = spreadOf(b.variance, a.variance) / pair.against.n / b.mean ** 2
  if (first + second === 0) return { ...withoutValue({ n, level, status: 'weak' }), value }
  const factor = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(first + second))
  const status = Math.max(first, second) > 1 / 9 ? 'weak' : sure(pair)
  return { value, low: value / factor, high: value * factor, level, n, status }
}
