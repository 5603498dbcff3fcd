/** The verb that computes who is in which segment: everybody at one instant, published by one switched row. */
import type { Instant } from '../../../core/base/index.ts'
import type { Statistics } from '../../store/index.ts'
import { factRows, FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { fillBase, recordDifference, type Making } from './generation/base.ts'
import { causesOf, segmentsOf } from './generation/context.ts'
import { countBase, lookAhead } from './generation/counting.ts'
import { computeCutoffs, storeCutoffs } from './generation/cutoffs.ts'
import { digestOf, type InForce } from './generation/force.ts'
import {
  beginGeneration,
  buryOpen,
  EVALUATION_LOCK,
  publishGeneration,
} from './generation/journal.ts'
import { numberSegments } from './generation/numbers.ts'
import { planSource } from './generation/plan-source.ts'
import { retireBases } from './generation/retire.ts'
import type { BitsSource } from './generation/source.ts'
import { ensureGenerationTables } from './generation/tables.ts'
import { takeLoads, waitingLoads, type Cause, type Touched } from './generation/touched.ts'
import { currentSnapshot, type Snapshot, type SnapshotRun } from './snapshot.ts'

export interface EvaluateInput extends InForce {
  readonly asOf: Instant
  /** By the clock of the programme; the machine's when absent. */
  readonly computedAt?: Instant
  /** Asked for at another instant than now: the clock shall not carry it on. */
  readonly pinned?: boolean
  /**
   * The watermark may move on while this waits for its turn. `asked`, the default: the instant is what was wanted.
   * `forward`: it was asked for now, and never moves the watermark back. `held`: nobody asked for an instant, so that a
   * pinned state stays where it is as well.
   */
  readonly place?: 'asked' | 'forward' | 'held'
  /** Why members change whose definitions have not; `rebuild` when absent. */
  readonly cause?: Cause
  /** So many customers are computed by one statement; a quarter of a million when absent. */
  readonly together?: number
  /** New facts that are taken in by this evaluation. */
  readonly touched?: readonly Touched[]
  readonly signal?: AbortSignal
  /** What computes the bits; the compiled plan when absent. */
  readonly source?: (numbers: ReadonlyMap<string, number>, words: number) => BitsSource
}

/** What an evaluation did. */
export interface Evaluation {
  readonly snapshot: Snapshot
  readonly seconds: number
  readonly statistics: Statistics
}

/**
 * Computes all definitions as of an instant and publishes the result; readers see the generation before or this
 * one, never a mixture. What differs from the one before is appended to the history. Nothing is published when it fails.
 */
export async function evaluate(handle: Handle, input: EvaluateInput): Promise<Evaluation> {
  return await underLocks(handle, input.signal, (signal) =>
    evaluateAlone(handle, signal === undefined ? input : { ...input, signal }),
  )
}

/** Holds both locks that changing a generation needs; the signal aborts too when one of them is lost. */
export async function underLocks<T>(
  { ledger }: Pick<Handle, 'ledger'>,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  waitMs?: number,
): Promise<T> {
  const options = {
    ...(signal === undefined ? {} : { signal }),
    ...(waitMs === undefined ? {} : { waitMs }),
  }
  return await ledger.withLocks(
    [
      { name: EVALUATION_LOCK, mode: 'exclusive' },
      { name: FACTS_LOCK, mode: 'shared' },
    ],
    (lost) => work(AbortSignal.any([lost, ...(signal === undefined ? [] : [signal])])),
    options,
  )
}

/** The same for callers who hold the locks. */
export async function evaluateAlone(handle: Handle, input: EvaluateInput): Promise<Evaluation> {
  const begun = performance.now()
  await ensureGenerationTables(handle.analytics)
  await buryOpen(handle)
  try {
    const statistics = await makeBase(handle, input)
    const snapshot = await currentSnapshot(handle)
    if (snapshot === undefined) throw new Error('bug: the generation just published is gone')
    await retireBases(handle, snapshot.base)
    return { snapshot, seconds: (performance.now() - begun) / 1000, statistics }
  } catch (error) {
    // The engine may be what failed: the next evaluation clears up then.
    await buryOpen(handle).catch(() => undefined)
    throw error
  }
}

async function makeBase(handle: Handle, input: EvaluateInput): Promise<Statistics> {
  const { signal } = input
  const held = await currentSnapshot(handle)
  const { asOf, pinned } = placeOf(input, held)
  const keys = input.definitions.map((d) => d.segment)
  const numbers = await numberSegments(handle, keys)
  const segments = segmentsOf(input, numbers, held)
  const own = new Map(keys.map((key) => [key, numbers.get(key) ?? 0]))
  const source =
    input.source?.(own, segments.words) ??
    (await planSource({
      catalogue: handle.programme.catalogue,
      definitions: input.definitions,
      numbers: own,
      words: segments.words,
      rows: () => factRows(handle),
    }))
  const computedAt = Math.max(input.computedAt ?? Date.now(), held?.evaluatedAt ?? 0)
  const loads = await waitingLoads(handle)
  const base = await beginBase(handle, { ...input, asOf, pinned, computedAt })
  const generation = await beginGeneration(handle, { base, kind: 'base', asOf, computedAt })
  const cutoffs = await computeCutoffs(handle, source, asOf, signal)
  await storeCutoffs(handle, base, cutoffs)
  const making: Making = {
    ...segments,
    base,
    generation,
    source,
    cutoffs,
    asOf,
    computedAt,
    held,
    causes: causesOf(input, numbers, held),
    usualCause: input.cause ?? 'rebuild',
    ...(input.together === undefined ? {} : { together: input.together }),
    ...(signal === undefined ? {} : { signal }),
  }
  const statistics = await fillBase(handle, making)
  await recordDifference(handle, making)
  signal?.throwIfAborted()
  const counts = await countBase(handle, base, segments.described)
  const ahead = await lookAhead(handle, { base, generation, dead: [] })
  const made = { from: held, generation, base, asOf, counts, changes: 0, ...ahead }
  await publishGeneration(handle, made, [
    async (tx) => {
      await tx
        .updateTable('snapshot')
        .set({
          state: 'ready',
          plan: JSON.stringify({ run: runOf(statistics), thresholdsAt: asOf }),
        })
        .where('id', '=', base)
        .execute()
      await takeLoads(tx, loads, generation)
      for (const { commit } of input.touched ?? []) await commit?.(tx, generation)
    },
  ])
  return statistics
}

function placeOf(
  { place = 'asked', asOf, pinned = false }: EvaluateInput,
  held: Snapshot | undefined,
): { readonly asOf: Instant; readonly pinned: boolean } {
  if (held === undefined || place === 'asked') return { asOf, pinned }
  if (held.pinned) return place === 'held' ? held : { asOf, pinned }
  return { asOf: Math.max(asOf, held.asOf), pinned }
}

function runOf(statistics: Statistics): SnapshotRun {
  return {
    rowsRead: statistics.readRows,
    bytesRead: statistics.readBytes,
    seconds: statistics.elapsedMs / 1000,
  }
}

/** A new base that is being filled. */
async function beginBase(
  { ledger }: Handle,
  input: EvaluateInput & { readonly computedAt: Instant },
): Promise<number> {
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('snapshot')
      .values({
        as_of: new Date(input.asOf),
        computed_at: new Date(input.computedAt),
        pinned: input.pinned === true,
        definitions_digest: digestOf(input),
        facts_watermark: 0,
        state: 'building',
        counts: '{}',
        plan: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
