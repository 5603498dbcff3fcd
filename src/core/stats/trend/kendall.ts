/** Robust trend of a series: slope by Theil and Sen, existence by Mann and Kendall. */
import { normalQuantile, normalTail } from '../special/index.ts'

/** Slope per period and whether there is one. */
export interface KendallTrend {
  readonly slope: number
  readonly low: number | undefined
  readonly high: number | undefined
  /** Level at period 0 of the line through the medians. */
  readonly intercept: number
  /** Two-sided. */
  readonly p: number
  /** Factor on the variance of Kendall's S for autocorrelation; 1 = none. */
  readonly inflation: number
}

interface Pairs {
  readonly s: number
  readonly slopes: readonly number[]
  readonly variance: number
}

/**
 * Values by period, `NaN` where a period has none. With `season` > 1 only periods of the same season are paired
 * (Hirsch, Slack, Smith 1982), so that December is not compared with January. Slope: median over pairs (Sen 1968), its
 * interval by the ranks that S's variance spans. Variance with ties (Kendall 1975), widened for autocorrelation of what
 * the line leaves by Yue and Wang 2004, Water Resources Management 18:201, eq. 12, with the correlations of an AR(1)
 * (Hamed, Rao 1998, correct the same way lag by lag, which is unsteady in short series); never narrowed. Cost: square
 * of the number of periods.
 */
export function kendallTrend(
  values: Float64Array,
  options: { readonly season?: number; readonly level: number },
): KendallTrend | undefined {
  const season = options.season ?? 1
  const found = pairsOf(values, season)
  if (found.slopes.length === 0) return undefined
  const slope = middle(found.slopes)
  const rests = restsOf(values, slope, season)
  const inflation = inflationOf(rests)
  const deviation = Math.sqrt(found.variance * inflation)
  // A step of one towards zero: S moves in steps of two.
  const z = deviation > 0 ? Math.max(0, Math.abs(found.s) - 1) / deviation : 0
  const reach = normalQuantile((1 + options.level) / 2) * deviation
  const count = found.slopes.length
  // Of the slopes in order, from 1: the lower end is number (count - reach) / 2, the upper as many from the other end.
  const first = Math.floor((count - reach) / 2) - 1
  const points = Float64Array.from(values, (value, i) => value - slope * i).filter(
    (value) => !Number.isNaN(value),
  )
  return {
    slope,
    low: first >= 0 ? found.slopes[first] : undefined,
    high: first >= 0 ? found.slopes[count - 1 - first] : undefined,
    intercept: middle(Array.from(points.sort())),
    p: Math.min(1, 2 * normalTail(z)),
    inflation,
  }
}

function pairsOf(values: Float64Array, season: number): Pairs {
  let s = 0
  let variance = 0
  const slopes: number[] = []
  for (let start = 0; start < season; start++) {
    const known: { at: number; value: number }[] = []
    for (let at = start; at < values.length; at += season) {
      const value = values[at] as number
      if (!Number.isNaN(value)) known.push({ at, value })
    }
    for (const [j, later] of known.entries())
      for (const earlier of known.slice(0, j)) {
        const rise = later.value - earlier.value
        s += Math.sign(rise)
        slopes.push(rise / (later.at - earlier.at))
      }
    variance += varianceOfS(known.map(({ value }) => value))
  }
  slopes.sort((a, b) => a - b)
  return { s, slopes, variance }
}

/** Kendall 1975, with ties. */
function varianceOfS(values: readonly number[]): number {
  const n = values.length
  const ties = new Map<number, number>()
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1)
  let sum = n * (n - 1) * (2 * n + 5)
  for (const t of ties.values()) sum -= t * (t - 1) * (2 * t + 5)
  return sum / 18
}

function middle(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2
}

/** What the line, and each season's own level, leave. */
function restsOf(values: Float64Array, slope: number, season: number): Float64Array {
  const flat = Float64Array.from(values, (value, i) => value - slope * i)
  const levels = Array.from({ length: season }, (_, start) =>
    middle(
      Array.from(flat.filter((value, i) => i % season === start && !Number.isNaN(value)).sort()),
    ),
  )
  return flat.map((value, i) => value - (levels[i % season] ?? 0))
}

/** Autocorrelation of a series with gaps at a lag. */
export function autocorrelation(values: Float64Array, lag: number): number {
  let sum = 0
  let n = 0
  for (const value of values)
    if (!Number.isNaN(value)) {
      sum += value
      n++
    }
  const mean = sum / n
  let square = 0
  let cross = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    square += (value - mean) ** 2
    const other = i >= lag ? (values[i - lag] as number) : Number.NaN
    if (!Number.isNaN(other)) cross += (value - mean) * (other - mean)
  }
  return square > 0 ? cross / square : 0
}

/**
 * Lag one alone, freed of its bias in short series (Kendall 1954: E r = rho - (1 + 4 rho) / n) and then as of an AR(1).
 */
function inflationOf(rests: Float64Array): number {
  const n = rests.filter((value) => !Number.isNaN(value)).length
  if (n < 8) return 1
  const raw = autocorrelation(rests, 1)
  const rho = Math.min(0.9, (n * raw + 1) / (n - 4))
  if (rho <= 0) return 1
  let sum = 0
  for (let lag = 1; lag < n; lag++) sum += (1 - lag / n) * rho ** lag
  return 1 + 2 * sum
}
