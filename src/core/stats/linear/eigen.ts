/** Eigenvalues and vectors of small symmetric matrices, row-major in a Float64Array. */

/** What {@link symmetricEigen} finds; `vectors` holds one unit vector per row, in the order of `values`. */
export interface Eigen {
  /** Largest first. */
  readonly values: Float64Array
  readonly vectors: Float64Array
}

/** More sweeps than any matrix has been seen to need; convergence is quadratic from the fourth or so. */
const SWEEPS = 60

/**
 * Cyclic Jacobi rotations (Golub, Van Loan, Matrix Computations, 8.5.3): slower than QR beyond a hundred measures, but
 * short, and exact to the last digits for small eigenvalues too. Each vector's largest entry is made positive, so that
 * the same matrix gives the same signs.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0
    let on = 0
    for (let i = 0; i < n; i++) {
      on += (a[i * n + i] as number) ** 2
      for (let j = i + 1; j < n; j++) off += (a[i * n + j] as number) ** 2
    }
    if (off <= 1e-30 * on || off === 0) break
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  return ordered(a, v, n)
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number
  if (apq === 0) return
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let i = 0; i < n; i++) {
    const x = a[i * n + p] as number
    const y = a[i * n + q] as number
    a[i * n + p] = c * x - s * y
    a[i * n + q] = s * x + c * y
  }
  for (let i = 0; i < n; i++) {
    const x = a[p * n + i] as number
    const y = a[q * n + i] as number
    a[p * n + i] = c * x - s * y
    a[q * n + i] = s * x + c * y
    const vx = v[p * n + i] as number
    const vy = v[q * n + i] as number
    v[p * n + i] = c * vx - s * vy
    v[q * n + i] = s * vx + c * vy
  }
}

function ordered(a: Float64Array, v: Float64Array, n: number): Eigen {
  const order = Array.from({ length: n }, (_, i) => i)
  order.sort((i, j) => (a[j * n + j] as number) - (a[i * n + i] as number))
  const values = new Float64Array(n)
  const vectors = new Float64Array(n * n)
  for (const [to, from] of order.entries()) {
    values[to] = a[from * n + from] as number
    let largest = 0
    for (let i = 0; i < n; i++) {
      const x = v[from * n + i] as number
      // A hair of preference for the first, so that rounding does not choose between equals.
      if (Math.abs(x) > Math.abs(largest) * (1 + 1e-9)) largest = x
    }
    const sign = largest < 0 ? -1 : 1
    for (let i = 0; i < n; i++) vectors[to * n + i] = sign * (v[from * n + i] as number)
  }
  return { values, vectors }
}
