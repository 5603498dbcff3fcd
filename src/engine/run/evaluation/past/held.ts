/** What we held at an instant of the past: a kept base, and what was appended to the history since. */
import { Failure, type Instant } from '../../../../core/base/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import { hasBit } from '../generation/bits.ts'
import { instant } from '../generation/state.ts'
import { CHANGE_TABLE, membershipTable } from '../generation/tables.ts'
import { readGeneration, type Snapshot } from '../snapshot.ts'

/** What was published at an instant. */
export interface Held {
  /** The generation that readers saw then. */
  readonly snapshot: Snapshot
  /** The kept base at or before it, and the generation that the base was published as. */
  readonly base: number
  readonly since: number
}

/**
 * The generation that was published at an instant, by the clock of the programme. Throws `run/not-held-then` when
 * nothing was, or nothing of then is kept.
 */
export async function heldAt(handle: Handle, at: Instant): Promise<Held> {
  const { ledger } = handle
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('generation')
      .select('id')
      .where('state', '=', 'published')
      .where('computed_at', '<=', new Date(at))
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
  const snapshot = row === undefined ? undefined : await readGeneration(handle, row.id)
  const base = snapshot === undefined ? undefined : await keptBase(handle, snapshot.id)
  if (snapshot === undefined || base === undefined) {
    throw new Failure('nothing was held then', {
      code: 'run/not-held-then',
      params: { at: new Date(at).toISOString() },
    })
  }
  return { snapshot, ...base }
}

async function keptBase(
  { ledger }: Handle,
  generation: number,
): Promise<{ readonly base: number; readonly since: number } | undefined> {
  const row = await ledger.guard(() =>
    ledger.db
      .selectFrom('generation')
      .innerJoin('snapshot', 'snapshot.id', 'generation.snapshot_id')
      .select(['generation.id', 'generation.snapshot_id'])
      .where('generation.state', '=', 'published')
      .where('generation.kind', 'in', ['base', 'compact'])
      .where('snapshot.state', 'in', ['ready', 'kept'])
      .where('generation.id', '<=', generation)
      .orderBy('generation.id', 'desc')
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : { base: row.snapshot_id, since: row.id }
}

/** Keys of those whom we held as members of the segment with this number. */
export function heldKeys(handle: Handle, held: Held, number: number): Sql {
  const { snapshot, base, since } = held
  const dead =
    snapshot.dead.length === 0
      ? raw('')
      : sql` AND generation NOT IN ${value([...snapshot.dead], 'Array(UInt64)')}`
  // Partitions are years of computing: those before the base cannot hold what came after it.
  const changed = sql`SELECT customer_key, argMax(entered, (generation, at)) AS entered
    FROM ${handle.analytics.table(CHANGE_TABLE)}
    WHERE segment_number = ${value(number, 'UInt16')} AND generation > ${value(since, 'UInt64')}
      AND generation <= ${value(snapshot.id, 'UInt64')}${dead} AND computed_at <= ${instant(snapshot.evaluatedAt)}
    GROUP BY customer_key`
  const then = sql`SELECT customer_key FROM ${handle.analytics.table(membershipTable(base))} WHERE ${hasBit(id('bits'), number)}`
  return sql`SELECT customer_key FROM (${then}) WHERE customer_key NOT IN (SELECT customer_key FROM (${changed}))
    UNION ALL SELECT customer_key FROM (${changed}) WHERE entered = 1`
}
