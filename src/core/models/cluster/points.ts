/** Rows of measures as clustering reads them: one flat array, row after row, with the weight of each row. */
import { assert } from '../../base/index.ts'

/** `rows` x `columns` finite numbers, row-major. A weight is how many customers the row stands for; absent = 1 each. */
export interface Points {
  readonly values: Float64Array
  readonly rows: number
  readonly columns: number
  readonly weights?: Float64Array | undefined
}

/** Crashes on what would make every later figure nonsense: a wrong shape, or a number that is not one. */
export function assertPoints(points: Points): void {
  const { values, rows, columns, weights } = points
  assert(values.length === rows * columns, 'points: shape')
  assert(weights === undefined || weights.length === rows, 'points: weights')
  assert(isFinite(values) && (weights === undefined || isFinite(weights)), 'points: not finite')
}

function isFinite(values: Float64Array): boolean {
  // x - x is 0 for every number and NaN for what is none; one sum is quicker than a test per value.
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    sum += x - x
  }
  return sum === 0
}

/** The rows at `indices`, with their weights. */
export function takeRows(points: Points, indices: Int32Array): Points {
  const { columns } = points
  const values = new Float64Array(indices.length * columns)
  const weights = points.weights === undefined ? undefined : new Float64Array(indices.length)
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i] as number
    for (let j = 0; j < columns; j++) {
      values[i * columns + j] = points.values[from * columns + j] as number
    }
    if (weights !== undefined) weights[i] = points.weights?.[from] as number
  }
  return { values, rows: indices.length, columns, weights }
}

/** The weight of all rows. */
export function totalWeight(points: Points): number {
  if (points.weights === undefined) return points.rows
  let sum = 0
  for (let i = 0; i < points.rows; i++) sum += points.weights[i] as number
  return sum
}

/** Mean and variance (divided by the weight) of each column. */
export function columnMoments(points: Points): {
  readonly mean: Float64Array
  readonly variance: Float64Array
} {
  const { values, rows, columns, weights } = points
  const mean = new Float64Array(columns)
  const variance = new Float64Array(columns)
  const total = totalWeight(points)
  if (total <= 0) return { mean, variance }
  for (let i = 0; i < rows; i++) {
    const w = weights === undefined ? 1 : (weights[i] as number)
    for (let j = 0; j < columns; j++) {
      mean[j] = (mean[j] as number) + w * (values[i * columns + j] as number)
    }
  }
  for (let j = 0; j < columns; j++) mean[j] = (mean[j] as number) / total
  for (let i = 0; i < rows; i++) {
    const w = weights === undefined ? 1 : (weights[i] as number)
    for (let j = 0; j < columns; j++) {
      const gap = (values[i * columns + j] as number) - (mean[j] as number)
      variance[j] = (variance[j] as number) + w * gap * gap
    }
  }
  for (let j = 0; j < columns; j++) variance[j] = (variance[j] as number) / total
  return { mean, variance }
}
