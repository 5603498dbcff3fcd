/** Returns of a date's month and day around a local day: how far they are, and when that next decides something else. */
import { sql, value, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

export interface Anniversary {
  readonly direction: 'next' | 'last'
  readonly days: number
}

/** Whether the return is fewer than `days` days away (0 or 1); `date` and `today` are Date32. */
export function emitAnniversary({ direction, days }: Anniversary, date: Sql, today: Sql): Sql {
  const away = named(date, today, (of, now) => daysToReturn(direction, of, now))
  return sql`ifNull(${away} < ${value(days, 'Int32')}, 0)`
}

/** Local days are long expressions, written once. */
function named(date: Sql, today: Sql, use: (date: Sql, today: Sql) => Sql): Sql {
  return once('day', date, (of) => once('today', today, (now) => use(of, now)))
}

/** A local day after `today` before which the answer stays what it is; NULL for a missing date. */
export function anniversaryFlip(of: Anniversary, date: Sql, today: Sql): Sql {
  return named(date, today, (day, now) => flipOf(of, day, now))
}

function flipOf({ direction, days }: Anniversary, date: Sql, today: Sql): Sql {
  const n = value(days, 'Int32')
  const now = sql`toInt32(${today})`
  const change = once('away', daysToReturn(direction, date, today), (away) =>
    direction === 'next'
      ? sql`if(${away} < ${n}, ${away} + 1, ${away} - ${n} + 1)`
      : sql`if(${away} < ${n}, ${n} - ${away}, NULL)`,
  )
  // A return changes the last one, and the turn of the year what counts as a return at all.
  const inYear = returnIn(date, today, 0)
  const own = direction === 'next' ? sql`400` : sql`if(${inYear} > ${now}, ${inYear} - ${now}, 400)`
  const turn = sql`toInt32(makeDate32(toYear(${today}) + 1, 1, 1)) - ${now}`
  return sql`if(isNull(${date}), NULL, addDays(${today}, least(ifNull(${change}, 400), ifNull(${own}, 400), ${turn})))`
}

/** Days to the next return from `today` on, or since the last one up to it; NULL where there is none within a year. */
function daysToReturn(direction: 'next' | 'last', date: Sql, today: Sql): Sql {
  const year = sql`toYear(${today})`
  const born = sql`toYear(${date})`
  const now = sql`toInt32(${today})`
  const here = returnIn(date, today, 0)
  const before = returnIn(date, today, -1)
  const after = returnIn(date, today, 1)
  // The date itself is no return, nor is anything before it.
  return direction === 'next'
    ? sql`multiIf(${born} < ${year} AND ${here} >= ${now}, ${here} - ${now}, ${born} <= ${year}, ${after} - ${now}, NULL)`
    : sql`multiIf(${born} < ${year} AND ${here} <= ${now}, ${now} - ${here}, ${born} < ${year} - 1, ${now} - ${before}, NULL)`
}

/** Month and day of the date in another year, as a day number. Counted from the first, 29 February is 1 March in common years. */
function returnIn(date: Sql, today: Sql, shift: number): Sql {
  const year = sql`toYear(${today}) + ${value(shift, 'Int32')}`
  return sql`(toInt32(makeDate32(${year}, toMonth(${date}), 1)) + toDayOfMonth(${date}) - 1)`
}
