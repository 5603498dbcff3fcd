/** Months and weekdays by their names. */
import type { Locale } from '../../base/index.ts'
import type { CalendarPart } from '../tree.ts'

/** "March" for 3, "Sunday" for 7; years without grouping; undefined for what has no name. */
export function partName(locale: Locale, part: CalendarPart, value: number): string | undefined {
  if (part === 'year') return String(value)
  const isNamed = part === 'month' || part === 'weekday'
  const most = part === 'month' ? 12 : 7
  if (!isNamed || !Number.isInteger(value) || value < 1 || value > most) return undefined
  // 1 January 2024 was a Monday.
  const at = part === 'month' ? Date.UTC(2024, value - 1, 1) : Date.UTC(2024, 0, value)
  return new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' }).format(at)
}
