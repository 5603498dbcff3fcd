/** Measures that look at a customer's rows in their order: the middle value, the nth row, the time between rows. */
import { raw, sql, value, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

/** The instants of a customer's rows in epoch milliseconds, in order; `when` chooses rows. */
export function emitTimes(when: Sql | undefined): Sql {
  return sql`arraySort(${collect(raw('toUnixTimestamp64Milli(at)'), when)})`
}

/** The values of a customer's rows as doubles, in order; missing ones are skipped. */
export function emitSorted(column: Sql, when: Sql | undefined): Sql {
  return sql`arraySort(${collect(sql`toFloat64(${column})`, when)})`
}

/** The middle of sorted numbers, of two middle ones their mean; NULL of none. */
export function emitMedian(sorted: Sql): Sql {
  // The engine's own quantiles interpolate by other roundings than (a + b) / 2.
  return once('sorted', sorted, (all) => {
    const low = sql`toFloat64(${all}[intDiv(length(${all}) + 1, 2)])`
    const high = sql`toFloat64(${all}[intDiv(length(${all}), 2) + 1])`
    return sql`if(empty(${all}), NULL, (${low} + ${high}) / 2)`
  })
}

/** The mean time between rows in ms, from the first and last instant and their number; NULL of fewer than two. */
export function emitMeanGap(earliest: Sql, latest: Sql, count: Sql): Sql {
  // The gaps add up to the whole stretch, and whole milliseconds are exact in doubles.
  const whole = sql`toUnixTimestamp64Milli(${latest}) - toUnixTimestamp64Milli(${earliest})`
  return sql`if(${count} < 2, NULL, toFloat64(${whole}) / toFloat64(${count} - 1))`
}

/** The median time between rows in ms, from their sorted instants; NULL of fewer than two. */
export function emitMedianGap(times: Sql): Sql {
  return emitMedian(sql`arraySort(arrayPopFront(arrayDifference(${times})))`)
}

/** The instant of the nth row, counted from the last where `n` is negative; NULL where there are fewer. */
export function emitNthInstant(n: number, when: Sql | undefined): Sql {
  const sorted = sql`arraySort(${collect(raw('at'), when)})`
  return once(
    'sorted',
    sorted,
    (all) =>
      sql`if(length(${all}) < ${value(Math.abs(n), 'UInt32')}, NULL, ${all}[${value(n, 'Int32')}])`,
  )
}

/** The column's value in the nth row by `order`; NULL, '' or empty where it is missing there or there are fewer rows. */
export function emitNthValue(
  n: number,
  row: { order: Sql; column: Sql },
  when: Sql | undefined,
): Sql {
  // A place that an array does not have gives the default of its type, which for all that is nullable is NULL.
  const rows = sql`arraySort(nth_row -> nth_row.1, ${collect(sql`(${row.order}, ${row.column})`, when)})`
  return sql`${rows}[${value(n, 'Int32')}].2`
}

function collect(of: Sql, when: Sql | undefined): Sql {
  return when === undefined ? sql`groupArray(${of})` : sql`groupArrayIf(${of}, ${when})`
}
