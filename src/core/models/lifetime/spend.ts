/** Gamma-Gamma: how much a customer spends per purchase, when few purchases are known. */
import {
  digamma,
  hessian,
  invertSymmetric,
  logGamma,
  minimise,
  normalQuantile,
  type Estimate,
  type EstimateStatus,
  type Minimum,
  type Objective,
} from '../../stats/index.ts'
import { independenceOf, type SpendIndependence } from './independence.ts'
import { compressLifetime } from './rows.ts'
import { distinct } from './tables.ts'

/** One row per customer, or per group of equals. */
export interface SpendRows {
  /** Repeat purchases, as in the lifetime rows: the first purchase is left out of both. */
  readonly x: Float64Array
  /** Mean value of those purchases; ignored where x is 0. */
  readonly mean: Float64Array
  readonly weight: Float64Array
}

/** Why a fit is not simply `ok`. */
export type SpendReason =
  | 'no-repeat-purchases'
  | 'too-few-repeat-buyers'
  | 'spend-does-not-vary'
  | 'spend-mean-unbounded'
  | 'spend-mean-uncertain'
  | 'spend-depends-on-frequency'

/** A fitted model of spend. */
export interface SpendFit {
  readonly status: EstimateStatus
  readonly reasons: readonly SpendReason[]
  /** p, q and v, where v is in the unit of money; undefined where nothing could be fitted. */
  readonly parameters: readonly [p: number, q: number, v: number] | undefined
  readonly errors: readonly (number | undefined)[]
  readonly logCovariance: readonly number[] | undefined
  readonly logLikelihood: number | undefined
  /** Mean spend per purchase over all customers, p v / (q - 1). */
  readonly mean: Estimate
  readonly independence: SpendIndependence
  /** Customers used, and those with repeat purchases but no positive spend, left out. */
  readonly n: number
  readonly leftOut: number
}

const LEVEL = 0.95
const FEWEST = 20

/**
 * Expected spend per purchase of a customer with x repeat purchases of the given mean: p (v + x mean) / (p x + q - 1)
 * (Fader, Hardie, "The Gamma-Gamma model of monetary value", 2013, equation 5). With x = 0 it is the population's.
 */
export function expectedSpend(
  parameters: readonly [p: number, q: number, v: number],
  x: number,
  mean: number,
): number {
  const [p, q, v] = parameters
  return x > 0 ? (p * (v + x * mean)) / (p * x + q - 1) : (p * v) / (q - 1)
}

/** The same note, equation 1a: the sum over customers of the log density of their mean. */
export function spendLikelihood(rows: SpendRows): Objective {
  const { x, mean, weight } = rows
  const xs = distinct(x)
  const size = xs.values.length
  const counts = new Float64Array(size)
  let constant = 0
  for (let i = 0; i < x.length; i++) {
    const w = weight[i] as number
    const k = xs.at[i] as number
    counts[k] = (counts[k] as number) + w
    constant -= w * Math.log(mean[i] as number)
  }
  const logs = Float64Array.from(x, (v, i) => v * Math.log(v * (mean[i] as number)))
  // Sum of w x ln(x mean), by which p multiplies.
  const product = logs.reduce((sum, l, i) => sum + (weight[i] as number) * l, 0)
  return (parameters, gradient) => {
    const p = parameters[0] as number
    const q = parameters[1] as number
    const v = parameters[2] as number
    let sum = constant + p * product
    let byP = product
    let byQ = 0
    let byV = 0
    const logV = Math.log(v)
    const psiQ = digamma(q)
    const gammaQ = logGamma(q)
    for (let k = 0; k < size; k++) {
      const value = xs.values[k] as number
      const px = p * value
      const w = counts[k] as number
      const psi = digamma(px + q)
      sum += w * (logGamma(px + q) - logGamma(px) - gammaQ + q * logV)
      byP += w * value * (psi - digamma(px))
      byQ += w * (psi - psiQ + logV)
      byV += (w * q) / v
    }
    for (let i = 0; i < x.length; i++) {
      const w = weight[i] as number
      const value = x[i] as number
      const total = v + value * (mean[i] as number)
      const log = w * Math.log(total)
      const shape = p * value + q
      sum -= shape * log
      byP -= value * log
      byQ -= log
      byV -= (w * shape) / total
    }
    gradient[0] = byP
    gradient[1] = byQ
    gradient[2] = byV
    return sum
  }
}

