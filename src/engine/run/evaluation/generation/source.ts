/** What computes memberships: the compiled plan in earnest, a table of truths in tests of the machinery. */
import type { Instant } from '../../../../core/base/index.ts'
import type { KeySlice } from '../../../../core/plan/index.ts'
import type { Sql } from '../../../../core/sql/index.ts'

/** A threshold of a rank, frozen at a refresh. */
export interface Cutoff {
  readonly low?: number
  readonly high?: number
  readonly highOpen?: boolean
}
export type Cutoffs = ReadonlyMap<string, Cutoff>

/** Names tables of facts. */
export type TableOf = (name: string) => Sql

/** Bits by customer at instants. Numbers of segments are its own affair; all words up to its last are there. */
export interface BitsSource {
  readonly words: number
  /** `customer_key`, `bits`, `next_flip` of the population at one instant, or of one slice of it. */
  fixed(at: {
    readonly table: TableOf
    readonly asOf: Instant
    readonly cutoffs: Cutoffs
    readonly slice?: KeySlice
  }): Sql
  /**
   * `customer_key`, `as_of`, `known`, `bits`, `next_flip` of each customer in `due` (columns `customer_key`, `as_of`)
   * at an instant of their own, all of them in [from, to].
   */
  own(at: {
    readonly table: TableOf
    readonly due: Sql
    readonly from: Instant
    readonly to: Instant
    readonly cutoffs: Cutoffs
  }): Sql
  /** Asks for the thresholds of all ranks at an instant: rows `key`, `low`, `high`, `high_open`; undefined when there are none. */
  cutoffs(at: { readonly table: TableOf; readonly asOf: Instant }): Sql | undefined
}
