/** k-means over weighted rows: many seeded starts, the best one finished, clusters in a canonical order. */
import { assert } from '../../base/index.ts'
import { createRandom, type EstimateStatus } from '../../stats/index.ts'
import { createState, iterate, settle, type LloydState } from './hamerly.ts'
import { assertPoints, columnMoments, takeRows, totalWeight, type Points } from './points.ts'
import { sampleRows } from './sampling.ts'
import { seedCentres } from './seeding.ts'
import { squaredDistance } from './squared-distance.ts'

/** What to fit. */
export interface KMeansOptions {
  readonly k: number
  readonly seed: number
  /** Default 20: one start rarely finds the best. */
  readonly starts?: number
  /** Steps per start, default 300. */
  readonly limit?: number
  /**
   * Beyond this many rows (default 20,000) the starts run on a random sample of so many, and only the best is then
   * iterated over all rows: where to look is a question of the shape, which the sample has.
   */
  readonly startRows?: number
}

/** The clusters found. */
export interface KMeansFit {
  /** Clusters in fact: fewer than asked for where there are fewer distinct rows. */
  readonly k: number
  readonly columns: number
  /** k x columns, row-major, in the unit of the points given. Cluster 0 is the heaviest. */
  readonly centres: Float64Array
  readonly weights: Float64Array
  /** The cluster of each row. */
  readonly labels: Int32Array
  /** Sum of weighted squared distances to the own centre; `explained` is 1 - inertia / that around the mean. */
  readonly inertia: number
  readonly explained: number
  readonly steps: number
  readonly converged: boolean
  readonly starts: number
  /** How many starts came within .1 % of the best. */
  readonly startsAgreeing: number
  readonly n: number
  /** `weak`: stopped before settling, or only one start of ten or more found this answer; `none`: no rows. */
  readonly status: EstimateStatus
}

/**
 * Squared shift of centres, in variances, at which to stop. A start: scikit-learn's `tol`. The best start goes on, over
 * few rows until all but nothing moves, over many to where more steps change the inertia in the sixth digit.
 */
const START_TOLERANCE = 1e-4
const FINAL_TOLERANCE = { few: 1e-9, many: 1e-5 } as const

/**
 * Lloyd's algorithm (1982) from k-means++ starts. Minimises the weighted sum of squared Euclidean distances: it assumes
 * round clusters of like spread in the unit given, and finds k clusters even where there are none (see `chooseK`).
 * Same points, options and seed: same fit. Cost: starts x steps x rows x columns x k at worst.
 */
export function kMeans(points: Points, options: KMeansOptions): KMeansFit {
  assertPoints(points)
  assert(options.k >= 1, 'k-means: k')
  const { starts = 20, limit = 300, startRows = 20_000 } = options
  const random = createRandom(options.seed)
  const moments = columnMoments(points)
  const spread = moments.variance.reduce((sum, v) => sum + v, 0)
  const unit = spread / Math.max(1, points.columns)
  const sampled =
    points.rows > startRows ? takeRows(points, sampleRows(points.rows, startRows, random)) : points
  const found: number[] = []
  let best: { readonly inertia: number; readonly centres: Float64Array } | undefined
  const states = new Map<number, LloydState>()
  for (let start = 0; start < starts; start++) {
    const centres = seedCentres(sampled, options.k, random)
    const k = centres.length / Math.max(1, points.columns)
    if (k === 0) break
    const state = states.get(k) ?? createState(sampled, k)
    states.set(k, state)
    state.centres.set(centres)
    iterate(state, { limit, tolerance: START_TOLERANCE * unit })
    const inertia = settle(state)
    found.push(inertia)
    if (best === undefined || inertia < best.inertia) {
      best = { inertia, centres: state.centres.slice() }
    }
  }
  if (best === undefined) return nothing(points.columns)
  const leastSample = best.inertia
  const last = points.rows > startRows ? FINAL_TOLERANCE.many : FINAL_TOLERANCE.few
  const finished = finish(points, best.centres, { limit, tolerance: last * unit })
  const startsAgreeing = found.filter((inertia) => inertia <= leastSample * 1.001 + 1e-12).length
  const around = spread * totalWeight(points)
  return {
    ...finished,
    explained: around > 0 ? 1 - finished.inertia / around : 1,
    starts: found.length,
    startsAgreeing,
    n: points.rows,
    status: !finished.converged || (starts >= 10 && startsAgreeing === 1) ? 'weak' : 'ok',
  }
}

/** The cluster of each row by its nearest centre; ties go to the lower number. */
export function assignToCentres(points: Points, centres: Float64Array): Int32Array {
  const k = centres.length / Math.max(1, points.columns)
  const labels = new Int32Array(points.rows)
  const { values, rows, columns } = points
  for (let i = 0; i < rows; i++) {
    let least = Infinity
    for (let c = 0; c < k; c++) {
      const squared = squaredDistance(values, i * columns, centres, c * columns, columns)
      if (squared < least) {
        least = squared
        labels[i] = c
      }
    }
  }
  return labels
}

function finish(
  points: Points,
  centres: Float64Array,
  options: { readonly limit: number; readonly tolerance: number },
): Pick<
  KMeansFit,
  'k' | 'columns' | 'centres' | 'weights' | 'labels' | 'inertia' | 'steps' | 'converged'
> {
  const { columns } = points
  const k = centres.length / columns
  const state = createState(points, k)
  state.centres.set(centres)
  const { steps, converged } = iterate(state, options)
  const inertia = settle(state)
  const order = canonicalOrder(state)
  const rank = new Int32Array(k)
  const sorted = new Float64Array(k * columns)
  const weights = new Float64Array(k)
  for (const [to, from] of order.entries()) {
    rank[from] = to
    weights[to] = state.mass[from] as number
    sorted.set(state.centres.subarray(from * columns, (from + 1) * columns), to * columns)
  }
  const labels = state.labels
  for (let i = 0; i < labels.length; i++) labels[i] = rank[labels[i] as number] as number
  return { k, columns, centres: sorted, weights, labels, inertia, steps, converged }
}

/** Heaviest first; of equals, the one with the smaller coordinates. */
function canonicalOrder(state: LloydState): readonly number[] {
  const { k, mass, centres, points } = state
  const order = Array.from({ length: k }, (_, c) => c)
  return order.sort((a, b) => {
    const heavier = (mass[b] as number) - (mass[a] as number)
    if (heavier !== 0) return heavier
    for (let j = 0; j < points.columns; j++) {
      const gap =
        (centres[a * points.columns + j] as number) - (centres[b * points.columns + j] as number)
      if (gap !== 0) return gap
    }
    return a - b
  })
}

function nothing(columns: number): KMeansFit {
  return {
    k: 0,
    columns,
    centres: new Float64Array(0),
    weights: new Float64Array(0),
    labels: new Int32Array(0),
    inertia: 0,
    explained: 0,
    steps: 0,
    converged: true,
    starts: 0,
    startsAgreeing: 0,
    n: 0,
    status: 'none',
  }
}
