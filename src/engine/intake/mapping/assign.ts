/** Gives columns to the properties of a catalogue, by name and by sense, and proposes the properties it lacks. */
import type { Catalogue, EventKind, Property, ValueType } from '../../../core/catalog/index.ts'
import type { Question } from '../detect/detection.ts'
import type { ColumnLook } from '../detect/values.ts'
import type { FieldSources } from './mapping.ts'
import { fromColumn } from './parse.ts'
import { plainName, soundsLike, soundsPersonal, soundsSensitive, type Role } from './roles.ts'

/** A trait or property that the data has and the catalogue lacks. */
export interface Proposal {
  /** `trait`, `product`, `property` of an event, or the name of one of its elements. */
  readonly on: string
  readonly event?: string
  readonly property: Property
  readonly column: string
}

/** What is known of a file while its mapping is guessed. */
export interface View {
  readonly names: readonly string[]
  readonly looks: Readonly<Record<string, ColumnLook>>
  readonly rows: number
  /** The sample's texts of a column, '' where nothing is known. */
  readonly texts: (column: string) => readonly string[]
  readonly questions: Question[]
  readonly catalogue: Catalogue
}

/** The columns that sound like a role. */
export function find(
  view: View,
  role: Role,
  among: readonly string[] = view.names,
): readonly string[] {
  return among.filter((name) => soundsLike(name, role))
}

const TYPE_OF_LOOK: Readonly<Record<ColumnLook['kind'], ValueType>> = {
  empty: 'text',
  number: 'number',
  whole: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
  list: 'list',
  text: 'text',
}

/** The type a new trait or property would have for a column. */
export function proposedType(name: string, look: ColumnLook | undefined): ValueType {
  if (look === undefined) return 'text'
  const isNumber = look.kind === 'number' || look.kind === 'whole'
  const isMoney =
    soundsLike(name, 'amount') || soundsLike(name, 'price') || soundsLike(name, 'discount')
  if (isNumber && isMoney) return 'money'
  const isCode = /(^|_)(id|code|codigo|upc|ean|zip|postcode|cep|phone|no|number)$/.test(
    plainName(name),
  )
  if (look.kind === 'whole' && (isCode || soundsLike(name, 'product'))) return 'text'
  return TYPE_OF_LOOK[look.kind]
}

const FIELD_ROLES: readonly Role[] = ['product', 'quantity', 'price', 'amount', 'discount']

/** Gives columns to properties of the same name or sense; the others become proposals. */
export function assign(
  view: View,
  columns: readonly string[],
  properties: Readonly<Record<string, Property>>,
  where: { readonly on: string; readonly event?: string; readonly prefix?: string },
): { readonly fields: FieldSources; readonly proposals: readonly Proposal[] } {
  const fields: Record<string, FieldSources[string]> = {}
  const proposals: Proposal[] = []
  const free = new Set(Object.keys(properties))
  const give = (column: string, name: string): void => {
    fields[`${where.prefix ?? ''}${name}`] = fromColumn(column)
    free.delete(name)
  }
  const left: string[] = []
  for (const column of columns) {
    const plain = plainName(column)
    if (free.has(plain)) give(column, plain)
    else left.push(column)
  }
  for (const column of left) {
    // A trait is named for itself: `kids_count` is no quantity of anything.
    const role = where.on === 'trait' ? undefined : FIELD_ROLES.find((r) => soundsLike(column, r))
    const match = [...free].find((name) => role !== undefined && soundsLike(name, role))
    if (match !== undefined) give(column, match)
    else if (view.looks[column]?.kind !== 'empty') {
      proposals.push({
        on: where.on,
        ...(where.event === undefined ? {} : { event: where.event }),
        property: {
          ...proposeProperty(column, view.looks[column], role),
          ...(where.on === 'trait' ? choicesOf(view, column) : {}),
        },
        column,
      })
    }
  }
  return { fields, proposals }
}

function proposeProperty(
  column: string,
  look: ColumnLook | undefined,
  role: Role | undefined,
): Property {
  const isPlainRole = role !== undefined && role !== 'discount'
  return {
    name: isPlainRole ? role : plainName(column),
    type: proposedType(column, look),
    label: {},
    required: false,
    sensitivity: soundsSensitive(column)
      ? 'sensitive'
      : soundsPersonal(column)
        ? 'personal'
        : 'none',
  }
}

/** More different texts than this are no choice among a few. */
const MOST_CHOICES = 24
/** Each of a few choices is met this often on average. */
const OFTEN = 10

/** The values of a trait whose texts are a choice among a few: what can be compared, learned from, and checked for slips. */
function choicesOf({ looks, texts }: View, column: string): Pick<Property, 'values'> {
  const look = looks[column]
  if (look?.kind !== 'text' || look.distinct > MOST_CHOICES || look.distinct * OFTEN > look.filled)
    return {}
  const values = [...new Set(texts(column))].filter((text) => text !== '').sort()
  return { values }
}

interface Computed {
  readonly fields: FieldSources
  readonly isNew: boolean
}

/** Where there is a price and a quantity and no amount, the amount is their product. */
export function computedAmount(
  view: View,
  fields: FieldSources,
  element: string | undefined,
  kind: EventKind | undefined,
): Computed {
  const prefix = element === undefined ? '' : `${element}.`
  const none: Computed = { fields: {}, isNew: false }
  if (`${prefix}amount` in fields || find(view, 'amount').length > 0) return none
  const [price, quantity] = [find(view, 'price')[0], find(view, 'quantity')[0]]
  if (price === undefined || quantity === undefined) return none
  const properties = element === undefined ? kind?.properties : kind?.elements[element]?.properties
  const source = { multiply: [quantity, price], negate: false, absolute: false, values: {} }
  return { fields: { [`${prefix}amount`]: source }, isNew: properties?.['amount'] === undefined }
}

/** The property that a computed amount needs, when the catalogue lacks it. */
export function proposeAmount(
  computed: Computed,
  element: string | undefined,
  event: string,
): readonly Proposal[] {
  if (!computed.isNew) return []
  const property: Property = {
    name: 'amount',
    type: 'money',
    label: {},
    required: false,
    sensitivity: 'none',
  }
  return [{ on: element ?? 'property', event, property, column: '' }]
}
