/** What is known of how the money is spread, before it is put into words. */
import type { Text, ThresholdReach } from '../../../core/insight/index.ts'
import type { Concentration } from '../../../core/stats/index.ts'

/** Shares of buyers, the largest spenders first. */
export const TOPS = [0.01, 0.05, 0.1, 0.2, 0.5] as const

/** The least spend in each of `TOPS`, and how many there are. */
export interface TopCut {
  readonly from: number | null
  readonly customers: number
}

/** Those of the top who buy like resellers. */
export interface Resellers {
  readonly n: number
  readonly spend: number
  readonly ofSpend: number
  /** Average order from which on, and the typical one. */
  readonly order: number
  readonly typical: number
  /** What the top tenth of the others holds. */
  readonly without: number | undefined
  readonly definition: string
}

/** A score of money, spread over customers. */
export interface MarginSpread {
  readonly score: string
  readonly label: Text
  readonly found: Concentration
}

/** All that the words need. */
export interface MoneySpread {
  readonly days: number
  readonly currency: string
  readonly found: Concentration
  readonly cuts: readonly TopCut[]
  readonly tiers: readonly ThresholdReach[]
  /** Of the threshold to tell about. */
  readonly told: ThresholdReach | undefined
  readonly resellers: Resellers | undefined
  readonly margins: readonly MarginSpread[]
  /** Net spend of the days as the language writes it, for definitions. */
  readonly spend: string | undefined
  /** The language cannot take refunds off, so that thresholds count spend before them. */
  readonly isGross: boolean
  /** Keeps definitions within the segment that the report is about. */
  readonly within: string
}
