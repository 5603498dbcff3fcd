/** A fair sample of customers as typed arrays: drawn by the store from hashed keys, so that it is the same each time. */
import { sql, type Sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import { everybody } from '../../basis/rows.ts'

/** Columns of numbers, NaN where missing. */
export interface Sample {
  readonly rows: number
  readonly column: (name: string) => Float64Array
  readonly texts: (name: string) => readonly string[]
}

/** The share of customers to read so that about `most` are seen; 1 where there are not more. */
export async function sampleShare(context: ReportContext, most: number): Promise<number> {
  const [row] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(count()) AS n FROM (${everybody(context)})`,
  )
  const n = row?.n ?? 0
  // Shares are kept to six decimals.
  return n <= most ? 1 : Math.max(0.000001, most / n)
}

/** Reads all rows of a select that holds few enough. */
export async function readSample(context: ReportContext, select: Sql): Promise<Sample> {
  const rows = await context.query<Readonly<Record<string, unknown>>>(select)
  return {
    rows: rows.length,
    column: (name) =>
      Float64Array.from(rows, (row) => {
        const cell = row[name]
        return cell === null || cell === undefined ? Number.NaN : Number(cell)
      }),
    texts: (name) => rows.map((row) => String(row[name] ?? '')),
  }
}
