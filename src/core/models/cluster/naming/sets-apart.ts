/** What sets each cluster apart: its measures against those of everybody else, the largest difference first. */
import { standardisedDifference, type Estimate } from '../../../stats/index.ts'
import { scaleValue, type ScaledMeasure } from '../scaling.ts'
import type { RuleMeasure } from './rule-tree.ts'

/** One measure of one cluster. */
export interface Trademark {
  readonly measure: string
  readonly direction: 'higher' | 'lower'
  /** In standard deviations, on the scale the clusters were made on. */
  readonly difference: Estimate
  /** Plain means in the unit of the measure, within and without the cluster; `undefined` where nobody has a value. */
  readonly inside: number | undefined
  readonly outside: number | undefined
  /** Cohen 1988: from .8 `large`, from .5 `medium`, from .2 `small`; below, the measure does not tell this cluster. */
  readonly word: 'large' | 'medium' | 'small' | 'none'
}

/** A cluster with its measures, the most telling first. */
export interface ClusterProfile {
  readonly label: number
  readonly n: number
  readonly share: number
  readonly trademarks: readonly Trademark[]
}

/**
 * Each cluster of labels 0..k-1 against the rest. `scaling`, in the order of the measures, is that of the fit; without
 * it differences are taken of the plain values. The clusters were chosen to differ in these very measures: the
 * intervals are for ranking, and no proof that the clusters exist. `weights` count a row as so many customers.
 */
export function setsApart(
  measures: readonly RuleMeasure[],
  labels: Int32Array,
  options: {
    readonly k: number
    readonly scaling?: readonly ScaledMeasure[]
    readonly weights?: Float64Array
  },
): readonly ClusterProfile[] {
  const { k, weights } = options
  const sizes = new Float64Array(k)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number
    if (label >= 0) sizes[label] = (sizes[label] as number) + (weights?.[i] ?? 1)
  }
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const sums = measures.map((measure, m) => sumsOf(measure, labels, { ...options, measure: m }))
  return Array.from(sizes, (n, label) => ({
    label,
    n,
    share: total > 0 ? n / total : 0,
    trademarks: measures
      .map((measure, m) => trademark(measure.name, sums[m] as Sums, label))
      .sort((a, b) => Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0)),
  }))
}

/** Per cluster: weight, scaled sum and squares, plain sum. */
interface Sums {
  readonly n: Float64Array
  readonly sum: Float64Array
  readonly squares: Float64Array
  readonly plain: Float64Array
}

function sumsOf(
  measure: RuleMeasure,
  labels: Int32Array,
  options: {
    readonly k: number
    readonly measure: number
    readonly scaling?: readonly ScaledMeasure[]
    readonly weights?: Float64Array
  },
): Sums {
  const { k, weights } = options
  const how = options.scaling?.[options.measure]
  // The weight of a measure changes its part in the clusters, not how far apart two groups lie on it.
  const even = how === undefined ? undefined : { ...how, weight: 1 }
  const sums: Sums = {
    n: new Float64Array(k),
    sum: new Float64Array(k),
    squares: new Float64Array(k),
    plain: new Float64Array(k),
  }
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number
    const value = measure.values[i] as number
    if (label < 0 || !Number.isFinite(value)) continue
    const w = weights?.[i] ?? 1
    const scaled = even === undefined ? value : scaleValue(value, even)
    sums.n[label] = (sums.n[label] as number) + w
    sums.sum[label] = (sums.sum[label] as number) + w * scaled
    sums.squares[label] = (sums.squares[label] as number) + w * scaled * scaled
    sums.plain[label] = (sums.plain[label] as number) + w * value
  }
  return sums
}

function trademark(measure: string, sums: Sums, label: number): Trademark {
  const without = (of: Float64Array): number => {
    let sum = 0
    for (let c = 0; c < of.length; c++) if (c !== label) sum += of[c] as number
    return sum
  }
  const own = (of: Float64Array): number => of[label] as number
  const difference = standardisedDifference({
    of: { n: own(sums.n), sum: own(sums.sum), sumSquares: own(sums.squares) },
    against: { n: without(sums.n), sum: without(sums.sum), sumSquares: without(sums.squares) },
  })
  const size = Math.abs(difference.value ?? 0)
  return {
    measure,
    direction: (difference.value ?? 0) < 0 ? 'lower' : 'higher',
    difference,
    inside: own(sums.n) > 0 ? own(sums.plain) / own(sums.n) : undefined,
    outside: without(sums.n) > 0 ? without(sums.plain) / without(sums.n) : undefined,
    word: size >= 0.8 ? 'large' : size >= 0.5 ? 'medium' : size >= 0.2 ? 'small' : 'none',
  }
}
