/** How much nearer rows lie to their own cluster than to the next. */
import { createRandom, type Estimate } from '../../stats/index.ts'
import { takeRows, type Points } from './points.ts'
import { sampleRows } from './sampling.ts'
import { squaredDistance } from './squared-distance.ts'

/** Mean silhouette widths, -1..1, of all and of each cluster; `undefined` where a cluster has no sampled row. */
export interface Silhouette {
  readonly mean: Estimate
  readonly clusters: readonly (number | undefined)[]
}

const LEVEL = 0.95
const Z = 1.959963984540054
/** Under so many rows the interval is not to be trusted. */
const FEW = 30

/**
 * Rousseeuw 1987: s = (b - a) / max(a, b), a the mean distance to the own cluster, b to the next; a row alone in its
 * cluster has 0. On a random sample of at most `sample` rows (default 1,000), for it takes all distances; the interval
 * is that of a mean over the sampled rows and does not carry the doubt about the clusters themselves. Weights are not
 * counted: it is a figure of the shape. `none` with fewer than two clusters.
 */
export function silhouette(
  points: Points,
  labels: Int32Array,
  options: { readonly k: number; readonly seed: number; readonly sample?: number },
): Silhouette {
  const random = createRandom(options.seed)
  const rows = sampleRows(points.rows, options.sample ?? 1_000, random)
  const part = takeRows(points, rows)
  const own = Int32Array.from(rows, (row) => labels[row] as number)
  return summary(silhouetteWidths(part, own, options.k), own, options.k)
}

/** The same from a full square of distances, for mixed data: `square` is n x n, row-major. */
export function silhouetteOfDistances(
  square: Float64Array,
  labels: Int32Array,
  k: number,
): Silhouette {
  const n = labels.length
  const toward = new Float64Array(n * k)
  for (let i = 0; i < n; i++) {
    for (let other = 0; other < n; other++) {
      const cell = i * k + (labels[other] as number)
      toward[cell] = (toward[cell] as number) + (square[i * n + other] as number)
    }
  }
  return summary(widthsFrom(toward, labels, k), labels, k)
}

function summary(widths: Float64Array, own: Int32Array, k: number): Silhouette {
  const sums = new Float64Array(k)
  const sizes = new Float64Array(k)
  let sum = 0
  let squares = 0
  for (let i = 0; i < own.length; i++) {
    const label = own[i] as number
    const width = widths[i] as number
    sums[label] = (sums[label] as number) + width
    sizes[label] = (sizes[label] as number) + 1
    sum += width
    squares += width * width
  }
  const n = own.length
  const used = sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0)
  const clusters = Array.from(sizes, (size, c) =>
    size > 0 ? (sums[c] as number) / size : undefined,
  )
  if (used < 2) {
    const nothing = { value: undefined, low: undefined, high: undefined }
    return { mean: { ...nothing, level: LEVEL, n, status: 'none' }, clusters }
  }
  const value = sum / n
  const error = Math.sqrt(Math.max(0, squares / n - value * value) / Math.max(1, n - 1))
  return {
    mean: {
      value,
      low: Math.max(-1, value - Z * error),
      high: Math.min(1, value + Z * error),
      level: LEVEL,
      n,
      status: n < FEW ? 'weak' : 'ok',
    },
    clusters,
  }
}

/** The width of each row among all rows given; cost rows^2 x columns. */
function silhouetteWidths(points: Points, labels: Int32Array, k: number): Float64Array {
  const { values, rows, columns } = points
  const toward = new Float64Array(rows * k)
  for (let i = 0; i < rows; i++) {
    const own = labels[i] as number
    for (let other = i + 1; other < rows; other++) {
      const distance = Math.sqrt(
        squaredDistance(values, i * columns, values, other * columns, columns),
      )
      const mine = i * k + (labels[other] as number)
      const theirs = other * k + own
      toward[mine] = (toward[mine] as number) + distance
      toward[theirs] = (toward[theirs] as number) + distance
    }
  }
  return widthsFrom(toward, labels, k)
}

/** `toward` holds for each row the sum of its distances to each cluster. */
function widthsFrom(toward: Float64Array, labels: Int32Array, k: number): Float64Array {
  const rows = labels.length
  const sizes = new Float64Array(k)
  for (let i = 0; i < rows; i++) {
    const own = labels[i] as number
    sizes[own] = (sizes[own] as number) + 1
  }
  const widths = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    const own = labels[i] as number
    if ((sizes[own] as number) < 2) continue
    const a = (toward[i * k + own] as number) / ((sizes[own] as number) - 1)
    let b = Infinity
    for (let c = 0; c < k; c++) {
      if (c === own || sizes[c] === 0) continue
      b = Math.min(b, (toward[i * k + c] as number) / (sizes[c] as number))
    }
    const most = Math.max(a, b)
    widths[i] = most > 0 && b !== Infinity ? (b - a) / most : 0
  }
  return widths
}
