/** Cohorts by the month of the first purchase: who is still buying, month by month. */
import {
  benjaminiHochberg,
  proportion,
  proportionDifference,
  proportionTest,
  relevanceOf,
  trendOf,
  type Estimate,
  type Relevance,
  type Share,
  type Trend,
} from '../../stats/index.ts'

/** Customers of one cohort: how many, and how many bought again within the early months after the first. */
export interface EarlyCohort {
  /** Months since year 0. */
  readonly month: number
  readonly early: Share
}

/** A cohort that stands out. */
export interface JudgedCohort extends EarlyCohort {
  readonly share: Estimate
  readonly difference: Estimate
  readonly relevance: Relevance
}

/** The early months: long enough for the second purchase of most, short enough to be known of recent cohorts. */
export const EARLY_MONTHS = 3

/** A cohort that keeps five in a hundred more or less than the others is worth a look. */
const MATTERS = 0.05

/** Cohorts smaller than this are not judged. */
const FEWEST = 30

/**
 * Each cohort against all others (score test, all together by Benjamini and Hochberg), and the trend over cohorts. Only
 * cohorts whose early months are over belong in here; a running month always looks like a loss.
 */
export function judgeCohorts(cohorts: readonly EarlyCohort[]): {
  readonly cohorts: readonly JudgedCohort[]
  readonly trend: Trend
} {
  const all = cohorts.reduce<Share>((sum, { early }) => plus(sum, early, 1), { hits: 0, n: 0 })
  const tests = cohorts.map(({ early }) => {
    const others = plus(all, early, -1)
    return early.n < FEWEST || others.n < FEWEST
      ? Number.NaN
      : proportionTest({ of: early, against: others })
  })
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  const judged = cohorts.map((one, i): JudgedCohort => {
    const difference = proportionDifference({ of: one.early, against: plus(all, one.early, -1) })
    const q = adjusted[i] ?? Number.NaN
    const relevance = Number.isNaN(q)
      ? 'cannot-tell'
      : relevanceOf(difference, { matters: MATTERS, adjustedP: q })
    return { ...one, share: proportion(one.early), difference, relevance }
  })
  const values = Float64Array.from(cohorts, ({ early }) =>
    early.n < FEWEST ? Number.NaN : early.hits / early.n,
  )
  return { cohorts: judged, trend: trendOf({ values }) }
}

function plus(a: Share, b: Share, times: 1 | -1): Share {
  return { hits: a.hits + times * b.hits, n: a.n + times * b.n }
}
