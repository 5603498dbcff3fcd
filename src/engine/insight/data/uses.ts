/** Which segments rest on which fields. */
import { usesOf } from '../../../core/insight/index.ts'
import { appliedDefinitions } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'

/** Segments in the published state by what they ask about (`trait:income`, `event:purchase.amount`), through other segments too. */
export async function segmentsByUse({
  current,
  snapshot,
}: ReportContext): Promise<ReadonlyMap<string, readonly string[]>> {
  const { definitions } = await appliedDefinitions(current)
  const found = new Map<string, string[]>()
  for (const key of snapshot.segments.keys()) {
    const bound = definitions.get(key)?.bound
    if (bound === undefined) continue
    for (const use of usesOf(bound, (other) => definitions.get(other)?.bound)) {
      const segments = found.get(use) ?? []
      segments.push(key)
      found.set(use, segments)
    }
  }
  return found
}
