/** What customers take: tickets, returns, discounts, rewards, and what a cost model says, by segment and tenth. */
import type { EventKind } from '../../../core/catalog/index.ts'
import {
  textOf,
  say,
  type CountTable,
  type RatioSums,
  type Text,
} from '../../../core/insight/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { among } from '../basis/context.ts'
import { groupRows } from '../basis/groups.ts'
import { fieldPhrase } from '../basis/phrases.ts'
import { amountOf, everybody, eventRows, instantOf, refunds } from '../basis/rows.ts'
import { scoreNow, scoresCalled } from '../basis/scores.ts'
import { amountTotals } from '../basis/spend.ts'
import { chargedRows, type Spending } from '../costs/costs.ts'
import type { ReportContext } from '../report/kind.ts'
import { SERVE_WORDS as W } from './serve-words.ts'

const DAY_MS = 86_400_000

/** Something that a customer takes or costs. */
export interface Driver {
  readonly key: 'tickets' | 'refunds' | 'back' | 'discounts' | 'rewards' | 'cost' | 'margin'
  readonly label: Text
  readonly kind: 'count' | 'money'
  /** Given away to make customers buy: discounts and rewards. */
  readonly isGift: boolean
  /** `customer_key`, `v`. */
  readonly rows: Sql
  /** Of one customer in the days, in the segment language. */
  readonly phrase?: string
  /** The score that says it. */
  readonly score?: string
}

/** All that this catalogue can tell of; `spending` is what its `costs:` say was spent. */
export async function driversOf(
  context: ReportContext,
  days: number,
  spending: Spending | undefined,
): Promise<readonly Driver[]> {
  const { ticket, refund, discount, redeemed } = context.meaning
  const back = refunds(context)
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  const each = (event: EventKind): Sql =>
    sql`SELECT customer_key, toFloat64(1) AS v FROM ${eventRows(context, event)} AND ${since}`
  const money = (field: Field): Sql =>
    sql`SELECT customer_key, ${amountOf(context, field)} AS v FROM ${eventRows(context, field.event)} AND ${since}`
  const sum = (field: Field): string => `sum(${fieldPhrase(field)}, last ${days} days)`
  const out: Driver[] = []
  const add = (one: Omit<Driver, 'label' | 'isGift'> & { readonly isGift?: true }): void => {
    out.push({ label: say(W[one.key]), isGift: false, ...one })
  }
  if (ticket !== undefined) add({ key: 'tickets', kind: 'count', rows: each(ticket) })
  if (refund !== undefined) add({ key: 'refunds', kind: 'count', rows: each(refund) })
  if (back !== undefined)
    add({
      key: 'back',
      kind: 'money',
      rows: sql`SELECT customer_key, amount AS v FROM (${back}) WHERE ${since}`,
    })
  if (discount?.property.type === 'money')
    add({
      key: 'discounts',
      kind: 'money',
      isGift: true,
      rows: money(discount),
      phrase: sum(discount),
    })
  const reward = redeemed === undefined ? undefined : moneyOf(redeemed)
  if (reward !== undefined)
    add({ key: 'rewards', kind: 'money', isGift: true, rows: money(reward), phrase: sum(reward) })
  const charged = spending === undefined ? undefined : chargedRows(context, spending)
  if (charged !== undefined)
    add({ key: 'cost', kind: 'money', rows: sql`SELECT customer_key, cost AS v FROM (${charged})` })
  const margin = await scoredMargin(context)
  return margin === undefined ? out : [...out, margin]
}

function moneyOf(event: EventKind): Field | undefined {
  const property = Object.values(event.properties).find(
    (p) => p.type === 'money' && p.sensitivity !== 'sensitive',
  )
  return property === undefined ? undefined : { event, property }
}

/** The margin that a cost model wrote back; undefined before its first run. */
async function scoredMargin(context: ReportContext): Promise<Driver | undefined> {
  const [margin] = scoresCalled(context, /\.margin_after_cost$/)
  if (margin === undefined) return undefined
  const { name } = margin
  const now = scoreNow(context, name)
  const [row] = await context.query<{ n: string }>(sql`SELECT count() AS n FROM (${now})`)
  if (Number(row?.n ?? 0) === 0) return undefined
  return {
    key: 'margin',
    label: textOf(margin.label),
    kind: 'money',
    isGift: false,
    rows: sql`SELECT customer_key, score AS v FROM (${now})`,
    score: name,
  }
}

/** Sums over a group of customers. */
export interface ServeSums {
  readonly customers: number
  readonly orders: number
  readonly net: Moments
  /** In the order of the drivers. */
  readonly each: readonly Moments[]
  /** Gifts against what would have been paid without them. */
  readonly gifts: RatioSums
}

