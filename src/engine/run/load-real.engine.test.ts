/** Loads of real files, end to end on real engines. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql, value } from '../../core/sql/index.ts'
import { mapping, openBench, type LoadBench } from '../../../test/kit/load.ts'

const DATA = join(import.meta.dirname, '../../../../shared/data')
const hasData = existsSync(join(DATA, 'online_retail'))
const RETAIL = mapping(`
name: retail
kind: events
event: purchase
customer: CustomerID
at: InvoiceDate
id: InvoiceNo
lines: item
fields:
  country: Country
  item.product: StockCode
  item.quantity: Quantity
  item.amount: { multiply: [Quantity, UnitPrice] }
routes:
  - when: { column: InvoiceNo, starts_with: C }
    event: refund
    fields:
      item.quantity: { from: Quantity, negate: true }
      item.amount: { multiply: [Quantity, UnitPrice], negate: true }
set_aside:
  - when: { column: InvoiceNo, starts_with: A }
    reason: bad debt adjustment
`)

describe.skipIf(!hasData)('real files (skipped where ../shared/data is absent)', () => {
  let bench: LoadBench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench.close())

  test('online retail: returns are refunds, guests and adjustments are set aside, twice adds nothing', async () => {
    const file = join(DATA, 'online_retail/online_retail.csv.gz')
    const [report] = await bench.load([file], { mapping: RETAIL })
    expect(report).toMatchObject({
      state: 'done',
      read: 541_909,
      accepted: 406_829,
      alreadyKnown: 0,
    })
    expect(report?.accepted).toBe((report?.read ?? 0) - (report?.rejected ?? 0))
    expect(report?.reasons.map((r) => [r.reason.code, r.count])).toEqual([
      ['intake/no-customer', 135_077],
      ['intake/set-aside', 3],
    ])
    const invoices = { purchase: new Set<string>(), refund: new Set<string>() }
    const customers = new Set<string>()
    const sums = new Map<string, { lines: number; pence: number }>()
    for (const row of csv(file)) {
      const invoice = row['InvoiceNo'] ?? ''
      if ((row['CustomerID'] ?? '') === '' || invoice.startsWith('A')) continue
      const event = invoice.startsWith('C') ? 'refund' : 'purchase'
      invoices[event].add(invoice)
      customers.add(row['CustomerID'] ?? '')
      const sum = sums.get(event) ?? { lines: 0, pence: 0 }
      const amount = Math.round(Number(row['Quantity']) * Number(row['UnitPrice']) * 1000)
      const sign = event === 'refund' ? -1 : 1
      sums.set(event, { lines: sum.lines + 1, pence: sum.pence + sign * amount })
    }
    for (const [event, { lines, pence }] of sums) {
      const table = bench.handle.analytics.table(`event_${event}`)
      const stored = await bench.ask<{ lines: string; amount: string }>(
        sql`SELECT sum(length(e_item_amount)) AS lines, toString(sum(arraySum(arrayMap(x -> ifNull(x, 0), e_item_amount)))) AS amount FROM ${table}`,
      )
      expect([Number(stored.lines), Math.round(Number(stored.amount) * 1000)]).toEqual([
        lines,
        pence,
      ])
    }
    const again = await bench.load([file], { mapping: RETAIL })
    expect(again[0]).toMatchObject({ state: 'nothing-new', alreadyKnown: 406_829 })
    expect(
      await bench.ask(
        sql`SELECT (SELECT count() FROM event_purchase) AS purchases, (SELECT count() FROM event_refund) AS refunds,
          (SELECT count() FROM customer) AS customers`,
      ),
    ).toEqual({
      purchases: String(invoices.purchase.size),
      refunds: String(invoices.refund.size),
      customers: String(customers.size),
    })
  })
})

describe.skipIf(!hasData)('other real files', () => {
  let bench: LoadBench
  beforeAll(async () => {
    bench = await openBench('America/New_York')
  })
  afterAll(() => bench.close())

  test('cdnow: guessed without a question; equal purchases of one day are two events', async () => {
    const [report] = await bench.load([join(DATA, 'cdnow/cdnow_master.csv.gz')])
    expect(report).toMatchObject({ read: 69_659, accepted: 69_659, alreadyKnown: 0, rejected: 0 })
    const stored = await bench.ask(
      sql`SELECT count() AS n, uniqExact(customer_key) AS customers, sum(p_amount) AS amount, sum(p_quantity) AS cds FROM event_purchase`,
    )
    expect(stored).toEqual({ n: '69659', customers: '23570', amount: '2500315.63', cds: '167881' })
    expect(existsSync(join(bench.folder, 'mappings/cdnow-master.yaml'))).toBe(true)
  })

  test('cdnow in Latin-1 with semicolons, decimal commas and days first adds nothing to it', async () => {
    const plain = gunzipSync(readFileSync(join(DATA, 'cdnow/cdnow_master.csv.gz'))).toString()
    const lines = plain
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [customer = '', date = '', cds = '', amount = ''] = line.split(',')
        return [
          customer,
          date.split('-').toReversed().join('/'),
          cds,
          amount.replace('.', ','),
          'Crédit',
        ].join(';')
      })
    const text = ['customer_id;date;cds;amount;note', ...lines].join('\r\n')
    const file = bench.write('cdnow_latin.csv', Buffer.from(text, 'latin1'))
    const [report] = await bench.load([file])
    expect(report?.detection).toMatchObject({
      encoding: 'windows-1252',
      decimal: ',',
      dates: 'dmy',
    })
    expect(report).toMatchObject({
      read: 69_659,
      accepted: 69_659,
      alreadyKnown: 69_659,
      rejected: 0,
    })
  })

  test('complete journey: products fill lines, baskets are grouped', async () => {
    const folder = join(DATA, 'completejourney')
    const products = mapping(`
name: products
kind: products
id: product_id
format: { missing: [] }
fields: { category: product_category, brand: brand }
`)
    const baskets = mapping(`
name: baskets
kind: events
event: purchase
customer: household_id
at: transaction_timestamp
id: basket_id
lines: item
product: product_id
fields: { item.product: product_id, item.quantity: quantity, item.amount: sales_value }
`)
    await bench.load([join(folder, 'products.csv.gz')], { mapping: products })
    const [report] = await bench.load([join(folder, 'transactions_sample.csv.gz')], {
      mapping: baskets,
    })
    expect(report).toMatchObject({ read: 75_000, accepted: 75_000 })
    const category = new Map(
      csv(join(folder, 'products.csv.gz')).map((row) => [
        row['product_id'],
        row['product_category'],
      ]),
    )
    const rows = csv(join(folder, 'transactions_sample.csv.gz'))
    const coupons = rows.filter((r) => category.get(r['product_id']) === 'SOFT DRINKS').length
    const stored = await bench.ask(
      sql`SELECT uniqExact(id) AS n, sum(length(e_item_product)) AS lines, sum(countEqual(e_item_category, 'SOFT DRINKS')) AS soft
        FROM event_purchase WHERE load = ${value(report?.importId ?? 0, 'UInt32')}`,
    )
    const basketIds = new Set(rows.map((r) => r['basket_id'])).size
    expect(stored).toEqual({ n: String(basketIds), lines: '75000', soft: String(coupons) })
    const first = await bench.ask<{ at: string }>(
      sql`SELECT toString(at) AS at FROM event_purchase WHERE id = '31625220889'`,
    )
    expect(first.at).toBe('2017-01-28 19:06:53.000')
  })
})

/** A plain reader of its own: no cell of these files holds a line break. */
function csv(path: string): Record<string, string>[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString().trim().split('\n')
  const cells = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '')
  const names = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((c, n) => [names[n] ?? '', c])))
}
