/** Tables that a run of a model works with: one model is computed at a time, so that each has a name that all runs share. */
import { Readable } from 'node:stream'
import { id, join, sql, type Sql } from '../../../core/sql/index.ts'
import type { Current } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { KEPT, LOOKUP, type Kept, type Lookup } from './kind.ts'

/** Removes what a run leaves: at its end and, for those that were killed, before the next. */
export async function clear({ analytics: { tables } }: Pick<Current, 'analytics'>): Promise<void> {
  await tables.drop(LOOKUP)
  await tables.drop(KEPT)
}

/** Fills `KEPT` on each shard from its own rows. Cost: one run of the select. */
export async function keep(
  context: ReportContext,
  of: {
    readonly columns: Readonly<Record<string, string>>
    readonly select: (shard: ReportContext) => Sql
    readonly signal: AbortSignal
  },
): Promise<Kept> {
  const { analytics } = context.current
  const { tables } = analytics
  const columns = { customer_key: 'UInt64', ...of.columns }
  await tables.drop(KEPT)
  await tables.create({
    name: KEPT,
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
  })
  const names = join(
    Object.keys(columns).map((name) => id(name)),
    ', ',
  )
  await analytics.runOnShards(
    (table) =>
      sql`INSERT INTO ${table(KEPT)} (${names}) SELECT ${names} FROM (${of.select({ ...context, table })})`,
    { settings: { join_use_nulls: 1, max_query_size: 4_000_000 }, signal: of.signal },
  )
  return ({ table }) => sql`SELECT ${names} FROM ${table(KEPT)}`
}

/** Rows go as text: thousands, or some hundred thousand at most. */
export async function fillLookup(
  { analytics }: Current,
  columns: Lookup,
  of: { readonly as: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<void> {
  const { tables } = analytics
  const names = Object.keys(columns)
  const [first = ''] = names
  await tables.drop(LOOKUP)
  await tables.create({
    name: LOOKUP,
    columns: names.map((name) => ({ name, type: of.as[name] ?? 'Nullable(Float64)' })),
    orderBy: [first].filter((name) => (of.as[name] ?? '') !== ''),
  })
  await analytics.insert(
    { table: LOOKUP, columns: names, format: 'TabSeparated' },
    Readable.from(linesOf(Object.values(columns))),
    { signal: of.signal },
  )
  await tables.synchronise(LOOKUP)
}

const BLOCK = 5000

function* linesOf(columns: readonly Float64Array[]): Generator<Buffer> {
  const n = columns[0]?.length ?? 0
  for (let from = 0; from < n; from += BLOCK) {
    let text = ''
    for (let i = from; i < Math.min(n, from + BLOCK); i++) {
      const cells = columns.map((column) => {
        const cell = column[i] as number
        return Number.isFinite(cell) ? String(cell) : '\\N'
      })
      text += `${cells.join('\t')}\n`
    }
    yield Buffer.from(text)
  }
}
