/** The analytics door: the same promises on a supervised server, one reached by URL, and a cluster of three. */
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCluster, startServer, type TestServer } from '../../../../test/kit/cluster.ts'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import { Failure } from '../../../core/base/index.ts'
import { id, raw, sql, value } from '../../../core/sql/index.ts'
import type { TableDefinition } from '../index.ts'

const SALES: TableDefinition = {
  name: 'sales',
  columns: [
    { name: 'customer_key', type: 'UInt64' },
    { name: 'at', type: "DateTime64(3, 'UTC')" },
    { name: 'amount', type: 'Decimal(18, 6)' },
  ],
  orderBy: ['customer_key', 'at'],
  partitionBy: 'toYYYYMM(at)',
  shardBy: 'customer_key',
}

async function* broken(): AsyncGenerator<string> {
  for (let i = 0; i < 10; i++) yield `${i}\t2026-03-01 10:00:00\t1\n`
  await sleep(50)
  throw new Error('the file went away')
}

describe.each([
  { kind: 'supervised', serve: async () => undefined },
  { kind: 'by URL with a password', serve: startServer },
  { kind: 'cluster of three', serve: () => startCluster(3) },
] as const)('$kind', ({ kind, serve }) => {
  let server: TestServer | undefined
  let store: TestStore
  beforeAll(async () => {
    server = await serve()
    store = await openTestStore(server === undefined ? {} : { clickhouseUrl: server.clickhouseUrl })
  })
  afterAll(async () => {
    await store.close()
    await server?.stop()
  })
  const fill = async (table: string, rows: number): Promise<void> => {
    const { analytics } = store
    await analytics.run(sql`INSERT INTO ${analytics.table(table)} SELECT sipHash64(number % 100), toDateTime64('2026-01-01 00:00:00', 3, 'UTC')
      + toIntervalHour(number), toDecimal64(number, 6) FROM numbers(${value(rows, 'UInt64')})`)
  }
  const total = async (table: string): Promise<number> =>
    await store.analytics.tables.rowCount(table)

  test('says what it is', () => {
    const { capabilities } = store.analytics
    expect(capabilities.kind).toBe(kind === 'cluster of three' ? 'cluster' : 'single')
    expect(capabilities.shardCount).toBe(kind === 'cluster of three' ? 3 : 1)
    expect(capabilities.version).toMatch(/^\d+\.\d+/)
  })

  test('law: what is bound comes back as it was', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    const nasty = fc.constantFrom(
      "'",
      '\\',
      '\t',
      '\n',
      '\r',
      '\\N',
      "\\'",
      'NULL',
      '{p0:String}',
      '',
      '\u0001é€😀',
    )
    const any = fc.oneof(text, nasty)
    await fc.assert(
      fc.asyncProperty(
        any,
        fc.array(any, { maxLength: 5 }),
        fc.array(fc.option(any), { maxLength: 5 }),
        fc.bigInt(0n, 2n ** 64n - 1n),
        fc.option(any),
        async (one, many, holes, big, maybe) => {
          const [row] = await store.analytics.query(sql`SELECT ${value(one, 'String')} AS one,
            ${value(many, 'Array(String)')} AS many, ${value(holes, 'Array(Nullable(String))')} AS holes,
            ${value(big, 'UInt64')} AS big, ${value(maybe, 'Nullable(String)')} AS maybe`)
          expect(row).toEqual({ one, many, holes, big: String(big), maybe })
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a thousand bound values travel in the body', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `category ${i}`)
    expect(
      await store.analytics.query(sql`SELECT length(${value(many, 'Array(String)')}) AS n`),
    ).toEqual([{ n: '5000' }])
    const statistics = await store.analytics.run(
      sql`SELECT count() FROM numbers(10) WHERE toString(number) IN ${value(many, 'Array(String)')} FORMAT Null`,
    )
    expect(statistics.readRows).toBe(10)
  })

  test('a statement longer than a field of a form carries its values too', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `category ${i}`)
    const long = raw(`/* ${'long '.repeat(60_000)} */`)
    const asked = sql`SELECT ${long} length(${value(many, 'Array(String)')}) AS n`
    expect(await store.analytics.query(asked, { settings: { max_query_size: 1_000_000 } })).toEqual(
      [{ n: '1000' }],
    )
  })

  test('tables: create, describe, extend, count, empty, drop', async () => {
    const { tables } = store.analytics
    await tables.create({ ...SALES, name: 'life' })
    await tables.create({ ...SALES, name: 'life' })
    expect(await tables.list()).toContain('life')
    expect(await tables.list()).not.toContain('life_local')
    expect(await tables.columns('life')).toEqual(SALES.columns)
    await fill('life', 1000)
    await tables.addColumns('life', [{ name: 'store', type: 'LowCardinality(String)' }])
    expect((await tables.columns('life')).at(-1)).toEqual({
      name: 'store',
      type: 'LowCardinality(String)',
    })
    expect(await total('life')).toBe(1000)
    const partitions = await tables.partitions('life')
    expect(partitions.map((p) => p.partition)).toEqual(['202601', '202602'])
    expect(partitions.reduce((sum, p) => sum + p.rows, 0)).toBe(1000)
    await tables.truncate('life')
    expect(await total('life')).toBe(0)
    await tables.drop('life')
    await tables.drop('life')
    expect(await tables.list()).not.toContain('life')
    expect(await tables.columns('life')).toEqual([])
  })

  test('adopted rows arrive once, however often an adoption is interrupted and finished', async () => {
    const { analytics } = store
    const { tables } = analytics
    const mark = sql`amount >= 5000`
    await tables.create({ ...SALES, name: 'facts' })
    await tables.createLike('staging', 'facts')
    await fill('facts', 500)
    await analytics.run(sql`INSERT INTO ${analytics.table('staging')} SELECT sipHash64(number % 100),
      toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalHour(number), 5000 + number FROM numbers(2000)`)
    // One partition has come as a whole, of the next some rows, the third is missing.
    for (const part of [sql`toMonth(at) = 1`, sql`toMonth(at) = 2 AND customer_key % 3 = 0`])
      await analytics.runOnShards(
        (table) =>
          sql`INSERT INTO ${table('facts')} SELECT * FROM ${table('staging')} WHERE ${part}`,
      )
    await tables.adoptRest('staging', 'facts', mark)
    await tables.adoptRest('staging', 'facts', mark)
    expect([await total('staging'), await total('facts')]).toEqual([2000, 2500])
    const distinct = await analytics.query(
      sql`SELECT uniqExact(amount) AS n FROM ${analytics.table('facts')} WHERE ${mark}`,
    )
    expect(distinct).toEqual([{ n: '2000' }])
    await tables.createLike('whole', 'facts')
    await tables.adopt('facts', 'whole')
    expect(await total('whole')).toBe(2500)
  })

  test('a table without shards is the same on every host after a move', async () => {
    const { analytics } = store
    const product: TableDefinition = {
      name: 'product',
      columns: [{ name: 'product_id', type: 'String' }],
      orderBy: ['product_id'],
    }
    await analytics.tables.create(product)
    await analytics.tables.createLike('product_new', 'product')
    await analytics.run(
      sql`INSERT INTO ${analytics.table('product_new')} SELECT toString(number) FROM numbers(7)`,
    )
    await analytics.tables.adopt('product_new', 'product')
    await analytics.tables.create({ ...SALES, name: 'seen' })
    const copies = await analytics.runOnShards(
      () =>
        sql`INSERT INTO FUNCTION null('n UInt64') SELECT count() FROM ${analytics.table('product')} HAVING count() = 7`,
    )
    expect(copies.writtenRows).toBe(analytics.capabilities.shardCount)
  })

  test('work per customer may run on each shard: same answer as over all', async () => {
    const { analytics } = store
    await analytics.tables.create(SALES)
    await analytics.tables.create({
      name: 'members',
      columns: [
        { name: 'customer_key', type: 'UInt64' },
        { name: 'spend', type: 'Decimal(38, 6)' },
      ],
      orderBy: ['customer_key'],
      shardBy: 'customer_key',
    })
    await fill('sales', 10_000)
    const statistics = await analytics.runOnShards(
      (table) =>
        sql`INSERT INTO ${table('members')} SELECT customer_key, sum(amount) FROM ${table('sales')} GROUP BY customer_key`,
    )
    expect([statistics.writtenRows, statistics.readRows]).toEqual([100, 10_000])
    const per = (table: string, what: string): Promise<readonly unknown[]> =>
      analytics.query(
        sql`SELECT customer_key, ${id(what)} AS spend FROM ${analytics.table(table)} ORDER BY customer_key`,
      )
    const direct = await analytics.query(
      sql`SELECT customer_key, sum(amount) AS spend FROM ${analytics.table('sales')} GROUP BY customer_key ORDER BY customer_key`,
    )
    expect(await per('members', 'spend')).toEqual(direct)
  })

  test('rows stream in and out in the formats of the engine', async () => {
    const { analytics } = store
    await analytics.tables.create({ ...SALES, name: 'streamed' })
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `${i}\t2026-03-0${(i % 9) + 1} 10:00:00.123\t${i}.5\n`,
    )
    const statistics = await analytics.insert(
      { table: 'streamed', columns: ['customer_key', 'at', 'amount'], format: 'TabSeparated' },
      Readable.from(lines),
    )
    expect(statistics.writtenRows).toBe(3000)
    expect(await total('streamed')).toBe(3000)
    const parquet = await analytics.stream(
      sql`SELECT * FROM ${analytics.table('streamed')}`,
      'Parquet',
    )
    const bytes = Buffer.concat(await parquet.toArray())
    expect(bytes.subarray(0, 4).toString()).toBe('PAR1')
  })

  test('a broken input stream appends nothing', async () => {
    const { analytics } = store
    await analytics.tables.create({ ...SALES, name: 'broken' })
    await expect(
      analytics.insert({ table: 'broken', format: 'TabSeparated' }, Readable.from(broken())),
    ).rejects.toThrow()
    await sleep(200)
    expect(await total('broken')).toBe(0)
  })

  test('a reader cannot write, nor take more than its share', async () => {
    const { analytics } = store
    const asRole = 'reader' as const
    await analytics.tables.create({ ...SALES, name: 'kept' })
    for (const attempt of [
      sql`INSERT INTO ${analytics.table('kept')} (customer_key) VALUES (1)`,
      sql`DROP TABLE ${analytics.table('kept')}`,
      sql`CREATE TABLE ${analytics.table('mine')} (a UInt8) ENGINE = Memory`,
    ])
      await expect(analytics.run(attempt, { asRole })).rejects.toMatchObject({
        code: 'store/access-denied',
      })
    const much = analytics.query(sql`SELECT number FROM numbers(5500000)`, { asRole })
    await expect(much).rejects.toMatchObject({ code: 'store/query-limit' })
  })

  test('an aborted statement is dead inside the engine', async () => {
    const { analytics } = store
    const stop = new AbortController()
    const running = analytics.run(
      sql`SELECT count() FROM numbers_mt(1000000000000) WHERE NOT ignore(sipHash64(number)) FORMAT Null /* endless */`,
      { signal: stop.signal },
    )
    const settled = running.catch((error: unknown) => error)
    const endless = async (): Promise<string | undefined> => {
      const [row] = await analytics.query<{ n: string }>(
        sql`SELECT count() AS n FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%processes%'`,
      )
      return row?.n
    }
    while ((await endless()) !== '1') await sleep(20)
    stop.abort()
    expect(await settled).toMatchObject({ code: 'store/cancelled' })
    for (let i = 0; (await endless()) !== '0' && i < 100; i++) await sleep(50)
    expect(await endless()).toBe('0')
  })

  test('a stream that is left early stops', async () => {
    const stream = await store.analytics.stream(
      sql`SELECT number FROM numbers(1000000000)`,
      'TabSeparated',
    )
    await once(stream, 'data')
    stream.destroy()
    expect(await store.analytics.query(sql`SELECT 1 AS n`)).toEqual([{ n: 1 }])
  })

  test('an answer that breaks off half way is a failure, not a short answer', async () => {
    const stream = await store.analytics.stream(
      sql`SELECT number, throwIf(number = 3000000) FROM numbers(5000000)`,
      'TabSeparated',
    )
    await expect(stream.resume().toArray()).rejects.toBeInstanceOf(Failure)
  })

  test('what was cancelled before it began is not sent', async () => {
    const before = store.statements.length
    const signal = AbortSignal.abort()
    await expect(store.analytics.query(sql`SELECT 1 AS n`, { signal })).rejects.toMatchObject({
      code: 'store/cancelled',
    })
    expect(store.statements).toHaveLength(before)
  })

  test('a stream ends with its signal', async () => {
    const stop = new AbortController()
    const stream = await store.analytics.stream(
      sql`SELECT number FROM numbers(1000000000)`,
      'TabSeparated',
      { signal: stop.signal },
    )
    await once(stream, 'data')
    stop.abort()
    await expect(once(stream.resume(), 'end')).rejects.toMatchObject({ code: 'store/cancelled' })
  })

  test.each([
    ['store/query-refused', sql`SELEC 'ana@example.org'`],
    ['store/unknown-database', sql`SELECT * FROM ${id('nowhere', 'at_all')}`],
    ['store/unknown-table', sql`SELECT * FROM ${id('nowhere_at_all')}`],
    ['store/bad-data', sql`SELECT toUInt8(materialize('ana@example.org'))`],
    [
      'store/query-limit',
      sql`SELECT groupArray(number) FROM numbers(100000000) SETTINGS max_memory_usage = 10000000`,
    ],
    [
      'store/query-limit',
      sql`SELECT sleepEachRow(1) FROM numbers(3) SETTINGS max_execution_time = 1, max_block_size = 1`,
    ],
  ])('%s is told without the data', async (code, statement) => {
    const failure: unknown = await store.analytics.query(statement).catch((error: unknown) => error)
    if (!(failure instanceof Failure)) throw new Error('expected a failure')
    expect(failure.code).toBe(code)
    expect(`${failure.message}${JSON.stringify(failure.params)}`).not.toContain('ana@')
    expect(failure.cause).toBeDefined()
  })

  test('every statement is observed with its cost', async () => {
    const before = store.statements.length
    const { statistics } = await store.analytics.measure(sql`SELECT sum(number) FROM numbers(1000)`)
    expect(store.statements).toHaveLength(before + 1)
    expect(store.statements.at(-1)).toMatchObject({
      text: 'SELECT sum(number) FROM numbers(1000)',
      statistics,
    })
    expect(statistics.readRows).toBe(1000)
  })
})

test('a cluster that is not there, or not as said, is refused', async () => {
  const server = await startServer()
  try {
    const open = (query: string): Promise<unknown> =>
      openTestStore({ clickhouseUrl: `${server.clickhouseUrl}${query}` })
    await expect(open('?cluster=nowhere')).rejects.toMatchObject({
      code: 'store/cluster',
      params: { cluster: 'nowhere', reason: 'unknown-cluster' },
    })
  } finally {
    await server.stop()
  }
})
