/** How unevenly a total is spread: Lorenz curve, Gini coefficient, and what the top holds. */
import type { Estimate, EstimateStatus } from '../estimate.ts'
import type { Compressed } from '../interval/sums.ts'
import { LEVEL, withoutValue } from '../interval/sums.ts'
import { normalQuantile } from '../special/index.ts'

/** A point of the curve: this share of the population, poorest first, holds this share of the total. */
export interface LorenzPoint {
  readonly population: number
  readonly held: number
}

/** Concentration of one measure over one population. */
export interface Concentration {
  readonly gini: Estimate
  /** From (0, 0) to (1, 1), at most 201 points. */
  readonly curve: readonly LorenzPoint[]
  /** Share of the total that the top `population` holds, for each share asked for. */
  readonly top: readonly { readonly population: number; readonly held: Estimate }[]
  /** Smallest share of the population that holds `held` of the total, for each share asked for. */
  readonly needed: readonly { readonly held: number; readonly population: number | undefined }[]
  /** Observations below zero and their sum; they count as zero, see `concentrationOf`. */
  readonly negative: { readonly n: number; readonly sum: number }
}

/** What to ask. */
export interface ConcentrationOptions {
  readonly level?: number
  /** Shares of the population, largest first: .2 asks what the top fifth holds. */
  readonly tops?: readonly number[]
  /** Shares of the total: .8 asks how few hold four fifths. */
  readonly helds?: readonly number[]
}

/** A top share resting on fewer than this many observations moves with each of them. */
const FEW_AT_TOP = 20

/** Running totals over ascending values. */
interface Running {
  readonly values: Float64Array
  readonly counts: Float64Array
  /** Observations up to and including each value. */
  readonly below: Float64Array
  /** Their sum. */
  readonly sums: Float64Array
  readonly n: number
  readonly sum: number
}

/**
 * Lorenz curve, Gini and shares of the top, from ascending distinct values with counts. Values below zero (returns
 * above purchases) count as zero and are reported: with negatives a curve dips below the axis and a Gini has no upper
 * bound, so that two figures would not compare. A total of zero has no concentration. Gini: 2 cov(x, F) / mean in the
 * population form (R `ineq`, corr = FALSE), variance of Davidson 2009, Journal of Econometrics 150, eq. 13-15. Top
 * share: influence function of the Lorenz ordinate (Beach, Davidson 1983). Intervals are on the logit scale, so that
 * they stay inside 0..1. They assume a finite variance; heavy tails make them too narrow (Davidson, Flachaire 2007),
 * hence `weak` where one observation alone holds a twentieth of the total. Cost: linear in distinct values for each
 * share asked for.
 */
export function concentrationOf(
  data: Compressed,
  options: ConcentrationOptions = {},
): Concentration {
  const level = options.level ?? LEVEL
  const negative = negatives(data)
  const run = runningOf(data)
  const status = statusOf(run)
  const tops = options.tops ?? [0.01, 0.05, 0.1, 0.2]
  const helds = options.helds ?? [0.5, 0.8]
  return {
    gini: gini(run, status, level),
    curve: curve(run),
    top: tops.map((population) => ({ population, held: topShare(run, population, status, level) })),
    needed: helds.map((held) => ({ held, population: neededFor(run, held) })),
    negative,
  }
}

function negatives(data: Compressed): { n: number; sum: number } {
  let n = 0
  let sum = 0
  for (let i = 0; i < data.values.length; i++) {
    const value = data.values[i] as number
    if (value >= 0) break
    n += data.counts[i] as number
    sum += (data.counts[i] as number) * value
  }
  return { n, sum }
}

function runningOf(data: Compressed): Running {
  const size = data.values.length
  const values = new Float64Array(size)
  const below = new Float64Array(size)
  const sums = new Float64Array(size)
  let n = 0
  let sum = 0
  for (let i = 0; i < size; i++) {
    const value = Math.max(0, data.values[i] as number)
    n += data.counts[i] as number
    sum += value * (data.counts[i] as number)
    values[i] = value
    below[i] = n
    sums[i] = sum
  }
  return { values, counts: data.counts, below, sums, n, sum }
}

