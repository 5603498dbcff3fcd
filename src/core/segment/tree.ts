/** The syntax tree of a definition: plain JSON data, the one truth behind text, builder and sentence. */
import type { Instant, DateText, PeriodUnit, Window } from '../base/index.ts'

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
  | 'median'
  /** `nth(2, purchase)`: the second by instant; `nth last(2, purchase)` has `n` -2. */
  | 'nth'
  /** Mean and median time between consecutive rows. */
  | 'gap'
  | 'median gap'
  /** `streak(purchase by month)`: consecutive local periods with at least one, up to the current or the one before. */
  | 'streak'
  /** `most(booking_changed by booking)`: the greatest number of rows with one value of the property. */
  | 'most'
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week'
/** `month of birth_date`; January and Monday are 1, hours run from 0 to 23. */
export type CalendarPart = 'year' | 'month' | 'day' | 'weekday' | 'hour'
export type LengthUnit = 'm' | 'km' | 'mi'

/** Degrees; north and east are positive. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface Span {
  readonly count: number
  readonly unit: DurationUnit
}

/** Where in the ranking of the whole base: `top 10%`, `bottom 1000`, `quintile 5`, `percentiles 90 to 95`. */
export type RankBand =
  | {
      readonly kind: 'top' | 'bottom'
      readonly count: number
      /** `percent` of the customers that have a value, or so many of them. */
      readonly of: 'percent' | 'customers'
    }
  /** Parts of equal size, 1 is the lowest; `from` and `to` included. */
  | {
      readonly kind: 'quantile'
      readonly parts: 4 | 5 | 10 | 100
      readonly from: number
      readonly to: number
    }

/** A later step of a sequence: it follows the step before, at most `within` later. */
export interface SequenceStep {
  readonly source: Source
  readonly within?: Span
  /** `then not purchase within 7 days`: nothing of the kind, and the time is over. Needs `within`. */
  readonly negated: boolean
}

export type Literal =
  | {
      readonly kind: 'number'
      readonly value: number
      readonly currency?: string
      /** `20%` has `value` 20 and means 0.2. */
      readonly percent?: true
    }
  /** `10 km`. */
  | { readonly kind: 'length'; readonly count: number; readonly unit: LengthUnit }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: DateText }
  | { readonly kind: 'instant'; readonly value: Instant }
  | { readonly kind: 'duration'; readonly count: number; readonly unit: DurationUnit }

/** Whose events a measure looks at: `purchase`, or the elements of each: `purchase.item`; with a filter and a window. */
export interface Source {
  /** An event kind, or with a `*` at its end all kinds whose names begin so: `email_*`; `*` is every kind. */
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
      /** `nth` only; from 1, negative counts from the last. */
      readonly n?: number
      /** `streak` only. */
      readonly per?: PeriodUnit
    }
  /**
   * `share(purchase where discount > 0)` of the rows, `share(purchase.amount where ...)` of the sum; missing over
   * nothing. The text cannot tell a property from an element, so `property` may name an element of the event
   * (`share(purchase.item where ...)`: of its elements); `source.element` is there only beside a property of it.
   */
  | { readonly kind: 'share'; readonly source: Source; readonly property?: string }
  /** `net(purchase.amount, last 365 days)`: the sum less what refunds of the same window took back. */
  | { readonly kind: 'net'; readonly source: Source; readonly property: string }
  /** `trend(sum(purchase.amount), last 6 months)`: least-squares slope per period over whole periods before the current one. */
  | {
      readonly kind: 'trend'
      readonly of: Expression
      readonly count: number
      readonly unit: PeriodUnit
    }
  /** `score(clv.expected_12m)`: what a model said last. The parts between dots are not empty. */
  | { readonly kind: 'score'; readonly name: string }
  /** `bucket("spring-test")`: a number in 0..1 from the customer's id and the text, always the same. */
  | { readonly kind: 'bucket'; readonly salt: string }
  /** Great-circle distance from a place to a point. */
  | { readonly kind: 'distance'; readonly of: Expression; readonly to: Point }
  | { readonly kind: 'daysSince'; readonly of: Expression }
  /** `month of birth_date`, `hour of event time`: by the definition's calendar. */
  | { readonly kind: 'calendarPart'; readonly part: CalendarPart; readonly of: Expression }
  /** `event time`, inside a `where`: when the event happened. */
  | { readonly kind: 'eventTime' }
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
  /** Of a list: some entry of it is like that. */
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
  /** `in list "vip-2026"`. */
  | { readonly kind: 'inList'; readonly list: string }
  /** `consent(email, marketing)`. */
  | { readonly kind: 'consent'; readonly channel: string; readonly purpose: string }
  /** `rank(sum(purchase.amount, last 365 days)) in top 10%`. */
  | { readonly kind: 'rank'; readonly value: Expression; readonly band: RankBand }
  /** `sequence(email_opened, then email_clicked within 1 day, then not purchase within 7 days, last 90 days)`. */
  | {
      readonly kind: 'sequence'
      readonly first: Source
      readonly steps: readonly SequenceStep[]
      /** Where the first step lies; the sources have no windows of their own. */
      readonly window?: Window
    }
  /** `tier = "gold" for at least 90 days`: a condition on one trait, true without a break up to now. */
  | {
      readonly kind: 'stateFor'
      readonly condition: Condition
      readonly op: 'at least' | 'less than'
      readonly duration: Span
    }
  /** `birthday within next 7 days`, `anniversary of joined within last 7 days`; today counts as one of the days. */
  | {
      readonly kind: 'anniversary'
      /** Absent: the trait with role birth-date. */
      readonly of?: Expression
      readonly direction: 'next' | 'last'
      readonly days: number
    }
  /** `regular(purchase, at least 3 of last 6 months)`: whole local periods before the current one. */
  | {
      readonly kind: 'regular'
      readonly source: Source
      readonly count: number
      readonly of: number
      readonly unit: PeriodUnit
    }
  /** `stopped(purchase, 90 days)`: some in the 90 days before the last 90, none in the last 90. */
  | { readonly kind: 'stopped'; readonly source: Source; readonly duration: Span }
  /** `restarted(purchase, 90 days)`: some in the last 90 days, none in the 90 before, some before that. */
  | { readonly kind: 'restarted'; readonly source: Source; readonly duration: Span }

/** A whole definition: measures named here, then the condition. */
export interface Definition {
  readonly measures: readonly { readonly name: string; readonly value: Expression }[]
  readonly condition: Condition
  /** Overrides the programme's zone. */
  readonly timeZone?: string
}
