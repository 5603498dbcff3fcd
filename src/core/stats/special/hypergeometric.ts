/** Gauss's hypergeometric function 2F1 on [0, 1), the workhorse of the models of customer lifetime. */

// Terms fall about as z^j: enough for z up to .9999 at the precision asked.
const MAX_TERMS = 400_000
const PRECISION = 1e-15
const RESCALE_ABOVE = 1e250

/** The plain series sum (a)_j (b)_j / (c)_j z^j / j!; |z| < 1, c > 0. Abramowitz and Stegun 15.1.1. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let j = 0; j < MAX_TERMS; j++) {
    term *= (((a + j) * (b + j)) / ((c + j) * (1 + j))) * z
    sum += term
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) break
  }
  return sum
}

/**
 * ln 2F1(a, b; c; z) for a, b, c > 0 and 0 <= z < 1, where all terms are positive. Applies Euler's transformation
 * (Abramowitz and Stegun 15.3.3) when it shortens the series, and rescales as it goes, so that hundreds of purchases
 * do not overflow.
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(a > 0) || !(b > 0) || !(c > 0) || !(z >= 0) || !(z < 1)) return Number.NaN
  if (z === 0) return 0
  // Terms of the transformed series stay positive only if both c - a and c - b are.
  if (c - a > 0 && c - b > 0 && a + b > c) {
    return (c - a - b) * Math.log1p(-z) + logSeries(c - a, c - b, c, z)
  }
  return logSeries(a, b, c, z)
}

function logSeries(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  let scale = 0
  for (let j = 0; j < MAX_TERMS; j++) {
    const factor = (((a + j) * (b + j)) / ((c + j) * (1 + j))) * z
    term *= factor
    sum += term
    if (sum > RESCALE_ABOVE) {
      scale += Math.log(sum)
      term /= sum
      sum = 1
    }
    if (factor < 1 && term <= PRECISION * sum) break
  }
  return Math.log(sum) + scale
}
