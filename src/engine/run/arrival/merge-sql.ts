/** The statements that give an alias's facts to a customer and take them back, each harmless when it is run again. */
import {
  eventTable,
  factShapes,
  type Catalogue,
  type TableShape,
} from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import { TOUCHED_TABLE } from './tables.ts'

/** One alias and the customer it is part of. Keys are unsigned 64-bit numbers as text. */
export interface Edge {
  /** Number of the merge in the ledger. */
  readonly id: number
  readonly aliasKey: string
  readonly customerKey: string
  readonly customerId: string
  /** When it was done. */
  readonly at: number
  /** The number of the load that it belongs to. */
  readonly load: number
}

/** Orders what is noted of a merge after all that was noted before. */
function seqOf(load: number, edge: Edge): Sql {
  return raw(`${load} * toUInt64(4294967296) + ${edge.id}`)
}

/** A table of facts by customer, and what tells two rows of a customer apart. */
export interface FactTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly identity: readonly string[]
}

/** Every table whose rows follow a customer. */
export function followingTables(catalogue: Catalogue): readonly FactTable[] {
  const identities = new Map<string, readonly string[]>([
    ['profile', ['at', 'seq']],
    ['list_member', ['list', 'at', 'seq']],
    ['score', ['name', 'at', 'seq']],
    ...Object.keys(catalogue.events).map((event) => [eventTable(event), ['id']] as const),
  ])
  return factShapes(catalogue).flatMap((shape: TableShape) => {
    const identity = identities.get(shape.name)
    const columns = shape.columns.map((c) => c.name)
    return identity === undefined ? [] : [{ name: shape.name, columns, identity }]
  })
}

const list = (names: readonly string[]): Sql =>
  join(
    names.map((name) => id(name)),
    ', ',
  )

function keys(all: readonly string[]): Sql {
  return value(all.map(BigInt), 'Array(UInt64)')
}

function aliases(edges: readonly Edge[]): Sql {
  return keys(edges.map((e) => e.aliasKey))
}

function customers(edges: readonly Edge[]): Sql {
  return keys(edges.map((e) => e.customerKey))
}

/** The customer of the alias in `column`. */
function customerOf(edges: readonly Edge[], column: string): Sql {
  return sql`transform(${id(column)}, ${aliases(edges)}, ${customers(edges)}, toUInt64(0))`
}

function others(table: FactTable): readonly string[] {
  return table.columns.filter((name) => name !== 'customer_key' && name !== 'origin')
}

/** Copies the rows of each alias to its customer, who may have the same event already. The alias's own stay as an archive. */
export function copyRows(analytics: Analytics, table: FactTable, edges: readonly Edge[]): Sql {
  const name = analytics.table(table.name)
  const rest = list(others(table))
  const said = list(table.identity)
  return sql`INSERT INTO ${name} (customer_key, origin, ${rest})
    SELECT into_key, alias, ${rest} FROM (
      SELECT ${customerOf(edges, 'customer_key')} AS into_key, customer_key AS alias, ${rest} FROM ${name}
      WHERE customer_key IN ${aliases(edges)})
    WHERE (into_key, ${said}) GLOBAL NOT IN (SELECT customer_key, ${said} FROM ${name} WHERE customer_key IN ${customers(edges)})`
}

/** The customer is known since the alias was, at least since they were told to be one. */
export function copyKnown(analytics: Analytics, edge: Edge): Sql {
  const customer = analytics.table('customer')
  const into = value(edge.customerKey, 'UInt64')
  const alias = value(edge.aliasKey, 'UInt64')
  const at = instant(edge.at)
  return sql`INSERT INTO ${customer} (customer_key, customer_id, known_from, load, origin)
    SELECT ${into}, ${value(edge.customerId, 'String')}, if(count() = 0, ${at}, least(${at}, min(known_from))), ${raw(String(edge.load))}, ${alias}
    FROM ${customer} WHERE customer_key = ${alias}
    HAVING (SELECT count() FROM ${customer} WHERE customer_key = ${into} AND origin = ${alias}) = 0`
}

function instant(at: number): Sql {
  return sql`fromUnixTimestamp64Milli(${value(at, 'Int64')}, 'UTC')`
}

