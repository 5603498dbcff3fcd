/** Members of a segment as of an instant of the past, by its definition in force and what is known today. */
import type { Instant } from '../../../core/base/index.ts'
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
