/** Ready segments to begin with, written in the words of this programme's catalogue. */
import { LOCALES, type LocalText } from '../../../core/base/index.ts'
import type { EventKind, Programme, Property } from '../../../core/catalog/index.ts'
import type { Word } from '../../words/word.ts'
import { translator } from '../../words/words.ts'
import { keyOf, type Draft } from './draft.ts'

/** An example: its name's word, and the draft it gives. */
export interface Example {
  readonly word: Word
  readonly draft: Draft
}

/** The event that counts as buying: by its role, else the one called so, else the first. */
function purchaseOf(programme: Programme): EventKind | undefined {
  const events = Object.values(programme.catalogue.events)
  return (
    events.find((e) => e.role === 'purchase') ??
    events.find((e) => e.name === 'purchase') ??
    events[0]
  )
}

const isMoney = (p: Property): boolean => p.type === 'money'

/** The amount of the event, or of its parts, as the language writes it. */
function moneyOf(event: EventKind): string | undefined {
  const own = Object.values(event.properties).find(isMoney)
  if (own !== undefined) return `${event.name}.${own.name}`
  return Object.values(event.elements)
    .flatMap((e) =>
      Object.values(e.properties)
        .filter(isMoney)
        .map((p) => `${event.name}.${e.name}.${p.name}`),
    )
    .at(0)
}

function inAll(word: Word): LocalText {
  return Object.fromEntries(LOCALES.map((l) => [l, translator(l)(word)]))
}

function example(word: Word, why: Word, definition: string): Example {
  const name = inAll(word)
  return {
    word,
    draft: { key: keyOf(name.en ?? ''), name, why: inAll(why), status: 'draft', definition },
  }
}

/** Only examples that this catalogue can answer; none without events. */
export function examplesOf(programme: Programme): readonly Example[] {
  const event = purchaseOf(programme)
  if (event === undefined) return []
  const { name } = event
  const money = moneyOf(event)
  return [
    example('exLapsed', 'exLapsedWhy', `count(${name}) = 2 and not any(${name}, last 60 days)`),
    example('exFrequent', 'exFrequentWhy', `count(${name}, last 365 days) >= 5`),
    ...(money === undefined
      ? []
      : [example('exBig', 'exBigWhy', `sum(${money}, last 12 months) > 500`)]),
    example('exNew', 'exNewWhy', `first(${name}) within last 90 days`),
    example('exNever', 'exNeverWhy', `not any(${name})`),
  ]
}
