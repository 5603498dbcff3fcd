/** Bins of RFM as SQL: cut points over everybody, and bins by them, so that equal customers stay together. */
import { join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import { everybody, instantOf, localDayOf, purchases, refunds } from '../../basis/rows.ts'
import { GRID } from './grid.ts'

const DAY_MS = 86_400_000

/** Values above the k-th cut lie in bin k + 1 or higher; as many cuts as bins, less one. */
export interface Cuts {
  readonly recency: readonly number[]
  readonly frequency: readonly number[]
  readonly monetary: readonly number[]
}

/** `customer_key`, `recency` (local days since the last purchase), `frequency`, `monetary` (net) of the last `days` days. */
export function rfmValues(context: ReportContext, days: number): Sql {
  const bought = purchases(context) ?? raw('')
  const back = refunds(context)
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  const today = localDayOf(context, instantOf(context.asOf))
  const rows =
    back === undefined
      ? sql`SELECT customer_key, 1 AS is_order, day, amount FROM (${bought}) WHERE ${since}`
      : sql`SELECT customer_key, 1 AS is_order, day, amount FROM (${bought}) WHERE ${since}
          UNION ALL SELECT customer_key, 0, 0, -amount FROM (${back}) WHERE ${since}`
  // Sums of doubles may differ in the last digits by the order of adding, and equal customers must stay equal.
  return sql`SELECT customer_key, toFloat64(${today} - maxIf(day, is_order = 1)) AS recency,
      toFloat64(countIf(is_order = 1)) AS frequency, round(sum(amount), 4) AS monetary
    FROM (${rows}) WHERE customer_key IN (${everybody(context)})
    GROUP BY customer_key HAVING frequency > 0`
}

const MEASURES = ['recency', 'frequency', 'monetary'] as const

/** Cut points at the quantiles 1/bins, 2/bins, … (type 7 of Hyndman and Fan 1996, as the R package `rfm` takes). */
export async function quantileCuts(
  context: ReportContext,
  values: Sql,
  bins: number,
): Promise<Cuts> {
  const levels = raw(Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins).join(', '))
  const columns = MEASURES.map(
    (name) => sql`quantilesExactInclusive(${levels})(${raw(name)}) AS ${raw(name)}`,
  )
  const [row] = await context.query<Record<keyof Cuts, number[]>>(
    sql`SELECT ${join(columns, ', ')} FROM (${values})`,
  )
  return row ?? { recency: [], frequency: [], monetary: [] }
}

/** Cut points of bins of equal size by rank, where equal values share the lowest of their ranks. */
export async function rankCuts(context: ReportContext, values: Sql, bins: number): Promise<Cuts> {
  const cutsOf = async (name: string): Promise<readonly number[]> => {
    const rows = await context.query<{ bin: number; top: number }>(
      sql`SELECT toInt32(floor(${value(bins, 'UInt32')} * (upto - n) / total)) AS bin, max(v) AS top FROM (
          SELECT v, n, sum(n) OVER (ORDER BY v) AS upto, sum(n) OVER () AS total FROM (
            SELECT ${raw(name)} AS v, count() AS n FROM (${values}) GROUP BY v))
        GROUP BY bin ORDER BY bin`,
    )
    const tops = new Map(rows.map((row) => [row.bin, row.top]))
    let last = rows[0]?.top ?? 0
    return Array.from({ length: bins - 1 }, (_, i) => (last = tops.get(i) ?? last))
  }
  return {
    recency: await cutsOf('recency'),
    frequency: await cutsOf('frequency'),
    monetary: await cutsOf('monetary'),
  }
}

/** `customer_key`, the three values, the three bins (the most recent highest), and the number of the named group. */
export function rfmBins(values: Sql, cuts: Cuts): Sql {
  const above = (name: keyof Cuts): Sql =>
    sql`arrayCount(c -> ${raw(name)} > c, ${value([...cuts[name]], 'Array(Float64)')})`
  const bins = cuts.recency.length + 1
  return sql`SELECT *, ${placeOf(bins, {
    f: cuts.frequency.length + 1,
    m: cuts.monetary.length + 1,
  })} AS place FROM (
      SELECT *, toInt32(${value(bins, 'Int32')} - ${above('recency')}) AS r,
        toInt32(1 + ${above('frequency')}) AS f, toInt32(1 + ${above('monetary')}) AS m FROM (${values}))`
}

/** The first group that fits; bins of another number are brought to five. */
function placeOf(bins: number, of: { readonly f: number; readonly m: number }): Sql {
  const five = (name: string, n: number): Sql =>
    sql`ceil(${raw(name)} * 5 / ${value(n, 'Float64')})`
  const within = (bin: Sql, [low, high]: readonly [number, number]): Sql =>
    sql`${bin} BETWEEN ${value(low, 'Float64')} AND ${value(high, 'Float64')}`
  const cases = GRID.flatMap((group) => [
    sql`${within(five('r', bins), group.recency)} AND ${within(five('f', of.f), group.frequency)} AND ${within(five('m', of.m), group.monetary)}`,
    value(group.number, 'Int32'),
  ])
  return sql`multiIf(${join(cases, ', ')}, ${value(0, 'Int32')})`
}
