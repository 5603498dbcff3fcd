/** Takes arrivals over into the facts, each message exactly once, however often it is interrupted. */
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { join, raw, sql, value } from '../../../core/sql/index.ts'
import { MERGE_SECTION, sectionsOf } from '../../intake/index.ts'
import type { Analytics } from '../../store/index.ts'
import type { Absorber, Touched } from '../evaluation/generation/touched.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import {
  beginAbsorption,
  endAbsorption,
  forgetAbsorptions,
  readArrivals,
  takeAbsorptions,
  waitingAbsorptions,
  type Absorption,
  type AbsorptionLimits,
} from './absorption.ts'
import { meetCustomers, rememberMessages, settleFacts, touch, type Work } from './absorb-sql.ts'
import { finishMerges, mergeCustomers, type MergeWish } from './merge.ts'
import { ensureArrivalTables, targetsOf, TOUCHED_TABLE, type Target } from './tables.ts'

/** Held while arrivals are taken over or customers are merged. */
export const ABSORB_LOCK = 'absorb'

/** One round stays within what fits into memory and one block of the engine. */
const LIMITS: AbsorptionLimits = { rows: 200_000, bytes: 64_000_000 }
/** Between two looks at whom it touched. */
const MOST_ROUNDS = 20
/** So many absorptions are remembered after a generation has taken them in. */
const KEPT_ABSORPTIONS = 100

/** What one round took over. */
export interface Absorbed {
  readonly load: number
  readonly rows: number
  /** The round was as large as it may be, so that more may have waited before it began. */
  readonly isFull: boolean
}

/** Takes over what waits now, oldest first, at most one round; undefined when nothing waits. */
export async function absorbArrivals(
  handle: Handle,
  limits: AbsorptionLimits = LIMITS,
): Promise<Absorbed | undefined> {
  const work = async (): Promise<Absorbed | undefined> => {
    await finishMerges(handle)
    const absorption = await beginAbsorption(handle, limits)
    if (absorption === undefined) return undefined
    if (absorption.isRetry) await settle(handle.analytics)
    await takeOver(handle, absorption)
    await endAbsorption(handle, absorption)
    const { load, rows, bytes, isRetry } = absorption
    return { load, rows, isFull: isRetry || rows >= limits.rows || bytes >= limits.bytes }
  }
  return await handle.ledger.withLock(ABSORB_LOCK, 'exclusive', work)
}

/** A statement of a killed process may still run inside the engine: what it brings must be there before we look. */
async function settle(analytics: Analytics): Promise<void> {
  await analytics.runOnShards(
    () => sql`KILL QUERY WHERE query LIKE '%arriving_%' AND query_kind != 'KillQuery' SYNC`,
  )
}

async function takeOver(handle: Handle, absorption: Absorption): Promise<void> {
  const { analytics, ledger } = handle
  const targets = knownTargets(handle)
  await ensureArrivalTables(analytics, targets.values())
  const { lines, merges } = await sorted(await readArrivals(handle, absorption.arrivals))
  const arrived = [...lines].flatMap(([section, rows]) => {
    const target = targets.get(section)
    // An event that the catalogue no longer has: there is no table for it.
    return target === undefined ? [] : [{ target, rows }]
  })
  await each(arrived, async ({ target, rows }) => {
    await analytics.tables.truncate(target.arriving)
    await stage(analytics, target, rows)
  })
  const filled = arrived.map(({ target }) => target)
  const work: Work = { analytics, load: absorption.load, hasMerges: await someMerged(analytics) }
  if (filled.length > 0) {
    await each(filled, (target) => analytics.run(touch(work, target)))
    await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
      await each(filled, (target) => analytics.run(settleFacts(work, target), ONE_BLOCK))
      await analytics.run(meetCustomers(work, filled))
    })
    await analytics.run(rememberMessages(work, filled))
  }
  if (merges.length > 0) await mergeCustomers(handle, merges, absorption.load)
}

/** All rows of a statement become visible together, as far as the engine can. */
const ONE_BLOCK = {
  settings: { min_insert_block_size_rows: 1_048_576, max_partitions_per_insert_block: 0 },
}

