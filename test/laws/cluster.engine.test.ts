/** The law on three shards: the same statements give the same members, read through the cluster and written shard by shard. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  countsOf,
  emitInsert,
  PLAN_SETTINGS,
  STATE_COLUMNS,
  weave,
} from '../../src/core/plan/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { startCluster, type TestServer } from '../kit/cluster.ts'
import { openTestStore, type TestStore } from '../kit/store.ts'
import { differences, membersByInterpreter, membersBySql, numbersOf } from './agreement.ts'
import { anyDefinitions } from './bound-arbitrary.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { anyAsOf } from './instants.ts'
import { storeFacts } from './store-facts.ts'

const DEFINITIONS = 24
const RUNS = 6
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

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
      const numbers = numbersOf(plan)
      await analytics.tables.drop('snapshot_0')
      await analytics.tables.create({
        name: 'snapshot_0',
        columns: STATE_COLUMNS,
        orderBy: [],
        shardBy: 'customer_key',
      })
      await analytics.runOnShards(
        (table) =>
          emitInsert(plan, {
            table,
            into: table('snapshot_0'),
            at: { kind: 'fixed', asOf },
            numbers,
          }),
        { settings: PLAN_SETTINGS },
      )
      const [counts] = await analytics.query<Record<string, string>>(
        countsOf(analytics.table('snapshot_0'), numbers.values()),
      )
      for (const [segment, members] of expected)
        expect([segment, Number(counts?.[`n_${numbers.get(segment)}`])]).toEqual([
          segment,
          members.size,
        ])
    },
  )
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
})
