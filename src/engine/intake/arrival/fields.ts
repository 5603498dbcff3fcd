/** The declared fields of an event, an element or a customer, compiled once: names to places, places to checks. */
import type { Property, ValueType } from '../../../core/catalog/index.ts'
import type { Flaw } from './flaw.ts'
import { checkOf, type Check } from './value.ts'

/** One declared field. */
export interface Field {
  readonly name: string
  readonly required: boolean
  readonly sensitive: boolean
  readonly check: Check
  /** What an element says that has no value: the store's own default for the column. */
  readonly absent: string
  /** `,"column":` */
  readonly head: string
}

/** Fields by the names that senders may use. */
export interface Fields {
  readonly list: readonly Field[]
  /** The place of a name in `list`, also when it is written in another case; undefined when nothing has it. */
  find(name: string): number | undefined
}

type Declared = Pick<Property, 'name' | 'type' | 'required' | 'sensitivity'>

/** Compiles declared properties; `column` names their columns. */
export function compileFields(
  declared: readonly Declared[],
  column: (name: string) => string,
): Fields {
  const list = declared.map((p) => ({
    name: p.name,
    required: p.required,
    sensitive: p.sensitivity === 'sensitive',
    check: checkOf(p.type),
    absent: absentOf(p.type),
    head: `,${JSON.stringify(column(p.name))}:`,
  }))
  const places = new Map(list.map((field, n) => [field.name, n]))
  return { list, find: finder(places) }
}

function absentOf(type: ValueType): string {
  if (type === 'text' || type === 'category') return '""'
  return type === 'list' || type === 'geo' ? '[]' : 'null'
}

/** Other spellings that were met are remembered up to this number: senders choose them. */
const REMEMBERED = 2000

/** Finds by the exact name, then by the name in snake case. */
export function finder<T>(places: ReadonlyMap<string, T>): (name: string) => T | undefined {
  const others = new Map<string, T | undefined>()
  return (name) => {
    const exact = places.get(name)
    if (exact !== undefined || others.has(name)) return exact ?? others.get(name)
    const found = places.get(snakeCase(name))
    if (others.size < REMEMBERED && name.length < 100) others.set(name, found)
    return found
  }
}

/** `Order Completed`, `orderCompleted` and `order-completed` are `order_completed`. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .replaceAll(/[^\p{L}\d]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toLowerCase()
}

/** What a check found wrong, or how it was met. */
export interface Found {
  readonly flaws: Flaw[]
  /** Names of what nothing declares; such values are dropped. */
  readonly dropped: string[]
}

export type Json = Readonly<Record<string, unknown>>

/** An object of JSON that is no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Puts the values of an object into the places of its fields; only its own keys are looked at. */
export function placed(given: Json, fields: Pick<Fields, 'find'>, found: Found): unknown[] {
  const values: unknown[] = []
  for (const key of Object.keys(given)) {
    const place = fields.find(key)
    if (place === undefined) found.dropped.push(key)
    // An exact name counts before its other spellings.
    else if (values[place] === undefined) values[place] = given[key]
  }
  return values
}

/** The value of one field as JSON for the store, '' when it has none; what is wrong goes to `found`. */
export function written(
  field: Field,
  value: unknown,
  path: readonly (string | number)[],
  found: Found,
): string {
  const json = field.check(value)
  if (typeof json !== 'string') {
    found.flaws.push({ code: json.bad, path: [...path, field.name] })
    return ''
  }
  if (json === '') {
    if (field.required)
      found.flaws.push({ code: 'intake/required-missing', path: [...path, field.name] })
    return ''
  }
  if (field.sensitive)
    found.flaws.push({
      code: 'intake/message-sensitive',
      path: [...path, field.name],
      params: { property: field.name },
    })
  return json
}
