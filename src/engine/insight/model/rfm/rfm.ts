/** RFM: bins of recency, frequency and monetary value, and what the named groups hold. */
import { numberIn, textIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import { raw, sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { quantileCuts, rankCuts, rfmBins, rfmValues, type Cuts } from './bins.ts'
import { rfmDraft, type GroupRow } from './draft.ts'

export const RFM: ModelKind = { kind: 'rfm', needs: ['purchase'], run }

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 365
  const values = rfmValues(context, days)
  const cuts = await cutsOf(context, settings, days)
  task.phase('scoring')
  const groups = await context.query<GroupRow>(
    sql`SELECT place, toFloat64(count()) AS customers, sum(monetary) AS spend,
        avg(recency) AS days, avg(frequency) AS orders, avg(monetary) AS each
      FROM (${rfmBins(values, cuts)}) GROUP BY place ORDER BY place`,
  )
  const cells = await context.query<{ r: number; f: number; n: number }>(
    sql`SELECT r, f, toFloat64(count()) AS n FROM (${rfmBins(values, cuts)}) GROUP BY r, f ORDER BY r, f`,
  )
  const n = groups.reduce((sum, group) => sum + group.customers, 0)
  const collapsed = (['recency', 'frequency', 'monetary'] as const).filter(
    (name) => new Set(cuts[name]).size < cuts[name].length,
  )
  const status = n === 0 ? 'none' : n < 100 || collapsed.length > 0 ? 'weak' : 'ok'
  const { currency } = context.current.programme
  return {
    status,
    n,
    parameters: { cuts, days, method: textIn(settings, 'method') ?? 'quantile' },
    draft: rfmDraft({ key: model.key, groups, cells, cuts, collapsed, days, n, currency }),
    ...(n === 0
      ? {}
      : {
          scores: (shard) => sql`SELECT customer_key, toFloat64(r) AS ${raw('recency')},
              toFloat64(f) AS ${raw('frequency')}, toFloat64(m) AS ${raw('monetary')}, toFloat64(place) AS ${raw('segment')}
            FROM (SELECT customer_key, r, f, m, place FROM (${rfmBins(rfmValues(shard, days), cuts)}))`,
        }),
  }
}

async function cutsOf(
  context: ReportContext,
  settings: ModelSettings,
  days: number,
): Promise<Cuts> {
  const values = rfmValues(context, days)
  const bins = numberIn(settings, 'bins') ?? 5
  const method = textIn(settings, 'method')
  if (method === 'rank') return await rankCuts(context, values, bins)
  const quantiles = await quantileCuts(context, values, bins)
  if (method !== 'threshold') return quantiles
  return {
    recency: thresholds(settings, 'recency_cuts', 0) ?? quantiles.recency,
    frequency: thresholds(settings, 'frequency_cuts', FROM) ?? quantiles.frequency,
    monetary: thresholds(settings, 'monetary_cuts', FROM) ?? quantiles.monetary,
  }
}

/** "From 4 on" is "more than a little less than 4"; all values have at most four decimals. */
const FROM = 5e-5

function thresholds(
  settings: ModelSettings,
  name: string,
  less: number,
): readonly number[] | undefined {
  const told = settings[name]
  if (!Array.isArray(told) || told.length === 0) return undefined
  return told.map((cut) => Number(cut) - less).toSorted((a, b) => a - b)
}
