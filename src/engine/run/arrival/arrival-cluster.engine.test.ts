// Arrivals and merges on three shards: the same facts as on one server, each row beside its customer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwins, type Twins } from '../../../../test/kit/twins.ts'
import { EXAMPLE } from '../../../../test/kit/server.ts'
import type { TestFolder } from '../../../../test/kit/folder.ts'
import { sql, type Sql } from '../../../core/sql/index.ts'
import { compileChecker } from '../../intake/index.ts'
import { absorbArrivals } from './absorb.ts'
import { merge, unmerge } from './door.ts'
import { openLog } from './log.ts'

const DAY = Date.UTC(2026, 2, 1)
let twins: Twins
let cluster: TestFolder
let single: TestFolder

beforeAll(async () => {
  twins = await openTwins(EXAMPLE)
  ;({ cluster, single } = twins)
})
afterAll(() => twins.close())

async function take(messages: readonly Record<string, unknown>[]): Promise<void> {
  for (const { programme } of [cluster, single]) {
    const current = await programme.current()
    const log = openLog({ doors: async () => current, now: () => DAY })
    const checker = compileChecker(current.programme.catalogue)
    const verdicts = messages.map((m) => checker.check(m, { receivedAt: DAY }))
    expect(verdicts.filter((v) => !v.ok)).toEqual([])
    await log.append(verdicts.flatMap((v) => (v.ok ? v.rows : [])))
    while ((await absorbArrivals(current)) !== undefined) continue
  }
}

function bought(n: number, customer = `n${n % 40}`): Record<string, unknown> {
  return {
    type: 'track',
    event: 'purchase',
    userId: customer,
    messageId: `e${n}`,
    timestamp: new Date(DAY - n * 3_600_000).toISOString(),
    properties: { status: 'paid', items: [{ category: 'Tea', quantity: 1, amount: n }] },
  }
}

async function ask({ programme }: TestFolder, statement: Sql): Promise<unknown> {
  return await (await programme.current()).analytics.query(statement)
}

/** Everything that is stored, without what names the load or the instant of a merge. */
async function facts(shop: TestFolder): Promise<readonly unknown[]> {
  const statements = [
    sql`SELECT * EXCEPT load FROM event_purchase ORDER BY customer_key, origin, id`,
    sql`SELECT * EXCEPT (load, seq) FROM profile ORDER BY ALL`,
    sql`SELECT customer_key, customer_id, origin, min(known_from) FROM customer GROUP BY ALL ORDER BY ALL`,
    sql`SELECT alias_key, argMax((customer_key, undone), seq) AS last FROM merged GROUP BY alias_key ORDER BY alias_key`,
    sql`SELECT hash FROM message ORDER BY hash`,
  ]
  return await Promise.all(statements.map((statement) => ask(shop, statement)))
}

async function same(): Promise<readonly unknown[]> {
  const found = await facts(cluster)
  expect(found).toEqual(await facts(single))
  for (const table of ['event_purchase', 'profile', 'customer']) {
    const strays = sql`SELECT countIf(_shard_num != customer_key % 3 + 1) AS strays FROM ${(await cluster.programme.current()).analytics.table(table)}`
    expect(await ask(cluster, strays)).toEqual([{ strays: '0' }])
  }
  return found
}

test('arrivals, repeated ones too, lie beside their customers', async () => {
  const events = Array.from({ length: 200 }, (_, n) => bought(n))
  const traits = Array.from({ length: 40 }, (_, n) => ({
    type: 'identify',
    userId: `n${n}`,
    messageId: `t${n}`,
    timestamp: new Date(DAY).toISOString(),
    traits: { country: n % 2 === 0 ? 'PT' : 'ES' },
  }))
  await take([...events, ...traits])
  await take([...events.slice(50), bought(300), bought(300)])
  const [purchases] = await same()
  expect(purchases).toHaveLength(201)
  const spread = sql`SELECT uniqExact(_shard_num) AS shards FROM event_purchase`
  expect(await ask(cluster, spread)).toEqual([{ shards: '3' }])
})

test('merges between shards are made, filled and taken back exactly', async () => {
  await take(Array.from({ length: 12 }, (_, n) => bought(400 + n, `alias${n % 4}`)))
  const before = await same()
  const pairs = [0, 1, 2, 3].map((n) => ({ alias: `alias${n}`, customer: `n${n}` }))
  for (const { programme } of [cluster, single])
    for (const pair of pairs) await merge(programme, pair)
  await same()
  const spread = sql`SELECT uniqExact((customer_key % 3, alias_key % 3)) > 1 AS crosses FROM merged`
  expect(await ask(cluster, spread)).toEqual([{ crosses: 1 }])
  await take([bought(500, 'alias0'), bought(501, 'alias1')])
  expect(
    await ask(
      cluster,
      sql`SELECT sum(customer_key IN (sipHash64('n0'), sipHash64('n1'))) AS n
    FROM event_purchase WHERE id IN ('e500', 'e501')`,
    ),
  ).toEqual([{ n: '2' }])
  await same()
  for (const { programme } of [cluster, single])
    for (const { alias } of pairs) await unmerge(programme, { alias })
  const after = await same()
  expect((after[0] as unknown[]).length).toBe((before[0] as unknown[]).length + 2)
})
