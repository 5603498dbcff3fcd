/** What is left of a definition once zones are filled in: values, tests and measures, for whatever instant one asks about. */
import type { PeriodUnit } from '../../base/index.ts'
import type {
  BoundLiteralValue,
  BoundType,
  CalendarPart,
  CompareOp,
  Conversion,
  ListOp,
  MeasureFn,
  RankBand,
  TextOp,
} from '../../segment/index.ts'
import type { Edge } from '../time/edge.ts'

/** A property as the store knows it: `of` says whether it is the event's own or its element's. */
export interface PropertyRef {
  readonly name: string
  readonly of: 'event' | 'element'
  readonly type: BoundType
  /** Amounts are turned into one currency first. */
  readonly convert?: Conversion
}

/** A later step of a sequence: the instants of its rows, in order (missing: it has none), and its time. */
export interface Step {
  readonly times: Value
  readonly withinMs?: number
  readonly negated: boolean
}

/**
 * One question to the events of a customer. Two measures with equal fields are one.
 * The stretch is (after, upTo], and at some instants it may be empty.
 */
export interface Measure {
  /** `times` gives the instants of rows in order, as an array of milliseconds. */
  readonly fn: MeasureFn | 'times'
  readonly event: string
  readonly element?: string
  readonly where?: Test
  readonly after: Edge
  readonly upTo: Edge
  readonly property?: PropertyRef
  /** `nth` only: from 1, negative counts from the last. */
  readonly n?: number
  /** `streak` only. */
  readonly per?: { readonly unit: PeriodUnit; readonly timeZone: string }
}

/** What is known of a customer outside of events and the present values of traits. */
export type OwnValue =
  | { readonly kind: 'score'; readonly type: 'number'; readonly name: string }
  | { readonly kind: 'listed'; readonly type: 'boolean'; readonly list: string }
  | { readonly kind: 'bucket'; readonly type: 'number'; readonly salt: string }
  /** Since when a condition on one trait (absent: on none) has held without a break; missing when it does not hold. */
  | {
      readonly kind: 'stateSince'
      readonly type: 'instant'
      readonly where: Test
      /** Absent when it is a trait's. */
      readonly list?: string
      readonly trait?: { readonly name: string; readonly type: BoundType }
    }

export type Value =
  | OwnValue
  | { readonly kind: 'missing'; readonly type: BoundType }
  | { readonly kind: 'literal'; readonly type: BoundType; readonly value: BoundLiteralValue }
  | { readonly kind: 'trait'; readonly type: BoundType; readonly name: string }
  | ({ readonly kind: 'property' } & PropertyRef)
  | { readonly kind: 'measure'; readonly type: BoundType; readonly measure: Measure }
  /** Now minus the value: days of 24 h from an instant, calendar days or completed years from a date, ms from an instant. */
  | { readonly kind: 'daysFromInstant'; readonly type: 'number'; readonly of: Value }
  | {
      readonly kind: 'daysFromDate'
      readonly type: 'number'
      readonly of: Value
      readonly timeZone: string
    }
  | {
      readonly kind: 'yearsFromDate'
      readonly type: 'number'
      readonly of: Value
      readonly timeZone: string
    }
  | { readonly kind: 'msFromInstant'; readonly type: 'duration'; readonly of: Value }
  /** Where an edge lies, and its local day; they stand on one side of a comparison only. */
  | { readonly kind: 'edge'; readonly type: 'instant'; readonly edge: Edge }
  | {
      readonly kind: 'edgeDay'
      readonly type: 'date'
      readonly edge: Edge
      readonly timeZone: string
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
  /** Of a date, or the hour of an instant there. */
  | {
      readonly kind: 'calendarPart'
      readonly type: 'number'
      readonly part: CalendarPart
      readonly of: Value
      readonly timeZone: string
    }
  /** When the row at hand happened. */
  | { readonly kind: 'eventTime'; readonly type: 'instant' }
  | {
      readonly kind: 'arithmetic'
      readonly type: BoundType
      readonly op: '+' | '-' | '*' | '/'
      readonly left: Value
      readonly right: Value
    }
  | { readonly kind: 'negate'; readonly type: BoundType; readonly of: Value }
  | {
      readonly kind: 'distance'
      readonly type: 'number'
      readonly of: Value
      readonly latitude: number
      readonly longitude: number
    }
  /** Of those that are known. */
  | {
      readonly kind: 'extreme'
      readonly type: BoundType
      readonly op: 'least' | 'greatest'
      readonly parts: readonly Value[]
    }

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
  /** Where the value stands among all customers, by the thresholds that the evaluation is given under this key. */
  | {
      readonly kind: 'rank'
      readonly key: string
      readonly value: Value
      readonly band: RankBand
    }
  | { readonly kind: 'sequence'; readonly first: Value; readonly steps: readonly Step[] }
  | {
      readonly kind: 'anniversary'
      readonly value: Value
      readonly direction: 'next' | 'last'
      readonly days: number
      readonly timeZone: string
    }
