/** Learning settings that keep trees small enough to be written out as SQL. */
import type { BoostOptions, Propensity } from '../../../../core/models/index.ts'
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'

/** At most 200 trees of eight leaves: some ten thousand words of SQL. */
export const SMALL_TREES: Omit<BoostOptions, 'seed'> = { maxTrees: 200, maxLeaves: 8, maxDepth: 4 }

/** Whether a model ranks at all: its AUC is surely above one half on rows that it has not seen. */
export function ranks({ status, quality }: Propensity): boolean {
  return status !== 'none' && status !== 'not-identified' && (quality.auc.low ?? 0) > 0.5
}

/** Where tenths end among everybody scored, and their sum: `chance` is a column of `scored`. */
export async function tenthsOf(
  context: ReportContext,
  scored: Sql,
): Promise<{
  readonly n: number
  readonly sum: number
  readonly top: number
  readonly cuts: readonly number[]
}> {
  const [row] = await context.query<{ n: number; s: number; q: readonly number[] }>(
    sql`SELECT toFloat64(count()) AS n, sum(chance) AS s,
        quantilesExactLow(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)(chance) AS q FROM (${scored})`,
  )
  const cuts = row?.q ?? []
  const [best] = await context.query<{ s: number }>(
    sql`SELECT sumIf(chance, ${tenth(raw('chance'), cuts)} = 1) AS s FROM (${scored})`,
  )
  return { n: row?.n ?? 0, sum: row?.s ?? 0, top: best?.s ?? 0, cuts }
}

/** The tenth of a chance, 1 for the likeliest; equal chances stay together. */
export function tenth(chance: Sql, cuts: readonly number[]): Sql {
  return sql`(10 - arrayCount(cut -> cut < ${chance}, ${value([...cuts], 'Array(Float64)')}))`
}
