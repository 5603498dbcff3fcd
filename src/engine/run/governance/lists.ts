/** Static lists: made, edited, shown. A list named `segment:<key>:include` or `:exclude` overrides that segment. */
import { Failure, nearest, type Locale } from '../../../core/base/index.ts'
import type { ListEditWire, ListPageWire, ListWire } from '../../../core/contract/index.ts'
import { raw, sql, value } from '../../../core/sql/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { canonicalIds } from '../arrival/canonical.ts'
import { catchUp } from '../keeper/catch-up.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { appliedDefinitions, definitionsInReach } from '../programme/applied.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'
import { systemUser } from './first.ts'
import { overrideOf } from './known-lists.ts'
import { knownIds, listedNow, writeEdit } from './list-edits.ts'

/** Unknown ids that are named one by one. */
const SHOWN_UNKNOWN = 20

/** Who edits, and why. */
export interface ListAuthor {
  readonly locale: Locale
  readonly who?: string
  readonly why?: string
}

/** Makes a list. Throws `run/list-name`, `run/list-exists`. */
export async function createList(
  programme: OpenProgramme,
  made: ListAuthor & { readonly name: string; readonly comment?: string },
): Promise<ListWire> {
  const current = await programme.current()
  await assertName(current, made.name)
  const { ledger } = current
  const isNew = await ledger.guard(() =>
    ledger.db
      .insertInto('static_list')
      .values({ name: made.name, comment: made.comment ?? '', who: made.who ?? systemUser() })
      .onConflict((c) => c.doNothing())
      .returning('name')
      .executeTakeFirst(),
  )
  if (isNew === undefined) {
    throw new Failure('there is such a list', {
      code: 'run/list-exists',
      params: { list: made.name },
    })
  }
  return await oneList(current, made.name)
}

async function assertName(current: Current, name: string): Promise<void> {
  const override = overrideOf(name)
  const isPlain = /^[\p{L}\d][\p{L}\d ._-]{0,99}$/u.test(name)
  const reach = override === undefined ? undefined : await definitionsInReach(current)
  if (isPlain || (override !== undefined && reach?.has(override.segment) === true)) return
  throw new Failure('no name for a list', {
    code: 'run/list-name',
    params: { list: name.slice(0, 120) },
  })
}

/**
 * Adds and removes customers; ids that nobody has change nothing and are named. A list that overrides a segment is
 * made at its first use. Published memberships follow at once, unless they were asked for as of a past instant. Throws `run/list-unknown`.
 */
export async function editList(
  programme: OpenProgramme,
  edit: ListAuthor & {
    readonly name: string
    readonly add?: readonly string[]
    readonly remove?: readonly string[]
    readonly signal?: AbortSignal
  },
): Promise<ListEditWire> {
  const { name, locale } = edit
  const first = await programme.current()
  const isThere = (await listRows(first)).some((row) => row.name === name)
  if (!isThere) {
    if (overrideOf(name) === undefined) throw await listUnknown(first, name)
    await createList(programme, {
      name,
      locale,
      ...(edit.who === undefined ? {} : { who: edit.who }),
    })
  }
  const current = await programme.current()
  const author = { who: edit.who ?? systemUser(), why: edit.why ?? '' }
  const ids = [...new Set([...(edit.add ?? []), ...(edit.remove ?? [])])]
  // An id that was merged stands for the customer it is part of.
  const canonical = await canonicalIds(current, ids)
  const customerOf = (id: string): string => canonical.get(id) ?? id
  const known = await knownIds(current, [...new Set(ids.map(customerOf))])
  const unknown = ids.filter((id) => !known.has(customerOf(id)))
  const write = async (of: readonly string[] | undefined, listed: boolean): Promise<number> => {
    const wanted = [...new Set((of ?? []).map(customerOf))].filter((id) => known.has(id))
    if (wanted.length === 0) return 0
    return await writeEdit(current, {
      list: name,
      ids: wanted,
      listed,
      at: current.clock.now(),
      author,
    })
  }
  const added = await write(edit.add, true)
  const removed = await write(edit.remove, false)
  if (added + removed > 0) await follow(current, edit)
  const shown = unknown.slice(0, SHOWN_UNKNOWN)
  const params = { ids: shown, count: unknown.length }
  return {
    list: name,
    added,
    removed,
    unknown: shown,
    unknownCount: unknown.length,
    issues:
      unknown.length === 0
        ? []
        : [issueWire({ code: 'run/ids-unknown', severity: 'warning', params }, locale)],
  }
}

