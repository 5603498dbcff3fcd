/** The state of a generation as SQL: the base, except where the overlay knows better. */
import type { Instant } from '../../../../core/base/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { membershipTable, overlayTable } from './tables.ts'

/** Which rows are visible. */
export interface Visible {
  readonly base: number
  /** Overlay rows up to this generation count. */
  readonly generation: number
  /** Generations that were begun and never published: their rows do not count. */
  readonly dead: readonly number[]
}

type TableOf = (name: string) => Sql

/** An instant of the store. */
export function instant(at: Instant): Sql {
  return sql`fromUnixTimestamp64Milli(${value(at, 'Int64')}, 'UTC')`
}

/** The overlay's rows that a generation sees. */
export function seen({ generation, dead }: Visible): Sql {
  const upTo = sql`generation <= ${value(generation, 'UInt64')}`
  return dead.length === 0
    ? upTo
    : sql`${upTo} AND generation NOT IN ${value([...dead], 'Array(UInt64)')}`
}

/** Last row of each customer in the overlay: `customer_key`, `known`, `bits`, `next_flip`. */
function latest(visible: Visible, table: TableOf, only: Sql): Sql {
  return sql`SELECT customer_key, last.1 AS known, last.2 AS bits, last.3 AS next_flip FROM (
    SELECT customer_key, argMax(tuple(known, bits, next_flip), (generation, round)) AS last
    FROM ${table(overlayTable(visible.base))} WHERE ${seen(visible)}${only} GROUP BY customer_key)`
}

/**
 * `customer_key`, `known`, `bits`, `next_flip` of everybody, or of the customers that a subquery names. Who is not
 * known yet but has facts to come is among them with `known` 0.
 */
export function stateOf(visible: Visible, table: TableOf, customers?: Sql): Sql {
  const only = customers === undefined ? raw('') : sql` AND customer_key IN (${customers})`
  const overlay = table(overlayTable(visible.base))
  return sql`SELECT customer_key, toUInt8(1) AS known, bits, next_flip FROM ${table(membershipTable(visible.base))}
    WHERE customer_key NOT IN (SELECT customer_key FROM ${overlay} WHERE ${seen(visible)}${only})${only}
    UNION ALL ${latest(visible, table, only)}`
}

/** Keys of the customers in whom a condition on `bits` holds. */
export function keysWhere(visible: Visible, table: TableOf, condition: (bits: Sql) => Sql): Sql {
  return sql`SELECT customer_key FROM (${stateOf(visible, table)}) WHERE known = 1 AND ${condition(id('bits'))}`
}

/** `customer_key`, `next_flip` of those whom time may change by an instant. */
export function timeDue(visible: Visible, table: TableOf, to: Instant): Sql {
  return sql`SELECT customer_key, next_flip FROM (${stateOf(visible, table)}) WHERE next_flip <= ${instant(to)}`
}
