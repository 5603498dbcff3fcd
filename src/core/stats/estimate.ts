/** What every figure that is inferred carries: how sure it is, from how many, and whether the data can answer at all. */

/** `weak`: few data or a doubtful assumption; `not-identified`: these data cannot tell; `none`: there are no data. */
export type EstimateStatus = 'ok' | 'weak' | 'not-identified' | 'none'

/** A value with its interval. `value`, `low` and `high` are undefined where there is nothing to say; never 0 in its stead. */
export interface Estimate {
  readonly value: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
  /** Coverage of the interval, 0..1. */
  readonly level: number
  /** Observations it rests on. */
  readonly n: number
  readonly status: EstimateStatus
}
