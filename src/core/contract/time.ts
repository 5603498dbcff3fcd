/** Answers about time: how fresh numbers are, what was held in the past, what changed when, frozen snapshots. */
import type { InstantText, IssueWire } from './contract.ts'

/**
 * `keeping`: carries the state on; `standing-by`: another process does; `pinned`: the state stays at an instant of the
 * past that was asked for; `idle`: nothing was evaluated yet; `failing`: tries again; `off`: nobody keeps.
 */
export type KeeperState = 'keeping' | 'standing-by' | 'pinned' | 'idle' | 'failing' | 'off'

/** How fresh the published numbers are. */
export interface FreshnessWire {
  readonly now: InstantText
  readonly timeZone: string
  /** Memberships are exact at this instant; null before the first evaluation. */
  readonly watermark: InstantText | null
  readonly behindSeconds: number
  /** Behind by more than it should be: an alarm. */
  readonly late: boolean
  readonly pinned: boolean
  /** The earliest instant at which time alone could change a membership. */
  readonly nextFlip: InstantText | null
  readonly keeper: KeeperState
  /** The clock stands before the watermark, which never moves back. */
  readonly clockBehindSeconds: number
  readonly error: IssueWire | null
}

/** Two readings of the past: what was held, and what is true of then knowing what is known now. */
export type ReadingWire = 'held' | 'recomputed'

/** Members of a segment at an instant of the past. */
export interface PastMembersWire {
  readonly segment: string
  readonly at: InstantText
  readonly timeZone: string
  readonly reading: ReadingWire
  /** The watermark of the generation that was published then; null when nothing was. */
  readonly heldAsOf: InstantText | null
  readonly version: number | null
  readonly definition: string | null
  readonly total: number
  readonly customerIds: readonly string[]
  readonly next: string | null
  readonly difference: PastDifferenceWire | null
}

/** Why the two readings differ. */
export interface PastDifferenceWire {
  readonly held: number
  readonly recomputed: number
  readonly groups: readonly {
    /**
     * `facts`: they came or were corrected later; `time`: passed since the watermark of what was held; `definition`: it
     * was changed since; `both`: cannot be told apart.
     */
    readonly because: 'facts' | 'time' | 'definition' | 'both'
    /** Members only when recomputed, or only as held. */
    readonly only: ReadingWire
    readonly count: number
    readonly examples: readonly string[]
  }[]
}

/** A definition tried on the past. */
export interface CountSeriesWire {
  readonly timeZone: string
  readonly sentence: string
  readonly points: readonly {
    readonly asOf: InstantText
    readonly count: number
    readonly population: number
    readonly share: number
  }[]
  readonly issues: readonly IssueWire[]
}

/** One entry or exit. */
export interface ChangeWire {
  readonly customerId: string
  readonly segment: string
  readonly entered: boolean
  /** When it became true. */
  readonly at: InstantText
  /** When it was computed. */
  readonly computedAt: InstantText
  readonly cause: string
  readonly version: number
}

/** A page of the history, newest first. */
export interface TrailWire {
  readonly timeZone: string
  readonly changes: readonly ChangeWire[]
  /** Pass as `offset` for the next page; null at the end. */
  readonly next: number | null
}

/** A named snapshot of one segment's members. */
export interface FrozenWire {
  readonly name: string
  readonly segment: string
  readonly version: number
  readonly definition: string
  readonly asOf: InstantText
  readonly timeZone: string
  readonly members: number
  /** SHA-256 of segment, version, definition, instant and the ids of all members. */
  readonly digest: string
  readonly createdAt: InstantText
}

/** Members of a named snapshot. */
export interface FrozenPageWire {
  readonly frozen: FrozenWire
  readonly customerIds: readonly string[]
  readonly next: string | null
}

/** Whether recomputing reproduces a named snapshot. */
export interface FrozenCheckWire {
  readonly frozen: FrozenWire
  readonly ok: boolean
  /** Of the members as they lie in the store. */
  readonly stored: string
  /** Of the members computed anew, from what is known now. */
  readonly recomputed: string
  readonly recomputedMembers: number
  readonly surplus: readonly string[]
  readonly missing: readonly string[]
}

export interface FreezeRequest {
  readonly name: string
  readonly segment: string
  /** Absent: the published members as they are. */
  readonly asOf?: string
}

export interface CountSeriesRequest {
  readonly definition: string
  readonly each: 'day' | 'week' | 'month'
  readonly last: number
}

/** Whether the state carried on is the state computed anew. */
export interface VerifyWire {
  readonly ok: boolean
  readonly asOf: InstantText
  readonly timeZone: string
  readonly held: string
  readonly rebuilt: string
  readonly customers: number
  readonly differing: number
  readonly differences: readonly {
    readonly customerId: string
    readonly surplus: readonly string[]
    readonly missing: readonly string[]
  }[]
  readonly outdated: boolean
  readonly seconds: number
}
