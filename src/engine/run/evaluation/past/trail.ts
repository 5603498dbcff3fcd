/** The history of memberships: every entry and exit, newest first. */
import type { Instant } from '../../../../core/base/index.ts'
import { join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import { readNumbers } from '../generation/numbers.ts'
import { instant } from '../generation/state.ts'
import { CHANGE_TABLE, POPULATION_NUMBER } from '../generation/tables.ts'
import type { Cause } from '../generation/touched.ts'
import type { Snapshot } from '../snapshot.ts'

/** One entry or exit. */
export interface Change {
  readonly customerId: string
  readonly segment: string
  readonly entered: boolean
  /** When it became true. */
  readonly at: Instant
  /** When we knew. */
  readonly computedAt: Instant
  readonly cause: Cause
  /** Of the definition; 0 when nothing was ever applied. */
  readonly version: number
  readonly generation: number
}

export interface TrailOptions {
  readonly segment?: string
  readonly customer?: string
  /** Changes that became true after this instant, and up to that one. */
  readonly after?: Instant
  readonly upTo?: Instant
  readonly limit: number
  readonly offset?: number
}

interface Row {
  readonly customer_id: string
  readonly segment_number: number
  readonly entered: number
  readonly at: string
  readonly computed_at: string
  readonly cause: Cause
  readonly version: number
  readonly generation: string
}

/** Changes that the published generation has seen. Cost: a customer's are found by key; others read the history. */
export async function readTrail(
  handle: Handle,
  snapshot: Snapshot,
  options: TrailOptions,
): Promise<readonly Change[]> {
  const { analytics } = handle
  const numbers = await readNumbers(handle)
  const byNumber = new Map([...numbers].map(([key, number]) => [number, key]))
  const wanted = options.segment === undefined ? undefined : (numbers.get(options.segment) ?? -1)
  if (wanted === -1) return []
  const rows =
    await analytics.query<Row>(sql`SELECT names.customer_id AS customer_id, segment_number, entered,
      toUnixTimestamp64Milli(at) AS at, toUnixTimestamp64Milli(computed_at) AS computed_at, cause, version, generation
    FROM (SELECT * FROM ${analytics.table(CHANGE_TABLE)} WHERE ${join(conditions(snapshot, options, wanted), ' AND ')}
      ORDER BY at DESC, generation DESC, customer_key, segment_number
      LIMIT ${value(options.limit, 'UInt64')} OFFSET ${value(options.offset ?? 0, 'UInt64')}) AS changes
    ANY LEFT JOIN (SELECT customer_key, customer_id FROM ${analytics.table('customer')}) AS names
      ON changes.customer_key = names.customer_key
    ORDER BY changes.at DESC, generation DESC, changes.customer_key, segment_number`)
  return rows.map((row) => ({
    customerId: row.customer_id,
    segment: byNumber.get(row.segment_number) ?? '',
    entered: row.entered === 1,
    at: Number(row.at),
    computedAt: Number(row.computed_at),
    cause: row.cause,
    version: row.version,
    generation: Number(row.generation),
  }))
}

function conditions(
  snapshot: Snapshot,
  { customer, after, upTo }: TrailOptions,
  wanted: number | undefined,
): readonly Sql[] {
  return [
    sql`generation <= ${value(snapshot.id, 'UInt64')}`,
    ...(snapshot.dead.length === 0
      ? []
      : [sql`generation NOT IN ${value([...snapshot.dead], 'Array(UInt64)')}`]),
    wanted === undefined
      ? sql`segment_number != ${raw(String(POPULATION_NUMBER))}`
      : sql`segment_number = ${value(wanted, 'UInt16')}`,
    ...(customer === undefined
      ? []
      : [sql`customer_key = sipHash64(${value(customer, 'String')})`]),
    ...(after === undefined ? [] : [sql`at > ${instant(after)}`]),
    ...(upTo === undefined ? [] : [sql`at <= ${instant(upTo)}`]),
  ]
}
