/** The pass over trait records: the value of each used trait as of the instant. */
import { traitColumn } from '../../catalog/index.ts'
import type { BoundType } from '../../segment/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { decodeValue, encodeValue } from './aggregate.ts'
import { instant } from '../time/clock.ts'
import { rowsOf, type PassContext } from './pass.ts'
import { emitTraitHistory } from '../construct/state.ts'

export interface TraitUse {
  readonly name: string
  readonly type: BoundType
}

/** The order of records, as one number that the engine compares at once: instant, then sequence. */
const ORDER = raw('bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq')

/**
 * One row per customer, a trait a column (encoded, see `decodeTrait`): the last record that sets or clears it. Of
 * `pasts` all records, see `emitTraitHistory`.
 */
export function emitTraits(
  traits: readonly TraitUse[],
  pasts: readonly TraitUse[],
  context: Pick<PassContext, 'table' | 'clock' | 'due' | 'sample'>,
): Sql {
  const says = ({ name, type }: TraitUse): Sql =>
    sql`${isSet(type, id(traitColumn(name)))} OR has(cleared, ${value(name, 'String')})`
  const last = traits.map((t) => {
    const stored = encodeValue(t.type, id(traitColumn(t.name)))
    return sql`argMaxIf(${stored}, ${ORDER}, ${says(t)}) AS ${id(traitAlias(t.name))}`
  })
  const all = pasts.map(
    (t) => sql`${emitTraitHistory(id(traitColumn(t.name)), says(t))} AS ${id(pastAlias(t.name))}`,
  )
  const columns = [...last, ...all]
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

/** The column of a trait's past in its pass. */
export function pastAlias(name: string): string {
  return `past_${name}`
}

function isSet(type: BoundType, stored: Sql): Sql {
  if (type === 'text') return sql`${stored} != ''`
  if (type === 'list' || type === 'geo') return sql`notEmpty(${stored})`
  return sql`isNotNull(${stored})`
}
