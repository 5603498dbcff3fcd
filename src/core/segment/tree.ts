/** The syntax tree of a definition: plain JSON data, the one truth behind text, builder and sentence. */
import type { Instant, DateText, Window } from '../base/index.ts'

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>='
export type TextOp = 'contains' | 'starts with' | 'ends with' | 'matches'
export type ListOp = 'has any' | 'has all' | 'has none'
export type MeasureFn =
  | 'count'
  | 'count distinct'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'first'
  | 'last'
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week'

export type Literal =
  | { readonly kind: 'number'; readonly value: number; readonly currency?: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: DateText }
  | { readonly kind: 'instant'; readonly value: Instant }
  | { readonly kind: 'duration'; readonly count: number; readonly unit: DurationUnit }

/** Whose events a measure looks at: `purchase`, or the elements of each: `purchase.item`; with a filter and a window. */
export interface Source {
  readonly event: string
  readonly element?: string
  readonly where?: Condition
  readonly window?: Window
}

export type Expression =
  | Literal
  /** A trait at the top level; inside a `where`, a property of the event or element. */
  | { readonly kind: 'trait'; readonly name: string }
  | { readonly kind: 'property'; readonly name: string }
  /**
   * `count(purchase)`; `sum(purchase.amount)` has a property; `first(purchase)` is an instant and
   * `first(purchase).channel` the property of that event.
   */
  | {
      readonly kind: 'measure'
      readonly fn: MeasureFn
      readonly source: Source
      readonly property?: string
    }
  | { readonly kind: 'daysSince'; readonly of: Expression }
  /** Whole years since the trait with role birth-date. */
  | { readonly kind: 'age' }
  /** Time since the trait with role joined. */
  | { readonly kind: 'tenure' }
  /** A measure defined in the programme, or above the condition in the same definition. */
  | { readonly kind: 'named'; readonly name: string }
  | {
      readonly kind: 'arithmetic'
      readonly op: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'negate'; readonly of: Expression }

export type Condition =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'and'; readonly of: readonly Condition[] }
  | { readonly kind: 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Condition[] }
  | {
      readonly kind: 'compare'
      readonly op: CompareOp
      readonly left: Expression
      readonly right: Expression
    }
  /** Both ends included. */
  | {
      readonly kind: 'between'
      readonly value: Expression
      readonly low: Expression
      readonly high: Expression
    }
  /** `negated` is `not in`: known and none of these. */
  | {
      readonly kind: 'in'
      readonly value: Expression
      readonly options: readonly Literal[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'text'
      readonly op: TextOp
      readonly value: Expression
      readonly text: string
    }
  | {
      readonly kind: 'list'
      readonly op: ListOp
      readonly value: Expression
      readonly options: readonly string[]
    }
  | { readonly kind: 'presence'; readonly value: Expression; readonly missing: boolean }
  | { readonly kind: 'under'; readonly value: Expression; readonly category: string }
  /** `joined within last 30 days`: a date or instant inside a window. */
  | { readonly kind: 'within'; readonly value: Expression; readonly window: Window }
  | { readonly kind: 'any'; readonly source: Source }
  /** Inside a `where`: one and the same element meets the whole condition. */
  | { readonly kind: 'anyElement'; readonly element: string; readonly where: Condition }
  | { readonly kind: 'inSegment'; readonly segment: string }

/** A whole definition: measures named here, then the condition. */
export interface Definition {
  readonly measures: readonly { readonly name: string; readonly value: Expression }[]
  readonly condition: Condition
  /** Overrides the programme's zone. */
  readonly timeZone?: string
}
