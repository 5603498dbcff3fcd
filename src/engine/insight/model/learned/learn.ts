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

/** Where tenths begin among everybody scored, and their sum: `chance` is a column of `scored`. */
export async function tenthsOf(
  context: ReportContext,
  scored: Sql,
): Promise<{
  readonly n: number
  readonly sum: number
  readonly top: number
  /** How many the likeliest tenth holds: more than a tenth where chances are equal. */
  readonly topSize: number
  readonly cuts: readonly number[]
}> {
  const [row] = await context.query<{ n: number; s: number; q: readonly number[] }>(
    sql`SELECT toFloat64(count()) AS n, sum(chance) AS s,
        quantilesExact(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)(chance) AS q FROM (${scored})`,
  )
  const cuts = row?.q ?? []
  const [best] = await context.query<{ s: number; n: number }>(
    sql`SELECT sum(chance) AS s, toFloat64(count()) AS n FROM (${scored}) WHERE ${tenth(raw('chance'), cuts)} = 1`,
  )
  return { n: row?.n ?? 0, sum: row?.s ?? 0, top: best?.s ?? 0, topSize: best?.n ?? 0, cuts }
}

/**
 * The tenth of a chance, 1 for the likeliest; equal chances stay together, in the best tenth that one of them reaches: steps of
 * a calibration may give the best fifth of all one chance, and the likeliest tenth must not be empty for that.
 */
export function tenth(chance: Sql, cuts: readonly number[]): Sql {
  return sql`(10 - arrayCount(cut -> cut <= ${chance}, ${value([...cuts], 'Array(Float64)')}))`
}
