/** Clusters around real customers (medoids), for mixed data: PAM on a sample, every row then to its nearest medoid. */
import { assert } from '../../../base/index.ts'
import { createRandom, type EstimateStatus } from '../../../stats/index.ts'
import {
  fieldInfluence,
  gowerDistance,
  gowerMatrix,
  type FieldInfluence,
  type MixedData,
} from './gower.ts'
import { sampleRows } from '../sampling.ts'

/** k medoids among n rows with known distances. */
export interface MedoidFit {
  /** Rows of the square, heaviest cluster first. */
  readonly medoids: Int32Array
  readonly labels: Int32Array
  /** Sum of the distances to the own medoid. */
  readonly cost: number
  readonly swaps: number
}

/**
 * FasterPAM (Schubert, Rousseeuw 2021, algorithm 3): PAM's swaps (Kaufman, Rousseeuw 1990), all k removals weighed at
 * once and improvements taken eagerly, from `starts` random starts (default 5). `square` is n x n, row-major.
 */
export function partitionAroundMedoids(
  square: Float64Array,
  n: number,
  options: { readonly k: number; readonly seed: number; readonly starts?: number },
): MedoidFit {
  assert(square.length === n * n, 'medoids: shape')
  const random = createRandom(options.seed)
  const k = Math.min(options.k, n)
  const starts = k === 0 ? 0 : (options.starts ?? 5)
  let best: MedoidFit = { medoids: new Int32Array(0), labels: new Int32Array(n), cost: 0, swaps: 0 }
  for (let start = 0; start < starts; start++) {
    const fit = improve(square, n, sampleRows(n, k, random))
    if (start === 0 || fit.cost < best.cost) best = fit
  }
  return ordered(best)
}

interface Nearest {
  readonly first: Int32Array
  readonly near: Float64Array
  readonly next: Float64Array
  readonly farthest: number
}

function improve(square: Float64Array, n: number, first: Int32Array): MedoidFit {
  const medoids = first.slice()
  const k = medoids.length
  const isMedoid = new Uint8Array(n)
  for (const m of medoids) isMedoid[m] = 1
  const nearest: Nearest = {
    first: new Int32Array(n),
    near: new Float64Array(n),
    next: new Float64Array(n),
    farthest: square.reduce((most, x) => Math.max(most, x), 0),
  }
  findNearest(square, n, medoids, nearest)
  const removal = new Float64Array(k)
  const gain = new Float64Array(k)
  let losses = removalLosses(nearest, removal)
  let swaps = 0
  let idle = 0
  for (let x = 0; idle < n; x = x + 1 === n ? 0 : x + 1) {
    idle++
    if (isMedoid[x] === 1) continue
    const change = swapGain({ square, n, x, nearest, removal, gain })
    if (change.value >= -1e-12 * Math.max(1, losses)) continue
    isMedoid[medoids[change.out] as number] = 0
    isMedoid[x] = 1
    medoids[change.out] = x
    findNearest(square, n, medoids, nearest)
    losses = removalLosses(nearest, removal)
    swaps++
    idle = 0
  }
  return { medoids, labels: nearest.first.slice(), cost: losses, swaps }
}

/** Fills what removing each medoid alone would cost; returns the present cost. */
function removalLosses(nearest: Nearest, removal: Float64Array): number {
  removal.fill(0)
  let cost = 0
  for (let i = 0; i < nearest.near.length; i++) {
    const own = nearest.first[i] as number
    const near = nearest.near[i] as number
    cost += near
    removal[own] = (removal[own] as number) + (nearest.next[i] as number) - near
  }
  return cost
}

/** The best medoid to give up for x, and by how much the cost changes. */
function swapGain(of: {
  readonly square: Float64Array
  readonly n: number
  readonly x: number
  readonly nearest: Nearest
  readonly removal: Float64Array
  readonly gain: Float64Array
}): { readonly out: number; readonly value: number } {
  const { square, n, x, nearest, gain } = of
  gain.set(of.removal)
  let shared = 0
  for (let i = 0, at = x * n; i < n; i++, at++) {
    const distance = square[at] as number
    const near = nearest.near[i] as number
    const next = nearest.next[i] as number
    const own = nearest.first[i] as number
    if (distance < near) {
      shared += distance - near
      gain[own] = (gain[own] as number) + near - next
    } else if (distance < next) gain[own] = (gain[own] as number) + distance - next
  }
  let out = 0
  for (let m = 1; m < gain.length; m++) {
    if ((gain[m] as number) < (gain[out] as number)) out = m
  }
  return { out, value: shared + (gain[out] as number) }
}

