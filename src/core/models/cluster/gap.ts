/** Whether k clusters fit better than k clusters would fit data that have none. */
import { createRandom, type Random } from '../../stats/index.ts'
import { kMeans } from './k-means.ts'
import { nullShape, type NullKind } from './null-shape.ts'
import type { Points } from './points.ts'

/** For one k. */
export interface Gap {
  readonly k: number
  /** Mean log inertia of shapeless boxes minus that of the data. */
  readonly gap: number
  /** Standard deviation over the draws x sqrt(1 + 1 / draws). */
  readonly error: number
  /**
   * How many standard errors the relative fall of inertia from one cluster to k exceeds that of shapeless data of the
   * same outline: the smaller of box and cloud. Large = structure; 0 or less = none at all.
   */
  readonly excess: number
}

/**
 * Gap statistic (Tibshirani, Walther, Hastie 2001, equation 3) for k = 1..most, with `draws` shapeless data sets
 * (default 20). Cost: 2 x draws x most fits.
 */
export function gapStatistic(
  points: Points,
  options: {
    readonly most: number
    readonly seed: number
    readonly draws?: number
    readonly inertia?: readonly number[]
  },
): readonly Gap[] {
  const { most, seed, draws = 20 } = options
  const random = createRandom(seed)
  const own = options.inertia ?? curve(points, { most, seed, starts: 10 })
  const box = references(points, { kind: 'box', most, draws, random })
  const cloud = references(points, { kind: 'cloud', most, draws, random })
  return own.map((inertia, i) => {
    const boxes = moments(box.map((reference) => Math.log(reference[i] as number)))
    const relative = Math.log(inertia / (own[0] as number))
    const excesses = [box, cloud].map((kind) => {
      const falls = moments(kind.map((r) => Math.log((r[i] as number) / (r[0] as number))))
      const error = falls.deviation * Math.sqrt(1 + 1 / draws)
      return error > 0 ? (falls.mean - relative) / error : 0
    })
    return {
      k: i + 1,
      gap: boxes.mean - Math.log(inertia),
      error: boxes.deviation * Math.sqrt(1 + 1 / draws),
      excess: Math.min(...excesses),
    }
  })
}

/** The paper's rule: the least k whose gap is not beaten by the next by more than its error; `undefined` if none is. */
export function gapChoice(gaps: readonly Gap[]): number | undefined {
  for (const [i, gap] of gaps.entries()) {
    const next = gaps[i + 1]
    if (next !== undefined && gap.gap >= next.gap - next.error) return gap.k
  }
  return undefined
}

/** Inertia at k = 1..most. */
function curve(
  points: Points,
  options: { readonly most: number; readonly seed: number; readonly starts: number },
): readonly number[] {
  return Array.from({ length: options.most }, (_, i) => {
    const { inertia } = kMeans(points, { k: i + 1, seed: options.seed + i, starts: options.starts })
    // Clusters of equal rows have no spread at all, and no logarithm.
    return Math.max(inertia, Number.MIN_VALUE)
  })
}

function references(
  points: Points,
  options: {
    readonly kind: NullKind
    readonly most: number
    readonly draws: number
    readonly random: Random
  },
): readonly (readonly number[])[] {
  const shape = nullShape(points, options.kind)
  return Array.from({ length: options.draws }, () => {
    const drawn = shape.draw(options.random)
    return curve(drawn, { most: options.most, seed: options.random.below(1e9), starts: 3 })
  })
}

function moments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / values.length) }
}
