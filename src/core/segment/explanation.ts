/** Why somebody is or is not in a segment, as plain data: what the evaluator found at each node of the definition. */
import type { LocalText } from '../base/index.ts'

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

export interface Explanation {
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
