/** The best way to part a node, from its histogram of gradients. */
import type { BinnedFeature } from './bins.ts'

/** Gradient, curvature and rows per bin, interleaved by three, features one after the other. */
export type Histogram = Float64Array

/** Sums of a node. */
export interface NodeSums {
  readonly gradient: number
  readonly curvature: number
  readonly rows: number
}

/** How the node parts. */
export interface Split {
  readonly feature: number
  readonly gain: number
  /** 1 = the bin goes left. */
  readonly left: Uint8Array
  /** Numbers: the last bin on the left. */
  readonly bin: number
  readonly missingLeft: boolean
  readonly sums: NodeSums
}

/** What holds trees back. */
export interface SplitLimits {
  /** Fewest rows in a leaf. */
  readonly minRows: number
  /** Penalty on squared leaf values. */
  readonly ridge: number
  /** Smallest gain worth a split. */
  readonly minGain: number
}

/** Categories are noisier than numbers: their order is learned from the same rows (defaults of LightGBM). */
const CATEGORY_RIDGE = 10
const CATEGORY_SMOOTH = 10
/** A level with fewer rows than this cannot be ordered and stays on the right. */
const LEVEL_ROWS = 10
const MIN_CURVATURE = 1e-3

interface Best {
  gain: number
  feature: number
  bin: number
  missingLeft: boolean
  levels: readonly number[]
  gradient: number
  curvature: number
  rows: number
}

/** The split with the largest gain (Chen, Guestrin 2016, eq. 7), or undefined where none is allowed. */
export function bestSplit(
  histogram: Histogram,
  features: readonly BinnedFeature[],
  offsets: Int32Array,
  node: NodeSums,
  limits: SplitLimits,
): Split | undefined {
  const best: Best = {
    gain: limits.minGain,
    feature: -1,
    bin: 0,
    missingLeft: false,
    levels: [],
    gradient: 0,
    curvature: 0,
    rows: 0,
  }
  for (const [f, feature] of features.entries()) {
    const offset = offsets[f] as number
    if (feature.kind === 'number')
      scanNumber(histogram, offset, feature.bins, node, limits, best, f)
    else scanCategory(histogram, offset, feature.bins, node, limits, best, f)
  }
  const feature = features[best.feature]
  if (feature === undefined) return undefined
  const left = new Uint8Array(feature.bins)
  if (feature.kind === 'number') {
    left.fill(1, 1, best.bin + 1)
    left[0] = best.missingLeft ? 1 : 0
  } else for (const level of best.levels) left[level] = 1
  const sums = { gradient: best.gradient, curvature: best.curvature, rows: best.rows }
  const { gain, bin, missingLeft } = best
  return { feature: best.feature, gain, left, bin, missingLeft, sums }
}

function score(gradient: number, curvature: number, ridge: number): number {
  return (gradient * gradient) / (curvature + ridge)
}

function scanNumber(
  histogram: Histogram,
  offset: number,
  bins: number,
  node: NodeSums,
  limits: SplitLimits,
  best: Best,
  feature: number,
): void {
  const whole = score(node.gradient, node.curvature, limits.ridge)
  const missing = histogram[offset + 2] as number
  for (let pass = 0; pass < (missing > 0 ? 2 : 1); pass++) {
    let gradient = pass === 1 ? (histogram[offset] as number) : 0
    let curvature = pass === 1 ? (histogram[offset + 1] as number) : 0
    let rows = pass === 1 ? missing : 0
    for (let bin = 1; bin < bins; bin++) {
      const at = offset + bin * 3
      if (bin === bins - 1 && !(pass === 0 && missing > 0)) break
      const here = histogram[at + 2] as number
      gradient += histogram[at] as number
      curvature += histogram[at + 1] as number
      rows += here
      if (here === 0 || rows < limits.minRows) continue
      const rightRows = node.rows - rows
      if (rightRows < limits.minRows) break
      const rightCurvature = node.curvature - curvature
      if (curvature < MIN_CURVATURE || rightCurvature < MIN_CURVATURE) continue
      const gain =
        (score(gradient, curvature, limits.ridge) +
          score(node.gradient - gradient, rightCurvature, limits.ridge) -
          whole) /
        2
      if (gain <= best.gain) continue
      best.gain = gain
      best.feature = feature
      best.bin = bin
      // Without missing values in training they go with the majority.
      best.missingLeft = missing > 0 ? pass === 1 : rows >= rightRows
      best.gradient = gradient
      best.curvature = curvature
      best.rows = rows
    }
  }
}

function scanCategory(
  histogram: Histogram,
  offset: number,
  bins: number,
  node: NodeSums,
  limits: SplitLimits,
  best: Best,
  feature: number,
): void {
  const levels: number[] = []
  for (let bin = 0; bin < bins; bin++)
    if ((histogram[offset + bin * 3 + 2] as number) >= LEVEL_ROWS) levels.push(bin)
  const pull = (bin: number): number =>
    (histogram[offset + bin * 3] as number) /
    ((histogram[offset + bin * 3 + 1] as number) + CATEGORY_SMOOTH)
  levels.sort((a, b) => pull(a) - pull(b))
  const ridge = limits.ridge + CATEGORY_RIDGE
  const whole = score(node.gradient, node.curvature, ridge)
  // Levels too rare to order are always on the right, so that both ends of the order must be tried as the left.
  for (const ordered of [levels, levels.toReversed()]) {
    let gradient = 0
    let curvature = 0
    let rows = 0
    for (let k = 0; k < ordered.length; k++) {
      const at = offset + (ordered[k] as number) * 3
      gradient += histogram[at] as number
      curvature += histogram[at + 1] as number
      rows += histogram[at + 2] as number
      if (rows < limits.minRows) continue
      if (node.rows - rows < limits.minRows) break
      const right = node.curvature - curvature
      if (curvature < MIN_CURVATURE || right < MIN_CURVATURE) continue
      const gain =
        (score(gradient, curvature, ridge) +
          score(node.gradient - gradient, right, ridge) -
          whole) /
        2
      if (gain <= best.gain) continue
      best.gain = gain
      best.feature = feature
      best.levels = ordered.slice(0, k + 1)
      best.gradient = gradient
      best.curvature = curvature
      best.rows = rows
    }
  }
}
