/**
 * A definition bound to a catalogue: names resolved, types known, named measures written out, category
 * names turned into sets, event kinds' own filters added. Both evaluators read this and nothing else.
 */
import type { Window } from '../base/index.ts'
import type { CompareOp, ListOp, MeasureFn, TextOp } from './tree.ts'

/**
 * Types at evaluation. number: IEEE double; date: `YYYY-MM-DD` text ordered by time; instant: epoch ms;
 * duration: ms; list: texts. Money has become number, category has become text.
 */
export type BoundType =
  | 'number'
  | 'text'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'duration'
  | 'list'
  | 'geo'

export interface BoundSource {
  readonly event: string
  readonly element?: string
  /** Includes the event kind's own `counts` filter. */
  readonly where?: BoundCondition
  readonly window?: Window
}

export type BoundLiteralValue = number | string | boolean

export type BoundValue =
  | {
      readonly kind: 'literal'
      readonly type: BoundType
      /** number, duration (ms), instant (ms): number; date, text: string. */
      readonly value: BoundLiteralValue
    }
  | { readonly kind: 'trait'; readonly type: BoundType; readonly name: string }
  /** `of` says whether the name is the element's or the event's own. */
  | {
      readonly kind: 'property'
      readonly type: BoundType
      readonly name: string
      readonly of: 'event' | 'element'
    }
  | {
      readonly kind: 'measure'
      readonly type: BoundType
      readonly fn: MeasureFn
      readonly source: BoundSource
      readonly property?: {
        readonly name: string
        readonly of: 'event' | 'element'
        readonly type: BoundType
      }
    }
  /** Days from the value to asOf: elapsed 24 h days with fraction for an instant, calendar days for a date. */
  | { readonly kind: 'daysSince'; readonly type: 'number'; readonly of: BoundValue }
  /** Whole calendar years from a date to asOf's local day. */
  | { readonly kind: 'yearsSince'; readonly type: 'number'; readonly of: BoundValue }
  /** Elapsed time from the start of a date, or from an instant, to asOf. */
  | { readonly kind: 'elapsed'; readonly type: 'duration'; readonly of: BoundValue }
  /** The local calendar day of an instant. */
  | { readonly kind: 'localDate'; readonly type: 'date'; readonly of: BoundValue }
  | {
      readonly kind: 'arithmetic'
      readonly type: 'number' | 'duration'
      readonly op: '+' | '-' | '*' | '/'
      readonly left: BoundValue
      readonly right: BoundValue
    }
  | { readonly kind: 'negate'; readonly type: 'number' | 'duration'; readonly of: BoundValue }

/** `node` numbers the tree's nodes (depth first from 0), so that an explanation can point back at the text. */
export type BoundCondition = { readonly node: number } & (
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and'; readonly of: readonly BoundCondition[] }
  | { readonly kind: 'or'; readonly of: readonly BoundCondition[] }
  | { readonly kind: 'not'; readonly of: BoundCondition }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly BoundCondition[] }
  /** Two sides of one type; = and != on any type but list and geo, order on number, date, instant, duration. */
  | {
      readonly kind: 'compare'
      readonly op: CompareOp
      readonly left: BoundValue
      readonly right: BoundValue
    }
  | {
      readonly kind: 'between'
      readonly value: BoundValue
      readonly low: BoundValue
      readonly high: BoundValue
    }
  /** `negated`: known and none of these. */
  | {
      readonly kind: 'in'
      readonly value: BoundValue
      readonly options: readonly BoundLiteralValue[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'text'
      readonly op: TextOp
      readonly value: BoundValue
      readonly text: string
    }
  /** has none holds for a missing (empty) list too. */
  | {
      readonly kind: 'list'
      readonly op: ListOp
      readonly value: BoundValue
      readonly options: readonly string[]
    }
  | { readonly kind: 'presence'; readonly value: BoundValue; readonly missing: boolean }
  /** An instant is within when it lies in the window; a date stands for the start of its local day. */
  | { readonly kind: 'within'; readonly value: BoundValue; readonly window: Window }
  | { readonly kind: 'any'; readonly source: BoundSource }
  | { readonly kind: 'anyElement'; readonly element: string; readonly where: BoundCondition }
  | { readonly kind: 'inSegment'; readonly segment: string }
)

/** What the evaluators take for one segment. */
export interface BoundDefinition {
  readonly segment: string
  /** The zone of its calendars. */
  readonly timeZone: string
  readonly condition: BoundCondition
  /** Segments it refers to, directly. */
  readonly refersTo: readonly string[]
}
