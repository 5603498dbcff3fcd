/** Sums of spend under discount: by segment, month and number of purchases, and of those who buy only so. */
import { elementColumn } from '../../../core/catalog/index.ts'
import type { PurchaseTable, RatioSums } from '../../../core/insight/index.ts'
import { discountedWithin } from '../../../core/plan/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { among } from '../basis/context.ts'
import { groupRows } from '../basis/groups.ts'
import { amountOf, amountsOf, everybody, eventRows, instantOf } from '../basis/rows.ts'
import { monthNumber, monthOf, monthStart, monthText } from '../movement/months.ts'
import type { ReportContext } from '../report/kind.ts'

const DAY_MS = 86_400_000

/** What is looked at. */
export interface DiscountScope {
  readonly amount: Field
  readonly discount: Field
  readonly days: number
}

/** Lower ends of bands of purchases. */
export const BANDS = [1, 2, 3, 5, 10, 20] as const

/** Whether discounts are told line by line, beside the amounts of the same lines. */
export function isByLine({
  amount,
  discount,
}: Pick<DiscountScope, 'amount' | 'discount'>): boolean {
  return (
    amount.element !== undefined &&
    amount.element.name === discount.element?.name &&
    discount.property.type !== 'text' &&
    discount.property.type !== 'category'
  )
}

function column({ element, property }: Field): Sql {
  return id(elementColumn(element?.name ?? '', property.name))
}

/** The amount of a purchase that is under discount: of its discounted lines where they are told, else the whole. */
function cheapOf(context: ReportContext, scope: DiscountScope): Sql {
  const { amount, discount } = scope
  const whole = amountOf(context, amount)
  if (!isByLine(scope)) return sql`if(${discountedWithin(discount)}, ${whole}, 0.)`
  return sql`arraySum(arrayMap((a, d) -> if(ifNull(d, 0) > 0, a, 0.), ${amountsOf(context, amount)}, ${column(discount)}))`
}

/** One row per purchase since an instant: `customer_key`, `at`, `amount`, `cheap` of it under discount, `cut` (0 or 1), `given`. */
function orders(context: ReportContext, scope: DiscountScope, since: number): Sql {
  const { amount, discount } = scope
  const given =
    discount.property.type === 'money' ? amountOf(context, discount) : raw('toFloat64(0)')
  return sql`SELECT customer_key, at, ${amountOf(context, amount)} AS amount, ${cheapOf(context, scope)} AS cheap, toUInt8(${discountedWithin(discount)}) AS cut, ${given} AS given
    FROM ${eventRows(context, amount.event)} AND at > ${instantOf(since)} AND ${among(everybody(context))}`
}

/** One row per customer: `orders`, `cuts`, `spend`, `cheap` (spend of purchases with a discount), `given`. */
function people(context: ReportContext, scope: DiscountScope): Sql {
  const since = context.asOf - scope.days * DAY_MS
  return sql`SELECT customer_key, count() AS orders, sum(cut) AS cuts, sum(amount) AS spend, sum(cheap) AS cheap, sum(given) AS given
    FROM (${orders(context, scope, since)}) GROUP BY customer_key`
}

const RATIO = raw(
  'toFloat64(count()) AS n, [sum(cheap), sum(spend), sum(cheap * cheap), sum(spend * spend), sum(cheap * spend)] AS r, sum(given) AS g, toFloat64(sum(cuts)) AS c, toFloat64(sum(orders)) AS o',
)

interface RatioRow {
  readonly n: number
  readonly r: readonly number[]
  readonly g: number
  readonly c: number
  readonly o: number
}

/** Spend under discount of all spend, of a group of customers. */
export interface DiscountSums {
  readonly ratio: RatioSums
  readonly given: number
  readonly discounted: number
  readonly orders: number
}

function sumsOf({ n, r, g, c, o }: RatioRow): DiscountSums {
  const [part = 0, whole = 0, partSquares = 0, wholeSquares = 0, cross = 0] = r
  const ratio = { n, part, whole, partSquares, wholeSquares, cross }
  return { ratio, given: g, discounted: c, orders: o }
}

