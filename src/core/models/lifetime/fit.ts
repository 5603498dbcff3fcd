/** Fitting by maximum likelihood: several starts within bounds, in logs of the parameters, with standard errors. */
import {
  hessian,
  invertSymmetric,
  minimise,
  type Minimum,
  type Objective,
} from '../../stats/index.ts'
import { betaLikelihood, nbdLikelihood } from './geometric.ts'
import {
  LIFETIME_PARAMETERS,
  type Likelihood,
  type LifetimeKind,
  type LifetimeModel,
} from './model.ts'
import { paretoLikelihood } from './pareto.ts'
import { compressLifetime, lifetimeTotals, type LifetimeRows } from './rows.ts'

/** A fitted model, and how well it is determined. */
export interface LifetimeFit {
  readonly model: LifetimeModel
  /** Natural logarithm, of individual timings in the unit of the rows: comparable between kinds on the same rows. */
  readonly logLikelihood: number
  readonly customers: number
  /** Standard errors of the parameters (delta method); undefined where the likelihood has no peak there. */
  readonly errors: readonly (number | undefined)[]
  /** Covariance of the logs of the parameters, row-major: intervals are exp(ln p +- z s). */
  readonly logCovariance: readonly number[] | undefined
  readonly aic: number
  readonly bic: number
  readonly converged: boolean
  /** Parameters that ended on a bound of the search: the data pull them to 0 or infinity. */
  readonly atBound: readonly string[]
  /** Starts that reached the best likelihood to .01, of all starts. */
  readonly agreement: { readonly reached: number; readonly starts: number }
  /** Passes over the exact histories. */
  readonly evaluations: number
}

// The search runs with the mean age as unit of time. Beyond these ends models are, to any data, their own limits:
// r = 1000 is a common rate for all, a rate of leaving of 1e-4 in a lifetime is none.
const LOG_LOW = [Math.log(1e-3), Math.log(1e-4), Math.log(1e-4), Math.log(1e-4)] as const
const LOG_HIGH = [Math.log(1e3), Math.log(1e4), Math.log(1e4), Math.log(1e4)] as const

// Where leaving starts from, after the purchase rate is set by NBD: seldom, often, and much alike for all.
const STARTS: Readonly<Record<LifetimeKind, readonly (readonly [number, number])[]>> = {
  nbd: [],
  'bg-nbd': [
    [0.8, 2.5],
    [0.2, 4],
    [3, 6],
  ],
  'mbg-nbd': [
    [0.8, 2],
    [0.2, 4],
    [3, 4],
  ],
  'pareto-nbd': [
    [0.6, 0.4],
    [1.5, 4],
    [0.3, 0.05],
  ],
}

/** The likelihood of a kind over rows, with its work tables. */
export function lifetimeLikelihood(kind: LifetimeKind, rows: LifetimeRows): Likelihood {
  if (kind === 'nbd') return nbdLikelihood(rows)
  if (kind === 'pareto-nbd') return paretoLikelihood(rows)
  return betaLikelihood(rows, kind === 'mbg-nbd' ? 1 : 0)
}

/** ln likelihood of given parameters. */
export function logLikelihood(model: LifetimeModel, rows: LifetimeRows): number {
  const gradient = new Float64Array(model.parameters.length)
  return lifetimeLikelihood(model.kind, rows)(Float64Array.from(model.parameters), gradient)
}

/**
 * Fits one kind; `undefined` where there are no customers, no time, or no repeat purchase at all: then nothing tells
 * one parameter from another. Rows should come from `compressLifetime`. Starts are compared on
 * histories rounded to a twentieth of the mean age; the best is brought to its end on the exact ones, in about ten passes.
 */
export function fitLifetime(rows: LifetimeRows, kind: LifetimeKind): LifetimeFit | undefined {
  const totals = lifetimeTotals(rows)
  if (!(totals.repeats > 0) || !(totals.meanAge > 0)) return undefined
  const unit = totals.meanAge
  const scaled: LifetimeRows = {
    ...rows,
    tx: rows.tx.map((t) => t / unit),
    T: rows.T.map((t) => t / unit),
  }
  const { customers, repeats } = totals
  const coarse = coarsen(scaled)
  const rate = repeats / customers
  const nbdStart = Float64Array.of(Math.log(0.5), Math.log(0.5 / rate))
  const nbd = search(coarse, 'nbd', customers, [nbdStart])
  const starts = STARTS[kind].map((leave) =>
    Float64Array.of(...nbd.best.x, ...leave.map((v) => Math.log(v))),
  )
  const isRounded = coarse !== scaled
  const rough = kind === 'nbd' ? nbd : search(coarse, kind, customers, starts, { isRounded })
  const found = isRounded ? polish(scaled, kind, customers, rough) : rough
  return describe(kind, found, { unit, customers, repeats })
}

