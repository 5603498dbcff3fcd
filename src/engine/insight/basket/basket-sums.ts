/** Counts over baskets: items, pairs of items, steps from one basket to the next, shares by segment. */
import type { CategoryNode, Property } from '../../../core/catalog/index.ts'
import {
  PRIVACY_FLOOR,
  textOf,
  verbatim,
  type NextCounts,
  type Text,
} from '../../../core/insight/index.ts'
import type { PairCounts } from '../../../core/models/index.ts'
import { textsWithin } from '../../../core/plan/index.ts'
import { id, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import type { Moments } from '../../../core/stats/index.ts'
import type { Field } from '../../../core/template/index.ts'
import { among } from '../basis/context.ts'
import { groupRows } from '../basis/groups.ts'
import { everybody, eventRows, instantOf, localDayOf, membersOf } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'

const DAY_MS = 86_400_000

/** What is looked at. */
export interface BasketScope {
  /** Category or product. */
  readonly field: Field
  readonly days: number
  readonly segment: string | undefined
}

/** Items with fewer baskets, or of fewer customers than may be shown, are left out; so are, beyond so many, the rarest. */
const FEWEST_BASKETS = 20
const MOST_ITEMS = 1000
/** Nor are more pairs and steps than so many brought here. */
const MOST_PAIRS = 50_000
/** Of whom there are no more than may be shown: whoever bought daily would make a pair alone. */
const ENOUGH = sql`uniqUpTo(${raw(String(PRIVACY_FLOOR))})(customer_key) >= ${raw(String(PRIVACY_FLOOR))}`
/** Different customers; exact for few, within two in a hundred for many. */
const CUSTOMERS = raw('uniqCombined(12)(customer_key)')
/** Larger baskets are a warehouse's, and would have more pairs than all others together. */
const LARGEST = 200

/** One row per basket: `customer_key`, `at`, `items` (each once, sorted). What has no lines is put together by the day. */
export function basketRows(context: ReportContext, { field, days, segment }: BasketScope): Sql {
  const texts = textsWithin(field)
  const keys = segment === undefined ? everybody(context) : membersOf(context, segment)
  const rows = sql`${eventRows(context, field.event)} AND at > ${instantOf(context.asOf - days * DAY_MS)} AND ${among(keys)}`
  const baskets =
    field.element === undefined
      ? sql`SELECT customer_key, min(at) AS at, arraySort(groupUniqArrayArray(${texts})) AS items FROM (SELECT *, ${localDayOf(context)} AS day FROM ${rows}) GROUP BY customer_key, day`
      : sql`SELECT customer_key, at, arraySort(arrayDistinct(${texts})) AS items FROM ${rows}`
  return sql`SELECT customer_key, at, items FROM (${baskets}) WHERE length(items) BETWEEN 1 AND ${raw(String(LARGEST))}`
}

/** Items that are bought often enough, the most frequent first. */
export interface Items {
  readonly names: readonly string[]
  readonly counts: Float64Array
  readonly baskets: number
  readonly customers: number
}

/** All items of the baskets. */
export async function itemsOf(context: ReportContext, scope: BasketScope): Promise<Items> {
  const rows = basketRows(context, scope)
  const [[all], items] = await Promise.all([
    context.query<{ n: string; c: string }>(
      sql`SELECT count() AS n, uniqExact(customer_key) AS c FROM (${rows})`,
    ),
    context.query<{ item: string; n: string }>(
      sql`SELECT arrayJoin(items) AS item, count() AS n FROM (${rows}) GROUP BY item
        HAVING n >= ${raw(String(FEWEST_BASKETS))} AND ${ENOUGH} ORDER BY n DESC, item LIMIT ${raw(String(MOST_ITEMS))}`,
    ),
  ])
  return {
    names: items.map(({ item }) => item),
    counts: Float64Array.from(items, ({ n }) => Number(n)),
    baskets: Number(all?.n ?? 0),
    customers: Number(all?.c ?? 0),
  }
}

/** How often every two items are in one basket. Cost: for each basket the square of its items. */
export async function pairsOf(
  context: ReportContext,
  scope: BasketScope,
  items: Items,
): Promise<PairCounts> {
  const own = sql`SELECT customer_key, ${mapped(sql`items`, items.names)} AS own FROM (${basketRows(context, scope)})`
  const rows =
    items.names.length < 2
      ? []
      : await context.query<{ a: number; b: number; n: string; c: string }>(
          sql`SELECT pair.1 AS a, pair.2 AS b, count() AS n, ${CUSTOMERS} AS c FROM (
              SELECT customer_key, arrayJoin(arrayFlatten(arrayMap(x -> arrayMap(y -> (x, y), arrayFilter(y -> y > x, own)), own))) AS pair FROM (${own}))
            GROUP BY a, b HAVING ${ENOUGH} ORDER BY n DESC, a, b LIMIT ${raw(String(MOST_PAIRS))}`,
        )
  return {
    baskets: items.baskets,
    itemCounts: items.counts,
    first: Uint32Array.from(rows, ({ a }) => Number(a) - 1),
    second: Uint32Array.from(rows, ({ b }) => Number(b) - 1),
    both: Float64Array.from(rows, ({ n }) => Number(n)),
    customers: Float64Array.from(rows, ({ c }) => Number(c)),
  }
}

function mapped(column: Sql, names: readonly string[]): Sql {
  const list = value([...names], 'Array(String)')
  const numbers = value(
    names.map((_, i) => i + 1),
    'Array(UInt32)',
  )
  return sql`arrayFilter(i -> i > 0, arrayMap(x -> transform(x, ${list}, ${numbers}, toUInt32(0)), ${column}))`
}

/** From each basket to the customer's next: what was in the first, and what is new in the second. */
export async function stepsOf(
  context: ReportContext,
  scope: BasketScope,
  items: Items,
): Promise<NextCounts> {
  const own = sql`SELECT customer_key, arraySort(b -> b.1, groupArray((at, ${mapped(sql`items`, items.names)}))) AS bs
    FROM (${basketRows(context, scope)}) GROUP BY customer_key HAVING length(bs) > 1`
  // What is in both baskets is a habit, not a next step.
  const steps = sql`SELECT customer_key, part.1 AS x, arrayFilter(i -> NOT has(part.1, i), part.2) AS y FROM (
    SELECT customer_key, arrayJoin(arrayZip(arrayPopBack(arrayMap(b -> b.2, bs)), arrayPopFront(arrayMap(b -> b.2, bs)))) AS part FROM (${own}))`
  if (items.names.length < 2) return NO_STEPS
  const [[all], singles, pairs, held] = await Promise.all([
    context.query<{ n: string }>(sql`SELECT count() AS n FROM (${steps})`),
    context.query<{ side: number; i: number; n: string }>(
      sql`SELECT part.1 AS side, part.2 AS i, count() AS n FROM (
          SELECT arrayJoin(arrayConcat(arrayMap(i -> (1, i), x), arrayMap(i -> (2, i), y))) AS part FROM (${steps})) GROUP BY side, i`,
    ),
    context.query<{ a: number; b: number; n: string; c: string }>(
      sql`SELECT pair.1 AS a, pair.2 AS b, count() AS n, ${CUSTOMERS} AS c FROM (
          SELECT customer_key, arrayJoin(arrayFlatten(arrayMap(i -> arrayMap(j -> (i, j), y), x))) AS pair FROM (${steps}))
        GROUP BY a, b HAVING ${ENOUGH} ORDER BY n DESC, a, b LIMIT ${raw(String(MOST_PAIRS))}`,
    ),
    context.query<{ a: number; b: number; n: string }>(
      sql`SELECT pair.1 AS a, pair.2 AS b, count() AS n FROM (
          SELECT arrayJoin(arrayFlatten(arrayMap(i -> arrayMap(j -> (i, j), arrayFilter(j -> j > i, x)), x))) AS pair FROM (${steps}))
        GROUP BY a, b`,
    ),
  ])
  const size = items.names.length + 1
  const together = new Map(
    held.map(({ a, b, n }): [number, number] => [Number(a) * size + Number(b), Number(n)]),
  )
  const before = new Float64Array(items.names.length)
  const after = new Float64Array(items.names.length)
  for (const { side, i, n } of singles)
    (Number(side) === 1 ? before : after)[Number(i) - 1] = Number(n)
  return {
    steps: Number(all?.n ?? 0),
    before,
    after,
    from: Uint32Array.from(pairs, ({ a }) => Number(a) - 1),
    to: Uint32Array.from(pairs, ({ b }) => Number(b) - 1),
    both: Float64Array.from(pairs, ({ n }) => Number(n)),
    together: Float64Array.from(
      pairs,
      ({ a, b }) => together.get(Math.min(a, b) * size + Math.max(a, b)) ?? 0,
    ),
    customers: Float64Array.from(pairs, ({ c }) => Number(c)),
  }
}

const EMPTY = new Float64Array(0)
const NO_STEPS: NextCounts = {
  steps: 0,
  before: EMPTY,
  after: EMPTY,
  from: new Uint32Array(0),
  to: new Uint32Array(0),
  both: EMPTY,
  together: EMPTY,
  customers: EMPTY,
}

/** For pairs of items: customers with the first and not the second. */
export async function withoutSecond(
  context: ReportContext,
  scope: BasketScope,
  pairs: readonly (readonly [string, string])[],
): Promise<readonly number[]> {
  if (pairs.length === 0) return []
  const of = pairs.map(
    ([a, b]) =>
      sql`countIf(has(own, ${value(a, 'String')}) AND NOT has(own, ${value(b, 'String')}))`,
  )
  const list = of.reduce((all, one) => sql`${all}, ${one}`)
  const [row] = await context.query<{ a: readonly string[] }>(
    sql`SELECT [${list}] AS a FROM (SELECT customer_key, groupUniqArrayArray(items) AS own FROM (${basketRows(context, scope)}) GROUP BY customer_key)`,
  )
  return (row?.a ?? []).map(Number)
}

/** Sums over a group's customers. */
export interface TasteRow {
  readonly group: number
  readonly item: string
  /** Those who bought any of it. */
  readonly buyers: number
  readonly moments: Moments
}

/** Each customer's own shares of departments among what is in the baskets, summed by group. `customers`: those with a basket. */
export async function tastesOf(
  context: ReportContext,
  scope: BasketScope,
  tops: readonly (readonly [name: string, top: string])[] | undefined,
): Promise<{
  readonly rows: readonly TasteRow[]
  readonly customers: ReadonlyMap<number, number>
}> {
  const column =
    tops === undefined
      ? sql`items`
      : sql`arrayFilter(t -> t != '', arrayMap(x -> transform(x, ${value(
          tops.map(([name]) => name),
          'Array(String)',
        )}, ${value(
          tops.map(([, top]) => top),
          'Array(String)',
        )}, ''), items))`
  const own = sql`SELECT customer_key, sumMap(${column}, arrayMap(x -> toUInt64(1), ${column})) AS m
    FROM (${basketRows(context, scope)}) GROUP BY customer_key`
  const found = await context.query<{ g: number; t: string; n: string; s: number; q: number }>(
    sql`SELECT arrayJoin(groups) AS g, part.1 AS t, count() AS n, sum(part.2) AS s, sum(part.2 * part.2) AS q FROM (
        SELECT groups, arrayJoin(arrayConcat([('', toFloat64(0))], arrayMap((k, v) -> (concat('=', k), v / arraySum(m.2)), m.1, m.2))) AS part
        FROM (${own}) AS o INNER JOIN (${groupRows(context)}) AS g USING (customer_key))
      GROUP BY g, t`,
  )
  const customers = new Map(
    found.flatMap(({ g, t, n }) => (t === '' ? [[Number(g), Number(n)] as const] : [])),
  )
  return {
    customers,
    rows: found.flatMap(({ g, t, n: buyers, s, q }) => {
      const n = customers.get(Number(g)) ?? 0
      const moments = { n, sum: s, sumSquares: q }
      return t === ''
        ? []
        : [{ group: Number(g), item: t.slice(1), buyers: Number(buyers), moments }]
    }),
  }
}

/** Each name of the field's tree with the top above it; undefined for a tree without levels, or no tree. */
export function topsOf(
  { current }: ReportContext,
  { property }: Field,
): readonly (readonly [string, string])[] | undefined {
  const tree = current.programme.catalogue.trees[property.tree ?? ''] ?? []
  const pairs = tree.flatMap((top) => namesIn(top).map((name) => [name, top.name] as const))
  return pairs.length > tree.length ? pairs : undefined
}

function namesIn(node: CategoryNode): readonly string[] {
  return [node.name, ...node.children.flatMap(namesIn)]
}

/** Names for people: those of the tree, or of the text beside a product's code. */
export async function labelsOf(
  context: ReportContext,
  { field, days }: BasketScope,
  names: readonly string[],
): Promise<(name: string) => Text> {
  const labels = new Map<string, Text>()
  const visit = (node: CategoryNode): void => {
    labels.set(node.name, textOf(node.label))
    node.children.forEach(visit)
  }
  context.current.programme.catalogue.trees[field.property.tree ?? '']?.forEach(visit)
  const named = nameBeside(field)
  if (named !== undefined && names.length > 0) {
    const rows = await context.query<{ k: string; v: string }>(
      sql`SELECT part.1 AS k, anyHeavy(part.2) AS v FROM (SELECT arrayJoin(arrayZip(${columnOf(field, field.property)}, ${columnOf(field, named)})) AS part
        FROM ${eventRows(context, field.event)} AND at > ${instantOf(context.asOf - days * DAY_MS)})
        WHERE part.1 IN ${value([...names], 'Array(String)')} AND part.2 != '' GROUP BY k`,
    )
    for (const { k, v } of rows) labels.set(k, verbatim(v))
  }
  return (name) => labels.get(name) ?? verbatim(name)
}

function columnOf({ element }: Field, { name }: Property): Sql {
  return sql`arrayMap(x -> toString(x), ${id(`e_${element?.name ?? ''}_${name}`)})`
}

/** A text of the same lines that names what the code stands for. */
function nameBeside({ element, property }: Field): Property | undefined {
  if (element === undefined || property.type === 'category') return undefined
  return Object.values(element.properties).find(
    (p) =>
      p !== property &&
      p.type === 'text' &&
      p.sensitivity !== 'sensitive' &&
      /^(name|description|title|label|nome|nombre|nom|descri|titulo|titre)/i.test(p.name),
  )
}
