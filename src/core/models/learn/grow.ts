/** Grows one tree, best leaf first, over binned rows. */
import type { Binned } from './bins.ts'
import { bestSplit, type Histogram, type NodeSums, type Split, type SplitLimits } from './split.ts'
import type { TreeNode } from './tree.ts'

/** Shape of a tree. */
export interface GrowLimits extends SplitLimits {
  readonly maxLeaves: number
  readonly maxDepth: number
  /** Shrinks each leaf. */
  readonly learningRate: number
}

/** A tree as plain data, and as arrays that walk binned rows fast. */
export interface Grown {
  readonly root: TreeNode
  /** Per node: feature, or -1 for a leaf. */
  readonly feature: Int32Array
  /** Per node: index of the left child; the right one follows it. */
  readonly child: Int32Array
  /** Per node and bin: 1 = left. */
  readonly left: readonly Uint8Array[]
  readonly value: Float64Array
  /** Gain per feature. */
  readonly gain: Float64Array
}

/** Buffers that trees share, so that growing allocates little. */
export interface Grower {
  readonly binned: Binned
  readonly offsets: Int32Array
  readonly histogramSize: number
  /** Row-major: where each row's bin of each feature begins in a histogram. */
  readonly places: Int32Array
  readonly pool: Histogram[]
  /** Rows of a tree, parted in place. */
  readonly order: Uint32Array
  readonly spare: Uint32Array
}

/** Buffers for trees over these rows. */
export function createGrower(binned: Binned): Grower {
  const offsets = new Int32Array(binned.features.length)
  let size = 0
  for (const [f, feature] of binned.features.entries()) {
    offsets[f] = size
    size += feature.bins * 3
  }
  const order = new Uint32Array(binned.rows)
  const spare = new Uint32Array(binned.rows)
  const width = offsets.length
  const places = new Int32Array(binned.bins.length)
  for (let i = 0, f = 0; i < places.length; i++) {
    places[i] = (offsets[f] as number) + (binned.bins[i] as number) * 3
    f = f + 1 === width ? 0 : f + 1
  }
  return { binned, offsets, histogramSize: size, places, pool: [], order, spare }
}

interface Node {
  readonly start: number
  readonly end: number
  readonly depth: number
  readonly sums: NodeSums
  histogram: Histogram | undefined
  split: Split | undefined
  left: Node | undefined
  right: Node | undefined
}

/** Grows a tree on the first `count` rows of `grower.order`. */
export function grow(
  grower: Grower,
  count: number,
  gradient: Float64Array,
  curvature: Float64Array,
  limits: GrowLimits,
): Grown {
  const root = createNode(grower, 0, count, 0, gradient, curvature)
  const histogram = takeHistogram(grower)
  addRows(grower, histogram, root, gradient, curvature)
  root.histogram = histogram
  consider(grower, root, limits)
  const open = [root]
  let leaves = 1
  while (leaves < limits.maxLeaves) {
    let best: Node | undefined
    for (const node of open)
      if (
        node.split !== undefined &&
        (best?.split === undefined || node.split.gain > best.split.gain)
      )
        best = node
    if (best?.split === undefined) break
    open.splice(open.indexOf(best), 1)
    open.push(...part(grower, best, best.split, gradient, curvature, limits))
    leaves++
  }
  for (const node of open) release(grower, node)
  return flatten(grower, root, limits)
}

function createNode(
  grower: Grower,
  start: number,
  end: number,
  depth: number,
  gradient: Float64Array,
  curvature: Float64Array,
): Node {
  let g = 0
  let h = 0
  for (let k = start; k < end; k++) {
    const row = grower.order[k] as number
    g += gradient[row] as number
    h += curvature[row] as number
  }
  const sums = { gradient: g, curvature: h, rows: end - start }
  return {
    start,
    end,
    depth,
    sums,
    histogram: undefined,
    split: undefined,
    left: undefined,
    right: undefined,
  }
}

function takeHistogram(grower: Grower): Histogram {
  const histogram = grower.pool.pop()
  if (histogram === undefined) return new Float64Array(grower.histogramSize)
  histogram.fill(0)
  return histogram
}

function release(grower: Grower, node: Node): void {
  if (node.histogram !== undefined) grower.pool.push(node.histogram)
  node.histogram = undefined
}

