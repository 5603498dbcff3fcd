/** What a run of a model of lifetime found: what its words and tables are made of. */
import type { ModelSettings } from '../../../../core/catalog/index.ts'
import type {
  ClvResult,
  HoldoutByFrequency,
  LifetimeChoice,
  LifetimeRows,
  LifetimeScores,
  SpendFit,
  Tracking,
} from '../../../../core/models/index.ts'

/** The forecast against days kept back; days count from 1970. */
export interface Checked {
  readonly tracking: Tracking
  readonly byFrequency: readonly HoldoutByFrequency[]
  readonly first: number
  readonly cut: number
  readonly held: number
}

/** What there is to tell. */
export interface LifetimeFound {
  readonly key: string
  readonly settings: ModelSettings
  readonly choice: LifetimeChoice
  /** Undefined without amounts. */
  readonly spend: SpendFit | undefined
  readonly worth: ClvResult | undefined
  readonly checked: Checked | undefined
  readonly scores: (LifetimeScores & { readonly rows: LifetimeRows }) | undefined
  /** What stays after refunds, 0..1. */
  readonly kept: number
  readonly currency: string
  readonly timeZone: string
}
