/** Whether clusters come back when the customers are drawn anew: in two halves, and in bootstrap samples. */
import { createRandom, type Estimate } from '../../stats/index.ts'
import { bestJaccard, crossTable } from './agreement.ts'
import { assignToCentres, kMeans, type KMeansFit } from './k-means.ts'
import { takeRows, type Points } from './points.ts'
import { resampleRows, shuffled } from './sampling.ts'

const LEVEL = 0.95
const Z = 1.959963984540054

/**
 * Prediction strength (Tibshirani, Walther 2005, equation 2.1): cluster each half, let one half's centres assign the
 * other's rows, and take, for the worst cluster, the share of pairs that stay together. Mean over `splits` random halves
 * (default 10), both ways. 1 at k = 1. The interval is that of the mean over splits, which share rows: a rough one.
 */
export function predictionStrength(
  points: Points,
  options: { readonly k: number; readonly seed: number; readonly splits?: number },
): Estimate {
  const { k, seed, splits = 10 } = options
  const n = points.rows
  if (n < 2 * k + 2) {
    return { value: undefined, low: undefined, high: undefined, level: LEVEL, n, status: 'none' }
  }
  const random = createRandom(seed)
  const strengths: number[] = []
  for (let split = 0; split < splits; split++) {
    const order = shuffled(n, random)
    const a = takeRows(points, order.slice(0, n >> 1))
    const b = takeRows(points, order.slice(n >> 1))
    const fitA = kMeans(a, { k, seed: random.below(1e9), starts: 5 })
    const fitB = kMeans(b, { k, seed: random.below(1e9), starts: 5 })
    strengths.push((strength(a, fitA, fitB) + strength(b, fitB, fitA)) / 2)
  }
  return meanOf(strengths, n)
}

/** The least share, over the clusters of `own`, of pairs of rows that `other`'s centres keep together. */
function strength(points: Points, own: KMeansFit, other: KMeansFit): number {
  const assigned = assignToCentres(points, other.centres)
  const table = crossTable(own.labels, assigned)
  let least = 1
  for (let c = 0; c < table.aSize; c++) {
    let size = 0
    let together = 0
    for (let j = 0; j < table.bSize; j++) {
      const count = table.counts[c * table.bSize + j] as number
      size += count
      together += count * (count - 1)
    }
    // A cluster of one has no pairs: it predicts nothing, which is no strength.
    least = Math.min(least, size > 1 ? together / (size * (size - 1)) : 0)
  }
  return least
}

function meanOf(values: readonly number[], n: number): Estimate {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  const error = Math.sqrt(squares / Math.max(1, values.length - 1) / values.length)
  return {
    value: mean,
    low: Math.max(0, mean - Z * error),
    high: Math.min(1, mean + Z * error),
    level: LEVEL,
    n,
    status: values.length < 5 ? 'weak' : 'ok',
  }
}

/** Hennig's words: `stable` from .75, `pattern` from .6 (there is something, which customers belong is open), else `unstable`. */
export type Stability = 'stable' | 'pattern' | 'unstable'

/** Of one cluster. */
export interface ClusterStability {
  readonly jaccard: Estimate
  readonly word: Stability
}

/** The word for a mean Jaccard similarity (Hennig 2007, section 4, and the documentation of `fpc::clusterboot`). */
export function stabilityWord(jaccard: number): Stability {
  return jaccard >= 0.75 ? 'stable' : jaccard >= 0.6 ? 'pattern' : 'unstable'
}

/**
 * Bootstrap stability of each cluster of `fit` (Hennig 2007): rows drawn with replacement, clustered anew, and the
 * Jaccard similarity of each cluster with its nearest counterpart among the rows drawn, averaged over `samples`
 * (default 25). The interval is the middle 95 % of the samples.
 */
export function bootstrapStability(
  points: Points,
  fit: KMeansFit,
  options: { readonly seed: number; readonly samples?: number },
): readonly ClusterStability[] {
  const random = createRandom(options.seed)
  const samples = options.samples ?? 25
  const seen = Array.from({ length: fit.k }, (): number[] => [])
  for (let sample = 0; sample < samples; sample++) {
    const rows = distinct(resampleRows(points.rows, random))
    const drawn = takeRows({ ...points, weights: points.weights }, rows.rows)
    const weights = rows.times.map((times, i) => times * (drawn.weights?.[i] ?? 1))
    const again = kMeans({ ...drawn, weights }, { k: fit.k, seed: random.below(1e9), starts: 5 })
    const original = Int32Array.from(rows.rows, (row) => fit.labels[row] as number)
    const best = bestJaccard(crossTable(original, again.labels))
    for (let c = 0; c < fit.k; c++) seen[c]?.push(best[c] ?? 0)
  }
  return seen.map((values, c) => {
    const sorted = values.slice().sort((a, b) => a - b)
    const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length)
    const at = (share: number): number | undefined => sorted[Math.round(share * (samples - 1))]
    const n = fit.labels.reduce((count, label) => count + (label === c ? 1 : 0), 0)
    return {
      jaccard: {
        value: mean,
        low: at(0.025),
        high: at(0.975),
        level: LEVEL,
        n,
        status: samples < 20 || n < 20 ? 'weak' : 'ok',
      },
      word: stabilityWord(mean),
    }
  })
}

/** Each row drawn once, with how often. `rows` ascending. */
function distinct(rows: Int32Array): { readonly rows: Int32Array; readonly times: Float64Array } {
  const kept: number[] = []
  const times: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (kept.at(-1) === row) times[times.length - 1] = (times.at(-1) as number) + 1
    else {
      kept.push(row)
      times.push(1)
    }
  }
  return { rows: Int32Array.from(kept), times: Float64Array.from(times) }
}
