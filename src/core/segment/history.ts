/** One customer's past, as the reference evaluator and the explanations read it. */
import type { Instant } from '../base/index.ts'

/**
 * A stored value. number and money: a number with up to six decimals; date: `YYYY-MM-DD`; instant: epoch ms;
 * list: texts; geo: [latitude, longitude]. Missing is null, absent or ''.
 */
export type StoredValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly [number, number]
  | null

/** Sets the named traits from `at` on (null clears one); `seq` orders records of the same instant. */
export interface TraitRecord {
  readonly at: Instant
  readonly seq: number
  readonly traits: Readonly<Record<string, StoredValue>>
}

export interface EventRecord {
  readonly event: string
  readonly id: string
  readonly at: Instant
  readonly properties: Readonly<Record<string, StoredValue>>
  readonly elements: Readonly<Record<string, readonly Readonly<Record<string, StoredValue>>[]>>
}

/** On a static list (or off it) from `at` on; `seq` orders records of the same instant. */
export interface ListRecord {
  readonly list: string
  readonly at: Instant
  readonly seq: number
  readonly listed: boolean
}

/** What a model said of the customer, from `at` on. */
export interface ScoreRecord {
  readonly name: string
  readonly at: Instant
  readonly seq: number
  readonly value: number | null
}

/** Records in any order; an event id that appears twice within one event kind exists once (the first counts). */
export interface CustomerHistory {
  readonly customerId: string
  readonly traits: readonly TraitRecord[]
  readonly events: readonly EventRecord[]
  readonly lists?: readonly ListRecord[]
  readonly scores?: readonly ScoreRecord[]
}
