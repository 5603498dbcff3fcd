/** Keys, merges and refused messages as doors ask for them. */
import { Failure, sipHash64, type Locale } from '../../../core/base/index.ts'
import type {
  MergeRequest,
  MergeWire,
  NewWriteKeyWire,
  RefusedArrivalWire,
  WriteKeyWire,
} from '../../../core/contract/index.ts'
import type { OpenProgramme } from '../open.ts'
import { instantText } from '../time.ts'
import { ABSORB_LOCK } from './absorb.ts'
import { nextLoad } from './absorption.ts'
import { readEdges, resolver, type StoredEdge } from './canonical.ts'
import { finishMerges, mergeCustomers, undoMerge } from './merge.ts'
import { refuseTwinMerges } from './notice.ts'
import { listRefused } from './refusals.ts'
import { createWriteKey, listWriteKeys, revokeWriteKey } from './write-key.ts'

/** Makes a write key; shown whole in this answer only. */
export async function createKey(
  programme: OpenProgramme,
  { name }: { readonly name: string },
): Promise<NewWriteKeyWire> {
  return await createWriteKey(await programme.current(), name)
}

/** All write keys, revoked ones too. */
export async function listKeys(programme: OpenProgramme): Promise<readonly WriteKeyWire[]> {
  return await listWriteKeys(await programme.current())
}

/** Revokes a key by its number or prefix; it stops within two seconds. Throws `run/write-key-none`. */
export async function revokeKey(programme: OpenProgramme, which: string): Promise<WriteKeyWire> {
  return await revokeWriteKey(await programme.current(), which)
}

/** The latest refused messages with their reasons. */
export async function refusedMessages(
  programme: OpenProgramme,
  asked: { readonly limit: number; readonly locale: Locale },
): Promise<readonly RefusedArrivalWire[]> {
  return await listRefused(await programme.current(), asked)
}

/** Merges, latest first. */
export async function listMerges(
  programme: OpenProgramme,
  { limit }: { readonly limit: number },
): Promise<readonly MergeWire[]> {
  return (await readEdges(await programme.current(), { limit })).map(wire)
}

/** Makes an alias part of a customer. Throws `run/merge-same` and `run/merge-taken`. */
export async function merge(programme: OpenProgramme, asked: MergeRequest): Promise<MergeWire> {
  const handle = await programme.current()
  return await handle.ledger.withLock(ABSORB_LOCK, 'exclusive', async () => {
    await finishMerges(handle)
    const wish = { ...asked, cause: 'request' } as const
    if ((await refuseTwinMerges(handle, [wish])).length === 0)
      throw refusal('intake/customer-key-collision', {})
    const [outcome] = await mergeCustomers(handle, [wish], await nextLoad(handle))
    if (outcome?.kind === 'taken')
      throw refusal('run/merge-taken', { alias: asked.alias, customer: outcome.customer })
    if (outcome?.kind !== 'merged') throw refusal('run/merge-same', { ...asked })
    return wire(await mergeOf(handle, asked.alias))
  })
}

/** Takes the merge of an alias back. Throws `run/merge-unknown`, and `run/merge-order` while a later merge stands on it. */
export async function unmerge(
  programme: OpenProgramme,
  { alias }: { readonly alias: string },
): Promise<MergeWire> {
  const handle = await programme.current()
  return await handle.ledger.withLock(ABSORB_LOCK, 'exclusive', async () => {
    await finishMerges(handle)
    const known = await resolver(handle, [alias])
    const customer = known.customerOf(alias)
    if (customer === undefined) throw refusal('run/merge-unknown', { alias })
    const into = known.customerOf(customer)
    if (into !== undefined) throw refusal('run/merge-order', { customer, into })
    const made = await mergeOf(handle, alias)
    await undoMerge(handle, made)
    const [after] = await readEdges(handle, { aliasKeys: [made.aliasKey], limit: 1 })
    return wire(after ?? made)
  })
}

async function mergeOf(
  handle: Parameters<typeof readEdges>[0],
  alias: string,
): Promise<StoredEdge> {
  const aliasKeys = [sipHash64(alias).toString()]
  const made = (await readEdges(handle, { aliasKeys, states: ['done'] })).at(-1)
  if (made === undefined) throw refusal('run/merge-unknown', { alias })
  return made
}

function refusal(code: string, params: Readonly<Record<string, string>>): Failure {
  const short = Object.entries(params).map(([key, text]) => [key, text.slice(0, 100)])
  return new Failure(code, { code, params: Object.fromEntries(short) })
}

function wire(edge: StoredEdge): MergeWire {
  return {
    id: edge.id,
    alias: edge.aliasId,
    customer: edge.customerId,
    cause: edge.cause,
    state: edge.state,
    mergedAt: instantText(edge.at),
    undoneAt: edge.undoneAt === undefined ? null : instantText(edge.undoneAt),
  }
}
