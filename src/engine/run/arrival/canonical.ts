/** Which customer an id belongs to, by the merges in the ledger. */
import { sipHash64 } from '../../../core/base/index.ts'
import type { Ledger, MergeState } from '../../store/index.ts'
import type { Edge } from './merge-sql.ts'

type Doors = { readonly ledger: Ledger }

/** A merge as the ledger keeps it. */
export interface StoredEdge extends Edge {
  readonly aliasId: string
  readonly cause: 'alias' | 'identify' | 'request'
  readonly state: MergeState
  readonly undoneAt: number | undefined
}

/** Merges by what is asked, oldest first. */
export async function readEdges(
  { ledger }: Doors,
  asked: {
    readonly aliasKeys?: readonly string[]
    readonly customerKeys?: readonly string[]
    readonly states?: readonly MergeState[]
    readonly limit?: number
  },
): Promise<readonly StoredEdge[]> {
  const { aliasKeys, customerKeys, states, limit } = asked
  let query = ledger.db.selectFrom('customer_merge').selectAll().orderBy('id')
  if (aliasKeys !== undefined) query = query.where('alias_key', 'in', [...aliasKeys])
  if (customerKeys !== undefined) query = query.where('customer_key', 'in', [...customerKeys])
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (limit !== undefined) query = query.clearOrderBy().orderBy('id', 'desc').limit(limit)
  const rows = await ledger.guard(() => query.execute())
  return rows.map((row) => ({
    id: row.id,
    aliasId: row.alias_id,
    aliasKey: row.alias_key,
    customerId: row.customer_id,
    customerKey: row.customer_key,
    load: row.load,
    cause: row.cause,
    state: row.state,
    at: row.merged_at.getTime(),
    undoneAt: row.undone_at?.getTime(),
  }))
}

/** Follows merges from id to id. */
export interface Resolver {
  /** The customer that an id belongs to in the end; the id itself when it was never merged. */
  resolve(id: string): string
  /** The customer that an id was merged into, one step. */
  customerOf(id: string): string | undefined
  add(alias: string, customer: string): void
}

const MERGED: readonly MergeState[] = ['open', 'done']

/** Reads the merges that lead on from some ids. */
export async function resolver(doors: Doors, ids: readonly string[]): Promise<Resolver> {
  const into = new Map<string, string>()
  let open = [...new Set(ids)]
  while (open.length > 0) {
    const keys = open.map((id) => sipHash64(id).toString())
    const edges = await readEdges(doors, { aliasKeys: keys, states: MERGED })
    for (const edge of edges) into.set(edge.aliasId, edge.customerId)
    open = edges.map((edge) => edge.customerId).filter((id) => !into.has(id))
  }
  const resolve = (id: string): string => {
    let at = id
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }
  return {
    resolve,
    customerOf: (id) => into.get(id),
    add: (alias, customer) => void into.set(alias, customer),
  }
}

/** So many at a time, each a parameter of the ledger's statement. */
const CHUNK = 10_000

/** The customers that merged ids belong to, by id; ids that were never merged are absent. Cost: as `canonicalId`, in chunks. */
export async function canonicalIds(
  doors: Doors,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    const { resolve } = await resolver(doors, chunk)
    for (const id of chunk) if (resolve(id) !== id) found.set(id, resolve(id))
  }
  return found
}

/** The customer that an id belongs to: what a door asks before it looks up a customer. Cost: one ledger lookup for each merge on the way. */
export async function canonicalId(doors: Doors, id: string): Promise<string> {
  return (await resolver(doors, [id])).resolve(id)
}
