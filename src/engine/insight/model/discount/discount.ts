/** Discount affinity: the share of spend at a discount, smoothed towards the base by how much evidence there is. */
import {
  elementColumn,
  numberIn,
  propertyColumn,
  type Property,
} from '../../../../core/catalog/index.ts'
import { fitDiscountAffinity } from '../../../../core/models/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Field } from '../../../../core/template/index.ts'
import { amountOf, eventRows, everybody, instantOf } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { discountDraft } from './draft.ts'

export const DISCOUNT: ModelKind = {
  kind: 'discount',
  needs: ['purchase', 'amount', 'discounted'],
  run,
}

const DAY_MS = 86_400_000
/** Above this somebody waits for discounts; below the other they pay what is asked. */
const HIGH = 0.6
const LOW = 0.1

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 730
  const columns = { orders: 'UInt32', spend: 'Float64', share: 'Float64' }
  const kept = await task.keep(columns, (shard) => shares(shard, days))
  const rows = await context.query<{ n: number; s: number; c: number; paid: number }>(
    sql`SELECT toFloat64(orders) AS n, round(share, 2) AS s, toFloat64(count()) AS c, sum(spend) AS paid
      FROM (${kept(context)}) GROUP BY n, s ORDER BY n, s`,
  )
  const table = {
    purchases: Float64Array.from(rows, (row) => row.n),
    discountedShare: Float64Array.from(rows, (row) => row.s),
    customers: Float64Array.from(rows, (row) => row.c),
  }
  const n = rows.reduce((sum, row) => sum + row.c, 0)
  const prior = fitDiscountAffinity(table)
  const { currency } = context.current.programme
  const shared = { key: model.key, n, days, currency, high: HIGH, low: LOW }
  if (prior === undefined) {
    const isAll = rows.some((row) => row.s > 0)
    const status = n === 0 ? 'none' : 'not-identified'
    return {
      status,
      n,
      parameters: {},
      draft: discountDraft({ ...shared, prior, isAll, rows: [] }),
    }
  }
  const alpha = value(prior.alpha, 'Float64')
  const strength = value(prior.alpha + prior.beta, 'Float64')
  const affinity = sql`(share * orders + ${alpha}) / (orders + ${strength})`
  // As scores are kept, so that definitions by the score select those that are counted here.
  const scored = await context.query<{ affinity: number; customers: number; spend: number }>(
    sql`SELECT round(${affinity} * 10000) / 10000 AS affinity, toFloat64(count()) AS customers, sum(spend) AS spend
      FROM (${kept(context)}) GROUP BY affinity ORDER BY affinity`,
  )
  return {
    status: prior.status,
    n,
    parameters: { alpha: prior.alpha, beta: prior.beta, logLikelihood: prior.logLikelihood, days },
    draft: discountDraft({ ...shared, prior, isAll: false, rows: scored }),
    scores: (shard) => sql`SELECT customer_key, ${affinity} AS affinity FROM (${kept(shard)})`,
  }
}

/** Per customer with a purchase of some amount: `orders`, `spend`, `share` of the spend in purchases at a discount. */
function shares(context: ReportContext, days: number): Sql {
  const { purchase, amount, discount } = context.meaning
  if (purchase === undefined || amount === undefined || discount === undefined) return raw('')
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  return sql`SELECT customer_key, count() AS orders, sum(paid) AS spend, sumIf(paid, is_cut) / spend AS share FROM (
      SELECT customer_key, greatest(0., ${amountOf(context, amount)}) AS paid, ${isDiscounted(discount)} AS is_cut
      FROM ${eventRows(context, purchase)} AND ${since})
    WHERE customer_key IN (${everybody(context)}) GROUP BY customer_key HAVING spend > 0`
}

/** A purchase with any discount on it, or with a code. */
function isDiscounted({ element, property }: Field): Sql {
  if (element === undefined) return holds(property, id(propertyColumn(property.name)))
  const column = id(elementColumn(element.name, property.name))
  return sql`arrayExists(x -> ${holds(property, raw('x'))}, ${column})`
}

function holds({ type }: Property, column: Sql): Sql {
  if (type === 'money' || type === 'number') return sql`ifNull(${column} > 0, 0)`
  return type === 'boolean' ? sql`ifNull(${column}, 0)` : sql`notEmpty(toString(${column}))`
}