// Parts of the mean age to which times are rounded while starts are compared.
const COARSE = 20

const round = (times: Float64Array): Float64Array =>
  times.map((t) => Math.round(t * COARSE) / COARSE)

/** Fewer histories, alike enough to choose a start by; the given ones where rounding would not join many. */
function coarsen(rows: LifetimeRows): LifetimeRows {
  const { rows: joined } = compressLifetime({ ...rows, tx: round(rows.tx), T: round(rows.T) })
  return joined.x.length < 0.7 * rows.x.length ? joined : rows
}

/** Ends the search on the exact histories, from where the rounded ones led and with their curvature. */
function polish(rows: LifetimeRows, kind: LifetimeKind, customers: number, rough: Found): Found {
  const size = rough.best.x.length
  const curvature = hessian(rough.objective, rough.best.x)
  // What lies on a bound stays there, and its curvature says nothing of the others'.
  for (const k of rough.best.atBound) {
    for (let i = 0; i < size; i++) {
      curvature[i * size + k] = Number(i === k)
      curvature[k * size + i] = Number(i === k)
    }
  }
  const inverse = invertSymmetric(curvature, size)
  const known = inverse === undefined ? {} : { inverse }
  const exact = search(rows, kind, customers, [rough.best.x], known)
  return { ...exact, reached: rough.reached, starts: rough.starts }
}

const EXACTLY = { tolerance: 1e-7 }
// Rounded histories only choose the start: where a search creeps there, the exact ones end it better.
const ROUGHLY = { tolerance: 1e-7, maxIterations: 100 }

interface Found {
  readonly best: Minimum
  readonly objective: Objective
  readonly reached: number
  readonly starts: number
  readonly evaluations: number
}

function search(
  rows: LifetimeRows,
  kind: LifetimeKind,
  customers: number,
  starts: readonly Float64Array[],
  options: { readonly inverse?: Float64Array; readonly isRounded?: boolean } = {},
): Found {
  const { isRounded = false, ...rest } = options
  const likelihood = lifetimeLikelihood(kind, rows)
  const size = LIFETIME_PARAMETERS[kind].length
  const natural = new Float64Array(size)
  const objective: Objective = (x, gradient) => {
    for (let i = 0; i < size; i++) natural[i] = Math.exp(x[i] as number)
    const value = likelihood(natural, gradient)
    for (let i = 0; i < size; i++) {
      gradient[i] = (-(gradient[i] as number) * (natural[i] as number)) / customers
    }
    return -value / customers
  }
  const box = {
    low: Float64Array.from(LOG_LOW.slice(0, size)),
    high: Float64Array.from(LOG_HIGH.slice(0, size)),
  }
  const ends = starts.map((start) =>
    minimise(objective, start, { box, ...(isRounded ? ROUGHLY : EXACTLY), ...rest }),
  )
  const best = ends.reduce((a, b) => (b.value < a.value ? b : a))
  return {
    best,
    objective,
    reached: ends.filter((e) => (e.value - best.value) * customers < 0.01).length,
    starts: ends.length,
    evaluations: ends.reduce((sum, e) => sum + e.evaluations, 0),
  }
}

function describe(
  kind: LifetimeKind,
  found: Found,
  data: { readonly unit: number; readonly customers: number; readonly repeats: number },
): LifetimeFit {
  const { best, objective } = found
  const names = LIFETIME_PARAMETERS[kind]
  const size = names.length
  const { unit, customers, repeats } = data
  const parameters = names.map(
    (name, i) => Math.exp(best.x[i] as number) * (name === 'alpha' || name === 'beta' ? unit : 1),
  )
  const curvature = hessian(objective, best.x).map((v) => v * customers)
  const covariance = best.atBound.length > 0 ? undefined : invertSymmetric(curvature, size)
  const value = -best.value * customers - repeats * Math.log(unit)
  return {
    model: { kind, parameters },
    logLikelihood: value,
    customers,
    errors: parameters.map((p, i) =>
      covariance === undefined ? undefined : p * Math.sqrt(covariance[i * size + i] as number),
    ),
    logCovariance: covariance === undefined ? undefined : [...covariance],
    aic: 2 * size - 2 * value,
    bic: size * Math.log(customers) - 2 * value,
    converged: best.converged,
    atBound: best.atBound.map((i) => names[i] ?? ''),
    agreement: { reached: found.reached, starts: found.starts },
    evaluations: found.evaluations,
  }
}
