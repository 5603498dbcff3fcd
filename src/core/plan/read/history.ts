/** Reads the past of a few customers out of the fact tables: the queries, and how their rows become a history. */
import {
  elementColumn,
  eventTable,
  propertyColumn,
  traitColumn,
  type Catalogue,
  type ElementKind,
  type EventKind,
  type Property,
} from '../../catalog/index.ts'
import type {
  EventRecord,
  ListRecord,
  ScoreRecord,
  StoredValue,
  TraitRecord,
} from '../../segment/index.ts'
import { id, join, sql, value, type Sql } from '../../sql/index.ts'

/** Names a table for use in a statement. */
type TableOf = (name: string) => Sql

/** A row as the store answers it: 64-bit integers and decimals are text. */
export type HistoryRow = Readonly<Record<string, unknown>>

/**
 * Rows `customer_key`, `customer_id`, `known_from` (epoch ms) of those customers that are known. The key is
 * found by its hash, so that the cost is that of as many look-ups.
 */
export function customersById(ids: readonly string[], table: TableOf): Sql {
  const wanted = value(ids, 'Array(String)')
  return sql`SELECT customer_key, customer_id, toUnixTimestamp64Milli(min(known_from)) AS since
    FROM ${table('customer')}
    WHERE customer_key IN (SELECT sipHash64(arrayJoin(${wanted}))) AND has(${wanted}, customer_id)
    GROUP BY customer_key, customer_id`
}

/** All trait records of some customers. Cost: reading their stretch of the table's order. */
export function profilesOf(catalogue: Catalogue, keys: readonly bigint[], table: TableOf): Sql {
  const traits = Object.values(catalogue.traits).map((t) => selected(t, traitColumn(t.name)))
  const columns = join([sql`customer_key`, MOMENT, sql`seq`, sql`cleared`, ...traits], ', ')
  return sql`SELECT ${columns} FROM ${table('profile')} WHERE ${keyIn(keys)}`
}

/** All events of one kind of some customers. Cost: reading their stretch of the table's order. */
export function eventsOf(event: EventKind, keys: readonly bigint[], table: TableOf): Sql {
  const own = Object.values(event.properties).map((p) => selected(p, propertyColumn(p.name)))
  const elements = Object.values(event.elements).flatMap((element) =>
    Object.values(element.properties).map((p) =>
      selectedAll(p, elementColumn(element.name, p.name)),
    ),
  )
  const columns = join([sql`customer_key`, MOMENT, sql`id`, ...own, ...elements], ', ')
  return sql`SELECT ${columns} FROM ${table(eventTable(event.name))} WHERE ${keyIn(keys)}`
}

/** All records of static lists of some customers. Cost: a look into each list. */
export function listsOf(keys: readonly bigint[], table: TableOf): Sql {
  return sql`SELECT customer_key, list, ${MOMENT}, seq, listed
    FROM ${table('list_member')} WHERE ${keyIn(keys)}`
}

/** All scores of some customers. Cost: a look into each kind of score. */
export function scoresOf(keys: readonly bigint[], table: TableOf): Sql {
  return sql`SELECT customer_key, name, ${MOMENT}, seq, value
    FROM ${table('score')} WHERE ${keyIn(keys)}`
}

const MOMENT = sql`toUnixTimestamp64Milli(at) AS moment`

function keyIn(keys: readonly bigint[]): Sql {
  return sql`customer_key IN ${value(keys, 'Array(UInt64)')}`
}

/** Instants come out as epoch milliseconds; all else as it is stored. */
function selected(property: Property, column: string): Sql {
  return property.type === 'instant'
    ? sql`toUnixTimestamp64Milli(${id(column)}) AS ${id(column)}`
    : id(column)
}

function selectedAll(property: Property, column: string): Sql {
  return property.type === 'instant'
    ? sql`arrayMap(x -> toUnixTimestamp64Milli(x), ${id(column)}) AS ${id(column)}`
    : id(column)
}

/** A row of `profilesOf`. What it neither sets nor clears is absent. */
export function toTraitRecord(catalogue: Catalogue, row: HistoryRow): TraitRecord {
  const traits: Record<string, StoredValue> = {}
  for (const trait of Object.values(catalogue.traits)) {
    const stored = toStored(trait, row[traitColumn(trait.name)])
    if (stored !== null) traits[trait.name] = stored
  }
  for (const name of textsIn(row['cleared'])) traits[name] = null
  return { at: Number(row['moment']), seq: Number(row['seq']), traits }
}

/** A row of `listsOf`. */
export function toListRecord(row: HistoryRow): ListRecord {
  const { listed } = row
  return {
    list: String(row['list']),
    at: Number(row['moment']),
    seq: Number(row['seq']),
    listed: listed === true || listed === 1 || listed === 'true',
  }
}

/** A row of `scoresOf`. */
export function toScoreRecord(row: HistoryRow): ScoreRecord {
  const value = row['value']
  return {
    name: String(row['name']),
    at: Number(row['moment']),
    seq: Number(row['seq']),
    value: value === null || value === undefined ? null : Number(value),
  }
}

/** A row of `eventsOf`. */
export function toEventRecord(event: EventKind, row: HistoryRow): EventRecord {
  const properties: Record<string, StoredValue> = {}
  for (const p of Object.values(event.properties)) {
    properties[p.name] = toStored(p, row[propertyColumn(p.name)])
  }
  const elements: Record<string, readonly Readonly<Record<string, StoredValue>>[]> = {}
  for (const element of Object.values(event.elements))
    elements[element.name] = elementsIn(element, row)
  return {
    event: event.name,
    id: String(row['id']),
    at: Number(row['moment']),
    properties,
    elements,
  }
}

/** The parallel arrays of an element list, turned into one record each. */
function elementsIn(
  element: ElementKind,
  row: HistoryRow,
): readonly Readonly<Record<string, StoredValue>>[] {
  const columns = Object.values(element.properties).map((property) => {
    const list = row[elementColumn(element.name, property.name)]
    return { property, list: Array.isArray(list) ? (list as readonly unknown[]) : [] }
  })
  const length = Math.max(0, ...columns.map((column) => column.list.length))
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(
      columns.map(({ property, list }) => [property.name, toStored(property, list[i])]),
    ),
  )
}

/** A stored value as the evaluator takes it; empty text, lists and places are missing. */
function toStored(property: Property, stored: unknown): StoredValue {
  if (stored === null || stored === undefined || stored === '') return null
  switch (property.type) {
    case 'number':
    case 'money':
    case 'instant':
      return Number(stored)
    case 'boolean':
      return stored === true || stored === 1 || stored === 'true'
    case 'list': {
      const list = textsIn(stored)
      return list.length === 0 ? null : list
    }
    case 'geo': {
      const [latitude, longitude] = Array.isArray(stored) ? (stored as readonly unknown[]) : []
      return longitude === undefined ? null : [Number(latitude), Number(longitude)]
    }
    default:
      return String(stored)
  }
}

function textsIn(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.map(String) : []
}
