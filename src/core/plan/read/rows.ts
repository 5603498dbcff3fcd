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
  /** For amounts in several currencies: what they become, and by which rates. */
  readonly currencies?: Currencies
}

/** What amounts whose rows say their currency are turned into. */
export type Currencies = Omit<Conversion, 'currency'>

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

/** The sum of a property within one event, as a double; amounts without a rate are passed over. */
export function amountWithin(field: RhythmField, currencies?: Currencies): Sql {
  if (field.element !== undefined) return sql`arraySum(${amountsWithin(field, currencies)})`
  const convert = conversionOf(field, currencies)
  const stored = column(field)
  const amount =
    convert === undefined
      ? stored
      : emitConverted(stored, id(propertyColumn(convert.currency.name)), convert)
  return sql`ifNull(toFloat64(${amount}), 0)`
}

/** The property of each element of one event, as doubles; 0 where it is missing or has no rate. */
export function amountsWithin(field: RhythmField, currencies?: Currencies): Sql {
  const { element } = field
  const convert = conversionOf(field, currencies)
  if (element === undefined) return sql`[${amountWithin(field, currencies)}]`
  if (convert === undefined) return sql`arrayMap(x -> ifNull(toFloat64(x), 0), ${column(field)})`
  const { name, of } = convert.currency
  if (of === 'event') {
    const one = emitConverted(raw('x'), id(propertyColumn(name)), convert)
    return sql`arrayMap(x -> ifNull(toFloat64(${one}), 0), ${column(field)})`
  }
  const one = emitConverted(raw('x'), raw('x_currency'), convert)
  return sql`arrayMap((x, x_currency) -> ifNull(toFloat64(${one}), 0), ${column(field)}, ${id(elementColumn(element.name, name))})`
}

/** As the language does it: an element's amount has the element's currency, if it has one of that name. */
function conversionOf(
  { event, element, property }: RhythmField,
  currencies: Currencies | undefined,
): Conversion | undefined {
  const name = property.currencyFrom
  if (name === undefined || currencies === undefined) return undefined
  const own = element === undefined ? {} : (event.elements[element.name]?.properties ?? {})
  const of = Object.hasOwn(own, name) ? 'element' : 'event'
  return { ...currencies, currency: { name, of } }
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
