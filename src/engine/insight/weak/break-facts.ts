/** What is known of breaks before it is put into words. */
import type { Carrier, JudgedStep } from '../../../core/insight/index.ts'
import type { SurvivalCurve } from '../../../core/models/index.ts'
import type { Estimate } from '../../../core/stats/index.ts'
import type { ValueWaits } from './value-sums.ts'

/** One purchase in the life of a customer: who came so far, who stopped, who is late. */
export interface Step {
  readonly judged: JudgedStep
  readonly curve: SurvivalCurve
  /** Days by which half, four fifths and nine tenths of those who return are back. */
  readonly half: number | undefined
  readonly from: number | undefined
  readonly most: number | undefined
  readonly late: number
  readonly gone: number
  /** So many stop here in a year. */
  readonly lostYearly: number
  /** Spend in the year after, of those who went on. */
  readonly year: Estimate | undefined
}

/** A value at a step, judged. */
export interface ValueAtStep {
  readonly waits: ValueWaits
  readonly of: Estimate
  readonly others: Estimate
  readonly carrier: Carrier
}

/** All that the words need. */
export interface Breaks {
  readonly patience: number
  readonly customers: number
  /** Nobody starts later than the data begin. */
  readonly isAssumed: boolean
  /** The data are too short for the rhythm. */
  readonly isShort: boolean
  readonly currency: string
  readonly steps: readonly Step[]
  readonly values: readonly ValueAtStep[]
  /** Once more without the customers of the strongest value of each step. */
  readonly second: readonly ValueAtStep[]
  /** `purchase`, as the segment language writes it. */
  readonly purchase: string
  readonly yearDays: number
}
