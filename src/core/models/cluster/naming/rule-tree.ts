/** A shallow tree that tells clusters apart by plain questions: is this measure at least that much? */
import { assert } from '../../../base/index.ts'
import { roundestBetween } from './round-number.ts'

/** A measure in its own unit; NaN = missing. */
export interface RuleMeasure {
  readonly name: string
  readonly values: Float64Array
}

/** A question, or an answer: the share of each cluster in the leaf. */
export type RuleNode =
  | {
      readonly kind: 'split'
      readonly measure: number
      readonly threshold: number
      readonly below: RuleNode
      readonly above: RuleNode
    }
  | { readonly kind: 'leaf'; readonly label: number; readonly n: number; readonly purity: number }

/** What to grow. */
export interface TreeOptions {
  /** Questions in a row at most, default 3: what a person can hold in mind. */
  readonly depth?: number
  /** Rows a leaf must keep, default the larger of 20 and 1 % of the rows. */
  readonly leastLeaf?: number
}

/** A question must save at least this part of the whole impurity, or it is not worth a reader's time. */
const LEAST_GAIN = 0.005
/** A rounder threshold may cost this part of the best gain. */
const ROUNDING_COST = 0.03

/**
 * CART (Breiman, Friedman, Olshen, Stone 1984) by the Gini impurity, for labels 0..k-1 (others are left out). A row whose
 * measure is missing answers no question about it and is left out below it, as a rule in the segment language would.
 * Thresholds are the roundest numbers among cuts nearly as good as the best. Cost: depth x measures x rows log rows.
 */
export function growRuleTree(
  measures: readonly RuleMeasure[],
  labels: Int32Array,
  options: { readonly k: number } & TreeOptions,
): RuleNode {
  const rows = Int32Array.from(labels.keys()).filter((i) => (labels[i] as number) >= 0)
  for (const { values } of measures) assert(values.length === labels.length, 'rule tree: lengths')
  const leastLeaf = options.leastLeaf ?? Math.max(20, Math.ceil(0.01 * rows.length))
  const whole = impurity(countLabels(rows, labels, options.k), rows.length)
  const context = { measures, labels, k: options.k, leastLeaf, leastGain: LEAST_GAIN * whole }
  return pruned(grow(context, rows, options.depth ?? 3))
}

interface Context {
  readonly measures: readonly RuleMeasure[]
  readonly labels: Int32Array
  readonly k: number
  readonly leastLeaf: number
  readonly leastGain: number
}

interface Cut {
  readonly measure: number
  readonly threshold: number
  readonly gain: number
}

function grow(context: Context, rows: Int32Array, depth: number): RuleNode {
  const counts = countLabels(rows, context.labels, context.k)
  const leaf = leafOf(counts, rows.length)
  if (depth === 0 || leaf.purity === 1 || rows.length < 2 * context.leastLeaf) return leaf
  let best: Cut | undefined
  for (let m = 0; m < context.measures.length; m++) {
    const cut = bestCut(context, rows, m)
    if (cut !== undefined && (best === undefined || cut.gain > best.gain)) best = cut
  }
  if (best === undefined || best.gain < context.leastGain) return leaf
  const values = context.measures[best.measure]?.values as Float64Array
  const { measure, threshold } = best
  return {
    kind: 'split',
    measure,
    threshold,
    below: grow(
      context,
      rows.filter((i) => (values[i] as number) < threshold),
      depth - 1,
    ),
    above: grow(
      context,
      rows.filter((i) => (values[i] as number) >= threshold),
      depth - 1,
    ),
  }
}

function leafOf(counts: Float64Array, n: number): Extract<RuleNode, { kind: 'leaf' }> {
  let label = 0
  for (let c = 1; c < counts.length; c++) {
    if ((counts[c] as number) > (counts[label] as number)) label = c
  }
  return { kind: 'leaf', label, n, purity: n > 0 ? (counts[label] as number) / n : 0 }
}

/** Questions whose answers are the same are not asked. */
function pruned(node: RuleNode): RuleNode {
  if (node.kind === 'leaf') return node
  const below = pruned(node.below)
  const above = pruned(node.above)
  if (below.kind === 'leaf' && above.kind === 'leaf' && below.label === above.label) {
    const n = below.n + above.n
    const purity = n > 0 ? (below.n * below.purity + above.n * above.purity) / n : 0
    return { kind: 'leaf', label: below.label, n, purity }
  }
  return { ...node, below, above }
}

/** The best cut along one measure, then the roundest threshold nearly as good. */
function bestCut(context: Context, rows: Int32Array, measure: number): Cut | undefined {
  const { labels, k, leastLeaf } = context
  const values = context.measures[measure]?.values as Float64Array
  const order = rows.filter((i) => !Number.isNaN(values[i]))
  order.sort((a, b) => (values[a] as number) - (values[b] as number))
  const n = order.length
  if (n < 2 * leastLeaf) return undefined
  const right = countLabels(order, labels, k)
  const left = new Float64Array(k)
  const whole = impurity(right, n)
  const gains = new Float64Array(n)
  let best = 0
  for (let at = 1; at < n; at++) {
    const label = labels[order[at - 1] as number] as number
    left[label] = (left[label] as number) + 1
    right[label] = (right[label] as number) - 1
    if (at < leastLeaf || n - at < leastLeaf) continue
    if (values[order[at - 1] as number] === values[order[at] as number]) continue
    const gain = whole - impurity(left, at) - impurity(right, n - at)
    gains[at] = gain
    if (gain > best) best = gain
  }
  if (best <= 0) return undefined
  let chosen:
    | { readonly threshold: number; readonly step: number; readonly gain: number }
    | undefined
  for (let at = 1; at < n; at++) {
    const gain = gains[at] as number
    if (gain <= 0 || gain < (1 - ROUNDING_COST) * best) continue
    const round = roundestBetween(
      values[order[at - 1] as number] as number,
      values[order[at] as number] as number,
    )
    if (
      chosen === undefined ||
      round.step > chosen.step ||
      (round.step === chosen.step && gain > chosen.gain)
    ) {
      chosen = { threshold: round.value, step: round.step, gain }
    }
  }
  return chosen === undefined
    ? undefined
    : { measure, threshold: chosen.threshold, gain: chosen.gain }
}

function countLabels(rows: Int32Array, labels: Int32Array, k: number): Float64Array {
  const counts = new Float64Array(k)
  for (let i = 0; i < rows.length; i++) {
    const label = labels[rows[i] as number] as number
    counts[label] = (counts[label] as number) + 1
  }
  return counts
}

/** n x Gini impurity: rows expected to be mislabelled by a random label of the same node. */
function impurity(counts: Float64Array, n: number): number {
  let squares = 0
  for (let c = 0; c < counts.length; c++) squares += (counts[c] as number) ** 2
  return n > 0 ? n - squares / n : 0
}
