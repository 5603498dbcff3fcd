/** Clusters as plain data from which SQL, or anyone, can tell a customer's cluster. */
import type { KMeansFit } from './k-means.ts'
import { scaleValue, unscaleValue, type ScaledMeasure } from './scaling.ts'

/** A cluster's centre: in scaled units, to measure distances, and in the measures' own, to be read. */
export interface Centroid {
  readonly label: number
  readonly weight: number
  readonly share: number
  readonly scaled: readonly number[]
  readonly typical: readonly number[]
}

/**
 * A customer belongs to the centroid with the least sum over the measures of (scaled(x) - centroid)^2, ties to the first
 * listed, where scaled(x) = (t(x) - centre) / spread x weight (0 where x is missing or the measure constant).
 */
export interface CentroidForm {
  readonly measures: readonly ScaledMeasure[]
  readonly centroids: readonly Centroid[]
}

/** The fit as data; `number` gives each cluster the label it shall carry, as `matchLabels` found it. */
export function centroidForm(
  fit: KMeansFit,
  measures: readonly ScaledMeasure[],
  number?: Int32Array,
): CentroidForm {
  const total = fit.weights.reduce((sum, w) => sum + w, 0)
  const centroids = Array.from({ length: fit.k }, (_, c) => {
    const scaled = Array.from(fit.centres.subarray(c * fit.columns, (c + 1) * fit.columns))
    const weight = fit.weights[c] as number
    return {
      label: number === undefined ? c : (number[c] as number),
      weight,
      share: total > 0 ? weight / total : 0,
      scaled,
      typical: scaled.map((x, j) => unscaleValue(x, measures[j] as ScaledMeasure)),
    }
  })
  return { measures, centroids }
}

/** The label of one customer by the form: what the SQL must agree with. `values` in the order of the measures. */
export function labelOf(form: CentroidForm, values: readonly number[]): number {
  const scaled = form.measures.map((how, j) => scaleValue(values[j] ?? Number.NaN, how))
  let least = Infinity
  let label = -1
  for (const centroid of form.centroids) {
    let squared = 0
    for (const [j, x] of scaled.entries()) squared += (x - (centroid.scaled[j] as number)) ** 2
    if (squared < least) {
      least = squared
      label = centroid.label
    }
  }
  return label
}
