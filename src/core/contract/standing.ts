/** How a segment's file stands to what is in force. */

/** The life of a segment: written, computed, put away. */
export type StatusWire = 'draft' | 'active' | 'retired'

/**
 * How a segment's file differs from what is in force. `removed`: the file is gone, applying retires the segment.
 * `broken`: the file, or one that it refers to, cannot be understood; what was applied stays.
 */
export type PendingWire = 'none' | 'added' | 'changed' | 'status' | 'removed' | 'broken'

/** What is in force of a segment. */
export interface StandingWire {
  /** Null when it was never applied. */
  readonly version: number | null
  readonly status: StatusWire | null
  readonly pending: PendingWire
  /** The definition in force no longer fits the catalogue: the members are those of its last good evaluation. */
  readonly carried: boolean
}
