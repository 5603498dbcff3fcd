/** Scores that models say of customers, over every door. */
import type { InstantText, IssueWire } from './contract.ts'

/** What loading a file of scores did; `read` is the sum of `written`, `unchanged` and `rejected` values. */
export interface ScoreLoadWire {
  /** Its number; null when nothing changed. */
  readonly load: number | null
  readonly scores: readonly string[]
  /** When values without an instant of their own hold from. */
  readonly at: InstantText
  readonly version: string
  readonly read: number
  readonly written: number
  /** Of those written, how many take a score back. */
  readonly cleared: number
  readonly unchanged: number
  readonly rejected: number
  /** The first of them, each with its line. */
  readonly issues: readonly IssueWire[]
}

/** A score as it stands now. */
export interface ScoreWire {
  readonly name: string
  readonly label: string
  /** How its values are read. */
  readonly unit: 'number' | 'count' | 'money' | 'share' | 'days' | 'class'
  /** Customers who have a value. */
  readonly customers: number
  readonly spread: { readonly low: number; readonly middle: number; readonly high: number } | null
  /** Segments in force that ask about it. */
  readonly usedBy: readonly string[]
}

/** Scores, and the loads that brought them, the newest first. */
export interface ScoresWire {
  readonly scores: readonly ScoreWire[]
  readonly loads: readonly {
    readonly load: number
    readonly scores: readonly string[]
    readonly file: string
    /** sha256 of the file's text, hex. */
    readonly digest: string
    readonly version: string
    readonly who: string
    readonly why: string
    readonly at: InstantText
    /** False when it is under way, or was killed: the same file brings the rest. */
    readonly finished: boolean
    readonly read: number
    readonly rejected: number
    readonly written: number
    readonly cleared: number
  }[]
}
