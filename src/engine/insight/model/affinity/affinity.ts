/** Category affinity: units of each category against the base, smoothed; and the category and product likely to be new next. */
import {
  categoriesUnder,
  elementColumn,
  numberIn,
  propertyColumn,
  textsIn,
  outputName,
  type ModelSettings,
} from '../../../../core/catalog/index.ts'
import { fitNextItem, nextItems, type NextItemModel } from '../../../../core/models/index.ts'
import { id, join, raw, sql, value, type Sql } from '../../../../core/sql/index.ts'
import { eventRows, everybody, instantOf } from '../../basis/rows.ts'
import type { ReportContext } from '../../report/kind.ts'
import { LOOKUP, type ModelKind, type ModelResult, type ModelTask } from '../kind.ts'
import { affinityDraft } from './draft.ts'
import { nextProduct, nextProductSql, numbersAfter } from './products.ts'

export const AFFINITY: ModelKind = { kind: 'affinity', needs: ['purchase', 'categoryIs'], run }

const DAY_MS = 86_400_000
/** Categories that fit into the bits of what somebody owns. */
const MOST = 30
/** From this ratio on somebody likes a category. */
const LIKED = 2

async function run(context: ReportContext, task: ModelTask): Promise<ModelResult> {
  const { settings, model } = task
  const categories = textsIn(settings, 'categories').slice(0, MOST)
  const strength = numberIn(settings, 'strength') ?? 10
  const own = units(context, settings, categories)
  const columns = categories.map((_, i) => sql`sum(u[${raw(String(i + 1))}])`)
  const [sums] = await context.query<{ n: number; total: number; each: number[] }>(
    sql`SELECT toFloat64(count()) AS n, sum(total) AS total, [${join(columns, ', ')}] AS each FROM (${own})`,
  )
  const n = sums?.n ?? 0
  const base = categories.map((_, i) => (sums?.each[i] ?? 0) / Math.max(1e-9, sums?.total ?? 0))
  const shared = { key: model.key, categories, base, n, liked: LIKED, strength }
  if (n === 0 || base.every((share) => share === 0)) {
    const draft = affinityDraft({ ...shared, fans: [], next: undefined, products: undefined })
    return { status: n === 0 ? 'none' : 'not-identified', n, parameters: {}, draft }
  }
  const masks = await context.query<{ mask: string; n: number }>(
    sql`SELECT toString(${maskOf(categories.length)}) AS mask, toFloat64(count()) AS n FROM (${own}) GROUP BY mask`,
  )
  const next = fitNextItem(pairsOf(masks, categories.length))
  const products = await nextProduct(context, settings, task.before)
  task.phase('scoring')
  await task.lookup(nextBy(next, masks), { mask: 'UInt32' })
  const ratios = categories.map((_, i) => ratioSql(i, base[i] ?? 0, strength))
  const fans = await context.query<{ fans: number[] }>(
    sql`SELECT [${join(
      ratios.map((ratio) => sql`toFloat64(countIf(${ratio} >= ${value(LIKED, 'Float64')}))`),
      ', ',
    )}] AS fans FROM (${own})`,
  )
  return {
    status: n < 100 ? 'weak' : 'ok',
    n,
    parameters: {
      categories,
      base,
      strength,
      next: next.neighbours,
      ...(products === undefined ? {} : { products: numbersAfter(products, task.before) }),
    },
    draft: affinityDraft({ ...shared, fans: fans[0]?.fans ?? [], next, products }),
    scores: (shard) => {
      const named = categories.map(
        (name, i) => sql`, ${ratios[i] ?? raw('NULL')} AS ${id(outputName(name))}`,
      )
      const own = sql`SELECT h.customer_key AS customer_key${join(named, '')}, l.item AS next_category, l.chance AS next_chance
        FROM (SELECT *, ${maskOf(categories.length)} AS mask FROM (${units(shard, settings, categories)})) AS h
        LEFT JOIN ${shard.table(LOOKUP)} AS l ON h.mask = l.mask`
      const missing = raw("CAST(NULL, 'Nullable(Float64)')")
      return products === undefined
        ? sql`SELECT *, ${missing} AS next_product, ${missing} AS next_product_chance FROM (${own})`
        : sql`SELECT c.*, p.next_product AS next_product, p.next_product_chance AS next_product_chance
            FROM (${own}) AS c LEFT JOIN (${nextProductSql(shard, settings, products)}) AS p ON c.customer_key = p.customer_key`
    },
  }
}

