/** What two groups of customers are compared on, and the sums that a comparison needs. */
import type { Moments } from '../../stats/index.ts'
import type { Text } from '../text.ts'

/** Parts of a profile, in the order in which they are shown. */
export const AREAS = [
  'people',
  'place',
  'spend',
  'rhythm',
  'products',
  'channel',
  'discount',
  'reward',
  'email',
  'voice',
  'care',
  'score',
] as const
export type Area = (typeof AREAS)[number]

/** How a figure is written. */
export type Unit = 'money' | 'number' | 'share' | 'days' | 'count'

/** Something that every customer has one of, or has not. */
export interface Aspect {
  /** Within a profile; a name of the catalogue where it stands for one. */
  readonly key: string
  readonly area: Area
  readonly label: Text
  readonly unit: Unit
  /** What it is computed from, as `usesOf` names things; a definition that asks about one of these decides it. */
  readonly uses: readonly string[]
  /** Zero is no floor, so that ratios and indexes have no meaning. */
  readonly signed?: true
}

/** A number of each customer who has one; `flag` numbers are 0 or 1. */
export interface NumberSums {
  readonly aspect: Aspect
  readonly isFlag: boolean
  readonly of: Moments
  readonly against: Moments
}

/** One value of a characteristic, and how many of each group have it. */
export interface ValueCount {
  readonly value: string
  readonly label: Text
  readonly of: number
  readonly against: number
  /**
   * Of characteristics of which customers have more or less, such as what they buy: sums over customers of the share that the value
   * has of their own whole, and of its square. Who buys more of everything then does not seem to like everything more.
   */
  readonly parts?: { readonly of: PartSums; readonly against: PartSums }
}

/** Sums over customers. */
export type PartSums = Pick<Moments, 'sum' | 'sumSquares'>

/** A characteristic with values; `several` when a customer can have more than one. */
export interface WordSums {
  readonly aspect: Aspect
  readonly several: boolean
  /** Customers of whom it is known. */
  readonly known: { readonly of: number; readonly against: number }
  readonly values: readonly ValueCount[]
}

/** How many customers there are on each side, and on both. */
export interface Sizes {
  readonly of: number
  readonly against: number
  readonly both: number
}

/** Sums of two groups as one. */
export function together(a: Moments, b: Moments): Moments {
  return { n: a.n + b.n, sum: a.sum + b.sum, sumSquares: a.sumSquares + b.sumSquares }
}
