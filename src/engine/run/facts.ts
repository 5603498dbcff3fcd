/** Keeps the fact tables in step with the catalogue: creates what is absent, adds new columns, never drops. */
import { Failure } from '../../core/base/index.ts'
import { factShapes, type Catalogue, type TableShape } from '../../core/catalog/index.ts'
import { id, sql, value } from '../../core/sql/index.ts'
import type { Analytics } from '../store/index.ts'

/**
 * The ledger lock over a programme's facts: a load holds it `exclusive` while it publishes, readers of facts
 * `shared`, so that nobody sees half an import.
 */
export const FACTS_LOCK = 'facts'

/**
 * Creates absent fact tables and adds absent columns, so that a catalogue may grow at any time.
 * A column whose type no longer fits the catalogue is refused with `run/fact-type-changed`:
 * the stored facts would otherwise change their meaning silently.
 */
export async function ensureFacts(handle: {
  readonly analytics: Analytics
  readonly programme: { readonly catalogue: Catalogue }
}): Promise<void> {
  const { tables } = handle.analytics
  const existing = new Set(await tables.list())
  for (const shape of factShapes(handle.programme.catalogue)) {
    if (!existing.has(shape.name)) await tables.create(shape)
    else await extend(handle.analytics, shape)
  }
}

async function extend(analytics: Analytics, shape: TableShape): Promise<void> {
  const found = new Map((await analytics.tables.columns(shape.name)).map((c) => [c.name, c.type]))
  for (const column of shape.columns) {
    const type = found.get(column.name)
    if (type !== undefined && type !== column.type) {
      throw new Failure(`column ${shape.name}.${column.name} is ${type}, not ${column.type}`, {
        code: 'run/fact-type-changed',
        params: { table: shape.name, column: column.name, stored: type, wanted: column.type },
      })
    }
  }
  const absent = shape.columns.filter((column) => !found.has(column.name))
  if (absent.length > 0) await analytics.tables.addColumns(shape.name, absent)
}

/**
 * Stored columns whose name the catalogue does not have any more: a trait or property that was renamed or removed keeps its
 * values there, unseen, and the new name starts empty. Names are as people write them. Cost: a look at the store's own books,
 * and for each such column reading it as far as its first value.
 */
export async function orphanColumns(handle: {
  readonly analytics: Analytics
  readonly programme: { readonly catalogue: Catalogue }
}): Promise<readonly { readonly table: string; readonly name: string }[]> {
  const { analytics, programme } = handle
  const found = await Promise.all(
    factShapes(programme.catalogue).map(async (shape) => {
      const known = new Set(shape.columns.map((column) => column.name))
      const stored = await analytics.tables.columns(shape.name)
      return stored
        .filter((column) => !known.has(column.name) && /^[tpe]_/.test(column.name))
        .map((column) => ({ table: shape.name, column: column.name }))
    }),
  )
  const filled = await Promise.all(found.flat().map((one) => hasValues(analytics, one)))
  return found
    .flat()
    .filter((_, i) => filled[i])
    .map(({ table, column }) => ({
      table: table.replace(/^event_/, ''),
      name: column.replace(/^[tpe]_/, ''),
    }))
}

async function hasValues(
  analytics: Analytics,
  { table, column }: { readonly table: string; readonly column: string },
): Promise<boolean> {
  const rows = await analytics.query(
    sql`SELECT 1 AS one FROM ${analytics.table(table)} WHERE ifNull(toString(${id(column)}), '') NOT IN ('', '[]') LIMIT 1`,
  )
  return rows.length > 0
}

/** Stored rows by event kind, from the engine's own books; on a cluster those of one shard times their number. */
export async function factRows(handle: {
  readonly analytics: Analytics
}): Promise<ReadonlyMap<string, number>> {
  const { analytics } = handle
  const found = await analytics.query<{ event: string; n: string }>(sql`SELECT
      replaceRegexpOne(replaceRegexpOne(table, '_local$', ''), '^event_', '') AS event, sum(rows) AS n
    FROM system.parts WHERE active AND startsWith(table, 'event_')
      AND database = ${value(analytics.database, 'String')} GROUP BY event`)
  const { shardCount } = analytics.capabilities
  return new Map(found.map((row) => [row.event, Number(row.n) * shardCount]))
}
