/** Which of many figures drift over time, and which jumped: existence corrected for their number, size judged on its own. */
import {
  benjaminiHochberg,
  changePoints,
  normalQuantile,
  normalTail,
  relevanceOf,
  trendOf,
  type ChangePoint,
  type Estimate,
  type Relevance,
  type Series,
  type Trend,
} from '../../stats/index.ts'

/** A figure per period, and its years where it is a total over customers. */
export interface DriftSeries extends Series {
  readonly years?: YearChange
}

/** One figure judged. */
export interface Drift {
  readonly trend: Trend
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
  /** The last year against the one before, as a share of it; undefined without two years. */
  readonly year: Estimate | undefined
  readonly yearRelevance: Relevance
  /** Jumps, where there is no trend that matters; the season taken out. */
  readonly jumps: readonly ChangePoint[]
}

/** A change over the whole span, or a jump, below a tenth of the usual level does not matter. */
const MATTERS = 0.1

/**
 * Judges all series together (Benjamini and Hochberg over the trends). Jumps are looked for only where no trend matters, as a
 * trend would be cut into steps, and after the season is taken out where nearly three years are known: each season's median
 * share of the twelve (fifty-two) periods around it; with two years a season and a jump cannot be told apart, and none is looked for. The chance of a false jump is divided by the number of series.
 */
export function judgeDrifts(series: readonly DriftSeries[]): readonly Drift[] {
  const trends = series.map((one) => trendOf(one, { matters: MATTERS }))
  const adjusted = benjaminiHochberg(Float64Array.from(trends, ({ p }) => p ?? Number.NaN))
  const years = judgeYears(series.map(({ years: one }) => one))
  const known = trends.filter(({ p }) => p !== undefined).length
  return series.map((one, i): Drift => {
    const trend = trends[i] ?? trendOf(one)
    const q = adjusted[i] ?? Number.NaN
    const { year, yearRelevance } = years[i] ?? UNKNOWN
    const against = { year, yearRelevance }
    if (Number.isNaN(q)) {
      return { trend, adjustedP: undefined, relevance: 'cannot-tell', ...against, jumps: [] }
    }
    const relevance = relevanceOf(trend.change, { matters: MATTERS, adjustedP: q })
    const drifts = [relevance, yearRelevance].some(isMaterial)
    const jumps = drifts ? [] : jumpsOf(one, trend, 0.05 / Math.max(1, known))
    return {
      trend,
      adjustedP: q,
      relevance,
      ...against,
      jumps: jumps.filter((jump) => isMaterial(jump.relevance)),
    }
  })
}

/** Years from which a season's usual share is more than the mean of two figures. */
const NEARLY_THREE = 2.9

/** So many periods apart two breaks may be the same. */
const SAME_BREAK = 2

/**
 * Jumps of the series that are there too once its slope is taken out: a climb too unsteady to be called a trend is cut into
 * steps, but these vanish with the slope, while a true change of level does not.
 */
function jumpsOf(series: DriftSeries, { slope }: Trend, alpha: number): readonly ChangePoint[] {
  const { values, season = 1 } = series
  const years = values.length / season
  // A season known from two years is half made of the very figures it is taken out of: jumps in these would be its echo.
  if (season > 1 && years >= 2 && years < NEARLY_THREE) return []
  const flat = withoutSeason(series)
  const options = { matters: MATTERS, alpha }
  const found = changePoints(flat, options)
  const each = slope.value ?? 0
  if (found.length === 0 || each === 0) return found
  const level = flat.values.map((value, i) => value - each * i)
  const left = changePoints({ ...flat, values: level }, options)
  return found.filter((jump) =>
    left.some(
      ({ at, after, before }) =>
        Math.abs(at - jump.at) <= SAME_BREAK && after > before === jump.after > jump.before,
    ),
  )
}

/** Whether it is there and matters. */
export function isMaterial(relevance: Relevance): boolean {
  return relevance === 'relevant' || relevance === 'probably-relevant'
}

const UNKNOWN = { year: undefined, yearRelevance: 'cannot-tell' } as const

/** Totals over customers of a year and of the year before, and the squares of each customer's difference. */
export interface YearChange {
  readonly before: number
  readonly after: number
  readonly squares: number
}

/**
 * The change as a share of the year before, customers being what chance draws (compound Poisson): the test for a trend asks
 * whether so steady a movement could be persistent chance of the times, and doubts growth that bends; this one asks whether
 * another draw of customers could have undone it. All together by Benjamini and Hochberg.
 */
function judgeYears(
  changes: readonly (YearChange | undefined)[],
): readonly { readonly year: Estimate | undefined; readonly yearRelevance: Relevance }[] {
  const found = changes.map((one) => {
    if (one === undefined || !(one.before > 0) || !(one.squares > 0)) return undefined
    const value = (one.after - one.before) / one.before
    return { value, error: Math.sqrt(one.squares) / one.before }
  })
  const tests = found.map((one) =>
    one === undefined ? Number.NaN : Math.min(1, 2 * normalTail(Math.abs(one.value) / one.error)),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  return found.map((one, i) => {
    if (one === undefined) return UNKNOWN
    const reach = normalQuantile((1 + LEVEL) / 2) * one.error
    const year: Estimate = {
      value: one.value,
      low: one.value - reach,
      high: one.value + reach,
      level: LEVEL,
      n: changes[i]?.before ?? 0,
      status: 'ok',
    }
    const adjustedP = adjusted[i] ?? 1
    return { year, yearRelevance: relevanceOf(year, { matters: MATTERS, adjustedP }) }
  })
}

const LEVEL = 0.95

/** The series with each season's usual share of its year divided out; as it is where there are less than two years. */
export function withoutSeason(series: Series): Series {
  const { values, season = 1, lastIsPartial = false } = series
  const whole = lastIsPartial ? values.length - 1 : values.length
  if (season < 2 || whole < 2 * season) return series
  const shares = Array.from({ length: season }, (): number[] => [])
  const half = Math.floor(season / 2)
  for (let i = 0; i < whole; i++) {
    const start = Math.min(Math.max(0, i - half), whole - season)
    const around = values.subarray(start, start + season).filter((value) => !Number.isNaN(value))
    const level = around.reduce((sum, value) => sum + value, 0) / around.length
    const share = (values[i] ?? Number.NaN) / level
    if (Number.isFinite(share)) shares[i % season]?.push(share)
  }
  const usual = shares.map((own) => {
    const sorted = own.toSorted((a, b) => a - b)
    const middle = (sorted.length - 1) / 2
    const median = ((sorted[Math.floor(middle)] ?? 1) + (sorted[Math.ceil(middle)] ?? 1)) / 2
    return median > 0 ? median : 1
  })
  return { ...series, values: values.map((value, i) => value / (usual[i % season] ?? 1)) }
}
