/** Sentences of reports in the four languages at once, with figures written each language's way. */
import { endsOf, fill, inLocale, LOCALES, type Locale, type LocalText } from '../base/index.ts'

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
    const written = Object.entries(holes).map(([name, hole]) => [name, write(hole, locale)])
    const text = texts[i] ?? texts[0]
    const [low, high] = intervalOf(holes, locale)
    if (low === undefined) return fill(text, Object.fromEntries(written), locale)
    const ends = { ...Object.fromEntries(written), low, high: high ?? low }
    return fill(high === undefined ? withoutHigh(text) : text, ends, locale)
  })
}

/** The figures in the holes `low` and `high` so that they can be told apart; one where they cannot, none where there are none. */
function intervalOf(
  { low, high }: Readonly<Record<string, Hole>>,
  locale: Locale,
): readonly string[] {
  const isFigure = (hole: Hole | undefined): hole is Figure =>
    typeof hole === 'object' && 'kind' in hole
  if (!isFigure(low) || !isFigure(high)) return []
  return endsOf((end, more) => figure(end === 'low' ? low : high, locale, more))
}

/** "{low} to {high}" becomes "{low}", whatever the word between is. */
function withoutHigh(text: string): string {
  return text.replace(/\{low\} [^\s{}]+ \{high\}/u, '{low}')
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

/**
 * A figure as a language writes it: money rounded to whole units from a thousand on, shares with one decimal under ten
 * percent; `more` digits than that where an interval needs them. What rounds to nothing has no sign, and a minus is not a hyphen.
 */
export function figure(one: Figure, locale: Locale, more = 0): string {
  if ('timeZone' in one) {
    return dateFormat(locale, one.timeZone, one.kind === 'date' ? 'day' : 'month').format(one.value)
  }
  return numberFormat(locale, optionsOf(one, more)).format(one.value).replace('-', '\u2212')
}

type Quantity = Exclude<Figure, { readonly timeZone: string }>

function optionsOf(one: Quantity, more: number): Intl.NumberFormatOptions {
  const size = Math.abs(one.value)
  switch (one.kind) {
    case 'share':
      return { style: 'percent', maximumFractionDigits: (size < 0.1 ? 1 : 0) + more }
    case 'money': {
      const digits = (size < 1000 ? 2 : 0) + more
      const range = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      return { style: 'currency', currency: one.currency, ...range }
    }
    case 'days': {
      const digits = (size < 10 ? 1 : 0) + more
      return { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: digits }
    }
    case 'count':
      // Nobody counts parts of customers.
      return { maximumFractionDigits: 0 }
    case 'number':
      return { maximumFractionDigits: (one.digits ?? 2) + more }
  }
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options])
  const known =
    numbers.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })
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
