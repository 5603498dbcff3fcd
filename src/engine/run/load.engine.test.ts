/** Loads of real and broken files, end to end on real engines. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Catalogue, EventKind, Programme, Property } from '../../core/catalog/index.ts'
import { sql, value, type Sql } from '../../core/sql/index.ts'
import { openTestStore, type TestStore } from '../../../test/kit/store.ts'
import { parseMapping, type Mapping } from '../intake/index.ts'
import { ensureFacts } from './facts.ts'
import type { Handle } from './handle.ts'
import { loadFiles, type LoadOptions, type LoadReport } from './load.ts'

const DATA = join(import.meta.dirname, '../../../../shared/data')
const hasData = existsSync(join(DATA, 'online_retail'))
const NOW = Date.UTC(2026, 0, 15, 12)

function property(name: string, type: Property['type'], required = false): Property {
  return { name, type, label: {}, required, sensitivity: 'none' }
}

function properties(...list: readonly Property[]): Readonly<Record<string, Property>> {
  return Object.fromEntries(list.map((p) => [p.name, p]))
}

const LINE = properties(
  property('product', 'text'),
  property('category', 'text'),
  property('quantity', 'number'),
  property('amount', 'money'),
)

function kind(name: string): EventKind {
  const item = { name: 'item', label: {}, properties: LINE }
  const own = properties(
    property('amount', 'money'),
    property('country', 'text'),
    property('quantity', 'number'),
  )
  return { name, label: {}, properties: own, elements: { item } }
}

const CATALOGUE: Catalogue = {
  traits: properties(
    property('country', 'text'),
    property('birth', 'date'),
    property('opted_in', 'boolean'),
    property('interests', 'list'),
    property('income', 'number'),
  ),
  events: { purchase: kind('purchase'), refund: kind('refund') },
  trees: {},
  products: properties(property('category', 'text'), property('brand', 'text')),
}

interface Bench {
  readonly handle: Handle
  readonly folder: string
  load(files: readonly string[], options?: Partial<LoadOptions>): Promise<readonly LoadReport[]>
  ask<T>(statement: Sql): Promise<T>
  write(name: string, text: string | Buffer): string
  close(): Promise<void>
}

async function openBench(timeZone = 'Europe/London'): Promise<Bench> {
  const store: TestStore = await openTestStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-load-'))
  const programme: Programme = {
    id: store.programmeId,
    name: 'test',
    timeZone,
    currency: 'GBP',
    locales: ['en'],
    catalogue: CATALOGUE,
    measures: {},
  }
  const handle = { ...store, programme, database: store.analytics.database }
  await ensureFacts(handle)
  return {
    handle,
    folder,
    load: (files, options) =>
      loadFiles(handle, { files, folder, dataDir: folder, locale: 'en', now: NOW, ...options }),
    async ask<T>(statement: Sql) {
      const [row] = await store.analytics.query<T>(statement)
      if (row === undefined) throw new Error('no row')
      return row
    },
    write(name, text) {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function mapping(text: string): Mapping {
  const read = parseMapping(text, 'mapping.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

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
  let bench: Bench
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
    const again = await bench.load([file], { mapping: RETAIL })
    expect(again[0]).toMatchObject({ state: 'nothing-new', alreadyKnown: 406_829 })
    console.log(
      report?.seconds,
      await bench.ask(
        sql`SELECT (SELECT count() FROM event_purchase) AS purchases, (SELECT count() FROM event_refund) AS refunds, (SELECT count() FROM customer) AS customers`,
      ),
    )
  })
})

describe.skipIf(!hasData)('other real files', () => {
  let bench: Bench
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

describe('what a load makes of a file', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await openBench()
  })
  afterEach(() => bench.close())

  const ORDERS = mapping(`
name: orders
kind: events
event: purchase
customer: customer
at: at
id: order
lines: item
fields: { item.product: sku, item.quantity: quantity, item.amount: amount }
`)
  const HEAD = 'order,customer,at,sku,quantity,amount\n'

  test('an order with a bad line waits whole; the mended rows complete it; doing that twice adds nothing', async () => {
    const rows = [
      'A,c1,2025-01-01,x,1,2.50',
      'A,c1,2025-01-01,y,zwei,3',
      'B,c1,2025-02-30,x,1,2.50',
      'C,,2025-01-03,x,1,1',
      'D,c2,2025-01-04,x,1,1',
      'E,c2,2025-01-05,"x,1,1',
      'F,c3,2025-01-06,x,1,1',
    ]
    const file = bench.write('orders.csv', HEAD + rows.join('\n'))
    const [report] = await bench.load([file], { mapping: ORDERS })
    expect(report).toMatchObject({ read: 7, accepted: 2, rejected: 5 })
    expect(report?.reasons.map((r) => r.reason.code).toSorted()).toEqual([
      'intake/bad-instant',
      'intake/bad-number',
      'intake/bad-quote',
      'intake/no-customer',
      'intake/with-its-order',
    ])
    const path = report?.quarantine ?? ''
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('3,quantity,intake/bad-number')
    const mended = text.replace('zwei', '2').replace('02-30', '02-28').replace('""x,1,1', 'x,1,1')
    writeFileSync(path, mended)
    const [retried] = await bench.load([path], { retry: true })
    expect(retried).toMatchObject({ read: 5, accepted: 4, alreadyKnown: 0, rejected: 1 })
    const stored = await bench.ask(
      sql`SELECT groupArray((id, e_item_quantity)) AS all FROM (SELECT * FROM event_purchase ORDER BY id)`,
    )
    expect(stored).toEqual({
      all: [
        ['A', ['1', '2']],
        ['B', ['1']],
        ['D', ['1']],
        ['E', ['1']],
        ['F', ['1']],
      ],
    })
    writeFileSync(path, `${mended}\n`)
    const [twice] = await bench.load([path], { retry: true })
    expect(twice).toMatchObject({ accepted: 4, alreadyKnown: 4, rejected: 1 })
  })

  test('a row that cannot be split keeps its neighbours waiting only when their order is unknown', async () => {
    const rows = [
      'A,c1,2025-01-01,x,1,1',
      'garbage',
      'A,c1,2025-01-01,y,1,1',
      'B,c2,2025-01-01,x,1,1',
      'C,c3,2025-01-02,x,1,1',
    ]
    const file = bench.write('orders.csv', HEAD + rows.join('\n'))
    const [report] = await bench.load([file], { mapping: ORDERS })
    expect(report).toMatchObject({ read: 5, accepted: 2, rejected: 3 })
  })

  test('the same id with another body is a conflict, with the same body it is known', async () => {
    const first = bench.write('a.csv', `${HEAD}A,c1,2025-01-01,x,1,1\nB,c1,2025-01-02,x,1,1\n`)
    await bench.load([first], { mapping: ORDERS })
    const second = bench.write(
      'b.csv',
      `${HEAD}A,c1,2025-01-01,x,1,1\nB,c1,2025-01-02,x,9,1\nG,c1,2025-01-02,x,9,1\nG,c2,2025-01-02,x,9,1\n`,
    )
    const [report] = await bench.load([second], { mapping: ORDERS })
    expect(report).toMatchObject({ read: 4, accepted: 1, alreadyKnown: 1, rejected: 3 })
    expect(report?.reasons.map((r) => [r.reason.code, r.count])).toEqual([
      ['intake/order-of-two-customers', 2],
      ['intake/id-conflict', 1],
    ])
  })

  test('equal rows without id are as many events as they are rows, also when one of them was mended', async () => {
    const plain = mapping(
      '{name: p, kind: events, event: purchase, customer: c, at: d, fields: {amount: a}}',
    )
    const file = bench.write('p.csv', 'c,d,a\nx,2025-01-01,1\nx,2025-01-01,1\nx,2025-01-01,one\n')
    const [report] = await bench.load([file], { mapping: plain })
    expect(report).toMatchObject({ read: 3, accepted: 2, rejected: 1 })
    const path = report?.quarantine ?? ''
    writeFileSync(path, readFileSync(path, 'utf8').replace('2025-01-01,one', '2025-01-01,1'))
    expect((await bench.load([path], { retry: true }))[0]).toMatchObject({
      accepted: 1,
      alreadyKnown: 0,
    })
    const whole = bench.write('p2.csv', 'c,d,a\nx,2025-01-01,1\nx,2025-01-01,1\nx,2025-01-01,1\n')
    expect((await bench.load([whole], { mapping: plain }))[0]).toMatchObject({
      accepted: 3,
      alreadyKnown: 3,
    })
    expect(await bench.ask(sql`SELECT count() AS n FROM event_purchase`)).toEqual({ n: '3' })
  })

  test('customers without a date: first values hold since 1970, changes from the load on, an empty cell says nothing', async () => {
    const people = mapping(
      '{name: c, kind: customers, customer: id, clear: "-", fields: {country: country, income: income, interests: {from: likes, separator: "|"}, opted_in: yes}}',
    )
    const head = 'id,country,income,likes,yes\n'
    const first = bench.write(
      'c1.csv',
      `${head}a,BR,10,x|y,sim\nb,PT,,,não\nb,PT,,,não\nc,FR,1,,\nc,ES,1,,\n`,
    )
    const [one] = await bench.load([first], { mapping: people })
    expect(one).toMatchObject({ read: 5, accepted: 4, alreadyKnown: 1, rejected: 1 })
    const second = bench.write('c2.csv', `${head}a,PT,,x|y,sim\nb,-,5,,\nc,FR,1,,\n`)
    const [two] = await bench.load([second], { mapping: people, now: NOW + 1000 })
    expect(two).toMatchObject({ read: 3, accepted: 3, alreadyKnown: 1, rejected: 0 })
    const rows = await bench.handle.analytics.query(
      sql`SELECT c.customer_id AS id, toUnixTimestamp64Milli(p.at) AS at, t_country AS country, t_income AS income, t_interests AS likes, t_opted_in AS yes, cleared
        FROM profile AS p INNER JOIN customer AS c ON c.customer_key = p.customer_key ORDER BY id, at`,
    )
    const later = String(NOW + 1000)
    expect(rows).toEqual([
      { id: 'a', at: '0', country: 'BR', income: '10', likes: ['x', 'y'], yes: true, cleared: [] },
      { id: 'a', at: later, country: 'PT', income: null, likes: [], yes: null, cleared: [] },
      { id: 'b', at: '0', country: 'PT', income: null, likes: [], yes: false, cleared: [] },
      { id: 'b', at: '0', country: '', income: '5', likes: [], yes: null, cleared: [] },
      { id: 'b', at: later, country: '', income: null, likes: [], yes: null, cleared: ['country'] },
      { id: 'c', at: '0', country: 'FR', income: '1', likes: [], yes: null, cleared: [] },
    ])
  })

  test('customers with a date: each row holds from its instant; loading them again adds nothing', async () => {
    const people = mapping(
      '{name: c, kind: customers, customer: id, at: updated, fields: {country: country}}',
    )
    const text = 'id,updated,country\na,2025-01-01,BR\na,2025-03-01,PT\na,2025-02-01,\n'
    await bench.load([bench.write('c1.csv', text)], { mapping: people })
    const [again] = await bench.load([bench.write('c2.csv', `${text}a,2025-04-01,FR\n`)], {
      mapping: people,
    })
    expect(again).toMatchObject({ read: 4, accepted: 4, alreadyKnown: 3 })
    expect(await bench.ask(sql`SELECT toString(min(known_from)) AS since FROM customer`)).toEqual({
      since: '2025-01-01 00:00:00.000',
    })
  })

  test('products: the latest load counts, what a file does not say is kept', async () => {
    const all = mapping('{name: p, kind: products, id: sku, fields: {category: c, brand: b}}')
    const some = mapping('{name: q, kind: products, id: sku, fields: {category: c}}')
    await bench.load([bench.write('p1.csv', 'sku,c,b\n1,Tea,Acme\n2,Tea,Acme\n')], { mapping: all })
    const [two] = await bench.load([bench.write('p2.csv', 'sku,c\n1,Tea\n2,Coffee\n3,Rice\n')], {
      mapping: some,
    })
    expect(two).toMatchObject({ accepted: 3, alreadyKnown: 1 })
    const rows = await bench.handle.analytics.query(
      sql`SELECT product_id AS id, argMax(p_category, load) AS c, argMax(p_brand, load) AS b FROM product GROUP BY id ORDER BY id`,
    )
    expect(rows).toEqual([
      { id: '1', c: 'Tea', b: 'Acme' },
      { id: '2', c: 'Coffee', b: 'Acme' },
      { id: '3', c: 'Rice', b: '' },
    ])
  })

  test('NDJSON with nested lines, gzip and zstd', async () => {
    const nested = mapping(`
name: n
kind: events
event: purchase
customer: customer.id
at: at
id: id
lines: item
each: items
fields: { country: customer.country, item.product: items.sku, item.quantity: items.n, item.amount: items.price }
`)
    const records = [
      {
        id: '1',
        at: '2025-07-01T10:00:00+02:00',
        customer: { id: 12345678901234567890n, country: 'BR' },
        items: [
          { sku: 'a', n: 1, price: 1.1 },
          { sku: 'b', n: 2 },
        ],
      },
      {
        id: '2',
        at: '2025-07-02T10:00:00Z',
        customer: { id: 'x' },
        items: [
          { sku: 'a', n: 1 },
          { sku: 'b', n: 'many' },
        ],
      },
    ]
    const text = records
      .map((r) =>
        JSON.stringify(r, (_, v: unknown) => (typeof v === 'bigint' ? `#${v}#` : v)).replaceAll(
          /"#(\d+)#"/g,
          '$1',
        ),
      )
      .join('\n')
    const gzip = bench.write('a.ndjson.gz', gzipSync(`${text}\nnot json\n`))
    const [report] = await bench.load([gzip], { mapping: nested })
    expect(report).toMatchObject({ read: 3, accepted: 1, rejected: 2 })
    expect(report?.reasons.map((r) => r.reason.code).toSorted()).toEqual([
      'intake/bad-json',
      'intake/bad-number',
    ])
    const row = await bench.ask(
      sql`SELECT e_item_product AS p, e_item_amount AS a, p_country AS c, toString(at) AS at, (SELECT any(customer_id) FROM customer) AS customer FROM event_purchase`,
    )
    expect(row).toEqual({
      p: ['a', 'b'],
      a: ['1.1', null],
      c: 'BR',
      at: '2025-07-01 08:00:00.000',
      customer: '12345678901234567890',
    })
    const zstd = bench.write('b.ndjson.zst', zstdCompressSync(text))
    expect((await bench.load([zstd], { mapping: nested }))[0]).toMatchObject({
      read: 2,
      accepted: 1,
      alreadyKnown: 1,
    })
  })

  test('a dry run counts and leaves nothing', async () => {
    const file = bench.write('orders.csv', `${HEAD}A,c1,2025-01-01,x,1,1\nB,c1,never,x,1,1\n`)
    const [report] = await bench.load([file], { mapping: ORDERS, dryRun: true })
    expect(report).toMatchObject({
      state: 'dry-run',
      read: 2,
      accepted: 1,
      rejected: 1,
      quarantine: null,
    })
    expect(await bench.ask(sql`SELECT count() AS n FROM event_purchase`)).toEqual({ n: '0' })
    expect(
      (await bench.handle.analytics.tables.list()).filter((t) => t.startsWith('stage')),
    ).toEqual([])
    expect(await bench.handle.ledger.db.selectFrom('import').selectAll().execute()).toEqual([])
  })

  test('a stopped load leaves nothing', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `${n},c${n % 99},2025-01-01,x,1,1`)
    const file = bench.write('orders.csv', HEAD + rows.join('\n'))
    const controller = new AbortController()
    const onProgress: LoadOptions['onProgress'] = ({ phase }) =>
      phase === 'matching' && controller.abort()
    const loading = bench.load([file], { mapping: ORDERS, signal: controller.signal, onProgress })
    await expect(loading).rejects.toMatchObject({ code: 'intake/cancelled' })
    expect(await bench.ask(sql`SELECT count() AS n FROM event_purchase`)).toEqual({ n: '0' })
    expect(
      (await bench.handle.analytics.tables.list()).filter((t) => t.startsWith('stage')),
    ).toEqual([])
  })

  test('what is ambiguous is asked, and the answer is taken', async () => {
    const file = bench.write(
      'sales.csv',
      'customer_id,order_date,amount\n1,01/02/2025,"1,234"\n2,03/04/2025,"2,500"\n',
    )
    await expect(bench.load([file])).rejects.toMatchObject({
      code: 'intake/not-ready',
      issues: [{ code: 'intake/ask-decimal' }, { code: 'intake/ask-dates' }],
    })
    const [report] = await bench.load([file], { map: ['decimal=comma,dates=mdy'] })
    expect(report).toMatchObject({ accepted: 2 })
    const row = await bench.ask(
      sql`SELECT sum(p_amount) AS a, toString(min(at)) AS at FROM event_purchase`,
    )
    expect(row).toEqual({ a: '3.734', at: '2025-01-02 00:00:00.000' })
  })
})
