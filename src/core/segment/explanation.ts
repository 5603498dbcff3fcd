/** Why somebody is or is not in a segment, as plain data: what the evaluator found at each node of the definition. */
import type { LocalText } from '../base/index.ts'
import type { Act } from './change/change.ts'
import type { Obstacle } from './change/nearest.ts'

/** A value as the evaluator saw it and as people read it. */
export interface ExplainedValue {
  /** The expression in the segment language, such as `count(purchase, last 365 days)`. */
  readonly text: string
  /** Dates `YYYY-MM-DD`, instants ISO 8601 in UTC, durations milliseconds; null is missing. */
  readonly value: string | number | boolean | readonly string[] | readonly number[] | null
  readonly type:
    | 'number'
    | 'money'
    | 'text'
    | 'boolean'
    | 'date'
    | 'instant'
    | 'duration'
    | 'list'
    | 'geo'
  /** In the asked language: money with its currency, instants in the definition's zone. */
  readonly shown: string
  /** True when the definition itself says the value, such as the 5 of `>= 5`. */
  readonly written: boolean
}

/** A property of an evidence event, or of one of its elements, that the condition looks at. */
export interface EvidenceProperty {
  readonly name: string
  readonly label: LocalText
  readonly shown: string
}

/** An event, or one element of it, that a measure counted. */
export interface EvidenceEvent {
  readonly event: string
  readonly label: LocalText
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly at: string
  /** In the asked language and the definition's zone. */
  readonly atShown: string
  readonly element?: string
  readonly properties: readonly EvidenceProperty[]
}

/** What a measure was made from: the latest events first, at most twenty of `total`. */
export interface Evidence {
  /** The measure in the segment language. */
  readonly text: string
  readonly total: number
  readonly events: readonly EvidenceEvent[]
}

/** One condition of the definition, with its truth for this customer. */
export interface ExplainedNode {
  /** Number of the bound condition. */
  readonly node: number
  /** `and`, `or`, `not` and `atLeast` have children; all others are leaves. */
  readonly kind: 'and' | 'or' | 'not' | 'atLeast' | 'leaf'
  /** The condition in the segment language. */
  readonly text: string
  readonly truth: boolean
  /** The outcome at the top rests on this node: with it the other way round, something above would have to hold it up. */
  readonly decisive: boolean
  /** In the asked language. */
  readonly sentence: string
  /** The condition with what was found, without a verdict; empty for groups. Reasons are made of these. */
  readonly brief: string
  /** What a leaf compared: the value asked about first. */
  readonly values: readonly ExplainedValue[]
  readonly evidence: readonly Evidence[]
  readonly children: readonly ExplainedNode[]
}

/** An instant at which membership turned; null when it never did, or when it would take too long to tell. */
export interface ExplainedTurn {
  /** ISO 8601 in UTC. */
  readonly at: string | null
  /** On the definition's clock. */
  readonly shown: string
  readonly sentence: string
}

/** When membership turns by the passing of time alone, by what is known now. */
export interface ExplainedUntil extends ExplainedTurn {
  readonly at: string
  /** The conditions that begin or cease to hold then. */
  readonly because: readonly string[]
}

/** The smallest change that turns the membership round, tried on this customer; or why there is none. */
export type ExplainedChange =
  | {
      readonly kind: 'change'
      readonly acts: readonly Act[]
      /** The membership has turned at this instant, ISO 8601 in UTC: at once, or later where it has to be waited for. */
      readonly at: string
      /** The acts have to happen before; null when there is time enough. */
      readonly before: string | null
      readonly sentence: string
    }
  | {
      readonly kind: 'none'
      /** `time`: only its passing, which `until` tells. */
      readonly obstacle: Obstacle | 'time'
      readonly sentence: string
    }

/** What was and will be, knowing what is known now. */
export interface Outlook {
  readonly since: ExplainedTurn
  /** Null when nothing turns by time alone within three years. */
  readonly until: ExplainedUntil | null
  readonly change: ExplainedChange
}

export interface Explanation extends Outlook {
  readonly customerId: string
  readonly segment: string
  /** ISO 8601 in UTC. */
  readonly asOf: string
  readonly timeZone: string
  /** False when the first fact about the customer is later than `asOf`, or there is none. */
  readonly known: boolean
  readonly member: boolean
  /** The decisive leaves in a sentence or two, in the asked language. */
  readonly reason: string
  readonly root: ExplainedNode
}
