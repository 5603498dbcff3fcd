/** Values as people read them: in their language, money with its currency, instants on the definition's clock. */
import { fill, MS_PER_DAY, type Locale } from '../../base/index.ts'
import type { Catalogue, Property, ScoreKind } from '../../catalog/index.ts'
import type { BoundSource, BoundValue } from '../bound.ts'
import type { ExplainedValue } from '../explanation.ts'
import type { Value } from '../measure.ts'
import { partName } from '../say/part.ts'
import type { CalendarPart } from '../tree.ts'
import { EXPLAIN_WORDS } from './words.ts'

/** The language and clock that values are written in. */
export interface Reader {
  readonly locale: Locale
  readonly timeZone: string
}

/** What a number stands for: an amount of a currency, or a quantity with a unit. */
export interface Measured {
  readonly type: ExplainedValue['type']
  readonly currency?: string
  readonly unit?: string
  readonly part?: CalendarPart
  /** A share of 1, or a number of days. */
  readonly as?: 'share' | 'days'
}

/** What a bound value stands for; money is found again through the catalogue, since binding turned it into numbers. */
export function measuredOf(
  value: BoundValue,
  catalogue: Catalogue,
  source?: BoundSource,
): Measured {
  switch (value.kind) {
    case 'trait':
      return ofProperty(own(catalogue.traits, value.name), value.type)
    case 'property':
      return ofProperty(propertyIn(catalogue, source, value), value.type)
    case 'measure': {
      const { property, fn } = value
      if (property === undefined || fn === 'count distinct' || fn === 'most') {
        return { type: value.type }
      }
      return ofProperty(propertyIn(catalogue, value.source, property), value.type)
    }
    case 'arithmetic': {
      if (value.type === 'duration') return { type: 'duration' }
      const left = measuredOf(value.left, catalogue, source)
      const right = measuredOf(value.right, catalogue, source)
      if (value.op === '/') return right.currency === undefined ? left : { type: 'number' }
      return left.currency === undefined ? right : left
    }
    case 'negate':
      return measuredOf(value.of, catalogue, source)
    case 'calendarPart':
      return { type: 'number', part: value.part }
    case 'score':
      return ofScore(value, own(catalogue.scores ?? {}, value.name))
    default:
      return { type: value.type }
  }
}

/** The property of an event kind or its element that a measure or filter speaks of. */
export function propertyIn(
  catalogue: Catalogue,
  source: BoundSource | undefined,
  of: { readonly name: string; readonly of: 'event' | 'element' },
): Property | undefined {
  const event = source === undefined ? undefined : own(catalogue.events, source.event)
  if (of.of === 'event') return event === undefined ? undefined : own(event.properties, of.name)
  const element =
    event === undefined || source?.element === undefined
      ? undefined
      : own(event.elements, source.element)
  return element === undefined ? undefined : own(element.properties, of.name)
}

/** Names are data: `constructor` is no property unless somebody called one so. */
export function own<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}

/** What a stored property stands for. */
export function ofProperty(property: Property | undefined, type: Measured['type']): Measured {
  if (property?.type === 'money' && type === 'number') {
    return {
      type: 'money',
      ...(property.currency === undefined ? {} : { currency: property.currency }),
    }
  }
  const unit = type === 'number' ? property?.unit : undefined
  return { type, ...(unit === undefined ? {} : { unit }) }
}

function ofScore(
  { currency }: Extract<BoundValue, { kind: 'score' }>,
  kind: ScoreKind | undefined,
): Measured {
  if (currency !== undefined) return { type: 'money', currency }
  const unit = kind?.unit
  return unit === 'share' || unit === 'days' ? { type: 'number', as: unit } : { type: 'number' }
}

/** The value in the reader's language; missing is "nothing". */
export function show(value: Value, as: Measured, reader: Reader): string {
  const words = EXPLAIN_WORDS[reader.locale]
  if (value === null) return words.nothing
  if (typeof value === 'boolean') return value ? words.true : words.false
  if (typeof value === 'number') return showNumber(value, as, reader)
  if (typeof value === 'string') return as.type === 'date' ? showDate(value, reader) : value
  return new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(
    value.map((one) =>
      typeof one === 'number' ? showNumber(one, { type: 'number' }, reader) : one,
    ),
  )
}

function showNumber(value: number, as: Measured, reader: Reader): string {
  switch (as.type) {
    case 'instant':
      return showInstant(value, reader)
    case 'duration':
      return showDuration(value, reader.locale)
    default: {
      const { currency, unit, part, as: read } = as
      const name = part === undefined ? undefined : partName(reader.locale, part, value)
      if (name !== undefined) return name
      if (read !== undefined)
        return new Intl.NumberFormat(reader.locale, STYLES[read]).format(value)
      const number = new Intl.NumberFormat(reader.locale, {
        maximumFractionDigits: currency === undefined ? 6 : 2,
        ...(currency === undefined ? {} : { style: 'currency', currency }),
      }).format(value)
      return unit === undefined ? number : fill('{number} {unit}', { number, unit }, reader.locale)
    }
  }
}

const STYLES = {
  share: { style: 'percent', maximumFractionDigits: 2 },
  days: { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 },
} as const satisfies Readonly<Record<string, Intl.NumberFormatOptions>>

const DURATIONS = [
  ['day', MS_PER_DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** In the largest unit that it fills, with two decimals. */
function showDuration(ms: number, locale: Locale): string {
  const [unit, size] = DURATIONS.find(([, length]) => Math.abs(ms) >= length) ?? ['second', 1000]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(ms / size)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than all its uses together. */
function dateFormat(locale: Locale, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${withTime}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      ...(withTime ? { timeStyle: 'short' } : {}),
      timeZone,
    })
    formats.set(key, format)
  }
  return format
}

function showDate(date: string, reader: Reader): string {
  return dateFormat(reader.locale, 'UTC', false).format(Date.parse(`${date}T00:00:00Z`))
}

/** An instant on the definition's clock. */
export function showInstant(at: number, reader: Reader): string {
  const text = dateFormat(reader.locale, reader.timeZone, true).format(at)
  return reader.locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}
