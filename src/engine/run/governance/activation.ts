/** What speaks against activating a segment: too few members, or the members of another one. */
import type { Instant, Issue } from '../../../core/base/index.ts'
import { ACTIVATION_FLOOR, activationWarnings, PRIVACY_FLOOR } from '../../../core/insight/index.ts'
import { emitSelect, PLAN_SETTINGS, weave } from '../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { id, raw, sql } from '../../../core/sql/index.ts'
import { numbersIn } from '../evaluation/generation/bits.ts'
import { cutoffsOfPlan } from '../evaluation/generation/cutoffs.ts'
import { stateOf } from '../evaluation/generation/state.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { withReferences } from './effect.ts'

/** Which segments would be activated, and by which definitions. */
export interface Activated {
  readonly keys: readonly string[]
  readonly definitions: ReadonlyMap<string, BoundDefinition>
  readonly asOf: Instant
  readonly signal?: AbortSignal
}

/** How many would be members. */
export interface SizesAfter {
  readonly population: number
  readonly after: (key: string) => number
}

/** In a smaller base no segment could pass, so that nothing is said. */
const LEAST_POPULATION = ACTIVATION_FLOOR

/**
 * Warnings by segment, compared with what is published of the others and with what else would be activated. Cost: one evaluation of the
 * segments to be activated.
 */
export async function activationIssues(
  handle: Handle,
  activated: Activated,
  { population, after: members }: SizesAfter,
): Promise<ReadonlyMap<string, readonly Issue[]>> {
  const { keys } = activated
  if (keys.length === 0 || population < LEAST_POPULATION) return new Map()
  const common = await commonMembers(handle, activated)
  return new Map(
    keys.map((key) => {
      const others = (common.get(key) ?? []).map((other) => ({
        ...other,
        members: keys.includes(other.key) ? members(other.key) : other.members,
      }))
      return [key, issuesOf(key, members(key), others)]
    }),
  )
}

interface Common {
  readonly key: string
  readonly members: number
  readonly both: number
}

function issuesOf(key: string, members: number, others: readonly Common[]): readonly Issue[] {
  return activationWarnings(members, others).map(({ kind, other = '', jaccard = 0 }): Issue => {
    const severity = 'warning'
    if (kind === 'near-duplicate') {
      const params = { segment: key, other, share: Math.floor(100 * jaccard) }
      return { code: 'run/near-duplicate', severity, params }
    }
    const isPrivate = kind === 'under-privacy-floor'
    const floor = isPrivate ? PRIVACY_FLOOR : ACTIVATION_FLOOR
    const code = isPrivate ? 'run/under-privacy-floor' : 'run/under-activation-floor'
    return { code, severity, params: { segment: key, floor } }
  })
}

/** For each segment, those it has members in common with; itself left out. */
async function commonMembers(
  handle: Handle,
  { keys, definitions, asOf, signal }: Activated,
): Promise<ReadonlyMap<string, readonly Common[]>> {
  const { analytics, ledger } = handle
  const plan = weave(withReferences(keys, definitions), handle.programme.catalogue, {
    segments: keys,
  })
  const snapshot = await currentSnapshot(handle)
  const rows = await ledger.withLock(FACTS_LOCK, 'shared', async () => {
    const of = { asOf, ...(signal === undefined ? {} : { signal }) }
    const cutoffs = await cutoffsOfPlan(handle, plan, of)
    const select = emitSelect(plan, {
      table: analytics.table,
      at: { kind: 'fixed', asOf },
      numbers: new Map(keys.map((key, i) => [key, i])),
      cutoffs: (key) => cutoffs.get(key),
      flips: false,
    })
    const published =
      snapshot === undefined
        ? sql`SELECT toUInt64(0) AS customer_key, emptyArrayUInt64() AS bits WHERE 0`
        : sql`SELECT customer_key, bits FROM (${stateOf(snapshot, (name) => analytics.table(name))}) WHERE known = 1`
    // Segments that are published count from 0 on, those to be activated from `NEW` on.
    const both = sql`arrayConcat(arrayMap(x -> toUInt32(x), ${numbersIn(id('theirs'))}), arrayMap(x -> toUInt32(x) + ${raw(String(NEW))}, mine))`
    return await analytics.query<{ a: number; b: number; n: string }>(
      sql`SELECT pair.1 AS a, pair.2 AS b, count() AS n FROM (
        SELECT arrayJoin(arrayFlatten(arrayMap(x -> arrayMap(y -> (x, y), ${both}), mine))) AS pair
        FROM (SELECT ${numbersIn(id('own'))} AS mine, theirs FROM (SELECT customer_key, bits AS own FROM (${select})) AS p
          ANY LEFT JOIN (SELECT customer_key, bits AS theirs FROM (${published})) AS s USING (customer_key)))
      GROUP BY a, b`,
      { settings: PLAN_SETTINGS, ...(signal === undefined ? {} : { signal }) },
    )
  })
  const known = [...(snapshot?.segments ?? [])]
  const named = (
    number: number,
  ): { readonly key: string; readonly members: number } | undefined => {
    const fresh = keys[number - NEW]
    if (fresh !== undefined) return { key: fresh, members: 0 }
    const found = known.find(([, segment]) => segment.number === number)
    // What is to be activated is compared as it would be, not as it was.
    return found === undefined || keys.includes(found[0])
      ? undefined
      : { key: found[0], members: found[1].count }
  }
  return new Map(
    keys.map((key, i) => [
      key,
      rows.flatMap((row): Common[] => {
        const other = Number(row.a) === i ? named(Number(row.b)) : undefined
        return other === undefined || other.key === key ? [] : [{ ...other, both: Number(row.n) }]
      }),
    ]),
  )
}

const NEW = 100_000
