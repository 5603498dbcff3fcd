/** Segments as states at an instant of the past: who was in which. */
import { nearest } from '../../../core/base/index.ts'
import { PRIVACY_FLOOR } from '../../../core/insight/index.ts'
import { raw, sql, type Sql } from '../../../core/sql/index.ts'
import { profileShape } from '../../../core/catalog/index.ts'
import { keysAsOf } from '../../run/index.ts'
import { everybody, instantOf, purchases } from '../basis/rows.ts'
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

/** Members of each segment at an instant by the definitions in force; which of them cannot be computed. */
export async function membersThen(
  { current }: ReportContext,
  segments: readonly string[],
  asOf: number,
): Promise<{ readonly keys: ReadonlyMap<string, Sql>; readonly lacking: readonly string[] }> {
  const keys = new Map<string, Sql>()
  const lacking: string[] = []
  for (const segment of segments) {
    const found = await keysAsOf(current, segment, asOf)
    if (found === undefined) lacking.push(segment)
    else keys.set(segment, found)
  }
  return { keys, lacking }
}

/** `customer_key`, `state`: the place of the first segment that each is in. */
export function firstState(keys: readonly Sql[]): Sql {
  const union = keys
    .map((one, i) => sql`SELECT customer_key, ${raw(String(i))} AS s FROM (${one})`)
    .reduce((all, one) => sql`${all} UNION ALL ${one}`)
  return sql`SELECT customer_key, toInt32(min(s)) AS state FROM (${union}) GROUP BY customer_key`
}

/** Keys of those of whom anything was known at an instant: a profile or a purchase. */
export function knownThen(context: ReportContext, asOf: number): Sql {
  const { name } = profileShape(context.current.programme.catalogue)
  const bought = purchases(context)
  const then = sql`at <= ${instantOf(asOf)}`
  const profiles = sql`SELECT customer_key FROM ${context.table(name)} WHERE ${then}`
  const all =
    bought === undefined
      ? profiles
      : sql`${profiles} UNION ALL SELECT customer_key FROM (${bought}) WHERE ${then}`
  return sql`SELECT DISTINCT customer_key FROM (${all}) WHERE customer_key IN (${everybody(context)})`
}
