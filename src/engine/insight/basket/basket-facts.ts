/** What is known of baskets before it is put into words. */
import type { JudgedTaste, NextPurchase, Text } from '../../../core/insight/index.ts'
import type { PairAffinity } from '../../../core/models/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import type { Group } from '../basis/groups.ts'
import type { Items } from './basket-sums.ts'

/** A segment and a department. */
export interface Taste {
  readonly group: Group
  readonly item: string
  readonly own: Moments
  readonly judged: JudgedTaste
  /** The segment is made of what is bought. */
  readonly byDefinition: boolean
}

/** A pair to tell about, with those who have only the first. */
export interface ToldPair {
  readonly pair: PairAffinity
  readonly left: number
  readonly definition: string
}

/** All that the words need. */
export interface Baskets {
  readonly days: number
  readonly items: Items
  readonly label: (name: string) => Text
  readonly pairs: readonly PairAffinity[]
  readonly told: readonly ToldPair[]
  readonly steps: readonly NextPurchase[]
  /** Customers with a kind, in the segment language. */
  readonly bought: (name: string) => string
  /** What definitions begin with, where only a segment is looked at. */
  readonly within: string
  readonly tastes: readonly Taste[]
  readonly isCut: boolean
}
