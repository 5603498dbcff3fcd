/** Loading into three shards: the same facts and members as on one server, each row beside its customer. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTwins, type Twins } from '../../../test/kit/twins.ts'
import type { TestFolder } from '../../../test/kit/folder.ts'
import { sql } from '../../core/sql/index.ts'
import { evaluateProgramme, type OpenProgramme } from './index.ts'
import { recoverLoads } from './load-journal.ts'
import { loadFiles } from './load.ts'

const EXAMPLE = join(import.meta.dirname, '../../../examples/corner-shop')
const HEAD = readFileSync(join(EXAMPLE, 'data/orders.csv'), 'utf8').split('\n')[0] ?? ''

interface Expected {
  readonly asOf: string
  readonly members: Readonly<Record<string, readonly string[]>>
}

const expected: Expected = JSON.parse(readFileSync(join(EXAMPLE, 'expected.json'), 'utf8'))

let twins: Twins
let cluster: TestFolder
let single: TestFolder

beforeAll(async () => {
  twins = await openTwins(EXAMPLE)
  ;({ cluster, single } = twins)
})

afterAll(() => twins.close())

async function ask(programme: OpenProgramme, statement: ReturnType<typeof sql>): Promise<unknown> {
  const { analytics } = await programme.current()
  return await analytics.query(statement)
}

/** Everything that was loaded, without what names the load. */
async function facts(programme: OpenProgramme): Promise<unknown> {
  return [
    await ask(programme, sql`SELECT * EXCEPT load FROM event_purchase ORDER BY id`),
    await ask(programme, sql`SELECT * EXCEPT (load, seq, at) FROM profile ORDER BY ALL`),
    await ask(
      programme,
      sql`SELECT customer_id, min(known_from) FROM customer GROUP BY customer_id ORDER BY ALL`,
    ),
  ]
}

async function members(shop: TestFolder): Promise<Expected['members']> {
  await evaluateProgramme(shop.programme, { asOf: expected.asOf, locale: 'en' })
  const found: Record<string, readonly string[]> = {}
  for (const segment of Object.keys(expected.members)) found[segment] = await shop.members(segment)
  return found
}

/** Orders of customers that all three shards have. */
function orders(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, '0')
    return `N${from + n},C${(n % 40) + 1},2026-0${(n % 3) + 1}-${day} 10:00:00,paid,store,Beans,1,2.50`
  })
  return `${HEAD}\n${rows.join('\n')}\n`
}

describe('a cluster of three', () => {
  test('the example gives the members written down beside it', async () => {
    const { analytics } = await cluster.programme.current()
    expect(analytics.capabilities.kind).toBe('cluster')
    const files = ['customers.csv', 'orders.csv'].map((name) => join(EXAMPLE, 'data', name))
    for (const shop of [cluster, single]) {
      const reports = await shop.load(files)
      expect(reports.map((r) => r.rejected)).toEqual([0, 0])
    }
    expect(await members(cluster)).toEqual(expected.members)
    expect(await facts(cluster.programme)).toEqual(await facts(single.programme))
  })

  test('a second load finds what is known, and puts the new beside its customer', async () => {
    const customers = readFileSync(join(EXAMPLE, 'data/customers.csv'), 'utf8')
    const text = readFileSync(join(EXAMPLE, 'data/orders.csv'), 'utf8')
    for (const shop of [cluster, single]) {
      const [more, moved] = [
        join(shop.folder, 'orders-2.csv'),
        join(shop.folder, 'customers-2.csv'),
      ]
      writeFileSync(more, `${orders(0, 300)}${text.split('\n').slice(1).join('\n')}`)
      writeFileSync(moved, customers.replace('C2,BR', 'C2,FR'))
      const reports = await shop.load([more, moved])
      expect(reports.map((r) => [r.accepted, r.alreadyKnown, r.rejected])).toEqual([
        [8, 7, 0],
        [314, 14, 0],
      ])
    }
    const strays = sql`SELECT count() AS n, uniqExact(_shard_num) AS shards,
      countIf(_shard_num != customer_key % 3 + 1) AS strays FROM event_purchase`
    expect(await ask(cluster.programme, strays)).toMatchObject([{ shards: '3', strays: '0' }])
    expect(await facts(cluster.programme)).toEqual(await facts(single.programme))
    expect(await members(cluster)).toEqual(await members(single))
  })

  test('a publication that stopped between hosts is finished by whoever comes next', async () => {
    const file = join(cluster.folder, 'orders-3.csv')
    writeFileSync(file, orders(1000, 200))
    const handle = await cluster.programme.current()
    const { analytics } = handle
    const before = Number(await analytics.tables.rowCount('event_purchase'))
    const adopt = async (from: string, to: string): Promise<void> => {
      if (to === 'customer') return await analytics.tables.adopt(from, to)
      // One shard has got its rows, the others none, and the process ends here.
      await analytics.runOnShards(
        (table) =>
          sql`INSERT INTO ${table(to)} SELECT * FROM ${table(from)} WHERE customer_key % 3 = 1`,
      )
      throw new Error('the process ended')
    }
    const dying = { ...handle, analytics: { ...analytics, tables: { ...analytics.tables, adopt } } }
    const options = { files: [file], folder: cluster.folder, dataDir: cluster.folder } as const
    const loading = loadFiles(dying, { ...options, locale: 'en', now: Date.now() })
    await expect(loading).rejects.toThrow('the process ended')
    await recoverLoads(handle)
    expect(await analytics.tables.rowCount('event_purchase')).toBe(before + 200)
    const unique = sql`SELECT uniqExact(id) AS n FROM event_purchase`
    expect(await ask(cluster.programme, unique)).toEqual([{ n: String(before + 200) }])
    expect((await analytics.tables.list()).filter((t) => t.startsWith('stage'))).toEqual([])
  })
})
