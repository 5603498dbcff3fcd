/** Where the level of a figure jumped: change points that chance and autocorrelation do not explain. */
import { relevanceOf, type Relevance } from '../compare/relevance.ts'
import type { Estimate } from '../estimate.ts'
import { LEVEL } from '../interval/sums.ts'
import { studentQuantile } from '../special/index.ts'
import { withoutSeason } from './season.ts'
import type { Series } from './trend.ts'
import { autocorrelation } from './kendall.ts'

/** A jump. */
export interface ChangePoint {
  /** Index of the first period of the new level. */
  readonly at: number
  readonly before: number
  readonly after: number
  /** After minus before. */
  readonly change: Estimate
  /** Chance of so strong a break somewhere in the stretch if there were none. */
  readonly p: number
  readonly relevance: Relevance
}

/** Choices. */
export interface ChangeOptions {
  readonly level?: number
  /** Fewest periods between changes. */
  readonly shortest?: number
  /** The smallest jump that matters, as a share of the level before; .1 unless told. */
  readonly matters?: number
  /** Chance of any false alarm in a series without a change; .05 unless told. */
  readonly alpha?: number
}

/** A break between two stretches of level. */
interface Break {
  readonly at: number
  readonly p: number
}

/**
 * Candidates by optimal partitioning (Jackson et al. 2005, the exact form of what PELT prunes) with a liberal penalty;
 * then, weakest first, those are dropped that chance explains: the largest CUSUM within the two stretches around a
 * break (Page 1955; Csorgo, Horvath 1997) against the limit law of the largest Brownian bridge. The variance is what
 * the levels kept so far leave, enlarged to the long run by (1 + rho) / (1 - rho), rho being the lag-one
 * autocorrelation freed of its bias in short stretches. So persistent chance (rho about .3) is not taken for jumps:
 * over 200 seeds each of white and of AR(.3) noise, 24 to 104 periods, at most one series in twenty raises an alarm at
 * the default `alpha`. The price is power: a jump has to be about two standard deviations with a dozen periods on each
 * side. A season is taken out first where three whole ones are there; with fewer every jump may be one and is `weak`.
 * A steady trend is cut into steps: ask `trendOf` first. The partial last period is left out; periods without a
 * figure are passed over. Cost: square of the number of periods.
 */
export function changePoints(series: Series, options: ChangeOptions = {}): readonly ChangePoint[] {
  const level = options.level ?? LEVEL
  const shortest = Math.max(3, options.shortest ?? 4)
  const whole = series.lastIsPartial === true ? series.values.slice(0, -1) : series.values
  const season = series.season ?? 1
  const steady = withoutSeason(whole, season)
  const values = steady ?? whole
  const at: number[] = []
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) at.push(i)
  const known = Float64Array.from(at, (i) => values[i] as number)
  if (known.length < Math.max(8, 2 * shortest)) return []
  const threshold = (options.alpha ?? 0.05) * CALIBRATION
  const { breaks, variance } = surviving(known, candidates(known, shortest), threshold)
  return breaks.map((one, k) => {
    const start = breaks[k - 1]?.at ?? 0
    const end = breaks[k + 1]?.at ?? known.length
    const seasonal = season > 1 && steady === undefined
    const stretch = { start, end, one, at: at[one.at] ?? 0, variance, seasonal }
    return describeBreak(known, stretch, level, options.matters ?? 0.1)
  })
}

/**
 * The variance is estimated after the strongest breaks were chosen; simulation puts the level right with this factor.
 */
const CALIBRATION = 0.3

/**
 * Weekly and monthly figures are seldom less persistent; a floor steadies an estimate that short series leave loose.
 */
const LEAST_PERSISTENCE = 0.2

/** Ends of stretches that minimise squares + penalty per stretch. */
function candidates(values: Float64Array, shortest: number): number[] {
  const n = values.length
  const sums = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  // Around the mean the sums of squares lose no digits to a high level.
  const centre = average(values)
  for (let i = 0; i < n; i++) {
    const value = (values[i] as number) - centre
    sums[i + 1] = (sums[i] as number) + value
    squares[i + 1] = (squares[i] as number) + value * value
  }
  const penalty = 2 * Math.log(n) * robustVariance(values)
  const cost = new Float64Array(n + 1).fill(Infinity)
  const from = new Int32Array(n + 1)
  cost[0] = 0
  for (let end = shortest; end <= n; end++)
    for (let start = 0; start <= end - shortest; start++) {
      const sum = (sums[end] as number) - (sums[start] as number)
      const square = (squares[end] as number) - (squares[start] as number)
      const whole = (cost[start] as number) + square - (sum * sum) / (end - start) + penalty
      if (whole < (cost[end] as number) - 1e-12 * square) {
        cost[end] = whole
        from[end] = start
      }
    }
  const breaks: number[] = []
  for (let end = from[n] as number; end > 0; end = from[end] as number) breaks.unshift(end)
  return breaks
}

