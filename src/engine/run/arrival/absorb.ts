/** Takes arrivals over into the facts, each message exactly once, however often it is interrupted. */
import { join, raw, sql, value } from '../../../core/sql/index.ts'
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
  type Timed,
} from './absorption.ts'
import { meetCustomers, rememberMessages, settleFacts, touch, type Work } from './absorb-sql.ts'
import { finishMerges, mergeCustomers } from './merge.ts'
import { refuseTwinMerges, refuseTwins, tellClaims } from './notice.ts'
import { MODEST, sortArrivals, stage } from './staging.ts'
import { ensureArrivalTables, targetsOf, TOUCHED_TABLE, type Target } from './tables.ts'

/** Held while arrivals are taken over or customers are merged. */
export const ABSORB_LOCK = 'absorb'

/** One round is short, so that nobody waits long for its locks, its memory or its share of the machine. */
const LIMITS: AbsorptionLimits = { rows: 50_000, bytes: 16_000_000 }
/** Between two looks at whom it touched. */
const MOST_ROUNDS = 40
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
  handle: Timed,
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
    () =>
      sql`KILL QUERY WHERE current_database = currentDatabase() AND query LIKE '%arriving_%' AND query_kind != 'KillQuery' SYNC`,
  )
}

async function takeOver(handle: Timed, absorption: Absorption): Promise<void> {
  const { analytics, ledger } = handle
  const targets = knownTargets(handle)
  await ensureArrivalTables(analytics, targets.values())
  const { rows, merges } = await sortArrivals(await readArrivals(handle, absorption.arrivals))
  const arrived = [...rows].flatMap(([section, texts]) => {
    const target = targets.get(section)
    // An event that the catalogue no longer has: there is no table for it.
    return target === undefined ? [] : [{ target, texts }]
  })
  await each(arrived, ({ target, texts }) => stage(analytics, target, texts))
  const filled = arrived.map(({ target }) => target)
  const work: Work = { analytics, load: absorption.load, hasMerges: await someMerged(analytics) }
  if (filled.length > 0) {
    await refuseTwins(handle, filled)
    await each(filled, (target) => analytics.run(touch(work, target), ONE_BLOCK))
    await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
      await each(filled, (target) => analytics.run(settleFacts(work, target), ONE_BLOCK))
      await analytics.run(meetCustomers(work, filled), ONE_BLOCK)
    })
    await analytics.run(rememberMessages(work, filled), ONE_BLOCK)
  }
  if (merges.length === 0) return
  const wishes = await refuseTwinMerges(handle, merges)
  await tellClaims(handle, wishes, await mergeCustomers(handle, wishes, absorption.load))
}

/** All rows of a statement become visible together, as far as the engine can. */
const ONE_BLOCK = {
  settings: {
    ...MODEST,
    min_insert_block_size_rows: 1_048_576,
    max_partitions_per_insert_block: 0,
  },
}

const targetsByCatalogue = new WeakMap<object, ReadonlyMap<string, Target>>()

function knownTargets({ programme }: Handle): ReadonlyMap<string, Target> {
  const { catalogue } = programme
  const targets = targetsByCatalogue.get(catalogue) ?? targetsOf(catalogue)
  targetsByCatalogue.set(catalogue, targets)
  return targets
}

async function someMerged(analytics: Analytics): Promise<boolean> {
  return (await analytics.tables.rowCount('merged')) > 0
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  await Promise.all(items.map(work))
}

/** Takes over all that waits, and says whom it touched since the last published generation. */
export function createAbsorber(current: () => Promise<Timed>): Absorber {
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
