/** Merges of customers: facts, lists and scores of an alias follow to its customer, and can be taken back exactly. */
import { sipHash64 } from '../../../core/base/index.ts'
import type { Analytics, Ledger } from '../../store/index.ts'
import { FACTS_LOCK } from '../facts.ts'
import { nextLoad, nowOf, recordTouching, type Timed } from './absorption.ts'
import { readEdges, resolver, type StoredEdge } from './canonical.ts'
import {
  copyKnown,
  copyRows,
  followingTables,
  meetAgain,
  moveBack,
  noteMerged,
  noteUndone,
  originsOf,
  removeCopies,
  touchBoth,
  type Edge,
  type FactTable,
} from './merge-sql.ts'
import { ensureTouchedTable, flushAlways } from './tables.ts'

/** What somebody says: these two ids are one customer. */
export interface MergeWish {
  readonly alias: string
  readonly customer: string
  readonly cause: 'alias' | 'identify' | 'request'
}

/** Why a wish came to nothing. */
export type MergeOutcome =
  | { readonly kind: 'merged'; readonly id: number }
  /** They are one already. */
  | { readonly kind: 'same' }
  /** The alias is part of another customer. */
  | { readonly kind: 'taken'; readonly customer: string }

/**
 * Merges, in the order of the wishes. The caller holds the absorption lock. An alias that is part of somebody else
 * stays there: an id on a shared device must not carry one person's facts to the next.
 */
export async function mergeCustomers(
  handle: Timed,
  wishes: readonly MergeWish[],
  load: number,
): Promise<readonly MergeOutcome[]> {
  const { edges, outcomes } = await planMerges(handle, wishes, load)
  for (const round of independent(edges)) await performMerges(handle, round)
  return outcomes
}

async function planMerges(
  handle: Timed,
  wishes: readonly MergeWish[],
  load: number,
): Promise<{ readonly edges: readonly Edge[]; readonly outcomes: readonly MergeOutcome[] }> {
  const known = await resolver(
    handle,
    wishes.flatMap((w) => [w.alias, w.customer]),
  )
  const outcomes: MergeOutcome[] = []
  const edges: Edge[] = []
  const at = nowOf(handle)
  for (const wish of wishes) {
    const customer = known.resolve(wish.customer)
    if (known.resolve(wish.alias) === customer) {
      outcomes.push({ kind: 'same' })
      continue
    }
    const holder = known.customerOf(wish.alias)
    if (holder !== undefined) {
      outcomes.push({ kind: 'taken', customer: holder })
      continue
    }
    const edge = { aliasKey: keyOf(wish.alias), customerKey: keyOf(customer), customerId: customer }
    const id = await record(handle, { ...edge, aliasId: wish.alias, cause: wish.cause, load, at })
    known.add(wish.alias, customer)
    edges.push({ ...edge, id, at, load })
    outcomes.push({ kind: 'merged', id })
  }
  return { edges, outcomes }
}

function keyOf(id: string): string {
  return sipHash64(id).toString()
}

