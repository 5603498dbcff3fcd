/** Waits until a served programme has caught up. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../src/core/base/index.ts'
import type { ArrivalsWire, FreshnessWire } from '../../src/core/contract/index.ts'
import type { ServedStage } from './stage.ts'

/** Everything that was sent is in a published state that is exact at `end` or later; returns the seconds it took. */
export async function seenTo(served: ServedStage, end: Instant): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const { backlog } = await served.ask<ArrivalsWire>('/arrivals')
    const { watermark } = await served.ask<FreshnessWire>('/freshness')
    if (backlog.rows === 0 && watermark !== null && Date.parse(watermark) >= end)
      return (performance.now() - begun) / 1000
    await sleep(200)
  }
}
