/** Looks for clusters in a sample: whether there are any, how many, and around what. */
import {
  assignToCentres,
  bootstrapStability,
  chooseK,
  chooseMixedK,
  evenWeights,
  fitScaling,
  gaussianMixture,
  kMeans,
  mixedClusters,
  mixedData,
  scalePoints,
  type ClusterStability,
  type FieldInfluence,
  type KMeansFit,
  type MixedData,
  type MixedField,
  type Objection,
  type Points,
  type ScaledMeasure,
  type Transform,
  type Verdict,
} from '../../../../core/models/index.ts'
import {
  cholesky,
  invertSymmetric,
  logDeterminant,
  type Estimate,
  type EstimateStatus,
} from '../../../../core/stats/index.ts'
import type { ClusterForm, PlacedField } from './place.ts'

/** Measures and traits of the sampled customers. */
export interface ClusterData {
  readonly rows: number
  readonly measures: readonly {
    readonly name: string
    readonly column: string
    readonly values: Float64Array
  }[]
  readonly traits: readonly {
    readonly name: string
    readonly column: string
    readonly texts: readonly string[]
  }[]
}

/** What to look for. */
export interface ClusterAsked {
  readonly method: 'kmeans' | 'mixture' | 'mixed'
  /** 0: let the data say. */
  readonly k: number
  readonly most: number
  readonly leastShare: number
  readonly weights: Readonly<Record<string, number>>
  readonly transforms: Readonly<Record<string, string>>
  readonly seed: number
}

/** One number of clusters, as the judges see it. */
export interface Evidence {
  readonly k: number
  readonly silhouette: Estimate
  readonly gap: number | undefined
  /** Standard errors by which it beats shapeless data. */
  readonly excess: number
  readonly predictionStrength: Estimate | undefined
  readonly leastStability: number
  readonly leastShare: number
  readonly bic: number | undefined
  readonly against: readonly Objection[]
}

/** What was found; without `clusters` there is nothing to score. */
export interface ClusterFit {
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly judged: number
  readonly scaling: readonly ScaledMeasure[]
  readonly influence: readonly FieldInfluence[]
  /** Measures of few values, by name: lumps along them may be all there is to the clusters. */
  readonly lumpy: readonly string[]
  readonly status: EstimateStatus
  /** A mixture locked onto repeated values. */
  readonly collapsed: boolean
  readonly clusters?: {
    readonly k: number
    readonly labels: Int32Array
    readonly stability: readonly (ClusterStability | undefined)[]
    readonly formOf: (numbers: readonly number[]) => ClusterForm
  }
}

/** Rows that stability is judged on: 25 fits of all would take minutes and say the same. */
const STABILITY_ROWS = 1500

/** Cost: the judges take seconds, whatever the size; the fit grows with rows x measures x k x 20 starts. */
export function fitClusters(data: ClusterData, asked: ClusterAsked): ClusterFit {
  return asked.method === 'mixed' ? fitMixed(data, asked) : fitScaled(data, asked)
}

