/** What a column of a file becomes, as one word that a form can offer: `customer`, `trait:country`, `item:price`, `ignore`. */
import type { Catalogue } from '../../core/catalog/index.ts'
import { fromColumn, type FieldSource, type Mapping } from '../intake/index.ts'

const ROLES = ['customer', 'at', 'id'] as const

/** What a mapping makes of a column. */
export function targetOf(mapping: Mapping, column: string): string {
  for (const role of ROLES) if (mapping[role]?.includes(column) === true) return role
  if (mapping.product === column) return 'product'
  const name = Object.keys(mapping.fields).find((key) => reads(mapping.fields[key], column))
  return name === undefined ? 'ignore' : wordOf(mapping, name)
}

function reads(source: FieldSource | undefined, column: string): boolean {
  return source?.from?.includes(column) === true || source?.multiply?.includes(column) === true
}

function wordOf(mapping: Mapping, field: string): string {
  if (mapping.kind === 'customers') return `trait:${field}`
  if (mapping.kind === 'products') return `product:${field}`
  const [element, property] = field.split('.')
  return property === undefined ? `property:${field}` : `${element}:${property}`
}

/** Everything a column of this kind of file may become. */
export function targetsFor(mapping: Mapping, catalogue: Catalogue): readonly string[] {
  const names = (things: Readonly<Record<string, unknown>>, prefix: string): string[] =>
    Object.keys(things).map((name) => `${prefix}:${name}`)
  const event = catalogue.events[mapping.event ?? '']
  const byKind = {
    customers: ['customer', 'at', ...names(catalogue.traits, 'trait')],
    products: ['id', ...names(catalogue.products, 'product')],
    events: [
      'customer',
      'at',
      'id',
      'product',
      ...(event === undefined
        ? []
        : [
            ...names(event.properties, 'property'),
            ...Object.values(event.elements).flatMap((e) => names(e.properties, e.name)),
          ]),
    ],
  }
  return ['ignore', ...byKind[mapping.kind]]
}

/** The mapping with one column given another target. A role or field that another column filled is taken over. */
export function withTarget(mapping: Mapping, column: string, target: string): Mapping {
  const freed = withoutColumn(mapping, column)
  if (target === 'ignore') return freed
  if (target === 'product') return { ...freed, product: column }
  const role = ROLES.find((one) => one === target)
  if (role !== undefined) return { ...freed, [role]: [column] }
  const field = fieldOf(target)
  return { ...freed, fields: { ...freed.fields, [field]: fromColumn(column) } }
}

/** `item:price` -> `item.price`; `trait:`, `property:` and `product:` are plain names. */
function fieldOf(target: string): string {
  const [kind = '', name = ''] = target.replace(/^new-/, '').split(':')
  return kind === 'trait' || kind === 'property' || kind === 'product' ? name : `${kind}.${name}`
}

function withoutColumn(mapping: Mapping, column: string): Mapping {
  const { customer, at, id, product, ...rest } = mapping
  const roles = Object.entries({ customer, at, id }).flatMap(([role, columns]) => {
    const kept = columns?.filter((one) => one !== column) ?? []
    return kept.length === 0 ? [] : [[role, kept] as const]
  })
  return {
    ...rest,
    ...Object.fromEntries(roles),
    ...(product === undefined || product === column ? {} : { product }),
    fields: Object.fromEntries(
      Object.entries(mapping.fields).filter(([, source]) => !reads(source, column)),
    ),
  }
}

/** A target that asks for a new trait or property, taken apart. */
export interface NewTarget {
  readonly on: 'trait' | 'product' | 'property' | 'element'
  readonly element?: string
  readonly name: string
}

/** Reads `new-trait:age`, `new-property:channel`, `new-item:price`; undefined for anything else. */
export function newTarget(target: string): NewTarget | undefined {
  const [, kind = '', name = ''] = /^new-([a-z][a-z0-9_]*):([a-z][a-z0-9_]*)$/.exec(target) ?? []
  if (name === '') return undefined
  if (kind === 'trait' || kind === 'product' || kind === 'property') return { on: kind, name }
  return { on: 'element', element: kind, name }
}