/** Per customer with purchases: `u`, the units of each category, and `total` units. */
function units(
  context: ReportContext,
  settings: ModelSettings,
  categories: readonly string[],
): Sql {
  const { purchase, category, quantity } = context.meaning
  if (purchase === undefined || category === undefined) return raw('')
  const days = numberIn(settings, 'days') ?? 730
  const since = sql`at > ${instantOf(context.asOf - days * DAY_MS)}`
  const { element, property } = category
  const column = (of: typeof category): Sql =>
    id(
      of.element === undefined
        ? propertyColumn(of.property.name)
        : elementColumn(of.element.name, of.property.name),
    )
  const isCounted = quantity !== undefined && quantity.element?.name === element?.name
  const amount = isCounted ? sql`greatest(0., toFloat64(ifNull(q, 0)))` : raw('1.')
  const lines =
    element === undefined
      ? sql`SELECT customer_key, ${column(category)} AS c${isCounted ? sql`, ${column(quantity)} AS q` : raw('')} FROM ${eventRows(context, purchase)} AND ${since}`
      : sql`SELECT customer_key, line.1 AS c${isCounted ? sql`, line.2 AS q` : raw('')} FROM (
          SELECT customer_key, arrayJoin(arrayZip(${column(category)}, ${isCounted ? column(quantity) : column(category)})) AS line
          FROM ${eventRows(context, purchase)} AND ${since})`
  const tree = context.current.programme.catalogue.trees[property.tree ?? ''] ?? []
  const each = categories.map((name) => {
    const names = value([...(categoriesUnder(tree, name) ?? [name])], 'Array(String)')
    return sql`sumIf(${amount}, has(${names}, toString(c)))`
  })
  return sql`SELECT customer_key, [${join(each, ', ')}] AS u, sum(${amount}) AS total FROM (${lines})
    WHERE toString(c) != '' AND customer_key IN (${everybody(context)}) GROUP BY customer_key HAVING total > 0`
}

/** The categories somebody has, as bits. */
function maskOf(size: number): Sql {
  const bits = Array.from(
    { length: size },
    (_, i) => sql`if(u[${raw(String(i + 1))}] > 0, ${value(2 ** i, 'UInt32')}, 0)`,
  )
  return sql`toUInt32(${join(bits, ' + ')})`
}

/** The smoothed share over the base's (`preferences` of core); NULL where nobody buys it. */
function ratioSql(place: number, base: number, strength: number): Sql {
  if (!(base > 0)) return raw("CAST(NULL, 'Nullable(Float64)')")
  const prior = value(strength, 'Float64')
  const share = value(base, 'Float64')
  return sql`((u[${raw(String(place + 1))}] + ${prior} * ${share}) / (total + ${prior})) / ${share}`
}

/** Customers with each category and with each pair, from the sets that occur. */
function pairsOf(
  masks: readonly { readonly mask: string; readonly n: number }[],
  size: number,
): Parameters<typeof fitNextItem>[0] {
  const itemCounts = new Float64Array(size)
  const pairs: [number, number][] = []
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) pairs.push([i, j])
  const both = new Float64Array(pairs.length)
  for (const { mask, n } of masks) {
    const bits = Number(mask)
    const has = (i: number): boolean => (bits & (1 << i)) !== 0
    for (let i = 0; i < size; i++) if (has(i)) itemCounts[i] = (itemCounts[i] as number) + n
    for (const [k, [i, j]] of pairs.entries())
      if (has(i) && has(j)) both[k] = (both[k] as number) + n
  }
  return {
    baskets: masks.reduce((sum, { n }) => sum + n, 0),
    itemCounts,
    first: Uint32Array.from(pairs, ([i]) => i),
    second: Uint32Array.from(pairs, ([, j]) => j),
    both,
  }
}

/** For each set that occurs: the best category that is not in it, counted from 1. */
function nextBy(
  model: NextItemModel,
  masks: readonly { readonly mask: string }[],
): Readonly<Record<string, Float64Array>> {
  const found = masks.map(({ mask }) => {
    const bits = Number(mask)
    const owned = new Set(Array.from(model.base.keys()).filter((i) => (bits & (1 << i)) !== 0))
    return nextItems(model, owned, 1)[0]
  })
  return {
    mask: Float64Array.from(masks, ({ mask }) => Number(mask)),
    item: Float64Array.from(found, (one) => (one === undefined ? Number.NaN : one.item + 1)),
    chance: Float64Array.from(found, (one) => one?.chance ?? Number.NaN),
  }
}
