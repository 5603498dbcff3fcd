/** Symmetric positive definite matrices, row-major in a Float64Array: factor, solve, invert, determinant. */

/**
 * The lower triangle L with L L' = `matrix` (n x n, only the lower triangle is read), or `undefined` where the matrix is
 * not positive definite to `tolerance` of its diagonal: a sum of others, or data too few. Golub, Van Loan, Matrix
 * Computations, 4.2.5. Cost n^3 / 3.
 */
export function cholesky(
  matrix: Float64Array,
  n: number,
  tolerance = 1e-13,
): Float64Array | undefined {
  const lower = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const diagonal = matrix[j * n + j] as number
    let pivot = diagonal
    for (let p = 0; p < j; p++) pivot -= (lower[j * n + p] as number) ** 2
    if (!(pivot > tolerance * Math.abs(diagonal)) || !Number.isFinite(pivot)) return undefined
    const root = Math.sqrt(pivot)
    lower[j * n + j] = root
    for (let i = j + 1; i < n; i++) {
      let sum = matrix[i * n + j] as number
      for (let p = 0; p < j; p++) {
        sum -= (lower[i * n + p] as number) * (lower[j * n + p] as number)
      }
      lower[i * n + j] = sum / root
    }
  }
  return lower
}

/** x with (L L') x = `right`, from the factor of {@link cholesky}. */
export function solveCholesky(lower: Float64Array, n: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number
    for (let p = 0; p < i; p++) sum -= (lower[i * n + p] as number) * (x[p] as number)
    x[i] = sum / (lower[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number
    for (let p = i + 1; p < n; p++) sum -= (lower[p * n + i] as number) * (x[p] as number)
    x[i] = sum / (lower[i * n + i] as number)
  }
  return x
}

/** The inverse of a symmetric positive definite matrix, or `undefined` where it has none. */
export function invertSymmetric(matrix: Float64Array, n: number): Float64Array | undefined {
  const lower = cholesky(matrix, n)
  if (lower === undefined) return undefined
  const inverse = new Float64Array(n * n)
  const unit = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    unit.fill(0)
    unit[j] = 1
    inverse.set(solveCholesky(lower, n, unit), j * n)
  }
  return inverse
}

/** log |L L'|. */
export function logDeterminant(lower: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += 2 * Math.log(lower[i * n + i] as number)
  return sum
}
