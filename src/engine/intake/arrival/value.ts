/** Checks one value of a message against its type in the catalogue, and writes it as the store reads it. */
import { isDateText } from '../../../core/base/index.ts'
import type { ValueType } from '../../../core/catalog/index.ts'
import type { ArrivalCode } from './flaw.ts'

/** A compiled check of one type: JSON for the store, '' for a missing value, or what is wrong. */
export type Check = (value: unknown) => string | Bad

/** What a check answers when the value does not fit. */
export interface Bad {
  readonly bad: ArrivalCode
}

/** The instants that the store can hold: from 1900 to before 2300. */
export const FIRST_INSTANT: number = Date.UTC(1900, 0, 1)
export const AFTER_LAST_INSTANT: number = Date.UTC(2300, 0, 1)

const NUMBER: Bad = { bad: 'intake/bad-number' }
const TEXT: Bad = { bad: 'intake/message-text' }
const FLAG: Bad = { bad: 'intake/bad-boolean' }
const DAY: Bad = { bad: 'intake/bad-date' }
const POINT: Bad = { bad: 'intake/bad-instant' }
const LIST: Bad = { bad: 'intake/message-list' }
const PLACE: Bad = { bad: 'intake/bad-place' }
/** Twelve digits before the point and six behind: what `Decimal(18, 6)` holds. */
const LARGEST = 999_999_999_999

/** The check of a type; '' stands for a missing value. Pure: instants without a zone are refused. */
export function checkOf(type: ValueType): Check {
  switch (type) {
    case 'text':
    case 'category':
      return text
    case 'number':
    case 'money':
      return number
    case 'boolean':
      return flag
    case 'date':
      return day
    case 'instant':
      return point
    case 'list':
      return list
    case 'geo':
      return place
  }
}

/** A text as the store can read it back: no half surrogate pairs. */
export function quoted(text: string): string {
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed())
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
}

function text(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  const found = plainText(value)
  if (found === undefined) return TEXT
  return found === '' ? '' : quoted(found)
}

/** Decimal digits are kept as they were written; beyond six they are rounded half away from zero. */
function number(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  if (typeof value !== 'number' && typeof value !== 'string') return NUMBER
  const written = typeof value === 'number' ? String(value) : value.trim()
  if (/^-?\d{1,12}(\.\d{1,6})?$/.test(written)) return `"${written}"`
  return roundedDecimal(written)
}

function roundedDecimal(written: string): string | Bad {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written)
  if (parts === null || written.length > 400) return NUMBER
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  if (whole === '' && fraction === '') return NUMBER
  const shift = Number(exponent) - fraction.length + 6
  const digits = BigInt(whole + fraction)
  if (digits === 0n) return '"0"'
  if (shift > 20) return NUMBER
  const scale = 10n ** BigInt(Math.abs(shift))
  const millionths = shift >= 0 ? digits * scale : (digits * 2n + scale) / (scale * 2n)
  if (millionths / 1_000_000n > BigInt(LARGEST)) return NUMBER
  const padded = millionths.toString().padStart(7, '0')
  return `"${sign === '-' ? '-' : ''}${padded.slice(0, -6)}.${padded.slice(-6)}"`
}

function flag(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  if (value === true || value === 'true') return 'true'
  if (value === false || value === 'false') return 'false'
  return FLAG
}

/** A day, or the midnight that a client made of one. */
function day(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  if (typeof value !== 'string') return DAY
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+]00:?00)?)?$/.exec(value)
  const date = found?.[1] ?? ''
  return isDateText(date) ? `"${date}"` : DAY
}

/** ISO 8601 with its offset, or milliseconds since 1970; undefined when it is neither, NaN when out of range. */
export function toInstant(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const at = typeof value === 'number' ? Math.trunc(value) : parseInstant(value)
  if (at === undefined || Number.isNaN(at)) return undefined
  return at >= FIRST_INSTANT && at < AFTER_LAST_INSTANT ? at : Number.NaN
}

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?))?$/i

/** What almost all senders write. */
const USUAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function parseInstant(written: string): number | undefined {
  if (written.length === 24 && USUAL.test(written))
    return isRealDay(written) ? Date.parse(written) : undefined
  const found = ISO.exec(written)
  // JavaScript would take 30 February for 2 March.
  if (found === null || !isRealDay(found[1] ?? '')) return undefined
  const zone = found[3]
  const normal = zone !== undefined && /^[+-]\d\d$/.test(zone) ? `${written}:00` : written
  return Date.parse(normal.replace(',', '.').replace(' ', 'T'))
}

/** Any year, so that an absurd one can be told from a text that is no time. */
function isRealDay(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  return day >= 1 && day <= days
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

// Messages of a batch often have the same instant, and writing one costs more than checking the rest.
let lastInstant = 0
let lastJson = '"1970-01-01 00:00:00.000"'

/** An instant as the store reads it. */
export function instantJson(at: number): string {
  if (at === lastInstant) return lastJson
  const iso = new Date(at).toISOString()
  lastInstant = at
  lastJson = `"${iso.slice(0, 10)} ${iso.slice(11, 23)}"`
  return lastJson
}

function point(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  const at = toInstant(value)
  return at === undefined || Number.isNaN(at) ? POINT : instantJson(at)
}

function list(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  const parts = Array.isArray(value) ? value : [value]
  const texts = new Set<string>()
  for (const part of parts) {
    if (isNothing(part)) continue
    const found = plainText(part)
    if (found === undefined) return LIST
    if (found !== '') texts.add(found)
  }
  return texts.size === 0 ? '' : `[${[...texts].map(quoted).join(',')}]`
}

function place(value: unknown): string | Bad {
  if (isNothing(value)) return ''
  const [latitude, longitude] = coordinates(value)
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return PLACE
  // Negated, so that NaN is refused too.
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return PLACE
  return `[${latitude},${longitude}]`
}

function coordinates(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 2 ? value : []
  if (typeof value !== 'object' || value === null) return []
  const own = (name: string): unknown =>
    Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
  return [
    own('latitude') ?? own('lat'),
    own('longitude') ?? own('lng') ?? own('lon') ?? own('long'),
  ]
}
