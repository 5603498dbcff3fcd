/** Which customers have new facts, and since when: what an advance starts from. */
import type { Transaction } from 'kysely'
import { eventTable, type Catalogue } from '../../../../core/catalog/index.ts'
import { join, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Analytics, LedgerSchema } from '../../../store/index.ts'
import type { Handle } from '../../handle.ts'
import type { TableOf } from './source.ts'

/** Why a membership changed. */
export type Cause =
  | 'event'
  | 'trait'
  | 'list'
  | 'score'
  | 'definition'
  | 'time'
  | 'merge'
  | 'rebuild'

/** A source of new facts that an advance takes in. */
export interface Touched {
  /**
   * `SELECT customer_key, at, cause`: one row or more for each new fact (or the earliest of a customer), `at` its
   * instant as DateTime64(3, 'UTC'), `cause` one of `Cause`. `table` names tables, on a cluster those of the shard.
   */
  rows(table: TableOf): Sql
  /** When it is the same for all of them. */
  readonly cause?: Cause
  /** Runs inside the ledger transaction that publishes: what is taken in is forgotten with it, or not at all. */
  readonly commit?: (tx: Transaction<LedgerSchema>, generation: number) => Promise<void>
}

/** Takes in what has arrived since it was asked last; undefined when nothing has. Called by one process at a time. */
export interface Absorber {
  absorb(signal: AbortSignal): Promise<Touched | undefined>
}

/** Why members change whose definitions have not, when everybody is computed with these new facts. */
export function usualCause(touched: readonly Touched[]): Cause | undefined {
  const causes = new Set(touched.map((one) => one.cause ?? 'event'))
  const [only] = causes
  return causes.size > 1 ? 'event' : only
}

/** The loads of files whose facts no generation has taken in; undefined when there are none. */
export async function touchedByLoads(
  handle: Pick<Handle, 'ledger' | 'analytics' | 'programme'>,
): Promise<Touched | undefined> {
  const loads = await waitingLoads(handle)
  if (loads.length === 0) return undefined
  const { catalogue } = handle.programme
  const present = new Set(await handle.analytics.tables.list())
  return {
    rows: (table) => rowsOfLoads(catalogue, loads, (name) => present.has(name), table),
    commit: (tx, generation) => takeLoads(tx, loads, generation),
  }
}

/** Marks loads as taken in by a generation. */
export async function takeLoads(
  tx: Transaction<LedgerSchema>,
  loads: readonly number[],
  generation: number,
): Promise<void> {
  if (loads.length === 0) return
  await tx
    .updateTable('import')
    .set({ generation_id: generation })
    .where('id', 'in', [...loads])
    .execute()
}

/** Finished loads that no generation has taken in yet. */
export async function waitingLoads({ ledger }: Pick<Handle, 'ledger'>): Promise<readonly number[]> {
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('import')
      .select('id')
      .where('state', '=', 'done')
      .where('generation_id', 'is', null)
      .orderBy('id')
      .execute(),
  )
  return rows.map((row) => row.id)
}

function rowsOfLoads(
  catalogue: Catalogue,
  loads: readonly number[],
  isThere: (table: string) => boolean,
  table: TableOf,
): Sql {
  const brought = sql`load IN ${value([...loads], 'Array(UInt32)')}`
  const events = Object.keys(catalogue.events).filter((event) => isThere(eventTable(event)))
  const parts = [
    // Known earlier than before, or for the first time.
    sql`SELECT customer_key, known_from AS at, 'event' AS cause FROM ${table('customer')} WHERE ${brought}`,
    sql`SELECT customer_key, at, 'trait' AS cause FROM ${table('profile')} WHERE ${brought}`,
    ...events.map(
      (event) =>
        sql`SELECT customer_key, at, 'event' AS cause FROM ${table(eventTable(event))} WHERE ${brought}`,
    ),
  ]
  return join(parts, ' UNION ALL ')
}

/** The rows of several sources together. */
export function unitedRows(touched: readonly Touched[], table: TableOf): Sql {
  return join(
    touched.map((t) => sql`SELECT customer_key, at, cause FROM (${t.rows(table)})`),
    ' UNION ALL ',
  )
}

/** How many customers have new facts. */
export async function countTouched(
  analytics: Analytics,
  touched: readonly Touched[],
): Promise<number> {
  if (touched.length === 0) return 0
  const rows = unitedRows(touched, (name) => analytics.table(name))
  const [row] = await analytics.query<{ n: string }>(
    sql`SELECT uniq(customer_key) AS n FROM (${rows})`,
  )
  return Number(row?.n ?? 0)
}
