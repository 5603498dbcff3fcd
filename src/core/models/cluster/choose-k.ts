/** How many clusters there are, by four judges side by side; and whether there are any. */
import { createRandom, type Estimate, type EstimateStatus } from '../../stats/index.ts'
import { discreteColumns } from './gaussian-mixture.ts'
import { gapChoice, gapStatistic, type Gap } from './gap.ts'
import { kMeans, type KMeansFit } from './k-means.ts'
import { takeRows, totalWeight, type Points } from './points.ts'
import { bootstrapStability, predictionStrength, type ClusterStability } from './repeatability.ts'
import { sampleRows } from './sampling.ts'
import { silhouette } from './silhouette.ts'

/** What each judge says of one k. */
export interface KEvidence {
  readonly k: number
  readonly inertia: number
  readonly explained: number
  readonly silhouette: Estimate
  readonly gap: Gap
  readonly predictionStrength: Estimate
  /** Per cluster, heaviest first. */
  readonly stability: readonly ClusterStability[]
  readonly leastStability: number
  readonly leastShare: number
  /** Why this k is not taken, empty if it may be. */
  readonly against: readonly Objection[]
  /** The judges whose choice it is. */
  readonly votes: readonly Judge[]
}

/** `gap`: one standard error rule; `silhouette`: the widest; `prediction`: the largest k of .8; `stability`: the largest k all of whose clusters are stable. */
export type Judge = 'silhouette' | 'gap' | 'prediction' | 'stability'

/** `as-shapeless`: k clusters cut shapeless data as well; `not-repeated`: the other half has others; `unstable`: a cluster dissolves in resampling; `too-small`: a cluster is below the share asked for. */
export type Objection = 'as-shapeless' | 'not-repeated' | 'unstable' | 'too-small'

/** `structure`: k holds; `no-structure`: no k cuts better than shapeless data are cut; `not-repeatable`: cuts exist that do not come back; `too-few`: too few rows to tell. */
export type Verdict = 'structure' | 'no-structure' | 'not-repeatable' | 'too-few'

/** The evidence for each k, the recommendation, and how sure it is. */
export interface KChoice {
  readonly verdict: Verdict
  /** `undefined` unless the verdict is `structure`. */
  readonly k: number | undefined
  /** How many of the four judges chose that k. */
  readonly agreeing: number
  readonly evidence: readonly KEvidence[]
  /** Measures with few values: lumps found along them are repeated values, which may be all there is to the clusters. */
  readonly discreteColumns: readonly number[]
  readonly sampled: number
  readonly n: number
  /** `weak` where fewer than three judges agree, or a measure has few values. */
  readonly status: EstimateStatus
}

/** What to judge. */
export interface ChooseKOptions {
  readonly seed: number
  /** Largest k looked at, default 8. */
  readonly most?: number
  /** Rows judged, drawn at random, default 1,000: shape needs no more, and all distances among them are taken. */
  readonly sample?: number
  /** The smallest share of customers a cluster may have to be of use, default 0. */
  readonly leastShare?: number
}

/** By how many standard errors clusters must beat shapeless data: with 7 k on 2 shapes, chance exceeds 3 in about 1 %. */
const EXCESS = 3
/** Tibshirani, Walther 2005, section 3: .8 to .9 for well separated clusters. */
const STRENGTH = 0.8
/** Hennig 2007: below .6 a cluster is not to be trusted. */
const TRUST = 0.6
/** Stable, by the same. */
const STABLE = 0.75
/** Fewer rows than this hold no evidence of clusters that their halves could repeat. */
const FEWEST = 50

/**
 * Judges k = 2..most. Says `no-structure` where no cut beats both an evenly filled box and a single normal cloud of the
 * same outline: k-means always cuts, customers do not always come in kinds. Among the k that no objection meets, the one
 * with the most votes wins, then the one with the wider silhouette.
 */
export function chooseK(points: Points, options: ChooseKOptions): KChoice {
  const { seed, most = 8, sample = 1_000, leastShare = 0 } = options
  const random = createRandom(seed)
  const part = takeRows(points, sampleRows(points.rows, sample, random))
  const n = points.rows
  const discrete = discreteColumns(part)
  if (part.rows < FEWEST) {
    const status = n === 0 ? 'none' : 'not-identified'
    const rest = { k: undefined, agreeing: 0, evidence: [], discreteColumns: discrete }
    return { verdict: 'too-few', ...rest, sampled: part.rows, n, status }
  }
  const fits: KMeansFit[] = []
  for (let k = 1; k <= most; k++) fits.push(kMeans(part, { k, seed: seed + k, starts: 20 }))
  // The gap needs one more to compare the last with; where rows repeat there may be fewer clusters than asked for.
  const usable = fits.filter((fit, i) => fit.k === i + 1)
  const gaps = gapStatistic({ ...part, weights: undefined }, { most: usable.length, seed })
  const judged = usable
    .slice(1)
    .map((fit) => judge(part, fit, { gap: gaps[fit.k - 1] as Gap, seed, leastShare }))
  const evidence = withVotes(judged, gapChoice(gaps))
  const free = evidence.filter((e) => e.against.length === 0)
  free.sort((a, b) => b.votes.length - a.votes.length || width(b) - width(a))
  const winner = free[0]
  const beaten = evidence.every((e) => e.against.includes('as-shapeless'))
  return {
    verdict: winner ? 'structure' : beaten ? 'no-structure' : 'not-repeatable',
    k: winner?.k,
    agreeing: winner?.votes.length ?? 0,
    evidence,
    discreteColumns: discrete,
    sampled: part.rows,
    n,
    status: winner && (winner.votes.length < 3 || discrete.length > 0) ? 'weak' : 'ok',
  }
}

function width(evidence: KEvidence): number {
  return evidence.silhouette.value ?? -1
}

function judge(
  points: Points,
  fit: KMeansFit,
  options: { readonly gap: Gap; readonly seed: number; readonly leastShare: number },
): KEvidence {
  const { k } = fit
  const { gap, seed } = options
  const stability = bootstrapStability(points, fit, { seed: seed + k })
  const leastStability = Math.min(...stability.map((s) => s.jaccard.value ?? 0))
  const strength = predictionStrength(points, { k, seed: seed + k })
  const leastShare = (fit.weights[k - 1] as number) / Math.max(totalWeight(points), 1e-300)
  const against: Objection[] = []
  if (gap.excess < EXCESS) against.push('as-shapeless')
  if ((strength.value ?? 0) < STRENGTH) against.push('not-repeated')
  if (leastStability < TRUST) against.push('unstable')
  if (leastShare < options.leastShare) against.push('too-small')
  return {
    k,
    inertia: fit.inertia,
    explained: fit.explained,
    silhouette: silhouette(points, fit.labels, { k, seed }).mean,
    gap,
    predictionStrength: strength,
    stability,
    leastStability,
    leastShare,
    against,
    votes: [],
  }
}

function withVotes(judged: readonly KEvidence[], byGap: number | undefined): readonly KEvidence[] {
  const widest = judged.toSorted((a, b) => width(b) - width(a))[0]?.k
  const strong = judged.filter((e) => (e.predictionStrength.value ?? 0) >= STRENGTH).at(-1)?.k
  const stable = judged.filter((e) => e.leastStability >= STABLE).at(-1)?.k
  const choices: readonly (readonly [Judge, number | undefined])[] = [
    ['silhouette', widest],
    ['gap', byGap],
    ['prediction', strong],
    ['stability', stable],
  ]
  return judged.map((e) => ({
    ...e,
    votes: choices.filter(([, k]) => k === e.k).map(([name]) => name),
  }))
}
