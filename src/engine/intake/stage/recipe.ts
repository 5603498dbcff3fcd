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
  const binding: Binding = { mapping, catalogue, issues: [], values: [], known: new Map() }
  const needs = { customers: ['customer'], products: ['id'], events: ['customer', 'at'] } as const
  for (const role of needs[mapping.kind]) {
    if (mapping[role] === undefined) report(binding, 'intake/missing-role', { role })
  }
  const columns = usedColumns(mapping)
  for (const name of columns) {
    if (fileColumns !== undefined && !fileColumns.includes(name)) {
      report(binding, 'intake/missing-column', { column: name, known: fileColumns })
    }
  }
  const events = mapping.kind === 'events' ? eventTargets(binding) : []
  const traits =
    mapping.kind === 'customers'
      ? plainColumns(binding, catalogue.traits, traitColumn)
      : mapping.kind === 'products'
        ? plainColumns(binding, catalogue.products, propertyColumn)
        : []
  if (binding.issues.length > 0) return invalid(...binding.issues)
  return valid({ mapping, columns, values: binding.values, events, traits })
}

/** What is collected while a mapping is bound. */
interface Binding {
  readonly mapping: Mapping
  readonly catalogue: Catalogue
  readonly issues: Issue[]
  readonly values: ValueRecipe[]
  readonly known: Map<string, number>
}

function report(binding: Binding, code: string, params: Issue['params']): void {
  binding.issues.push({ code, severity: 'error', params })
}

/** The number of a value; equal recipes share one. */
function valueOf({ values, known }: Binding, recipe: ValueRecipe): number {
  const key = JSON.stringify(recipe)
  const found = known.get(key)
  if (found !== undefined) return found
  known.set(key, values.length)
  values.push(recipe)
  return values.length - 1
}

function bindColumn(
  binding: Binding,
  property: Property,
  given: {
    readonly name: string
    readonly source: FieldSource | undefined
    readonly fromProduct: boolean
  },
): TargetColumn[] {
  const { name, source } = given
  const fromProduct = given.fromProduct && property.name in binding.catalogue.products
  if (source === undefined && !fromProduct) {
    if (property.required) {
      report(binding, 'intake/required-unmapped', { property: property.name })
    }
    return []
  }
  const value = valueOf(binding, {
    type: property.type,
    ...(source === undefined ? {} : { source }),
    ...(fromProduct ? { productProperty: property.name } : {}),
    column: source?.from?.[0] ?? source?.multiply?.[0] ?? '',
  })
  return [{ name, type: property.type, required: property.required, value }]
}

function eventTargets(binding: Binding): readonly EventTarget[] {
  const { mapping } = binding
  return [
    ...eventTarget(binding, mapping.event ?? '', mapping.fields),
    ...mapping.routes.flatMap((r) =>
      eventTarget(binding, r.event, { ...mapping.fields, ...r.fields }),
    ),
  ]
}

function eventTarget(binding: Binding, event: string, fields: FieldSources): EventTarget[] {
  const { mapping, catalogue } = binding
  const kind = catalogue.events[event]
  if (kind === undefined) {
    report(binding, 'intake/unknown-event', { event, known: Object.keys(catalogue.events) })
    return []
  }
  const hasProduct = mapping.product !== undefined
  const element = mapping.lines === undefined ? undefined : kind.elements[mapping.lines]
  if (mapping.lines !== undefined && element === undefined) {
    const known = Object.keys(kind.elements)
    report(binding, 'intake/unknown-field', { field: mapping.lines, known })
  }
  const of = element?.name ?? ''
  const lines = Object.values(element?.properties ?? {})
  const names = [...Object.keys(kind.properties), ...lines.map((p) => `${of}.${p.name}`)]
  for (const field of Object.keys(fields)) {
    if (!names.includes(field)) report(binding, 'intake/unknown-field', { field, known: names })
  }
  const properties = Object.values(kind.properties).flatMap((p) =>
    bindColumn(binding, p, {
      name: propertyColumn(p.name),
      source: fields[p.name],
      fromProduct: hasProduct && element === undefined,
    }),
  )
  const elements = lines.flatMap((p) =>
    bindColumn(binding, p, {
      name: elementColumn(of, p.name),
      source: fields[`${of}.${p.name}`],
      fromProduct: hasProduct,
    }),
  )
  return [{ kind, properties, elements }]
}

function plainColumns(
  binding: Binding,
  properties: Readonly<Record<string, Property>>,
  name: (p: string) => string,
): readonly TargetColumn[] {
  const { fields } = binding.mapping
  const known = Object.keys(properties)
  for (const field of Object.keys(fields)) {
    if (!known.includes(field)) report(binding, 'intake/unknown-field', { field, known })
  }
  return Object.values(properties).flatMap((p) => {
    const source = fields[p.name]
    if (source === undefined) return []
    return bindColumn(binding, p, { name: name(p.name), source, fromProduct: false })
  })
}
