/** How many clusters mixed data have, and whether any. */
import { createRandom, type Estimate, type EstimateStatus } from '../../../stats/index.ts'
import { bestJaccard, crossTable } from '../agreement.ts'
import type { Verdict } from '../choose-k.ts'
import { stabilityWord, type ClusterStability } from '../repeatability.ts'
import { sampleRows } from '../sampling.ts'
import { silhouetteOfDistances } from '../silhouette.ts'
import {
  fieldInfluence,
  gowerMatrix,
  mixedData,
  type FieldInfluence,
  type MixedData,
} from './gower.ts'
import { partitionAroundMedoids, type MedoidFit } from './medoids.ts'
import { drawMixedNull } from './mixed-null.ts'

/** What is known of one k. */
export interface MixedEvidence {
  readonly k: number
  readonly silhouette: Estimate
  /** Standard errors by which the silhouette exceeds that of the same fields without kinds. */
  readonly excess: number
  readonly stability: readonly ClusterStability[]
  readonly leastStability: number
  readonly leastShare: number
  readonly against: readonly ('as-shapeless' | 'unstable' | 'too-small')[]
}

/** The evidence, the recommendation, and what each field had to do with it. */
export interface MixedChoice {
  readonly verdict: Verdict
  readonly k: number | undefined
  readonly evidence: readonly MixedEvidence[]
  readonly influence: readonly FieldInfluence[]
  readonly sampled: number
  readonly n: number
  readonly status: EstimateStatus
}

const LEVEL = 0.95
const EXCESS = 3
const TRUST = 0.6
const FEWEST = 50

/**
 * PAM for k = 2..most (default 6) on at most `sample` rows (default 400). A k is taken if its silhouette beats, by 3
 * standard errors, that of `draws` data sets (default 20) with the same fields but no kinds (`drawMixedNull`), and every
 * cluster comes back in random halves with a Jaccard of .6 (Hennig 2007, subsetting). Of several the widest silhouette
 * wins. `weak` where not all clusters are stable (.75).
 */
export function chooseMixedK(
  data: MixedData,
  options: {
    readonly seed: number
    readonly most?: number
    readonly sample?: number
    readonly draws?: number
    readonly leastShare?: number
  },
): MixedChoice {
  const { seed, most = 6, draws = 20, leastShare = 0 } = options
  const random = createRandom(seed)
  const part = takeMixed(data, sampleRows(data.rows, options.sample ?? 400, random))
  const influence = fieldInfluence(data, { seed })
  const n = data.rows
  if (part.rows < FEWEST) {
    const status = n === 0 ? 'none' : 'not-identified'
    return {
      verdict: 'too-few',
      k: undefined,
      evidence: [],
      influence,
      sampled: part.rows,
      n,
      status,
    }
  }
  const square = squareOf(part)
  const nulls = Array.from({ length: draws }, () => squareOf(drawMixedNull(part, random)))
  const evidence = Array.from({ length: most - 1 }, (_, i) =>
    judge(square, nulls, { k: i + 2, n: part.rows, seed, leastShare }),
  )
  const free = evidence.filter((e) => e.against.length === 0)
  free.sort((a, b) => (b.silhouette.value ?? -1) - (a.silhouette.value ?? -1))
  const winner = free[0]
  const beaten = evidence.every((e) => e.against.includes('as-shapeless'))
  return {
    verdict: winner ? 'structure' : beaten ? 'no-structure' : 'not-repeatable',
    k: winner?.k,
    evidence,
    influence,
    sampled: part.rows,
    n,
    status: winner && winner.leastStability < 0.75 ? 'weak' : 'ok',
  }
}

function squareOf(data: MixedData): Float64Array {
  return gowerMatrix(
    data,
    Int32Array.from({ length: data.rows }, (_, i) => i),
  )
}

function takeMixed(data: MixedData, rows: Int32Array): MixedData {
  const fields = data.fields.map((field) =>
    field.kind === 'number'
      ? { ...field, values: Float64Array.from(rows, (i) => field.values[i] as number) }
      : { ...field, codes: rows.map((i) => field.codes[i] as number) },
  )
  return mixedData(fields, data.ranges)
}

function judge(
  square: Float64Array,
  nulls: readonly Float64Array[],
  options: {
    readonly k: number
    readonly n: number
    readonly seed: number
    readonly leastShare: number
  },
): MixedEvidence {
  const { k, n, seed } = options
  const fit = partitionAroundMedoids(square, n, { k, seed })
  const { mean: silhouette } = silhouetteOfDistances(square, fit.labels, k)
  const byChance = nulls.map((chance) => {
    const { labels } = partitionAroundMedoids(chance, n, { k, seed, starts: 2 })
    return silhouetteOfDistances(chance, labels, k).mean.value ?? 0
  })
  const mean = byChance.reduce((sum, x) => sum + x, 0) / byChance.length
  const variance = byChance.reduce((sum, x) => sum + (x - mean) ** 2, 0) / byChance.length
  const error = Math.sqrt(variance * (1 + 1 / byChance.length))
  const excess = error > 0 ? ((silhouette.value ?? 0) - mean) / error : 0
  const stability = medoidStability(square, fit, { seed })
  const leastStability = Math.min(...stability.map((s) => s.jaccard.value ?? 0))
  const leastShare = Math.min(...sizesOf(fit.labels, k)) / n
  const against: MixedEvidence['against'][number][] = []
  if (excess < EXCESS) against.push('as-shapeless')
  if (leastStability < TRUST) against.push('unstable')
  if (leastShare < options.leastShare) against.push('too-small')
  return { k, silhouette, excess, stability, leastStability, leastShare, against }
}

function sizesOf(labels: Int32Array, k: number): readonly number[] {
  const sizes = Array.from({ length: k }, () => 0)
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1
  return sizes
}

/** Jaccard of each cluster with its counterpart in random halves, clustered anew (default 20 halves). */
export function medoidStability(
  square: Float64Array,
  fit: MedoidFit,
  options: { readonly seed: number; readonly samples?: number },
): readonly ClusterStability[] {
  const random = createRandom(options.seed)
  const samples = options.samples ?? 20
  const n = fit.labels.length
  const k = fit.medoids.length
  const seen = Array.from({ length: k }, (): number[] => [])
  for (let sample = 0; sample < samples; sample++) {
    const rows = sampleRows(n, n >> 1, random)
    const part = new Float64Array(rows.length ** 2)
    for (let a = 0; a < rows.length; a++) {
      for (let b = 0; b < rows.length; b++) {
        part[a * rows.length + b] = square[(rows[a] as number) * n + (rows[b] as number)] as number
      }
    }
    const again = partitionAroundMedoids(part, rows.length, {
      k,
      seed: random.below(1e9),
      starts: 2,
    })
    const original = rows.map((row) => fit.labels[row] as number)
    const best = bestJaccard(crossTable(original, again.labels))
    for (let c = 0; c < k; c++) seen[c]?.push(best[c] ?? 0)
  }
  const sizes = sizesOf(fit.labels, k)
  return seen.map((values, c) => {
    const sorted = values.toSorted((a, b) => a - b)
    const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length)
    const size = sizes[c] as number
    const jaccard: Estimate = {
      value: mean,
      low: sorted[Math.round(0.025 * (samples - 1))],
      high: sorted[Math.round(0.975 * (samples - 1))],
      level: LEVEL,
      n: size,
      status: size < 20 ? 'weak' : 'ok',
    }
    return { jaccard, word: stabilityWord(mean) }
  })
}
