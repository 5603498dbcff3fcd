/** From the distinct values of a measure to the cut points of its scores: few numbers that SQL can apply. */
import { quantile, type Compressed } from '../../stats/index.ts'

/** How values become scores 1..bins. */
export type ScoreMethod =
  /**
   * By the share of customers below, ties counted half: equal customers always score alike, which cutting a sorted list
   * into equal parts (NTILE) does not grant.
   */
  | { readonly kind: 'rank' }
  /**
   * Cuts at the type-7 quantiles plus `offset`, a value at the cut belonging above: with offset 1, the default, as the R
   * package `rfm` does. Adding 1 presumes whole numbers.
   */
  | { readonly kind: 'quantile'; readonly offset?: number }
  /** Given cuts, ascending: a value at a cut belongs above. There is one bin more than cuts. */
  | { readonly kind: 'thresholds'; readonly cuts: readonly number[] }

/** What to know before trusting scores. */
export type CutWarning =
  /** Some scores are given to nobody: too many customers share one value. */
  | 'bins-collapsed'
  /** A score holds more than twice its even share. */
  | 'bins-uneven'
  /** Values are fractions, or the quantiles lie closer than the offset. */
  | 'offset-presumes-whole-numbers'
  /** All customers have the same value: there is nothing to score. */
  | 'one-value'
  | 'cuts-not-ascending'

/** The scores of one measure. */
export interface ScoreCuts {
  /** Ascending, one fewer than bins. The score is 1 + the number of cuts <= value; turned round where `isReversed`. */
  readonly cuts: readonly number[]
  readonly bins: number
  /** Low values score high, as with days since the last purchase. */
  readonly isReversed: boolean
  /** Customers per score, from score 1. */
  readonly counts: readonly number[]
  readonly n: number
  readonly warnings: readonly CutWarning[]
}

/** A cut above all values: nobody reaches the score behind it. */
const BEYOND = Number.MAX_VALUE

/** The score of a value; missing values have none and must be set apart by the caller. */
export function scoreOf(cuts: ScoreCuts, value: number): number {
  const passed = passedCuts(cuts.cuts, value)
  return cuts.isReversed ? cuts.bins - passed : 1 + passed
}

function passedCuts(cuts: readonly number[], value: number): number {
  let passed = 0
  // Equal cuts are passed together, so that collapsed bins stay empty.
  for (const cut of cuts) if (cut <= value) passed++
  return passed
}

/** Cuts one measure; `bins` is ignored with thresholds, which bring their own number. Values must be finite. */
export function cutScores(
  data: Compressed,
  options: {
    readonly method: ScoreMethod
    readonly bins?: number
    readonly isReversed?: boolean
  },
): ScoreCuts {
  const { method } = options
  const bins = method.kind === 'thresholds' ? method.cuts.length + 1 : (options.bins ?? 5)
  const isReversed = options.isReversed ?? false
  const n = data.counts.reduce((sum, c) => sum + c, 0)
  const cuts = n === 0 ? [] : cutsOf(data, method, bins, n)
  const counts = Array.from({ length: bins }, () => 0)
  for (const [i, value] of data.values.entries()) {
    const passed = passedCuts(cuts, value)
    const at = isReversed ? bins - 1 - passed : passed
    counts[at] = (counts[at] ?? 0) + (data.counts[i] as number)
  }
  return { cuts, bins, isReversed, counts, n, warnings: warningsOf(data, method, cuts, counts) }
}

function cutsOf(data: Compressed, method: ScoreMethod, bins: number, n: number): readonly number[] {
  const steps = Array.from({ length: bins - 1 }, (_, i) => i + 1)
  if (method.kind === 'thresholds') return method.cuts
  if (method.kind === 'quantile') {
    const offset = method.offset ?? 1
    return steps.map((step) => (quantile(data, step / bins).value ?? 0) + offset)
  }
  const cuts = Array.from({ length: bins - 1 }, () => BEYOND)
  let below = 0
  let reached = 0
  for (const [i, value] of data.values.entries()) {
    const count = data.counts[i] as number
    const passed = Math.min(bins - 1, Math.floor((bins * (below + count / 2)) / n))
    while (reached < passed) cuts[reached++] = value
    below += count
  }
  return cuts
}

function warningsOf(
  data: Compressed,
  method: ScoreMethod,
  cuts: readonly number[],
  counts: readonly number[],
): readonly CutWarning[] {
  if (data.values.length === 0) return []
  if (data.values.length === 1) return ['one-value']
  const warnings: CutWarning[] = []
  const n = counts.reduce((sum, c) => sum + c, 0)
  if (cuts.some((cut, i) => i > 0 && cut < (cuts[i - 1] ?? cut)))
    warnings.push('cuts-not-ascending')
  if (counts.includes(0)) warnings.push('bins-collapsed')
  if (counts.some((c) => c > (2 * n) / counts.length)) warnings.push('bins-uneven')
  const offset = method.kind === 'quantile' ? (method.offset ?? 1) : 0
  if (offset !== 0 && data.values.some((v) => !Number.isInteger(v))) {
    warnings.push('offset-presumes-whole-numbers')
  }
  return warnings
}
