/** Facts of the demo catalogue made inside ClickHouse from hashes: fifty million of them in a minute or two. */
import { categoriesUnder, type CategoryNode } from '../src/core/catalog/index.ts'
import { id, join, raw, sql, value, type Sql } from '../src/core/sql/index.ts'
import { demoProgramme } from '../src/engine/run/demo/index.ts'
import type { Analytics } from '../src/engine/store/index.ts'

export interface FactSizes {
  readonly customers: number
  /** All kinds together; four of five are purchases. */
  readonly events: number
  readonly asOf: number
  readonly years: number
}

/** Shares of the event kinds. */
const SHARES = {
  purchase: 0.8,
  email_sent: 0.08,
  email_opened: 0.04,
  email_clicked: 0.01,
  web_visit: 0.03,
  survey_answered: 0.01,
  ticket_opened: 0.01,
  refund: 0.01,
  reward_earned: 0.007,
  reward_redeemed: 0.003,
} as const
export type BenchEvent = keyof typeof SHARES

/** A column of an event table and the expression that makes it from `n`, `h1`, `h2`, `h3` (hashes of the event). */
type Recipes = Readonly<Record<BenchEvent, Readonly<Record<string, string>>>>

const cents = (expression: string): string => `toDecimal64(${expression}, 6) / 100`
const oneOf = (hash: string, ...words: readonly string[]): string =>
  `[${words.map((w) => `'${w}'`).join(', ')}][1 + ${hash} % ${words.length}]`

const RECIPES: Recipes = {
  purchase: {
    p_status: `if(h1 % 67 = 0, 'cancelled', 'paid')`,
    p_channel: oneOf('h1 % 1009', 'store', 'store', 'store', 'web', 'app'),
    p_store: `concat('S-', toString(h2 % 41))`,
    p_payment: oneOf('h2 % 1013', 'card', 'card', 'wallet', 'cash'),
    p_coupon: `if(h3 % 9 = 0, 'SAVE', '')`,
    p_amount: cents('arraySum(line_cents)'),
    p_discount: cents('arraySum(line_off)'),
    p_points: `toDecimal64(intDiv(arraySum(line_cents), 100), 6)`,
    e_item_product: `arrayMap(p -> concat('P', toString(p)), products)`,
    e_item_name: `arrayMap(p -> concat('Product ', toString(p)), products)`,
    e_item_category: `arrayMap(p -> leaves[1 + intDiv(p, 6)], products)`,
    e_item_brand: `arrayMap(p -> concat('Brand ', toString(p % 24)), products)`,
    e_item_quantity: `arrayMap(q -> toDecimal64(q, 6), quantities)`,
    e_item_price: `arrayMap(p -> ${cents('prices[1 + p]')}, products)`,
    e_item_discount: `arrayMap(o -> ${cents('o')}, line_off)`,
    e_item_amount: `arrayMap(c -> ${cents('c')}, line_cents)`,
  },
  email_sent: {
    p_campaign: `concat('c', toString(h1 % 36))`,
    p_topic: oneOf('h2', 'news', 'offers'),
  },
  email_opened: {
    p_campaign: `concat('c', toString(h1 % 36))`,
    p_device: oneOf('h2', 'phone', 'phone', 'desktop', 'tablet'),
  },
  email_clicked: {
    p_campaign: `concat('c', toString(h1 % 36))`,
    p_link: oneOf('h2', 'news', 'offers'),
  },
  web_visit: {
    p_page: oneOf('h1', 'home', 'category', 'product', 'basket', 'account', 'stores'),
    p_category: `leaves[1 + h2 % 48]`,
    p_pages: `toDecimal64(1 + h3 % 14, 6)`,
    p_seconds: `toDecimal64(10 + h3 % 700, 6)`,
    p_device: oneOf('h2', 'phone', 'phone', 'desktop', 'tablet'),
    p_bounced: `h3 % 14 = 0`,
  },
  survey_answered: {
    p_survey: oneOf('h1', 'nps', 'nps', 'csat', 'ces'),
    p_score: `toDecimal64(h2 % 11, 6)`,
  },
  ticket_opened: {
    p_topic: oneOf('h1', 'delivery', 'product', 'billing', 'points', 'store'),
    p_severity: oneOf('h2', 'low', 'low', 'medium', 'high'),
  },
  refund: {
    p_order_id: `concat('e', toString(n))`,
    p_amount: cents('100 + h2 % 6000'),
    p_reason: oneOf('h1', 'damaged', 'wrong item', 'too late'),
  },
  reward_earned: {
    p_kind: oneOf('h1', 'voucher', 'free product', 'workshop'),
    p_value: cents('1000'),
  },
  reward_redeemed: { p_kind: oneOf('h1', 'voucher', 'free product'), p_value: cents('1000') },
}

