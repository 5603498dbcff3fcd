// Voice, money, baskets and discounts of the demo, on real engines: against counts by hand, definitions, and what was planted.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { spoken, type Spoken } from '../../../../test/kit/spoken.ts'
import { sql, value } from '../../../core/sql/index.ts'
import { applyChanges, createDemo, evaluateProgramme } from '../../run/index.ts'
import { runModel } from '../index.ts'

const AS_OF = '2026-06-30T10:00:00Z'
const YEAR = sql`at > toDateTime64('2025-06-30 10:00:00', 3, 'UTC') AND at <= toDateTime64('2026-06-30 10:00:00', 3, 'UTC')`
const CUT = 'count(purchase where discount > 0, last 365 days)'
const ONLY = `count(purchase, last 365 days) >= 3 and ${CUT} = count(purchase, last 365 days)`

let shop: TestFolder
const archetypes = new Map<string, string>()

const FILES = [
  'products.csv',
  'customers.csv',
  'orders.csv',
  'refunds.csv',
  'rewards-earned.csv',
  'rewards-redeemed.csv',
  'surveys.ndjson',
  'tickets-opened.csv',
  'tickets-solved.csv',
]

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-money-'))
  await createDemo({ folder: join(source, 'demo'), customers: 1200, until: '2026-06-29' })
  shop = await openTestFolder(join(source, 'demo'), { clock: { now: () => Date.parse(AS_OF) } })
  rmSync(source, { recursive: true })
  const write = (file: string, text: string): void => writeFileSync(join(shop.folder, file), text)
  write('segments/only-cut.yaml', `name: Only at a discount\ndefinition: ${ONLY}\n`)
  mkdirSync(join(shop.folder, 'models'), { recursive: true })
  write('models/cost.yaml', 'kind: cost\nmargin: 0.3\n')
  for (const row of readFileSync(join(shop.folder, 'truth/customers.csv'), 'utf8')
    .split('\n')
    .slice(1)) {
    const [id = '', archetype = ''] = row.split(',')
    archetypes.set(id, archetype)
  }
  for (const loaded of await shop.load(FILES.map((name) => join(shop.folder, 'data', name))))
    expect(loaded.rejected).toBe(0)
  await applyChanges(shop.programme, { locale: 'en', why: 'first', who: 'ana' })
  await evaluateProgramme(shop.programme, { asOf: AS_OF, locale: 'en' })
}, 240_000)
afterAll(() => shop.close())

async function ask<T>(statement: ReturnType<typeof sql>): Promise<readonly T[]> {
  return await (await shop.programme.current()).analytics.query<T>(statement)
}

