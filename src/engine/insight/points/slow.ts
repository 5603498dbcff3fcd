/** Who keeps buying and yet earns points too slowly for any reward: theirs lapse before there are enough of them. */
import { windowEdges } from '../../../core/base/index.ts'
import { propertyColumn, type Points } from '../../../core/catalog/index.ts'
import { id, join, sql, value, type Sql } from '../../../core/sql/index.ts'
import { printName } from '../../../core/segment/index.ts'
import { among } from '../basis/context.ts'
import { everybody, eventRows, purchases } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { spendOf, withPrice, type Price } from '../weak/near-misses.ts'
import { asGroup, type Group } from '../weak/group.ts'
import { byPrice, earnedPhrase } from './phrases.ts'

/** Those, and the months that points live. */
export interface Slow {
  readonly months: number
  readonly group: Group
  readonly definition: string
}

/**
 * First bought before the life of a point began, bought within the last 365 days, and earned less than a reward takes within that life.
 * Undefined where points do not lapse or no usual price is known.
 */
export async function tooSlow(
  context: ReportContext,
  points: Points,
  prices: readonly Price[],
): Promise<Slow | undefined> {
  const { expire: months } = points
  const { purchase } = context.meaning
  const bought = purchases(context)
  if (months === undefined || prices.length === 0 || purchase === undefined) return undefined
  if (bought === undefined) return undefined
  const life = edge(context, { count: months, unit: 'month' })
  const year = edge(context, { count: 365, unit: 'day' })
  const regulars = sql`SELECT customer_key FROM (${bought}) WHERE ${among(everybody(context))}
    GROUP BY customer_key HAVING min(toUnixTimestamp64Milli(at)) <= ${life} AND max(toUnixTimestamp64Milli(at)) > ${year}`
  const earned = sql`SELECT r.customer_key AS customer_key, ifNull(e.n, 0) AS n FROM (${regulars}) AS r
    ANY LEFT JOIN (SELECT customer_key, sum(n) AS n FROM (${earnedSince(context, points, life)}) GROUP BY customer_key) AS e ON r.customer_key = e.customer_key`
  const keys = sql`SELECT customer_key FROM (${withPrice(context, earned, prices)}) WHERE due > 0 AND n < due`
  const name = printName(purchase.name)
  const phrase = earnedPhrase(points, `last ${months} months`)
  const priced = byPrice(prices, context.meaning, (due) => `earned < ${due}`)
  return {
    months,
    group: asGroup(await spendOf(context, keys)),
    definition: `measure earned = ${phrase}\nany(${name}, last 365 days) and not (first(${name}) within last ${months} months) and (${priced})`,
  }
}

function edge(
  { asOf, current }: ReportContext,
  of: { readonly count: number; readonly unit: 'month' | 'day' },
): Sql {
  const { after } = windowEdges({ kind: 'rolling', ...of }, asOf, current.programme.timeZone)
  return value(after, 'Int64')
}

function earnedSince(context: ReportContext, { earn }: Points, after: Sql): Sql {
  const { events } = context.current.programme.catalogue
  const rows = Object.entries(earn).flatMap(([name, property]) => {
    const event = events[name]
    if (event === undefined) return []
    const amount = sql`ifNull(toFloat64(${id(propertyColumn(property))}), 0)`
    return [
      sql`SELECT customer_key, ${amount} AS n FROM ${eventRows(context, event)} AND toUnixTimestamp64Milli(at) > ${after}`,
    ]
  })
  return join(rows, ' UNION ALL ')
}
