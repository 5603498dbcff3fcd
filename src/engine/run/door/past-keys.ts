/** Members of a segment as of an instant of the past, by its definition in force and what is known today. */
import type { Instant } from '../../../core/base/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import type { Sql } from '../../../core/sql/index.ts'
import { recomputedKeys } from '../evaluation/past/recomputed.ts'
import type { Current } from '../open.ts'
import { appliedDefinitions } from '../programme/applied.ts'
import { closure } from './past.ts'

/** `customer_key` of those who met the definition then; undefined when it cannot be computed. Ranks are drawn anew. */
export async function keysAsOf(
  current: Current,
  segment: string,
  asOf: Instant,
): Promise<Sql | undefined> {
  const { definitions } = await appliedDefinitions(current)
  const wanted = closure(segment, (key) => definitions.get(key)?.bound)
  if (wanted === undefined) return undefined
  return await recomputedKeys(current, { definitions: wanted, segment, asOf })
}

/** The same by definitions that are not in force: the one asked about, and all that it refers to. */
export async function keysOfDefinition(
  current: Current,
  of: {
    readonly key: string
    readonly definitions: ReadonlyMap<string, BoundDefinition>
    readonly asOf: Instant
  },
): Promise<Sql | undefined> {
  const wanted = closure(of.key, (key) => of.definitions.get(key))
  if (wanted === undefined) return undefined
  return await recomputedKeys(current, { definitions: wanted, segment: of.key, asOf: of.asOf })
}
