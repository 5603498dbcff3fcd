/** What is true of an instant of the past, knowing what is known now. */
import type { Instant } from '../../../../core/base/index.ts'
import { emitSelect, weave } from '../../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import { id, raw, sql, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import { hasBit } from '../generation/bits.ts'
import { cutoffsOfPlan } from '../generation/cutoffs.ts'
import type { Cutoffs } from '../generation/source.ts'

/** One question about the past. */
export interface Recompute {
  /** The definition asked about, with all those that it refers to. */
  readonly definitions: readonly BoundDefinition[]
  readonly segment: string
  readonly asOf: Instant
  /** Thresholds of ranks as they were; those of a whole base at that instant when absent. */
  readonly cutoffs?: Cutoffs
}

/** Keys of those who meet the definition at the instant. `table` names tables, on a cluster those of all shards. */
export async function recomputedKeys(handle: Handle, of: Recompute): Promise<Sql> {
  const plan = weave(of.definitions, handle.programme.catalogue, { segments: [of.segment] })
  const cutoffs = await cutoffsOfPlan(handle, plan, {
    asOf: of.asOf,
    ...(of.cutoffs === undefined ? {} : { frozen: of.cutoffs }),
  })
  const select = emitSelect(plan, {
    table: (name) => handle.analytics.table(name),
    at: { kind: 'fixed', asOf: of.asOf },
    numbers: new Map([[of.segment, 0]]),
    flips: false,
    cutoffs: (key) => cutoffs.get(key),
  })
  return asPlanned(sql`SELECT customer_key FROM (${select}) WHERE ${hasBit(id('bits'), 0)} = 1`)
}

/**
 * A plan within another statement, whose joins may leave NULL where the plan counts on 0: it runs by its own rule.
 */
export function asPlanned(select: Sql): Sql {
  return sql`SELECT * FROM (${select} ${raw('SETTINGS join_use_nulls = 0')})`
}
