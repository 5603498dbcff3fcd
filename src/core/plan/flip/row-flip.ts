/** When the rows of a pass next pass an edge of its windows: few columns more, whatever the number of windows. */
import { id, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { Clock } from '../time/clock.ts'
import { fallAt, NEVER, passAt } from '../time/cross.ts'
import { passesRows, type Edge, type MovingEdge } from '../time/edge.ts'
import type { Family } from '../pass/family.ts'

/** A column of a pass, and the next change (ms, never NULL) in terms of it. */
export interface RowFlip {
  readonly name: string
  readonly column: Sql
  readonly flip: Sql
}

/** Nothing stored can pass an edge this far behind. */
const FURTHEST_MS = 400 * 366 * 86_400_000

/**
 * The columns that tell when a row of the family next enters or leaves one of its windows. Edges a fixed time behind
 * share a column: a row next passes the nearest one that it has not passed, so the least of row by row is the answer. An edge
 * that the calendar moves has the first row after it: the edge reaches that one first.
 */
export function rowFlips(family: Family, clock: Clock): RowFlip[] {
  const edges = [...new Set(family.aggregates.flatMap((a) => [a.after, a.upTo]))].filter(passesRows)
  const behind = edges
    .flatMap((e) => (e.kind === 'behind' && e.ms < FURTHEST_MS ? [e] : []))
    .sort((a, b) => a.ms - b.ms)
  const moving = edges.flatMap((e) => (e.kind === 'moving' ? [e] : []))
  return [
    ...(behind.length === 0 ? [] : [lagFlip(`${family.name}_lag`, behind, clock, family)]),
    ...moving.flatMap((edge, i) => movingFlips(`${family.name}_e${i}`, edge, clock)),
  ]
}

function lagFlip(
  name: string,
  edges: readonly Extract<Edge, { kind: 'behind' }>[],
  clock: Clock,
  family: Family,
): RowFlip {
  const at = clock.atMs
  const last = edges.at(-1)
  const cases = edges.slice(0, -1).map((e) => sql`${clock.at} > ${clock.edge(e)}, ${lag(e.ms)}`)
  const furthest = lag(last?.ms ?? 0)
  const nearest = cases.length === 0 ? furthest : sql`multiIf(${join(cases, ', ')}, ${furthest})`
  const bounds = clock.bounds(last ?? { kind: 'now' })
  const isAll = bounds.low === bounds.high && bounds.low <= family.after
  const column = isAll
    ? sql`minOrNull(${at} + ${nearest})`
    : sql`minOrNullIf(${at} + ${nearest}, ${clock.at} > ${clock.edge(last ?? { kind: 'now' })})`
  return { name, column, flip: sql`ifNull(${id(name)}, ${NEVER})` }
}

/** Whole numbers of ours need no parameter. */
function lag(ms: number): Sql {
  return raw(`toInt64(${ms})`)
}

function movingFlips(name: string, edge: MovingEdge, clock: Clock): readonly RowFlip[] {
  const edgeAt = clock.edge(edge)
  const first: RowFlip = {
    name,
    column: sql`minOrNullIf(${clock.atMs}, ${clock.at} > ${edgeAt})`,
    flip: sql`ifNull(if(isNull(${id(name)}), ${NEVER}, ${passAt(clock, edge, id(name))}), ${NEVER})`,
  }
  const before = `${name}_before`
  const fall = fallAt(clock, edge, id(before))
  if (fall === undefined) return [first]
  return [
    first,
    {
      name: before,
      column: sql`maxOrNullIf(${clock.atMs}, ${clock.at} <= ${edgeAt})`,
      flip: sql`ifNull(${fall}, ${NEVER})`,
    },
  ]
}
