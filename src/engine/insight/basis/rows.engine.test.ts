// What reports read of facts, held to sums by hand on a programme small enough to be read: currencies, refunds, what counts, days.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { spoken } from '../../../../test/kit/spoken.ts'
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
      amount: { type: money required, currencyFrom: paid_back_in }
      paid_back_in: text
`

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
].join('\n')

const REFUNDS = [
  'refund_id,customer_id,at,order_id,amount,paid_back_in',
  'r1,A,2026-05-02T12:00:00Z,a1,8,USD',
  'r2,B,2026-06-04T12:00:00Z,b2,2,',
].join('\n')

let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-tiny-'))
  for (const name of ['mappings', 'segments', 'data']) mkdirSync(join(source, name))
  const write = (file: string, text: string): void => writeFileSync(join(source, file), text)
  write('tessera.yaml', CATALOGUE)
  write('data/orders.csv', ORDERS)
  write('data/refunds.csv', REFUNDS)
  write(
    'mappings/orders.yaml',
    `name: orders\nfiles: [orders.csv]\nkind: events\nevent: purchase\ncustomer: customer_id\nat: at\nid: order_id\nlines: item
fields: { status: status, settled: settled, item.category: category, item.amount: amount, item.money: money, item.discount: discount }\n`,
  )
  write(
    'mappings/refunds.yaml',
    `name: refunds\nfiles: [refunds.csv]\nkind: events\nevent: refund\ncustomer: customer_id\nat: at\nid: refund_id
fields: { order_id: order_id, amount: amount, paid_back_in: paid_back_in }\n`,
  )
  write('segments/all.yaml', 'name: All\ndefinition: everyone\n')
  shop = await openTestFolder(source, { clock: { now: () => Date.parse(AS_OF) } })
  rmSync(source, { recursive: true })
  for (const loaded of await shop.load(
    ['orders', 'refunds'].map((name) => join(shop.folder, `data/${name}.csv`)),
  ))
    expect(loaded.rejected).toBe(0)
  await applyChanges(shop.programme, { locale: 'en', why: 'first', who: 'ana' })
  await evaluateProgramme(shop.programme, { asOf: AS_OF, locale: 'en' })
}, 120_000)
afterAll(() => shop.close())

test('amounts of lines and of refunds become the programme’s currency, each by the currency its own rows name', async () => {
  const rows = await withContext(shop.programme, {}, async (context) =>
    context.query<Record<string, number>>(amountTotals(context, { days: 365 })),
  )
  const sums = rows
    .map(({ orders, spend, back, net }) => [orders, spend, back, net].map(Number))
    .toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0))
  expect(sums).toEqual([
    // 50 + 30, 5, 2.5; 2 of the refund's 8 USD in May.
    [3, 87.5, 2, 85.5],
    [2, 7, 2, 5],
  ])
})

test('discounts by line are those of lines in one currency; the rhythm of spend too', async () => {
  const made = await spoken(shop.programme, 'discounts', { days: '365' })
  expect(made.findings.length).toBeGreaterThan(0)
  const current = await shop.programme.current()
  const meaning = meaningOf(current.programme.catalogue)
  const rhythm = await readRhythm(current, meaning, Date.parse(AS_OF))
  expect(rhythm?.numbers.spendP80?.value).toBe(87.5)
})
