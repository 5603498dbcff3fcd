/** The form's view of a mapping: where each column goes, and a mapping with some of them sent elsewhere. */
import type { Catalogue, Property } from '../../../core/catalog/index.ts'
import type { FieldSource, Mapping } from './mapping.ts'
import { fromColumn } from './parse.ts'
import { plainName } from './roles.ts'
import type { Proposal } from './assign.ts'

function reads(source: FieldSource, column: string): boolean {
  return (source.from ?? source.multiply ?? []).includes(column)
}

/** `customer`, `at`, `id`, `trait:country`, `property:amount`, `item:price`, or `ignore`. */
export function targetOf(mapping: Mapping, column: string): string {
  if (mapping.customer?.includes(column) === true) return 'customer'
  if (mapping.at?.includes(column) === true) return 'at'
  if (mapping.id?.includes(column) === true) return 'id'
  const field = Object.entries(mapping.fields).find(([, source]) => reads(source, column))
  return field === undefined ? 'ignore' : toTarget(mapping, field[0])
}

function toTarget(mapping: Mapping, field: string): string {
  const dot = field.indexOf('.')
  if (dot > 0) return `${field.slice(0, dot)}:${field.slice(dot + 1)}`
  return mapping.kind === 'customers' ? `trait:${field}` : `property:${field}`
}

const names = (properties: Readonly<Record<string, Property>>): string[] => Object.keys(properties)

/** Every target a column of this mapping may go to. */
export function targetChoices(mapping: Mapping, catalogue: Catalogue): readonly string[] {
  if (mapping.kind === 'customers') {
    return ['customer', 'at', ...names(catalogue.traits).map((n) => `trait:${n}`), 'ignore']
  }
  if (mapping.kind === 'products') {
    return ['id', ...names(catalogue.products).map((n) => `property:${n}`), 'ignore']
  }
  const kind = catalogue.events[mapping.event ?? '']
  const elements = Object.values(kind?.elements ?? {}).flatMap((e) =>
    names(e.properties).map((n) => `${e.name}:${n}`),
  )
  const own = names(kind?.properties ?? {}).map((n) => `property:${n}`)
  return ['customer', 'at', 'id', ...own, ...elements, 'ignore']
}

/**
 * The mapping with columns sent where a person wants them. `new-trait:age`, `new-property:channel` and
 * `new-item:price` come back as proposals too: the catalogue must take them before a load.
 */
export function withColumns(
  mapping: Mapping,
  columns: Readonly<Record<string, string>>,
  typeOf: (column: string) => Property['type'],
): { readonly mapping: Mapping; readonly proposals: readonly Proposal[] } {
  let result = mapping
  const proposals: Proposal[] = []
  for (const [column, target] of Object.entries(columns)) {
    if (target === targetOf(result, column)) continue
    const isNew = target.startsWith('new-')
    const [place = '', name = ''] = (isNew ? target.slice(4) : target).split(':')
    result = without(result, column)
    if (place === 'ignore') continue
    if (place === 'customer' || place === 'at' || place === 'id') {
      result = { ...result, [place]: [column] }
      continue
    }
    const own = plainName(name === '' ? column : name)
    const isPlain = place === 'trait' || place === 'property'
    const field = isPlain ? own : `${place}.${own}`
    result = {
      ...result,
      ...(isPlain ? {} : { lines: place }),
      fields: { ...result.fields, [field]: fromColumn(column) },
    }
    if (isNew) proposals.push(proposalOf(result, place, own, column, typeOf(column)))
  }
  return { mapping: result, proposals }
}

function proposalOf(
  mapping: Mapping,
  place: string,
  name: string,
  column: string,
  type: Property['type'],
): Proposal {
  return {
    on: mapping.kind === 'products' ? 'product' : place,
    ...(mapping.event === undefined ? {} : { event: mapping.event }),
    property: { name, type, label: {}, required: false, sensitivity: 'none' },
    column,
  }
}

function without(mapping: Mapping, column: string): Mapping {
  const { customer, at, id, fields, ...rest } = mapping
  const keep = (role: readonly string[] | undefined): boolean =>
    role !== undefined && !role.includes(column)
  return {
    ...rest,
    ...(customer !== undefined && keep(customer) ? { customer } : {}),
    ...(at !== undefined && keep(at) ? { at } : {}),
    ...(id !== undefined && keep(id) ? { id } : {}),
    fields: Object.fromEntries(Object.entries(fields).filter(([, s]) => !reads(s, column))),
  }
}
