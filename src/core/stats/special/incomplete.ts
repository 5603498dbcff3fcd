/** Regularised incomplete gamma and beta functions: the tails of most distributions that tests and intervals need. */
import { LOG_SQRT_2PI, logBeta, logGamma, stirlingError } from './gamma.ts'

const EPSILON = 1.2e-16
// Below this a denominator of a continued fraction counts as zero (Lentz's method, modified by Thompson and Barnett 1986).
const TINY = 1e-300
// Terms needed grow with the root of the parameters: enough for parameters of about 1e10.
const MAX_TERMS = 500_000

/** ln(x^a e^-x / Gamma(a)), kept accurate where a and x are both large and close. */
function logGammaKernel(a: number, x: number): number {
  if (a < 8) return a * Math.log(x) - x - logGamma(a)
  const d = (x - a) / a
  // a ln(x / a) - (x - a) without the difference of large numbers.
  const deviance = Math.abs(d) < 0.1 ? a * log1pMinus(d) : a * Math.log(x / a) - (x - a)
  return deviance + 0.5 * Math.log(a) - LOG_SQRT_2PI - stirlingError(a)
}

/** ln(1 + d) - d for small d, by its series. */
function log1pMinus(d: number): number {
  let power = d
  let sum = 0
  for (let k = 2; k < 40; k++) {
    power *= -d
    const term = power / k
    sum += term
    if (Math.abs(term) < EPSILON * Math.abs(sum)) break
  }
  return sum
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MAX_TERMS; n++) {
    term *= x / (a + n)
    sum += term
    if (term < sum * EPSILON) break
  }
  return sum * Math.exp(logGammaKernel(a, x))
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / (b === 0 ? TINY : b)
  let h = d
  for (let i = 1; i < MAX_TERMS; i++) {
    const an = -i * (i - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + an / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const factor = d * c
    h *= factor
    if (Math.abs(factor - 1) < EPSILON) break
  }
  return h * Math.exp(logGammaKernel(a, x))
}

/** P(a, x), the lower regularised incomplete gamma function; a > 0, x >= 0. Abramowitz and Stegun 6.5.29. */
export function lowerGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN
  if (x === 0) return 0
  if (x === Infinity) return 1
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** Q(a, x) = 1 - P(a, x), accurate in the far tail. Abramowitz and Stegun 6.5.31. */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN
  if (x === 0) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  if (Math.abs(d) < TINY) d = TINY
  d = 1 / d
  let h = d
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    if (Math.abs(d) < TINY) d = TINY
    c = 1 + even / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    if (Math.abs(d) < TINY) d = TINY
    c = 1 + odd / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const factor = d * c
    h *= factor
    if (Math.abs(factor - 1) < EPSILON) break
  }
  return h
}

/**
 * I_x(a, b), the regularised incomplete beta function; a, b > 0, 0 <= x <= 1. Continued fraction of Abramowitz and
 * Stegun 26.5.8. `complement` is 1 - x where the caller knows it better than the subtraction does.
 */
export function incompleteBeta(
  x: number,
  a: number,
  b: number,
  complement: number = 1 - x,
): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1)) return Number.NaN
  if (x === 0 || complement === 1) return x === 0 ? 0 : betaFront(x, complement, a, b) / a
  if (complement === 0) return 1
  const front = betaFront(x, complement, a, b)
  // The fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, complement)) / b
}

function betaFront(x: number, complement: number, a: number, b: number): number {
  const logX = x > 0.5 ? Math.log1p(-complement) : Math.log(x)
  const logC = complement > 0.5 ? Math.log1p(-x) : Math.log(complement)
  return Math.exp(a * logX + b * logC - logBeta(a, b))
}
