/** Who has points for nearly the next reward, and what groups of customers spend. */
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import { among } from '../basis/context.ts'
import { everybody, eventRows } from '../basis/rows.ts'
import { amountTotals } from '../basis/spend.ts'
import { traitsNow } from '../basis/traits.ts'
import { accounts } from '../points/account.ts'
import type { ReportContext } from '../report/kind.ts'
import { lots, stored, type RewardParts } from './reward-parts.ts'

const DAY_MS = 86_400_000

/** The usual price of a reward, per country where countries differ. */
export interface Price {
  /** Undefined: everywhere. */
  readonly country: string | undefined
  readonly points: number
}

/** Nine of ten rewards at one price make it the price. */
const USUAL = 0.9

/**
 * The price that nearly all rewards of the last year cost; by country where countries differ. Empty where prices vary
 * within countries too: then nobody can be said to be just short of one.
 */
export async function usualPrices(
  context: ReportContext,
  parts: RewardParts,
): Promise<readonly Price[]> {
  if (parts.price === undefined || parts.points === undefined) return []
  const since = sql`toUnixTimestamp64Milli(at) > ${value(context.asOf - 365 * DAY_MS, 'Int64')}`
  const recent = sql`SELECT customer_key, price FROM (${lots(context, parts)}) WHERE ${since} AND price > 0`
  const { countryTrait } = context.meaning
  const where =
    countryTrait === undefined
      ? sql`SELECT '' AS country, price FROM (${recent})`
      : sql`SELECT ifNull(toString(t.${id(countryTrait.name)}), '') AS country, price FROM (${recent}) AS r
          ANY LEFT JOIN (${traitsNow(context, [countryTrait])}) AS t ON r.customer_key = t.customer_key`
  const rows = await context.query<{ country: string; price: number; n: string }>(
    sql`SELECT country, price, count() AS n FROM (${where}) GROUP BY country, price`,
  )
  const all = rows.map(({ country, price, n }) => ({ country, price, n: Number(n) }))
  const everywhere = usual(all)
  const countries = [...new Set(all.map(({ country }) => country))].filter((c) => c !== '')
  const own = countries.toSorted().flatMap((country) => {
    const points = usual(all.filter((row) => row.country === country))
    return points === undefined ? [] : [{ country, points }]
  })
  // One price for nearly all rewards may still be wrong for the customers of one country.
  const differ = own.some(({ points }) => points !== everywhere)
  if (everywhere !== undefined && !differ) return [{ country: undefined, points: everywhere }]
  return own
}

function usual(
  rows: readonly { readonly price: number; readonly n: number }[],
): number | undefined {
  const byPrice = new Map<number, number>()
  let total = 0
  for (const { price, n } of rows) {
    byPrice.set(price, (byPrice.get(price) ?? 0) + n)
    total += n
  }
  const most = [...byPrice].toSorted((a, b) => b[1] - a[1])[0]
  return most !== undefined && most[1] >= USUAL * total ? most[0] : undefined
}

/** Customers with points for nearly the next reward, and what they spent in the last year. */
export async function nearMisses(
  context: ReportContext,
  parts: RewardParts,
  { prices, from }: { readonly prices: readonly Price[]; readonly from: number },
): Promise<{ readonly customers: number; readonly spend: Moments } | undefined> {
  const balance = balances(context, parts)
  if (prices.length === 0 || balance === undefined) return undefined
  const keys = sql`SELECT customer_key FROM (${withPrice(context, balance, prices)}) WHERE due > 0 AND n >= due * ${raw(String(from))} AND n < due`
  return await spendOf(context, keys)
}

/** Points held, `customer_key` and `n`: by the account where the catalogue says how they come and go, else earned less spent. */
function balances(context: ReportContext, parts: RewardParts): Sql | undefined {
  const { points: told } = context.current.programme.catalogue
  if (told !== undefined)
    return sql`SELECT customer_key, balance AS n FROM (${accounts(context, told)})`
  const { purchase } = context.meaning
  const { points } = parts
  if (purchase === undefined || points === undefined) return undefined
  const earned = sql`SELECT customer_key, ifNull(toFloat64(${stored(points)}), 0) AS p FROM ${eventRows(context, purchase)} AND ${among(everybody(context))}`
  const spent = sql`SELECT customer_key, -price AS p FROM (${lots(context, parts)})`
  return sql`SELECT customer_key, sum(p) AS n FROM (${earned} UNION ALL ${spent}) GROUP BY customer_key`
}

/** Rows of `customer_key` and `n` with `due`, what a reward takes where the customer is; 0 where that is not known. */
export function withPrice(context: ReportContext, rows: Sql, prices: readonly Price[]): Sql {
  const { countryTrait } = context.meaning
  const [first] = prices
  if (countryTrait === undefined || first?.country === undefined)
    return sql`SELECT customer_key, n, toFloat64(${raw(String(first?.points ?? 0))}) AS due FROM (${rows})`
  const countries = prices.map(({ country }) => country ?? '')
  const due = sql`transform(ifNull(toString(t.${id(countryTrait.name)}), ''), ${value(countries, 'Array(String)')}, ${value(
    prices.map((one) => one.points),
    'Array(Float64)',
  )}, toFloat64(0))`
  return sql`SELECT b.customer_key AS customer_key, b.n AS n, toFloat64(${due}) AS due FROM (${rows}) AS b
    ANY LEFT JOIN (${traitsNow(context, [countryTrait])}) AS t ON b.customer_key = t.customer_key`
}

/** How many customers a subquery of keys names, and the moments of their spend of the last year (0 for those without). */
export async function spendOf(
  context: ReportContext,
  keys: Sql,
): Promise<{ readonly customers: number; readonly spend: Moments }> {
  const [row] = await context.query<{ n: string; s: number | null; q: number | null }>(
    sql`SELECT count() AS n, sum(ifNull(net, 0)) AS s, sum(ifNull(net, 0) * ifNull(net, 0)) AS q
      FROM (${keys}) AS k ANY LEFT JOIN (${amountTotals(context, { days: 365 })}) AS t ON k.customer_key = t.customer_key`,
  )
  const customers = Number(row?.n ?? 0)
  return { customers, spend: { n: customers, sum: row?.s ?? 0, sumSquares: row?.q ?? 0 } }
}