function fitScaled(data: ClusterData, asked: ClusterAsked): ClusterFit {
  const { seed } = asked
  const measures = data.measures.map(({ name, values }) => ({
    name,
    values,
    transform: (asked.transforms[name] ?? 'auto') as Transform | 'auto',
    weight: asked.weights[name] ?? 1,
  }))
  const scaling = fitScaling(measures)
  const points = scalePoints(measures, scaling)
  const choice = chooseK(points, {
    seed,
    most: Math.max(asked.most, asked.k),
    leastShare: asked.leastShare,
  })
  const mixtures =
    asked.method === 'mixture' ? mixturesOf(points, asked) : new Map<number, Mixture>()
  const evidence = choice.evidence.map((one): Evidence => {
    const { k, silhouette, predictionStrength, leastStability, leastShare, against } = one
    const bic = mixtures.get(k)?.bic
    return {
      k,
      silhouette,
      gap: one.gap.gap,
      excess: one.gap.excess,
      predictionStrength,
      leastStability,
      leastShare,
      bic,
      against,
    }
  })
  const shell = {
    verdict: choice.verdict,
    evidence,
    judged: choice.sampled,
    scaling,
    influence: [],
    lumpy: choice.discreteColumns.flatMap((j) => measures[j]?.name ?? []),
    collapsed: false,
  }
  const found = asked.k > 0 ? asked.k : choice.k
  if (found === undefined || choice.verdict === 'too-few') {
    return { ...shell, status: data.rows === 0 ? 'none' : 'not-identified' }
  }
  // Somebody who asks for a number gets it, with what speaks against it.
  const judged = asked.k > 0 && choice.k !== asked.k ? 'weak' : choice.status
  if (asked.method === 'mixture') {
    const best = asked.k > 0 ? mixtures.get(asked.k) : leastBic(mixtures)
    if (best === undefined) return { ...shell, collapsed: true, status: 'not-identified' }
    return { ...shell, status: judged, clusters: mixtureClusters(best, scaling) }
  }
  const fit = kMeans(points, { k: found, seed })
  const status = fit.status === 'ok' ? judged : fit.status
  return { ...shell, status, clusters: meansClusters(points, { fit, scaling, seed }) }
}

function meansClusters(
  points: Points,
  of: {
    readonly fit: KMeansFit
    readonly scaling: readonly ScaledMeasure[]
    readonly seed: number
  },
): NonNullable<ClusterFit['clusters']> {
  const { fit, scaling, seed } = of
  const { k, columns } = fit
  const centres = Array.from({ length: k }, (_, c) => [
    ...fit.centres.subarray(c * columns, (c + 1) * columns),
  ])
  return {
    k,
    labels: fit.labels,
    stability: stabilityOf(points, fit, seed),
    formOf: (numbers) => ({ kind: 'kmeans', measures: scaling, centres, numbers }),
  }
}

/** Of each cluster, by its counterpart in a fit of fewer rows. */
function stabilityOf(
  points: Points,
  fit: KMeansFit,
  seed: number,
): readonly (ClusterStability | undefined)[] {
  const { columns } = points
  const rows = Math.min(points.rows, STABILITY_ROWS)
  // Rows come by hashed key, so that the first are a fair draw.
  const few: Points = { rows, columns, values: points.values.slice(0, rows * columns) }
  const small = kMeans(few, { k: fit.k, seed })
  const found = bootstrapStability(few, small, { seed })
  const middles: Points = { rows: small.k, columns, values: small.centres }
  const counterpart = assignToCentres(middles, fit.centres)
  return Array.from({ length: fit.k }, (_, c) => found[counterpart.indexOf(c)])
}

interface Mixture {
  readonly k: number
  readonly bic: number
  readonly labels: Int32Array
  readonly components: Extract<ClusterForm, { kind: 'mixture' }>['components']
}

/** Those that did not collapse, by k. */
function mixturesOf(points: Points, asked: ClusterAsked): ReadonlyMap<number, Mixture> {
  const { columns } = points
  const wanted = asked.k > 0 ? [asked.k] : Array.from({ length: asked.most }, (_, i) => i + 1)
  const found = new Map<number, Mixture>()
  for (const k of wanted) {
    const fit = gaussianMixture(points, { k, seed: asked.seed, starts: 3 })
    if (fit.status === 'not-identified' || fit.status === 'none') continue
    const components = Array.from({ length: fit.k }, (_, c) => {
      const covariance = fit.covariances.slice(c * columns * columns, (c + 1) * columns * columns)
      const precision = invertSymmetric(covariance, columns)
      const lower = cholesky(covariance, columns)
      if (precision === undefined || lower === undefined) return undefined
      return {
        mean: [...fit.means.subarray(c * columns, (c + 1) * columns)],
        precision: [...precision],
        constant: logDeterminant(lower, columns) - 2 * Math.log(fit.shares[c] as number),
      }
    })
    const whole = components.flatMap((one) => one ?? [])
    if (whole.length < components.length) continue
    found.set(k, { k, bic: fit.bic, labels: fit.labels, components: whole })
  }
  return found
}

