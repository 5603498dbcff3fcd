/** Points and stretches of time as plain numbers and data; the calendar that turns them into edges is beside it. */

/** Milliseconds since 1970-01-01T00:00Z, a whole number. */
export type Instant = number

/** A calendar day as `YYYY-MM-DD` (proleptic Gregorian, 1900-01-01 to 2299-12-31, the engine's Date32). */
export type DateText = string

export const MS_PER_DAY = 86_400_000

export type RollingUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A day or an instant written in a definition. */
export type TimePoint =
  | { readonly kind: 'date'; readonly date: DateText }
  | { readonly kind: 'instant'; readonly at: Instant }

/**
 * Which stretch of a customer's past is looked at, relative to the instant asked about.
 * An absent window means all time up to that instant.
 */
export type Window = WindowShape & {
  /** `this month in time zone "Asia/Tokyo"`: the calendar of this window only, whatever the definition's. */
  readonly timeZone?: string
}

type WindowShape =
  /** `last 30 days`: (asOf - n units, asOf]. Days and weeks are 24 h multiples; months and years follow the calendar, clamped at month end. */
  | { readonly kind: 'rolling'; readonly count: number; readonly unit: RollingUnit }
  /** `last 7 calendar days`: from local midnight; today counts as one. */
  | { readonly kind: 'calendarDays'; readonly count: number }
  /** `this month`, `today`: the whole local period that holds asOf, up to asOf. */
  | { readonly kind: 'current'; readonly unit: PeriodUnit }
  /** `last quarter` (count 1), `previous 3 weeks`, `yesterday`: whole local periods before the current one; ISO weeks. */
  | { readonly kind: 'previous'; readonly count: number; readonly unit: PeriodUnit }
  /** `since 2026-01-01`: from the start of that local day, or from that instant on. */
  | { readonly kind: 'since'; readonly from: TimePoint }
  /** `before 2026-01-01`: earlier than the start of that local day, or than that instant. */
  | { readonly kind: 'before'; readonly to: TimePoint }
  /** `between 2026-01-01 and 2026-03-31`: both days whole; instants inclusive. */
  | { readonly kind: 'between'; readonly from: TimePoint; readonly to: TimePoint }
  /** `between 24 and 12 months ago`: (asOf - far units, asOf - near units]. */
  | {
      readonly kind: 'ago'
      readonly far: number
      readonly near: number
      readonly unit: RollingUnit
    }
  /** One whole local period, `back` periods before the current one; never typed, what `regular` and `trend` are made of. */
  | { readonly kind: 'period'; readonly unit: PeriodUnit; readonly back: number }
  /** `next 7 days`: (asOf, asOf + n units]. Of values only; nothing that happens later is seen. */
  | {
      readonly kind: 'ahead'
      readonly count: number
      readonly unit: 'minute' | 'hour' | 'day' | 'week'
    }
  /** `next month`, `tomorrow`: the whole local period after the current one. Of values only. */
  | { readonly kind: 'following'; readonly unit: PeriodUnit }

/** The stretch (after, upTo] in whole milliseconds; empty when upTo <= after. `after` is -Infinity for all time. */
export interface Edges {
  readonly after: Instant
  readonly upTo: Instant
}
