/** What the catalogue means to a model: its settings may name another event or amount than the usual ones. */
import {
  textIn,
  type Catalogue,
  type EventKind,
  type ModelSettings,
} from '../../../core/catalog/index.ts'
import { meaningOf, type Field, type Meaning } from '../../../core/template/index.ts'

/** Parts of the meaning that a setting of the same name may replace. */
const FIELDS = ['amount', 'discount', 'category', 'product', 'quantity'] as const

/** The meaning with the settings `event`, `amount` and the like in force. Names were checked when the file was read. */
export function meaningWith(catalogue: Catalogue, settings: ModelSettings): Meaning {
  const event = textIn(settings, 'event')
  const meaning = meaningOf(event === undefined ? catalogue : withPurchase(catalogue, event))
  const { purchase } = meaning
  if (purchase === undefined) return meaning
  const told = FIELDS.flatMap((name) => {
    const field = fieldCalled(purchase, textIn(settings, name) ?? '')
    return field === undefined ? [] : [[name, field]]
  })
  return { ...meaning, ...Object.fromEntries(told) }
}

function withPurchase(catalogue: Catalogue, name: string): Catalogue {
  const events = Object.entries(catalogue.events).map(([key, event]): [string, EventKind] => {
    const { role, ...rest } = event
    if (key === name) return [key, { ...rest, role: 'purchase' }]
    return [key, role === undefined || role === 'purchase' ? rest : { ...rest, role }]
  })
  return { ...catalogue, events: Object.fromEntries(events) }
}

/** A property by its name, those of lines as `item.price`. */
export function fieldCalled(event: EventKind, name: string): Field | undefined {
  const own = event.properties[name]
  if (own !== undefined) return { event, property: own }
  const [first = '', second = ''] = name.split('.')
  const element = event.elements[first]
  const property = element?.properties[second]
  return element === undefined || property === undefined ? undefined : { event, element, property }
}