const CITIES = [
  'New York',
  'London',
  'São Paulo',
  'Rio de Janeiro',
  'Madrid',
  'Guadalajara',
  'Paris',
  'Lyon',
]
const COUNTRIES = ['US', 'GB', 'BR', 'BR', 'ES', 'MX', 'FR', 'FR']
const INTERESTS = [
  'cooking',
  'fitness',
  'travel',
  'gardening',
  'pets',
  'beauty',
  'family',
  'outdoors',
]

/** How long ago, in days, a customer came, and how long ago they stopped: nearly half are still active. */
function activity(days: number): Sql {
  return sql`
    c -> 1 + cityHash64(c, 1) % ${value(Math.round(days * 1.2), 'UInt32')} AS tenure_of,
    c -> if(cityHash64(c, 2) % 100 < 45, 0, cityHash64(c, 3) % tenure_of(c)) AS gone_of`
}

const CUSTOMER_ID = `concat('C', leftPad(toString(c + 1), 7, '0'))`

function words(list: readonly string[]): Sql {
  return value(list, 'Array(String)')
}

async function fillCustomers(analytics: Analytics, sizes: FactSizes): Promise<void> {
  const { customers, asOf, years } = sizes
  const people = sql`SELECT number AS c, ${raw(CUSTOMER_ID)} AS customer_id,
    fromUnixTimestamp64Milli(toInt64(${value(asOf, 'Int64')} - tenure_of(c) * 86400000), 'UTC') AS known
    FROM numbers(${value(customers, 'UInt64')})`
  const withActivity = sql`WITH ${activity(years * 365)}`
  await analytics.run(sql`INSERT INTO ${analytics.table('customer')}
    (customer_key, customer_id, known_from, load) ${withActivity}
    SELECT sipHash64(customer_id), customer_id, known, 1 FROM (${people})`)
  const columns: Readonly<Record<string, Sql>> = {
    country: sql`${words(COUNTRIES)}[1 + place]`,
    city: sql`${words(CITIES)}[1 + place]`,
    birth_date: sql`toDate32('2008-01-01') - toIntervalDay(toInt32(cityHash64(c, 4) % 24000))`,
    joined: sql`toDate32(known)`,
    gender: raw(`['', 'female', 'male'][1 + cityHash64(c, 5) % 3]`),
    income: raw(
      `if(cityHash64(c, 6) % 2 = 0, NULL, toDecimal64(8000 + cityHash64(c, 7) % 80000, 6))`,
    ),
    email_consent: raw(`cityHash64(c, 8) % 3 > 0`),
    household_size: raw(`toDecimal64(1 + cityHash64(c, 9) % 5, 6)`),
    interests: sql`arraySlice(${words(INTERESTS)}, 1 + cityHash64(c, 10) % 8, cityHash64(c, 11) % 4)`,
  }
  await analytics.run(sql`INSERT INTO ${analytics.table('profile')}
    (customer_key, at, seq, load, ${join(
      Object.keys(columns).map((name) => id(`t_${name}`)),
      ', ',
    )}) ${withActivity}
    SELECT sipHash64(customer_id), known, c, 1, ${join(Object.values(columns), ', ')}
    FROM (SELECT *, cityHash64(c, 12) % 8 AS place FROM (${people}))`)
}

function leafNames(): readonly string[] {
  const leaves = (nodes: readonly CategoryNode[]): string[] =>
    nodes.flatMap((n) => (n.children.length === 0 ? [n.name] : leaves(n.children)))
  return leaves(demoProgramme().catalogue.trees['products'] ?? [])
}

/** The names below a category, for hand-written SQL. */
export function namesUnder(category: string): readonly string[] {
  return categoriesUnder(demoProgramme().catalogue.trees['products'] ?? [], category) ?? []
}

