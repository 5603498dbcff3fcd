/** Amounts of several currencies made into one inside the engine, exactly as the reference does. */
import { MS_PER_DAY, type DateText } from '../../base/index.ts'
import type { Conversion } from '../../segment/index.ts'
import { join, raw, sql, value, type Sql } from '../../sql/index.ts'
import { localDay } from '../time/zone.ts'

/** Tables of more days than this are written out day by day: looking up a place is then one step. */
const FEW_DAYS = 24
const MANY_DAYS = 40_000

/**
 * The amount (Decimal) in `to`, as Nullable(Decimal(38, 6)): NULL without a rate. Rates are whole billionths, and the
 * division cuts toward zero. `currency` is the row's column, '' where it has none.
 */
export function emitConverted(amount: Sql, currency: Sql, conversion: Conversion): Sql {
  const day = sql`toInt32(${localDay(raw('toUnixTimestamp64Milli(at)'), conversion.timeZone)})`
  const exact = sql`toDecimal128(${amount}, 6)`
  const cases = Object.entries(conversion.rates)
    .filter(([from, days]) => from !== conversion.to && days.length > 0)
    .map(
      ([from, days]) =>
        sql`${currency} = ${value(from, 'String')}, ${exact} * ${emitRate(days, day)} / 1000000000`,
    )
  const own = sql`${currency} IN ('', ${value(conversion.to, 'String')}), toNullable(${exact})`
  return sql`multiIf(${join([own, ...cases], ', ')}, NULL)`
}

/** The rate of a day in billionths; NULL before the first. */
function emitRate(days: readonly (readonly [DateText, number])[], day: Sql): Sql {
  const known = days.map(([from, rate]) => ({ from: dayNumber(from), rate: billionths(rate) }))
  const first = known[0]?.from ?? 0
  const last = known.at(-1)?.from ?? 0
  const [none, nullable] = [null, 'Array(Nullable(Int64))']
  if (known.length <= FEW_DAYS || last - first > MANY_DAYS) {
    const starts = value(
      known.map((k) => k.from),
      'Array(Int32)',
    )
    const rates = value([none, ...known.map((k) => k.rate)], nullable)
    return sql`arrayElement(${rates}, arrayCount(rate_from -> rate_from <= ${day}, ${starts}) + 1)`
  }
  const dense: (number | null)[] = [none]
  known.forEach((k, i) => {
    const until = known[i + 1]?.from ?? k.from + 1
    for (let d = k.from; d < until; d++) dense.push(k.rate)
  })
  return sql`arrayElement(${value(dense, nullable)}, least(greatest(${day} - ${value(first, 'Int32')} + 2, 1), ${value(dense.length, 'Int32')}))`
}

function billionths(rate: number): number {
  return Number(rate.toFixed(9).replace('.', ''))
}

function dayNumber(date: DateText): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}
