/** From scores to chances that hold: Platt's line and isotonic steps. */
import { rank } from './quality.ts'

/** Chance = 1 / (1 + exp(-(intercept + slope x score))). */
export interface PlattCalibration {
  readonly kind: 'platt'
  readonly intercept: number
  readonly slope: number
}

/** Scores from `from[k]` on have the chance `chance[k]`; those below the first have the first. */
export interface IsotonicCalibration {
  readonly kind: 'isotonic'
  readonly from: readonly number[]
  readonly chance: readonly number[]
}

export type Calibration = PlattCalibration | IsotonicCalibration

/**
 * Below this many of the rarer outcome isotonic steps overfit (Niculescu-Mizil, Caruana 2005 put it near 1,000 rows).
 */
const ENOUGH_FOR_STEPS = 1000

/**
 * Platt, or isotonic where there is enough to learn steps from and steps fitted on the even rows predict the odd ones
 * better (steps also merge scores, which costs ranking). The rows must not be those the scores were fitted on.
 */
export function calibrate(scores: Float64Array, outcome: Uint8Array): Calibration {
  let hits = 0
  for (const one of outcome) hits += one
  const rarer = Math.min(hits, outcome.length - hits)
  if (rarer < ENOUGH_FOR_STEPS) return fitPlatt(scores, outcome)
  const half = (rest: number): [Float64Array, Uint8Array] => [
    scores.filter((_, i) => i % 2 === rest),
    outcome.filter((_, i) => i % 2 === rest),
  ]
  const [teach, judge] = [half(0), half(1)]
  const lossOf = (calibration: Calibration): number =>
    logLoss(applyCalibration(calibration, judge[0]), judge[1])
  const steps = lossOf(fitIsotonic(...teach)) < lossOf(fitPlatt(...teach))
  return steps ? fitIsotonic(scores, outcome) : fitPlatt(scores, outcome)
}

function logLoss(chances: Float64Array, outcome: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] as number
    sum -= outcome[i] === 1 ? Math.log(chance) : Math.log1p(-chance)
  }
  return sum / chances.length
}

/**
 * Platt 1999 with his targets (N+ + 1) / (N+ + 2) and 1 / (N- + 2), which keep certainty out, fitted by Newton's method
 * with step halving as Lin, Lin and Weng 2007.
 */
export function fitPlatt(scores: Float64Array, outcome: Uint8Array): PlattCalibration {
  let hits = 0
  for (const one of outcome) hits += one
  const misses = outcome.length - hits
  const high = (hits + 1) / (hits + 2)
  const low = 1 / (misses + 2)
  let intercept = Math.log((hits + 1) / (misses + 1))
  let slope = 0
  const lossAt = (a: number, b: number): number => {
    let loss = 0
    for (let i = 0; i < scores.length; i++) {
      const eta = a + b * (scores[i] as number)
      const target = outcome[i] === 1 ? high : low
      loss += Math.log1p(Math.exp(-Math.abs(eta))) + Math.max(0, eta) - target * eta
    }
    return loss
  }
  let loss = lossAt(intercept, slope)
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = plattStep(scores, outcome, { intercept, slope, high, low })
    if (step.decrement < 1e-10) break
    let share = 1
    let next = lossAt(intercept + step.intercept, slope + step.slope)
    while (next > loss && share > 1e-8) {
      share /= 2
      next = lossAt(intercept + share * step.intercept, slope + share * step.slope)
    }
    if (next > loss) break
    intercept += share * step.intercept
    slope += share * step.slope
    loss = next
  }
  return { kind: 'platt', intercept, slope }
}

function plattStep(
  scores: Float64Array,
  outcome: Uint8Array,
  at: {
    readonly intercept: number
    readonly slope: number
    readonly high: number
    readonly low: number
  },
): { intercept: number; slope: number; decrement: number } {
  let g0 = 0
  let g1 = 0
  // A hair on the diagonal keeps equal scores solvable.
  let h00 = 1e-12
  let h01 = 0
  let h11 = 1e-12
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    const chance = 1 / (1 + Math.exp(-(at.intercept + at.slope * score)))
    const pull = (outcome[i] === 1 ? at.high : at.low) - chance
    const bend = chance * (1 - chance)
    g0 += pull
    g1 += pull * score
    h00 += bend
    h01 += bend * score
    h11 += bend * score * score
  }
  const determinant = h00 * h11 - h01 * h01
  if (!(determinant > 0)) return { intercept: 0, slope: 0, decrement: 0 }
  const intercept = (h11 * g0 - h01 * g1) / determinant
  const slope = (h00 * g1 - h01 * g0) / determinant
  return { intercept, slope, decrement: intercept * g0 + slope * g1 }
}

/**
 * The rising steps closest to the outcomes, by pooling adjacent violators (Ayer et al. 1955; Zadrozny, Elkan 2002). A
 * step of n rows promises no less than .5 / (n + 1) and no more than 1 minus that, as no sample proves "never" or
 * "always".
 */
export function fitIsotonic(scores: Float64Array, outcome: Uint8Array): IsotonicCalibration {
  const ranked = rank(scores, outcome)
  const firsts: number[] = []
  const hits: number[] = []
  const sizes: number[] = []
  for (let i = 0; i < ranked.values.length; i++) {
    let start = i
    let own = ranked.hits[i] as number
    let size = own + (ranked.misses[i] as number)
    for (;;) {
      const beforeHits = hits.at(-1)
      const beforeSize = sizes.at(-1)
      if (beforeHits === undefined || beforeSize === undefined) break
      if (beforeHits * size < own * beforeSize) break
      own += beforeHits
      size += beforeSize
      start = firsts.at(-1) ?? start
      firsts.pop()
      hits.pop()
      sizes.pop()
    }
    firsts.push(start)
    hits.push(own)
    sizes.push(size)
  }
  const chance = hits.map((own, k) => {
    const size = sizes[k] ?? 1
    const margin = 0.5 / (size + 1)
    return Math.min(1 - margin, Math.max(margin, own / size))
  })
  // The margins of a small step must not lift it above its larger neighbour.
  for (let k = chance.length - 2; k >= 0; k--)
    chance[k] = Math.min(chance[k] ?? 0, chance[k + 1] ?? 1)
  // Halfway between two scores: who sums in another order, and is off by the last digit, lands on the same step.
  const at = (i: number): number => ranked.values[i] as number
  const from = firsts.map((i) => (i === 0 ? at(0) : (at(i - 1) + at(i)) / 2))
  return { kind: 'isotonic', from, chance }
}

/** Rounding makes 1 of a chance near it, and one miss would then cost an infinite loss. */
const CERTAIN = 1e-9

/** Chances of scores. */
export function applyCalibration(calibration: Calibration, scores: Float64Array): Float64Array {
  if (calibration.kind === 'platt') {
    const { intercept, slope } = calibration
    return scores.map((score) => {
      const chance = 1 / (1 + Math.exp(-(intercept + slope * score)))
      return Math.min(1 - CERTAIN, Math.max(CERTAIN, chance))
    })
  }
  const { from, chance } = calibration
  return scores.map((score) => {
    let low = 0
    let high = from.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((from[middle] as number) <= score) low = middle
      else high = middle - 1
    }
    return chance[low] ?? Number.NaN
  })
}
