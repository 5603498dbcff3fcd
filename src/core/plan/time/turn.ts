/** When a local day, week, month, quarter or year ends. */
import type { PeriodUnit } from '../../base/index.ts'
import { raw, sql, type Sql } from '../../sql/index.ts'
import type { Clock } from './clock.ts'
import { dayStart } from './zone.ts'

/** Names a calendar: a zone alone means its days. No zone's name has a space. */
export function turnKey(per: { readonly unit: PeriodUnit; readonly timeZone: string }): string {
  return per.unit === 'day' ? per.timeZone : `${per.timeZone} ${per.unit}`
}

/** The instant (ms) at which the current period of a calendar ends. */
export function nextTurn(key: string, clock: Clock): Sql {
  const [timeZone = 'UTC', unit] = key.split(' ')
  // Where a clock falls back across midnight, a period that had begun may end again.
  if (unit === undefined || clock.repeatsDays(timeZone)) return clock.nextDay(timeZone)
  return dayStart(nextStart(unit, clock.today(timeZone)), timeZone)
}

function nextStart(unit: string, today: Sql): Sql {
  const after = (months: string): Sql => sql`addMonths(${today}, ${raw(months)})`
  switch (unit) {
    case 'week':
      return sql`addDays(${today}, 8 - toDayOfWeek(${today}))`
    case 'month':
      return sql`makeDate32(toYear(${after('1')}), toMonth(${after('1')}), 1)`
    case 'quarter':
      return sql`makeDate32(toYear(${after('3')}), toQuarter(${after('3')}) * 3 - 2, 1)`
    default:
      return sql`makeDate32(toYear(${today}) + 1, 1, 1)`
  }
}
