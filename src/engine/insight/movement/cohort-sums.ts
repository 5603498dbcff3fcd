/** Sums by month of the first purchase and months since. */
import { EARLY_MONTHS } from '../../../core/insight/index.ts'
import { raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { everybody, membersOf, purchases, refunds } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { beginningOf, dataStart, fromBirth } from '../weak/step-sums.ts'
import { monthOf } from './months.ts'

/** Which cohorts. */
export interface Wanted {
  /** The first month, since year 0. */
  readonly from: number
  readonly segment: string | undefined
}

/** One cohort in one month. */
export interface CohortCell {
  readonly month: number
  readonly since: number
  readonly active: number
  /** Sum and squares over those who were there; the others spent 0. */
  readonly spend: Moments
}

/** One cohort. */
export interface CohortTotal {
  readonly month: number
  readonly customers: number
  /** Bought in one of the early months after the first. */
  readonly early: number
  readonly spend: Moments
}

/** Where no trait tells since when somebody is a customer, three months of silence before the first purchase do. */
const UNSEEN_DAYS = 90

/** `customer_key`, `cohort`, `month`, `orders`, `spend`: one row per customer and month with a purchase or a refund. */
async function months(context: ReportContext, { from, segment }: Wanted): Promise<Sql> {
  const { timeZone } = context.current.programme
  const bought =
    purchases(context) ??
    sql`SELECT toUInt64(0) AS customer_key, now64(3) AS at, 0. AS amount WHERE 0`
  const back = refunds(context)
  const keys = segment === undefined ? everybody(context) : membersOf(context, segment)
  const start = (await dataStart(context)) ?? context.asOf
  const firsts = sql`SELECT customer_key, toUnixTimestamp64Milli(min(at)) AS first, ${monthOf(sql`min(at)`, timeZone)} AS cohort
    FROM (${bought}) WHERE ${among(keys)} GROUP BY customer_key`
  const beginning = await beginningOf(context, { start, patience: UNSEEN_DAYS })
  const born = fromBirth(context, firsts, beginning)
  const rows = sql`SELECT customer_key, ${monthOf(sql`at`, timeZone)} AS month, 1 AS is_order, amount FROM (${bought})${
    back === undefined
      ? raw('')
      : sql` UNION ALL SELECT customer_key, ${monthOf(sql`at`, timeZone)} AS month, 0 AS is_order, -amount AS amount FROM (${back})`
  }`
  return sql`SELECT f.customer_key AS customer_key, f.cohort AS cohort, r.month AS month, countIf(r.is_order = 1) AS orders, sum(r.amount) AS spend
    FROM (${rows}) AS r INNER JOIN (SELECT customer_key, cohort FROM (${born}) WHERE cohort >= ${value(from, 'Int32')}) AS f
    ON r.customer_key = f.customer_key GROUP BY customer_key, cohort, month HAVING month >= cohort`
}

/** Every cohort in every month since. Cost: one pass over purchases. */
export async function cohortCells(
  context: ReportContext,
  wanted: Wanted,
): Promise<readonly CohortCell[]> {
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT cohort, toInt32(month - cohort) AS since, countIf(orders > 0) AS active, count() AS n, sum(spend) AS s, sum(spend * spend) AS q
      FROM (${await months(context, wanted)}) GROUP BY cohort, since ORDER BY cohort, since`,
  )
  return rows.map((row) => ({
    month: Number(row['cohort']),
    since: Number(row['since']),
    active: Number(row['active']),
    spend: { n: Number(row['n']), sum: Number(row['s']), sumSquares: Number(row['q']) },
  }))
}

/** Every cohort as a whole. Cost: one pass over purchases. */
export async function cohortTotals(
  context: ReportContext,
  wanted: Wanted,
): Promise<readonly CohortTotal[]> {
  const last = raw(String(EARLY_MONTHS))
  const rows = await context.query<Record<string, string | number>>(
    sql`SELECT cohort, count() AS n, countIf(again > 0) AS early, sum(total) AS s, sum(total * total) AS q FROM (
      SELECT customer_key, cohort, countIf(orders > 0 AND month > cohort AND month <= cohort + ${last}) AS again, sum(spend) AS total
      FROM (${await months(context, wanted)}) GROUP BY customer_key, cohort) GROUP BY cohort ORDER BY cohort`,
  )
  return rows.map((row) => ({
    month: Number(row['cohort']),
    customers: Number(row['n']),
    early: Number(row['early']),
    spend: { n: Number(row['n']), sum: Number(row['s']), sumSquares: Number(row['q']) },
  }))
}
