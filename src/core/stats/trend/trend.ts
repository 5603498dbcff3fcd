/** The trend of a figure over periods: how much, whether it exists, and whether it matters, each on its own. */
import { relevanceOf, type Relevance } from '../compare/relevance.ts'
import type { Estimate, EstimateStatus } from '../estimate.ts'
import { LEVEL, withoutValue } from '../interval/sums.ts'
import { kendallTrend } from './kendall.ts'

/** A figure per period, oldest first. */
export interface Series {
  /** `NaN` = no figure for the period. */
  readonly values: Float64Array
  /** The last period is still running: it is left out, as half a month always looks like a fall. */
  readonly lastIsPartial?: boolean
  /** Periods in a year where seasons matter: 12 for months, 52 for weeks; 1 or nothing = none. */
  readonly season?: number
}

/** What to call relevant. */
export interface TrendOptions {
  readonly level?: number
  /** The smallest change over the whole span that matters, as a share of the typical level; .1 unless told. */
  readonly matters?: number
}

/** The answer. */
export interface Trend {
  /** Change per period, in the figure's unit. */
  readonly slope: Estimate
  /** Change over the whole span as a share of the typical level (median of absolute values). */
  readonly change: Estimate
  /** Two-sided p-value of "no trend". */
  readonly p: number | undefined
  readonly relevance: Relevance
  readonly direction: 'up' | 'down' | 'flat'
  /** Periods used. */
  readonly n: number
  /** The partial last period was left out. */
  readonly leftOut: boolean
  /** How much autocorrelation widened the variance; 1 = not at all. */
  readonly inflation: number
}

/** Fewer periods than this cannot tell a trend from chance: Kendall's S of five points reaches p = .03 at best. */
const FEWEST = 6
/** Below this the normal limit of S and the correction for autocorrelation are rough. */
const FEW_PERIODS = 12

/**
 * Theil-Sen slope with the Mann-Kendall test, corrected for autocorrelation; seasonal where two whole years and more
 * are there (with fewer the seasons are ignored and the status is `weak`). Robust: up to a quarter of the periods may
 * be outliers. Assumes one straight tendency; a jump is a change of level, see `changePoints`.
 */
export function trendOf(series: Series, options: TrendOptions = {}): Trend {
  const level = options.level ?? LEVEL
  const leftOut = series.lastIsPartial === true && series.values.length > 0
  const values = leftOut ? series.values.slice(0, -1) : series.values
  const known = values.filter((value) => !Number.isNaN(value))
  const n = known.length
  const wanted = series.season ?? 1
  const seasonal = wanted > 1 && n >= 2 * wanted
  const empty = withoutValue({ n, level })
  const silent = { p: undefined, relevance: 'cannot-tell', direction: 'flat', n, leftOut } as const
  if (n < FEWEST) return { slope: empty, change: empty, ...silent, inflation: 1 }
  const found = kendallTrend(values, { season: seasonal ? wanted : 1, level })
  if (found === undefined) return { slope: empty, change: empty, ...silent, inflation: 1 }
  const unsure = n < FEW_PERIODS || (wanted > 1 && !seasonal)
  const open = found.low === undefined || found.high === undefined
  const status: EstimateStatus = unsure || open ? 'weak' : 'ok'
  const { slope: value, low, high } = found
  const slope: Estimate = { value, low, high, level, n, status }
  const typical = medianOf(known.map(Math.abs))
  const factor = typical > 0 ? (values.length - 1) / typical : undefined
  const change: Estimate =
    factor === undefined
      ? withoutValue({ n, level, status: 'not-identified' })
      : { ...slope, value: value * factor, low: times(low, factor), high: times(high, factor) }
  const alpha = 1 - level
  const relevance = relevanceOf(change, {
    matters: options.matters ?? 0.1,
    adjustedP: found.p,
    alpha,
  })
  const direction = found.p > alpha || value === 0 ? 'flat' : value > 0 ? 'up' : 'down'
  return { slope, change, p: found.p, relevance, direction, n, leftOut, inflation: found.inflation }
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort()
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2
}
