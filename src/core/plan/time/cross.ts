/** When something passes an edge that moves with time: the instant at which `x <= edge` changes next. */
import { never } from '../../base/index.ts'
import { join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { milliseconds, type Clock } from './clock.ts'
import type { Edge, MovingEdge } from './edge.ts'
import { once } from '../once.ts'

/** In milliseconds, after every instant that the engine holds: what will never be. */
export const NEVER: Sql = raw('toInt64(10413792000000)')

/** A change at an instant (ms, NULL or NEVER for none), or when a local day begins (NULL or a day not after today for none). */
export type Flip = Sql | { readonly kind: 'day'; readonly timeZone: string; readonly day: Sql }

/**
 * The next instant (ms) at which `x <= edge` turns, x being an instant in milliseconds that stays as it is; NEVER when it
 * will not. May be early, never late. NULL for NULL.
 */
export function crossing(clock: Clock, edge: Edge, x: Sql): Sql | undefined {
  const { now } = clock
  switch (edge.kind) {
    case 'start':
    case 'fixed':
      return undefined
    case 'now':
      return sql`if(${x} > ${now}, ${x}, ${NEVER})`
    case 'until':
      return sql`if(${x} > ${now} AND ${x} <= ${milliseconds(edge.at)}, ${x}, ${NEVER})`
    case 'behind':
      return sql`if(${x} > ${clock.edgeMs(edge)}, ${x} + ${milliseconds(edge.ms)}, ${NEVER})`
    case 'moving':
      return once('crosser', x, (named) => {
        const fall = fallAt(clock, edge, named) ?? NEVER
        return sql`if(${named} > ${clock.edgeMs(edge)}, ${passAt(clock, edge, named)}, ${fall})`
      })
    default:
      return never(edge)
  }
}

/** When a moving edge reaches x, which lies after it now; where it is not looked up that far, when to look again. */
export function passAt(clock: Clock, edge: MovingEdge, x: Sql): Sql {
  return clock.isOwn ? passInTable(clock, edge, x) : passInChain(clock, edge, x)
}

/** One instant for all: a chain of comparisons with constants, which the engine works through column by column. */
function passInChain(clock: Clock, edge: MovingEdge, x: Sql): Sql {
  const { kind, starts, values, until } = clock.moves(edge)
  const cases: Sql[] = []
  let reached = clock.bounds(edge).high
  starts.forEach((start, i) => {
    const v = values[i] ?? 0
    const last = (starts[i + 1] ?? until) - 1
    const reach = kind === 'step' ? v : last - v
    if (reach <= reached) return
    reached = reach
    const at =
      kind === 'step' ? constant(start) : sql`greatest(${constant(start)}, ${x} + ${constant(v)})`
    cases.push(sql`${x} <= ${constant(reach)}, ${at}`)
  })
  if (cases.length === 0) return constant(until)
  return sql`multiIf(${join(cases, ', ')}, ${constant(until)})`
}

/** Everybody's own instant: the pieces of the table that lie ahead. */
function passInTable(clock: Clock, edge: MovingEdge, x: Sql): Sql {
  const { kind, starts, values, until } = clock.moves(edge)
  const ends = starts.map((_, i) => starts[i + 1] ?? until)
  const when =
    kind === 'step'
      ? sql`(piece_start > ${clock.now} AND ${x} <= piece, piece_start, ${milliseconds(until)})`
      : sql`(piece_end > ${clock.now} AND ${x} <= piece_end - piece - 1,
          greatest(piece_start, ${x} + piece, ${clock.now} + 1), ${milliseconds(until)})`
  return sql`arrayMin(arrayMap((piece_start, piece_end, piece) -> assumeNotNull(if${when}), ${list(starts)}, ${list(ends)}, ${list(values)}))`
}

/** When a moving edge falls back to before x, which it has passed; undefined when it does not in the time looked up. */
export function fallAt(clock: Clock, edge: MovingEdge, x: Sql): Sql | undefined {
  const falls = clock.falls(edge)
  if (falls.length === 0) return undefined
  const cases = falls.map(
    ({ at, low }) =>
      sql`${constant(at)} > ${clock.now} AND ${x} > ${constant(low)}, ${constant(at)}`,
  )
  return sql`multiIf(${join(cases, ', ')}, ${NEVER})`
}

function list(of: readonly number[]): Sql {
  return value([...of], 'Array(Int64)')
}

/** A whole number worked out by us, which needs no parameter: calendars are long. */
function constant(ms: number): Sql {
  return raw(`toInt64(${ms})`)
}
