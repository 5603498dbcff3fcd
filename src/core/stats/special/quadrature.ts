/** Gauss-Legendre quadrature: nodes and weights on [0, 1]. */

/** Nodes and weights with sum of weights 1. */
export interface Quadrature {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

/**
 * The rule of n points on [0, 1], exact for polynomials of degree 2n - 1: roots of the Legendre polynomial by Newton's
 * method from the cosine guess (Abramowitz and Stegun 25.4.29, 22.16.6).
 */
export function gaussLegendre(n: number): Quadrature {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round++) {
      let before = 1
      let value = x
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
        before = value
        value = next
      }
      slope = n === 1 ? 1 : (n * (x * value - before)) / (x * x - 1)
      const step = value / slope
      x -= step
      if (Math.abs(step) < 1e-16) break
    }
    nodes[n - 1 - i] = (1 + x) / 2
    weights[n - 1 - i] = 1 / ((1 - x * x) * slope * slope)
  }
  return { nodes, weights }
}
