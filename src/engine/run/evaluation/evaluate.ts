/** The verb that computes who is in which segment: one statement over the facts, published by one switched row. */
import { createHash } from 'node:crypto'
import type { Instant } from '../../../core/base/index.ts'
import {
  emitInsert,
  PLAN_SETTINGS,
  segmentColumn,
  snapshotColumns,
  weave,
  type Plan,
} from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { id, join, sql } from '../../../core/sql/index.ts'
import type { Statistics } from '../../store/index.ts'
import { factRows, FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import {
  currentSnapshot,
  snapshotTable,
  type SegmentCount,
  type Snapshot,
  type SnapshotRun,
  type StoredCounts,
} from './snapshot.ts'

/** Two evaluations at once would only take each other's memory; the second waits. */
const EVALUATION_LOCK = 'evaluation'

export interface EvaluateInput {
  /** Definitions without errors, with all those that they refer to. */
  readonly definitions: readonly BoundDefinition[]
  /** Their texts by key, kept with the counts. */
  readonly texts: ReadonlyMap<string, string>
  readonly asOf: Instant
  readonly signal?: AbortSignal
}

/** What an evaluation did. */
export interface Evaluation {
  readonly snapshot: Snapshot
  readonly seconds: number
  readonly statistics: Statistics
}

/**
 * Computes all definitions as of an instant and publishes the result; readers see the snapshot before or this
 * one, never a mixture. The snapshot before is kept, older ones are dropped. Nothing is published when it fails.
 */
export async function evaluate(handle: Handle, input: EvaluateInput): Promise<Evaluation> {
  const { ledger } = handle
  const options = input.signal === undefined ? {} : { signal: input.signal }
  return await ledger.withLock(
    EVALUATION_LOCK,
    'exclusive',
    () => ledger.withLock(FACTS_LOCK, 'shared', () => evaluateAlone(handle, input), options),
    options,
  )
}

async function evaluateAlone(handle: Handle, input: EvaluateInput): Promise<Evaluation> {
  const begun = performance.now()
  const plan = weave(input.definitions, handle.programme.catalogue, input.asOf, {
    rows: await factRows(handle),
  })
  const snapshotId = await begin(handle, input)
  try {
    const statistics = await compute(handle, { plan, snapshotId, signal: input.signal })
    const counts = await countSnapshot(handle, { plan, snapshotId, texts: input.texts })
    await publish(handle, { snapshotId, counts, run: runOf(statistics) })
    await retire(handle)
    const snapshot = await currentSnapshot(handle)
    if (snapshot === undefined) throw new Error('bug: the snapshot just published is gone')
    return { snapshot, seconds: (performance.now() - begun) / 1000, statistics }
  } catch (error) {
    await discard(handle, snapshotId)
    throw error
  }
}

function runOf(statistics: Statistics): SnapshotRun {
  return {
    rowsRead: statistics.readRows,
    bytesRead: statistics.readBytes,
    seconds: statistics.elapsedMs / 1000,
  }
}

async function begin({ ledger }: Handle, input: EvaluateInput): Promise<number> {
  const digest = createHash('sha256')
    .update(JSON.stringify([...input.texts].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
  return await ledger.guard(async () => {
    const last = await ledger.db
      .selectFrom('import')
      .select(({ fn }) => fn.max('id').as('id'))
      .where('state', '=', 'done')
      .executeTakeFirst()
    const row = await ledger.db
      .insertInto('snapshot')
      .values({
        as_of: new Date(input.asOf),
        definitions_digest: digest,
        facts_watermark: last?.id ?? 0,
        state: 'building',
        counts: '{}',
        plan: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function compute(
  { analytics }: Handle,
  work: {
    readonly plan: Plan
    readonly snapshotId: number
    readonly signal: AbortSignal | undefined
  },
): Promise<Statistics> {
  const { plan, signal } = work
  const name = snapshotTable(work.snapshotId)
  // Unordered: nothing but whole columns is read, and sorting would cost more than the rest of the insert.
  await analytics.tables.create({
    name,
    columns: snapshotColumns(plan),
    orderBy: [],
    shardBy: 'customer_key',
  })
  return await analytics.runOnShards((table) => emitInsert(plan, { table, into: table(name) }), {
    settings: PLAN_SETTINGS,
    ...(signal === undefined ? {} : { signal }),
  })
}

/** The exact size of every segment, from the snapshot alone. */
async function countSnapshot(
  { analytics }: Handle,
  of: {
    readonly plan: Plan
    readonly snapshotId: number
    readonly texts: ReadonlyMap<string, string>
  },
): Promise<StoredCounts> {
  const { segments } = of.plan
  const sums = segments.map((s, i) => sql`sum(${id(segmentColumn(s.segment))}) AS ${id(`n${i}`)}`)
  const [row] = await analytics.query<Record<string, string>>(
    sql`SELECT ${join([sql`count() AS population`, ...sums], ', ')} FROM ${analytics.table(snapshotTable(of.snapshotId))}`,
    { settings: PLAN_SETTINGS },
  )
  return {
    population: Number(row?.['population'] ?? 0),
    segments: Object.fromEntries(
      segments.map(({ segment }, i): [string, SegmentCount] => [
        segment,
        { count: Number(row?.[`n${i}`] ?? 0), definition: of.texts.get(segment) ?? '' },
      ]),
    ),
  }
}

/** From this commit on, readers see the new snapshot. */
async function publish(
  { ledger }: Handle,
  made: { readonly snapshotId: number; readonly counts: StoredCounts; readonly run: SnapshotRun },
): Promise<void> {
  const { snapshotId } = made
  await ledger.guard(() =>
    ledger.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('snapshot')
        .set({
          state: 'ready',
          counts: JSON.stringify(made.counts),
          plan: JSON.stringify({ run: made.run }),
          evaluated_at: new Date(),
        })
        .where('id', '=', snapshotId)
        .execute()
      await tx
        .insertInto('current_snapshot')
        .values({ snapshot_id: snapshotId })
        .onConflict((c) =>
          c.column('singleton').doUpdateSet({ snapshot_id: snapshotId, switched_at: new Date() }),
        )
        .execute()
    }),
  )
}

/**
 * Drops every snapshot but the published one and the one before, which readers may still be paging through.
 * Under the evaluation lock a snapshot that is still `building` belongs to a process that died.
 */
async function retire({ analytics, ledger }: Handle): Promise<void> {
  const old = await ledger.guard(async () => {
    const ready = await ledger.db
      .selectFrom('snapshot')
      .select('id')
      .where('state', '=', 'ready')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    return await ledger.db
      .updateTable('snapshot')
      .set({ state: 'retired' })
      .where('state', '!=', 'retired')
      .where(
        'id',
        'not in',
        ready.map((row) => row.id),
      )
      .returning('id')
      .execute()
  })
  for (const { id: snapshotId } of old) await analytics.tables.drop(snapshotTable(snapshotId))
}

async function discard({ analytics, ledger }: Handle, snapshotId: number): Promise<void> {
  // The engine may be what failed: the next evaluation clears up then.
  await analytics.tables.drop(snapshotTable(snapshotId)).catch(() => undefined)
  await ledger
    .guard(() =>
      ledger.db
        .deleteFrom('snapshot')
        .where('id', '=', snapshotId)
        .where('state', '=', 'building')
        .execute(),
    )
    .catch(() => undefined)
}
