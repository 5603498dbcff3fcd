/** The gamma function's logarithm and what derives from it, for positive arguments, fit for inner loops. */

/** ln sqrt(2 pi). */
export const LOG_SQRT_2PI = 0.9189385332046728

/**
 * What Stirling's formula lacks: ln Gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi)), for x >= 8.
 * Abramowitz and Stegun 6.1.41; the first term left out is below 3e-17 there.
 */
export function stirlingError(x: number): number {
  const z = 1 / (x * x)
  return (
    (1 / 12 +
      z *
        (-1 / 360 +
          z *
            (1 / 1260 +
              z *
                (-1 / 1680 +
                  z * (1 / 1188 + z * (-691 / 360_360 + z * (1 / 156 - z * (3617 / 122_400)))))))) /
    x
  )
}

/** ln Gamma(x) for x > 0 (NaN else): recurrence up to 8, then Stirling's series. Relative error about 1e-15. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  // Both zeros, where the difference of large terms would leave only noise.
  if (x === 1 || x === 2) return 0
  if (x === Infinity) return Infinity
  let product = 1
  let y = x
  while (y < 8) {
    product *= y
    y += 1
  }
  const value = (y - 0.5) * Math.log(y) - y + LOG_SQRT_2PI + stirlingError(y)
  return product === 1 ? value : value - Math.log(product)
}

/** The derivative of ln Gamma for x > 0 (NaN else). Abramowitz and Stegun 6.3.5 and 6.3.18. */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let shift = 0
  let y = x
  while (y < 8) {
    shift += 1 / y
    y += 1
  }
  const z = 1 / (y * y)
  const tail =
    z *
    (1 / 12 -
      z *
        (1 / 120 -
          z *
            (1 / 252 -
              z *
                (1 / 240 - z * (1 / 132 - z * (691 / 32_760 - z * (1 / 12 - z * (3617 / 8160))))))))
  return Math.log(y) - 0.5 / y - tail - shift
}

/** The second derivative of ln Gamma for x > 0 (NaN else). Abramowitz and Stegun 6.4.6 and 6.4.12. */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let shift = 0
  let y = x
  while (y < 8) {
    shift += 1 / (y * y)
    y += 1
  }
  const z = 1 / (y * y)
  const tail =
    z *
    (1 / 6 -
      z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - z * (7 / 6)))))))
  return (1 + 0.5 / y + tail) / y + shift
}

/** ln Beta(a, b) for a, b > 0; large arguments lose no digits to cancellation (Didonato and Morris 1992, section 4). */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (!(small > 0)) return Number.NaN
  if (large < 8) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const ratio = small / large
  const correction = stirlingError(large) - stirlingError(small + large)
  if (small < 8) {
    return (
      logGamma(small) +
      correction +
      small -
      small * Math.log(small + large) -
      (large - 0.5) * Math.log1p(ratio)
    )
  }
  return (
    LOG_SQRT_2PI -
    0.5 * Math.log(large) +
    correction +
    stirlingError(small) +
    (small - 0.5) * Math.log(ratio / (1 + ratio)) -
    large * Math.log1p(ratio)
  )
}