function findNearest(square: Float64Array, n: number, medoids: Int32Array, into: Nearest): void {
  const farthest = into.farthest
  for (let i = 0; i < n; i++) {
    let near = Infinity
    let next = Infinity
    let first = 0
    for (let m = 0; m < medoids.length; m++) {
      const distance = square[(medoids[m] as number) * n + i] as number
      if (distance < near) {
        next = near
        near = distance
        first = m
      } else if (distance < next) {
        next = distance
      }
    }
    into.first[i] = first
    into.near[i] = near
    // With one medoid there is no second; the largest distance in its stead cancels out of every swap.
    into.next[i] = next === Infinity ? farthest : next
  }
}

function ordered(fit: MedoidFit): MedoidFit {
  const k = fit.medoids.length
  const size = new Float64Array(k)
  for (let i = 0; i < fit.labels.length; i++) {
    const label = fit.labels[i] as number
    size[label] = (size[label] as number) + 1
  }
  const order = Array.from({ length: k }, (_, m) => m)
  order.sort(
    (a, b) =>
      (size[b] as number) - (size[a] as number) ||
      (fit.medoids[a] as number) - (fit.medoids[b] as number),
  )
  const rank = new Int32Array(k)
  for (const [to, from] of order.entries()) rank[from] = to
  return {
    ...fit,
    medoids: Int32Array.from(order, (m) => fit.medoids[m] as number),
    labels: fit.labels.map((label) => rank[label] as number),
  }
}

/** Clusters of mixed data: medoids found on a sample, every row assigned. */
export interface MixedFit {
  readonly k: number
  /** The rows of the data that stand for their clusters, heaviest first. */
  readonly medoids: Int32Array
  readonly labels: Int32Array
  /** Rows in each cluster. */
  readonly sizes: Int32Array
  /** Mean distance to the own medoid, over all rows. */
  readonly meanDistance: number
  readonly sampled: number
  readonly n: number
  /** What part each field had: read this before believing the clusters. */
  readonly influence: readonly FieldInfluence[]
  readonly status: EstimateStatus
}

/** CLARA's idea (Kaufman, Rousseeuw 1990, chapter 3): PAM on up to `sample` rows (default 1,500), all rows to the nearest medoid. */
export function mixedClusters(
  data: MixedData,
  options: { readonly k: number; readonly seed: number; readonly sample?: number },
): MixedFit {
  const random = createRandom(options.seed)
  const rows = sampleRows(data.rows, options.sample ?? 1_500, random)
  const square = gowerMatrix(data, rows)
  const fit = partitionAroundMedoids(square, rows.length, options)
  const found = Int32Array.from(fit.medoids, (m) => rows[m] as number)
  const labels = assignToMedoids(data, found)
  const sizes = new Int32Array(found.length)
  let sum = 0
  for (let i = 0; i < data.rows; i++) {
    const label = labels[i] as number
    sizes[label] = (sizes[label] as number) + 1
    sum += gowerDistance(data, i, found[label] as number)
  }
  return {
    k: found.length,
    medoids: found,
    labels,
    sizes,
    meanDistance: data.rows > 0 ? sum / data.rows : Number.NaN,
    sampled: rows.length,
    n: data.rows,
    influence: fieldInfluence(data, { seed: options.seed }),
    status: data.rows === 0 ? 'none' : rows.length < 10 * options.k ? 'weak' : 'ok',
  }
}

/** The cluster of each row by its nearest medoid (a row of the same data). */
export function assignToMedoids(data: MixedData, medoids: Int32Array): Int32Array {
  const labels = new Int32Array(data.rows)
  for (let i = 0; i < data.rows; i++) {
    let least = Infinity
    for (let m = 0; m < medoids.length; m++) {
      const distance = gowerDistance(data, i, medoids[m] as number)
      if (distance < least) {
        least = distance
        labels[i] = m
      }
    }
  }
  return labels
}
