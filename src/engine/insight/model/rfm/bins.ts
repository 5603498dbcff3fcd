/** RFM as SQL: the three measures of each buyer, their distinct values, and scores by cut points. */
import { gridCells, RFM_GRID, type RfmData, type RfmFit } from '../../../../core/models/index.ts'
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import type { Compressed } from '../../../../core/stats/index.ts'
import type { ReportContext } from '../../report/kind.ts'
import { everybody, instantOf, localDayOf, purchases, refunds } from '../../basis/rows.ts'

const DAY_MS = 86_400_000

/** What is kept of each buyer. */
export const RFM_COLUMNS = { recency: 'Float64', frequency: 'Float64', monetary: 'Float64' }

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

/** Above so many distinct amounts they are counted by four significant digits: cut points move by less than that. */
const EXACT_VALUES = 100_000

/** Distinct values of the three measures with their counts. */
export async function rfmData(context: ReportContext, values: Sql): Promise<RfmData> {
  const compressed = async (of: Sql): Promise<Compressed> => {
    const rows = await context.query<{ v: number; n: number }>(
      sql`SELECT ${of} AS v, toFloat64(count()) AS n FROM (${values}) GROUP BY v ORDER BY v`,
    )
    return {
      values: Float64Array.from(rows, (row) => row.v),
      counts: Float64Array.from(rows, (row) => row.n),
    }
  }
  const [size] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(uniqCombined(monetary)) AS n FROM (${values})`,
  )
  const digits = sql`toInt8(3 - floor(log10(greatest(abs(monetary), 1))))`
  const rough = sql`round(monetary * exp10(${digits})) / exp10(${digits})`
  return {
    recency: await compressed(raw('recency')),
    frequency: await compressed(raw('frequency')),
    monetary: await compressed((size?.n ?? 0) > EXACT_VALUES ? rough : raw('monetary')),
  }
}

/** `customer_key`, the three values, the three scores (`r`, `f`, `m`), and the number of the named group (`place`). */
export function rfmBins(values: Sql, fit: Pick<RfmFit, 'recency' | 'frequency' | 'monetary'>): Sql {
  const score = (name: 'recency' | 'frequency' | 'monetary'): Sql => {
    const { cuts, bins, isReversed } = fit[name]
    const passed = sql`toInt32(arrayCount(c -> c <= ${raw(name)}, ${value([...cuts], 'Array(Float64)')}))`
    return isReversed ? sql`${value(bins, 'Int32')} - ${passed}` : sql`1 + ${passed}`
  }
  const size = {
    recency: fit.recency.bins,
    frequency: fit.frequency.bins,
    monetary: fit.monetary.bins,
  }
  // Cells come in the order of recency, frequency, monetary, so that a customer's is found by counting.
  const places = gridCells(size).map((cell) => GROUPS.indexOf(cell.name) + 1)
  return sql`SELECT *, ${value(places, 'Array(Int32)')}[((r - 1) * ${value(size.frequency, 'Int32')} + f - 1)
        * ${value(size.monetary, 'Int32')} + m] AS place FROM (
      SELECT *, ${score('recency')} AS r, ${score('frequency')} AS f, ${score('monetary')} AS m FROM (${values}))`
}

/** Names of the grid in the order of their numbers, from 1; 0 is whoever fits none. */
export const GROUPS: readonly string[] = RFM_GRID.map((group) => group.name)