function rows(made: Spoken, name: string) {
  const found = made.tables.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no table ${name}`)
  return found.rows
}

/** The count that a finding tells, with its words around it. */
const TOLD: Readonly<Record<string, RegExp>> = {
  'voice/unhappy-big-spenders': /^([\d,]+) unhappy/,
  'voice/satisfied-with-history': /^([\d,]+) customers say/,
  'concentration/tier': /select ([\d,]+) customers/,
  'concentration/near-misses': /^([\d,]+) customers lie/,
  'concentration/margin': /earned; ([\d,]+) customers/,
  'cost-to-serve/heavy': /^([\d,]+) customers/,
  'cost-to-serve/taken': /^To ([\d,]+) customers/,
  'cost-to-serve/losing': /^([\d,]+) customers/,
  'discounts/only': /^([\d,]+) customers/,
  'discounts/full-price': /^([\d,]+) customers/,
  'discounts/to-test': /^([\d,]+) customers/,
  'baskets/pair': /baskets\)\. ([\d,]+) customers/,
}

/** Codes whose count was compared. */
function agree({ findings, counts }: Awaited<ReturnType<typeof spoken>>): readonly string[] {
  return findings.flatMap(({ code, text }, i) => {
    const told = TOLD[code]?.exec(text)?.[1]
    if (told === undefined) return []
    expect([code, Number(told.replaceAll(',', ''))]).toEqual([code, counts[i]])
    return [code]
  })
}

function find({ findings }: Spoken, code: string) {
  return findings.find((one) => one.code === code)
}

describe('voice', () => {
  test('counts as SQL by hand does, and finds what was planted', async () => {
    const made = await spoken(shop.programme, 'voice')
    expect(agree(made)).toEqual(['voice/unhappy-big-spenders', 'voice/satisfied-with-history'])
    const [hand] = await ask<{ n: string; up: string; down: string; asked: string }>(
      sql`SELECT count() AS n, countIf(s >= 9) AS up, countIf(s <= 6) AS down,
          (SELECT uniqExact(customer_key) FROM event_purchase WHERE p_status = 'paid' AND ${YEAR}) AS asked
        FROM (SELECT customer_key, argMax(p_score, (at, id)) AS s FROM event_survey_answered WHERE p_survey = 'nps' AND ${YEAR} GROUP BY customer_key)`,
    )
    const [everybody] = rows(made, 'segments-1')
    const n = Number(hand?.n)
    expect(everybody?.['answered']).toBe(n)
    expect(everybody?.['value']).toBeCloseTo((100 * (Number(hand?.up) - Number(hand?.down))) / n, 9)
    expect(everybody?.['rate']).toBeLessThanOrEqual(n / Number(hand?.asked))
    // The last month is not over.
    expect(rows(made, 'months-1').map((row) => row['partial'])).toEqual(
      rows(made, 'months-1').map((_, i, all) => i === all.length - 1),
    )
    // Frequent buyers are asked more often, and they are the happier ones.
    const [nps] = rows(made, 'surveys')
    const first = (text: unknown): number => Number.parseFloat(String(text))
    expect(first(nps?.['weighted'])).toBeLessThan(first(nps?.['value']))
    expect(find(made, 'voice/bias')?.text).toMatch(/Orders .* against/)
    // Customers of the problem kind wait for days, and only the unhappy are asked why.
    expect(find(made, 'voice/history')?.text).toMatch(/a late answer/)
    expect(find(made, 'voice/only-unhappy')?.tone).toBe('caution')
    // A segment that is made of low answers is no discovery.
    expect(find(made, 'voice/lowest-segment')?.segment).not.toBe('needs-care')
  }, 120_000)

  test('nobody answered in the first days of nothing', async () => {
    const made = await spoken(shop.programme, 'voice', { days: '30', hours: '1' })
    expect(made.findings.length).toBeGreaterThan(0)
  })
})

describe('money', () => {
  test('thresholds are counted to the customer; without a model margin is not claimed', async () => {
    const made = await spoken(shop.programme, 'concentration', { threshold: '500' })
    expect(agree(made)).toEqual(['concentration/tier', 'concentration/near-misses'])
    expect(find(made, 'concentration/no-margin')).toBeDefined()
    // The demo has no trade among its customers.
    expect(find(made, 'concentration/resellers')).toBeUndefined()
    const [hand] = await ask<{ n: string; spend: number; all: number }>(
      sql`SELECT countIf(net >= 500) AS n, sumIf(net, net >= 500) AS spend, sum(net) AS all FROM (
          SELECT customer_key, sum(a) AS net, countIf(a > 0) AS orders FROM (
            SELECT customer_key, toFloat64(p_amount) AS a FROM event_purchase WHERE p_status = 'paid' AND ${YEAR}
            UNION ALL SELECT customer_key, -toFloat64(p_amount) AS a FROM event_refund WHERE ${YEAR}) GROUP BY customer_key HAVING orders > 0)`,
    )
    const tier = rows(made, 'tiers').find((row) => String(row['from']).includes('500'))
    expect(tier?.['customers']).toBe(Number(hand?.n))
    expect(tier?.['held']).toBeCloseTo((hand?.spend ?? 0) / (hand?.all ?? 1), 9)
    expect(tier?.['perHead']).toBeCloseTo((hand?.spend ?? 0) / Number(hand?.n), 6)
  }, 60_000)

  test('who buys only at a discount was planted so', async () => {
    const made = await spoken(shop.programme, 'discounts')
    expect(agree(made)).toEqual(['discounts/only', 'discounts/full-price', 'discounts/to-test'])
    expect(made.findings.find(({ code }) => code === 'discounts/only')?.definition).toBe(ONLY)
    const members = await shop.members('only-cut')
    const hunters = members.filter((id) => archetypes.get(id) === 'discount-hunter')
    expect(members.length).toBeGreaterThan(20)
    expect(hunters.length / members.length).toBeGreaterThan(0.9)
    // Segments made of discounts are not told as a discovery; months of one year are no trend.
    expect(['discount-hunters', 'only-cut']).not.toContain(find(made, 'discounts/segment')?.segment)
    expect(find(made, 'discounts/falling') ?? find(made, 'discounts/rising')).toBeUndefined()
  }, 60_000)

  test('what customers take, before and after a cost model has scored', async () => {
    const before = await spoken(shop.programme, 'cost-to-serve')
    expect(agree(before)).toContain('cost-to-serve/heavy')
    expect(find(before, 'cost-to-serve/no-model')?.tone).toBe('caution')
    const heavy = before.findings.findIndex(({ code }) => code === 'cost-to-serve/heavy')
    expect(before.counts[heavy]).toBeLessThan(100)
    await runModel(shop.programme, { model: 'cost', locale: 'en', who: 'ana' })
    const after = await spoken(shop.programme, 'cost-to-serve')
    expect(agree(after)).toContain('cost-to-serve/losing')
    const [hand] = await ask<{ cost: number; lost: number }>(
      sql`SELECT sumIf(value, name = 'cost.cost') AS cost, -sumIf(value, name = 'cost.margin_after_cost' AND value < 0) AS lost FROM score`,
    )
    const [everybody] = rows(after, 'segments')
    const total = Number(everybody?.['cost']) * Number(everybody?.['customers'])
    // Scores are rounded to cents.
    expect(total / (hand?.cost ?? 1)).toBeCloseTo(1, 4)
    // Pools are told by the month; 0.15 a month for each of 1,200 customers.
    const pool = Number(rows(after, 'pools')[0]?.['cost'])
    expect(pool).toBeCloseTo((0.15 * 1200 * 12 * 365) / 365.25, 6)
    const uses = rows(after, 'uses').reduce((sum, row) => sum + Number(row['cost']), 0)
    const [given] = await ask<{ sum: number }>(
      sql`SELECT (SELECT sum(toFloat64(p_discount)) FROM event_purchase WHERE p_status = 'paid' AND at > parseDateTime64BestEffort(${value(AS_OF, 'String')}, 3, 'UTC') - INTERVAL 365 DAY)
        + (SELECT sum(toFloat64(p_value)) FROM event_reward_redeemed WHERE at > parseDateTime64BestEffort(${value(AS_OF, 'String')}, 3, 'UTC') - INTERVAL 365 DAY) AS sum`,
    )
    expect(total).toBeCloseTo(uses + (given?.sum ?? 0), 2)
    expect(find(after, 'cost-to-serve/losing')?.money).toBeCloseTo(hand?.lost ?? 0, 2)
    // The best tenth first: margin falls from tenth to tenth.
    const margins = rows(after, 'tenths').map((row) => Number(row['margin']))
    expect(margins).toEqual(margins.toSorted((a, b) => b - a))
    const spread = await spoken(shop.programme, 'concentration')
    expect(agree(spread)).toContain('concentration/margin')
    expect(find(spread, 'concentration/no-margin')).toBeUndefined()
  }, 120_000)
})

describe('baskets', () => {
  test('what goes together is what specialists were planted to buy', async () => {
    const made = await spoken(shop.programme, 'baskets', { days: '730' })
    expect(agree(made)).toContain('baskets/pair')
    const { programme } = await shop.programme.current()
    const groupOf = new Map<string, string>()
    for (const top of programme.catalogue.trees['products'] ?? [])
      for (const group of top.children)
        for (const leaf of group.children) groupOf.set(leaf.name, group.name)
    const pairs = rows(made, 'pairs').slice(0, 5)
    for (const { first, second } of pairs)
      expect(groupOf.get(String(first))).toBe(groupOf.get(String(second)))
    const [pair] = pairs
    const [a, b] = [pair?.['first'], pair?.['second']].map((one) => value(String(one), 'String'))
    if (a === undefined || b === undefined) throw new Error('no pair')
    const [hand] = await ask<{ n: string; a: string; b: string; both: string }>(
      sql`SELECT count() AS n, countIf(has(e_item_category, ${a})) AS a, countIf(has(e_item_category, ${b})) AS b,
          countIf(has(e_item_category, ${a}) AND has(e_item_category, ${b})) AS both
        FROM event_purchase WHERE p_status = 'paid' AND at > toDateTime64('2024-06-30 10:00:00', 3, 'UTC')
          AND at <= toDateTime64('2026-06-30 10:00:00', 3, 'UTC')`,
    )
    const [n, both] = [Number(hand?.n), Number(hand?.both)]
    expect(pair?.['both']).toBe(both)
    expect(pair?.['lift']).toBeCloseTo((both * n) / (Number(hand?.a) * Number(hand?.b)), 9)
    // Beverage lovers are made of beverages.
    for (const { code, segment } of made.findings)
      if (code === 'baskets/taste') expect(segment).not.toBe('beverage-lovers')
  }, 60_000)

  test('products of one shelf go together, named for people', async () => {
    const made = await spoken(shop.programme, 'baskets', {
      by: 'product',
      rank: 'lift',
      days: '730',
    })
    const [pair] = rows(made, 'pairs')
    expect(String(pair?.['first'])).toMatch(/^\D+ /)
  }, 60_000)
})
