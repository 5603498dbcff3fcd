/** Events over HTTP on the wire: what senders are answered, the live view, write keys and merges. */
import type { InstantText, IssueWire } from './contract.ts'

/** An issue of a message, with its place also as a JSON pointer (RFC 6901). */
export interface MessageIssueWire extends IssueWire {
  readonly pointer: string
}

/** A message of a batch that was refused. */
export interface RefusedMessageWire {
  /** Its place in the batch, from 0. */
  readonly index: number
  readonly messageId: string
  readonly type: string
  readonly name: string
  readonly issues: readonly MessageIssueWire[]
}

/** The answer to a sender: what was accepted is on disk. */
export interface CollectWire {
  readonly success: true
  readonly accepted: number
  readonly refused: readonly RefusedMessageWire[]
}

/** A message that was accepted lately. */
export interface ArrivalWire {
  readonly receivedAt: InstantText
  readonly type: string
  /** The event kind; empty for traits and merges. */
  readonly name: string
  readonly customer: string
  readonly messageId: string
  readonly at: InstantText
  /** Properties that the catalogue does not declare, which were left out. */
  readonly dropped: readonly string[]
}

/** A message that was refused; kept seven days and ten thousand at most. */
export interface RefusedArrivalWire {
  readonly id: number
  readonly receivedAt: InstantText
  readonly type: string
  readonly name: string
  readonly messageId: string
  readonly issues: readonly MessageIssueWire[]
  /** The message as it came, without values that are declared sensitive. */
  readonly body: string
}

/** `GET /arrivals`: what arrives now, what was refused and why, and how far the facts are behind. */
export interface ArrivalsWire {
  readonly now: InstantText
  /** Since the server started. */
  readonly accepted: number
  readonly refusedCount: number
  /** The last sixty whole seconds, oldest first. */
  readonly perSecond: readonly { readonly accepted: number; readonly refused: number }[]
  /** Accepted and not yet facts. */
  readonly backlog: {
    readonly rows: number
    readonly bytes: number
    /** How long the oldest of them has waited. */
    readonly seconds: number
  }
  /** When the facts last took over arrivals, and how many rows since the programme began. */
  readonly lastAbsorbedAt: InstantText | null
  /** Latest first. */
  readonly recent: readonly ArrivalWire[]
  readonly refused: readonly RefusedArrivalWire[]
  /** Undeclared properties that were left out, most frequent first. */
  readonly dropped: readonly {
    readonly name: string
    readonly property: string
    readonly count: number
  }[]
}

export interface WriteKeyWire {
  readonly id: number
  readonly name: string
  /** Its first characters. */
  readonly prefix: string
  readonly createdAt: InstantText
  readonly revokedAt: InstantText | null
}

/** The only time that a key is shown whole. */
export interface NewWriteKeyWire extends WriteKeyWire {
  readonly key: string
}

/** An alias that is part of a customer, or was. */
export interface MergeWire {
  readonly id: number
  readonly alias: string
  readonly customer: string
  readonly cause: 'alias' | 'identify' | 'request'
  readonly state: 'open' | 'done' | 'undoing' | 'undone'
  readonly mergedAt: InstantText
  readonly undoneAt: InstantText | null
}

export interface MergeRequest {
  readonly alias: string
  readonly customer: string
}
