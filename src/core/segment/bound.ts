/**
 * A definition bound to a catalogue: names resolved, types known, named measures written out, category
 * names turned into sets, event kinds' own filters added. Both evaluators read this and nothing else.
 */
import type { DateText, PeriodUnit, Window } from '../base/index.ts'
import type { CalendarPart, CompareOp, ListOp, MeasureFn, RankBand, TextOp } from './tree.ts'

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

/**
 * Turns amounts of several currencies into one, by the rate of the event's local day: the exact product of the
 * amount and `rate` (both decimals; a rate has at most nine places), cut toward zero to six decimals. So
 * `CAST(toDecimal128(amount, 6) * toDecimal128('0.92', 9), 'Decimal(18, 6)')` is the same. An amount in `to` stays
 * as it is; one in a currency without a rate on that day is missing.
 */
export interface Conversion {
  /** Where the row holds its currency, a text; missing is `to`. */
  readonly currency: { readonly name: string; readonly of: 'event' | 'element' }
  readonly to: string
  /** By currency: the rate from that day on, in order of days; before the first day there is none. */
  readonly rates: Readonly<Record<string, readonly (readonly [DateText, number])[]>>
  readonly timeZone: string
}

/** A step of a sequence; `withinMs` is the time it may take after the step before. */
export interface BoundStep {
  readonly source: BoundSource
  readonly withinMs?: number
  readonly negated: boolean
}

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
      /** The row's amount is turned into one currency first; without a rate it is missing. */
      readonly convert?: Conversion
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
        /** Each row's amount is turned into one currency first; without a rate it is missing. */
        readonly convert?: Conversion
      }
      /** `nth` only; from 1, negative counts from the last. */
      readonly n?: number
      /** `streak` only; periods of the definition's zone. */
      readonly per?: PeriodUnit
    }
  /** The last score of that name at or before asOf; with the currency of one that is an amount. */
  | {
      readonly kind: 'score'
      readonly type: 'number'
      readonly name: string
      readonly currency?: string
    }
  /**
   * In 0..1: h = sipHash64 of the salt, a NUL and the customer id; then (h x 10^9 div 2^64) / 10^9, the division by
   * 2^64 in whole numbers (`bitShiftRight(toUInt128(h) * 1000000000, 64)`), the last one in doubles.
   */
  | { readonly kind: 'bucket'; readonly type: 'number'; readonly salt: string }
  /**
   * Metres along a great circle on a sphere of 6,371,008.8 m, by the haversine in doubles, rounded to millimetres:
   * r(x) = x * (pi / 180); p1 = r(latitude of the value), p2 = r(`latitude`), a = sin((p2 - p1) / 2),
   * b = sin((r(`longitude`) - r(longitude of the value)) / 2), h = a * a + cos(p1) * cos(p2) * (b * b),
   * d = 2 * 6371008.8 * asin(min(1, sqrt(h))), answer floor(d * 1000 + 0.5) / 1000. Missing for a missing place.
   */
  | {
      readonly kind: 'distance'
      readonly type: 'number'
      readonly of: BoundValue
      readonly latitude: number
      readonly longitude: number
    }
  /** The least or greatest of those that are known; missing when none is. What event-name prefixes turn `first` and `last` into. */
  | {
      readonly kind: 'extreme'
      readonly type: BoundType
      readonly op: 'least' | 'greatest'
      readonly of: readonly BoundValue[]
    }
  /** Days from the value to asOf: elapsed 24 h days with fraction for an instant, calendar days for a date. */
  | { readonly kind: 'daysSince'; readonly type: 'number'; readonly of: BoundValue }
  /** Whole calendar years from a date to asOf's local day. */
  | { readonly kind: 'yearsSince'; readonly type: 'number'; readonly of: BoundValue }
  /** Elapsed time from the start of a date, or from an instant, to asOf. */
  | { readonly kind: 'elapsed'; readonly type: 'duration'; readonly of: BoundValue }
  /** The local calendar day of an instant. */
  | { readonly kind: 'localDate'; readonly type: 'date'; readonly of: BoundValue }
  /** Of a date; the hour is that of an instant, on the wall clock. January and Monday are 1. */
  | {
      readonly kind: 'calendarPart'
      readonly type: 'number'
      readonly part: CalendarPart
      readonly of: BoundValue
    }
  /** When the row's event happened; inside a `where` only. */
  | { readonly kind: 'eventTime'; readonly type: 'instant' }
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
  /** A list is asked whether some entry of it is like that. */
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
  | { readonly kind: 'inList'; readonly list: string }
  /** Where the value stands among all customers that have one, by the thresholds frozen at the last refresh. */
  | {
      readonly kind: 'rank'
      /** Equal keys ask for the same thresholds: 16 hex digits, a hash of the bound value, the band and the zone. */
      readonly key: string
      readonly value: BoundValue
      readonly band: RankBand
    }
  /** The first source has the window; the steps' sources have none, only `asOf` ends them. */
  | {
      readonly kind: 'sequence'
      readonly first: BoundSource
      readonly steps: readonly BoundStep[]
    }
  /**
   * `condition` looks at `trait` alone, or at whether the customer is on `list`, and holds at asOf. S is the earliest instant, not before the customer was
   * known, such that it holds at every instant from S to asOf (of records of the same instant the last one counts).
   * `longer`: asOf - S >= durationMs; else asOf - S < durationMs.
   */
  | {
      readonly kind: 'stateFor'
      readonly condition: BoundCondition
      /** One of these two. */
      readonly trait?: string
      readonly list?: string
      readonly longer: boolean
      readonly durationMs: number
    }
  /**
   * The date's next return from the local day of asOf on (`next`), or its last one up to it, is fewer than `days`
   * (1 to 366) days away. It returns every year after its own; 29 February on 1 March in common years.
   */
  | {
      readonly kind: 'anniversary'
      readonly value: BoundValue
      readonly direction: 'next' | 'last'
      readonly days: number
    }
)

/** What the evaluators take for one segment. */
export interface BoundDefinition {
  readonly segment: string
  /** The zone of its calendars, save for windows that name their own. */
  readonly timeZone: string
  readonly condition: BoundCondition
  /** Segments it refers to, directly. */
  readonly refersTo: readonly string[]
}
