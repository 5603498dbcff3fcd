/** Own rhythm: a customer is late when the silence is long for that customer, not for the average. */
import { quantile, type Compressed, type Estimate, type EstimateStatus } from '../../stats/index.ts'

/**
 * Sums over customers with at least one gap between purchase days, of the natural logarithms y of their gaps; n are a
 * customer's gaps, s the sum of that customer's y. All are additive, so that one statement makes them.
 */
export interface RhythmSums {
  readonly customers: number
  /** Sum of n. */
  readonly gaps: number
  /** Sum of n squared. */
  readonly squaredGaps: number
  /** Sum of s. */
  readonly logs: number
  /** Sum of all y squared. */
  readonly squaredLogs: number
  /** Sum of s squared / n. */
  readonly ownSquares: number
}

/** When silence counts as late, for anyone. */
export interface RhythmModel {
  /** The share of gaps that a customer usually stays within, .9 say. */
  readonly share: number
  /** The cohort's limit: what customers without gaps of their own are held to. */
  readonly cohort: Estimate
  /**
   * Gaps of the cohort that each customer is credited with: own gaps outweigh the cohort once there are more of them.
   * Infinity where customers do not differ beyond chance.
   */
  readonly prior: number
  readonly customers: number
  readonly gaps: number
  readonly status: EstimateStatus
}

// With fewer customers the spread between them is guesswork.
const FEW_CUSTOMERS = 30
// Between none and all weight on the customer's own gaps there must be something to weigh.
const LEAST_PRIOR = 0.5

/**
 * Fits the limit of the cohort and the weight of own gaps. `gaps` holds the distinct gaps, each customer weighing 1 in
 * all (1 / n per gap): else those who buy often would speak for the rest. The prior is the ratio of the variance
 * within customers to that between them, of log gaps (credibility: Buhlmann and Straub 1970).
 */
export function fitRhythm(gaps: Compressed, sums: RhythmSums, share: number = 0.9): RhythmModel {
  const cohort = quantile(gaps, share)
  const shared = { share, cohort, customers: sums.customers, gaps: sums.gaps }
  if (!(sums.gaps > 0)) return { ...shared, prior: Infinity, status: 'none' }
  const freedom = sums.gaps - sums.customers
  // Nobody has two gaps: whether customers differ cannot be seen, and all are held to the cohort.
  if (freedom <= 0 || sums.customers < 2) {
    return { ...shared, prior: Infinity, status: 'not-identified' }
  }
  const within = Math.max(0, sums.squaredLogs - sums.ownSquares) / freedom
  const centre = sums.logs / sums.gaps
  const spread = sums.ownSquares - sums.gaps * centre * centre
  const between =
    (spread - (sums.customers - 1) * within) / (sums.gaps - sums.squaredGaps / sums.gaps)
  const prior = between > 0 ? Math.max(LEAST_PRIOR, within / between) : Infinity
  const status = sums.customers < FEW_CUSTOMERS ? 'weak' : 'ok'
  return { ...shared, prior, status }
}

/**
 * The limit of one customer: own and cohort quantile, averaged in logs by n and the prior. In SQL:
 * exp((n ln own + prior ln cohort) / (n + prior)). Undefined where the cohort has no gaps either.
 */
export function rhythmLimit(
  model: RhythmModel,
  own: { readonly gaps: number; readonly quantile: number },
): number | undefined {
  const cohort = model.cohort.value
  if (cohort === undefined) return undefined
  if (!(own.gaps > 0) || model.prior === Infinity) return cohort
  const logs = own.gaps * Math.log(own.quantile) + model.prior * Math.log(cohort)
  return Math.exp(logs / (own.gaps + model.prior))
}

/** Where a customer stands against the limit. */
export interface RhythmState {
  readonly limit: number | undefined
  /** Time since the last purchase in limits: above 1 is late. */
  readonly lateness: number | undefined
  readonly isLate: boolean | undefined
}

/**
 * Whether a silence is longer than usual. This is not P(alive), nor the end of a contract: of customers who go on as
 * before, 1 - share of the gaps come to count as late.
 */
export function rhythmState(
  model: RhythmModel,
  own: { readonly gaps: number; readonly quantile: number; readonly sinceLast: number },
): RhythmState {
  const limit = rhythmLimit(model, own)
  if (limit === undefined) return { limit, lateness: undefined, isLate: undefined }
  return { limit, lateness: own.sinceLast / limit, isLate: own.sinceLast > limit }
}
