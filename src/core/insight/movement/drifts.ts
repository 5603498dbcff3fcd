/** Which of many figures drift over time, and which jumped: existence corrected for their number, size judged on its own. */
import {
  benjaminiHochberg,
  changePoints,
  relevanceOf,
  trendOf,
  type ChangePoint,
  type Relevance,
  type Series,
  type Trend,
} from '../../stats/index.ts'

/** One figure judged. */
export interface Drift {
  readonly trend: Trend
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
  /** Jumps, where there is no trend that matters; the season taken out. */
  readonly jumps: readonly ChangePoint[]
}

/** A change over the whole span, or a jump, below a tenth of the usual level does not matter. */
const MATTERS = 0.1

/**
 * Judges all series together (Benjamini and Hochberg over the trends). Jumps are looked for only where no trend matters, as a
 * trend would be cut into steps, and after the season is taken out where two whole years are known: each season's median
 * share of the twelve (fifty-two) periods around it. The chance of a false jump is divided by the number of series.
 */
export function judgeDrifts(series: readonly Series[]): readonly Drift[] {
  const trends = series.map((one) => trendOf(one, { matters: MATTERS }))
  const adjusted = benjaminiHochberg(Float64Array.from(trends, ({ p }) => p ?? Number.NaN))
  const known = trends.filter(({ p }) => p !== undefined).length
  return series.map((one, i): Drift => {
    const trend = trends[i] ?? trendOf(one)
    const q = adjusted[i] ?? Number.NaN
    if (Number.isNaN(q)) return { trend, adjustedP: undefined, relevance: 'cannot-tell', jumps: [] }
    const relevance = relevanceOf(trend.change, { matters: MATTERS, adjustedP: q })
    const drifts = relevance === 'relevant' || relevance === 'probably-relevant'
    const jumps = drifts
      ? []
      : changePoints(withoutSeason(one), { matters: MATTERS, alpha: 0.05 / Math.max(1, known) })
    return {
      trend,
      adjustedP: q,
      relevance,
      jumps: jumps.filter(
        (jump) => jump.relevance === 'relevant' || jump.relevance === 'probably-relevant',
      ),
    }
  })
}

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
