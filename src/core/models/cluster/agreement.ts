/** How far two groupings of the same rows agree, and how to keep the names of clusters from one run to the next. */
import { assert } from '../../base/index.ts'
import { cheapestPairing } from './assignment.ts'

/** Weight of the rows in each pair of clusters: `counts` is aSize x bSize, row-major. */
export interface CrossTable {
  readonly counts: Float64Array
  readonly aSize: number
  readonly bSize: number
}

/** Counts the pairs of labels; rows with a negative label in either (not clustered) are left out. */
export function crossTable(a: Int32Array, b: Int32Array, weights?: Float64Array): CrossTable {
  assert(a.length === b.length, 'agreement: lengths differ')
  let aSize = 0
  let bSize = 0
  for (let i = 0; i < a.length; i++) {
    aSize = Math.max(aSize, (a[i] as number) + 1)
    bSize = Math.max(bSize, (b[i] as number) + 1)
  }
  const counts = new Float64Array(aSize * bSize)
  for (let i = 0; i < a.length; i++) {
    const from = a[i] as number
    const to = b[i] as number
    if (from < 0 || to < 0) continue
    const cell = from * bSize + to
    counts[cell] = (counts[cell] as number) + (weights === undefined ? 1 : (weights[i] as number))
  }
  return { counts, aSize, bSize }
}

/**
 * Adjusted Rand index (Hubert, Arabie 1985, equation 5): 1 = the same grouping, 0 = as chance would have it, below 0 =
 * worse than chance. `undefined` with fewer than two rows; 1 where both put all in one cluster. Reads counts of rows.
 */
export function adjustedRand(table: CrossTable): number | undefined {
  const { rowSums, columnSums, total } = margins(table)
  if (total < 2) return undefined
  let both = 0
  for (let i = 0; i < table.counts.length; i++) both += pairs(table.counts[i] as number)
  const inA = rowSums.reduce((sum, x) => sum + pairs(x), 0)
  const inB = columnSums.reduce((sum, x) => sum + pairs(x), 0)
  const expected = (inA * inB) / pairs(total)
  const most = (inA + inB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

function pairs(x: number): number {
  return (x * (x - 1)) / 2
}

/** For each cluster of `a`, the largest Jaccard similarity |A and B| / |A or B| with any cluster of `b`; 0 for an empty one. */
export function bestJaccard(table: CrossTable): Float64Array {
  const { rowSums, columnSums } = margins(table)
  const best = new Float64Array(table.aSize)
  for (let i = 0; i < table.aSize; i++) {
    for (let j = 0; j < table.bSize; j++) {
      const both = table.counts[i * table.bSize + j] as number
      const either = (rowSums[i] as number) + (columnSums[j] as number) - both
      if (either > 0 && both / either > (best[i] as number)) best[i] = both / either
    }
  }
  return best
}

/** How the clusters of a new run relate to those of the last. */
export interface LabelMatch {
  /** For each new cluster the number it shall carry; those without a forerunner get numbers not used before. */
  readonly number: Int32Array
  /** For each new cluster, its Jaccard similarity with the forerunner; 0 = it has none. */
  readonly jaccard: Float64Array
  /** Old numbers that nobody carries any more. */
  readonly ended: readonly number[]
}

/**
 * Numbers for the clusters of a new run such that as many customers as can be keep theirs: the pairing with the largest
 * overlap (Hungarian method). `current` and `previous` are labels of the same customers; a customer new since has
 * `previous` -1. A pairing below `least` Jaccard is no continuation: the cluster counts as new.
 */
export function matchLabels(
  previous: Int32Array,
  current: Int32Array,
  options: {
    readonly weights?: Float64Array
    readonly least?: number
    /** The first number never used; by default the one after the largest of `previous`. */
    readonly next?: number
  } = {},
): LabelMatch {
  const table = crossTable(current, previous, options.weights)
  const { aSize, bSize, counts } = table
  const size = Math.max(aSize, bSize)
  const cost = new Float64Array(size * size)
  for (let i = 0; i < aSize; i++) {
    for (let j = 0; j < bSize; j++) cost[i * size + j] = -(counts[i * bSize + j] as number)
  }
  const pairing = cheapestPairing(cost, size, size)
  const { rowSums, columnSums } = margins(table)
  const number = new Int32Array(aSize).fill(-1)
  const jaccard = new Float64Array(aSize)
  const used = new Set<number>()
  for (let i = 0; i < aSize; i++) {
    const j = pairing[i] as number
    if (j >= bSize) continue
    const both = counts[i * bSize + j] as number
    const either = (rowSums[i] as number) + (columnSums[j] as number) - both
    const similarity = either > 0 ? both / either : 0
    if (both <= 0 || similarity < (options.least ?? 0)) continue
    number[i] = j
    jaccard[i] = similarity
    used.add(j)
  }
  const ended = Array.from({ length: bSize }, (_, j) => j).filter((j) => !used.has(j))
  let fresh = Math.max(bSize, options.next ?? 0)
  for (let i = 0; i < aSize; i++) if (number[i] === -1) number[i] = fresh++
  return { number, jaccard, ended }
}

function margins(table: CrossTable): {
  readonly rowSums: Float64Array
  readonly columnSums: Float64Array
  readonly total: number
} {
  const rowSums = new Float64Array(table.aSize)
  const columnSums = new Float64Array(table.bSize)
  let total = 0
  for (let i = 0; i < table.aSize; i++) {
    for (let j = 0; j < table.bSize; j++) {
      const count = table.counts[i * table.bSize + j] as number
      rowSums[i] = (rowSums[i] as number) + count
      columnSums[j] = (columnSums[j] as number) + count
      total += count
    }
  }
  return { rowSums, columnSums, total }
}
