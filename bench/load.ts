/** Loading a file of orders: ours, and as the yardstick the engine's own CSV reader. */
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFacts } from '../src/engine/run/facts.ts'
import type { Handle } from '../src/engine/run/handle.ts'
import { loadFiles, type LoadReport } from '../src/engine/run/load.ts'
import type { Analytics } from '../src/engine/store/index.ts'

export interface LoadFigures {
  readonly what: string
  readonly rows: number
  readonly megabytes: number
  readonly ms: number
  readonly rowsPerSecond: number
  readonly nodePeakMb?: number
  readonly enginePeakMb?: number
}

const TABLE = 'bench_orders'
const LOADED_AT = Date.UTC(2026, 10, 2)

/** The columns of the demo's orders.csv, typed as our fact tables type them. */
const COLUMNS = [
  ['order_id', 'String'],
  ['ordered_at', "DateTime64(3, 'UTC')"],
  ['customer_id', 'String'],
  ['status', 'LowCardinality(String)'],
  ['channel', 'LowCardinality(String)'],
  ['store', 'LowCardinality(String)'],
  ['payment', 'LowCardinality(String)'],
  ['coupon', 'LowCardinality(String)'],
  ['order_amount', 'Decimal(18, 6)'],
  ['order_discount', 'Nullable(Decimal(18, 6))'],
  ['points', 'Nullable(Decimal(18, 6))'],
  ['product_id', 'LowCardinality(String)'],
  ['quantity', 'Decimal(18, 6)'],
  ['price', 'Nullable(Decimal(18, 6))'],
  ['discount', 'Nullable(Decimal(18, 6))'],
  ['amount', 'Decimal(18, 6)'],
] as const

/** Rows, bytes and time as one line of the table. */
export function loadFigures(
  what: string,
  file: string,
  run: { rows: number; ms: number },
): LoadFigures {
  return {
    what,
    rows: run.rows,
    megabytes: Math.round(statSync(file).size / 1e6),
    ms: Math.round(run.ms),
    rowsPerSecond: Math.round((run.rows / run.ms) * 1000),
  }
}

/** One INSERT of the whole file: no checks, no grouping into orders, no register of what was loaded. */
export async function benchReader(analytics: Analytics, file: string): Promise<LoadFigures> {
  await analytics.tables.drop(TABLE)
  await analytics.tables.create({
    name: TABLE,
    columns: COLUMNS.map(([name, type]) => ({ name, type })),
    orderBy: ['customer_id', 'ordered_at'],
    partitionBy: 'toYear(ordered_at)',
  })
  const from = performance.now()
  await analytics.insert({ table: TABLE, format: 'CSVWithNames' }, createReadStream(file), {
    settings: { date_time_input_format: 'best_effort' },
  })
  const ms = performance.now() - from
  const rows = await analytics.tables.rowCount(TABLE)
  await analytics.tables.drop(TABLE)
  return loadFigures("the engine's own reader", file, { rows, ms })
}

/** The verb as people use it: split, numbered, typed, checked, grouped into orders, published at once. */
export async function benchLoader(
  handle: Handle,
  place: { readonly folder: string; readonly dataDir: string },
): Promise<LoadFigures> {
  await ensureFacts(handle)
  const data = (name: string): string => join(place.folder, 'data', `${name}.csv`)
  const load = (files: readonly string[]): Promise<readonly LoadReport[]> =>
    loadFiles(handle, { ...place, files, locale: 'en', now: LOADED_AT })
  // Not timed: orders refer to both.
  await load([data('products'), data('customers')])
  const from = performance.now()
  const [report] = await load([data('orders')])
  const ms = performance.now() - from
  if (report === undefined || report.rejected > 0 || report.accepted !== report.read)
    throw new Error(`the loader set rows of a sound file aside: ${JSON.stringify(report?.reasons)}`)
  return loadFigures('our loader', data('orders'), { rows: report.read, ms })
}
