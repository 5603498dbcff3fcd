/** Whose time it is: one instant for everybody, or each customer's own; and how edges and local days are written then. */
import {
  dayTable,
  localDate,
  MS_PER_DAY,
  type Instant,
  type InstantRange,
} from '../../base/index.ts'
import { id, raw, sql, value, type Sql } from '../../sql/index.ts'
import { edgeAt, fallsOf, movesOf, type Edge, type FallBack, type MovingEdge } from './edge.ts'
import { localDay } from './zone.ts'
import type { EdgeTable } from '../../base/index.ts'

/** At which instant customers are looked at. */
export type At =
  | { readonly kind: 'fixed'; readonly asOf: Instant }
  | {
      readonly kind: 'own'
      /** A table or subquery of `customer_key UInt64, as_of DateTime64(3, 'UTC')`, one row each; on a cluster the shard's part. */
      readonly due: Sql
      /** All `as_of` lie in here, ends included. The calendar is worked out for it, so it should be no wider than needed. */
      readonly from: Instant
      readonly to: Instant
    }

/** How time is written. Instants in milliseconds are Int64. */
export interface Clock {
  readonly isOwn: boolean
  readonly range: InstantRange
  /** The instant asked about, in milliseconds. */
  readonly now: Sql
  /** When a row happened, to be compared with edges, and the same in milliseconds. */
  readonly at: Sql
  readonly atMs: Sql
  /** An edge as `at` has it; not for `start`. */
  readonly edge: (edge: Edge) => Sql
  /** An edge in milliseconds. */
  readonly edgeMs: (edge: Edge) => Sql
  /** The local day of an edge. */
  readonly edgeDay: (edge: Edge, timeZone: string) => Sql
  /** Today, there. */
  readonly today: (timeZone: string) => Sql
  /** When it will no longer be today, there, in milliseconds. */
  readonly nextDay: (timeZone: string) => Sql
  /** Whether today may turn into yesterday, where a clock falls back across midnight. */
  readonly repeatsDays: (timeZone: string) => boolean
  /** The least and greatest that an edge can be; equal when it is one for everybody. */
  readonly bounds: (edge: Edge) => { readonly low: Instant; readonly high: Instant }
  /** The moves of an edge from now on. */
  readonly moves: (edge: MovingEdge) => EdgeTable
  /** Where an edge falls back later to before where it may be now. */
  readonly falls: (edge: MovingEdge) => readonly FallBack[]
}

/** The engine's instants end in 2299 and begin in 1900. */
const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const LAST_INSTANT = Date.UTC(2299, 11, 31, 23, 59, 59, 999)
/** Beyond all of them, and still exact as a number. */
const FAR = 1e14

/** An instant that columns of instants are compared with. */
export function instant(at: Instant): Sql {
  const ms = Math.min(Math.max(at, FIRST_INSTANT), LAST_INSTANT)
  return sql`fromUnixTimestamp64Milli(${value(ms, 'Int64')}, 'UTC')`
}

/** An instant in milliseconds. */
export function milliseconds(at: Instant): Sql {
  return value(Math.min(Math.max(at, -FAR), FAR), 'Int64')
}

/** Everybody is looked at in one instant: all of time is constants. */
export function fixedClock(asOf: Instant): Clock {
  const range = { from: asOf, to: asOf }
  const known = new Map<Edge, Instant>()
  const at = (edge: Edge): Instant => {
    const found = known.get(edge) ?? edgeAt(edge, asOf)
    known.set(edge, found)
    return found
  }
  const moves = remembering((edge: MovingEdge) => movesOf(edge, range))
  return {
    isOwn: false,
    range,
    now: milliseconds(asOf),
    at: raw('at'),
    atMs: raw('toUnixTimestamp64Milli(at)'),
    edge: (edge) => instant(at(edge)),
    edgeMs: (edge) => milliseconds(at(edge)),
    edgeDay: (edge, timeZone) => dayOf(localDate(at(edge), timeZone)),
    today: (timeZone) => dayOf(localDate(asOf, timeZone)),
    nextDay: (timeZone) => milliseconds(nextDayStart(timeZone, asOf)),
    repeatsDays: remembering((timeZone: string) => repeatsDays(timeZone, range)),
    bounds: (edge) => ({ low: at(edge), high: at(edge) }),
    moves,
    falls: remembering((edge: MovingEdge) =>
      fallsOf(moves(edge)).filter((fall) => fall.at > asOf && fall.low < at(edge)),
    ),
  }
}

