/** Factors turned so that each item loads on few of them. */

/**
 * Varimax (Kaiser 1958) with his normalisation of rows, by turning pairs of factors by the angle of his equation 36 until
 * none turns. `loadings` is items x factors, row-major.
 */
export function varimax(loadings: Float64Array, items: number, factors: number): Float64Array {
  const turned = Float64Array.from(loadings)
  const lengths = new Float64Array(items)
  for (let i = 0; i < items; i++) {
    let sum = 0
    for (let f = 0; f < factors; f++) sum += (turned[i * factors + f] as number) ** 2
    lengths[i] = Math.sqrt(sum) || 1
    for (let f = 0; f < factors; f++) {
      turned[i * factors + f] = (turned[i * factors + f] as number) / (lengths[i] as number)
    }
  }
  for (let sweep = 0; sweep < 200; sweep++) {
    let most = 0
    for (let a = 0; a < factors; a++) {
      for (let b = a + 1; b < factors; b++) {
        most = Math.max(most, Math.abs(turnPair(turned, { items, factors, a, b })))
      }
    }
    if (most < 1e-9) break
  }
  for (let i = 0; i < items; i++) {
    for (let f = 0; f < factors; f++) {
      turned[i * factors + f] = (turned[i * factors + f] as number) * (lengths[i] as number)
    }
  }
  return turned
}

/** Turns two factors in their plane; returns the angle. */
function turnPair(
  loadings: Float64Array,
  of: { readonly items: number; readonly factors: number; readonly a: number; readonly b: number },
): number {
  const { items, factors, a, b } = of
  let sumU = 0
  let sumV = 0
  let sumC = 0
  let sumD = 0
  for (let i = 0; i < items; i++) {
    const x = loadings[i * factors + a] as number
    const y = loadings[i * factors + b] as number
    const u = x * x - y * y
    const v = 2 * x * y
    sumU += u
    sumV += v
    sumC += u * u - v * v
    sumD += 2 * u * v
  }
  const angle =
    Math.atan2(sumD - (2 * sumU * sumV) / items, sumC - (sumU * sumU - sumV * sumV) / items) / 4
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  for (let i = 0; i < items; i++) {
    const x = loadings[i * factors + a] as number
    const y = loadings[i * factors + b] as number
    loadings[i * factors + a] = cos * x + sin * y
    loadings[i * factors + b] = cos * y - sin * x
  }
  return angle
}
