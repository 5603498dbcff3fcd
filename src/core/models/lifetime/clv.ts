/** Customer lifetime value over a horizon: discounted expected purchases x spend x margin, with intervals. */
import {
  cholesky,
  createRandom,
  gaussLegendre,
  normalQuantile,
  type Estimate,
  type EstimateStatus,
} from '../../stats/index.ts'
import type { LifetimeFit } from './fit.ts'
import type { LifetimeModel } from './model.ts'
import type { LifetimeRows } from './rows.ts'
import { scorer } from './score.ts'
import { expectedSpend, type SpendFit } from './spend.ts'

/** What a value means: without these it is no number. */
export interface ClvOptions {
  /** Time ahead, in the unit of time of the rows. */
  readonly horizon: number
  /** Continuous rate per unit of time; see `discountRate`. */
  readonly discount: number
  /** Share of revenue that is margin, 0..1: revenue is not value. */
  readonly margin: number
  /** Draws of the parameters behind the intervals. */
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
}

/** Values parallel to the rows, and their total. */
export interface ClvResult {
  /** Discounted expected purchases per customer of the row. */
  readonly purchases: Float64Array
  /** Margin per customer of the row, over the horizon, at present value. */
  readonly value: Float64Array
  /** Ends of the interval of `value`; undefined where the fits have no covariance. */
  readonly low: Float64Array | undefined
  readonly high: Float64Array | undefined
  readonly total: Estimate
  readonly totalPurchases: Estimate
  readonly status: EstimateStatus
}

/** The continuous rate per unit of a yearly rate: 10 % a year in weeks is ln(1.1) / 52.18. */
export function discountRate(yearly: number, unitsPerYear: number): number {
  return Math.log1p(yearly) / unitsPerYear
}

// e^(-d t) E(t) is smooth: five points agree with fifty to 1e-8 at usual rates.
const RULE = gaussLegendre(5)

/**
 * The integral of e^(-d t) dE(t) from 0 to the horizon, by parts: e^(-d H) E(H) + d times that of e^(-d t) E(t).
 * Purchases are discounted from the instant they happen (Fader, Hardie, Lee 2005b, "RFM and CLV", p. 418).
 */
export function discountedPurchases(
  model: LifetimeModel,
  rows: LifetimeRows,
  options: Pick<ClvOptions, 'horizon' | 'discount'>,
): Float64Array {
  const { horizon, discount } = options
  const of = scorer(model)
  const result = new Float64Array(rows.x.length)
  const end = Math.exp(-discount * horizon)
  const points = discount === 0 ? 0 : RULE.nodes.length
  const times = RULE.nodes.map((node) => node * horizon)
  const factors = RULE.weights.map(
    (w, i) => w * horizon * discount * Math.exp(-discount * (times[i] as number)),
  )
  for (let i = 0; i < result.length; i++) {
    of.history(rows.x[i] as number, rows.tx[i] as number, rows.T[i] as number)
    let sum = end * of.expected(horizon)
    for (let k = 0; k < points; k++) sum += (factors[k] as number) * of.expected(times[k] as number)
    result[i] = sum
  }
  return result
}

/**
 * Value of each row. `meanSpend` is the mean value of repeat purchases per row (any number where x is 0); for rows that
 * join customers of different spend give the mean of their means: expected spend is linear in it, so that totals are
 * exact. Intervals tell how far the parameters are known (draws from their asymptotic normal distribution, in logs),
 * not how far one customer may stray from the expectation. Assumes that spend does not depend on frequency, that both go
 * on as before, and a constant margin. Cost: draws x rows x 6 expectations.
 */
