/** Tails and quantiles of the distributions of tests and intervals: chi-square, t, F, beta, gamma, Poisson means. */
import { incompleteBeta, lowerGamma, upperGamma } from './incomplete.ts'
import { normalQuantile } from './normal.ts'

/** P(X > x) for chi-square with `df` degrees of freedom. Abramowitz and Stegun 26.4.19. */
export function chiSquareTail(x: number, df: number): number {
  return x <= 0 ? 1 : upperGamma(df / 2, x / 2)
}

/** P(X > t) for Student's t, one-sided; `df` > 0 need not be whole. Abramowitz and Stegun 26.7.1. */
export function studentTail(t: number, df: number): number {
  const squared = t * t
  const half = 0.5 * incompleteBeta(df / (df + squared), df / 2, 0.5, squared / (df + squared))
  return t >= 0 ? half : 1 - half
}

/** P(|X| > |t|) for Student's t: the p-value of a two-sided test. */
export function studentTwoSided(t: number, df: number): number {
  return 2 * studentTail(Math.abs(t), df)
}

/** P(X > f) for Fisher's F. Abramowitz and Stegun 26.6.2. */
export function fisherTail(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1
  const whole = df2 + df1 * f
  return incompleteBeta(df2 / whole, df2 / 2, df1 / 2, (df1 * f) / whole)
}

/** The argument at which an increasing function reaches `target`; `low` and `high` enclose it. Bisection with secants. */
function invert(f: (x: number) => number, target: number, low: number, high: number): number {
  let a = low
  let b = high
  let fa = f(a) - target
  let fb = f(b) - target
  for (let i = 0; i < 200; i++) {
    const middle = a + (b - a) / 2
    if (middle === a || middle === b) break
    // A false-position step when it falls well inside, else a halving: never slower than halving twice.
    const secant = i % 2 === 0 && fb !== fa ? a - (fa * (b - a)) / (fb - fa) : middle
    const x = secant > a && secant < b ? secant : middle
    const fx = f(x) - target
    if (fx === 0) return x
    if (fx < 0) {
      a = x
      fa = fx
    } else {
      b = x
      fb = fx
    }
    if (b - a <= 2e-16 * Math.abs(b)) break
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b
}

/** The quantile of a gamma distribution with shape a and scale 1. */
export function gammaQuantile(p: number, a: number): number {
  if (!(p >= 0) || !(p <= 1) || !(a > 0)) return Number.NaN
  if (p === 0) return 0
  if (p === 1) return Infinity
  let high = a + 10 * Math.sqrt(a) + 10
  while (lowerGamma(a, high) < p && high < 1e300) high *= 2
  return invert((x) => lowerGamma(a, x), p, 0, high)
}

/** The quantile of chi-square. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2)
}

/** The quantile of a beta distribution, as for exact (Clopper-Pearson) and Bayesian intervals of a share. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0) || !(p <= 1) || !(a > 0) || !(b > 0)) return Number.NaN
  if (p === 0 || p === 1) return p
  return invert((x) => incompleteBeta(x, a, b), p, 0, 1)
}

/** The quantile of Student's t. */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0) || !(p <= 1) || !(df > 0)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, df)
  if (df > 1e10) return normalQuantile(p)
  // The tails of t are wider than those of the normal, so its quantile is the inner end.
  let high = -normalQuantile(p)
  const low = high * 0.999
  while (studentTail(high, df) > p && high < 1e300) high *= 2
  return -invert((t) => -studentTail(t, df), -p, low, high)
}
