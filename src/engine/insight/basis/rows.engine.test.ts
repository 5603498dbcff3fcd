// What reports read and show, held to figures by hand on a programme small enough to be read: currencies, refunds, few customers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { spoken } from '../../../../test/kit/spoken.ts'
import { sql } from '../../../core/sql/index.ts'
import { meaningOf } from '../../../core/template/index.ts'
import { applyChanges, evaluateProgramme } from '../../run/index.ts'
import { readRhythm } from '../../run/template/rhythm.ts'
import { withContext } from './context.ts'
import { amountTotals } from './spend.ts'

const AS_OF = '2026-06-30T10:00:00Z'

const CATALOGUE = `tessera: 1
id: tiny
name: Tiny
timeZone: America/Sao_Paulo
currency: EUR
locales: [en]
rates:
  USD: { 2025-01-01: 0.5, 2026-05-01: 0.25 }
traits:
  country: text country
events:
  purchase:
    role: purchase
    counts: { status: [paid] }
    properties:
      status: text
      settled: text
    elements:
      item:
        properties:
          category: text
          amount: { type: money required, currencyFrom: money }
          discount: { type: money, currencyFrom: settled }
          money: text
  refund:
    role: refund
    refundOf: { purchase: order_id }
    properties:
      order_id: text
      postage: money
      amount: { type: money required, currencyFrom: paid_back_in }
      paid_back_in: text
`

/** Somebody who buys two things together every ten days, alone in doing so, from the beginning of the data on. */
const HABIT = Array.from({ length: 40 }, (_, i) => {
  const at = new Date(Date.parse('2025-01-05T12:00:00Z') + i * 10 * 86_400_000).toISOString()
  return [`h${i},H,${at},paid,,wax,1,,`, `h${i},H,${at},paid,,wick,1,,`]
}).flat()

/** Sixty whose first purchase is in a month; `again` of each thirty buy once more in the month after. Every other lives in PT. */
function cohort(name: string, [first, next]: readonly [string, string], again: number): string[] {
  return Array.from({ length: 60 }, (_, i) => {
    const id = `${name}${i}`
    const rows = [`${id}-1,${id},${first}T12:00:00Z,paid,,tea,${10 + i},,`]
    return i < 2 * again ? [...rows, `${id}-2,${id},${next}T12:00:00Z,paid,,mug,5,,`] : rows
  }).flat()
}

const COHORTS = [
  ...cohort('J', ['2026-01-15', '2026-02-15'], 26),
  ...cohort('M', ['2026-02-15', '2026-03-15'], 8),
]

const PEOPLE = [
  'id,seen,country',
  ...['J', 'M'].flatMap((name) =>
    Array.from({ length: 60 }, (_, i) => `${name}${i},2025-01-01,${i % 2 === 0 ? 'PT' : 'ES'}`),
  ),
].join('\n')

const ORDERS = [
  'order_id,customer_id,at,status,settled,category,amount,money,discount',
  // One order with lines of two currencies; 100 USD are 50 EUR until the end of April, 25 from then on.
  'a1,A,2026-04-30T12:00:00Z,paid,USD,tea,100,USD,10',
  'a1,A,2026-04-30T12:00:00Z,paid,USD,mug,30,,0',
  // Half past two in the morning of 1 May in Greenwich is still April in São Paulo.
  'a2,A,2026-05-01T02:30:00Z,paid,,tea,10,USD,',
  'a3,A,2026-05-01T12:00:00Z,paid,,tea,10,USD,',
  // No rate is known of it: missing, not one for one.
  'b1,B,2026-06-01T12:00:00Z,paid,,tea,70,CHF,',
  'b2,B,2026-06-02T12:00:00Z,paid,,mug,7,EUR,',
  'b3,B,2026-06-03T12:00:00Z,cancelled,,mug,700,EUR,',
  ...HABIT,
  ...COHORTS,
].join('\n')

const REFUNDS = [
  'refund_id,customer_id,at,order_id,amount,paid_back_in,postage',
  'r1,A,2026-05-02T12:00:00Z,a1,8,USD,3',
  'r2,B,2026-06-04T12:00:00Z,b2,2,,3',
].join('\n')

