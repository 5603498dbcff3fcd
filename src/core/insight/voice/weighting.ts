/** A survey's figure as it might be had everybody answered: strata of the base weighted by their size. */
import { describe, normalQuantile, type Estimate, type Moments } from '../../stats/index.ts'
import { weightsOf } from '../data/representative.ts'

/** A part of the base: how many there are, and what those of them who answered said. */
export interface VoiceStratum {
  readonly customers: number
  readonly answers: Moments
}

/** The weighted figure and how it came about. */
export interface WeightedFigure {
  readonly figure: Estimate
  /** Share of the base in strata where too few answered to speak for them. */
  readonly unheard: number
  /** Equal answers that the weighted ones are worth. */
  readonly effective: number
}

/**
 * Post-stratification (Holt and Smith 1979): the mean of each stratum's answers weighted by its size, with capped weights.
 * Variance: sum of W^2 s^2 / n, with the spread of all answers where a stratum has too few. Mends only what the strata
 * tell: within one, those who answer are taken for those who do not.
 */
export function weightedFigure(strata: readonly VoiceStratum[], level = 0.95): WeightedFigure {
  const parts = strata.map(({ customers, answers }) => ({
    stratum: answers,
    base: customers,
    known: answers.n,
  }))
  const { strata: weighted, effective, uncovered: unheard } = weightsOf(parts)
  const heard = weighted.flatMap(({ stratum, weight }) =>
    weight === undefined ? [] : [{ own: stratum, weight }],
  )
  const n = heard.reduce((sum, { own }) => sum + own.n, 0)
  if (n === 0) {
    const none = { value: undefined, low: undefined, high: undefined, level, n: 0 } as const
    return { figure: { ...none, status: 'none' }, unheard, effective: 0 }
  }
  const total = heard.reduce((sum, { own, weight }) => sum + own.n * weight, 0)
  const pooled = spreadOf(sumOf(heard.map(({ own }) => own)))
  let value = 0
  let variance = 0
  for (const { own, weight } of heard) {
    const share = (own.n * weight) / total
    // Equal answers in a small stratum are no certainty.
    const spread = own.n < ENOUGH ? pooled : Math.max(spreadOf(own), pooled / 10)
    value += share * (own.sum / own.n)
    variance += (share * share * spread) / own.n
  }
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  const status = effective < ENOUGH || unheard > MUCH_UNHEARD ? 'weak' : 'ok'
  const figure: Estimate = { value, low: value - reach, high: value + reach, level, n, status }
  return { figure, unheard, effective }
}

/** Answers from which on a stratum's own spread is trusted. */
const ENOUGH = 30

/** More of the base unheard, and the figure speaks for a part of it. */
const MUCH_UNHEARD = 0.2

function sumOf(all: readonly Moments[]): Moments {
  return all.reduce((sum, one) => ({
    n: sum.n + one.n,
    sum: sum.sum + one.sum,
    sumSquares: sum.sumSquares + one.sumSquares,
  }))
}

function spreadOf(moments: Moments): number {
  return describe(moments).variance ?? 0
}
