/** Rows of an event that count, and what they say: the pieces that statements over the facts are made of. */
import type { Instant } from '../../base/index.ts'
import {
  elementColumn,
  eventTable,
  propertyColumn,
  type EventKind,
  type Property,
} from '../../catalog/index.ts'
import type { Conversion } from '../../segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { emitConverted } from '../construct/rates.ts'
import { notMerged } from '../pass/population.ts'

type TableOf = (name: string) => Sql

/** A property of an event, or of one of its elements. */
export interface RhythmField {
  readonly event: EventKind
  readonly element?: { readonly name: string }
  readonly property: Property
}

/** How the facts are read. */
export interface RhythmOptions {
  readonly table: TableOf
  readonly timeZone: string
  /** Facts up to here; the last purchase, where that is earlier, is the instant that "last 365 days" counts from. */
  readonly asOf: Instant
  /** Of amounts in several currencies. */
  readonly conversion?: Conversion
}

/** Rows that count, of customers who were not merged into others. */
export function countedRows(
  event: EventKind,
  { table, asOf }: Pick<RhythmOptions, 'table' | 'asOf'>,
): Sql {
  const counts =
    event.counts === undefined
      ? []
      : [
          sql`${id(propertyColumn(event.counts.property))} IN ${value(event.counts.values, 'Array(String)')}`,
        ]
  const where = [
    sql`at <= fromUnixTimestamp64Milli(${value(asOf, 'Int64')}, 'UTC')`,
    notMerged(table),
    ...counts,
  ]
  return sql`${table(eventTable(event.name))} WHERE ${join(where, ' AND ')}`
}

function column(field: RhythmField): Sql {
  const { element, property } = field
  return id(
    element === undefined
      ? propertyColumn(property.name)
      : elementColumn(element.name, property.name),
  )
}

/** The sum of a property within one event, as a double. */
export function amountWithin(field: RhythmField, conversion?: Conversion): Sql {
  const stored = column(field)
  const { property, element } = field
  const currency =
    property.currencyFrom === undefined || conversion === undefined ? undefined : conversion
  if (element === undefined) {
    const amount =
      currency === undefined
        ? stored
        : emitConverted(stored, id(propertyColumn(currency.currency.name)), currency)
    return sql`ifNull(toFloat64(${amount}), 0)`
  }
  return sql`arraySum(arrayMap(x -> ifNull(toFloat64(x), 0), ${stored}))`
}

/** Whether a purchase, or one of its elements, was discounted: a code or an amount says so. */
export function discountedWithin(field: RhythmField): Sql {
  const { property, element } = field
  const isCode = property.type === 'text' || property.type === 'category'
  if (element !== undefined) {
    const test = isCode ? raw("x != ''") : raw('ifNull(x, 0) > 0')
    return sql`arrayExists(x -> ${test}, ${column(field)})`
  }
  return isCode ? sql`${column(field)} != ''` : sql`ifNull(${column(field)}, 0) > 0`
}

/** Values of a text as an array, empty text left out. */
export function textsWithin(field: RhythmField): Sql {
  const stored = column(field)
  const list =
    field.element === undefined
      ? sql`[toString(${stored})]`
      : sql`arrayMap(x -> toString(x), ${stored})`
  return sql`arrayFilter(x -> x != '', ${list})`
}
