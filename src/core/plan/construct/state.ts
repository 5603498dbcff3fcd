/** States of a trait: its past as an array, and since when a condition on it has held without a break. */
import { raw, sql, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

/**
 * A customer's records of a trait in order: (epoch ms, stored value), of several at an instant the last. `says` picks
 * the rows that set or clear it.
 */
export function emitTraitHistory(stored: Sql, says: Sql): Sql {
  const records = sql`arraySort(past -> (past.1, past.2), groupArrayIf((toUnixTimestamp64Milli(at), seq, ${stored}), ${says}))`
  return once('records', records, (all) => {
    const next = sql`arraySlice(arrayPushBack(${all}.1, toInt64(9223372036854775807)), 2)`
    return sql`arrayMap(past -> (past.1, past.3), arrayFilter((past, past_next) -> past.1 != past_next, ${all}, ${next}))`
  })
}

/**
 * The instant (epoch ms) since which the condition has held up to the last record; NULL when it does not hold there.
 * Before the first record the trait is missing, from when the customer was known.
 */
export function emitStateSince(past: Sql, holds: (stored: Sql) => Sql, knownFrom: Sql): Sql {
  // A place that an array does not have gives the default of its type, which here is the missing value.
  const all = sql`arrayPushFront(${past}, ${past}[length(${past}) + 1])`
  const truths = sql`arrayMap(past -> (past.1, ${holds(raw('past.2'))}), ${all})`
  return once('truths', truths, (t) =>
    once(
      'broken',
      sql`arrayLastIndex(truth -> NOT truth.2, ${t})`,
      (last) =>
        sql`multiIf(${last} = length(${t}), NULL, ${last} = 0, ${knownFrom}, ${t}[${last} + 1].1)`,
    ),
  )
}
