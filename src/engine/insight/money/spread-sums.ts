/** Sums of spend over its distribution: compressed values, thresholds, average orders, margin. */
import { NEAR, type ThresholdSums } from '../../../core/insight/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Compressed } from '../../../core/stats/index.ts'
import { spendPhrase } from '../basis/phrases.ts'
import { scoreNow } from '../basis/scores.ts'
import { among } from '../basis/context.ts'
import { everybody, membersOf } from '../basis/rows.ts'
import { amountTotals } from '../basis/spend.ts'
import type { ReportContext } from '../report/kind.ts'

/** Whose money is looked at. */
export interface SpreadScope {
  readonly days: number
  readonly segment: string | undefined
}

/** Spend net of refunds of those who bought; three significant digits, so that there are few rows. */
export async function spendSpread(context: ReportContext, scope: SpreadScope): Promise<Compressed> {
  return await spread(
    context,
    sql`SELECT net AS v FROM (${amountTotals(context, scope)}) WHERE orders > 0`,
  )
}

/** A score of money, such as margin after cost. */
export async function scoreSpread(
  context: ReportContext,
  score: string,
  { segment }: SpreadScope,
): Promise<Compressed> {
  const keys = segment === undefined ? everybody(context) : membersOf(context, segment)
  return await spread(
    context,
    sql`SELECT score AS v FROM (${scoreNow(context, score)}) WHERE ${among(keys)}`,
  )
}

async function spread({ query }: ReportContext, values: Sql): Promise<Compressed> {
  const rows = await query<{ r: number; n: string }>(
    sql`SELECT ${rounded(sql`v`)} AS r, count() AS n FROM (${values}) GROUP BY r ORDER BY r`,
  )
  return {
    values: Float64Array.from(rows, ({ r }) => r),
    counts: Float64Array.from(rows, ({ n }) => Number(n)),
  }
}

/** Three significant digits: the same answer to the percent, from thousands of rows instead of millions. */
function rounded(amount: Sql): Sql {
  const digits = sql`toInt8(2 - floor(log10(greatest(abs(${amount}), 1))))`
  return sql`if(${amount} = 0, 0., round(${amount} * exp10(${digits})) / exp10(${digits}))`
}

/** The spend that the language can ask for too: net of refunds where it can take them off. */
export function spendColumn(context: ReportContext, days: number): Sql {
  return spendPhrase(context.meaning, days)?.isNet === true ? sql`net` : sql`spend`
}

/** Thresholds counted to the customer. Cost: one pass over purchases for all of them. */
export async function thresholdSums(
  context: ReportContext,
  scope: SpreadScope,
  thresholds: readonly number[],
): Promise<{
  readonly all: { readonly n: number; readonly sum: number }
  readonly sums: readonly ThresholdSums[]
}> {
  const column = spendColumn(context, scope.days)
  const parts = thresholds.map((from) => {
    const at = value(from, 'Float64')
    const near = value(from * NEAR, 'Float64')
    return sql`, countIf(v >= ${at}), sumIf(v, v >= ${at}), sumIf(v * v, v >= ${at}), countIf(v >= ${near} AND v < ${at}), sumIf(v, v >= ${near} AND v < ${at})`
  })
  const [row] = await context.query<{ a: readonly number[] }>(
    sql`SELECT arrayMap(x -> ifNull(toFloat64(x), 0), [toFloat64(count()), sum(v)${join(parts, '')}]) AS a FROM (SELECT ${column} AS v FROM (${amountTotals(context, scope)}) WHERE orders > 0)`,
  )
  const at = (i: number): number => row?.a[i] ?? 0
  return {
    all: { n: at(0), sum: at(1) },
    sums: thresholds.map((from, i) => ({
      from,
      above: { n: at(2 + i * 5), sum: at(3 + i * 5), sumSquares: at(4 + i * 5) },
      near: { n: at(5 + i * 5), sum: at(6 + i * 5) },
    })),
  }
}

/** Quantiles of that spend over buyers. */
export async function spendQuantiles(
  context: ReportContext,
  scope: SpreadScope,
  shares: readonly number[],
): Promise<readonly number[]> {
  const column = spendColumn(context, scope.days)
  const [row] = await context.query<{ q: readonly (number | null)[] }>(
    sql`SELECT quantilesExact(${raw(shares.join(', '))})(${column}) AS q FROM (${amountTotals(context, scope)}) WHERE orders > 0`,
  )
  return (row?.q ?? []).map((one) => one ?? 0)
}

/** Average orders on the log scale: their median and median absolute deviation. */
export async function orderMiddle(
  context: ReportContext,
  scope: SpreadScope,
): Promise<{ readonly n: number; readonly median: number; readonly mad: number }> {
  const column = spendColumn(context, scope.days)
  const logs = sql`SELECT log(${column} / orders) AS l FROM (${amountTotals(context, scope)}) WHERE orders > 0 AND ${column} > 0`
  const [row] = await context.query<{ n: string; m: number | null; d: number | null }>(
    sql`SELECT n, m, arrayElement(arraySort(arrayMap(l -> abs(l - m), ls)), intDiv(n + 1, 2)) AS d
      FROM (SELECT groupArray(l) AS ls, count() AS n, quantileExact(0.5)(l) AS m FROM (${logs}))`,
  )
  const n = Number(row?.n ?? 0)
  return {
    n,
    median: n > 0 ? (row?.m ?? Number.NaN) : Number.NaN,
    mad: n > 0 ? (row?.d ?? Number.NaN) : Number.NaN,
  }
}

/** Those with average orders from `order` on and spend from `spend` on: how many, and what they hold. */
export async function resellerSums(
  context: ReportContext,
  scope: SpreadScope,
  { order, spend }: { readonly order: number; readonly spend: number },
): Promise<{
  readonly n: number
  readonly spend: number
  readonly all: number
  readonly others: Compressed
}> {
  const column = spendColumn(context, scope.days)
  const is = sql`(${column} / orders >= ${value(order, 'Float64')} AND ${column} >= ${value(spend, 'Float64')})`
  const totals = amountTotals(context, scope)
  const [[row], others] = await Promise.all([
    context.query<{ n: string; s: number; t: number }>(
      sql`SELECT countIf(${is}) AS n, sumIf(${column}, ${is}) AS s, sum(${column}) AS t FROM (${totals}) WHERE orders > 0`,
    ),
    spread(context, sql`SELECT net AS v FROM (${totals}) WHERE orders > 0 AND NOT ${is}`),
  ])
  return { n: Number(row?.n ?? 0), spend: row?.s ?? 0, all: row?.t ?? 0, others }
}