/** Fits by maximum likelihood from three starts; about a dozen passes over the rows. */
export function fitSpend(given: SpendRows): SpendFit {
  const { rows, leftOut } = positive(given)
  const n = rows.weight.reduce((sum, w) => sum + w, 0)
  const independence = independenceOf(rows, n)
  const nothing = (status: EstimateStatus, reason: SpendReason): SpendFit => ({
    status,
    reasons: [reason],
    parameters: undefined,
    errors: [],
    logCovariance: undefined,
    logLikelihood: undefined,
    mean: { value: undefined, low: undefined, high: undefined, level: LEVEL, n, status },
    independence,
    n,
    leftOut,
  })
  if (n === 0) return nothing('none', 'no-repeat-purchases')
  if (n < FEWEST) return nothing('not-identified', 'too-few-repeat-buyers')
  const unit = rows.mean.reduce((sum, m, i) => sum + m * (rows.weight[i] as number), 0) / n
  const found = search({ ...rows, mean: rows.mean.map((m) => m / unit) }, n)
  if (found.best.atBound.length > 0) return nothing('not-identified', 'spend-does-not-vary')
  const [p, q, scaled] = [...found.best.x].map((l) => Math.exp(l)) as [number, number, number]
  const covariance = invertSymmetric(
    hessian(found.objective, found.best.x).map((h) => h * n),
    3,
  )
  const parameters = [p, q, scaled * unit] as const
  const mean = meanOf(parameters, covariance, n)
  const reasons: SpendReason[] = []
  if (q <= 1) reasons.push('spend-mean-unbounded')
  else if (mean.status !== 'ok') reasons.push('spend-mean-uncertain')
  if (independence.isDoubtful) reasons.push('spend-depends-on-frequency')
  return {
    status: q <= 1 ? 'not-identified' : reasons.length > 0 ? 'weak' : 'ok',
    reasons,
    parameters,
    errors: parameters.map((value, i) =>
      covariance === undefined ? undefined : value * Math.sqrt(covariance[i * 4] as number),
    ),
    logCovariance: covariance === undefined ? undefined : [...covariance],
    logLikelihood: -found.best.value * n - n * Math.log(unit),
    mean,
    independence,
    n,
    leftOut,
  }
}

function positive(given: SpendRows): { readonly rows: SpendRows; readonly leftOut: number } {
  const used: number[] = []
  let leftOut = 0
  for (let i = 0; i < given.x.length; i++) {
    if (!((given.x[i] as number) > 0)) continue
    if ((given.mean[i] as number) > 0) used.push(i)
    else leftOut += given.weight[i] as number
  }
  const pick = (values: Float64Array): Float64Array => {
    const picked = new Float64Array(used.length)
    for (let k = 0; k < picked.length; k++) picked[k] = values[used[k] as number] as number
    return picked
  }
  return {
    rows: { x: pick(given.x), mean: pick(given.mean), weight: pick(given.weight) },
    leftOut,
  }
}

interface Found {
  readonly best: Minimum
  readonly objective: Objective
}

// In units of the mean spend; p and q of 10,000 mean that nobody differs from anybody.
const BOX = {
  low: new Float64Array(3).fill(Math.log(1e-3)),
  high: Float64Array.of(Math.log(1e4), Math.log(1e4), Math.log(1e6)),
}
const STARTS = [
  [5, 4],
  [1, 3],
  [30, 3],
] as const

// Steps of a twentieth in logs change a likelihood less than the choice between starts needs.
const STEPS_PER_LOG = 20

/** Compares starts on spend rounded in logs, then ends the search on the exact values, in a few passes. */
function search(rows: SpendRows, n: number): Found {
  const rounded = rows.mean.map((m) =>
    Math.exp(Math.round(Math.log(m) * STEPS_PER_LOG) / STEPS_PER_LOG),
  )
  const { rows: joined } = compressLifetime({
    x: rows.x,
    tx: rounded,
    T: new Float64Array(rows.x.length),
    weight: rows.weight,
  })
  const coarse = objectiveOf({ x: joined.x, mean: joined.tx, weight: joined.weight }, n)
  const ends = STARTS.map(([p, q]) => {
    const start = Float64Array.of(Math.log(p), Math.log(q), Math.log((q - 1) / p))
    return minimise(coarse, start, { box: BOX, tolerance: 1e-7 })
  })
  const near = ends.reduce((a, b) => (b.value < a.value ? b : a))
  const inverse = near.atBound.length > 0 ? undefined : invertSymmetric(hessian(coarse, near.x), 3)
  const objective = objectiveOf(rows, n)
  const options = { box: BOX, tolerance: 1e-7, ...(inverse && { inverse }) }
  return { best: minimise(objective, near.x, options), objective }
}

function objectiveOf(rows: SpendRows, n: number): Objective {
  const likelihood = spendLikelihood(rows)
  const natural = new Float64Array(3)
  return (x, gradient) => {
    for (let i = 0; i < 3; i++) natural[i] = Math.exp(x[i] as number)
    const value = likelihood(natural, gradient)
    for (let i = 0; i < 3; i++) {
      gradient[i] = (-(gradient[i] as number) * (natural[i] as number)) / n
    }
    return -value / n
  }
}

/** p v / (q - 1) with an interval on the log scale (delta method). */
function meanOf(
  [p, q, v]: readonly [number, number, number],
  covariance: Float64Array | undefined,
  n: number,
): Estimate {
  const none = { low: undefined, high: undefined, level: LEVEL, n }
  if (q <= 1) return { value: undefined, ...none, status: 'not-identified' }
  const value = (p * v) / (q - 1)
  if (covariance === undefined) return { value, ...none, status: 'weak' }
  const slope = [1, -q / (q - 1), 1]
  let variance = 0
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      variance += (slope[i] as number) * (slope[j] as number) * (covariance[i * 3 + j] as number)
    }
  }
  const z = normalQuantile((1 + LEVEL) / 2)
  const reach = Math.exp(z * Math.sqrt(variance))
  // The mean exists only if q > 1: where the interval of q reaches 1, that of the mean cannot be trusted.
  const isSure = q * Math.exp(-z * Math.sqrt(covariance[4] as number)) > 1
  return {
    value,
    low: value / reach,
    high: value * reach,
    level: LEVEL,
    n,
    status: isSure ? 'ok' : 'weak',
  }
}