/** By group of segments. */
export async function discountsByGroup(
  context: ReportContext,
  scope: DiscountScope,
): Promise<ReadonlyMap<number, DiscountSums>> {
  const rows = await context.query<RatioRow & { k: number }>(
    sql`SELECT arrayJoin(groups) AS k, ${RATIO} FROM (${people(context, scope)}) AS p
      INNER JOIN (${groupRows(context)}) AS b USING (customer_key) GROUP BY k`,
  )
  return new Map(rows.map((row) => [Number(row.k), sumsOf(row)]))
}

/** By band of purchases, in the order of `BANDS`. */
export async function discountsByBand(
  context: ReportContext,
  scope: DiscountScope,
): Promise<readonly (DiscountSums | undefined)[]> {
  const bands = value([...BANDS], 'Array(UInt32)')
  const rows = await context.query<RatioRow & { k: number }>(
    sql`SELECT arrayCount(b -> b <= orders_, ${bands}) AS k, ${RATIO} FROM (SELECT *, orders AS orders_ FROM (${people(context, scope)})) GROUP BY k`,
  )
  const found = new Map(rows.map((row) => [Number(row.k), sumsOf(row)]))
  return BANDS.map((_, i) => found.get(i + 1))
}

/** By local month from the one that the days begin in, the first one whole, oldest first; months without purchases too. */
export async function discountsByMonth(
  context: ReportContext,
  scope: DiscountScope,
): Promise<readonly { readonly month: string; readonly sums: DiscountSums }[]> {
  const { timeZone } = context.current.programme
  const first = monthNumber(context.asOf - scope.days * DAY_MS, timeZone)
  const start = monthStart(first, timeZone)
  const rows = await context.query<RatioRow & { k: number }>(
    sql`SELECT m AS k, ${RATIO} FROM (SELECT customer_key, ${monthOf(sql`at`, timeZone)} AS m, count() AS orders, sum(cut) AS cuts, sum(amount) AS spend,
          sum(cheap) AS cheap, sum(given) AS given
        FROM (${orders(context, scope, start - 1)}) GROUP BY customer_key, m) GROUP BY k`,
  )
  const found = new Map(rows.map((row) => [Number(row.k), row]))
  const last = monthNumber(context.asOf, timeZone)
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    month: `${monthText(first + i)}-01`,
    sums: sumsOf(found.get(first + i) ?? { n: 0, r: [], g: 0, c: 0, o: 0 }),
  }))
}

/** Customers of a kind with their money. */
export interface DiscountPeople {
  readonly n: number
  readonly spend: number
  readonly given: number
}

/** Kinds of customer by how they buy; and how many made how many purchases. */
export async function discountKinds(
  context: ReportContext,
  scope: DiscountScope,
  { least, mostly }: { readonly least: number; readonly mostly: number },
): Promise<{
  readonly only: DiscountPeople
  readonly never: DiscountPeople
  readonly mostlyFull: DiscountPeople
  readonly orders: PurchaseTable
}> {
  const rows = people(context, scope)
  const many = sql`orders >= ${value(least, 'UInt32')}`
  const kinds = [
    sql`${many} AND cuts = orders`,
    sql`${many} AND cuts = 0`,
    sql`${many} AND cuts > 0 AND cuts <= orders * ${value(mostly, 'Float64')}`,
  ]
  const parts = kinds
    .map((is) => sql`toFloat64(countIf(${is})), sumIf(spend, ${is}), sumIf(given, ${is})`)
    .reduce((all, one) => sql`${all}, ${one}`)
  const [[row], table] = await Promise.all([
    context.query<{ a: readonly number[] }>(
      sql`SELECT arrayMap(x -> toFloat64(x), [${parts}]) AS a FROM (${rows})`,
    ),
    context.query<{ o: string; n: string }>(
      sql`SELECT orders AS o, count() AS n FROM (${rows}) GROUP BY o ORDER BY o`,
    ),
  ])
  const kind = (i: number): DiscountPeople => ({
    n: row?.a[i * 3] ?? 0,
    spend: row?.a[i * 3 + 1] ?? 0,
    given: row?.a[i * 3 + 2] ?? 0,
  })
  return {
    only: kind(0),
    never: kind(1),
    mostlyFull: kind(2),
    orders: table.map(({ o, n }) => ({ orders: Number(o), customers: Number(n) })),
  }
}
