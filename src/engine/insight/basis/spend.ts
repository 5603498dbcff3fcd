/** What each customer spent within the last days. */
import { sql, type Sql } from '../../../core/sql/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { everybody, instantOf, membersOf, purchases, refunds } from './rows.ts'

const DAY_MS = 86_400_000

/**
 * One row per customer with a purchase or a refund in the last `days` days: `customer_key`, `orders`, `spend`, `back`
 * (refunded), `net`. Needs `purchase` in the catalogue.
 */
export function amountTotals(
  context: ReportContext,
  of: { readonly days: number; readonly segment?: string | undefined },
): Sql {
  const bought = purchases(context)
  const back = refunds(context)
  const keys = of.segment === undefined ? everybody(context) : membersOf(context, of.segment)
  const since = sql`at > ${instantOf(context.asOf - of.days * DAY_MS)}`
  const parts = [
    ...(bought === undefined
      ? []
      : [sql`SELECT customer_key, 1 AS is_order, amount FROM (${bought}) WHERE ${since}`]),
    ...(back === undefined
      ? []
      : [sql`SELECT customer_key, 0 AS is_order, amount FROM (${back}) WHERE ${since}`]),
  ]
  const union = parts.reduce((all, part) => sql`${all} UNION ALL ${part}`)
  return sql`SELECT customer_key, countIf(is_order = 1) AS orders, sumIf(amount, is_order = 1) AS spend,
      sumIf(amount, is_order = 0) AS back, spend - back AS net
    FROM (${union}) WHERE customer_key IN (${keys}) GROUP BY customer_key`
}
