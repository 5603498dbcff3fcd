/** Cost to serve by time: pools of cost, what they could do, what one event takes of them; what is not used stays idle. */
import {
  mapIn,
  numberIn,
  type CostPool,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { amountOf, eventRows, everybody, instantOf } from '../../basis/rows.ts'
import { amountTotals } from '../../basis/spend.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { fieldCalled } from '../meaning.ts'
import { allocate, type Allocation } from './allocate.ts'
import { costDraft, type CostRow } from './draft.ts'

export const COST: ModelKind = { kind: 'cost', needs: ['purchase', 'amount'], run }

const DAY_MS = 86_400_000

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const pools = mapIn<CostPool>(settings, 'pools')
  const days = numberIn(settings, 'days') ?? 365
  const events = eventsOf(pools)
  const counts = await countsOf(context, events, days)
  const found = allocate(pools, counts)
  const costs = costSql(context, settings, found)
  task.phase('scoring')
  const rows = await context.query<CostRow>(
    sql`SELECT decile, toFloat64(count()) AS customers, sum(cost) AS cost, sum(revenue) AS revenue, sum(rest) AS margin,
        toFloat64(countIf(rest < 0)) AS losing, sumIf(rest, rest < 0) AS lost
      FROM (SELECT cost, revenue, rest, toInt32(least(9, floor((row_number() OVER (ORDER BY rest DESC, customer_key) - 1) * 10 / count() OVER ()))) AS decile
        FROM (SELECT customer_key, cost, revenue, margin_after_cost AS rest FROM (${costs}))) GROUP BY decile ORDER BY decile`,
  )
  const n = rows.reduce((sum, row) => sum + row.customers, 0)
  const { currency } = context.current.programme
  const margin = numberIn(settings, 'margin') ?? 1
  const draft = costDraft({ key: model.key, pools: found, rows, n, days, margin, currency })
  if (n === 0) return { status: 'none', n, parameters: {}, draft }
  return {
    // A pool whose work is not seen in the data is not allocated by guessing.
    status: found.some((pool) => pool.used === 0 || pool.isOverloaded) ? 'weak' : 'ok',
    n,
    parameters: { pools: found, counts: Object.fromEntries(counts), days, margin },
    draft,
    scores: (shard) =>
      sql`SELECT customer_key, cost, margin_after_cost FROM (${costSql(shard, settings, found)})`,
  }
}

function eventsOf(pools: Readonly<Record<string, CostPool>>): readonly string[] {
  return [...new Set(Object.values(pools).flatMap(({ uses }) => Object.keys(uses)))].toSorted()
}

/** Events of the last days of everybody known, so that what is allocated to customers adds up to the pools. */
async function countsOf(
  context: ReportContext,
  events: readonly string[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const name of events) {
    const [row] = await context.query<{ n: number }>(
      sql`SELECT toFloat64(count()) AS n FROM (${occurrences(context, name, days)})`,
    )
    counts.set(name, row?.n ?? 0)
  }
  return counts
}

function occurrences(context: ReportContext, name: string, days: number): Sql {
  const event = context.current.programme.catalogue.events[name]
  if (event === undefined) return raw('SELECT toUInt64(0) AS customer_key WHERE 0')
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  return sql`SELECT customer_key FROM ${eventRows(context, event)} AND ${since} AND customer_key IN (${everybody(context)})`
}

/** Per customer with anything in these days: `cost`, `revenue` (net), `margin_after_cost`. */
function costSql(
  context: ReportContext,
  settings: ModelSettings,
  pools: readonly Allocation[],
): Sql {
  const days = numberIn(settings, 'days') ?? 365
  const margin = value(numberIn(settings, 'margin') ?? 1, 'Float64')
  const units = new Map<string, number>()
  for (const pool of pools) {
    for (const { event, unitCost } of pool.uses)
      units.set(event, (units.get(event) ?? 0) + unitCost)
  }
  const timed = [...units].map(
    ([event, cost]) =>
      sql`SELECT customer_key, ${value(cost, 'Float64')} AS cost, 0. AS revenue FROM (${occurrences(context, event, days)})`,
  )
  const direct = Object.entries(mapIn<number>(settings, 'direct')).flatMap(([path, factor]) => {
    const amount = directAmounts(context, path, days)
    return amount === undefined
      ? []
      : [
          sql`SELECT customer_key, amount * ${value(factor, 'Float64')} AS cost, 0. AS revenue FROM (${amount})`,
        ]
  })
  const spent = sql`SELECT customer_key, 0. AS cost, net AS revenue FROM (${amountTotals(context, { days })})`
  return sql`SELECT customer_key, sum(part.cost) AS cost, sum(part.revenue) AS revenue, revenue * ${margin} - cost AS margin_after_cost
    FROM (${join([...timed, ...direct, spent], ' UNION ALL ')}) AS ${id('part')} GROUP BY customer_key`
}

/** Amounts that are costs themselves: `customer_key`, `amount`. */
function directAmounts(context: ReportContext, path: string, days: number): Sql | undefined {
  const [name = '', ...rest] = path.split('.')
  const event = context.current.programme.catalogue.events[name]
  const field = event === undefined ? undefined : fieldCalled(event, rest.join('.'))
  if (event === undefined || field === undefined) return undefined
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  return sql`SELECT customer_key, ${amountOf(context, field)} AS amount FROM ${eventRows(context, event)} AND ${since}
    AND customer_key IN (${everybody(context)})`
}