interface Slice {
  readonly kind: BenchEvent
  readonly index: number
  readonly rows: number
  /** Numbers of earlier events of this kind. */
  readonly from: number
  /** Days ago. */
  readonly near: number
  readonly far: number
}

function active(c: string): Sql {
  return sql`(ago <= tenure_of(${raw(c)}) AND ago >= gone_of(${raw(c)}))`
}

/** One month of one kind: few partitions an insert, as a real load would have. */
async function fillSlice(analytics: Analytics, sizes: FactSizes, slice: Slice): Promise<void> {
  const recipes = RECIPES[slice.kind]
  const names = Object.keys(recipes).map((name) => id(name))
  const { customers, asOf, years } = sizes
  const salt = value(`${slice.kind}:${slice.index}`, 'String')
  const n = value(customers, 'Float64')
  const candidate = (k: number): Sql =>
    sql`toUInt64(floor(${n} * pow(cityHash64(n, ${salt}, ${value(10 + k, 'UInt8')}) / 18446744073709551616., 1.3)))`
  const span = value(slice.far - slice.near, 'Float64')
  const ago = sql`${value(slice.near, 'Float64')} + ${span} * cityHash64(n, ${salt}, 5) / 18446744073709551616.`
  const baskets = sql`
    arrayMap(i -> cityHash64(n, ${salt}, 20 + i) % 288, range(1 + h1 % 3)) AS products,
    arrayMap(p -> 1 + (h2 + p) % 2, products) AS quantities,
    arrayMap(p -> if((h3 + p) % 5 = 0, intDiv(prices[1 + p] * (10 + h3 % 30), 100), 0), products) AS line_off,
    arrayMap((p, q, o) -> prices[1 + p] * q - o, products, quantities, line_off) AS line_cents,`
  await analytics.run(
    sql`INSERT INTO ${analytics.table(`event_${slice.kind}`)}
      (customer_key, at, id, body, load, ${join(names, ', ')})
      WITH ${activity(years * 365)},
        arrayMap(p -> 99 + cityHash64(p, 77) % 3000, range(288)) AS prices,
        ${value(leafNames(), 'Array(String)')} AS leaves
      SELECT sipHash64(${raw(CUSTOMER_ID)}),
        fromUnixTimestamp64Milli(toInt64(${value(asOf, 'Int64')} - toInt64(ago * 86400000.)), 'UTC'),
        concat('e', toString(n)), h1, 1, ${join(Object.values(recipes).map(raw), ', ')}
      FROM (
        SELECT ${slice.kind === 'purchase' ? baskets : raw('')} *,
          multiIf(${active('c1')}, c1, ${active('c2')}, c2, c3) AS c
        FROM (
          SELECT ${value(slice.from, 'UInt64')} + number AS n, ${ago} AS ago,
            ${candidate(1)} AS c1, ${candidate(2)} AS c2, ${candidate(3)} AS c3,
            cityHash64(n, ${salt}, 1) AS h1, cityHash64(n, ${salt}, 2) AS h2, cityHash64(n, ${salt}, 3) AS h3
          FROM numbers(${value(slice.rows, 'UInt64')})
        )
      )`,
    {
      settings: {
        min_insert_block_size_rows: 2_000_000,
        min_insert_block_size_bytes: 1_000_000_000,
      },
    },
  )
}

/** Fills empty fact tables. Deterministic: the same sizes give the same rows. */
export async function fillFacts(analytics: Analytics, sizes: FactSizes): Promise<void> {
  await fillCustomers(analytics, sizes)
  const days = sizes.years * 365
  const months = sizes.years * 12
  for (const kind of Object.keys(SHARES) as BenchEvent[]) {
    const total = Math.round(sizes.events * SHARES[kind])
    for (let index = 0; index < months; index++) {
      const from = Math.floor((total * index) / months)
      const rows = Math.floor((total * (index + 1)) / months) - from
      const near = (days * index) / months
      const far = (days * (index + 1)) / months
      await fillSlice(analytics, sizes, { kind, index, rows, from, near, far })
    }
    // As the engine leaves a year by itself to which nothing has come for an hour.
    await analytics.run(sql`OPTIMIZE TABLE ${analytics.table(`event_${kind}`)} FINAL`)
  }
}