/** Brings the published memberships up to date, when something published depends on the list. */
async function follow(
  current: Current,
  { name, signal }: { readonly name: string; readonly signal?: AbortSignal },
): Promise<void> {
  if ((await usersOf(current, name)).length === 0) return
  const now = current.clock.now()
  const stop = signal === undefined ? {} : { signal }
  await catchUp(current, { to: now, computedAt: now, ...stop })
}

/** All lists, by name. */
export async function listLists(programme: OpenProgramme): Promise<readonly ListWire[]> {
  const current = await programme.current()
  const rows = await listRows(current)
  return await Promise.all(rows.map((row) => listWire(current, row)))
}

/** A page of a list, with its history. Throws `run/list-unknown`. */
export async function showList(
  programme: OpenProgramme,
  asked: { readonly name: string; readonly limit: number; readonly after?: string },
): Promise<ListPageWire> {
  const current = await programme.current()
  const { name, limit, after } = asked
  const list = await oneList(current, name)
  const { analytics, ledger } = current
  const beyond = after === undefined ? raw('') : sql` AND customer_id > ${value(after, 'String')}`
  const rows = await analytics.query<{ customer_id: string }>(sql`SELECT DISTINCT customer_id
    FROM ${analytics.table('customer')}
    WHERE customer_key IN (${listedNow(name, analytics.table('list_member'))})${beyond}
    ORDER BY customer_id LIMIT ${value(limit + 1, 'UInt64')}`)
  const customers = rows.slice(0, limit).map((row) => row.customer_id)
  const edits = await ledger.guard(() =>
    ledger.db
      .selectFrom('list_edit')
      .selectAll()
      .where('list', '=', name)
      .orderBy('id', 'desc')
      .limit(100)
      .execute(),
  )
  return {
    ...list,
    customers,
    next: rows.length > limit ? (customers.at(-1) ?? null) : null,
    edits: edits.map((row) => ({
      at: instantText(row.edited_at.getTime()),
      who: row.who,
      why: row.why,
      added: row.added,
      removed: row.removed,
    })),
  }
}

interface ListRow {
  readonly name: string
  readonly comment: string
  readonly who: string
  readonly created_at: Date
}

async function listRows({ ledger }: Pick<Current, 'ledger'>): Promise<readonly ListRow[]> {
  return await ledger.guard(() =>
    ledger.db.selectFrom('static_list').selectAll().orderBy('name').execute(),
  )
}

async function oneList(current: Current, name: string): Promise<ListWire> {
  const row = (await listRows(current)).find((one) => one.name === name)
  if (row === undefined) throw await listUnknown(current, name)
  return await listWire(current, row)
}

async function listUnknown(current: Current, name: string): Promise<Failure> {
  const near = nearest(
    name,
    (await listRows(current)).map((row) => row.name),
  )
  return new Failure('no such list', {
    code: 'run/list-unknown',
    params: { list: name, near: near === undefined ? '' : `→ "${near}"` },
  })
}

async function listWire(current: Current, row: ListRow): Promise<ListWire> {
  const { analytics } = current
  const [count] = await analytics.query<{ n: string }>(
    sql`SELECT count() AS n FROM (${listedNow(row.name, analytics.table('list_member'))})`,
  )
  return {
    name: row.name,
    comment: row.comment,
    who: row.who,
    createdAt: instantText(row.created_at.getTime()),
    members: Number(count?.n ?? 0),
    usedBy: await usersOf(current, row.name),
  }
}

/** Segments in force that ask about a list, or that it overrides. */
async function usersOf(current: Current, list: string): Promise<readonly string[]> {
  const { definitions } = await appliedDefinitions(current)
  const asks = (bound: BoundDefinition | undefined): boolean =>
    bound !== undefined && namesList(bound.condition, list)
  return [...definitions]
    .filter(([, { bound, file }]) => file.status !== 'retired' && asks(bound))
    .map(([key]) => key)
}

/** Bound trees are plain data, in which only `inList` names a list. */
function namesList(node: unknown, list: string): boolean {
  if (Array.isArray(node)) return node.some((part) => namesList(part, list))
  if (typeof node !== 'object' || node === null) return false
  if ('kind' in node && node.kind === 'inList' && 'list' in node && node.list === list) return true
  return Object.values(node).some((part) => namesList(part, list))
}