const targetsByCatalogue = new WeakMap<object, ReadonlyMap<string, Target>>()

function knownTargets({ programme }: Handle): ReadonlyMap<string, Target> {
  const { catalogue } = programme
  const targets = targetsByCatalogue.get(catalogue) ?? targetsOf(catalogue)
  targetsByCatalogue.set(catalogue, targets)
  return targets
}

/** Rows of one section of one text, with the number of the first. */
interface Stretch {
  readonly first: number
  readonly rows: readonly string[]
}

interface Sorted {
  readonly lines: ReadonlyMap<string, readonly Stretch[]>
  readonly merges: readonly MergeWish[]
}

/** So much text is split before others get their turn: senders wait for their answers meanwhile. */
const TURN_UNITS = 1_000_000

/** Rows by section, numbered in the order of their arrival. */
async function sorted(bodies: readonly string[]): Promise<Sorted> {
  const lines = new Map<string, Stretch[]>()
  const merges: MergeWish[] = []
  let ordinal = 0
  let split = 0
  for (const body of bodies) {
    for (const { section, lines: rows } of sectionsOf(body)) {
      const into = lines.get(section) ?? []
      if (section === MERGE_SECTION) merges.push(...rows.map((row) => JSON.parse(row) as MergeWish))
      else {
        lines.set(section, into)
        into.push({ first: ordinal, rows })
      }
      ordinal += rows.length
    }
    split += body.length
    if (split < TURN_UNITS) continue
    split = 0
    await setImmediate()
  }
  return { lines, merges }
}

async function stage(
  analytics: Analytics,
  target: Target,
  rows: readonly Stretch[],
): Promise<void> {
  await analytics.insert(
    { table: target.arriving, format: 'JSONEachRow' },
    Readable.from(chunks(rows), { objectMode: false }),
    // A property may have left the catalogue since its event was accepted.
    { settings: { input_format_skip_unknown_fields: 1, date_time_input_format: 'basic' } },
  )
}

const CHUNK_ROWS = 500

function* chunks(stretches: readonly Stretch[]): Generator<string> {
  let chunk: string[] = []
  for (const { first, rows } of stretches) {
    for (const [n, row] of rows.entries()) {
      chunk.push(`{"ordinal":${first + n},${row.slice(1)}\n`)
      if (chunk.length < CHUNK_ROWS) continue
      yield chunk.join('')
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk.join('')
}

async function someMerged(analytics: Analytics): Promise<boolean> {
  return (await analytics.tables.rowCount('merged')) > 0
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  await Promise.all(items.map(work))
}

/** Takes over all that waits, and says whom it touched since the last published generation. */
export function createAbsorber(current: () => Promise<Handle>): Absorber {
  return {
    async absorb(signal) {
      const handle = await current()
      for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
        const done = await absorbArrivals(handle)
        // What comes meanwhile can wait for the next time; else a steady stream would never let anybody evaluate.
        if (done === undefined || !done.isFull) break
      }
      return await touchedByArrivals(handle)
    },
  }
}

/** Customers with facts from arrivals and merges that no generation has taken in; undefined when there are none. */
export async function touchedByArrivals(handle: Handle): Promise<Touched | undefined> {
  const loads = await waitingAbsorptions(handle)
  if (loads.length === 0) return undefined
  await forgetTaken(handle)
  return {
    rows: (table) => sql`SELECT customer_key, at, cause FROM ${table(TOUCHED_TABLE)}
      WHERE load IN (${join(
        loads.map((load) => value(load, 'UInt32')),
        ', ',
      )})`,
    commit: (tx, generation) => takeAbsorptions(tx, loads, generation),
  }
}

async function forgetTaken(handle: Handle): Promise<void> {
  const last = await forgetAbsorptions(handle, KEPT_ABSORPTIONS)
  if (last === 0) return
  await handle.analytics.runOnShards(
    (table) => sql`ALTER TABLE ${table(TOUCHED_TABLE)} DELETE WHERE load <= ${raw(String(last))}`,
  )
}
