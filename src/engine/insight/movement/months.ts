/** Local months counted through, as SQL and as dates. */
import { localDate, periodStart, startOfLocalDay, type Instant } from '../../../core/base/index.ts'
import { sql, value, type Sql } from '../../../core/sql/index.ts'

/** The local month of an instant as months since year 0: 24311 is December 2025. */
export function monthOf(at: Sql, timeZone: string): Sql {
  const zone = value(timeZone, 'String')
  return sql`(toInt32(toYear(${at}, ${zone})) * 12 + toMonth(${at}, ${zone}) - 1)`
}

/** The same of an instant here. */
export function monthNumber(at: Instant, timeZone: string): number {
  const day = localDate(at, timeZone)
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** `2025-12`. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** First and last day of a month. */
export function monthDays(month: number): { readonly first: string; readonly last: string } {
  const first = `${monthText(month)}-01`
  const next = periodStart(first, 'month', -1)
  const last = new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return { first, last }
}

/** The first instant of a month. */
export function monthStart(month: number, timeZone: string): Instant {
  return startOfLocalDay(`${monthText(month)}-01`, timeZone)
}