async function record(
  { ledger }: { readonly ledger: Ledger },
  edge: Omit<Edge, 'id'> & { readonly aliasId: string; readonly cause: MergeWish['cause'] },
): Promise<number> {
  const row = await ledger.guard(() =>
    ledger.db
      .insertInto('customer_merge')
      .values({
        alias_id: edge.aliasId,
        customer_id: edge.customerId,
        alias_key: edge.aliasKey,
        customer_key: edge.customerKey,
        load: edge.load,
        cause: edge.cause,
        state: 'open',
        merged_at: new Date(edge.at),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** Rounds of merges that do not touch each other's customers, in order. */
function independent(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const rounds: Edge[][] = []
  let aliases = new Set<string>()
  let customers = new Set<string>()
  for (const edge of edges) {
    const clashes = aliases.has(edge.customerKey) || customers.has(edge.aliasKey)
    if (clashes || rounds.length === 0) {
      rounds.push([])
      aliases = new Set()
      customers = new Set()
    }
    rounds.at(-1)?.push(edge)
    aliases.add(edge.aliasKey)
    customers.add(edge.customerKey)
  }
  return rounds
}

async function performMerges(handle: Timed, edges: readonly Edge[]): Promise<void> {
  const { analytics, ledger, programme } = handle
  const tables = followingTables(programme.catalogue)
  const loads = [...new Set(edges.map((e) => e.load))]
  await ensureTables(analytics, tables)
  for (const load of loads) {
    const here = edges.filter((e) => e.load === load)
    await analytics.run(touchBoth(analytics, here, load))
  }
  await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
    await Promise.all(tables.map((table) => analytics.run(copyRows(analytics, table, edges))))
    for (const edge of edges) {
      await analytics.run(copyKnown(analytics, edge))
      await analytics.run(noteMerged(analytics, edge))
    }
    await analytics.tables.synchronise('merged')
  })
  for (const load of loads) await recordTouching(handle, load)
  await setState(handle, edges, 'done')
}

async function setState(
  handle: Timed,
  edges: readonly Pick<Edge, 'id'>[],
  state: 'done' | 'undoing' | 'undone',
): Promise<void> {
  const { ledger } = handle
  const ids = edges.map((e) => e.id)
  const ended = state === 'undone' ? { undone_at: new Date(nowOf(handle)) } : {}
  await ledger.guard(() =>
    ledger.db
      .updateTable('customer_merge')
      .set({ state, ...ended })
      .where('id', 'in', ids)
      .execute(),
  )
}

async function ensureTables(analytics: Analytics, tables: readonly FactTable[]): Promise<void> {
  await ensureTouchedTable(analytics)
  await flushAlways(analytics, ['customer', 'merged', ...tables.map((t) => t.name)])
}

/** Takes a merge back; the caller holds the absorption lock and knows that no later one stands on it. */
export async function undoMerge(handle: Timed, merge: StoredEdge): Promise<void> {
  await setState(handle, [merge], 'undoing')
  await performUndo(handle, merge)
}

async function performUndo(handle: Timed, merge: StoredEdge): Promise<void> {
  const { analytics, ledger, programme } = handle
  const tables = followingTables(programme.catalogue)
  const load = await nextLoad(handle)
  const origins = await analytics.query<{ alias_key: string }>(originsOf(analytics, merge))
  const keys = origins.map((row) => row.alias_key)
  await ensureTables(analytics, tables)
  await analytics.run(touchBoth(analytics, [merge], load))
  await ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
    if (keys.length > 0) {
      await Promise.all(tables.map((table) => analytics.run(moveBack(analytics, table, merge))))
      await analytics.run(meetAgain(analytics, tables, merge, merge.aliasId))
      await remove(analytics, tables, merge, keys)
    }
    // Another alias may have brought the same event as the one that left.
    const rest = (await readEdges(handle, { customerKeys: [merge.customerKey] })).filter(
      (other) => other.id !== merge.id && other.state === 'done',
    )
    if (rest.length > 0)
      await Promise.all(tables.map((table) => analytics.run(copyRows(analytics, table, rest))))
    await analytics.run(noteUndone(analytics, merge, { load, at: nowOf(handle) }))
    await analytics.tables.synchronise('merged')
  })
  await recordTouching(handle, load)
  await setState(handle, [merge], 'undone')
}

async function remove(
  analytics: Analytics,
  tables: readonly FactTable[],
  merge: Edge,
  keys: readonly string[],
): Promise<void> {
  const names = [...tables.map((t) => t.name), 'customer']
  const settings = { lightweight_deletes_sync: 2 }
  await Promise.all(
    names.map((name) =>
      analytics.runOnShards((table) => removeCopies(table(name), merge, keys), { settings }),
    ),
  )
}

/** Finishes what a killed process left half done; the caller holds the absorption lock. */
export async function finishMerges(handle: Timed): Promise<void> {
  const open = await readEdges(handle, { states: ['open', 'undoing'] })
  for (const merge of open) {
    if (merge.state === 'open') await performMerges(handle, [merge])
    else await performUndo(handle, merge)
  }
}
