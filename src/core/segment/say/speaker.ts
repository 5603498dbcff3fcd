/** Who speaks: a voice, the labels of the catalogue, and numbers and dates in the way of the locale. */
import { inLocale, type Locale, type TimePoint } from '../../base/index.ts'
import type { Catalogue, CategoryNode, Property } from '../../catalog/index.ts'
import type { Condition, Literal, Point, Span } from '../tree.ts'
import { EN_VOICE } from './en.ts'
import { ES_VOICE } from './es.ts'
import { FR_VOICE } from './fr.ts'
import { PT_BR_VOICE } from './pt-BR.ts'
import { COMMON_ELEMENTS, type CommonElement, type Noun, type Voice } from './voice.ts'

const VOICES: Readonly<Record<Locale, Voice>> = {
  en: EN_VOICE,
  'pt-BR': PT_BR_VOICE,
  es: ES_VOICE,
  fr: FR_VOICE,
}

/** Passed down while a sentence is made; filters change whose properties names are. */
export interface Speaker {
  readonly locale: Locale
  readonly voice: Voice
  readonly catalogue: Catalogue
  readonly segmentNames: Readonly<Record<string, string>>
  readonly timeZone: string
  /** Whose properties names are: the customer's, or those of an event and its element. */
  readonly event?: string
  readonly element?: string
  /** Values hold conditions in their filters; this closes the circle. */
  readonly sayCondition: (s: Speaker, node: Condition) => string
}

/** The voice of a locale. */
export function voiceOf(locale: Locale): Voice {
  return VOICES[locale]
}

/** A number, or an amount when it has a currency; at most six decimals. */
export function number(s: Speaker, value: number, currency?: string): string {
  const options: Intl.NumberFormatOptions =
    currency === undefined
      ? { maximumFractionDigits: 6 }
      : {
          style: 'currency',
          currency,
          minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
          maximumFractionDigits: 6,
        }
  return new Intl.NumberFormat(s.locale, options).format(value)
}

/** "20%" for 20. */
export function percent(s: Speaker, value: number): string {
  const options = { style: 'percent', maximumFractionDigits: 6 } as const
  return new Intl.NumberFormat(s.locale, options).format(value / 100)
}

/** "30 days" */
export function span(s: Speaker, { count, unit }: Span): string {
  const [one, other] = s.voice.units[unit]
  return `${number(s, count)} ${isOne(s, count) ? one : other}`
}

/** "38.72° N, 9.14° W" */
export function place(s: Speaker, { latitude, longitude }: Point): string {
  const [north, south, east, west] = s.voice.compass
  const across = `${number(s, Math.abs(latitude))}° ${latitude < 0 ? south : north}`
  const along = `${number(s, Math.abs(longitude))}° ${longitude < 0 ? west : east}`
  return `${across} ${along}`
}

/** The everyday word for a name, or the name in quotation marks. */
export function wordOf(s: Speaker, words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? s.voice.quote(name)
}

/** "1 day", "30 days" in the locale's plural. */
export function isOne(s: Speaker, count: number): boolean {
  return new Intl.PluralRules(s.locale).select(count) === 'one'
}

/** A calendar day in full. */
export function date(s: Speaker, text: string): string {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const
  const at = Date.parse(`${text}T00:00:00Z`)
  return s.voice.date(new Intl.DateTimeFormat(s.locale, options).format(at))
}

/** An instant to the precision it has, with its zone. */
export function instant(s: Speaker, at: number): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: s.timeZone,
    timeZoneName: 'short',
    ...(at % 60_000 === 0 ? {} : { second: '2-digit' }),
    ...(at % 1000 === 0 ? {} : { fractionalSecondDigits: 3 }),
  }
  return s.voice.date(new Intl.DateTimeFormat(s.locale, options).format(at))
}

/** A day or instant of a window. */
export function point(s: Speaker, p: TimePoint): string {
  return p.kind === 'date' ? date(s, p.date) : instant(s, p.at)
}