/** One row per customer with anything in the days: `customer_key`, `vs`, `orders`, `net`, `gift`, `worth`. */
function people(context: ReportContext, drivers: readonly Driver[], days: number): Sql {
  const parts = drivers.map(
    ({ rows }, i) =>
      sql`SELECT customer_key, toUInt8(${raw(String(i + 1))}) AS i, v FROM (${rows})`,
  )
  const totals = amountTotals(context, { days })
  const spent = sql`SELECT customer_key, toUInt8(0) AS i, net AS v FROM (${totals}) UNION ALL SELECT customer_key, toUInt8(255) AS i, toFloat64(orders) AS v FROM (${totals})`
  const columns = drivers.map((_, i) => sql`sumIf(v, i = ${raw(String(i + 1))})`)
  const gifts = drivers.flatMap(({ isGift }, i) => (isGift ? [`vs[${i + 1}]`] : []))
  return sql`SELECT customer_key, [${join([raw('toFloat64(0)'), ...columns], ', ')}] AS all_, arrayPopFront(all_) AS vs,
      sumIf(v, i = 255) AS orders, sumIf(v, i = 0) AS net, ${raw(gifts.length === 0 ? 'toFloat64(0)' : gifts.join(' + '))} AS gift, net + gift AS worth
    FROM (${join([spent, ...parts], ' UNION ALL ')}) WHERE ${among(everybody(context))} GROUP BY customer_key`
}

const SUMS = raw(
  `toFloat64(count()) AS n, sum(orders) AS o, sum(net) AS s, sum(net * net) AS q, sumForEach(vs) AS e, sumForEach(arrayMap(x -> x * x, vs)) AS f,
    [sum(gift), sum(worth), sum(gift * gift), sum(worth * worth), sum(gift * worth)] AS r`,
)

interface SumRow {
  readonly k: number
  readonly n: number
  readonly o: number
  readonly s: number
  readonly q: number
  readonly e: readonly number[]
  readonly f: readonly number[]
  readonly r: readonly number[]
}

function sumsOf({ n, o, s, q, e, f, r }: SumRow): ServeSums {
  const [part = 0, whole = 0, partSquares = 0, wholeSquares = 0, cross = 0] = r
  return {
    customers: n,
    orders: o,
    net: { n, sum: s, sumSquares: q },
    each: e.map((sum, i) => ({ n, sum, sumSquares: f[i] ?? 0 })),
    gifts: { n, part, whole, partSquares, wholeSquares, cross },
  }
}

/** By group of segments. */
export async function serveByGroup(
  context: ReportContext,
  drivers: readonly Driver[],
  days: number,
): Promise<ReadonlyMap<number, ServeSums>> {
  const rows = await context.query<SumRow>(
    sql`SELECT arrayJoin(groups) AS k, ${SUMS} FROM (${people(context, drivers, days)}) AS p
      INNER JOIN (${groupRows(context)}) AS g USING (customer_key) GROUP BY k`,
  )
  return new Map(rows.map((row) => [Number(row.k), sumsOf(row)]))
}

/** By tenth of those who bought: by margin after cost where it is known, else by spend; the best first. */
export async function serveByTenth(
  context: ReportContext,
  drivers: readonly Driver[],
  days: number,
): Promise<readonly ServeSums[]> {
  const at = drivers.findIndex(({ key }) => key === 'margin')
  const by = at < 0 ? raw('net') : raw(`vs[${at + 1}]`)
  const rows = await context.query<SumRow>(
    sql`SELECT k, ${SUMS} FROM (SELECT *, toInt32(least(9, intDiv((row_number() OVER (ORDER BY ${by} DESC, customer_key) - 1) * 10, count() OVER ()))) AS k
      FROM (${people(context, drivers, days)}) WHERE orders > 0) GROUP BY k ORDER BY k`,
  )
  return rows.map(sumsOf)
}

/** Customers by how many tickets they opened, and those to whom at least as much was given as they left. */
export async function serveTails(
  context: ReportContext,
  drivers: readonly Driver[],
  days: number,
): Promise<{
  readonly tickets: CountTable
  readonly taken: { readonly n: number; readonly gifts: number; readonly net: number }
  readonly losing: { readonly n: number; readonly lost: number } | undefined
}> {
  const at = (key: Driver['key']): Sql => {
    const place = drivers.findIndex((one) => one.key === key)
    return raw(place < 0 ? 'toFloat64(0)' : `vs[${place + 1}]`)
  }
  const rows = people(context, drivers, days)
  const [tickets, [tail]] = await Promise.all([
    context.query<{ c: number; n: string }>(
      sql`SELECT ${at('tickets')} AS c, count() AS n FROM (${rows}) WHERE c > 0 GROUP BY c`,
    ),
    context.query<{ n: string; g: number; s: number; l: string; m: number }>(
      sql`SELECT countIf(taken) AS n, sumIf(gift, taken) AS g, sumIf(net, taken) AS s, countIf(rest < 0) AS l, sumIf(rest, rest < 0) AS m
        FROM (SELECT gift, net, gift > 0 AND gift >= net * ${value(TAKEN, 'Float64')} AS taken, ${at('margin')} AS rest FROM (${rows}))`,
    ),
  ])
  return {
    tickets: tickets.map(({ c, n }) => ({ count: c, customers: Number(n) })),
    taken: { n: Number(tail?.n ?? 0), gifts: tail?.g ?? 0, net: tail?.s ?? 0 },
    losing: drivers.some(({ key }) => key === 'margin')
      ? { n: Number(tail?.l ?? 0), lost: -(tail?.m ?? 0) }
      : undefined,
  }
}

/** Given so much for each unit that a customer left. */
export const TAKEN = 0.5
