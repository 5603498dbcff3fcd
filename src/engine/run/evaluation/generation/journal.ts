/** The ledger's side of generations: begun, published in one transaction, or buried. */
import { sql as ledgerSql, type Transaction } from 'kysely'
import { Failure, type Instant } from '../../../../core/base/index.ts'
import { sql, value } from '../../../../core/sql/index.ts'
import type { GenerationKind, LedgerSchema } from '../../../store/index.ts'
import type { Handle } from '../../handle.ts'
import type { Snapshot, StoredCounts, StoredNumbers } from '../snapshot.ts'
import { CHANGE_TABLE, membershipTable, overlayTable } from './tables.ts'

/** Held by whoever changes what is published; the second waits. */
export const EVALUATION_LOCK = 'evaluation'

type Doors = Pick<Handle, 'analytics' | 'ledger'>

/** A new generation that nobody sees yet. Its number is never given again. */
export async function beginGeneration(
  { ledger }: Pick<Handle, 'ledger'>,
  given: {
    readonly base: number
    readonly kind: GenerationKind
    readonly asOf: Instant
    readonly computedAt: Instant
  },
): Promise<number> {
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('generation')
      .values({
        snapshot_id: given.base,
        kind: given.kind,
        state: 'building',
        as_of: new Date(given.asOf),
        computed_at: new Date(given.computedAt),
        counts: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** What a generation came to. */
export interface Made {
  /** What was held when it began; it follows that and nothing else. */
  readonly from: Pick<Snapshot, 'id' | 'asOf'> | undefined
  readonly generation: number
  readonly base: number
  readonly asOf: Instant
  readonly counts: StoredCounts
  readonly changes: number
  readonly overlayRows: number
  readonly nextFlip: Instant | undefined
}

/**
 * From this commit on, readers see the new generation. `also` runs in the same transaction. Refused with
 * `store/lock-lost` when somebody has buried the generation meanwhile, has published another, or has moved the watermark: the
 * engine that kept the lock may have died, and whoever came next has told readers of more than this knows.
 */
export async function publishGeneration(
  { ledger }: Pick<Handle, 'ledger'>,
  made: Made,
  also: readonly ((tx: Transaction<LedgerSchema>) => Promise<void>)[] = [],
): Promise<void> {
  const { generation, base } = made
  await ledger.guard(() =>
    ledger.db.transaction().execute(async (tx) => {
      const isNext = await isStillHeld(tx, made.from)
      const done = await tx
        .updateTable('generation')
        .set({
          state: 'published',
          as_of: new Date(made.asOf),
          counts: JSON.stringify(numbersOf(made.counts)),
          changes: made.changes,
          overlay_rows: made.overlayRows,
          next_flip: made.nextFlip === undefined ? null : new Date(made.nextFlip),
        })
        .where('id', '=', generation)
        .where('state', '=', 'building')
        .executeTakeFirst()
      if (!isNext || Number(done.numUpdatedRows) !== 1) {
        throw new Failure('the generation was buried or overtaken', {
          code: 'store/lock-lost',
          retryable: true,
          params: { lock: EVALUATION_LOCK },
        })
      }
      // What a base's segments are does not change while it is carried on: it is written with its first generation.
      await tx
        .updateTable('snapshot')
        .set({ counts: JSON.stringify(made.counts) })
        .where('id', '=', base)
        .where(ledgerSql<boolean>`counts = '{}'`)
        .execute()
      for (const work of also) await work(tx)
      await tx
        .insertInto('current_snapshot')
        .values({ snapshot_id: base, generation_id: generation })
        .onConflict((c) =>
          c.column('singleton').doUpdateSet({
            snapshot_id: base,
            generation_id: generation,
            switched_at: new Date(),
          }),
        )
        .execute()
    }),
  )
}

/** Whether readers still see what a generation began from; nobody changes it until the transaction ends. */
async function isStillHeld(tx: Transaction<LedgerSchema>, from: Made['from']): Promise<boolean> {
  const held = await tx
    .selectFrom('current_snapshot')
    .innerJoin('generation', 'generation.id', 'current_snapshot.generation_id')
    .select(['generation.id', 'generation.as_of'])
    .forUpdate()
    .executeTakeFirst()
  return held?.id === from?.id && held?.as_of.getTime() === from?.asOf
}

/** The counts without what the base says of its segments: there may be a generation a second. */
function numbersOf({ population, segments }: StoredCounts): StoredNumbers {
  return {
    population,
    segments: Object.fromEntries(
      Object.entries(segments).map(([key, { count }]) => [key, { count }]),
    ),
  }
}

/** Nothing needed computing: the state of the current generation is exact at a later instant too. */
export async function moveWatermark(
  { ledger }: Pick<Handle, 'ledger'>,
  generation: number,
  to: Instant,
): Promise<void> {
  await ledger.guard(() =>
    ledger.db
      .updateTable('generation')
      .set({ as_of: new Date(to) })
      .where('id', '=', generation)
      .where('as_of', '<', new Date(to))
      .execute(),
  )
}

/** Dead generations are remembered this long: a statement of a killed process may still be running. */
const GRAVE_MS = 86_400_000

/**
 * Under the evaluation lock a generation or base that is still `building` belongs to a process that died, or to a
 * work of ours that failed. It is marked dead, so that no reader ever takes its rows, and what lies there is removed.
 */
export async function buryOpen(doors: Doors): Promise<void> {
  const { analytics, ledger } = doors
  const [opened, bases, dead] = await ledger.guard(async () => {
    const bodies = await ledger.db
      .updateTable('generation')
      .set({ state: 'dead' })
      .where('state', '=', 'building')
      .returning(['id', 'snapshot_id'])
      .execute()
    const left = await ledger.db
      .updateTable('snapshot')
      .set({ state: 'retired' })
      .where('state', '=', 'building')
      .returning('id')
      .execute()
    const old = await ledger.db
      .selectFrom('generation')
      .select(['id', 'snapshot_id'])
      .where('state', '=', 'dead')
      .where('begun_at', '<', new Date(Date.now() - GRAVE_MS))
      .execute()
    return [bodies, left, old] as const
  })
  for (const { id } of bases) {
    await analytics.tables.drop(membershipTable(id))
    await analytics.tables.drop(overlayTable(id))
  }
  const bodies = [...opened, ...dead]
  if (bodies.length === 0) return
  await removeRows(doors, bodies)
  if (dead.length > 0) {
    await ledger.guard(() =>
      ledger.db
        .deleteFrom('generation')
        .where('state', '=', 'dead')
        .where(
          'id',
          'in',
          dead.map((d) => d.id),
        )
        .execute(),
    )
  }
}

async function removeRows(
  { analytics }: Doors,
  bodies: readonly { readonly id: number; readonly snapshot_id: number }[],
): Promise<void> {
  const generations = value(
    bodies.map((b) => b.id),
    'Array(UInt64)',
  )
  const present = new Set(await analytics.tables.list())
  const places = [CHANGE_TABLE, ...new Set(bodies.map((b) => overlayTable(b.snapshot_id)))]
  for (const place of places.filter((name) => present.has(name))) {
    await analytics.runOnShards(
      (table) => sql`ALTER TABLE ${table(place)} DELETE WHERE generation IN ${generations}`,
      { settings: { mutations_sync: 1 } },
    )
  }
}
