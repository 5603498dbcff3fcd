// Factors and eigenvectors put back together give the matrix they came from.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cholesky, invertSymmetric, logDeterminant, solveCholesky } from './cholesky.ts'
import { symmetricEigen } from './eigen.ts'

const square = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n })
    .map((cells) => {
      const matrix = new Float64Array(n * n)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let sum = i === j ? 0.5 : 0
          for (let p = 0; p < n; p++) sum += (cells[i * n + p] ?? 0) * (cells[j * n + p] ?? 0)
          matrix[i * n + j] = sum
        }
      }
      return { n, matrix }
    }),
)

const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] ?? Number.NaN))), 0)

describe('eigen', () => {
  test('of a known matrix', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
    expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)])
    expect(vectors[0]).toBeCloseTo(Math.SQRT1_2, 12)
    expect(vectors[1]).toBeCloseTo(Math.SQRT1_2, 12)
  })
  test('rebuilds the matrix, largest first', () => {
    fc.assert(
      fc.property(square, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, n)
        const rebuilt = new Float64Array(n * n)
        for (let e = 0; e < n; e++) {
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) {
              rebuilt[i * n + j] =
                (rebuilt[i * n + j] ?? 0) +
                (values[e] ?? 0) * (vectors[e * n + i] ?? 0) * (vectors[e * n + j] ?? 0)
            }
          }
        }
        expect(largestGap(rebuilt, matrix)).toBeLessThan(1e-9)
        expect([...values]).toEqual([...values].sort((a, b) => b - a))
      }),
    )
  })
})

describe('cholesky', () => {
  test('refuses what is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined()
    expect(cholesky(Float64Array.of(0), 1)).toBeUndefined()
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBeUndefined()
    expect(invertSymmetric(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined()
  })
  test('solves, and its determinant is the product of the eigenvalues', () => {
    fc.assert(
      fc.property(square, ({ n, matrix }) => {
        const lower = cholesky(matrix, n)
        if (lower === undefined) throw new Error('not factored')
        const right = Float64Array.from({ length: n }, (_, i) => i + 1)
        const x = solveCholesky(lower, n, right)
        const back = right.map((_, i) =>
          x.reduce((sum, value, j) => sum + value * (matrix[i * n + j] ?? 0), 0),
        )
        expect(largestGap(back, right)).toBeLessThan(1e-6)
        const logs = symmetricEigen(matrix, n).values.reduce(
          (sum, value) => sum + Math.log(value),
          0,
        )
        expect(logDeterminant(lower, n)).toBeCloseTo(logs, 8)
      }),
    )
  })
})
