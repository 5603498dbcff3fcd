/** The verb that carries the state on: new facts and the passing of time change whom they concern, at their instants. */
import type { Instant } from '../../../core/base/index.ts'
import { sql } from '../../../core/sql/index.ts'
import { factRows } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { compact, needsCompaction } from './compact.ts'
import { evaluateAlone, underLocks } from './evaluate.ts'
import { segmentsOf } from './generation/context.ts'
import { countAdvance, lookAhead } from './generation/counting.ts'
import { readCutoffs } from './generation/cutoffs.ts'
import { digestOf, type InForce } from './generation/force.ts'
import {
  beginGeneration,
  buryOpen,
  moveWatermark,
  publishGeneration,
} from './generation/journal.ts'
import { readNumbers } from './generation/numbers.ts'
import { planSource } from './generation/plan-source.ts'
import { instant } from './generation/state.ts'
import { runRounds } from './generation/rounds.ts'
import type { BitsSource } from './generation/source.ts'
import { DUE_TABLE, ensureGenerationTables } from './generation/tables.ts'
import { countTouched, touchedByLoads, type Touched } from './generation/touched.ts'
import { currentSnapshot, type Snapshot } from './snapshot.ts'

export interface AdvanceInput extends InForce {
  /** Where the watermark shall stand; it never moves back. */
  readonly to: Instant
  /** By the clock of the programme; the machine's when absent. */
  readonly computedAt?: Instant
  /** New facts beside those of loads. */
  readonly touched?: readonly Touched[]
  readonly signal?: AbortSignal
  readonly onRound?: (round: { readonly customers: number; readonly at: Instant }) => void
  /** How long to wait for another evaluation; absent: as long as it takes. */
  readonly waitMs?: number
  /** What computes the bits; the compiled plan when absent. */
  readonly source?: (numbers: ReadonlyMap<string, number>, words: number) => BitsSource
}

/**
 * What came of it. `none`: nothing was ever evaluated. `outdated`: the definitions are not those of the state, which
 * must be evaluated first. `moved`: nothing concerned anybody. `evaluated`: so much was new that everybody was computed.
 */
export interface Advance {
  readonly kind: 'none' | 'outdated' | 'moved' | 'advanced' | 'evaluated'
  readonly snapshot: Snapshot | undefined
  /** Customers evaluated, once for each instant. */
  readonly evaluated: number
  /** The clock stood before the watermark, which stays. */
  readonly clockBehindMs: number
}

/** More than this share of the base, and computing everybody is cheaper. */
const LARGE_SHARE = 0.1
/** A base this small is always carried on: that keeps the instants of its changes exact. */
const LARGE_COUNT = 2000

/**
 * Brings the published state from its watermark to `to`. Cost: reading the customers with new facts and those whom
 * time concerns, and nobody else.
 */
export async function advance(handle: Handle, input: AdvanceInput): Promise<Advance> {
  return await underLocks(
    handle,
    input.signal,
    (signal) => advanceAlone(handle, { ...input, signal }),
    input.waitMs,
  )
}

/** The same for callers who hold the locks. */
export async function advanceAlone(
  handle: Handle,
  input: AdvanceInput,
  /** Everybody has just been computed: what is touched now are instants ahead of that. */
  isRest = false,
): Promise<Advance> {
  await buryOpen(handle)
  const held = await currentSnapshot(handle)
  if (held === undefined) return { kind: 'none', snapshot: held, evaluated: 0, clockBehindMs: 0 }
  const to = Math.max(input.to, held.asOf)
  const clockBehindMs = to - input.to
  if (digestOf(input) !== held.definitionsDigest)
    return { kind: 'outdated', snapshot: held, evaluated: 0, clockBehindMs }
  const ofLoads = await touchedByLoads(handle)
  const touched = [...(input.touched ?? []), ...(ofLoads === undefined ? [] : [ofLoads])]
  if (touched.length === 0 && (held.nextFlip === undefined || held.nextFlip > to)) {
    if (to > held.asOf) await moveWatermark(handle, held.id, to)
    return { kind: 'moved', snapshot: { ...held, asOf: to }, evaluated: 0, clockBehindMs }
  }
  const found = await countTouched(handle.analytics, touched)
  if (!isRest && found > LARGE_COUNT && found > LARGE_SHARE * held.population) {
    const { definitions, texts, versions, carried, source, signal, computedAt } = input
    const given = { definitions, texts, versions, carried, source, signal, computedAt }
    const whole = { ...defined(given), definitions, texts, asOf: held.asOf, pinned: held.pinned }
    await evaluateAlone(handle, { ...whole, cause: 'event', touched: input.touched ?? [] })
    const after = await advanceAlone(
      handle,
      { ...input, touched: aheadOf(held.asOf, touched) },
      true,
    )
    return { ...after, kind: 'evaluated', evaluated: after.evaluated + held.population }
  }
  try {
    const evaluated = await makeAdvance(handle, { ...input, to, touched }, held)
    const snapshot = await compactIfNeeded(handle, input.computedAt ?? Date.now())
    return { kind: 'advanced', snapshot, evaluated, clockBehindMs }
  } catch (error) {
    // The engine may be what failed: whoever comes next clears up then.
    await buryOpen(handle).catch(() => undefined)
    throw error
  }
}

