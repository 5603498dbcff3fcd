/** Sentences of reports in the four languages at once, with figures written each language's way. */
import { fill, inLocale, LOCALES, type Locale, type LocalText } from '../base/index.ts'

/** A text in every language. */
export type Text = Readonly<Record<Locale, string>>

/** In the order of `LOCALES`: English, Brazilian Portuguese, Spanish, French; with `{name}` holes. */
export type Texts = readonly [en: string, ptBR: string, es: string, fr: string]

/** A figure and what it is, so that each language can write it. */
export type Figure =
  | { readonly kind: 'count' | 'share' | 'days'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number; readonly digits?: number }
  | { readonly kind: 'money'; readonly value: number; readonly currency: string }
  /** Epoch milliseconds, in a time zone. */
  | { readonly kind: 'date' | 'month'; readonly value: number; readonly timeZone: string }

/** What fills a hole. */
export type Hole = string | Figure | Text

/** A sentence with its holes filled, in all languages. */
export function say(texts: Texts, holes: Readonly<Record<string, Hole>> = {}): Text {
  return everyLocale((locale, i) => {
    const filled = Object.entries(holes).map(([name, hole]) => [name, write(hole, locale)])
    return fill(texts[i] ?? texts[0], Object.fromEntries(filled), locale)
  })
}

/** A label of the catalogue or of a segment, in whatever languages it has. */
export function textOf(label: LocalText): Text {
  return everyLocale((locale) => inLocale(label, locale))
}

/** The same in every language: names, keys, values of the data. */
export function verbatim(text: string): Text {
  return everyLocale(() => text)
}

function everyLocale(of: (locale: Locale, index: number) => string): Text {
  return Object.fromEntries(LOCALES.map((locale, i) => [locale, of(locale, i)])) as Text
}

function write(hole: Hole, locale: Locale): string {
  if (typeof hole === 'string') return hole
  return 'kind' in hole ? figure(hole, locale) : hole[locale]
}

/** A figure as a language writes it: money rounded to whole units from a thousand on, shares with one decimal under ten percent. */
export function figure(one: Figure, locale: Locale): string {
  const { kind, value } = one
  switch (kind) {
    case 'date':
      return dateFormat(locale, one.timeZone, 'day').format(value)
    case 'month':
      return dateFormat(locale, one.timeZone, 'month').format(value)
    case 'share': {
      const digits = Math.abs(value) < 0.1 ? 1 : 0
      return numberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value)
    }
    case 'money': {
      const digits = Math.abs(value) < 1000 ? 2 : 0
      const options = { style: 'currency', currency: one.currency } as const
      const range = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      return numberFormat(locale, { ...options, ...range }).format(value)
    }
    case 'days':
      return numberFormat(locale, {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'long',
        maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0,
      }).format(value)
    case 'count':
      return numberFormat(locale, { maximumFractionDigits: 0 }).format(value)
    case 'number':
      return numberFormat(locale, { maximumFractionDigits: one.digits ?? 2 }).format(value)
  }
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options])
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
  numbers.set(key, known)
  return known
}

function dateFormat(locale: Locale, timeZone: string, unit: 'day' | 'month'): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, unit])
  const options: Intl.DateTimeFormatOptions =
    unit === 'day' ? { dateStyle: 'medium' } : { month: 'short', year: 'numeric' }
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
  dates.set(key, known)
  return known
}