/** Variance of single periods from differences two apart, which a few jumps do not move (median, normal-consistent). */
function robustVariance(values: Float64Array): number {
  const gaps = Float64Array.from({ length: values.length - 2 }, (_, i) =>
    Math.abs((values[i + 2] as number) - (values[i] as number)),
  ).sort()
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0
  return (median / 0.6745) ** 2 / 2
}

function surviving(
  values: Float64Array,
  found: readonly number[],
  threshold: number,
): { breaks: readonly Break[]; variance: number } {
  let at = found
  for (;;) {
    const variance = longRunVariance(values, at)
    const breaks = at.map((end, k): Break => {
      const stretch = values.subarray(at[k - 1] ?? 0, at[k + 1] ?? values.length)
      return { at: end, p: chanceOf(stretch, variance) }
    })
    let weakest: Break | undefined
    for (const one of breaks)
      if (one.p > threshold && (weakest === undefined || one.p > weakest.p)) weakest = one
    if (weakest === undefined) return { breaks, variance }
    const { at: dropped } = weakest
    at = at.filter((end) => end !== dropped)
  }
}

function longRunVariance(values: Float64Array, breaks: readonly number[]): number {
  const n = values.length
  const rests = new Float64Array(n)
  let squares = 0
  for (let k = 0; k <= breaks.length; k++) {
    const start = breaks[k - 1] ?? 0
    const end = breaks[k] ?? n
    const own = average(values.subarray(start, end))
    for (let i = start; i < end; i++) {
      const rest = (values[i] as number) - own
      rests[i] = rest
      squares += rest * rest
    }
  }
  const levels = breaks.length + 1
  // Each level and the place of each break were fitted.
  const variance = squares / Math.max(1, n - levels - breaks.length)
  const raw = (n * autocorrelation(rests, 1) + levels) / Math.max(1, n - 4 * levels)
  const rho = Math.min(0.8, Math.max(LEAST_PERSISTENCE, raw))
  return (variance * (1 + rho)) / (1 - rho)
}

function chanceOf(values: Float64Array, variance: number): number {
  const n = values.length
  const mean = average(values)
  let sum = 0
  let cusum = 0
  for (let k = 0; k < n - 1; k++) {
    sum += (values[k] as number) - mean
    cusum = Math.max(cusum, Math.abs(sum))
  }
  const scale = Math.sqrt(n * variance)
  if (scale > 0) return bridgeTail(cusum / scale)
  return cusum > 1e-9 * Math.abs(mean) * n ? 0 : 1
}

function average(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** P(largest |Brownian bridge| > x): Kolmogorov's limit. */
function bridgeTail(x: number): number {
  if (x < 0.3) return 1
  let sum = 0
  for (let k = 1; k < 50; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
  return Math.min(1, Math.max(0, sum))
}

function describeBreak(
  values: Float64Array,
  stretch: {
    readonly start: number
    readonly end: number
    readonly one: Break
    readonly at: number
    readonly variance: number
    readonly seasonal: boolean
  },
  level: number,
  matters: number,
): ChangePoint {
  const { start, end, one } = stretch
  const before = average(values.subarray(start, one.at))
  const after = average(values.subarray(one.at, end))
  const n = end - start
  const se = Math.sqrt(stretch.variance * (1 / (one.at - start) + 1 / (end - one.at)))
  const width = studentQuantile((1 + level) / 2, Math.max(1, n - 2)) * se
  const value = after - before
  const change: Estimate = {
    value,
    low: value - width,
    high: value + width,
    level,
    n,
    status: n < 12 || stretch.seasonal ? 'weak' : 'ok',
  }
  const smallest = matters * Math.abs(before)
  const relevance = relevanceOf(change, { matters: smallest, adjustedP: one.p, alpha: 1 - level })
  return { at: stretch.at, before, after, change, p: one.p, relevance }
}
