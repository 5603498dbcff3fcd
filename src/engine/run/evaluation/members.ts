/** Who is in a segment, page by page, from the published generation. */
import { Failure } from '../../../core/base/index.ts'
import { raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { canonicalId } from '../arrival/canonical.ts'
import type { Handle } from '../handle.ts'
import { hasBit } from './generation/bits.ts'
import { keysWhere } from './generation/state.ts'
import { currentSnapshot, type SegmentCount, type Snapshot } from './snapshot.ts'

export interface MembersOptions {
  /** At most this many; 50 by default. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
  /** Only customers whose id contains this text, in any case. */
  readonly search?: string
}

/** Customer ids in the order of their bytes. */
export interface IdPage {
  readonly customerIds: readonly string[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null
}

export interface MembersPage extends IdPage {
  readonly snapshot: Snapshot
  /** Members of the segment, searched for or not. */
  readonly total: number
}

const PAGE = 50

/**
 * A page of members by customer id. Throws `run/not-evaluated` before the first evaluation and
 * `run/not-in-snapshot` for a segment that was not part of it. Cost: one pass over the customers' ids.
 */
export async function readMembers(
  handle: Handle,
  segment: string,
  options: MembersOptions = {},
): Promise<MembersPage> {
  return await readMembersOf(handle, await requireSnapshot(handle), segment, options)
}

/** The same from a given generation, so that all pages are of one state. Throws `run/not-in-snapshot`. */
export async function readMembersOf(
  handle: Handle,
  snapshot: Snapshot,
  segment: string,
  options: MembersOptions = {},
): Promise<MembersPage> {
  const counted = requireCounted(snapshot, segment)
  const keys = keysWhere(
    snapshot,
    (name) => handle.analytics.table(name),
    (bits) => hasBit(bits, counted.number),
  )
  // Who looks for an id that was merged finds the customer it is part of.
  const search =
    options.search === undefined ? undefined : await canonicalId(handle, options.search)
  const asked = { ...options, ...(search === undefined ? {} : { search }) }
  return { snapshot, total: counted.count, ...(await readIds(handle, keys, asked)) }
}

/** A page of the ids of those customers whose keys a subquery gives. */
export async function readIds(
  { analytics }: Pick<Handle, 'analytics'>,
  keys: Sql,
  options: MembersOptions = {},
): Promise<IdPage> {
  const { limit = PAGE, after, search } = options
  const beyond = after === undefined ? raw('') : sql` AND customer_id > ${value(after, 'String')}`
  const found =
    search === undefined || search === ''
      ? raw('')
      : sql` AND positionCaseInsensitiveUTF8(customer_id, ${value(search, 'String')}) > 0`
  const rows = await analytics.query<{ customer_id: string }>(sql`SELECT DISTINCT customer_id
    FROM ${analytics.table('customer')} WHERE customer_key IN (${keys})${beyond}${found}
    ORDER BY customer_id LIMIT ${value(limit + 1, 'UInt64')}`)
  const customerIds = rows.slice(0, limit).map((row) => row.customer_id)
  return { customerIds, next: rows.length > limit ? (customerIds.at(-1) ?? null) : null }
}

/** The published generation, or the Failure `run/not-evaluated`. */
export async function requireSnapshot(handle: Pick<Handle, 'ledger'>): Promise<Snapshot> {
  const snapshot = await currentSnapshot(handle)
  if (snapshot === undefined)
    throw new Failure('nothing has been evaluated', { code: 'run/not-evaluated' })
  return snapshot
}

/** What a generation holds of a segment, or the Failure `run/not-in-snapshot`. */
export function requireCounted(snapshot: Snapshot, segment: string): SegmentCount {
  const counted = snapshot.segments.get(segment)
  if (counted !== undefined) return counted
  throw new Failure(`${segment} is not in the snapshot`, {
    code: 'run/not-in-snapshot',
    params: { segment },
  })
}
