/** The events that a measure was made from, with the properties it looked at. */
import { labelOf, type Catalogue, type Property } from '../../catalog/index.ts'
import type { BoundCondition, BoundSource, BoundValue } from '../bound.ts'
import type { Evidence, EvidenceEvent, EvidenceProperty } from '../explanation.ts'
import { valueIn } from '../convert.ts'
import { rowsOf, type Scope } from '../interpret.ts'
import { compareRows, firstRow, lastRow, type Row } from '../measure.ts'
import type { MeasureFn } from '../tree.ts'
import { ofProperty, own, propertyIn, show, showInstant, type Reader } from './shown.ts'

/** More than this is no evidence to a reader but a list; the total says how many there are. */
const MOST_EVENTS = 20

type Named = { readonly name: string; readonly of: 'event' | 'element' }

/** A measure, or an `any` with no function of its own. */
export interface Counted {
  readonly fn: MeasureFn
  readonly source: BoundSource
  readonly property?: Named
}

/** What was counted, latest first; of first, last, min and max only the rows that the value came from. */
export function evidenceOf(
  counted: Counted,
  scope: Scope,
  about: { readonly text: string; readonly catalogue: Catalogue; readonly reader: Reader },
): Evidence {
  const rows = decidingRows(counted, rowsOf(counted.source, scope))
  const shownProperties = propertiesOf(counted, about.catalogue)
  const latest = rows.toSorted((a, b) => compareRows(b, a)).slice(0, MOST_EVENTS)
  return {
    text: about.text,
    total: rows.length,
    events: latest.map((row) => eventOf(row, counted, { ...about, shownProperties })),
  }
}

function decidingRows({ fn, property }: Counted, rows: readonly Row[]): readonly Row[] {
  if (fn === 'first' || fn === 'last') {
    const row = fn === 'first' ? firstRow(rows) : lastRow(rows)
    return row === undefined ? [] : [row]
  }
  if (property === undefined) return rows
  const known = rows.filter((row) => valueIn(row, property) !== null)
  if (fn === 'most') return mostAlike(known, property)
  if (fn !== 'min' && fn !== 'max') return known
  const values = known.map((row) => valueIn(row, property)).filter((value) => value !== null)
  if (values.length === 0) return []
  const best = values.reduce((a, b) => ((fn === 'min' ? b < a : b > a) ? b : a))
  return known.filter((row) => valueIn(row, property) === best)
}

/** The rows of the value that has the most. */
function mostAlike(rows: readonly Row[], property: Named): readonly Row[] {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) {
    const value = valueIn(row, property)
    groups.set(value, [...(groups.get(value) ?? []), row])
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** The measured property and those that the filter asks about; where there is none, the first amount of money. */
function propertiesOf(counted: Counted, catalogue: Catalogue): readonly Named[] {
  const named: Named[] = counted.property === undefined ? [] : [counted.property]
  if (counted.source.where !== undefined) named.push(...namedIn(counted.source.where))
  const unique = named.filter(
    (one, i) => named.findIndex((o) => o.name === one.name && o.of === one.of) === i,
  )
  if (unique.length > 0) return unique
  const event = own(catalogue.events, counted.source.event)
  const amount = Object.values(event?.properties ?? {}).find((p) => p.type === 'money')
  return amount === undefined ? [] : [{ name: amount.name, of: 'event' }]
}

/** Properties named in a filter; those inside `any item (...)` belong to elements that the row does not single out. */
function namedIn(condition: BoundCondition): Named[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return condition.of.flatMap(namedIn)
    case 'not':
      return namedIn(condition.of)
    case 'compare':
      return [...namedInValue(condition.left), ...namedInValue(condition.right)]
    case 'between':
      return [condition.value, condition.low, condition.high].flatMap(namedInValue)
    case 'in':
    case 'text':
    case 'list':
    case 'presence':
    case 'within':
      return namedInValue(condition.value)
    default:
      return []
  }
}

function namedInValue(value: BoundValue): Named[] {
  switch (value.kind) {
    case 'property':
      return [{ name: value.name, of: value.of }]
    case 'arithmetic':
      return [...namedInValue(value.left), ...namedInValue(value.right)]
    case 'daysSince':
    case 'yearsSince':
    case 'elapsed':
    case 'localDate':
    case 'calendarPart':
    case 'negate':
      return namedInValue(value.of)
    default:
      return []
  }
}

function eventOf(
  row: Row,
  counted: Counted,
  about: {
    readonly catalogue: Catalogue
    readonly reader: Reader
    readonly shownProperties: readonly Named[]
  },
): EvidenceEvent {
  const { event } = row
  const { source } = counted
  const kind = own(about.catalogue.events, event.event)
  return {
    event: event.event,
    label: kind?.label ?? labelOf(event.event),
    id: event.id,
    at: new Date(event.at).toISOString(),
    atShown: showInstant(event.at, about.reader),
    ...(source.element === undefined ? {} : { element: source.element }),
    properties: about.shownProperties.map((named): EvidenceProperty => {
      const property = propertyIn(about.catalogue, source, named)
      const shown = show(valueIn(row, named), ofProperty(property, typeOf(property)), about.reader)
      return { name: named.name, label: property?.label ?? labelOf(named.name), shown }
    }),
  }
}

function typeOf(property: Property | undefined): Parameters<typeof ofProperty>[1] {
  if (property === undefined || property.type === 'category') return 'text'
  return property.type === 'money' ? 'number' : property.type
}
