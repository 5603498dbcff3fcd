/** What a programme file says beside traits and events: consents, scores, exchange rates, amounts in several currencies. */
import { isCurrency, isDateText, nearest, type DateText } from '../base/index.ts'
import type { EventKind, Property, Rates, ScoreKind, Trait } from './catalog.ts'
import { fault, label, type Draft } from './draft.ts'
import type { Path } from './yaml.ts'

type Fields = Readonly<Record<string, Property>>

/** A consent says for which channel and purpose, once; nothing else has them. */
export function checkConsents(draft: Draft, traits: Readonly<Record<string, Trait>>): void {
  const holders = new Map<string, string>()
  for (const [name, written] of Object.entries(draft.file.traits ?? {})) {
    const path = ['traits', name]
    const trait = traits[name]
    const long = typeof written === 'string' ? undefined : written
    const stray = long?.channel !== undefined ? 'channel' : long?.purpose && 'purpose'
    if (trait?.role !== 'consent') {
      if (stray !== undefined)
        fault(draft, 'catalog/only-consent', [...path, stray], { key: stray })
      continue
    }
    if (trait.consent === undefined) {
      fault(draft, 'catalog/consent-needs', path, { name }, { key: true })
      continue
    }
    const key = `${trait.consent.channel} ${trait.consent.purpose}`
    const other = holders.get(key)
    if (other !== undefined) fault(draft, 'catalog/consent-twice', path, { other }, { key: true })
    holders.set(key, name)
  }
}

/** The scores by name; undefined when the file has none. */
export function readScores(draft: Draft): Readonly<Record<string, ScoreKind>> | undefined {
  const { scores } = draft.file
  if (scores === undefined || scores === null) return undefined
  const kinds = Object.entries(scores).map(([name, written]): ScoreKind => {
    const own = typeof written === 'string' ? { type: written } : written
    return { name, label: label(draft, own.label, name), unit: own.type }
  })
  return Object.fromEntries(kinds.map((kind) => [kind.name, kind]))
}

/** The rates by currency, in order of days; undefined when the file has none. */
export function readRates(draft: Draft): Rates | undefined {
  const { rates } = draft.file
  if (rates === undefined || rates === null) return undefined
  const read: Record<string, readonly (readonly [DateText, number])[]> = {}
  for (const [currency, written] of Object.entries(rates)) {
    const path = ['rates', currency]
    if (!isCurrency(currency)) {
      fault(draft, 'catalog/bad-currency', path, { currency }, { key: true })
    }
    // One number alone holds from the first day that there is.
    const days = typeof written === 'number' ? { '1900-01-01': written } : written
    for (const [day, rate] of Object.entries(days)) {
      const at = typeof written === 'number' ? path : [...path, day]
      if (!isDateText(day)) fault(draft, 'catalog/bad-day', at, { day }, { key: true })
      if (!isRate(rate)) fault(draft, 'catalog/bad-rate', at, { rate })
    }
    read[currency] = Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
  return read
}

/** Nine decimals below a million are kept exactly by a double. */
function isRate(rate: number): boolean {
  return rate > 0 && rate < 1_000_000 && Number(rate.toFixed(9)) === rate
}

/** Amounts that say their currency in another property: that one must be there, be text, and be the only one to say it. */
export function checkCurrencies(
  draft: Draft,
  {
    traits,
    events,
  }: { readonly traits: Fields; readonly events: Readonly<Record<string, EventKind>> },
): void {
  checkFields(draft, traits, { path: ['traits'], event: '', around: {} })
  for (const { name, properties, elements } of Object.values(events)) {
    const path = ['events', name]
    checkFields(draft, properties, {
      path: [...path, 'properties'],
      event: name,
      around: properties,
    })
    for (const element of Object.values(elements)) {
      const below = [...path, 'elements', element.name, 'properties']
      const around = { ...properties, ...element.properties }
      checkFields(draft, element.properties, { path: below, event: name, around })
    }
  }
}

interface Around {
  readonly path: Path
  readonly event: string
  /** The properties that a row has. */
  readonly around: Fields
}

function checkFields(draft: Draft, fields: Fields, { path, event, around }: Around): void {
  for (const { name, type, currency, currencyFrom: from } of Object.values(fields)) {
    if (from === undefined) continue
    const at = [...path, name, 'currencyFrom']
    const other = Object.hasOwn(around, from) ? around[from] : undefined
    if (type !== 'money' || event === '') {
      fault(draft, 'catalog/only-money', at, {}, { key: true })
    } else if (other === undefined) {
      const fix = nearest(from, Object.keys(around))
      fault(draft, 'catalog/unknown-property', at, { property: from, event }, { fix })
    } else if (other.type !== 'text' && other.type !== 'category') {
      fault(draft, 'catalog/currency-from-type', at, { property: from })
    } else if (currency !== draft.file.currency) {
      fault(draft, 'catalog/currency-twice', at, { currency: currency ?? '' })
    } else if (draft.file.rates === undefined || draft.file.rates === null) {
      fault(draft, 'catalog/no-rates', at, {})
    }
  }
}
