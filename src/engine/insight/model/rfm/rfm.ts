/** RFM: bins of recency, frequency and monetary value, and what the named groups hold. */
import { numberIn, textIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import { fitRfm, type RfmOptions, type ScoreMethod } from '../../../../core/models/index.ts'
import { sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { ModelKind, ModelResult, ModelTask } from '../kind.ts'
import { RFM_COLUMNS, rfmBins, rfmData, rfmValues } from './bins.ts'
import { rfmDraft, type GroupRow } from './draft.ts'

export const RFM: ModelKind = { kind: 'rfm', needs: ['purchase'], run }

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const days = numberIn(settings, 'days') ?? 365
  const kept = await task.keep(RFM_COLUMNS, (shard) => rfmValues(shard, days))
  const values = kept(context)
  const fit = fitRfm(await rfmData(context, values), optionsOf(settings))
  const { n, status, warnings } = fit
  const { currency } = context.current.programme
  if (n === 0) {
    const draft = rfmDraft({ key: model.key, groups: [], cells: [], fit, days, currency })
    return { status: 'none', n, parameters: {}, draft }
  }
  task.phase('scoring')
  const binned = rfmBins(values, fit)
  const groups = await context.query<GroupRow>(
    sql`SELECT place, toFloat64(count()) AS customers, sum(monetary) AS spend,
        avg(recency) AS days, avg(frequency) AS orders, avg(monetary) AS each
      FROM (${binned}) GROUP BY place ORDER BY place`,
  )
  const cells = await context.query<{ r: number; f: number; n: number }>(
    sql`SELECT r, f, toFloat64(count()) AS n FROM (${binned}) GROUP BY r, f ORDER BY r, f`,
  )
  const { recency, frequency, monetary } = fit
  return {
    status,
    n,
    parameters: { recency, frequency, monetary, warnings, days },
    draft: rfmDraft({ key: model.key, groups, cells, fit, days, currency }),
    scores: (shard) => sql`SELECT customer_key, toFloat64(r) AS recency, toFloat64(f) AS frequency,
        toFloat64(m) AS monetary, toFloat64(place) AS segment
      FROM (SELECT customer_key, r, f, m, place FROM (${rfmBins(kept(shard), fit)}))`,
  }
}

function optionsOf(settings: ModelSettings): RfmOptions {
  const bins = numberIn(settings, 'bins') ?? 5
  const method = textIn(settings, 'method') ?? 'rank'
  if (method !== 'threshold') return { bins, method: { kind: method as 'rank' | 'quantile' } }
  // A measure without cuts of its own is cut by rank.
  const own = (name: string): { readonly method: ScoreMethod } | undefined => {
    const told = settings[name]
    if (!Array.isArray(told) || told.length === 0) return undefined
    return { method: { kind: 'thresholds', cuts: told.map(Number).toSorted((a, b) => a - b) } }
  }
  const measures = ['recency', 'frequency', 'monetary'] as const
  const given = measures.flatMap((name) => {
    const of = own(`${name}_cuts`)
    return of === undefined ? [] : [[name, of]]
  })
  return { bins, method: { kind: 'rank' }, ...Object.fromEntries(given) }
}