function leastBic(fits: ReadonlyMap<number, Mixture>): Mixture | undefined {
  return [...fits.values()].filter(({ k }) => k > 1).sort((a, b) => a.bic - b.bic)[0]
}

function mixtureClusters(
  fit: Mixture,
  scaling: readonly ScaledMeasure[],
): NonNullable<ClusterFit['clusters']> {
  return {
    k: fit.components.length,
    labels: fit.labels,
    stability: fit.components.map(() => undefined),
    formOf: (numbers) => ({
      kind: 'mixture',
      measures: scaling,
      components: fit.components,
      numbers,
    }),
  }
}

function fitMixed(data: ClusterData, asked: ClusterAsked): ClusterFit {
  const { seed } = asked
  const levels = data.traits.map(({ texts }) =>
    [...new Set(texts.filter((text) => text !== ''))].sort(),
  )
  const fieldsWith = (weights: (name: string, i: number) => number): readonly MixedField[] => [
    ...data.measures.map(({ name, values }, i) => ({
      kind: 'number' as const,
      name,
      values,
      weight: weights(name, i),
    })),
    ...data.traits.map(({ name, texts }, j) => {
      const codes = Int32Array.from(texts, (text) => levels[j]?.indexOf(text) ?? -1)
      return {
        kind: 'category' as const,
        name,
        codes,
        weight: weights(name, data.measures.length + j),
      }
    }),
  ]
  const even = evenWeights(mixedData(fieldsWith(() => 1)), { seed })
  const mixed = mixedData(fieldsWith((name, i) => (asked.weights[name] ?? 1) * (even[i] ?? 1)))
  const choice = chooseMixedK(mixed, {
    seed,
    most: Math.max(asked.most, asked.k),
    leastShare: asked.leastShare,
  })
  const evidence = choice.evidence.map((one): Evidence => ({
    ...one,
    gap: undefined,
    predictionStrength: undefined,
    bic: undefined,
  }))
  const shell = {
    verdict: choice.verdict,
    evidence,
    judged: choice.sampled,
    scaling: [],
    influence: choice.influence,
    lumpy: [],
    collapsed: false,
  }
  const k = asked.k > 0 ? asked.k : choice.k
  if (k === undefined || choice.verdict === 'too-few') {
    return { ...shell, status: data.rows === 0 ? 'none' : 'not-identified' }
  }
  const fit = mixedClusters(mixed, { k, seed })
  const status = asked.k > 0 && choice.k !== asked.k ? 'weak' : choice.status
  const stability = choice.evidence.find((one) => one.k === k)?.stability ?? []
  return {
    ...shell,
    status,
    clusters: {
      k: fit.k,
      labels: fit.labels,
      // Medoids of the judged sample are others than these: only the weakest is known for sure.
      stability: stability.length === fit.k ? stability : [],
      formOf: (numbers) => mixedForm(data, mixed, { medoids: fit.medoids, numbers }),
    },
  }
}

function mixedForm(
  data: ClusterData,
  mixed: MixedData,
  of: { readonly medoids: Int32Array; readonly numbers: readonly number[] },
): ClusterForm {
  const all = [...data.measures, ...data.traits]
  const fields = all.map(({ column }, f): PlacedField => {
    const { kind, weight } = mixed.fields[f] ?? { kind: 'number', weight: 1 }
    return { column, kind, weight: weight ?? 1, range: mixed.ranges[f] ?? 0 }
  })
  const medoids = Array.from(of.medoids, (row) => [
    ...data.measures.map(({ values }) => {
      const x = values[row] as number
      return Number.isFinite(x) ? x : null
    }),
    ...data.traits.map(({ texts }) => {
      const text = texts[row] ?? ''
      return text === '' ? null : text
    }),
  ])
  return { kind: 'mixed', fields, medoids, numbers: of.numbers }
}
