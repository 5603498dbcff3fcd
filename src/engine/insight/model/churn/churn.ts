/** Silence beyond the own rhythm: days since the last purchase against a limit drawn from own gaps and everybody's. */
import { numberIn } from '../../../../core/catalog/index.ts'
import { fitRhythm, type RhythmModel, type RhythmSums } from '../../../../core/models/index.ts'
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Compressed } from '../../../../core/stats/index.ts'
import { everybody, instantOf, localDayOf, purchases } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { churnDraft, type ChurnRow } from './draft.ts'

export const CHURN: ModelKind = { kind: 'churn', needs: ['purchase'], run }

/** What is kept of each customer. */
const RHYTHM = {
  each: 'Array(Int32)',
  gaps: 'UInt32',
  own: 'Float64',
  logs: 'Float64',
  squares: 'Float64',
  since: 'Float64',
  paid: 'Float64',
}

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const share = numberIn(settings, 'quantile') ?? 0.9
  const limit = numberIn(settings, 'limit') ?? 1
  const kept = await task.keep(RHYTHM, (shard) => rhythms(shard, share))
  const own = kept(context)
  const fit = fitRhythm(await gapsOf(context, own), await sumsOf(context, own), share)
  const [total] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(count()) AS n FROM (${own})`,
  )
  const n = total?.n ?? 0
  const { currency } = context.current.programme
  const shared = { key: model.key, fit, limit, n, currency }
  // Nobody has come back: there is no gap, and no rhythm to be late against.
  if (fit.cohort.value === undefined) {
    const status = n === 0 ? 'none' : 'not-identified'
    return { status, n, parameters: {}, draft: churnDraft({ ...shared, rows: [] }) }
  }
  task.phase('scoring')
  const rows = await context.query<ChurnRow>(
    sql`SELECT multiIf(ratio < 0.5, 0, ratio < 1, 1, ratio < 1.5, 2, ratio < 3, 3, 4) AS band, toFloat64(count()) AS customers,
        toFloat64(countIf(ratio > ${value(limit, 'Float64')})) AS late,
        toFloat64(countIf(kept > 1 AND kept <= 1.5)) AS soon, avg(since) AS days, sum(paid) AS spend,
        sumIf(paid, ratio > ${value(limit, 'Float64')}) AS late_spend
      FROM (SELECT *, since / ${limitSql(fit)} AS ratio, round(ratio * 10000) / 10000 AS kept FROM (${own})) GROUP BY band ORDER BY band`,
  )
  const { cohort, prior, customers, gaps } = fit
  return {
    status: fit.status === 'not-identified' ? 'weak' : fit.status,
    n,
    // Infinity is no JSON.
    parameters: { share, cohort, prior: Number.isFinite(prior) ? prior : null, customers, gaps },
    draft: churnDraft({ ...shared, rows }),
    scores: (shard) => sql`SELECT customer_key, since / ${limitSql(fit)} AS overdue_ratio,
        if(overdue_ratio > ${value(limit, 'Float64')}, 1., 0.) AS at_risk FROM (${kept(shard)})`,
  }
}

/**
 * Per customer with a purchase: `gaps` (between days with purchases), `own` (their quantile), `logs`, `squares` (sums of their
 * logarithms and squares of these), `since` (days since the last), `paid` (in the last year), `each` (all gaps).
 */
function rhythms(context: ReportContext, share: number): Sql {
  const today = localDayOf(context, instantOf(context.asOf))
  const bought = purchases(context) ?? raw('')
  return sql`SELECT customer_key, arrayPopFront(arrayDifference(days)) AS each, length(each) AS gaps,
      if(gaps = 0, 0., arrayReduce(${value(`quantileExactInclusive(${share})`, 'String')}, each)) AS own,
      arraySum(g -> log(g), each) AS logs, arraySum(g -> pow(log(g), 2), each) AS squares,
      toFloat64(${today} - days[-1]) AS since, paid
    FROM (SELECT customer_key, arraySort(groupUniqArray(day)) AS days, sumIf(amount, day > ${today} - 365) AS paid
      FROM (${bought}) WHERE customer_key IN (${everybody(context)}) GROUP BY customer_key)`
}

/** Distinct gaps, each customer weighing one in all. */
async function gapsOf(context: ReportContext, own: Sql): Promise<Compressed> {
  const rows = await context.query<{ g: number; w: number }>(
    sql`SELECT toFloat64(g) AS g, sum(1 / gaps) AS w FROM (${own}) ARRAY JOIN each AS g GROUP BY g ORDER BY g`,
  )
  return {
    values: Float64Array.from(rows, (row) => row.g),
    counts: Float64Array.from(rows, (row) => row.w),
  }
}

async function sumsOf(context: ReportContext, own: Sql): Promise<RhythmSums> {
  const [row] = await context.query<Record<keyof RhythmSums, number>>(
    sql`SELECT toFloat64(count()) AS customers, toFloat64(sum(n)) AS gaps, toFloat64(sum(n * n)) AS squaredGaps,
        sum(s) AS logs, sum(q) AS squaredLogs, sum(s * s / n) AS ownSquares
      FROM (SELECT gaps AS n, logs AS s, squares AS q FROM (${own}) WHERE gaps > 0)`,
  )
  return row ?? { customers: 0, gaps: 0, squaredGaps: 0, logs: 0, squaredLogs: 0, ownSquares: 0 }
}

/** exp((n ln own + prior ln cohort) / (n + prior)): own gaps count by their number, the cohort's by the prior. */
function limitSql({ cohort, prior }: RhythmModel): Sql {
  const all = value(cohort.value ?? 1, 'Float64')
  if (!Number.isFinite(prior)) return all
  const weight = value(prior, 'Float64')
  return sql`if(gaps = 0, ${all}, exp((gaps * log(own) + ${weight} * log(${all})) / (gaps + ${weight})))`
}
