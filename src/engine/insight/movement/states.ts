/** Segments as states at an instant of the past: who was in which. */
import { nearest } from '../../../core/base/index.ts'
import { PRIVACY_FLOOR, type Texts } from '../../../core/insight/index.ts'
import { sql, type Sql } from '../../../core/sql/index.ts'
import { stateAsOf, type PastReading, type PastState } from '../../run/index.ts'
import { everybody, instantOf } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'

/** Named segments, in their order; the name that is unknown with the nearest one; or the smallest `most`, smallest first. */
export function chosenSegments(
  { snapshot }: ReportContext,
  told: string | undefined,
  most: number,
): { readonly keys: readonly string[] } | { readonly unknown: string } {
  if (told !== undefined) {
    const keys = [...new Set(told.split(',').map((key) => key.trim()))].filter((key) => key !== '')
    const unknown = keys.find((key) => !snapshot.segments.has(key))
    if (unknown === undefined) return { keys }
    const near = nearest(unknown, [...snapshot.segments.keys()])
    return { unknown: near === undefined ? unknown : `${unknown} (${near}?)` }
  }
  const keys = [...snapshot.segments]
    .filter(([, { count }]) => count >= PRIVACY_FLOOR)
    .toSorted((a, b) => a[1].count - b[1].count || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key)
  return { keys }
}

/** Memberships at an instant: as held where that was kept, else by the definitions in force. */
export async function stateThen(
  { current, snapshot }: ReportContext,
  segments: readonly string[],
  asOf: number,
): Promise<PastState & { readonly members: Sql; readonly lacking: readonly string[] }> {
  const found = await stateAsOf(current, { snapshot, segments, asOf })
  return {
    ...found,
    members: found.members ?? sql`SELECT toUInt64(0) AS customer_key, toUInt16(0) AS place WHERE 0`,
    lacking: segments.filter((_, place) => found.readings[place] === undefined),
  }
}

/** `customer_key`, `state`: the place of the first segment that each is in. */
export function firstState(members: Sql): Sql {
  return sql`SELECT customer_key, toInt32(min(place)) AS state FROM (${members}) GROUP BY customer_key`
}

/** Those of the segments that have a meaning then, and their memberships. */
export async function readable(
  context: ReportContext,
  segments: readonly string[],
  asOf: number,
): Promise<{
  readonly past: PastState & { readonly members: Sql }
  readonly segments: readonly string[]
  readonly lacking: readonly string[]
}> {
  const past = await stateThen(context, segments, asOf)
  const { lacking } = past
  if (lacking.length === 0) return { past, segments, lacking }
  const rest = segments.filter((key) => !lacking.includes(key))
  return { past: await stateThen(context, rest, asOf), segments: rest, lacking }
}

/** Keys of those known at an instant. */
export function knownThen(context: ReportContext, asOf: number): Sql {
  return sql`SELECT DISTINCT customer_key FROM ${context.table('customer')}
    WHERE known_from <= ${instantOf(asOf)} AND customer_key IN (${everybody(context)})`
}

/** How an instant was read, in words. */
export const READING_WORDS: Readonly<Record<PastReading, Texts>> = {
  held: ['as published then', 'como publicado então', 'como se publicó entonces', 'tel que publié'],
  recomputed: ['recomputed', 'recalculado', 'recalculado', 'recalculé'],
}
