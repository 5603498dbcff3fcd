/** Measures made comparable before distances are taken, with every choice on record so that SQL can repeat it. */
import { assert } from '../../base/index.ts'
import type { Points } from './points.ts'

/** `none` leaves the unit; the others end in mean 0 and deviation 1: as is, after ln(1 + x), or after cutting the tails. */
export type Transform = 'none' | 'z' | 'log1p' | 'winsor'

/** Why a transform was taken: asked for, or by the shape of the measure. */
export type TransformReason = 'asked' | 'even' | 'skewed' | 'heavy-tailed' | 'negative'

/** A measure to scale: its name, its values (NaN = missing), and how much it shall count. */
export interface Measure {
  readonly name: string
  readonly values: Float64Array
  readonly transform?: Transform | 'auto'
  /** Multiplies the scaled measure: twice the weight counts four times in a squared distance. Default 1. */
  readonly weight?: number
}

/**
 * scaled = (t(x) - centre) / spread x weight, with t(x) = ln(1 + max(x, 0)) for `log1p` and x cut to low..high for `winsor`.
 * A missing value becomes 0, the centre: it pulls towards no cluster. A constant measure becomes 0 for everyone.
 */
export interface ScaledMeasure {
  readonly name: string
  readonly transform: Transform
  readonly reason: TransformReason
  readonly low: number | undefined
  readonly high: number | undefined
  readonly centre: number
  readonly spread: number
  readonly weight: number
  readonly n: number
  readonly missing: number
  readonly constant: boolean
}

/** Above this skewness a mean says little of the middle (Bulmer 1979: beyond 1 is "highly skewed"). */
const SKEWED = 1
/** What `winsor` cuts off at each end. */
const TAIL = 0.01

/** Decides and fits the scaling of each measure; `weights` are those of the rows. */
export function fitScaling(
  measures: readonly Measure[],
  weights?: Float64Array,
): readonly ScaledMeasure[] {
  return measures.map((measure) => fitOne(measure, weights))
}

/** The measures, scaled, as rows for clustering. */
export function scalePoints(
  measures: readonly Measure[],
  scaling: readonly ScaledMeasure[],
  weights?: Float64Array,
): Points {
  assert(measures.length === scaling.length, 'scaling: measures')
  const columns = measures.length
  const rows = measures[0]?.values.length ?? 0
  const values = new Float64Array(rows * columns)
  for (const [j, measure] of measures.entries()) {
    const how = scaling[j] as ScaledMeasure
    assert(measure.values.length === rows, 'scaling: lengths differ')
    for (let i = 0; i < rows; i++) {
      values[i * columns + j] = scaleValue(measure.values[i] as number, how)
    }
  }
  return { values, rows, columns, weights }
}

/** One value, scaled; missing gives 0. */
export function scaleValue(value: number, how: ScaledMeasure): number {
  if (!Number.isFinite(value) || how.constant) return 0
  return ((transformed(value, how) - how.centre) / how.spread) * how.weight
}

/** Back to the unit of the measure: of a centroid, the value of its middle customer rather than the plain mean. */
export function unscaleValue(scaled: number, how: ScaledMeasure): number {
  if (how.weight === 0) return Number.NaN
  const value = (scaled / how.weight) * how.spread + how.centre
  return how.transform === 'log1p' ? Math.expm1(value) : value
}

function transformed(
  value: number,
  how: {
    readonly transform: Transform
    readonly low: number | undefined
    readonly high: number | undefined
  },
): number {
  if (how.transform === 'log1p') return Math.log1p(Math.max(0, value))
  if (how.transform === 'winsor') {
    return Math.min(how.high ?? Infinity, Math.max(how.low ?? -Infinity, value))
  }
  return value
}

function fitOne(measure: Measure, weights: Float64Array | undefined): ScaledMeasure {
  const raw = moments(measure.values, weights, (x) => x)
  const { transform, reason } = choose(measure, weights, raw)
  const bounds = transform === 'winsor' ? tails(measure.values, weights) : undefined
  const how = { transform, low: bounds?.low, high: bounds?.high }
  const after = moments(measure.values, weights, (x) => transformed(x, how))
  const constant = !(after.deviation > 1e-12 * Math.max(1, Math.abs(after.mean)))
  const standard = transform !== 'none'
  return {
    name: measure.name,
    ...how,
    reason,
    centre: standard ? after.mean : 0,
    spread: standard && !constant ? after.deviation : 1,
    weight: measure.weight ?? 1,
    n: measure.values.length - raw.missing,
    missing: raw.missing,
    constant,
  }
}

interface Moments {
  readonly mean: number
  readonly deviation: number
  readonly skewness: number
  readonly smallest: number
  readonly missing: number
}

function choose(
  measure: Measure,
  weights: Float64Array | undefined,
  raw: Moments,
): { readonly transform: Transform; readonly reason: TransformReason } {
  const asked = measure.transform ?? 'auto'
  if (asked === 'log1p' && raw.smallest < 0) return { transform: 'winsor', reason: 'negative' }
  if (asked !== 'auto') return { transform: asked, reason: 'asked' }
  if (!(Math.abs(raw.skewness) > SKEWED)) return { transform: 'z', reason: 'even' }
  if (raw.smallest >= 0) {
    const logged = moments(measure.values, weights, Math.log1p)
    if (Math.abs(logged.skewness) < Math.abs(raw.skewness)) {
      return { transform: 'log1p', reason: 'skewed' }
    }
  }
  return { transform: 'winsor', reason: 'heavy-tailed' }
}

function moments(
  values: Float64Array,
  weights: Float64Array | undefined,
  of: (x: number) => number,
): Moments {
  let total = 0
  let sum = 0
  let missing = 0
  let smallest = Infinity
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (!Number.isFinite(x)) {
      missing++
      continue
    }
    const w = weights === undefined ? 1 : (weights[i] as number)
    total += w
    sum += w * of(x)
    if (x < smallest) smallest = x
  }
  const mean = total > 0 ? sum / total : 0
  let squares = 0
  let cubes = 0
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number
    if (!Number.isFinite(x)) continue
    const w = weights === undefined ? 1 : (weights[i] as number)
    const gap = of(x) - mean
    squares += w * gap * gap
    cubes += w * gap * gap * gap
  }
  const deviation = total > 0 ? Math.sqrt(squares / total) : 0
  const skewness = deviation > 0 ? cubes / total / deviation ** 3 : 0
  return { mean, deviation, skewness, smallest, missing }
}

/** The values that cut `TAIL` of the weight off at either end. */
function tails(
  values: Float64Array,
  weights: Float64Array | undefined,
): { readonly low: number; readonly high: number } {
  const order = Array.from(values.keys()).filter((i) => Number.isFinite(values[i]))
  order.sort((a, b) => (values[a] as number) - (values[b] as number))
  const weightOf = (i: number): number => (weights === undefined ? 1 : (weights[i] as number))
  const total = order.reduce((sum, i) => sum + weightOf(i), 0)
  let low = Number.NaN
  let high = Number.NaN
  let below = 0
  for (const i of order) {
    below += weightOf(i)
    if (Number.isNaN(low) && below >= TAIL * total) low = values[i] as number
    if (Number.isNaN(high) && below >= (1 - TAIL) * total) high = values[i] as number
  }
  return { low, high }
}
