/** Cost to serve by time: who caused how much of what the programme pays for, and what margin is left after it. */
import { numberIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import { id, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { amountTotals } from '../../basis/spend.ts'
import { chargedRows, spendingOf, type Spending } from '../../costs/costs.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { costDraft, type CostRow } from './draft.ts'

export const COST: ModelKind = { kind: 'cost', needs: ['purchase', 'amount'], countsAll: true, run }

const NO_COSTS = { pools: {}, each: {}, amounts: {} }

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 365
  const { catalogue, currency } = context.current.programme
  const spending = await spendingOf(context, catalogue.costs ?? NO_COSTS, days)
  const costs = costSql(context, settings, spending)
  task.phase('scoring')
  const rows = await context.query<CostRow>(
    sql`SELECT decile, toFloat64(count()) AS customers, sum(cost) AS cost, sum(revenue) AS revenue, sum(rest) AS margin,
        toFloat64(countIf(rest < 0)) AS losing, sumIf(rest, rest < 0) AS lost
      FROM (SELECT cost, revenue, rest, toInt32(least(9, floor((row_number() OVER (ORDER BY rest DESC, customer_key) - 1) * 10 / count() OVER ()))) AS decile
        FROM (SELECT customer_key, cost, revenue, margin_after_cost AS rest FROM (${costs}))) GROUP BY decile ORDER BY decile`,
  )
  const n = rows.reduce((sum, row) => sum + row.customers, 0)
  const margin = numberIn(settings, 'margin') ?? 1
  const draft = costDraft({ key: model.key, spending, rows, n, margin, currency })
  if (n === 0) return { status: 'none', n, parameters: {}, draft }
  const { pools } = spending
  return {
    // A pool whose work is not seen in the data is not allocated by guessing.
    status: pools.some((pool) => pool.used === 0 || pool.isOverloaded) ? 'weak' : 'ok',
    n,
    parameters: { ...spending, margin },
    draft,
    scores: (shard) =>
      sql`SELECT customer_key, cost, margin_after_cost FROM (${costSql(shard, settings, spending)})`,
  }
}

/** Per customer with anything in these days: `cost`, `revenue` (net), `margin_after_cost`. */
function costSql(context: ReportContext, settings: ModelSettings, spending: Spending): Sql {
  const margin = value(numberIn(settings, 'margin') ?? 1, 'Float64')
  const charged = chargedRows(context, spending)
  const spent = sql`SELECT customer_key, 0. AS cost, net AS revenue FROM (${amountTotals(context, { days: spending.days })})`
  const parts =
    charged === undefined
      ? spent
      : sql`SELECT customer_key, cost, 0. AS revenue FROM (${charged}) UNION ALL ${spent}`
  return sql`SELECT customer_key, sum(part.cost) AS cost, sum(part.revenue) AS revenue, revenue * ${margin} - cost AS margin_after_cost
    FROM (${parts}) AS ${id('part')} GROUP BY customer_key`
}
