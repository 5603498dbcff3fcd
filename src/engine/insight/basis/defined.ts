/** Segments that are made of what a report is about: that they differ in it says nothing. */
import type { ReportContext } from '../report/kind.ts'
import { definitionUses } from '../segments/profile.ts'

/** Keys of those whose applied definition asks about a name that fits, as `event:purchase.discount`. */
export async function segmentsAsking(
  context: ReportContext,
  fits: (use: string) => boolean,
): Promise<ReadonlySet<string>> {
  const keys = [...context.snapshot.segments.keys()]
  const uses = await Promise.all(keys.map((key) => definitionUses(context, key)))
  return new Set(keys.filter((_, i) => [...(uses[i] ?? [])].some(fits)))
}
