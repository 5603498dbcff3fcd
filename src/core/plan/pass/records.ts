/** The passes over lists and scores: what the last record at or before the instant says of each that is asked about. */
import { id, join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { decodeValue, encodeValue } from './aggregate.ts'
import { instant } from '../time/clock.ts'
import { rowsOf, type PassContext } from './pass.ts'
import { emitTraitHistory } from '../construct/state.ts'

type Context = Pick<PassContext, 'table' | 'clock' | 'due' | 'sample'>

/** The order of records, as one number: instant, then sequence. */
const ORDER = raw('bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq')

/** One row per customer, a score a column in the order given: `score_0`, `score_1`, ... */
export function emitScores(names: readonly string[], context: Context): Sql {
  const last = encodeValue('number', raw('value'))
  return emitRecords(
    'score',
    'name',
    names,
    (i, is) => sql`argMaxIf(${last}, ${ORDER}, ${is}) AS ${id(`score_${i}`)}`,
    context,
  )
}

/** The score as a double, from its column. */
export function decodeScore(place: number): Sql {
  return decodeValue({ type: 'number' }, id(`score_${place}`))
}

/**
 * One row per customer, a list a column in the order given: `listed_0`, ... false where nothing was written. Of lists in
 * `pasts` also all records, see `emitTraitHistory`: `listings_0`, ...
 */
export function emitLists(
  lists: readonly string[],
  pasts: ReadonlySet<string>,
  context: Context,
): Sql {
  return emitRecords(
    'list_member',
    'list',
    lists,
    (i, is) => {
      const last = sql`argMaxIf(listed, ${ORDER}, ${is}) AS ${id(listedColumn(i))}`
      if (!pasts.has(lists[i] ?? '')) return last
      return sql`${last}, ${emitTraitHistory(raw('listed'), is)} AS ${id(listingsColumn(i))}`
    },
    context,
  )
}

/** The column of all records of a list in its pass. */
export function listingsColumn(place: number): string {
  return `listings_${place}`
}

/** The column of a list in its pass. */
export function listedColumn(place: number): string {
  return `listed_${place}`
}

function emitRecords(
  table: string,
  by: string,
  names: readonly string[],
  column: (place: number, is: Sql) => Sql,
  context: Context,
): Sql {
  const columns = names.map((name, i) => column(i, sql`${id(by)} = ${value(name, 'String')}`))
  // The tables are sorted by these names: nothing else is read.
  const wanted = sql`${id(by)} IN (${join(
    names.map((name) => value(name, 'String')),
    ', ',
  )})`
  const { from, where } = rowsOf(
    context.table(table),
    [wanted, sql`at <= ${instant(context.clock.range.to)}`],
    context,
  )
  const filter = where.length === 0 ? raw('') : sql` WHERE ${join(where, ' AND ')}`
  return sql`SELECT customer_key, ${join(columns, ', ')} FROM ${from}${filter} GROUP BY customer_key`
}
