/** Figures as the reader writes them, by the kind of their column: in full for tables, short for axes. */
import { useMemo } from 'react'
import { endsOf, type Locale } from '../../../core/base/index.ts'
import { useOverview } from '../../data.ts'
import type { Translate } from '../../words/words.ts'
import { formatOf } from '../format.ts'
import { useLanguage } from '../language.tsx'
import type { ChartCell, FigureKind } from './chart-data.ts'

/** Writers of values; null is a dash, never a zero. */
export interface Figures {
  readonly write: (kind: FigureKind, value: ChartCell | undefined) => string
  /** For axes, where room is scarce. */
  readonly short: (kind: FigureKind, value: ChartCell | undefined) => string
  readonly between: (kind: FigureKind, low: ChartCell, high: ChartCell) => string
}

/** What figures need to know of the programme. */
export interface FigureSource {
  readonly locale: Locale
  readonly timeZone: string
  readonly currency: string
  readonly yes: string
  readonly no: string
}

type Numbers = Readonly<Record<string, Intl.NumberFormat>>

/** `more` digits than usual, for the ends of intervals that would read alike. */
function numbersOf(locale: Locale, currency: string, more = 0): Numbers {
  const of = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })
  const most = (digits: number): Intl.NumberFormatOptions => ({
    maximumFractionDigits: digits + more,
  })
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const days = { style: 'unit', unit: 'day', unitDisplay: 'short' } as const
  const narrow = { style: 'unit', unit: 'day', unitDisplay: 'narrow' } as const
  return {
    whole: of({ maximumFractionDigits: 0 }),
    large: of(most(0)),
    fine: of(most(2)),
    tiny: of({ maximumSignificantDigits: 2 + more }),
    share: of({ style: 'percent', ...most(0) }),
    fineShare: of({ style: 'percent', ...most(1) }),
    tinyShare: of({ style: 'percent', maximumSignificantDigits: 1 + more }),
    money: of({ ...money, ...most(0) }),
    fineMoney: of({ ...money, minimumFractionDigits: 2, ...most(2) }),
    days: of({ ...days, ...most(0) }),
    fineDays: of({ ...days, ...most(1) }),
    compact: of({ notation: 'compact', ...most(1) }),
    compactMoney: of({ ...money, notation: 'compact', ...most(1) }),
    compactDays: of({ ...narrow, notation: 'compact', ...most(1) }),
  }
}

function shareOf(n: Numbers, value: number): string {
  const size = Math.abs(value)
  // Below one per mille one decimal would say 0 %, which is another claim.
  const name = size > 0 && size < 0.0005 ? 'tinyShare' : size < 0.1 ? 'fineShare' : 'share'
  return n[name]?.format(value) ?? ''
}

function numberOf(n: Numbers, value: number): string {
  const size = Math.abs(value)
  const name = size > 0 && size < 0.01 ? 'tiny' : size < 1000 ? 'fine' : 'large'
  return n[name]?.format(value) ?? ''
}

function written(n: Numbers, kind: FigureKind, value: number): string {
  if (kind === 'share') return shareOf(n, value)
  if (kind === 'money')
    return n[Math.abs(value) < 1000 ? 'fineMoney' : 'money']?.format(value) ?? ''
  if (kind === 'days') return n[Math.abs(value) < 10 ? 'fineDays' : 'days']?.format(value) ?? ''
  return kind === 'count' ? (n['whole']?.format(value) ?? '') : numberOf(n, value)
}

function shortened(n: Numbers, kind: FigureKind, value: number): string {
  const size = Math.abs(value)
  if (kind === 'share') return shareOf(n, Math.round(value * 1e4) / 1e4)
  if (kind === 'money') {
    return n[size >= 10 && size < 1000 ? 'money' : 'compactMoney']?.format(value) ?? ''
  }
  if (kind === 'days') return n['compactDays']?.format(value) ?? ''
  return size > 0 && size < 10 ? numberOf(n, value) : (n['compact']?.format(value) ?? '')
}

/** Months of dates, and of moments in the programme's zone. */
function monthsOf(locale: Locale, timeZone: string): (text: string, short: boolean) => string {
  const of = (year: 'numeric' | '2-digit', zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { month: 'short', year, timeZone: zone })
  const dates = { long: of('numeric', 'UTC'), short: of('2-digit', 'UTC') }
  const moments = { long: of('numeric', timeZone), short: of('2-digit', timeZone) }
  return (text, short) =>
    (text.includes('T') ? moments : dates)[short ? 'short' : 'long'].format(new Date(text))
}

/** The writers for a language, zone and currency. */
export function figuresOf({ locale, timeZone, currency, yes, no }: FigureSource): Figures {
  const n = numbersOf(locale, currency)
  const local = formatOf(locale, timeZone)
  // Days of the contract are days of a calendar, so no zone may move them.
  const calendar = formatOf(locale, 'UTC')
  const months = monthsOf(locale, timeZone)
  const dated = (kind: FigureKind, text: string, short: boolean): string | undefined => {
    if (Number.isNaN(Date.parse(text))) return undefined
    if (kind === 'date') return short ? calendar.dayMonth(text) : calendar.date(text)
    if (kind === 'month') return months(text, short)
    if (kind === 'day') return short ? local.dayMonth(text) : local.date(text)
    if (kind === 'second') return short ? local.time(text) : local.clock(text)
    return undefined
  }
  const say = (kind: FigureKind, value: ChartCell | undefined, how: How): string => {
    if (value === null || value === undefined) return '–'
    if (typeof value === 'boolean') return value ? yes : no
    if (typeof value === 'string') return dated(kind, value, how === 'short') ?? value
    const text =
      how === 'short'
        ? shortened(n, kind, value)
        : written(how === 0 ? n : numbersOf(locale, currency, how), kind, value)
    // A hyphen before a number, beside the dash of an interval, cannot be told from it.
    return text.replace('-', '−')
  }
  return {
    write: (kind, value) => say(kind, value, 0),
    short: (kind, value) => say(kind, value, 'short'),
    between: (kind, low, high) =>
      endsOf((end, more) => say(kind, end === 'low' ? low : high, more)).join(' – '),
  }
}

/** Short, or in full with so many digits more. */
type How = 'short' | number

/** The writers for this reader; zone and currency are the programme's unless a report says its own. */
export function useFigures(
  source: { readonly timeZone?: string; readonly currency?: string } = {},
): Figures {
  const { t, locale } = useLanguage()
  const overview = useOverview().data
  const timeZone = source.timeZone ?? overview?.timeZone ?? 'UTC'
  const currency = source.currency ?? overview?.currency ?? 'EUR'
  return useMemo(
    () => figuresOf({ locale, timeZone, currency, ...yesNo(t) }),
    [locale, timeZone, currency, t],
  )
}

function yesNo(t: Translate): { readonly yes: string; readonly no: string } {
  return { yes: t('answerYes'), no: t('answerNo') }
}
