/** What is known of rewards before it is put into words. */
import type { Carrier, MatchedDifference, Pace } from '../../../core/insight/index.ts'
import type { SurvivalCurve } from '../../../core/models/index.ts'
import type { Estimate } from '../../../core/stats/index.ts'
import type { PointFacts } from '../points/facts.ts'
import type { Group } from './group.ts'
import type { RewardParts } from './reward-parts.ts'
import type { Expiring, PersonValue, UsedShare } from './reward-sums.ts'

/** A value with its way to the first reward. */
export interface PaceOfValue {
  readonly value: PersonValue
  readonly n: number
  readonly pace: Pace
  /** Not yet rewarded. */
  readonly waiting?: Group
}

/** A value, or a kind of reward, with the share of rewards used. */
export interface UseOfValue {
  readonly value: UsedShare
  readonly of: Estimate
  readonly others: Estimate
  readonly carrier: Carrier
  /** Have rewards and never used one. */
  readonly never?: Group
}

/** All that the words need. */
export interface RewardFacts {
  readonly currency: string
  readonly parts: RewardParts
  readonly purchase: string
  readonly patience: number
  readonly purchases: Estimate
  readonly days: Estimate
  readonly paces: readonly PaceOfValue[]
  readonly slow: readonly PaceOfValue[]
  readonly uses: readonly UseOfValue[]
  readonly unusedWhere: readonly UseOfValue[]
  readonly unusedKinds: readonly UseOfValue[]
  readonly totals: {
    readonly customers: number
    readonly never: number
    readonly lapsed: number
    readonly lapsedWorth: number
  }
  readonly neverUsed: Group
  readonly expiring: readonly Expiring[]
  readonly near: { readonly group: Group; readonly definition: string | undefined } | undefined
  readonly nearShare: number
  readonly effect: MatchedDifference
  /** Mean curves at equal numbers of purchases, by day. */
  readonly curves: readonly {
    readonly rewarded: boolean
    readonly steps: readonly { readonly weight: number; readonly curve: SurvivalCurve }[]
  }[]
  /** Undefined where the catalogue does not say how points come and go. */
  readonly points: PointFacts | undefined
  readonly emptyTiers: readonly { readonly label: PersonValue; readonly definition: string }[]
}
