/** What is new beside the loads of files: events that arrived, customers that were merged, lists that were edited, scores that models gave. */
import { touchedByArrivals } from '../arrival/absorb.ts'
import type { InForce } from '../evaluation/generation/force.ts'
import type { Touched } from '../evaluation/generation/touched.ts'
import { touchedByLists } from '../governance/list-edits.ts'
import type { Current } from '../open.ts'
import { appliedDefinitions, forceOf, type AppliedSource } from '../programme/applied.ts'
import { touchedByScores } from '../scores/records.ts'

/** Sources of new facts that no generation of these definitions has taken in yet. */
export async function arrived(
  current: Current,
  inForce: Pick<InForce, 'definitions'>,
): Promise<readonly Touched[]> {
  const found = await Promise.all([
    touchedByArrivals(current),
    touchedByLists(current),
    touchedByScores(current, inForce),
  ])
  return found.filter((one) => one !== undefined)
}

/** The definitions in force, as evaluation takes them. */
export async function inForceNow(current: AppliedSource): Promise<InForce> {
  return forceOf(await appliedDefinitions(current))
}
