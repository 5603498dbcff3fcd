/** The share to whom an event has not yet happened, by time, when some are cut off before it: Kaplan and Meier 1958. */
import { normalQuantile, type Estimate, type EstimateStatus } from '../../stats/index.ts'
import { survivalTotals, type SurvivalRows } from './rows.ts'

/**
 * How intervals are made. `log-log` (Kalbfleisch and Prentice 1980, p. 15) stays within 0 and 1 and holds its level with
 * few data: the default. `log` is the default of R's `survfit`.
 */
export type SurvivalInterval = 'log-log' | 'log' | 'plain'

/** A curve: arrays parallel to the times at which an event happened. */
export interface SurvivalCurve {
  readonly time: Float64Array
  readonly atRisk: Float64Array
  readonly events: Float64Array
  /** The share still without the event just after the time. */
  readonly survival: Float64Array
  /** Ends of the interval at each time; NaN where the share is 0, of which no interval is known. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly n: number
  readonly eventCount: number
  /** The last time at which anyone was seen: the curve says nothing beyond. */
  readonly end: number
  readonly level: number
  readonly interval: SurvivalInterval
  readonly status: EstimateStatus
}

/** Level and kind of the intervals. */
export interface SurvivalOptions {
  readonly level?: number
  readonly interval?: SurvivalInterval
}

// Fewer events than this and the curve rests on single people; ten is the usual floor per quantity estimated.
const FEW_EVENTS = 10

/** The curve with Greenwood's variance (1926). One pass; `rows` ascending by time. */
export function kaplanMeier(rows: SurvivalRows, options: SurvivalOptions = {}): SurvivalCurve {
  const level = options.level ?? 0.95
  const interval = options.interval ?? 'log-log'
  const { n, events: eventCount } = survivalTotals(rows)
  const at = [...rows.time.keys()].filter((i) => (rows.events[i] as number) > 0)
  const make = (): Float64Array => new Float64Array(at.length)
  const curve = { time: make(), atRisk: make(), events: make(), survival: make() }
  const ends = { low: make(), high: make() }
  const z = normalQuantile((1 + level) / 2)
  let left = n
  let survival = 1
  let greenwood = 0
  let k = 0
  for (let i = 0; i < rows.time.length; i++) {
    const d = rows.events[i] as number
    if (d > 0) {
      survival *= 1 - d / left
      greenwood += d / (left * (left - d))
      curve.time[k] = rows.time[i] as number
      curve.atRisk[k] = left
      curve.events[k] = d
      // What remains after the last event is 0, not the rounding of it.
      curve.survival[k] = left - d < 1e-9 * n ? 0 : survival
      const [low, high] = intervalOf(interval, curve.survival[k] as number, greenwood, z)
      ends.low[k] = low
      ends.high[k] = high
      k++
    }
    left -= d + (rows.censored[i] as number)
  }
  const status = n === 0 ? 'none' : eventCount === 0 ? 'not-identified' : 'ok'
  return {
    ...curve,
    ...ends,
    n,
    eventCount,
    end: rows.time.at(-1) ?? 0,
    level,
    interval,
    status: status === 'ok' && eventCount < FEW_EVENTS ? 'weak' : status,
  }
}

function intervalOf(
  kind: SurvivalInterval,
  survival: number,
  greenwood: number,
  z: number,
): readonly [low: number, high: number] {
  if (survival === 0) return [Number.NaN, Number.NaN]
  const error = z * Math.sqrt(greenwood)
  if (kind === 'plain') {
    return [Math.max(0, survival * (1 - error)), Math.min(1, survival * (1 + error))]
  }
  if (kind === 'log') {
    return [survival * Math.exp(-error), Math.min(1, survival * Math.exp(error))]
  }
  const power = error / -Math.log(survival)
  return [Math.pow(survival, Math.exp(power)), Math.pow(survival, Math.exp(-power))]
}

/** The place of the last event at or before `time`; -1 before the first. */
function placeOf(curve: SurvivalCurve, time: number): number {
  let low = 0
  let high = curve.time.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((curve.time[middle] as number) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The share still without the event at a time; `not-identified` beyond the last time anyone was seen. */
export function survivalAt(curve: SurvivalCurve, time: number): Estimate {
  const { n, level, status } = curve
  if (curve.n === 0 || (time > curve.end && curve.survival.at(-1) !== 0)) {
    const why = curve.n === 0 ? 'none' : 'not-identified'
    return { value: undefined, low: undefined, high: undefined, level, n, status: why }
  }
  const place = placeOf(curve, time)
  if (place < 0) return { value: 1, low: undefined, high: undefined, level, n, status: 'weak' }
  const low = curve.low[place] as number
  const high = curve.high[place] as number
  return {
    value: curve.survival[place] as number,
    low: Number.isNaN(low) ? undefined : low,
    high: Number.isNaN(high) ? undefined : high,
    level,
    n,
    status,
  }
}

/**
 * The time by which the event has happened to a share q of all, .5 for the median: the first time at which the curve
 * is at or below 1 - q, or the middle of the step where it runs exactly along it. Ends as in Brookmeyer and Crowley
 * 1982: where the ends of the curve cross. `not-identified` where the curve does not come down so far; an end that is
 * not reached is undefined.
 */
export function survivalQuantile(curve: SurvivalCurve, q: number = 0.5): Estimate {
  const { n, level } = curve
  const value = crossing(curve, curve.survival, 1 - q)
  const low = crossing(curve, curve.low, 1 - q)
  const high = crossing(curve, curve.high, 1 - q)
  if (value === undefined) {
    const status = n === 0 ? 'none' : 'not-identified'
    return { value, low, high: undefined, level, n, status }
  }
  return { value, low, high, level, n, status: high === undefined ? 'weak' : curve.status }
}

function crossing(curve: SurvivalCurve, line: Float64Array, share: number): number | undefined {
  // Products of fractions that should meet the share exactly miss it by rounding.
  const slack = 1e-9
  const place = line.findIndex((v) => v <= share + slack || Number.isNaN(v))
  if (place < 0 || Number.isNaN(line[place])) return undefined
  const time = curve.time[place] as number
  const next = curve.time[place + 1]
  return next !== undefined && Math.abs((line[place] as number) - share) < slack
    ? (time + next) / 2
    : time
}

/**
 * The mean time without the event within `limit`: the area under the curve, which exists where the mean itself does not.
 * Variance as in Klein and Moeschberger 2003, section 4.5. `limit` must not exceed the time observed.
 */
export function restrictedMean(curve: SurvivalCurve, limit: number): Estimate {
  const { n, level, status } = curve
  const none = { value: undefined, low: undefined, high: undefined, level, n }
  if (n === 0) return { ...none, status: 'none' }
  if (limit > curve.end && curve.survival.at(-1) !== 0) return { ...none, status: 'not-identified' }
  let area = 0
  let variance = 0
  let right = limit
  for (let i = placeOf(curve, limit); i >= 0; i--) {
    const time = curve.time[i] as number
    area += (right - time) * (curve.survival[i] as number)
    right = time
    const d = curve.events[i] as number
    const left = curve.atRisk[i] as number
    // Where nobody is left, nothing lies ahead either.
    if (left > d) variance += (area * area * d) / (left * (left - d))
  }
  const value = area + right
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  return {
    value,
    low: Math.max(0, value - reach),
    high: Math.min(limit, value + reach),
    level,
    n,
    status: status === 'not-identified' ? 'weak' : status,
  }
}