let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-tiny-'))
  for (const name of ['mappings', 'segments', 'data']) mkdirSync(join(source, name))
  const write = (file: string, text: string): void => writeFileSync(join(source, file), text)
  write('tessera.yaml', CATALOGUE)
  write('data/orders.csv', ORDERS)
  write('data/refunds.csv', REFUNDS)
  write('data/people.csv', PEOPLE)
  write(
    'mappings/people.yaml',
    'name: people\nfiles: [people.csv]\nkind: customers\ncustomer: id\nat: seen\nfields: { country: country }\n',
  )
  write('segments/pt.yaml', 'name: PT\ndefinition: country = "PT"\n')
  write(
    'mappings/orders.yaml',
    `name: orders\nfiles: [orders.csv]\nkind: events\nevent: purchase\ncustomer: customer_id\nat: at\nid: order_id\nlines: item
fields: { status: status, settled: settled, item.category: category, item.amount: amount, item.money: money, item.discount: discount }\n`,
  )
  write(
    'mappings/refunds.yaml',
    `name: refunds\nfiles: [refunds.csv]\nkind: events\nevent: refund\ncustomer: customer_id\nat: at\nid: refund_id
fields: { order_id: order_id, amount: amount, paid_back_in: paid_back_in, postage: postage }\n`,
  )
  write('segments/all.yaml', 'name: All\ndefinition: everyone\n')
  shop = await openTestFolder(source, { clock: { now: () => Date.parse(AS_OF) } })
  rmSync(source, { recursive: true })
  for (const loaded of await shop.load(
    ['people', 'orders', 'refunds'].map((name) => join(shop.folder, `data/${name}.csv`)),
  ))
    expect(loaded.rejected).toBe(0)
  await applyChanges(shop.programme, { locale: 'en', why: 'first', who: 'ana' })
  await evaluateProgramme(shop.programme, { asOf: AS_OF, locale: 'en' })
}, 120_000)
afterAll(() => shop.close())

test('amounts of lines and of refunds become the programme’s currency, each by the currency its own rows name', async () => {
  const rows = await withContext(shop.programme, {}, async (context) => {
    const totals = amountTotals(context, { days: 365 })
    return await context.query<Record<string, number>>(
      sql`SELECT orders, spend, back, net FROM (${totals}) WHERE back > 0 ORDER BY orders DESC`,
    )
  })
  expect(rows.map((row) => Object.values(row).map(Number))).toEqual([
    // 50 + 30, 5, 2.5; 2 of the refund's 8 USD in May.
    [3, 87.5, 2, 85.5],
    [2, 7, 2, 5],
  ])
  const current = await shop.programme.current()
  const meaning = meaningOf(current.programme.catalogue)
  const rhythm = await readRhythm(current, meaning, Date.parse(AS_OF))
  expect(rhythm?.numbers.spendP80?.customers).toBe(123)
  const discounts = await spoken(shop.programme, 'discounts', { days: '365' })
  // Only 10 of A's 100 USD were given; in EUR.
  expect(discounts.findings[0]?.text).toMatch(/5\.00/)
})

test('what one customer alone does is not shown as what goes together', async () => {
  const made = await spoken(shop.programme, 'baskets', { days: '800' })
  expect(JSON.stringify(made)).not.toMatch(/wax|wick/)
  expect(JSON.stringify(made)).toMatch(/tea/)
})

test('no step of a curve of spend is that of a few customers', async () => {
  const made = await spoken(shop.programme, 'concentration', { days: '365' })
  const table = (name: string) => made.tables.find((one) => one.name === name)?.rows ?? []
  const people = table('curve').map((row) => Math.round(Number(row['population']) * 123))
  expect(people.at(-1)).toBe(123)
  for (const [i, n] of people.entries())
    if (i > 0) expect(n - (people[i - 1] ?? 0)).toBeGreaterThanOrEqual(11)
  const tiers = table('tiers').flatMap(({ customers }) =>
    customers === null ? [] : [Number(customers)],
  )
  for (const [i, n] of tiers.entries()) {
    const apart = n - (tiers[i - 1] ?? 0)
    expect(apart === 0 || apart >= 11).toBe(true)
  }
})

test('a cohort that stands out is counted and selected within the segment that was asked for', async () => {
  const made = await spoken(shop.programme, 'cohorts', { segment: 'pt', months: '12' })
  const found = made.findings.filter(({ code }) => /high|low/.test(code))
  expect(found.map(({ code }) => code).toSorted()).toEqual(['cohorts/high', 'cohorts/low'])
  for (const one of found) expect(made.counts[made.findings.indexOf(one)]).toBe(30)
})

test('a year is not compared with one that the data have half of', async () => {
  const made = await spoken(shop.programme, 'opportunities', {})
  expect(made.findings[0]?.code).toBe('opportunities/none')
  expect(made.tables.find(({ name }) => name === 'changes')?.rows).toEqual([])
})
