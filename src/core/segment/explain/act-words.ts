/** What would have to happen, said plainly: "2 more purchases (channel “web”)". */
import type { Act } from '../change/change.ts'
import type { CustomerHistory, StoredValue } from '../history.ts'
import { speaker } from '../say/say.ts'
import { consentWords } from '../say/behaviour.ts'
import { isOne, label, nounOf, number, propertyNamed, type Speaker } from '../say/speaker.ts'
import { ofProperty, show } from './shown.ts'
import { tell, type Telling } from './telling.ts'

/** The acts as a list in one sentence; events of a kind that the customer has already are "more" of them. */
export function sayActs(acts: readonly Act[], history: CustomerHistory, telling: Telling): string {
  const said = acts.map((act) => {
    switch (act.kind) {
      case 'events':
        return sayEvents(act, history, telling)
      case 'trait':
        return sayTrait(act, telling)
      case 'list':
        return sayList(act, telling)
    }
  })
  return new Intl.ListFormat(telling.reader.locale, { type: 'conjunction' }).format(said)
}

function speaking(telling: Telling, event?: string, element?: string): Speaker {
  const { saying } = telling
  return speaker({
    ...saying,
    ...(event === undefined ? {} : { event }),
    ...(element === undefined ? {} : { element }),
  })
}

function sayEvents(
  act: Extract<Act, { kind: 'events' }>,
  history: CustomerHistory,
  telling: Telling,
): string {
  const s = speaking(telling, act.event)
  const { one, other } = nounOf(s, act.event)
  const has = history.events.some(({ event, at }) => event === act.event && at <= act.at)
  const noun = isOne(s, act.count) ? one : other
  const events = tell(telling, has ? 'more-events' : 'events', {
    count: number(s, act.count),
    noun,
  })
  const properties = [
    ...pairs(act.properties, s, telling),
    ...Object.entries(act.elements).flatMap(([element, rows]) =>
      rows.flatMap((row) => pairs(row, speaking(telling, act.event, element), telling)),
    ),
  ].join(', ')
  if (properties === '') return events
  return tell(telling, act.count > 1 ? 'with-each' : 'with', { events, properties })
}

/** "channel “web”" for each property that matters. */
function pairs(
  properties: Readonly<Record<string, StoredValue>>,
  s: Speaker,
  telling: Telling,
): readonly string[] {
  return Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) => `${s.voice.label(label(s, name))} ${shown(name, value, { s, telling })}`,
    )
}

function shown(
  name: string,
  value: StoredValue,
  { s, telling }: { readonly s: Speaker; readonly telling: Telling },
): string {
  const property = propertyNamed(s, name)
  const type = property?.type ?? 'text'
  const plain = type === 'category' ? 'text' : type === 'money' ? 'number' : type
  const text = show(value, ofProperty(property, plain), telling.reader)
  return typeof value === 'string' && plain === 'text' ? s.voice.quote(text) : text
}

function sayTrait(act: Extract<Act, { kind: 'trait' }>, telling: Telling): string {
  const s = speaking(telling)
  const { traits } = s.catalogue
  const trait = Object.hasOwn(traits, act.name) ? traits[act.name] : undefined
  if (trait?.consent !== undefined) {
    const [channel, purpose] = consentWords(s, trait.consent)
    return tell(telling, act.value === true ? 'agrees' : 'disagrees', { channel, purpose })
  }
  const name = s.voice.label(label(s, act.name))
  if (act.value === null) return tell(telling, 'cleared', { name })
  const value = shown(act.name, act.value, { s, telling })
  return tell(telling, act.isExample === true ? 'changes' : 'becomes', { name, value })
}

/** Lists of people who were put in or kept out by hand are called what they do. */
function sayList(act: Extract<Act, { kind: 'list' }>, telling: Telling): string {
  if (isByHand(act.list, 'include')) return tell(telling, 'included', {})
  if (isByHand(act.list, 'exclude')) return tell(telling, 'excluded', {})
  const name = speaking(telling).voice.quote(act.list)
  return tell(telling, act.listed ? 'listed' : 'unlisted', { name })
}

/** Whether a list holds the people that were put in (or kept out of) a segment by hand. */
export function isByHand(list: string, which: 'include' | 'exclude'): boolean {
  return list.startsWith('segment:') && list.endsWith(`:${which}`)
}
