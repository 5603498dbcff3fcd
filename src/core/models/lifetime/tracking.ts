/** Forecast against what happened: the chart that shows whether a lifetime model can be believed. */
import type { LifetimeModel } from './model.ts'
import type { LifetimeRows } from './rows.ts'
import { scorer, scoreLifetime } from './score.ts'

/** What happened, by period from the start of observation. */
export interface TrackingInput {
  /** Fitted on the time up to `calibrationEnd` only; else the chart proves nothing. */
  readonly model: LifetimeModel
  /** Age at the end of calibration and weight of each group of customers born before it. */
  readonly births: { readonly T: Float64Array; readonly weight: Float64Array }
  /** Time from the start of observation to the end of calibration. */
  readonly calibrationEnd: number
  /** Length of a period, in the same unit. */
  readonly period: number
  /** Repeat purchases of these customers in each period; days with several count once, as in x. */
  readonly actual: Float64Array
}

/** One period of the chart; cumulative figures include it. */
export interface TrackingPeriod {
  readonly end: number
  readonly expected: number
  readonly actual: number
  readonly cumulativeExpected: number
  readonly cumulativeActual: number
  /** After the end of calibration: a true forecast. */
  readonly isForecast: boolean
}

/** The chart, and how far the forecast was off. */
export interface Tracking {
  readonly periods: readonly TrackingPeriod[]
  readonly forecast: {
    readonly expected: number
    readonly actual: number
    /** expected / actual - 1: below 0 the model forecasts too little. Undefined where nothing was bought. */
    readonly error: number | undefined
  }
}

/** Expected repeat purchases, cumulated over customers born at different times: sum of w E[X(t - birth)]. */
export function trackLifetime(input: TrackingInput): Tracking {
  const { model, births, calibrationEnd, period, actual } = input
  const of = scorer(model)
  of.history(0, 0, 0)
  const groups = new Map<number, number>()
  for (let i = 0; i < births.T.length; i++) {
    const born = calibrationEnd - (births.T[i] as number)
    groups.set(born, (groups.get(born) ?? 0) + (births.weight[i] as number))
  }
  const periods: TrackingPeriod[] = []
  let before = 0
  let cumulativeActual = 0
  let expected = 0
  let happened = 0
  for (let k = 0; k < actual.length; k++) {
    const end = (k + 1) * period
    let cumulativeExpected = 0
    for (const [born, weight] of groups) {
      if (born < end) cumulativeExpected += weight * of.expected(end - born)
    }
    const inPeriod = cumulativeExpected - before
    const count = actual[k] as number
    cumulativeActual += count
    // A period that straddles the end of calibration is no forecast.
    const isForecast = end - period >= calibrationEnd - 1e-9
    if (isForecast) {
      expected += inPeriod
      happened += count
    }
    periods.push({
      end,
      expected: inPeriod,
      actual: count,
      cumulativeExpected,
      cumulativeActual,
      isForecast,
    })
    before = cumulativeExpected
  }
  const error = happened > 0 ? expected / happened - 1 : undefined
  return { periods, forecast: { expected, actual: happened, error } }
}

/** Mean purchases in the holdout by number of repeat purchases before: forecast and fact. */
export interface HoldoutByFrequency {
  readonly x: number
  /** True for the last group, which takes in all larger x. */
  readonly isOpen: boolean
  readonly customers: number
  readonly expected: number
  readonly actual: number
}

/** Conditional expectations against facts (Fader, Hardie, Lee 2005, figure 5). `bought` is the mean per row. */
export function trackByFrequency(
  model: LifetimeModel,
  rows: LifetimeRows & { readonly bought: Float64Array },
  options: { readonly horizon: number; readonly upTo?: number },
): readonly HoldoutByFrequency[] {
  const upTo = options.upTo ?? 7
  const scores = scoreLifetime(model, rows, options.horizon)
  const groups = Array.from({ length: upTo + 1 }, () => ({ customers: 0, expected: 0, actual: 0 }))
  for (let i = 0; i < rows.x.length; i++) {
    const group = groups[Math.min(upTo, rows.x[i] as number)]
    const w = rows.weight[i] as number
    if (group === undefined) continue
    group.customers += w
    group.expected += w * (scores.expected[i] as number)
    group.actual += w * (rows.bought[i] as number)
  }
  return groups.flatMap(({ customers, expected, actual }, x) =>
    customers === 0
      ? []
      : [
          {
            x,
            isOpen: x === upTo,
            customers,
            expected: expected / customers,
            actual: actual / customers,
          },
        ],
  )
}
