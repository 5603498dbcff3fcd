/** A mapping bound to the catalogue: which column fills which trait or property, and what is missing or unknown. */
import { invalid, valid, type Checked, type Issue } from '../../../core/base/index.ts'
import {
  elementColumn,
  propertyColumn,
  traitColumn,
  type Catalogue,
  type EventKind,
  type Property,
  type ValueType,
} from '../../../core/catalog/index.ts'
import {
  usedColumns,
  type FieldSource,
  type FieldSources,
  type Mapping,
} from '../mapping/mapping.ts'

/** One typed value computed for every row; targets of several routes may share it. */
export interface ValueRecipe {
  readonly type: ValueType
  /** Absent: only reference data of products can fill it. */
  readonly source?: FieldSource
  /** Name of the product's reference property that fills it where it is missing. */
  readonly productProperty?: string
  /** Column of the file to name when the value is unfit. */
  readonly column: string
}

/** A column of a fact table and the value that fills it. */
export interface TargetColumn {
  readonly name: string
  readonly type: ValueType
  readonly required: boolean
  /** Index into the recipe's values. */
  readonly value: number
}

/** One kind of event that rows of the file may be. */
export interface EventTarget {
  readonly kind: EventKind
  readonly properties: readonly TargetColumn[]
  /** Columns of elements; empty when rows are whole events. */
  readonly elements: readonly TargetColumn[]
}

/** What a load does, without any SQL. */
export interface Recipe {
  readonly mapping: Mapping
  /** Columns of the file that are staged, in order. */
  readonly columns: readonly string[]
  readonly values: readonly ValueRecipe[]
  /** For events: the main kind first, then one per route. */
  readonly events: readonly EventTarget[]
  /** For customers and products: columns of the profile or product table. */
  readonly traits: readonly TargetColumn[]
}

/**
 * Binds a mapping. Codes: `intake/unknown-event`, `intake/unknown-field`, `intake/missing-role`,
 * `intake/missing-column` (a column the file does not have), `intake/required-unmapped`.
 */
export function toRecipe(
  mapping: Mapping,
  catalogue: Catalogue,
  fileColumns: readonly string[] | undefined,
): Checked<Recipe> {
  const issues: Issue[] = []
  const report = (code: string, params: Issue['params']): void => {
    issues.push({ code, severity: 'error', params })
  }
  const values: ValueRecipe[] = []
  const known = new Map<string, number>()
  const valueOf = (recipe: ValueRecipe): number => {
    const key = JSON.stringify(recipe)
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, values.length)
    values.push(recipe)
    return values.length - 1
  }
  const column = (
    name: string,
    property: Property,
    source: FieldSource | undefined,
    fill: boolean,
  ): TargetColumn[] => {
    const fromProduct = fill && property.name in catalogue.products
    if (source === undefined && !fromProduct) {
      if (property.required) report('intake/required-unmapped', { property: property.name })
      return []
    }
    const value = valueOf({
      type: property.type,
      ...(source === undefined ? {} : { source }),
      ...(fromProduct ? { productProperty: property.name } : {}),
      column: source?.from?.[0] ?? source?.multiply?.[0] ?? '',
    })
    return [{ name, type: property.type, required: property.required, value }]
  }

  const eventTarget = (event: string, fields: FieldSources): EventTarget | undefined => {
    const kind = catalogue.events[event]
    if (kind === undefined) {
      report('intake/unknown-event', { event, known: Object.keys(catalogue.events) })
      return undefined
    }
    const hasProduct = mapping.product !== undefined
    const element = mapping.lines === undefined ? undefined : kind.elements[mapping.lines]
    if (mapping.lines !== undefined && element === undefined) {
      report('intake/unknown-field', { field: mapping.lines, known: Object.keys(kind.elements) })
    }
    const names = [
      ...Object.keys(kind.properties),
      ...Object.keys(element?.properties ?? {}).map((p) => `${element?.name ?? ''}.${p}`),
    ]
    for (const field of Object.keys(fields)) {
      if (!names.includes(field)) report('intake/unknown-field', { field, known: names })
    }
    return {
      kind,
      properties: Object.values(kind.properties).flatMap((p) =>
        column(propertyColumn(p.name), p, fields[p.name], hasProduct && element === undefined),
      ),
      elements: Object.values(element?.properties ?? {}).flatMap((p) => {
        const source = fields[`${element?.name ?? ''}.${p.name}`]
        return column(elementColumn(element?.name ?? '', p.name), p, source, hasProduct)
      }),
    }
  }

  const plain = (
    properties: Readonly<Record<string, Property>>,
    name: (p: string) => string,
  ): TargetColumn[] => {
    for (const field of Object.keys(mapping.fields)) {
      if (!(field in properties)) {
        report('intake/unknown-field', { field, known: Object.keys(properties) })
      }
    }
    return Object.values(properties).flatMap((p) => {
      const source = mapping.fields[p.name]
      return source === undefined ? [] : column(name(p.name), p, source, false)
    })
  }

  const needs = { customers: ['customer'], products: ['id'], events: ['customer', 'at'] } as const
  for (const role of needs[mapping.kind]) {
    if (mapping[role] === undefined) report('intake/missing-role', { role })
  }
  const columns = usedColumns(mapping)
  for (const name of columns) {
    if (fileColumns !== undefined && !fileColumns.includes(name)) {
      report('intake/missing-column', { column: name, known: fileColumns })
    }
  }
  const events =
    mapping.kind === 'events'
      ? [
          eventTarget(mapping.event ?? '', mapping.fields),
          ...mapping.routes.map((r) => eventTarget(r.event, { ...mapping.fields, ...r.fields })),
        ]
      : []
  const traits =
    mapping.kind === 'customers'
      ? plain(catalogue.traits, traitColumn)
      : mapping.kind === 'products'
        ? plain(catalogue.products, propertyColumn)
        : []
  if (issues.length > 0) return invalid(...issues)
  const targets = events.filter((e) => e !== undefined)
  return valid({ mapping, columns, values, events: targets, traits })
}
