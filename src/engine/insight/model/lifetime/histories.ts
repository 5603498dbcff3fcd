/** Purchase histories as models of lifetime read them: per customer as SQL, and merged into distinct ones. */
import { numberIn, textIn, type ModelSettings } from '../../../../core/catalog/index.ts'
import type { LifetimeRows, SpendRows } from '../../../../core/models/index.ts'
import { raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { everybody, instantOf, localDayOf, purchases } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import type { Kept } from '../kind.ts'

/** Rates are per week, as in the literature; times are days divided by seven and never rounded to weeks. */
export const DAYS_PER_UNIT = 7

/** How histories are read. */
export interface Reading {
  /** Purchases of one period count as one. */
  readonly period: 'day' | 'week'
  /** Histories whose times fall into the same so many days are merged, at their mean: 1 unless there are very many. */
  readonly width: number
}

/** A reading, and what was kept by it. */
export interface Seen extends Reading {
  readonly days: Kept
}

/** The reading that a model's settings ask for, before anything is merged. */
export function readingOf(settings: ModelSettings): Reading {
  return { period: textIn(settings, 'period') === 'week' ? 'week' : 'day', width: 1 }
}

/** The last day that is seen, as days since 1970. */
export function lastDay(context: ReportContext): Sql {
  return localDayOf(context, instantOf(context.asOf))
}

/** What is kept of each customer: days with purchases in order (of weeks: their Mondays), and what was paid on each. */
export const DAY_COLUMNS = { days: 'Array(Int32)', paid: 'Array(Float64)' }

/** One row per customer with purchases: `customer_key` and `DAY_COLUMNS`. Cost: one pass over purchases. */
export function purchaseDays(context: ReportContext, { period }: Reading): Sql {
  // Weeks begin on Mondays; day 0 was a Thursday.
  const day = period === 'week' ? raw('(intDiv(day + 3, 7) * 7 - 3)') : raw('day')
  // Sums of days within arrays: grouping by day as well would take three times as long, for few days have two purchases.
  return sql`SELECT customer_key, arrayMap(i -> each[i], ends) AS days,
      if(length(ends) = length(each), sorted.2,
        arrayMap((i, before) -> arraySum(arraySlice(sorted.2, before + 1, i - before)), ends, arrayPushFront(arrayPopBack(ends), 0))) AS paid
    FROM (SELECT customer_key, arraySort(arrayZip(on_day, paid_then)) AS sorted, sorted.1 AS each,
        arrayFilter((i, now, next) -> now != next, arrayEnumerate(each), each, arrayPushBack(arrayPopFront(each), toInt32(2147483647))) AS ends
      FROM (SELECT customer_key, groupArray(toInt32(${day})) AS on_day, groupArray(amount) AS paid_then
        FROM (${purchases(context) ?? raw('')}) WHERE customer_key IN (${everybody(context)}) GROUP BY customer_key))`
}

/**
 * Per customer with a purchase until `end`: `customer_key`, `x` (repeat purchases), `born` (the first day), `tx`, `age` (both
 * in days), `mean` (of repeat purchases, 0 without one), `bought` (periods with purchases after `end`).
 */
export function histories(days: Sql, end: Sql): Sql {
  return sql`SELECT customer_key, toInt32(arrayCount(d -> d <= ${end}, days)) AS seen, seen - 1 AS x, days[1] AS born,
      days[seen] - born AS tx, toInt32(${end}) - born AS age,
      if(x > 0, (arraySum(arraySlice(paid, 1, seen)) - paid[1]) / x, 0.) AS mean, length(days) - seen AS bought
    FROM (${days}) WHERE days[1] <= ${end}`
}

/** Columns by which histories are told apart; `scores` joins by them too. */
export function historyKeys({ width }: Reading): {
  readonly x: Sql
  readonly tx: Sql
  readonly age: Sql
} {
  const merged = (name: string): Sql =>
    width === 1
      ? sql`toInt32(${raw(name)})`
      : sql`toInt32(intDiv(${raw(name)}, ${value(width, 'Int32')}))`
  return { x: raw('x'), tx: merged('tx'), age: merged('age') }
}

/** Distinct histories: what is fitted, and the keys by which they are found again. */
export interface Histories {
  readonly rows: LifetimeRows & { readonly meanSpend: Float64Array; readonly bought: Float64Array }
  readonly keys: { readonly x: Float64Array; readonly tx: Float64Array; readonly age: Float64Array }
}

/** More distinct histories than this are merged: fits and intervals would take minutes, and say the same. */
const MOST_ROWS = 60_000
const WIDTHS = [1, 2, 3, 5, 7, 14, 28] as const

/** The finest reading that keeps the number of distinct histories within bounds. Cost: one pass over customers. */
export async function fittingWidth(context: ReportContext, reading: Seen, end: Sql): Promise<Seen> {
  const each = WIDTHS.map((w) => {
    const keys = historyKeys({ ...reading, width: w })
    return sql`uniqCombined(18)(${keys.x}, ${keys.tx}, ${keys.age}) AS ${raw(`w${w}`)}`
  })
  const list = each.reduce((all, one) => sql`${all}, ${one}`)
  const [row] = await context.query<Record<string, string>>(
    sql`SELECT ${list} FROM (${histories(reading.days(context), end)})`,
  )
  const width = WIDTHS.find((w) => Number(row?.[`w${w}`] ?? 0) <= MOST_ROWS) ?? 28
  return { ...reading, width }
}

/** Reads the distinct histories until `end`. */
export async function readHistories(
  context: ReportContext,
  reading: Seen,
  end: Sql,
): Promise<Histories> {
  const keys = historyKeys(reading)
  const rows = await context.query<Record<'x' | 'k' | 'a' | 't' | 'g' | 'n' | 'm' | 'b', number>>(
    sql`SELECT toFloat64(x) AS x, toFloat64(${keys.tx}) AS k, toFloat64(${keys.age}) AS a, avg(tx) AS t,
        avg(age) AS g, toFloat64(count()) AS n, avg(mean) AS m, avg(bought) AS b
      FROM (${histories(reading.days(context), end)}) GROUP BY x, k, a ORDER BY x, a, k`,
  )
  const column = (of: (row: (typeof rows)[number]) => number): Float64Array =>
    Float64Array.from(rows, of)
  return {
    rows: {
      x: column((row) => row.x),
      tx: column((row) => row.t / DAYS_PER_UNIT),
      T: column((row) => row.g / DAYS_PER_UNIT),
      weight: column((row) => row.n),
      meanSpend: column((row) => row.m),
      bought: column((row) => row.b),
    },
    keys: { x: column((row) => row.x), tx: column((row) => row.k), age: column((row) => row.a) },
  }
}

/** Above so many repeat buyers their mean spend is told by four significant digits. */
const EXACT_BUYERS = 100_000

/** Distinct (repeat purchases, mean spend) of repeat buyers. */
export async function readSpend(
  context: ReportContext,
  reading: Seen,
  of: { readonly end: Sql; readonly repeatBuyers: number },
): Promise<SpendRows> {
  const digits = raw('toInt8(3 - floor(log10(greatest(abs(mean), 0.01))))')
  const mean =
    of.repeatBuyers > EXACT_BUYERS
      ? sql`round(mean * exp10(${digits})) / exp10(${digits})`
      : raw('round(mean, 6)')
  const rows = await context.query<{ x: number; m: number; n: number }>(
    sql`SELECT toFloat64(x) AS x, ${mean} AS m, toFloat64(count()) AS n
      FROM (${histories(reading.days(context), of.end)}) WHERE x > 0 GROUP BY x, m ORDER BY x, m`,
  )
  return {
    x: Float64Array.from(rows, (row) => row.x),
    mean: Float64Array.from(rows, (row) => row.m),
    weight: Float64Array.from(rows, (row) => row.n),
  }
}

/** When it began, when it ends, and how many purchases there are: what a holdout is cut by. */
export async function extentOf(
  context: ReportContext,
  reading: Seen,
): Promise<{ readonly first: number; readonly last: number; readonly customers: number }> {
  const [row] = await context.query<{ first: number; last: number; customers: number }>(
    sql`SELECT toFloat64(min(days[1])) AS first, toFloat64(${lastDay(context)}) AS last,
        toFloat64(count()) AS customers FROM (${reading.days(context)})`,
  )
  return row ?? { first: 0, last: 0, customers: 0 }
}

/** Days kept back at the end: as told, or a quarter of the history. */
export function holdoutDays(settings: ModelSettings, days: number): number {
  const told = numberIn(settings, 'holdout') ?? 0
  return told > 0 ? told : Math.floor(days / 4)
}

/** Repeat purchases by week since the first day, of customers who first bought until `end`. */
export async function repeatsByWeek(
  context: ReportContext,
  reading: Seen,
  of: { readonly first: number; readonly last: number; readonly end: number },
): Promise<Float64Array> {
  const rows = await context.query<{ k: number; n: number }>(
    sql`SELECT toFloat64(intDiv(d - ${value(of.first, 'Int32')} - 1, 7)) AS k, toFloat64(count()) AS n FROM (
        SELECT arrayJoin(arrayPopFront(days)) AS d FROM (${reading.days(context)})
        WHERE days[1] <= ${value(of.end, 'Int32')})
      GROUP BY k ORDER BY k`,
  )
  // Only whole weeks: the last one may have just begun.
  const weeks = new Float64Array(Math.max(0, Math.floor((of.last - of.first) / 7)))
  for (const { k, n } of rows) if (k < weeks.length) weeks[k] = n
  return weeks
}
