/** Runs of local periods: which period a day lies in, as whole numbers without gaps, and how long the run up to now is. */
import { never, type PeriodUnit } from '../../base/index.ts'
import { sql, type Sql } from '../../sql/index.ts'
import { once } from '../once.ts'

/** The number of the period that holds a day (Date32); the next period's is one more. Weeks are ISO. */
export function periodNumber(day: Sql, unit: PeriodUnit): Sql {
  switch (unit) {
    case 'day':
      return sql`toInt32(${day})`
    case 'week':
      // 1970-01-01 was a Thursday; 10,000 weeks keep the days since 1900 positive, as intDiv cuts towards zero.
      return sql`toInt32(intDiv(toInt32(${day}) + 3 + 70000, 7))`
    case 'month':
      return sql`toInt32(toYear(${day}) * 12 + toMonth(${day}))`
    case 'quarter':
      return sql`toInt32(toYear(${day}) * 4 + toQuarter(${day}))`
    case 'year':
      return sql`toInt32(toYear(${day}))`
    default:
      return never(unit)
  }
}

/** The numbers of the periods that hold a customer's rows, latest first; `period` is each row's. */
export function emitPeriods(period: Sql, when: Sql | undefined): Sql {
  const distinct =
    when === undefined ? sql`groupUniqArray(${period})` : sql`groupUniqArrayIf(${period}, ${when})`
  return sql`arrayReverseSort(${distinct})`
}

/** How many periods in a row end with the current one, or with the one before where the current has none yet. */
export function emitStreak(periods: Sql, current: Sql): Sql {
  // Distinct and falling: period i is i - 1 below the first exactly as long as none was left out.
  return once(
    'periods',
    periods,
    (all) =>
      sql`toFloat64(if(empty(${all}) OR ${all}[1] < ${current} - 1, 0, arrayCount((period, place) -> ${all}[1] - period = place - 1, ${all}, arrayEnumerate(${all}))))`,
  )
}
