/** The pass over trait records: the value of each used trait as of the instant. */
import { traitColumn } from '../catalog/index.ts'
import type { BoundType } from '../segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../sql/index.ts'
import { decodeValue, encodeValue } from './aggregate.ts'
import { instant } from './clock.ts'
import { rowsOf, type PassContext } from './pass.ts'

export interface TraitUse {
  readonly name: string
  readonly type: BoundType
}

/** The order of records, as one number that the engine compares at once: instant, then sequence. */
const ORDER = raw('bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq')

/** One row per customer, a trait a column (encoded, see `decodeTrait`): the last record that sets or clears it. */
export function emitTraits(
  traits: readonly TraitUse[],
  context: Pick<PassContext, 'table' | 'clock' | 'due' | 'sample'>,
): Sql {
  const columns = traits.map((t) => {
    const stored = id(traitColumn(t.name))
    const says = sql`${isSet(t.type, stored)} OR has(cleared, ${value(t.name, 'String')})`
    return sql`argMaxIf(${encodeValue(t.type, stored)}, ${ORDER}, ${says}) AS ${id(traitAlias(t.name))}`
  })
  const upTo = sql`at <= ${instant(context.clock.range.to)}`
  const { from, where } = rowsOf(context.table('profile'), [upTo], context)
  const filter = where.length === 0 ? raw('') : sql` WHERE ${join(where, ' AND ')}`
  return sql`SELECT customer_key, ${join(columns, ', ')} FROM ${from}${filter} GROUP BY customer_key`
}

/** The trait as the type that tests expect, from the pass's column; `known` tells whether any record was found. */
export function decodeTrait(t: TraitUse): Sql {
  return decodeValue(t, id(traitAlias(t.name)))
}

/** The column of a trait in its pass. */
export function traitAlias(name: string): string {
  return `trait_${name}`
}

function isSet(type: BoundType, stored: Sql): Sql {
  if (type === 'text') return sql`${stored} != ''`
  if (type === 'list' || type === 'geo') return sql`notEmpty(${stored})`
  return sql`isNotNull(${stored})`
}
