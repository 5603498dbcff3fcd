/** What is left of a definition once the instant and the zone are filled in: values, tests and measures over plain edges. */
import type { DateText, Instant } from '../base/index.ts'
import type {
  BoundLiteralValue,
  BoundType,
  CompareOp,
  ListOp,
  MeasureFn,
  TextOp,
} from '../segment/index.ts'

/** A property as the store knows it: `of` says whether it is the event's own or its element's. */
export interface PropertyRef {
  readonly name: string
  readonly of: 'event' | 'element'
  readonly type: BoundType
}

/**
 * One question to the events of a customer. Two measures with equal fields are one.
 * `after` is -Infinity for all time; the stretch is (after, upTo] and never empty.
 */
export interface Measure {
  readonly fn: MeasureFn
  readonly event: string
  readonly element?: string
  readonly where?: Test
  readonly after: Instant
  readonly upTo: Instant
  readonly property?: PropertyRef
}

export type Value =
  | { readonly kind: 'missing'; readonly type: BoundType }
  | { readonly kind: 'literal'; readonly type: BoundType; readonly value: BoundLiteralValue }
  | { readonly kind: 'trait'; readonly type: BoundType; readonly name: string }
  | ({ readonly kind: 'property' } & PropertyRef)
  | { readonly kind: 'measure'; readonly type: BoundType; readonly measure: Measure }
  /** `to` minus the value: days of 24 h from an instant, calendar days or completed years from a date, ms from an instant. */
  | {
      readonly kind: 'daysFromInstant'
      readonly type: 'number'
      readonly of: Value
      readonly to: Instant
    }
  | {
      readonly kind: 'daysFromDate'
      readonly type: 'number'
      readonly of: Value
      readonly to: DateText
    }
  | {
      readonly kind: 'yearsFromDate'
      readonly type: 'number'
      readonly of: Value
      readonly to: DateText
    }
  | {
      readonly kind: 'msFromInstant'
      readonly type: 'duration'
      readonly of: Value
      readonly to: Instant
    }
  | {
      readonly kind: 'startOfDay'
      readonly type: 'instant'
      readonly of: Value
      readonly timeZone: string
    }
  | {
      readonly kind: 'localDate'
      readonly type: 'date'
      readonly of: Value
      readonly timeZone: string
    }
  | {
      readonly kind: 'arithmetic'
      readonly type: BoundType
      readonly op: '+' | '-' | '*' | '/'
      readonly left: Value
      readonly right: Value
    }
  | { readonly kind: 'negate'; readonly type: BoundType; readonly of: Value }

/** True or false, never unknown: a missing value makes the innermost test false. */
export type Test =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and'; readonly of: readonly Test[] }
  | { readonly kind: 'or'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Test[] }
  | {
      readonly kind: 'compare'
      readonly op: CompareOp
      readonly left: Value
      readonly right: Value
    }
  | {
      readonly kind: 'in'
      readonly value: Value
      readonly options: readonly BoundLiteralValue[]
      readonly negated: boolean
    }
  | { readonly kind: 'text'; readonly op: TextOp; readonly value: Value; readonly text: string }
  | {
      readonly kind: 'list'
      readonly op: ListOp
      readonly value: Value
      readonly options: readonly string[]
    }
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'anyElement'; readonly element: string; readonly where: Test }
