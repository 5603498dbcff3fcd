/** How the edges of windows move with the instant asked about, written out as tables that an engine can search. */
import { Temporal } from 'temporal-polyfill'
import { localDate, plusDays, startOfLocalDay, daysBetween, windowEdges } from './calendar.ts'
import { MS_PER_DAY, type Instant, type Window } from './instant.ts'
import { offsetAt } from './zone.ts'

/** The start or the end of a window, as a function of the instant asked about. */
export interface WindowEdge {
  readonly window: Window
  readonly side: 'after' | 'upTo'
  readonly timeZone: string
}

/**
 * A function of the instant, over [starts[0], until): from `starts[i]` on, up to the next start, it is `values[i]`
 * (`step`), or the instant minus `values[i]` (`lag`). It mostly grows; at month ends and changes of clocks it may
 * fall back (30 March 10:00 minus a month is 28 February 10:00, and so is 28 March 10:00).
 */
export interface EdgeTable {
  readonly kind: 'step' | 'lag'
  readonly starts: readonly Instant[]
  readonly values: readonly number[]
  readonly until: Instant
}

/** Both included. */
export interface InstantRange {
  readonly from: Instant
  readonly to: Instant
}

/**
 * An edge for every instant of a range. Windows that count months or years from the instant itself lag behind it;
 * all that are made of local days, weeks and months step. Cost: linear in the days of the range.
 */
export function edgeTable(edge: WindowEdge, range: InstantRange): EdgeTable {
  const at = (asOf: Instant): Instant => windowEdges(edge.window, asOf, edge.timeZone)[edge.side]
  const { kind } = edge.window
  const lags = kind === 'rolling' || kind === 'ago'
  const points = breaksOf(edge.timeZone, range, lags ? lagBreaks(edge, range, at) : [])
  return table(
    lags ? 'lag' : 'step',
    points.map((start) => [start, lags ? start - at(start) : at(start)]),
    range,
  )
}

/** The local day, as days since 1970, for every instant of a range. */
export function dayTable(timeZone: string, range: InstantRange): EdgeTable {
  const points = breaksOf(timeZone, range, [])
  return table(
    'step',
    points.map((start) => [start, daysBetween('1970-01-01', localDate(start, timeZone))]),
    range,
  )
}

/** The value of a table at an instant of its range. */
export function edgeIn({ kind, starts, values }: EdgeTable, asOf: Instant): number {
  const after = starts.findIndex((start) => start > asOf)
  const value = values[after === -1 ? values.length - 1 : Math.max(0, after - 1)] ?? Number.NaN
  return kind === 'step' ? value : asOf - value
}

function table(
  kind: EdgeTable['kind'],
  rows: readonly (readonly [Instant, number])[],
  range: InstantRange,
): EdgeTable {
  const kept = rows.filter(([, value], i) => i === 0 || value !== rows[i - 1]?.[1])
  return {
    kind,
    starts: kept.map(([start]) => start),
    values: kept.map(([, value]) => value),
    until: range.to + 1,
  }
}

/** Where anything local can change: starts of days and changes of the clock, in order, the range's start first. */
function breaksOf(timeZone: string, range: InstantRange, more: readonly Instant[]): Instant[] {
  const points = new Set<Instant>([range.from])
  const add = (at: Instant): void => {
    if (at > range.from && at <= range.to) points.add(at)
  }
  for (const day of daysIn(timeZone, range)) add(startOfLocalDay(day, timeZone))
  const nearby = { from: range.from - 2 * MS_PER_DAY, to: range.to }
  for (const change of transitionsIn(timeZone, nearby)) {
    add(change)
    // Where a clock falls back across midnight, the day begins a second time.
    for (const offset of [offsetAt(change - 1, timeZone), offsetAt(change, timeZone)]) {
      const midnight = Math.floor((change + offset) / MS_PER_DAY) * MS_PER_DAY - offset
      for (const at of [midnight, midnight + MS_PER_DAY]) add(at)
    }
  }
  more.forEach(add)
  return [...points].sort((a, b) => a - b)
}

/** The instants at which a lagging edge passes a change of the clock, and those beside them that it might. */
function lagBreaks(
  { window, side, timeZone }: WindowEdge,
  range: InstantRange,
  at: (asOf: Instant) => Instant,
): readonly Instant[] {
  const crossed = transitionsIn(timeZone, {
    from: at(range.from) - 3 * MS_PER_DAY,
    to: at(range.to) + 3 * MS_PER_DAY,
  })
  if (crossed.length === 0) return []
  const months = monthsOf(window, side)
  const walls = crossed.flatMap((t) => [t + offsetAt(t - 1, timeZone), t + offsetAt(t, timeZone)])
  return daysIn(timeZone, range).flatMap((day) => {
    const target = Temporal.PlainDate.from(day).subtract({ months }).toString()
    const offsets = [-1, 1].map((side) =>
      offsetAt(startOfLocalDay(day, timeZone) + side * MS_PER_DAY, timeZone),
    )
    return walls
      .filter((wall) => localDate(wall, 'UTC') === target)
      .flatMap((wall) => {
        const moved = wall + daysBetween(target, day) * MS_PER_DAY
        return offsets.map((offset) => moved - offset)
      })
  })
}

function monthsOf(window: Window, side: 'after' | 'upTo'): number {
  if (window.kind === 'rolling') return window.count * (window.unit === 'year' ? 12 : 1)
  if (window.kind !== 'ago') return 0
  return (side === 'after' ? window.far : window.near) * (window.unit === 'year' ? 12 : 1)
}

/** Every local day that touches the range, and one beside each end. */
function daysIn(timeZone: string, range: InstantRange): readonly string[] {
  const first = plusDays(localDate(range.from, timeZone), -1)
  const count = daysBetween(first, localDate(range.to, timeZone)) + 2
  return Array.from({ length: count }, (_, i) => plusDays(first, i))
}

function transitionsIn(timeZone: string, range: InstantRange): readonly Instant[] {
  if (timeZone === 'UTC') return []
  const found: Instant[] = []
  let zoned = Temporal.Instant.fromEpochMilliseconds(range.from - 1).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = zoned.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > range.to) return found
    found.push(next.epochMilliseconds)
    zoned = next
  }
}
