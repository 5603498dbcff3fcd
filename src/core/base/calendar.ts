/** Where calendars meet instants: the edges of windows, local days, ages; zones and DST are dealt with here only. */
import { Temporal } from 'temporal-polyfill'
import { assert } from './assert.ts'
import { MS_PER_DAY } from './instant.ts'
import type {
  DateText,
  Edges,
  Instant,
  PeriodUnit,
  RollingUnit,
  TimePoint,
  Window,
} from './instant.ts'
import { offsetAt, offsetTable } from './zone.ts'

const MS: Readonly<Record<'minute' | 'hour' | 'day' | 'week', number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: MS_PER_DAY,
  week: 7 * MS_PER_DAY,
}

/** More months than this reach back before any calendar we keep, and stand for all time. */
const FAR_MONTHS = 12 * 10_000

const lastEdges = new WeakMap<Window, { asOf: Instant; timeZone: string; edges: Edges }>()

/**
 * The stretch (after, upTo] that a window means for somebody asking at `asOf`; never later than `asOf`, save for
 * the two kinds that lie ahead.
 * An absent window is all time up to `asOf`. A window that names a zone follows that calendar. Months and years keep the local clock time and are clamped at
 * month end (31 March minus a month is 28 February); a local time that DST skips counts as the same time
 * on the clock before the change, one that happens twice as the earlier.
 */
export function windowEdges(window: Window | undefined, asOf: Instant, timeZone: string): Edges {
  if (window === undefined) return { after: Number.NEGATIVE_INFINITY, upTo: asOf }
  const last = lastEdges.get(window)
  if (last !== undefined && last.asOf === asOf && last.timeZone === timeZone) return last.edges
  const raw = rawEdges(window, asOf, window.timeZone ?? timeZone)
  const isAhead = window.kind === 'ahead' || window.kind === 'following'
  const edges: Edges = isAhead ? raw : { after: raw.after, upTo: Math.min(raw.upTo, asOf) }
  lastEdges.set(window, { asOf, timeZone, edges })
  return edges
}

function rawEdges(window: Window, asOf: Instant, timeZone: string): Edges {
  const today = localDate(asOf, timeZone)
  switch (window.kind) {
    case 'rolling':
      return { after: minus(asOf, window.count, window.unit, timeZone), upTo: asOf }
    case 'calendarDays':
      return {
        after: startOfLocalDay(plusDays(today, 1 - window.count), timeZone) - 1,
        upTo: asOf,
      }
    case 'current':
      return {
        after: startOfLocalDay(periodStart(today, window.unit, 0), timeZone) - 1,
        upTo: asOf,
      }
    case 'previous':
      return {
        after: startOfLocalDay(periodStart(today, window.unit, window.count), timeZone) - 1,
        upTo: startOfLocalDay(periodStart(today, window.unit, 0), timeZone) - 1,
      }
    case 'since':
      return { after: startOf(window.from, timeZone) - 1, upTo: asOf }
    case 'before':
      return { after: Number.NEGATIVE_INFINITY, upTo: startOf(window.to, timeZone) - 1 }
    case 'between':
      return {
        after: startOf(window.from, timeZone) - 1,
        upTo:
          window.to.kind === 'instant'
            ? window.to.at
            : startOfLocalDay(plusDays(window.to.date, 1), timeZone) - 1,
      }
    case 'ago':
      return {
        after: minus(asOf, window.far, window.unit, timeZone),
        upTo: minus(asOf, window.near, window.unit, timeZone),
      }
    case 'period':
      return {
        after: startOfLocalDay(periodStart(today, window.unit, window.back), timeZone) - 1,
        upTo: startOfLocalDay(periodStart(today, window.unit, window.back - 1), timeZone) - 1,
      }
    case 'ahead':
      return { after: asOf, upTo: asOf + window.count * MS[window.unit] }
    case 'following':
      return {
        after: startOfLocalDay(periodStart(today, window.unit, -1), timeZone) - 1,
        upTo: startOfLocalDay(periodStart(today, window.unit, -2), timeZone) - 1,
      }
  }
}

/** `count` units before an instant: 24 h multiples for days and weeks, clamped calendar months and years. */
function minus(at: Instant, count: number, unit: RollingUnit, timeZone: string): Instant {
  if (unit !== 'month' && unit !== 'year') return at - count * MS[unit]
  const months = unit === 'year' ? 12 * count : count
  if (months > FAR_MONTHS) return Number.NEGATIVE_INFINITY
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .subtract({ months }).epochMilliseconds
}

function startOf(point: TimePoint, timeZone: string): Instant {
  return point.kind === 'instant' ? point.at : startOfLocalDay(point.date, timeZone)
}

/** The first day of the local period that lies `back` whole periods before (below 0: after) the one of `day`. Weeks are ISO: Monday first. */
export function periodStart(day: DateText, unit: PeriodUnit, back: number): DateText {
  if (unit === 'day') return plusDays(day, -back)
  if (unit === 'week') return plusDays(day, -mondayOffset(day) - 7 * back)
  const [year, month] = parts(day)
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  const first = Math.floor((month - 1) / length) * length
  const months = Math.max(0, year * 12 + first - back * length)
  return dateText(utc(Math.floor(months / 12), months % 12, 1))
}

