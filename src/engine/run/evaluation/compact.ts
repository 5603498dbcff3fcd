/** Folds the overlay into a new base, when it has grown large or a new month has come. */
import type { Instant } from '../../../core/base/index.ts'
import type { Handle } from '../handle.ts'
import { copyBase } from './generation/base.ts'
import { readCutoffs, storeCutoffs } from './generation/cutoffs.ts'
import { lookAhead } from './generation/counting.ts'
import { beginGeneration, publishGeneration } from './generation/journal.ts'
import { retireBases, thinGenerations } from './generation/retire.ts'
import type { Snapshot } from './snapshot.ts'

/** Beyond this share of the base, reading both costs more than copying once. */
const LARGE_SHARE = 0.1
/** Below so many rows nobody notices the overlay. */
const FEW_ROWS = 20_000

/** Whether a generation should be folded into a new base. The past is read from the first base of each month. */
export function needsCompaction(snapshot: Snapshot, now: Instant): boolean {
  const { overlayRows, population } = snapshot
  const isNewMonth = monthOf(snapshot.refreshedAt) < monthOf(now)
  return isNewMonth || overlayRows > Math.max(FEW_ROWS, LARGE_SHARE * population)
}

function monthOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** Publishes the same state as a base of its own. The caller holds the locks. */
export async function compact(handle: Handle, from: Snapshot, now: Instant): Promise<void> {
  const { ledger } = handle
  const { asOf } = from
  const computedAt = Math.max(now, from.evaluatedAt)
  const { id: base } = await ledger.guard(() =>
    ledger.db
      .insertInto('snapshot')
      .values({
        as_of: new Date(asOf),
        computed_at: new Date(computedAt),
        pinned: from.pinned,
        definitions_digest: from.definitionsDigest,
        facts_watermark: 0,
        state: 'building',
        counts: '{}',
        plan: JSON.stringify({ run: from.run, thresholdsAt: from.thresholdsAt }),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const generation = await beginGeneration(handle, { base, kind: 'compact', asOf, computedAt })
  // The thresholds are those of the last refresh, whatever the base.
  await storeCutoffs(handle, base, await readCutoffs(handle, from.base))
  await copyBase(handle, { from, base, generation })
  const ahead = await lookAhead(handle, { base, generation, dead: [] })
  const counts = { population: from.population, segments: Object.fromEntries(from.segments) }
  const made = { from, generation, base, asOf, counts, changes: 0, ...ahead }
  await publishGeneration(handle, made, [
    async (tx) => {
      await tx.updateTable('snapshot').set({ state: 'ready' }).where('id', '=', base).execute()
    },
  ])
  await retireBases(handle, base)
  await thinGenerations(handle, computedAt)
}
