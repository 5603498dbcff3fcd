/** The next product: over those that most customers bought, each by the strongest of what somebody has already. */
import {
  elementColumn,
  numberIn,
  propertyColumn,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { verbatim, type Text } from '../../../../core/insight/index.ts'
import { fitNextItem, type NextItemModel, type PairCounts } from '../../../../core/models/index.ts'
import { id, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { labelsOf } from '../../basket/basket-sums.ts'
import { eventRows, everybody, instantOf } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'

const DAY_MS = 86_400_000
/** Products that fewer have bought say nothing of anybody else. */
const FEWEST = 11

/** What was found of products. */
export interface NextProduct {
  /** As they lie in the data, those of most customers first. */
  readonly products: readonly string[]
  /** The number of each in the score; it stays from run to run. */
  readonly numbers: readonly number[]
  readonly labels: readonly Text[]
  readonly model: NextItemModel
}

/**
 * Looks at the `products` that most customers bought in the days; undefined where there are not two of them. `before` are the parameters of
 * the last run: a product keeps its number. Cost: one pass over purchases, and for each customer the pairs of what they own.
 */
export async function nextProduct(
  context: ReportContext,
  settings: ModelSettings,
  before: unknown,
): Promise<NextProduct | undefined> {
  const most = numberIn(settings, 'products') ?? 50
  const lines = linesOf(context, settings)
  if (lines === undefined || most === 0) return undefined
  const rows = await context.query<{ p: string; n: string }>(
    sql`SELECT p, uniqExact(customer_key) AS n FROM (${lines}) GROUP BY p HAVING n >= ${raw(String(FEWEST))}
      ORDER BY n DESC, p LIMIT ${raw(String(most))}`,
  )
  const products = rows.map(({ p }) => p)
  if (products.length < 2) return undefined
  const own = ownedOf(context, settings, products)
  const model = fitNextItem(await pairsOf(context, own, products.length))
  const { product: field } = context.meaning
  const days = numberIn(settings, 'days') ?? 730
  const label =
    field === undefined
      ? undefined
      : await labelsOf(context, { field, days, segment: undefined }, products)
  return {
    products,
    numbers: numbersFor(products, before),
    labels: products.map((name) => label?.(name) ?? verbatim(name)),
    model,
  }
}

/** Who has a number keeps it; new ones take the next that was never given. */
export function numbersFor(products: readonly string[], before: unknown): readonly number[] {
  const known = new Map(Object.entries(givenIn(before)))
  let last = Math.max(0, ...known.values())
  return products.map((name) => known.get(name) ?? ++last)
}

/** All numbers ever given, for the next run. */
export function numbersAfter(
  { products, numbers }: Pick<NextProduct, 'products' | 'numbers'>,
  before: unknown,
): Readonly<Record<string, number>> {
  const now = products.map((name, i) => [name, numbers[i] ?? 0] as const)
  return { ...givenIn(before), ...Object.fromEntries(now) }
}

function givenIn(before: unknown): Readonly<Record<string, number>> {
  const { products } = (before ?? {}) as { readonly products?: unknown }
  return typeof products === 'object' && products !== null
    ? (products as Record<string, number>)
    : {}
}

/**
 * `customer_key`, `next_product`, `next_product_chance`: of the products somebody has not, the one with the greatest chance
 * given any that they have; where nothing speaks for any, the most bought. The same as `nextItems` of core says.
 */
export function nextProductSql(
  context: ReportContext,
  settings: ModelSettings,
  { products, numbers, model }: NextProduct,
): Sql {
  const size = products.length
  const chances = model.neighbours.map((list) => {
    const row = Array.from({ length: size }, () => 0)
    for (const { item, chance } of list) row[item] = chance
    return row
  })
  const table = value(chances.flat(), 'Array(Float64)')
  const places = sql`range(1, ${raw(String(size + 1))})`
  const best = sql`arrayMap(j -> if(has(own, j), -1., if(empty(own), 0., arrayMax(i -> chances[(i - 1) * ${raw(String(size))} + j], own))), ${places})`
  const popular = sql`arrayMap(j -> if(has(own, j), -1., base[j]), ${places})`
  return sql`WITH ${table} AS chances, ${value([...model.base], 'Array(Float64)')} AS base
    SELECT customer_key, if(top < 0, NULL, ${value([...numbers], 'Array(Float64)')}[indexOf(scores, top)]) AS next_product,
      if(top < 0, NULL, top) AS next_product_chance
    FROM (SELECT customer_key, if(arrayMax(by_own) > 0, by_own, by_all) AS scores, arrayMax(scores) AS top
      FROM (SELECT customer_key, ${best} AS by_own, ${popular} AS by_all FROM (${ownedOf(context, settings, products)})))`
}

/** One row per line of a purchase with a product: `customer_key`, `p`. */
function linesOf(context: ReportContext, settings: ModelSettings): Sql | undefined {
  const { purchase, product } = context.meaning
  if (purchase === undefined || product === undefined) return undefined
  const days = numberIn(settings, 'days') ?? 730
  const { element, property } = product
  const cell =
    element === undefined
      ? id(propertyColumn(property.name))
      : sql`arrayJoin(${id(elementColumn(element.name, property.name))})`
  const rows = sql`SELECT customer_key, toString(${cell}) AS p FROM ${eventRows(context, purchase)}
    AND at > ${instantOf(context.asOf - days * DAY_MS)} AND customer_key IN (${everybody(context)})`
  return sql`SELECT customer_key, p FROM (${rows}) WHERE p != ''`
}

/** Everybody with any product: `own`, the places of those looked at, ascending from 1. */
function ownedOf(
  context: ReportContext,
  settings: ModelSettings,
  products: readonly string[],
): Sql {
  const lines =
    linesOf(context, settings) ?? raw("SELECT toUInt64(0) AS customer_key, '' AS p WHERE 0")
  const names = value([...products], 'Array(String)')
  return sql`SELECT customer_key, arraySort(arrayFilter(x -> x > 0, groupUniqArray(indexOf(${names}, p)))) AS own FROM (${lines}) GROUP BY customer_key`
}

async function pairsOf(context: ReportContext, own: Sql, size: number): Promise<PairCounts> {
  const [total] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(count()) AS n FROM (${own})`,
  )
  const pairs = sql`arrayJoin(arrayFlatten(arrayMap(i -> arrayMap(j -> (i, j), arrayFilter(j -> j >= i, own)), own)))`
  const rows = await context.query<{ a: number; b: number; n: number }>(
    sql`SELECT toUInt16(pair.1) AS a, toUInt16(pair.2) AS b, toFloat64(count()) AS n FROM (SELECT ${pairs} AS pair FROM (${own})) GROUP BY a, b ORDER BY a, b`,
  )
  const itemCounts = new Float64Array(size)
  for (const { a, b, n } of rows) if (a === b) itemCounts[a - 1] = n
  const both = rows.filter(({ a, b }) => a !== b)
  return {
    baskets: total?.n ?? 0,
    itemCounts,
    first: Uint32Array.from(both, ({ a }) => a - 1),
    second: Uint32Array.from(both, ({ b }) => b - 1),
    both: Float64Array.from(both, ({ n }) => n),
  }
}