/** The number of a date's year, month, day or weekday (Monday is 1), or of the hour on the wall clock at an instant. */
export function calendarPart(
  part: 'year' | 'month' | 'day' | 'weekday' | 'hour',
  of: DateText | Instant,
  timeZone: string,
): number {
  if (typeof of === 'number') {
    const wall = of + offsetAt(of, timeZone)
    const inDay = ((wall % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY
    if (part === 'hour') return Math.floor(inDay / MS.hour)
    return calendarPart(part, localDate(of, timeZone), timeZone)
  }
  assert(part !== 'hour', 'a date has no hours')
  const [year, month, day] = parts(of)
  return { year, month, day, weekday: mondayOffset(of) + 1 }[part]
}

/** Days since the last Monday, 0 to 6. 1970-01-01 was a Thursday. */
function mondayOffset(day: DateText): number {
  return (((utcDays(day) + 3) % 7) + 7) % 7
}

/**
 * The first instant of a local day. Where midnight is skipped (some zones start DST at 0:00) that is the
 * end of the gap; where it happens twice, the earlier.
 */
export function startOfLocalDay(date: DateText, timeZone: string): Instant {
  const midnight = utcDays(date) * MS_PER_DAY
  // Away from any change of offset the answer is plain arithmetic, which is most days.
  const offset = offsetAt(midnight - offsetAt(midnight, timeZone), timeZone)
  const before = offsetAt(midnight - offset - MS_PER_DAY, timeZone)
  const after = offsetAt(midnight - offset + MS_PER_DAY, timeZone)
  if (before === offset && after === offset) return midnight - offset
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds
}

/** When days start as a step function: day `d` (since 1970) starts `leads[i]` ms before d x 24 h UTC, up to day `days[i]`. */
export interface DayStartTable {
  readonly days: readonly number[]
  readonly leads: readonly number[]
}

/** What `startOfLocalDay` answers for every day from 1900 to 2099, for engines whose own zone data differ from ours. */
export function dayStartTable(timeZone: string): DayStartTable {
  const { edges } = offsetTable(timeZone)
  const days: number[] = []
  const lead = (day: number): number =>
    day * MS_PER_DAY - startOfLocalDay(dateText(day * MS_PER_DAY), timeZone)
  const first = edges[0] === undefined ? 0 : Math.floor(edges[0] / MS_PER_DAY) - 3
  const leads = [lead(first)]
  for (const edge of edges) {
    const near = Math.floor(edge / MS_PER_DAY)
    for (let day = Math.max(near - 2, days.at(-1) ?? first); day <= near + 2; day++) {
      const found = lead(day)
      if (found === leads.at(-1)) continue
      days.push(day)
      leads.push(found)
    }
  }
  return { days, leads }
}

/** The calendar day on a wall clock of the zone at an instant. */
export function localDate(at: Instant, timeZone: string): DateText {
  return dateText(at + offsetAt(at, timeZone))
}

/**
 * Completed years from `date` to `today`, as ClickHouse's `age('year', ...)` counts them: somebody born on
 * 29 February completes a year on 1 March in common years. Negative when `date` lies more than a year ahead.
 */
export function wholeYears(date: DateText, today: DateText): number {
  if (date > today) return -wholeYears(today, date) || 0
  const [y1, m1, d1] = parts(date)
  const [y2, m2, d2] = parts(today)
  return y2 - y1 - (m2 < m1 || (m2 === m1 && d2 < d1) ? 1 : 0)
}

/**
 * Days from `today` to the next return of a date's month and day (0 is today), or back to its last one. 29 February
 * returns on 1 March in common years; the date itself is no return. Undefined when there is none within a year.
 */
export function daysToReturn(
  date: DateText,
  today: DateText,
  direction: 'next' | 'last',
): number | undefined {
  const year = parts(today)[0]
  const years = direction === 'next' ? [year, year + 1] : [year, year - 1]
  for (const one of years) {
    const back = returnIn(date, one)
    const days = direction === 'next' ? daysBetween(today, back) : daysBetween(back, today)
    if (days >= 0 && one > parts(date)[0]) return days
  }
  return undefined
}

/** 29 February returns on 1 March where there is none. */
function returnIn(date: DateText, year: number): DateText {
  const [, month, day] = parts(date)
  return dateText(utc(year, month - 1, day))
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return utcDays(to) - utcDays(from)
}

/** The date some days later (or earlier). */
export function plusDays(date: DateText, days: number): DateText {
  // Year 0 is the floor of the text form; no fact is older than 1900.
  return dateText(Math.max(utc(0, 0, 1), (utcDays(date) + days) * MS_PER_DAY))
}

/** Whether text is a real calendar day that the engine can hold: `YYYY-MM-DD`, 1900-01-01 to 2299-12-31. */
export function isDateText(text: string): boolean {
  if (!/^(19|2[0-2])\d\d-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dateText(at) === text
}

function parts(date: DateText): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function utcDays(date: DateText): number {
  const [year, month, day] = parts(date)
  const days = utc(year, month - 1, day) / MS_PER_DAY
  assert(Number.isInteger(days), `not a date: ${date}`)
  return days
}

/** Date.UTC takes years 0 to 99 for 1900 to 1999; this does not. */
function utc(year: number, monthIndex: number, day: number): Instant {
  const date = new Date(0)
  return date.setUTCFullYear(year, monthIndex, day)
}

function dateText(utcInstant: Instant): DateText {
  const date = new Date(utcInstant)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`
}
