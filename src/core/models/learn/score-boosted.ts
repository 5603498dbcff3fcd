/** Log odds of rows under boosted trees, by tables instead of branches. */
import type { BoostedModel } from './boost.ts'
import { leavesOf, type TreeNode } from './tree.ts'
import { rowsOf, type Feature } from './table.ts'

/** Rows at a time: their bins and one tree stay in the processor's nearest memory. */
const BLOCK = 2048

/** A feature of the scored rows, and how its values become bins: 0 = missing, then intervals between thresholds. */
interface Column {
  readonly feature: Feature | undefined
  readonly thresholds: Float64Array
  /** Bins, that of missing or unknown values included. */
  readonly bins: number
}

/** Trees laid end to end. A leaf is its own left child, so that every row takes the same number of steps. */
interface Flat {
  readonly feature: Int32Array
  /** Left child; the right one follows it. */
  readonly child: Int32Array
  /** Where the node's part of `right` begins. */
  readonly offset: Int32Array
  /** Per node and bin: 1 = right. */
  readonly right: Uint8Array
  readonly value: Float64Array
  readonly roots: Int32Array
  readonly depths: Int32Array
}

/**
 * Log odds per row; features are found by name, levels by text. A feature that is absent counts as missing.
 * Cost: rows x trees x depth, after one binary search per number.
 */
export function scoreBoosted(model: BoostedModel, features: readonly Feature[]): Float64Array {
  const rows = rowsOf(features)
  const byName = new Map(features.map((feature) => [feature.name, feature]))
  const thresholds = model.features.map(() => new Set<number>())
  for (const tree of model.trees) gather(tree, thresholds)
  const columns = model.features.map(({ name }, f): Column => {
    const feature = byName.get(name)
    const sorted = Float64Array.from(thresholds[f] ?? []).sort()
    const bins = feature?.kind === 'category' ? feature.levels.length : sorted.length + 2
    return { feature, thresholds: sorted, bins }
  })
  const flat = flatten(model, columns)
  const width = columns.length
  const scores = new Float64Array(rows).fill(model.base)
  const block = new Uint8Array(BLOCK * width)
  for (let start = 0; start < rows; start += BLOCK) {
    const count = Math.min(BLOCK, rows - start)
    for (const [f, column] of columns.entries()) fillBins(column, block, { f, width, start, count })
    addBlock(flat, block, width, scores.subarray(start, start + count))
  }
  return scores
}

function fillBins(
  { feature, thresholds }: Column,
  block: Uint8Array,
  at: {
    readonly f: number
    readonly width: number
    readonly start: number
    readonly count: number
  },
): void {
  const { f, width, start, count } = at
  if (feature === undefined) for (let r = 0; r < count; r++) block[r * width + f] = 0
  else if (feature.kind === 'category') {
    const { codes } = feature
    for (let r = 0; r < count; r++) block[r * width + f] = codes[start + r] as number
  } else {
    const { values } = feature
    for (let r = 0; r < count; r++)
      block[r * width + f] = binOf(thresholds, values[start + r] as number)
  }
}

function binOf(thresholds: Float64Array, value: number): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = thresholds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (thresholds[middle] as number)) high = middle
    else low = middle + 1
  }
  return low + 1
}

/** Four rows go down a tree side by side: a single row's steps would wait for each other. */
function addBlock(flat: Flat, block: Uint8Array, width: number, scores: Float64Array): void {
  const { feature, child, offset, right, value, roots, depths } = flat
  const count = scores.length
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t] as number
    const depth = depths[t] as number
    for (let r = 0; r < count; r += 4) {
      // The block is longer than the scores by up to three rows, whose answers are not kept.
      const a = r * width
      const b = a + width
      const c = b + width
      const d = c + width
      let i = root
      let j = root
      let k = root
      let l = root
      for (let step = 0; step < depth; step++) {
        const p = block[a + (feature[i] as number)] as number
        const q = block[b + (feature[j] as number)] as number
        const u = block[c + (feature[k] as number)] as number
        const v = block[d + (feature[l] as number)] as number
        i = (child[i] as number) + (right[(offset[i] as number) + p] as number)
        j = (child[j] as number) + (right[(offset[j] as number) + q] as number)
        k = (child[k] as number) + (right[(offset[k] as number) + u] as number)
        l = (child[l] as number) + (right[(offset[l] as number) + v] as number)
      }
      scores[r] = (scores[r] as number) + (value[i] as number)
      if (r + 3 >= count) {
        if (r + 1 < count) scores[r + 1] = (scores[r + 1] as number) + (value[j] as number)
        if (r + 2 < count) scores[r + 2] = (scores[r + 2] as number) + (value[k] as number)
        continue
      }
      scores[r + 1] = (scores[r + 1] as number) + (value[j] as number)
      scores[r + 2] = (scores[r + 2] as number) + (value[k] as number)
      scores[r + 3] = (scores[r + 3] as number) + (value[l] as number)
    }
  }
}

function gather(node: TreeNode, thresholds: readonly Set<number>[]): void {
  if (node.kind === 'leaf') return
  if (node.kind === 'number') thresholds[node.feature]?.add(node.atMost)
  gather(node.left, thresholds)
  gather(node.right, thresholds)
}

function depthOf(node: TreeNode): number {
  return node.kind === 'leaf' ? 0 : 1 + Math.max(depthOf(node.left), depthOf(node.right))
}

function flatten(model: BoostedModel, columns: readonly Column[]): Flat {
  const size = model.trees.reduce((sum, tree) => sum + 2 * leavesOf(tree) - 1, 0)
  const feature = new Int32Array(size)
  const child = new Int32Array(size)
  const offset = new Int32Array(size)
  const value = new Float64Array(size)
  const roots = new Int32Array(model.trees.length)
  // The first 256 entries send every bin of a leaf left, that is, to the leaf itself.
  const right: number[] = Array.from({ length: 256 }, () => 0)
  let free = 0
  const place = (node: TreeNode, at: number): void => {
    if (node.kind === 'leaf') {
      child[at] = at
      value[at] = node.value
      return
    }
    const own = free
    free += 2
    feature[at] = node.feature
    child[at] = own
    offset[at] = right.length
    for (const goes of sidesOf(node, columns[node.feature])) right.push(goes)
    place(node.left, own)
    place(node.right, own + 1)
  }
  for (const [t, tree] of model.trees.entries()) {
    roots[t] = free
    free += 1
    place(tree, free - 1)
  }
  const depths = Int32Array.from(model.trees, depthOf)
  return { feature, child, offset, right: Uint8Array.from(right), value, roots, depths }
}

/** Per bin: 1 = right. */
function sidesOf(node: Exclude<TreeNode, { kind: 'leaf' }>, column: Column | undefined): number[] {
  if (node.kind === 'category') {
    const wanted = new Set(node.levels)
    if (column?.feature?.kind !== 'category') return [1, 1]
    return column.feature.levels.map((level) => (wanted.has(level) ? 0 : 1))
  }
  const missing = node.missingLeft ? 0 : 1
  const known = Array.from(column?.thresholds ?? [], (limit) => (limit <= node.atMost ? 0 : 1))
  return [missing, ...known, 1]
}
