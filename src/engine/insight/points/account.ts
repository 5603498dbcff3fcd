/** What every customer holds in points: earned, spent oldest first, lapsed, and about to lapse; exact, in one pass of the store. */
import { propertyColumn, type Points } from '../../../core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import { among } from '../basis/context.ts'
import { everybody, eventRows } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'

const DAY_MS = 86_400_000
/** Points are added up as whole millionths, so that nothing is lost on the way. */
const PARTS = 1_000_000

/** Days ahead that are looked at; columns `soon_30` and so on. */
export const SOON = [30, 90] as const

/**
 * Per customer who ever earned or spent points: `balance`; `soon_30`, `soon_90`: what of it lapses within so many days unless it
 * is spent; `lapsed` and `earned` in the last 365 days. First in, first out: points earned make one line, spending
 * moves a mark forward along it, and so does the lapse of whatever lies behind the mark; what is before the mark is held. A
 * spending of more than is held takes what there is. Cost: one pass over the events that earn and spend.
 */
export function accounts(context: ReportContext, points: Points): Sql {
  const now = value(context.asOf, 'Int64')
  const year = value(context.asOf - 365 * DAY_MS, 'Int64')
  const soon = SOON.map((days) => {
    const until = value(context.asOf + days * DAY_MS, 'Int64')
    const ahead = sql`arraySum(m -> if(m.2 = 0 AND m.1 > ${now} AND m.1 <= ${until}, m.3, 0), moves)`
    return sql`, greatest(0, f.2 + ${ahead} - f.3) / ${raw(String(PARTS))} AS ${id(`soon_${days}`)}`
  })
  return sql`SELECT customer_key, (f.1 - f.3) / ${raw(String(PARTS))} AS balance${join(soon, '')}, f.4 / ${raw(String(PARTS))} AS lapsed,
      arraySum(m -> if(m.1 > ${year} AND m.1 <= ${now}, m.4, 0), moves) / ${raw(String(PARTS))} AS earned
    FROM (SELECT customer_key, moves, arrayFold((a, m) -> (
        a.1 + if(m.2 = 1, m.3, 0),
        a.2 + if(m.2 = 0, m.3, 0),
        multiIf(m.2 = 0, greatest(a.3, a.2 + m.3), m.2 = 2, least(a.1, a.3 + m.3), a.3),
        a.4 + if(m.2 = 0 AND m.1 > ${year}, greatest(toInt64(0), a.2 + m.3 - a.3), toInt64(0))),
      arrayFilter(m -> m.1 <= ${now}, moves), (toInt64(0), toInt64(0), toInt64(0), toInt64(0))) AS f
    FROM (${movesOf(context, points)}))`
}

/**
 * Per customer the moves in their order: (instant, kind, amount, what of it is earned). Kinds at one instant follow each other: 0 a
 * lapse, 1 points come in, 2 points go out.
 */
function movesOf(context: ReportContext, points: Points): Sql {
  const { expire } = points
  const comes = sql`(t, toInt8(1), n, own * n)`
  const into =
    expire === undefined ? sql`[${comes}]` : sql`[${comes}, (lapses, toInt8(0), n, toInt64(0))]`
  return sql`SELECT customer_key, arraySort(groupArray(move)) AS moves FROM (
      SELECT customer_key, arrayJoin(if(n > 0, ${into}, [(t, toInt8(2), -n, own * n)])) AS move
      FROM (${pointRows(context, points)}) WHERE n != 0)
    GROUP BY customer_key`
}

/** Each time points came in or went out: `customer_key`, `t` (ms), `lapses` (ms), `n` (millionths; below 0 going out), `own`: 1 earned. */
function pointRows(context: ReportContext, { earn, spend, expire }: Points): Sql {
  const { events } = context.current.programme.catalogue
  const zone = value(context.current.programme.timeZone, 'String')
  const day = sql`addDays(addMonths(toDate32(at, ${zone}), ${raw(String(expire ?? 0))}), 1)`
  const rows = (of: Readonly<Record<string, string>>, sign: 1 | -1): readonly Sql[] =>
    Object.entries(of).flatMap(([name, property]) => {
      const event = events[name]
      if (event === undefined) return []
      const amount = sql`toInt64(round(ifNull(toFloat64(${id(propertyColumn(property))}), 0) * ${raw(String(sign * PARTS))}))`
      return [
        sql`SELECT customer_key, toUnixTimestamp64Milli(at) AS t, toInt64(toUnixTimestamp(toDateTime(${day}, ${zone}))) * 1000 AS lapses,
          ${amount} AS n, toInt64(${raw(sign === 1 ? '1' : '0')}) AS own FROM ${eventRows(context, event)} AND ${among(everybody(context))}`,
      ]
    })
  return join([...rows(earn, 1), ...rows(spend, -1)], ' UNION ALL ')
}
