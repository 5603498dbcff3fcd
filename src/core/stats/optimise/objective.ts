/** What optimisers minimise, and its derivatives by differences. */

/** The value at `x`; writes the gradient into `gradient`. Infinity or NaN means: not here. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

/** Lower and upper ends per coordinate; -Infinity and Infinity where there is none. */
export interface Box {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Where a search ended. */
export interface Minimum {
  readonly x: Float64Array
  readonly value: number
  readonly gradient: Float64Array
  readonly evaluations: number
  /** False where the search gave up: the point is the best seen, not a minimum. */
  readonly converged: boolean
  /** Coordinates that rest on an end of the box: the data pull further than was allowed. */
  readonly atBound: readonly number[]
}

/** An objective from a function without gradient, by central differences; each gradient costs 2n + 1 evaluations. */
export function withDifferences(f: (x: Float64Array) => number): Objective {
  return (x, gradient) => {
    for (let i = 0; i < x.length; i++) {
      const at = x[i] as number
      // The cube root of the precision balances truncation against rounding (Nocedal, Wright 2006, section 8.1).
      const step = 6e-6 * Math.max(1, Math.abs(at))
      x[i] = at + step
      const above = f(x)
      x[i] = at - step
      const below = f(x)
      x[i] = at
      gradient[i] = (above - below) / (2 * step)
    }
    return f(x)
  }
}

/**
 * The matrix of second derivatives at `x`, row-major, by central differences of the gradient, symmetrised.
 * Cost: 2n evaluations.
 */
export function hessian(objective: Objective, x: Float64Array, relativeStep = 1e-4): Float64Array {
  const n = x.length
  const at = Float64Array.from(x)
  const above = new Float64Array(n)
  const below = new Float64Array(n)
  const raw = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const centre = at[i] as number
    const step = relativeStep * Math.max(1, Math.abs(centre))
    at[i] = centre + step
    objective(at, above)
    at[i] = centre - step
    objective(at, below)
    at[i] = centre
    for (let j = 0; j < n; j++) {
      raw[i * n + j] = ((above[j] as number) - (below[j] as number)) / (2 * step)
    }
  }
  const result = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      result[i * n + j] = ((raw[i * n + j] as number) + (raw[j * n + i] as number)) / 2
    }
  }
  return result
}
