/** Loads of small files that were made to go wrong, end to end on real engines. */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../../core/sql/index.ts'
import { mapping, NOW, openBench, type LoadBench } from '../../../test/kit/load.ts'
import type { LoadOptions } from './load.ts'

describe('what a load makes of a file', () => {
  let bench: LoadBench
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
        FROM profile AS p INNER JOIN customer AS c ON c.customer_key = p.customer_key ORDER BY id, at, seq`,
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

  test('Parquet, plain and compressed, with what is broken in it set aside; `intake/bad-parquet`', async () => {
    const rows = sql`SELECT concat('c', toString(number % 3)) AS customer_id, toDateTime64('2025-03-01 10:00:00', 3, 'UTC') + number AS bought_at,
      toDecimal64(number, 2) / 4 AS amount, toInt64(9007199254740993) + number AS order_id,
      if(number = 3, '', 'store') AS channel FROM numbers(10)`
    const parts: Buffer[] = []
    for await (const part of await bench.handle.analytics.stream(rows, 'Parquet'))
      parts.push(part as Buffer)
    const file = bench.write('sales.parquet', Buffer.concat(parts))
    const map = ['id=order_id,at=bought_at,country=channel']
    const [report] = await bench.load([file], { as: 'orders', map })
    expect(report).toMatchObject({ read: 10, accepted: 10, rejected: 0 })
    expect(
      await bench.ask(
        sql`SELECT sum(p_amount) AS a, max(id) AS id, toString(min(at)) AS at FROM event_purchase`,
      ),
    ).toEqual({ a: '11.25', id: '9007199254741002', at: '2025-03-01 10:00:00.000' })
    const gzip = bench.write('sales2.parquet.gz', gzipSync(Buffer.concat(parts)))
    const [again] = await bench.load([gzip], { as: 'orders', map })
    expect(again).toMatchObject({ read: 10, accepted: 10, alreadyKnown: 10 })
    const broken = bench.write('broken.parquet', Buffer.from('PAR1 and nothing more'))
    await expect(bench.load([broken])).rejects.toMatchObject({ code: 'intake/bad-parquet' })
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

  test.each(['reading', 'checking', 'matching'])(
    'a load stopped while %s ends soon and leaves nothing',
    async (at) => {
      const rows = Array.from({ length: 200_000 }, (_, n) => `${n},c${n % 99},2025-01-01,x,1,1`)
      const file = bench.write('orders.csv', HEAD + rows.join('\n'))
      const controller = new AbortController()
      let stopped = 0
      const onProgress: LoadOptions['onProgress'] = ({ phase }) => {
        if (phase !== at || stopped > 0) return
        stopped = performance.now()
        controller.abort()
      }
      const loading = bench.load([file], { mapping: ORDERS, signal: controller.signal, onProgress })
      await expect(loading).rejects.toMatchObject({ code: 'intake/cancelled' })
      expect(performance.now() - stopped).toBeLessThan(4000)
      expect(await bench.ask(sql`SELECT count() AS n FROM event_purchase`)).toEqual({ n: '0' })
      expect(
        (await bench.handle.analytics.tables.list()).filter((t) => t.startsWith('stage')),
      ).toEqual([])
    },
  )

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

  test('each way a row can fail has its reason', async () => {
    const all = mapping(
      '{name: a, kind: customers, customer: id, at: at, fields: {birth: b, opted_in: o, income: i}}',
    )
    const rows = [
      'id,at,b,o,i',
      'a,2025-01-01,1990-02-30,,',
      'b,2025-01-01,,perhaps,',
      'c,,,,',
      'd,2025-01-01,,,1.23456789',
      'd,2025-01-01,,,2',
      'e,2025-01-01,,',
    ]
    const [report] = await bench.load([bench.write('a.csv', rows.join('\n'))], { mapping: all })
    expect(report?.reasons.map((r) => r.reason.code).toSorted()).toEqual([
      'intake/bad-boolean',
      'intake/bad-date',
      'intake/no-instant',
      'intake/told-twice',
      'intake/wrong-cell-count',
    ])
    expect(report?.issues).toMatchObject([{ code: 'intake/rounded', params: { count: 1 } }])
    const needed = mapping(
      '{name: n, kind: events, event: complaint, customer: c, at: d, id: id, fields: {reason: r}}',
    )
    const text = 'id,c,d,r\n,x,2025-01-01,late\n1,x,2025-01-01,\n2,x,2025-01-01,late\n'
    const [refunds] = await bench.load([bench.write('r.csv', text)], { mapping: needed })
    expect(refunds?.reasons.map((r) => r.reason.code).toSorted()).toEqual([
      'intake/no-id',
      'intake/required-missing',
    ])
  })

  test('two ids of one key are refused: `intake/customer-key-collision`', async () => {
    await bench.handle.analytics.run(
      sql`INSERT INTO customer (customer_key, customer_id, known_from, load) SELECT sipHash64('c1'), 'another', 0, 0`,
    )
    const file = bench.write('orders.csv', `${HEAD}A,c1,2025-01-01,x,1,1\n`)
    await expect(bench.load([file], { mapping: ORDERS })).rejects.toMatchObject({
      code: 'intake/customer-key-collision',
    })
    expect(await bench.ask(sql`SELECT count() AS n FROM event_purchase`)).toEqual({ n: '0' })
  })

  test('a file without a note is no quarantine file; unused columns and known files are told', async () => {
    const file = bench.write(
      'x.csv',
      'customer_id,order_date,amount,colour\na,2025-01-01,1,red\na,2025-01-02,1,red\n',
    )
    await expect(bench.load([file], { retry: true })).rejects.toMatchObject({
      code: 'intake/quarantine-unknown',
    })
    const [report] = await bench.load([file])
    expect(report?.issues).toMatchObject([
      { code: 'intake/columns-unused', params: { columns: ['colour'] } },
    ])
    const [again] = await bench.load([file])
    expect(again?.issues).toMatchObject([{ code: 'intake/already-loaded' }])
  })
})