function addRows(
  grower: Grower,
  histogram: Histogram,
  node: Node,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const { offsets, order, places } = grower
  const width = offsets.length
  for (let k = node.start; k < node.end; k++) {
    const row = order[k] as number
    const g = gradient[row] as number
    const h = curvature[row] as number
    const first = row * width
    for (let f = first; f < first + width; f++) {
      const at = places[f] as number
      histogram[at] = (histogram[at] as number) + g
      histogram[at + 1] = (histogram[at + 1] as number) + h
      histogram[at + 2] = (histogram[at + 2] as number) + 1
    }
  }
}

function consider(grower: Grower, node: Node, limits: GrowLimits): void {
  if (node.histogram === undefined || node.depth >= limits.maxDepth) return
  if (node.sums.rows < 2 * limits.minRows) return
  const { features } = grower.binned
  node.split = bestSplit(node.histogram, features, grower.offsets, node.sums, limits)
}

function part(
  grower: Grower,
  node: Node,
  split: Split,
  gradient: Float64Array,
  curvature: Float64Array,
  limits: GrowLimits,
): [Node, Node] {
  const middle = partRows(grower, node, split)
  const left = createNode(grower, node.start, middle, node.depth + 1, gradient, curvature)
  const right = createNode(grower, middle, node.end, node.depth + 1, gradient, curvature)
  node.left = left
  node.right = right
  const [small, large] = left.sums.rows <= right.sums.rows ? [left, right] : [right, left]
  // The larger child's histogram is what the smaller one's leaves of the parent's.
  const own = takeHistogram(grower)
  addRows(grower, own, small, gradient, curvature)
  small.histogram = own
  const rest = node.histogram
  if (rest !== undefined)
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (own[i] as number)
  large.histogram = rest
  node.histogram = undefined
  consider(grower, left, limits)
  consider(grower, right, limits)
  for (const child of [left, right]) if (child.split === undefined) release(grower, child)
  return [left, right]
}

function partRows(grower: Grower, node: Node, split: Split): number {
  const { order, spare, offsets } = grower
  const { bins } = grower.binned
  const width = offsets.length
  let left = node.start
  let right = 0
  for (let k = node.start; k < node.end; k++) {
    const row = order[k] as number
    if (split.left[bins[row * width + split.feature] as number] === 1) order[left++] = row
    else spare[right++] = row
  }
  order.set(spare.subarray(0, right), left)
  return left
}

function flatten(grower: Grower, root: Node, limits: GrowLimits): Grown {
  const nodes: Node[] = [root]
  const features: number[] = []
  const child: number[] = []
  const left: Uint8Array[] = []
  const value: number[] = []
  const gain = new Float64Array(grower.offsets.length)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]
    if (node === undefined) break
    if (node.split === undefined || node.left === undefined || node.right === undefined) {
      features.push(-1)
      child.push(0)
      left.push(new Uint8Array(0))
      value.push(leafValue(node, limits))
      continue
    }
    features.push(node.split.feature)
    child.push(nodes.length)
    left.push(node.split.left)
    value.push(0)
    gain[node.split.feature] = (gain[node.split.feature] as number) + node.split.gain
    nodes.push(node.left, node.right)
  }
  return {
    root: plain(grower, root, limits),
    feature: Int32Array.from(features),
    child: Int32Array.from(child),
    left,
    value: Float64Array.from(value),
    gain,
  }
}

function leafValue(node: Node, limits: GrowLimits): number {
  return (-limits.learningRate * node.sums.gradient) / (node.sums.curvature + limits.ridge)
}

function plain(grower: Grower, node: Node, limits: GrowLimits): TreeNode {
  const { split } = node
  if (split === undefined || node.left === undefined || node.right === undefined)
    return { kind: 'leaf', value: leafValue(node, limits) }
  const left = plain(grower, node.left, limits)
  const right = plain(grower, node.right, limits)
  const feature = grower.binned.features[split.feature]
  if (feature?.kind === 'category') {
    const levels = feature.levels.filter((_, level) => split.left[level] === 1)
    return { kind: 'category', feature: split.feature, levels, left, right }
  }
  // Everything that is known on the left, what is missing on the right, is a split without an edge.
  const atMost = feature?.edges[split.bin - 1] ?? Number.MAX_VALUE
  return {
    kind: 'number',
    feature: split.feature,
    atMost,
    missingLeft: split.missingLeft,
    left,
    right,
  }
}
