/** Days and instants as written in a definition. */
import type { DateText, Instant } from '../../base/index.ts'

/** True for a day of the calendar from 1900-01-01 to 2299-12-31. */
export function isDateText(text: string): text is DateText {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2299) return false
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Epoch milliseconds of `2026-01-31T10:00Z` and its like; undefined when it is no instant. */
export function parseInstantText(text: string): Instant | undefined {
  const match = INSTANT.exec(text.toUpperCase())
  if (match === null || !isDateText(match[1] ?? '')) return undefined
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const zone = match[6] ?? 'Z'
  const [zoneHour, zoneMinute] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))]
  if (zone !== 'Z' && (zoneHour > 14 || zoneMinute > 59)) return undefined
  const offset = zone === 'Z' ? 0 : (zone[0] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute)
  const day = Date.parse(`${match[1] ?? ''}T00:00:00Z`)
  const fraction = Number((match[5] ?? '').padEnd(3, '0'))
  const at = day + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction
  return isInstantInRange(at) ? at : undefined
}

const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const END_OF_INSTANTS = Date.UTC(2300, 0, 1)

/** True for whole milliseconds of the years 1900 to 2299 in UTC, the engine's range. */
export function isInstantInRange(at: number): at is Instant {
  return Number.isInteger(at) && at >= FIRST_INSTANT && at < END_OF_INSTANTS
}

/** The shortest of `2026-01-31T10:00Z`, `...T10:00:05Z` and `...T10:00:05.123Z` that says it all. */
export function printInstant(at: Instant): string {
  const iso = new Date(at).toISOString()
  if (!iso.endsWith('.000Z')) return iso
  return iso.endsWith(':00.000Z') ? `${iso.slice(0, 16)}Z` : `${iso.slice(0, 19)}Z`
}
