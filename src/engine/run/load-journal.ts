/** The ledger's side of a load: begun, publishing, ended; and what a killed process left behind. */
import { dropStage, finishPublication, type Mapping, type ReasonCount } from '../intake/index.ts'
import type { ImportState } from '../store/index.ts'
import { followMerges } from './arrival/follow.ts'
import { FACTS_LOCK } from './facts.ts'
import type { Handle } from './handle.ts'

/** What an import came to, as the ledger keeps it. */
export interface StoredImportCounts {
  readonly read: number
  readonly added: number
  readonly known: number
  readonly rejected: number
  readonly rounded: number
  readonly reasons: readonly ReasonCount[]
  /** Path of the quarantine file. */
  readonly quarantine: string | null
}

interface Journal {
  readonly tables?: readonly string[]
}

interface StoredMapping {
  readonly fingerprint?: string
  readonly mapping?: Mapping
}

type Doors = Pick<Handle, 'analytics' | 'ledger'>

/** A new import; its number names the staging tables and marks the rows. */
export async function beginImport(
  { ledger }: Doors,
  given: {
    readonly fileName: string
    readonly digest: string
    readonly mapping: StoredMapping
    readonly holder: string
  },
): Promise<number> {
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('import')
      .values({
        state: 'staged',
        file_name: given.fileName,
        digest: given.digest,
        mapping: JSON.stringify(given.mapping),
        counts: '{}',
        holder: given.holder,
        journal: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** From here on the import will be published, by us or by whoever finds it. */
export async function publishing(
  { ledger }: Doors,
  load: number,
  given: { readonly tables: readonly string[]; readonly counts: StoredImportCounts },
): Promise<void> {
  await ledger.guard(() =>
    ledger.db
      .updateTable('import')
      .set({
        state: 'publishing',
        journal: JSON.stringify({ tables: given.tables }),
        counts: JSON.stringify(given.counts),
      })
      .where('id', '=', load)
      .execute(),
  )
}

/** Ends an import. A failed or cancelled end is refused (false) once publication has begun: it must go on. */
export async function endImport(
  { ledger }: Doors,
  load: number,
  state: Extract<ImportState, 'done' | 'failed' | 'cancelled'>,
  counts?: StoredImportCounts,
): Promise<boolean> {
  const ended = await ledger.guard(() => {
    const update = ledger.db
      .updateTable('import')
      .set({
        state,
        finished_at: new Date(),
        ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      })
      .where('id', '=', load)
    return (state === 'done' ? update : update.where('state', '=', 'staged')).executeTakeFirst()
  })
  return Number(ended.numUpdatedRows) > 0
}

/** A dry run leaves no import. */
export async function forgetImport({ ledger }: Doors, load: number): Promise<void> {
  await ledger.guard(() => ledger.db.deleteFrom('import').where('id', '=', load).execute())
}

/** The import that loaded the same bytes in the same way, if any. */
export async function sameImport(
  { ledger }: Doors,
  digest: string,
  fingerprint: string,
): Promise<{ readonly id: number; readonly counts: StoredImportCounts } | undefined> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('import')
      .select(['id', 'mapping', 'counts'])
      .where('digest', '=', digest)
      .where('state', '=', 'done')
      .orderBy('id')
      .execute(),
  )
  const same = rows.find((row) => (row.mapping as StoredMapping).fingerprint === fingerprint)
  return same === undefined
    ? undefined
    : { id: same.id, counts: same.counts as unknown as StoredImportCounts }
}

/**
 * Finishes or clears what killed loads left: a publication that had begun is completed, anything earlier is
 * dropped. The caller holds the load lock, so that every open import is an orphan.
 */
export async function recoverLoads(doors: Doors): Promise<void> {
  const { analytics, ledger } = doors
  const open = await ledger.guard(() =>
    ledger.db
      .selectFrom('import')
      .select(['id', 'state', 'journal'])
      .where('state', 'in', ['staged', 'publishing'])
      .orderBy('id')
      .execute(),
  )
  for (const { id, state, journal } of open) {
    if (state === 'publishing') {
      await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
        const { tables = [] } = journal as Journal
        await finishPublication(analytics, id, tables)
        await followMerges(analytics, id, tables)
        await endImport(doors, id, 'done')
      })
    } else await endImport(doors, id, 'failed')
    await dropStage(analytics, id)
  }
  await dropLeftovers(doors)
}

/** Staging tables whose import has ended: a process was killed, or the store went away, between the two. */
async function dropLeftovers({ analytics }: Doors): Promise<void> {
  for (const table of await analytics.tables.list()) {
    if (/^stage_\d+_/.test(table)) await analytics.tables.drop(table)
  }
}

/** For those who open a programme: recovers unless a load is running right now, which recovers by itself. */
export async function recoverIfIdle(doors: Doors, loadLock: string): Promise<void> {
  try {
    await doors.ledger.withLock(loadLock, 'exclusive', () => recoverLoads(doors), { waitMs: 0 })
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && error.code === 'store/busy'
    if (!isBusy) throw error
  }
}