/** The facts after an instant, so that what they change is put down to them and not to time; taken in already. */
function aheadOf(at: Instant, touched: readonly Touched[]): readonly Touched[] {
  return touched.map(({ rows, cause }) => ({
    rows: (table) =>
      sql`SELECT customer_key, at, cause FROM (${rows(table)}) WHERE at > ${instant(at)}`,
    ...(cause === undefined ? {} : { cause }),
  }))
}

/** Without the keys that are undefined. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(given).filter(([, v]) => v !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

async function compactIfNeeded(handle: Handle, now: Instant): Promise<Snapshot | undefined> {
  const snapshot = await currentSnapshot(handle)
  if (snapshot === undefined || !needsCompaction(snapshot, now)) return snapshot
  await compact(handle, snapshot, now)
  return await currentSnapshot(handle)
}

async function makeAdvance(
  handle: Handle,
  input: AdvanceInput & { readonly touched: readonly Touched[] },
  held: Snapshot,
): Promise<number> {
  const { analytics } = handle
  const numbers = await readNumbers(handle)
  const keys = input.definitions.map((d) => d.segment)
  const own = new Map(keys.map((key) => [key, numbers.get(key) ?? 0]))
  const segments = segmentsOf(input, numbers, held)
  const computedAt = Math.max(input.computedAt ?? Date.now(), held.evaluatedAt)
  const base = held.base
  await ensureGenerationTables(analytics)
  await analytics.tables.truncate(DUE_TABLE)
  const begun = { base, kind: 'advance', asOf: input.to, computedAt } as const
  const generation = await beginGeneration(handle, begun)
  const source =
    input.source?.(own, segments.words) ??
    (await planSource({
      catalogue: handle.programme.catalogue,
      definitions: input.definitions,
      numbers: own,
      words: segments.words,
      rows: () => factRows(handle),
    }))
  const isTimeDue = held.nextFlip !== undefined && held.nextFlip <= input.to
  const evaluated = await runRounds(handle, {
    ...segments,
    source,
    cutoffs: await readCutoffs(handle, base),
    held,
    generation,
    from: held.asOf,
    to: input.to,
    isTimeDue,
    computedAt,
    touched: input.touched,
    ...(input.signal === undefined ? {} : { signal: input.signal }),
    ...(input.onRound === undefined ? {} : { onRound: input.onRound }),
  })
  const before = {
    population: held.population,
    segments: Object.fromEntries(held.segments),
  }
  const { counts, changes } = await countAdvance(handle, {
    base,
    generation,
    words: segments.words,
    before,
  })
  const visible = { base, generation, dead: held.dead }
  const ahead = await lookAhead(
    handle,
    visible,
    isTimeDue ? undefined : { nextFlip: held.nextFlip, to: input.to },
  )
  input.signal?.throwIfAborted()
  const made = { from: held, generation, base, asOf: input.to, counts, changes, ...ahead }
  await publishGeneration(handle, made, [
    async (tx) => {
      for (const { commit } of input.touched) await commit?.(tx, generation)
    },
  ])
  return evaluated
}
