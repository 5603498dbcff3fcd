/** How far parameters, and the scores that follow from them, are known. */
import { normalQuantile, type Estimate } from '../../stats/index.ts'
import type { LifetimeFit } from './fit.ts'
import { LIFETIME_PARAMETERS } from './model.ts'
import type { LifetimeRows } from './rows.ts'
import { scoreLifetime, type LifetimeScores } from './score.ts'

/** A parameter with its name. */
export interface ParameterEstimate extends Estimate {
  readonly name: string
}

/** The parameters with intervals from the curvature of the likelihood, symmetric in logs, so never below 0. */
export function parameterEstimates(
  fit: LifetimeFit,
  level: number = 0.95,
): readonly ParameterEstimate[] {
  const z = normalQuantile((1 + level) / 2)
  return LIFETIME_PARAMETERS[fit.model.kind].map((name, i) => {
    const value = fit.model.parameters[i] ?? Number.NaN
    const error = fit.errors[i]
    const reach = error === undefined ? undefined : Math.exp((z * error) / value)
    return {
      name,
      value,
      low: reach === undefined ? undefined : value / reach,
      high: reach === undefined ? undefined : value * reach,
      level,
      n: fit.customers,
      status: reach === undefined ? 'weak' : 'ok',
    }
  })
}

/** Scores with the ends of their intervals, parallel to the rows. */
export interface CertainScores extends LifetimeScores {
  readonly level: number
  readonly expectedLow: Float64Array
  readonly expectedHigh: Float64Array
  /** Undefined where `alive` is. */
  readonly aliveLow: Float64Array | undefined
  readonly aliveHigh: Float64Array | undefined
}

// Wide enough that rounding does not show, narrow enough that curvature does not.
const STEP = 1e-3

/**
 * Scores with intervals by the delta method, on the log scale for purchases and the logit scale for P(alive). They tell
 * how far the parameters are known, not how far one customer strays from the expectation. `undefined` where the fit has
 * no covariance. Cost: nine times that of the scores alone.
 */
export function scoreWithIntervals(
  fit: LifetimeFit,
  rows: LifetimeRows,
  options: { readonly horizon: number; readonly level?: number },
): CertainScores | undefined {
  const { logCovariance, model } = fit
  if (logCovariance === undefined) return undefined
  const level = options.level ?? 0.95
  const size = model.parameters.length
  const shifted = (place: number, by: number): LifetimeScores =>
    scoreLifetime(
      {
        kind: model.kind,
        parameters: model.parameters.map((p, i) => (i === place ? p * Math.exp(by) : p)),
      },
      rows,
      options.horizon,
    )
  const slopes = model.parameters.map((_, i) => {
    const above = shifted(i, STEP)
    const below = shifted(i, -STEP)
    return {
      expected: difference(above.expected, below.expected, Math.log),
      alive: above.alive && below.alive && difference(above.alive, below.alive, logit),
    }
  })
  const z = normalQuantile((1 + level) / 2)
  const spread = (of: (i: number) => Float64Array | undefined): Float64Array => {
    const variance = new Float64Array(rows.x.length)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const c = logCovariance[i * size + j] as number
        const a = of(i)
        const b = of(j)
        if (a === undefined || b === undefined) continue
        for (let k = 0; k < variance.length; k++) {
          variance[k] = (variance[k] as number) + c * (a[k] as number) * (b[k] as number)
        }
      }
    }
    return variance.map((v) => z * Math.sqrt(Math.max(0, v)))
  }
  const scores = scoreLifetime(model, rows, options.horizon)
  const reach = spread((i) => slopes[i]?.expected)
  const aliveReach = scores.alive && spread((i) => slopes[i]?.alive)
  const alive = (sign: number): Float64Array | undefined =>
    scores.alive?.map((p, k) => expit(logit(p) + sign * (aliveReach?.[k] ?? 0)))
  return {
    ...scores,
    level,
    expectedLow: scores.expected.map((e, k) => e * Math.exp(-(reach[k] as number))),
    expectedHigh: scores.expected.map((e, k) => e * Math.exp(reach[k] as number)),
    aliveLow: alive(-1),
    aliveHigh: alive(1),
  }
}

/** Certain chances stay finite, and without slope: they are 0 or 1 by construction. */
function logit(p: number): number {
  const inside = Math.min(1 - 1e-15, Math.max(1e-300, p))
  return Math.log(inside) - Math.log1p(-inside)
}

function expit(l: number): number {
  return l > 34 ? 1 : 1 / (1 + Math.exp(-l))
}

function difference(
  above: Float64Array,
  below: Float64Array,
  scale: (v: number) => number,
): Float64Array {
  return above.map((v, k) => {
    const slope = (scale(v) - scale(below[k] as number)) / (2 * STEP)
    return Number.isFinite(slope) ? slope : 0
  })
}
