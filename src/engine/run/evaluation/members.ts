/** Who is in a segment, page by page, from the published snapshot. */
import { Failure } from '../../../core/base/index.ts'
import { segmentColumn } from '../../../core/plan/index.ts'
import { id, raw, sql, value } from '../../../core/sql/index.ts'
import type { Handle } from '../handle.ts'
import { currentSnapshot, snapshotTable, type Snapshot } from './snapshot.ts'

export interface MembersOptions {
  /** At most this many; 50 by default. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
  /** Only customers whose id contains this text, in any case. */
  readonly search?: string
}

export interface MembersPage {
  readonly snapshot: Snapshot
  /** Members of the segment, searched for or not. */
  readonly total: number
  /** Customer ids in the order of their bytes. */
  readonly customerIds: readonly string[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null
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
  const { analytics } = handle
  const snapshot = await requireSnapshot(handle)
  const counted = snapshot.segments.get(segment)
  if (counted === undefined)
    throw new Failure(`${segment} is not in the snapshot`, {
      code: 'run/not-in-snapshot',
      params: { segment },
    })
  const { limit = PAGE, after, search } = options
  const members = sql`SELECT customer_key FROM ${analytics.table(snapshotTable(snapshot.id))}
    WHERE ${id(segmentColumn(segment))} = 1`
  const beyond = after === undefined ? raw('') : sql` AND customer_id > ${value(after, 'String')}`
  const found =
    search === undefined || search === ''
      ? raw('')
      : sql` AND positionCaseInsensitiveUTF8(customer_id, ${value(search, 'String')}) > 0`
  const rows = await analytics.query<{ customer_id: string }>(sql`SELECT DISTINCT customer_id
    FROM ${analytics.table('customer')} WHERE customer_key IN (${members})${beyond}${found}
    ORDER BY customer_id LIMIT ${value(limit + 1, 'UInt64')}`)
  const customerIds = rows.slice(0, limit).map((row) => row.customer_id)
  return {
    snapshot,
    total: counted.count,
    customerIds,
    next: rows.length > limit ? (customerIds.at(-1) ?? null) : null,
  }
}

/** The published snapshot, or the Failure `run/not-evaluated`. */
export async function requireSnapshot(handle: Pick<Handle, 'ledger'>): Promise<Snapshot> {
  const snapshot = await currentSnapshot(handle)
  if (snapshot === undefined)
    throw new Failure('nothing has been evaluated', { code: 'run/not-evaluated' })
  return snapshot
}