function statusOf(run: Running): EstimateStatus {
  if (run.n === 0) return 'none'
  if (run.sum === 0) return 'not-identified'
  const largest = run.values.at(-1) ?? 0
  return run.n < 100 || largest / run.sum > 0.05 ? 'weak' : 'ok'
}

function curve(run: Running): LorenzPoint[] {
  const points: LorenzPoint[] = [{ population: 0, held: 0 }]
  if (run.sum === 0) return points
  let next = 0.005
  for (let i = 0; i < run.values.length; i++) {
    const population = (run.below[i] as number) / run.n
    if (population < next && i < run.values.length - 1) continue
    points.push({ population, held: (run.sums[i] as number) / run.sum })
    next = population + 0.005
  }
  return points
}

function gini(run: Running, status: EstimateStatus, level: number): Estimate {
  if (run.sum === 0) return withoutValue({ n: run.n, level })
  const mean = run.sum / run.n
  let cross = 0
  for (let i = 0; i < run.values.length; i++) {
    const count = run.counts[i] as number
    // Twice the middle rank of a run of equal values.
    cross += count * (run.values[i] as number) * (2 * (run.below[i] as number) - count)
  }
  const value = cross / (run.n * run.n * mean) - 1
  let sum = 0
  let squares = 0
  for (let i = 0; i < run.values.length; i++) {
    const x = run.values[i] as number
    const count = run.counts[i] as number
    const rank = (2 * (run.below[i] as number) - count) / run.n
    const partial = ((run.sums[i] as number) - (x * (count - 1)) / 2) / run.n
    const z = x * (rank - value - 1) - 2 * partial
    sum += count * z
    squares += count * z * z
  }
  const variance = Math.max(0, squares / run.n - (sum / run.n) ** 2) / (run.n * mean * mean)
  return bounded(value, variance, run.n, status, level)
}

/** Lorenz ordinate and the value at a share of the population, splitting a run of equal values where needed. */
function ordinate(run: Running, share: number): { held: number; quantile: number } {
  const wanted = share * run.n
  let i = 0
  while (i < run.below.length - 1 && (run.below[i] as number) < wanted) i++
  const quantile = run.values[i] ?? 0
  const held = (run.sums[i] ?? 0) - ((run.below[i] ?? 0) - wanted) * quantile
  return { held: held / run.sum, quantile }
}

function topShare(
  run: Running,
  population: number,
  status: EstimateStatus,
  level: number,
): Estimate {
  if (run.sum === 0) return withoutValue({ n: run.n, level })
  const share = 1 - population
  const { held, quantile } = ordinate(run, share)
  const mean = run.sum / run.n
  let squares = 0
  for (let i = 0; i < run.values.length; i++) {
    const x = run.values[i] as number
    const influence = Math.min(x - quantile, 0) + share * quantile - held * x
    squares += (run.counts[i] as number) * influence * influence
  }
  const variance = squares / (run.n * run.n * mean * mean)
  const few = population * run.n < FEW_AT_TOP
  return bounded(1 - held, variance, run.n, few ? 'weak' : status, level)
}

function neededFor(run: Running, held: number): number | undefined {
  if (run.sum === 0) return undefined
  const wanted = (1 - held) * run.sum
  let i = 0
  while (i < run.sums.length - 1 && (run.sums[i] as number) < wanted) i++
  const value = run.values[i] ?? 0
  const spare = value > 0 ? ((run.sums[i] ?? 0) - wanted) / value : 0
  return 1 - ((run.below[i] ?? 0) - spare) / run.n
}

function bounded(
  value: number,
  variance: number,
  n: number,
  status: EstimateStatus,
  level: number,
): Estimate {
  // All equal, or one holds everything: the sampling variance vanishes without anything being certain.
  if (value <= 1e-12 || value >= 1 - 1e-12 || n < 2)
    return { ...withoutValue({ n, level, status: 'weak' }), value: Math.min(1, Math.max(0, value)) }
  const logit = Math.log(value / (1 - value))
  const width = (normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / (value * (1 - value))
  const low = 1 / (1 + Math.exp(width - logit))
  const high = 1 / (1 + Math.exp(-width - logit))
  return { value, low, high, level, n, status }
}
