/** What is kept of the past: of bases the current one, the one before, the first and the first of each month; of sizes less with age. */
import { sql as statement } from 'kysely'
import { MS_PER_DAY, type Instant } from '../../../../core/base/index.ts'
import type { Handle } from '../../handle.ts'
import { membershipTable, overlayTable } from './tables.ts'

interface BaseRow {
  readonly id: number
  readonly at: Date
}

/** Bases to keep for reading the past, out of all that still have rows, oldest first. */
export function keptBases(bases: readonly BaseRow[]): ReadonlySet<number> {
  const kept = new Set<number>()
  const months = new Set<string>()
  for (const { id, at } of bases) {
    const month = at.toISOString().slice(0, 7)
    if (!months.has(month)) kept.add(id)
    months.add(month)
  }
  return kept
}

/**
 * Drops the rows of bases that nobody needs. The base before the current one stays as it is: readers may be paging
 * through it. Older kept ones lose their overlay, whose changes are in the history.
 */
export async function retireBases({ analytics, ledger }: Handle, current: number): Promise<void> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('snapshot')
      .select(['id', 'state', 'computed_at', 'evaluated_at'])
      .where('state', 'in', ['ready', 'kept'])
      .orderBy('id')
      .execute(),
  )
  const bases = rows.map((r) => ({ ...r, at: r.computed_at ?? r.evaluated_at }))
  const kept = keptBases(bases)
  const before = bases.findLast((b) => b.id < current)?.id
  const past = bases.filter((b) => b.id !== current && b.id !== before && b.id < current)
  for (const { id, state } of past) {
    const next = kept.has(id) ? 'kept' : 'retired'
    if (state === next) continue
    await ledger.guard(() =>
      ledger.db.updateTable('snapshot').set({ state: next }).where('id', '=', id).execute(),
    )
    if (next === 'retired') await analytics.tables.drop(membershipTable(id))
    await analytics.tables.drop(overlayTable(id))
  }
  // What the form before this one left behind.
  for (const table of await analytics.tables.list())
    if (/^snapshot_\d+$/.test(table)) await analytics.tables.drop(table)
}

/** So long every generation is kept. */
const EVERY_DAYS = 7

/**
 * Of generations older than a week that carried a state on, keeps the last of each hour: while events arrive there is one
 * every second. Changes keep their instants; what readers saw at an instant of then is told to the hour. Cost: one statement.
 */
export async function thinGenerations(
  { ledger }: Pick<Handle, 'ledger'>,
  now: Instant,
): Promise<number> {
  const old = new Date(now - EVERY_DAYS * MS_PER_DAY)
  const done = await ledger.guard(() =>
    statement`DELETE FROM generation AS g
      WHERE kind = 'advance' AND state = 'published' AND computed_at < ${old}
        AND id NOT IN (SELECT generation_id FROM current_snapshot)
        AND EXISTS (SELECT FROM generation AS later WHERE later.snapshot_id = g.snapshot_id AND later.id > g.id
          AND later.state = 'published' AND later.computed_at < ${old}
          AND date_trunc('hour', later.computed_at) = date_trunc('hour', g.computed_at))`.execute(
      ledger.db,
    ),
  )
  return Number(done.numAffectedRows ?? 0n)
}