/** Notes that an alias, and those who were merged into it before, belong to the customer from now on. */
export function noteMerged(analytics: Analytics, edge: Edge): Sql {
  const merged = analytics.table('merged')
  const alias = value(edge.aliasKey, 'UInt64')
  const rest = sql`${value(edge.customerKey, 'UInt64')}, ${instant(edge.at)}, ${seqOf(edge.load, edge)}, false`
  return sql`INSERT INTO ${merged} (alias_key, customer_key, at, seq, undone)
    SELECT ${alias}, ${rest} UNION ALL SELECT alias_key, ${rest} FROM (
      SELECT alias_key FROM ${merged} WHERE alias_key != ${alias} GROUP BY alias_key
      HAVING argMax(customer_key, seq) = ${alias} AND NOT argMax(undone, seq))`
}

/** Notes that the alias is a customer again, to whom those belong who came with it. */
export function noteUndone(
  analytics: Analytics,
  edge: Edge,
  undo: { readonly load: number; readonly at: number },
): Sql {
  const alias = value(edge.aliasKey, 'UInt64')
  return sql`INSERT INTO ${analytics.table('merged')} (alias_key, customer_key, at, seq, undone)
    SELECT alias_key, if(alias_key = ${alias}, ${value(edge.customerKey, 'UInt64')}, ${alias}),
      ${instant(undo.at)}, ${seqOf(undo.load, edge)}, alias_key = ${alias}
    FROM (${originsOf(analytics, edge)})`
}

/** The aliases whose rows lie with the customer because of this merge: the alias itself and those who came with it. */
export function originsOf(analytics: Analytics, edge: Edge): Sql {
  return sql`SELECT DISTINCT alias_key FROM ${analytics.table('merged')} WHERE seq = ${seqOf(edge.load, edge)}`
}

/**
 * Gives back what came for the alias, or for those who were part of it, after they were merged: rows of those origins
 * that the archive does not have.
 */
export function moveBack(analytics: Analytics, table: FactTable, edge: Edge): Sql {
  const name = analytics.table(table.name)
  const alias = value(edge.aliasKey, 'UInt64')
  const rest = list(others(table))
  const said = list(table.identity)
  return sql`INSERT INTO ${name} (customer_key, origin, ${rest})
    SELECT ${alias}, if(origin = ${alias}, 0, origin), ${rest} FROM ${name}
    WHERE customer_key = ${value(edge.customerKey, 'UInt64')} AND origin IN (${originsOf(analytics, edge)})
      AND (${said}) GLOBAL NOT IN (SELECT ${said} FROM ${name} WHERE customer_key = ${alias})`
}

/** The alias is known since the earliest of its facts, those that were given back included. */
export function meetAgain(
  analytics: Analytics,
  tables: readonly FactTable[],
  edge: Edge,
  aliasId: string,
): Sql {
  const customer = analytics.table('customer')
  const alias = value(edge.aliasKey, 'UInt64')
  const dated = tables.filter((t) => t.name !== 'list_member' && t.name !== 'score')
  const facts = dated.map(
    (t) => sql`SELECT origin, at FROM ${analytics.table(t.name)} WHERE customer_key = ${alias}`,
  )
  return sql`INSERT INTO ${customer} (customer_key, customer_id, known_from, load, origin)
    SELECT ${alias}, ${value(aliasId, 'String')}, f.first, ${raw(String(edge.load))}, f.origin
    FROM (SELECT origin, min(at) AS first FROM (${join(facts, ' UNION ALL ')}) GROUP BY origin) AS f
    LEFT JOIN (SELECT origin, min(known_from) AS since, count() AS times FROM ${customer}
      WHERE customer_key = ${alias} GROUP BY origin) AS k ON f.origin = k.origin
    WHERE k.times = 0 OR f.first < k.since`
}

/** Takes the rows of those origins away from the customer, on one shard. */
export function removeCopies(name: Sql, edge: Edge, origins: readonly string[]): Sql {
  return sql`DELETE FROM ${name} WHERE customer_key = ${value(edge.customerKey, 'UInt64')} AND origin IN ${keys(origins)}`
}

/** Everything about both may have changed, whenever it happened. */
export function touchBoth(analytics: Analytics, edges: readonly Edge[], load: number): Sql {
  const all = keys([...new Set(edges.flatMap((e) => [e.aliasKey, e.customerKey]))])
  return sql`INSERT INTO ${analytics.table(TOUCHED_TABLE)} (load, customer_key, at, cause)
    SELECT ${raw(String(load))}, arrayJoin(${all}), toDateTime64(0, 3, 'UTC'), 'merge'`
}
