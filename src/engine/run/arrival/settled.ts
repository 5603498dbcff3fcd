/** Work that needs the facts to be what the ledger says of them: nothing half taken over, nobody half merged. */
import type { Handle } from '../handle.ts'
import { ABSORB_LOCK, absorbArrivals } from './absorb.ts'
import { readEdges } from './canonical.ts'

/** Finishes what was interrupted and takes over nothing new. */
const NOTHING_NEW = { rows: 0, bytes: 0 }

/**
 * Finishes what a killed process left half done, then works while nothing is taken over and nobody is merged. What
 * arrives meanwhile is logged as ever and waits. Cost: two questions to the ledger when nothing was left.
 */
export async function withSettledFacts<T>(
  handle: Handle,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const wait = signal === undefined ? {} : { signal }
  for (;;) {
    await absorbArrivals(handle, NOTHING_NEW)
    const alone = async (): Promise<{ readonly came: T } | undefined> =>
      (await isHalfDone(handle)) ? undefined : { came: await work() }
    const done = await handle.ledger.withLock(ABSORB_LOCK, 'exclusive', alone, wait)
    // Somebody began between the two locks and was killed.
    if (done !== undefined) return done.came
  }
}

async function isHalfDone(handle: Handle): Promise<boolean> {
  const { ledger } = handle
  const open = await ledger.guard(() =>
    ledger.db
      .selectFrom('absorption')
      .select('load')
      .where('state', '=', 'open')
      .executeTakeFirst(),
  )
  if (open !== undefined) return true
  return (await readEdges(handle, { states: ['open', 'undoing'] })).length > 0
}
