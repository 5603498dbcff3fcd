/** The law on three shards: the same statements give the same members, read through the cluster and written shard by shard. */
import * as fc from 'fast-check'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../src/core/base/index.ts'
import {
  countsOf,
  emitInsert,
  emitSelect,
  PLAN_SETTINGS,
  STATE_COLUMNS,
  weave,
  type Plan,
} from '../../src/core/plan/index.ts'
import { sql } from '../../src/core/sql/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { startCluster, type TestServer } from '../kit/cluster.ts'
import { openTestStore, type TestStore } from '../kit/store.ts'
import {
  differences,
  membersByInterpreter,
  membersBySql,
  membershipOf,
  numbersOf,
  type Case,
} from './agreement.ts'
import { anyDefinitions } from './bound-arbitrary.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { anyAsOf } from './instants.ts'
import { keyOf, storeFacts } from './store-facts.ts'

const DEFINITIONS = 24
const RUNS = Number(process.env['LAW_CLUSTER_RUNS'] ?? 4)
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

const KEY = { name: 'customer_key', type: 'UInt64' }
const AS_OF = { name: 'as_of', type: "DateTime64(3, 'UTC')" }

let server: TestServer
let store: TestStore

beforeAll(async () => {
  server = await startCluster(3)
  store = await openTestStore({ clickhouseUrl: server.clickhouseUrl })
  await ensureFacts({ analytics: store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

afterAll(async () => {
  await store.close()
  await server.stop()
})

/** Everybody at one instant, written shard by shard. */
async function writeFixed(plan: Plan, asOf: Instant): Promise<void> {
  const { analytics } = store
  await analytics.tables.drop('snapshot_0')
  await analytics.tables.create({
    name: 'snapshot_0',
    columns: STATE_COLUMNS,
    orderBy: [],
    shardBy: 'customer_key',
  })
  const at = { kind: 'fixed', asOf } as const
  await analytics.runOnShards(
    (table) => emitInsert(plan, { table, into: table('snapshot_0'), at, numbers: numbersOf(plan) }),
    { settings: PLAN_SETTINGS },
  )
}

/** Half of the customers at instants of their own around the other, written shard by shard. */
async function expectOwn(plan: Plan, { definitions, histories, asOf }: Case): Promise<void> {
  const { analytics } = store
  const due = histories
    .map((history, i) => ({ history, key: keyOf(i), at: asOf + (i - 12) * 3_600_000 }))
    .filter((_, i) => i % 2 === 0)
  for (const table of ['due', 'own_0']) await analytics.tables.drop(table)
  await analytics.tables.create({
    name: 'due',
    columns: [KEY, AS_OF],
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
  })
  await analytics.tables.create({
    name: 'own_0',
    columns: [...STATE_COLUMNS, AS_OF, { name: 'known', type: 'UInt8' }],
    orderBy: [],
    shardBy: 'customer_key',
  })
  const lines = due.map(
    ({ key, at }) =>
      `${JSON.stringify({ customer_key: String(key), as_of: new Date(at).toISOString().replace('T', ' ').replace('Z', '') })}\n`,
  )
  await analytics.insert(
    { table: 'due', format: 'JSONEachRow' },
    Readable.from([Buffer.from(lines.join(''))]),
  )
  const instants = due.map((d) => d.at)
  const range = { from: Math.min(...instants), to: Math.max(...instants) }
  await analytics.runOnShards(
    (table) => {
      const at = { kind: 'own', due: table('due'), ...range } as const
      const own = emitSelect(plan, { table, at, numbers: numbersOf(plan) })
      return sql`INSERT INTO ${table('own_0')} (customer_key, bits, next_flip, as_of, known)
        SELECT customer_key, bits, next_flip, as_of, known FROM (${own})`
    },
    { settings: PLAN_SETTINGS },
  )
  const rows = await analytics.query<{ customer_key: string; bits: readonly string[] }>(
    sql`SELECT customer_key, bits FROM ${analytics.table('own_0')}`,
  )
  expect(rows.length).toBe(due.length)
  for (const { history, key, at } of due) {
    const id = history.customerId
    const bits = rows.find((row) => row.customer_key === String(key))?.bits ?? []
    const found = membershipOf(plan, [{ id, bits }])
    const alone = membersByInterpreter({ definitions, histories: [history], asOf: at })
    expect([at, ...differences(alone, found)]).toEqual([at])
  }
}

test('members on three shards are those of the interpreter', { timeout: 300_000 }, async () => {
  const { analytics } = store
  expect(analytics.capabilities.shardCount).toBe(3)
  const property = fc.asyncProperty(
    anyDefinitions(DEFINITIONS),
    anyCustomers(24),
    anyAsOf,
    async (definitions, customers, asOf) => {
      const histories = toHistories(customers, [asOf])
      await storeFacts(analytics, LAW_CATALOGUE, histories)
      const one = { definitions, histories, asOf }
      const expected = membersByInterpreter(one)
      expect(differences(expected, await membersBySql(analytics, LAW_CATALOGUE, one))).toEqual([])

      const plan = weave(definitions, LAW_CATALOGUE)
      await writeFixed(plan, asOf)
      const numbers = numbersOf(plan)
      const [counts] = await analytics.query<Record<string, string>>(
        countsOf(analytics.table('snapshot_0'), numbers.values()),
      )
      for (const [segment, members] of expected)
        expect([segment, Number(counts?.[`n_${numbers.get(segment)}`])]).toEqual([
          segment,
          members.size,
        ])
      await expectOwn(plan, one)
    },
  )
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
})
