// A ledger never speaks of facts that are not its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import { factShapes } from '../../../core/catalog/index.ts'
import { pairStores } from './pair.ts'

let one: TestStore
let other: TestStore

beforeAll(async () => {
  one = await openTestStore()
  other = await openTestStore()
  const empty = { traits: {}, events: {}, trees: {}, products: {} }
  for (const shape of factShapes(empty)) {
    for (const store of [one, other]) await store.analytics.tables.create(shape)
  }
})
afterAll(async () => {
  await one?.close()
  await other?.close()
})

test('stores are marked once, also by two that open at once', async () => {
  await Promise.all([pairStores(one), pairStores(one)])
  await pairStores(one)
  await pairStores(other)
})

test('the facts of one and the ledger of another are run/stores-differ', async () => {
  const mixed = { analytics: other.analytics, ledger: one.ledger }
  await one.ledger.db
    .insertInto('import')
    .values({
      state: 'done',
      finished_at: new Date(),
      file_name: 'a.csv',
      digest: 'a'.repeat(64),
      mapping: '{}',
      counts: '{}',
      holder: 'test',
      journal: '{}',
    })
    .execute()
  await expect(pairStores(mixed)).rejects.toMatchObject({ code: 'run/stores-differ' })
  await pairStores(one)
})

test('a ledger in which nothing was loaded may take empty facts', async () => {
  await pairStores({ analytics: one.analytics, ledger: other.ledger })
})
