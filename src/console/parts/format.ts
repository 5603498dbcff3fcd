/** Numbers, shares and dates as the reader writes them, in the programme's time zone. */
import { useMemo } from 'react'
import type { Locale } from '../../core/base/index.ts'
import { useOverview } from '../data.ts'
import { useLanguage } from './language.tsx'

/** Writers of values; instants come as ISO text, shares as 0..1. */
export interface Format {
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  /** A change as a share of what was, with its sign. */
  readonly change: (share: number) => string
  readonly date: (instant: string) => string
  /** A day of the calendar, such as 2026-03-01, which no time zone may move. */
  readonly calendarDate: (date: string) => string
  /** Day and month, for axes. */
  readonly dayMonth: (instant: string) => string
  /** Time of day with seconds. */
  readonly time: (instant: string) => string
  readonly dateTime: (instant: string) => string
  /** With seconds. */
  readonly clock: (instant: string) => string
  readonly ago: (instant: string) => string
  readonly bytes: (bytes: number) => string
  readonly duration: (seconds: number) => string
  readonly compact: (value: number) => string
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** The writers of a language and zone. */
export function formatOf(locale: Locale, timeZone: string): Format {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 })
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone })
  const minute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  const second = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone,
  })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  return {
    number: (v) => number.format(v),
    // Below one per mille one decimal would say 0 %, which is another claim.
    percent: (s) => (s > 0 && s < 0.001 ? fine.format(s) : percent.format(s)),
    change: (s) => signed.format(s),
    date: (i) => day.format(new Date(i)),
    calendarDate: (d) => calendar.format(new Date(d)),
    time: (i) => time.format(new Date(i)),
    dayMonth: (i) => dayMonth.format(new Date(i)),
    dateTime: (i) => minute.format(new Date(i)),
    clock: (i) => second.format(new Date(i)),
    ago: (i) => ago(locale, (Date.now() - Date.parse(i)) / 1000),
    bytes: (b) => bytes(locale, b),
    duration: (s) => duration(locale, s),
    compact: (v) => compact.format(v),
  }
}

function ago(locale: Locale, seconds: number): string {
  const writer = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, size] = STEPS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return writer.format(-Math.max(0, Math.floor(seconds / size)), unit)
}

/** Unit, its seconds, and from how many seconds on it is used. */
const UNITS: readonly (readonly [unit: string, size: number, from: number])[] = [
  ['day', 86_400, 172_800],
  ['hour', 3600, 7200],
  ['minute', 60, 90],
]

function duration(locale: Locale, seconds: number): string {
  const [unit, size] = UNITS.find(([, , from]) => seconds >= from) ?? ['second', 1]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: seconds < 10 ? 1 : 0,
  }).format(seconds / size)
}

function bytes(locale: Locale, value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(value / 1000 ** power)
}

/** The writers for this reader and programme; UTC until the programme is known. */
export function useFormat(): Format {
  const { locale } = useLanguage()
  const timeZone = useOverview().data?.timeZone ?? 'UTC'
  return useMemo(() => formatOf(locale, timeZone), [locale, timeZone])
}