/** A literal in the way of the locale. */
export function literal(s: Speaker, node: Literal): string {
  switch (node.kind) {
    case 'number':
      return node.percent === true ? percent(s, node.value) : number(s, node.value, node.currency)
    case 'length':
      return `${number(s, node.count)} ${s.voice.lengthUnits[node.unit]}`
    case 'text':
      return s.voice.quote(node.value)
    case 'boolean':
      return node.value ? s.voice.yes : s.voice.no
    case 'date':
      return date(s, node.value)
    case 'instant':
      return instant(s, node.value)
    default:
      return span(s, node)
  }
}

/** Labels stand inside sentences, so that "Country" becomes "country" and "NPS" stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The trait or property that a name stands for where we are. */
export function propertyNamed(s: Speaker, name: string): Property | undefined {
  const own = (record: Readonly<Record<string, Property>> | undefined): Property | undefined =>
    record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
  if (s.event === undefined) return own(s.catalogue.traits)
  const event = Object.hasOwn(s.catalogue.events, s.event) ? s.catalogue.events[s.event] : undefined
  const element = s.element === undefined ? undefined : event?.elements[s.element]
  return own(element?.properties) ?? own(event?.properties)
}

/** The label of a trait or property, or its name when the catalogue has none. */
export function label(s: Speaker, name: string): string {
  const property = propertyNamed(s, name)
  if (property === undefined) return name
  return lowerFirst(inLocale(property.label, s.locale) || name)
}

/** How the events (or elements) of a source are called. */
export function nounOf(s: Speaker, event: string, element?: string): Noun {
  const kind = Object.hasOwn(s.catalogue.events, event) ? s.catalogue.events[event] : undefined
  const role = kind?.role
  const isOnlyOne = Object.values(s.catalogue.events).filter((e) => e.role === role).length === 1
  const own = (role === 'purchase' || role === 'refund') && isOnlyOne
  const name = kind === undefined ? event : inLocale(kind.label, s.locale) || event
  const noun = own
    ? s.voice.nouns[role]
    : event.endsWith('*')
      ? s.voice.eventsLike(s.voice.quote(event.slice(0, -1)))
      : s.voice.event(name)
  if (element === undefined) return noun
  const common = commonElement(s, event, element)
  return common === undefined
    ? s.voice.element(elementLabel(s, event, element), noun)
    : s.voice.commonElement[common](noun)
}

/** "at least one and the same item" */
export function someElement(s: Speaker, event: string, element: string): string {
  const common = commonElement(s, event, element)
  return common === undefined
    ? s.voice.someElement(s.voice.quote(elementLabel(s, event, element)))
    : s.voice.someCommonElement[common]
}

/** The label of an element, or its name. */
function elementLabel(s: Speaker, event: string, element: string): string {
  const kind = s.catalogue.events[event]?.elements[element]
  return kind === undefined ? element : lowerFirst(inLocale(kind.label, s.locale) || element)
}

/** The everyday word that an element is labelled with or, without a label, named with. */
function commonElement(s: Speaker, event: string, element: string): CommonElement | undefined {
  const own = elementLabel(s, event, element)
  const words = s.voice.elementWord
  return COMMON_ELEMENTS.find((word) => own === words[word] || (own === element && own === word))
}

/** The label of a category, or its name. */
export function categoryLabel(s: Speaker, tree: string | undefined, name: string): string {
  const nodes = tree === undefined ? undefined : s.catalogue.trees[tree]
  const node = nodes === undefined ? undefined : findCategory(nodes, name)
  return node === undefined ? name : inLocale(node.label, s.locale) || name
}

function findCategory(nodes: readonly CategoryNode[], name: string): CategoryNode | undefined {
  for (const node of nodes) {
    const found = node.name === name ? node : findCategory(node.children, name)
    if (found !== undefined) return found
  }
  return undefined
}
