/** Time to the next purchase: survival curves of gaps by how often somebody has bought, read on from the silence so far. */
import { horizonsIn } from '../../../../core/catalog/index.ts'
import {
  kaplanMeier,
  survivalAt,
  type SurvivalCurve,
  type SurvivalRows,
} from '../../../../core/models/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { everybody, instantOf, localDayOf, purchases } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import { LOOKUP, type ModelKind, type ModelResult, type ModelTask } from '../kind.ts'
import { survivalDraft } from './draft.ts'
import { STEPS } from './steps.ts'

export const SURVIVAL: ModelKind = { kind: 'survival', needs: ['purchase'], run }

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const horizons = horizonsIn(settings)
  const kept = await task.keep({ days: 'Array(Int32)', since: 'Int32' }, histories)
  // Who buys daily has a hundred gaps where others have one, and would speak for them: each customer weighs one in all per step.
  // In whole billionths, so that the sum does not depend on its order.
  const rows = await context.query<{ g: number; t: number; e: number; c: number; k: number }>(
    sql`SELECT toFloat64(g) AS g, toFloat64(t) AS t, sumIf(w, done = 1) / 1e9 AS e, sumIf(w, done = 0) / 1e9 AS c, toFloat64(countIf(done = 1)) AS k FROM (
        SELECT arrayPushBack(
          arrayMap((gap, k) -> (${stepOf(sql`k`)}, gap, 1), arrayPopFront(arrayDifference(days)), arrayEnumerate(arrayPopFront(days))),
          (${stepOf(sql`length(days)`)}, since, 0)) AS spells, arrayMap(s -> s.1, spells) AS steps,
          arrayJoin(spells) AS one, one.1 AS g, one.2 AS t, one.3 AS done, toInt64(round(1e9 / countEqual(steps, g))) AS w FROM (${kept(context)}))
      GROUP BY g, t ORDER BY g, t`,
  )
  const curves = STEPS.map((_, g) => kaplanMeier(survivalRows(rows.filter((row) => row.g === g))))
  const [seen] = await context.query<{ n: number; longest: number }>(
    sql`SELECT toFloat64(count()) AS n, toFloat64(max(since)) AS longest FROM (${kept(context)})`,
  )
  const n = seen?.n ?? 0
  const events = curves.reduce((sum, curve) => sum + curve.eventCount, 0)
  const gaps = STEPS.map((_, g) => rows.reduce((sum, row) => (row.g === g ? sum + row.k : sum), 0))
  const draft = survivalDraft({ key: model.key, curves, gaps, horizons, n })
  if (n === 0) return { status: 'none', n, parameters: {}, draft }
  // Nobody has come back: when anybody will cannot be told.
  if (events === 0) return { status: 'not-identified', n, parameters: {}, draft }
  task.phase('scoring')
  const columns = tableOf(curves, horizons, seen?.longest ?? 0)
  await task.lookup(columns, { step: 'Int32', silence: 'Int32' })
  const outputs = [...horizons.map((days) => id(`within_${days}`)), id('days')]
  const list = outputs.reduce((all, one) => sql`${all}, l.${one} AS ${one}`, sql``)
  return {
    status: curves.some((curve) => curve.status !== 'ok') ? 'weak' : 'ok',
    n,
    parameters: { steps: STEPS, gaps, horizons },
    draft,
    scores: (shard) => sql`SELECT h.customer_key AS customer_key${list} FROM (
        SELECT customer_key, toInt32(${stepOf(sql`length(days)`)}) AS step, toInt32(since) AS silence FROM (${kept(shard)})) AS h
      INNER JOIN ${shard.table(LOOKUP)} AS l ON h.step = l.step AND h.silence = l.silence`,
  }
}

/** Per customer with a purchase: `days` with purchases in order, `since` the last. */
function histories(context: ReportContext): Sql {
  const today = localDayOf(context, instantOf(context.asOf))
  return sql`SELECT customer_key, arraySort(groupUniqArray(day)) AS days, ${today} - days[-1] AS since
    FROM (${purchases(context) ?? raw('')}) WHERE customer_key IN (${everybody(context)}) GROUP BY customer_key`
}

/** The place in STEPS of a number of purchases. */
function stepOf(count: Sql): Sql {
  return sql`arrayCount(step -> step <= ${count}, ${value([...STEPS], 'Array(Int32)')}) - 1`
}

function survivalRows(
  rows: readonly { readonly t: number; readonly e: number; readonly c: number }[],
): SurvivalRows {
  return {
    time: Float64Array.from(rows, (row) => row.t),
    events: Float64Array.from(rows, (row) => row.e),
    censored: Float64Array.from(rows, (row) => row.c),
  }
}

/** For each step and length of silence: the chance of a purchase within the horizons, and the median wait. */
function tableOf(
  curves: readonly SurvivalCurve[],
  horizons: readonly number[],
  longest: number,
): Readonly<Record<string, Float64Array>> {
  const size = curves.length * (longest + 1)
  const make = (): Float64Array => new Float64Array(size).fill(Number.NaN)
  const step = make()
  const silence = make()
  const within = horizons.map(make)
  const wait = make()
  for (const [g, curve] of curves.entries()) {
    for (let d = 0; d <= longest; d++) {
      const i = g * (longest + 1) + d
      step[i] = g
      silence[i] = d
      const left = survivalAt(curve, d).value
      if (left === undefined || !(left > 0)) continue
      for (const [k, days] of horizons.entries()) {
        const then = survivalAt(curve, d + days).value
        const column = within[k]
        if (column !== undefined && then !== undefined) column[i] = 1 - then / left
      }
      wait[i] = medianWait(curve, d, left)
    }
  }
  const named = horizons.map((days, k) => [`within_${days}`, within[k] ?? make()])
  return { step, silence, ...Object.fromEntries(named), days: wait }
}

/** Days until half of those who are still silent have bought; NaN where the curve does not reach so far. */
function medianWait(curve: SurvivalCurve, since: number, left: number): number {
  let low = 0
  let high = curve.time.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((curve.survival[middle] as number) > left / 2) low = middle + 1
    else high = middle
  }
  const time = curve.time[low]
  return time === undefined ? Number.NaN : time - since
}