/** Everybody is looked at in their own instant, the column `now_ms`; what is the same for all of them stays a constant. */
export function ownClock(range: InstantRange): Clock {
  const now = id('now_ms')
  const moves = remembering((edge: MovingEdge) => movesOf(edge, range))
  const here = remembering((edge: MovingEdge) => pieces(moves(edge), range))
  const days = new Map<string, EdgeTable>()
  const daysOf = (timeZone: string): EdgeTable => {
    const found =
      days.get(timeZone) ?? dayTable(timeZone, { from: range.from, to: range.to + 3 * MS_PER_DAY })
    days.set(timeZone, found)
    return found
  }
  const edgeMs = (edge: Edge): Sql => {
    switch (edge.kind) {
      case 'now':
        return now
      case 'until':
        return sql`least(${milliseconds(edge.at)}, ${now})`
      case 'behind':
        return sql`(${now} - ${whole(edge.ms)})`
      case 'moving': {
        const { kind } = moves(edge)
        const found = pieceAt(here(edge), now)
        return kind === 'step' ? found : sql`(${now} - ${found})`
      }
      default:
        return milliseconds(edgeAt(edge, range.from))
    }
  }
  const bounds = remembering((edge: Edge): { low: Instant; high: Instant } => {
    if (edge.kind !== 'moving')
      return { low: edgeAt(edge, range.from), high: edgeAt(edge, range.to) }
    const { kind } = moves(edge)
    const { starts, values } = here(edge)
    const ends = starts.map((_, i) => Math.min((starts[i + 1] ?? Infinity) - 1, range.to))
    const all = values.flatMap((v, i) =>
      kind === 'step' ? [v] : [(starts[i] ?? 0) - v, (ends[i] ?? 0) - v],
    )
    return { low: Math.min(...all), high: Math.max(...all) }
  })
  return {
    isOwn: true,
    range,
    now,
    // Whole numbers throughout: every call of a function costs the engine time before it reads a row.
    at: raw('at_ms'),
    atMs: raw('at_ms'),
    edge: edgeMs,
    edgeMs,
    edgeDay: (edge, timeZone) => {
      const { low, high } = bounds(edge)
      return low === high
        ? dayOf(localDate(low, timeZone))
        : localDay(sql`assumeNotNull(${edgeMs(edge)})`, timeZone)
    },
    today: (timeZone) =>
      sql`addDays(toDate32('1970-01-01'), ${pieceAt(pieces(daysOf(timeZone), range), now)})`,
    nextDay: (timeZone) =>
      sql`arrayFirst(day_start -> day_start > ${now}, ${value([...daysOf(timeZone).starts], 'Array(Int64)')})`,
    repeatsDays: remembering((timeZone: string) => repeatsDays(timeZone, range)),
    bounds,
    moves,
    falls: remembering((edge: MovingEdge) =>
      fallsOf(moves(edge)).filter((f) => f.at > range.from && f.low < bounds(edge).high),
    ),
  }
}

/** The clock of an evaluation. */
export function clockOf(at: At): Clock {
  return at.kind === 'fixed' ? fixedClock(at.asOf) : ownClock({ from: at.from, to: at.to })
}

type Pieces = Pick<EdgeTable, 'starts' | 'values'>

/** The part of a table that anybody in the range can be in. */
function pieces({ starts, values }: EdgeTable, range: InstantRange): Pieces {
  const count = starts.filter((start) => start <= range.to).length
  return { starts: starts.slice(0, count), values: values.slice(0, count) }
}

function pieceAt({ starts, values }: Pieces, now: Sql): Sql {
  if (values.length === 1) return sql`toInt64(${whole(values[0] ?? 0)})`
  return sql`arrayElement(${list(values)}, arrayCount(piece_start -> piece_start <= ${now}, ${list(starts)}))`
}

function list(of: readonly number[]): Sql {
  return value([...of], 'Array(Int64)')
}

/** A whole number worked out by us, for comparing and adding: it needs no parameter. */
function whole(ms: number): Sql {
  return raw(String(Math.min(Math.max(ms, -FAR), FAR)))
}

function dayOf(date: string): Sql {
  return value(date, 'Date32')
}

function nextDayStart(timeZone: string, asOf: Instant): Instant {
  const { starts } = dayTable(timeZone, { from: asOf, to: asOf + 3 * MS_PER_DAY })
  return starts.find((start) => start > asOf) ?? asOf + 1
}

function repeatsDays(timeZone: string, { from, to }: InstantRange): boolean {
  return fallsOf(dayTable(timeZone, { from, to: to + 2 * MS_PER_DAY })).length > 0
}

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}
