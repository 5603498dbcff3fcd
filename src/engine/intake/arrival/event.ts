/** Events of messages: which kind a name means, and its properties and elements as one row. */
import {
  elementColumn,
  propertyColumn,
  type Catalogue,
  type EventKind,
} from '../../../core/catalog/index.ts'
import {
  compileFields,
  finder,
  isObject,
  placed,
  snakeCase,
  written,
  type Fields,
  type Found,
  type Json,
} from './fields.ts'

/** More elements than this belong to no purchase. */
const MOST_ELEMENTS = 1000

interface CompiledElement {
  readonly name: string
  readonly fields: Fields
}

/** One kind of event, ready to check. */
export interface CompiledEvent {
  readonly name: string
  readonly section: string
  readonly fields: Fields
  readonly elements: readonly CompiledElement[]
  /** Places of properties, and of elements counted on from there. */
  find(name: string): number | undefined
}

/** All kinds, by what senders call them. */
export interface CompiledEvents {
  find(name: string): CompiledEvent | undefined
  /** What a page or screen call becomes; undefined when the catalogue has nothing for it. */
  readonly page: CompiledEvent | undefined
  readonly screen: CompiledEvent | undefined
}

/** Compiles the event kinds of a catalogue. */
export function compileEvents(catalogue: Catalogue): CompiledEvents {
  const kinds = Object.values(catalogue.events)
  const compiled = new Map(kinds.map((kind) => [kind.name, compileEvent(kind)]))
  const aliases = new Map<string, CompiledEvent>()
  for (const kind of kinds) {
    const event = compiled.get(kind.name)
    for (const alias of kind.aliases ?? []) {
      if (event === undefined) continue
      aliases.set(alias, event)
      aliases.set(snakeCase(alias), event)
    }
  }
  const byName = finder(compiled)
  const byAlias = finder(aliases)
  const web = kinds.find((kind) => kind.role === 'web')
  const page = compiled.get('page') ?? compiled.get(web?.name ?? '')
  return {
    find: (name) => byName(name) ?? byAlias(name),
    page,
    screen: compiled.get('screen') ?? page,
  }
}

function compileEvent(kind: EventKind): CompiledEvent {
  const fields = compileFields(Object.values(kind.properties), propertyColumn)
  const elements = Object.values(kind.elements).map((element) => ({
    name: element.name,
    fields: compileFields(Object.values(element.properties), (name) =>
      elementColumn(element.name, name),
    ),
  }))
  const lists = new Map<string, number>()
  for (const [n, { name }] of elements.entries()) {
    for (const written of [name, `${name}s`]) lists.set(written, fields.list.length + n)
  }
  // What e-commerce senders call the lines of an order, whatever the catalogue calls them.
  if (elements.length === 1 && !lists.has('products')) lists.set('products', fields.list.length)
  const findList = finder(lists)
  return {
    name: kind.name,
    section: `event ${kind.name}`,
    fields,
    elements,
    find: (name) => fields.find(name) ?? findList(name),
  }
}

/** The columns of an event as members of a JSON object; what is wrong goes to `found`. */
export function eventColumns(event: CompiledEvent, given: Json, found: Found): string {
  const values = placed(given, event, found)
  let json = ''
  for (const [n, field] of event.fields.list.entries()) {
    const value = written(field, values[n], ['properties'], found)
    if (value !== '') json += field.head + value
  }
  for (const [n, element] of event.elements.entries()) {
    json += elementColumns(element, values[event.fields.list.length + n], found)
  }
  return json
}

function elementColumns(element: CompiledElement, given: unknown, found: Found): string {
  if (given === undefined || given === null) return ''
  const path = ['properties', element.name]
  if (!Array.isArray(given) || given.length > MOST_ELEMENTS || !given.every(isObject)) {
    found.flaws.push({ code: 'intake/message-list', path })
    return ''
  }
  const { fields } = element
  const columns: string[][] = fields.list.map(() => [])
  for (const [n, part] of given.entries()) {
    const values = placed(part, fields, found)
    for (const [m, field] of fields.list.entries()) {
      const value = written(field, values[m], [...path, n], found)
      columns[m]?.push(value === '' ? field.absent : value)
    }
  }
  return fields.list.map((field, m) => `${field.head}[${columns[m]?.join(',') ?? ''}]`).join('')
}