export function lifetimeValue(
  fit: LifetimeFit,
  spend: SpendFit,
  rows: LifetimeRows & { readonly meanSpend: Float64Array },
  options: ClvOptions,
): ClvResult {
  const level = options.level ?? 0.95
  const n = rows.weight.reduce((sum, w) => sum + w, 0)
  const purchases = discountedPurchases(fit.model, rows, options)
  const [p, q] = spend.parameters ?? [Number.NaN, Number.NaN]
  if (n === 0 || !(q > 1) || !(p > 0) || spend.parameters === undefined) {
    return withoutSpend(purchases, n, level)
  }
  const value = priced(purchases, rows, spend.parameters, options.margin)
  const spread = spreadOf(fit, spend, rows, options)
  const status =
    fit.atBound.length > 0 || spend.status !== 'ok' || spread === undefined ? 'weak' : 'ok'
  const z = normalQuantile((1 + level) / 2)
  const total = (values: Float64Array, deviation: number | undefined): Estimate => {
    const sum = weighted(values, rows.weight)
    const reach = deviation === undefined ? undefined : Math.exp(z * deviation)
    return {
      value: sum,
      low: reach === undefined ? undefined : sum / reach,
      high: reach === undefined ? undefined : sum * reach,
      level,
      n,
      status,
    }
  }
  return {
    purchases,
    value,
    low: spread && value.map((v, i) => v / Math.exp(z * (spread.rows[i] as number))),
    high: spread && value.map((v, i) => v * Math.exp(z * (spread.rows[i] as number))),
    total: total(value, spread?.total),
    totalPurchases: total(purchases, spread?.purchases),
    status,
  }
}

function withoutSpend(purchases: Float64Array, n: number, level: number): ClvResult {
  const status = n === 0 ? 'none' : 'not-identified'
  const nothing: Estimate = { value: undefined, low: undefined, high: undefined, level, n, status }
  return {
    purchases,
    value: new Float64Array(purchases.length).fill(Number.NaN),
    low: undefined,
    high: undefined,
    total: nothing,
    totalPurchases: nothing,
    status,
  }
}

function priced(
  purchases: Float64Array,
  rows: LifetimeRows & { readonly meanSpend: Float64Array },
  parameters: readonly [number, number, number],
  margin: number,
): Float64Array {
  return purchases.map(
    (d, i) =>
      d * margin * expectedSpend(parameters, rows.x[i] as number, rows.meanSpend[i] as number),
  )
}

function weighted(values: Float64Array, weight: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (weight[i] as number)
  return sum
}

/** Parameters drawn around the fitted ones: normal in their logs. */
export function drawAround(
  parameters: readonly number[],
  logCovariance: readonly number[],
  normal: () => number,
): number[] | undefined {
  const size = parameters.length
  const lower = cholesky(Float64Array.from(logCovariance), size)
  if (lower === undefined) return undefined
  const z = Array.from({ length: size }, normal)
  return parameters.map((value, i) => {
    let shift = 0
    for (let j = 0; j <= i; j++) shift += (lower[i * size + j] as number) * (z[j] as number)
    return value * Math.exp(shift)
  })
}

interface Spread {
  readonly rows: Float64Array
  readonly total: number
  readonly purchases: number
}

/** Standard deviations of logs over the draws: of each row's value, of the total, and of total purchases. */
function spreadOf(
  fit: LifetimeFit,
  spend: SpendFit,
  rows: LifetimeRows & { readonly meanSpend: Float64Array },
  options: ClvOptions,
): Spread | undefined {
  const { logCovariance } = fit
  if (!logCovariance || !spend.logCovariance || !spend.parameters) return undefined
  const { normal } = createRandom(options.seed ?? 1)
  const draws = options.draws ?? 100
  const size = rows.x.length
  const sum = new Float64Array(size + 2)
  const squares = new Float64Array(size + 2)
  let count = 0
  for (let draw = 0; draw < draws; draw++) {
    const parameters = drawAround(fit.model.parameters, logCovariance, normal)
    const money = drawAround(spend.parameters, spend.logCovariance, normal)
    // Draws without a mean spend are left out: the interval is given that there is one.
    if (!parameters || !money || !((money[1] ?? 0) > 1)) continue
    const purchases = discountedPurchases({ kind: fit.model.kind, parameters }, rows, options)
    const value = priced(purchases, rows, money as [number, number, number], options.margin)
    const add = (i: number, v: number): void => {
      const log = Math.log(Math.max(v, 1e-300))
      sum[i] = (sum[i] as number) + log
      squares[i] = (squares[i] as number) + log * log
    }
    for (let i = 0; i < size; i++) add(i, value[i] as number)
    add(size, weighted(value, rows.weight))
    add(size + 1, weighted(purchases, rows.weight))
    count++
  }
  if (count < 20) return undefined
  const deviation = sum.map((s, i) =>
    Math.sqrt(Math.max(0, ((squares[i] as number) - (s * s) / count) / (count - 1))),
  )
  return {
    rows: deviation.subarray(0, size),
    total: deviation[size] as number,
    purchases: deviation[size + 1] as number,
  }
}
