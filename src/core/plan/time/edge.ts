/** The edges of windows as functions of the instant asked about, in as few forms as can be told apart. */
import {
  edgeTable,
  MS_PER_DAY,
  startOfLocalDay,
  plusDays,
  windowEdges,
  type EdgeTable,
  type Instant,
  type InstantRange,
  type TimePoint,
  type Window,
} from '../../base/index.ts'
import type { Pool } from '../logic/pool.ts'

/** An edge that the calendar moves: by steps at local midnights, or months behind the instant. */
export interface MovingEdge {
  readonly kind: 'moving'
  readonly window: Window
  readonly side: 'after' | 'upTo'
  readonly timeZone: string
}

/** Two edges with equal fields are one. Edges never lie after the instant asked about, save `fixed` ones that begin a window. */
export type Edge =
  /** Before all time. */
  | { readonly kind: 'start' }
  /** The instant asked about. */
  | { readonly kind: 'now' }
  | { readonly kind: 'fixed'; readonly at: Instant }
  /** The earlier of `at` and the instant asked about. */
  | { readonly kind: 'until'; readonly at: Instant }
  /** `ms` before the instant asked about. */
  | { readonly kind: 'behind'; readonly ms: number }
  | MovingEdge

/** The stretch (after, upTo]. */
export interface EdgePair {
  readonly after: Edge
  readonly upTo: Edge
}

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: MS_PER_DAY,
  week: 7 * MS_PER_DAY,
}

/** The edges of a window, pooled; an absent window is all time. `timeZone` holds where the window has none of its own. */
export function edgesOf(pool: Pool, window: Window | undefined, timeZone: string): EdgePair {
  const start = pool.one<Edge>({ kind: 'start' })
  const now = pool.one<Edge>({ kind: 'now' })
  if (window === undefined) return { after: start, upTo: now }
  const zone = window.timeZone ?? timeZone
  const fixed = (at: Instant): Edge => pool.one<Edge>({ kind: 'fixed', at })
  const until = (at: Instant): Edge => pool.one<Edge>({ kind: 'until', at })
  const moving = (side: 'after' | 'upTo'): Edge =>
    pool.one<Edge>({ kind: 'moving', window, side, timeZone: zone })
  const behind = (count: number, unit: string, side: 'after' | 'upTo'): Edge => {
    const ms = UNIT_MS[unit]
    if (count === 0) return now
    if (ms !== undefined) return pool.one<Edge>({ kind: 'behind', ms: count * ms })
    // So many months that the calendar gives up stand for all time; others move.
    return Number.isFinite(windowEdges(window, 0, zone)[side]) ? moving(side) : start
  }
  switch (window.kind) {
    case 'rolling':
      return { after: behind(window.count, window.unit, 'after'), upTo: now }
    case 'ago':
      return {
        after: behind(window.far, window.unit, 'after'),
        upTo: behind(window.near, window.unit, 'upTo'),
      }
    case 'since':
      return { after: fixed(startOf(window.from, zone) - 1), upTo: now }
    case 'before':
      return { after: start, upTo: until(startOf(window.to, zone) - 1) }
    case 'between':
      return {
        after: fixed(startOf(window.from, zone) - 1),
        upTo: until(endOf(window.to, zone)),
      }
    case 'calendarDays':
    case 'current':
      return { after: moving('after'), upTo: now }
    case 'period':
      return { after: moving('after'), upTo: window.back === 0 ? now : moving('upTo') }
    default:
      return { after: moving('after'), upTo: moving('upTo') }
  }
}

function startOf(point: TimePoint, timeZone: string): Instant {
  return point.kind === 'instant' ? point.at : startOfLocalDay(point.date, timeZone)
}

function endOf(point: TimePoint, timeZone: string): Instant {
  return point.kind === 'instant'
    ? point.at
    : startOfLocalDay(plusDays(point.date, 1), timeZone) - 1
}

/** Whether no instant lies between the two, whenever one asks. */
export function isEmpty({ after, upTo }: EdgePair): boolean {
  if (after.kind === 'now' || upTo.kind === 'start' || after === upTo) return true
  if (after.kind === 'fixed' && upTo.kind === 'until') return after.at >= upTo.at
  return after.kind === 'behind' && upTo.kind === 'behind' && after.ms <= upTo.ms
}

/** Where an edge lies for somebody asking at an instant; -Infinity before all time. */
export function edgeAt(edge: Edge, asOf: Instant): Instant {
  switch (edge.kind) {
    case 'start':
      return Number.NEGATIVE_INFINITY
    case 'now':
      return asOf
    case 'fixed':
      return edge.at
    case 'until':
      return Math.min(edge.at, asOf)
    case 'behind':
      return asOf - edge.ms
    case 'moving':
      return windowEdges(edge.window, asOf, edge.timeZone)[edge.side]
  }
}

/** Whether rows pass the edge as time goes by, other than by coming to be (that is what `now` does). */
export function passesRows(edge: Edge): boolean {
  return edge.kind === 'behind' || edge.kind === 'moving'
}

/** How far ahead the moves of an edge are looked up; beyond it one looks again. Steps of days are many, others few. */
export function aheadOf(edge: MovingEdge): number {
  const { window } = edge
  const daily =
    window.kind === 'calendarDays' ||
    (['current', 'previous', 'period', 'following'].includes(window.kind) &&
      'unit' in window &&
      window.unit === 'day')
  return (daily ? 35 : 100) * MS_PER_DAY
}

/** The moves of an edge over a range and as far ahead as `aheadOf` says. */
export function movesOf(edge: MovingEdge, range: InstantRange): EdgeTable {
  return edgeTable(edge, { from: range.from, to: range.to + aheadOf(edge) })
}

/** An instant at which an edge falls back to `low`: rows between there and where it was are passed no more. */
export interface FallBack {
  readonly at: Instant
  readonly low: Instant
}

/** Where a table falls back. */
export function fallsOf({ kind, starts, values }: EdgeTable): readonly FallBack[] {
  const valueAt = (i: number, at: Instant): number =>
    kind === 'step' ? (values[i] ?? 0) : at - (values[i] ?? 0)
  return starts.flatMap((at, i) =>
    i > 0 && valueAt(i, at) < valueAt(i - 1, at - 1) ? [{ at, low: valueAt(i, at) }] : [],
  )
}
