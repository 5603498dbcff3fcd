// The next product as the store scores it is the one that the model in memory names, for everybody.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../../test/kit/folder.ts'
import { LOCALES } from '../../../../core/base/index.ts'
import { nextItems } from '../../../../core/models/index.ts'
import { sql, value } from '../../../../core/sql/index.ts'
import { createDemo, evaluateProgramme } from '../../../run/index.ts'
import { withContext } from '../../basis/context.ts'
import { runModel, showModel } from '../../index.ts'
import { nextProduct } from './products.ts'

const NOW = Date.parse('2026-06-30T10:00:00Z')
let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-affinity-'))
  const folder = join(source, 'demo')
  await createDemo({ folder, customers: 500, until: '2026-06-29' })
  writeFileSync(
    join(folder, 'models/affinity.yaml'),
    'kind: affinity\ncategories: [Beverages, Pantry]\nproducts: 20\n',
  )
  shop = await openTestFolder(folder, { clock: { now: () => NOW } })
  rmSync(source, { recursive: true })
  const files = ['products.csv', 'customers.csv', 'orders.csv']
  await shop.load(files.map((name) => join(shop.folder, 'data', name)))
  await evaluateProgramme(shop.programme, { locale: 'en' })
}, 120_000)
afterAll(() => shop.close())

test('everybody gets the product that the model in memory names', async () => {
  const run = await runModel(shop.programme, { model: 'affinity', locale: 'en' })
  expect(run.status).toBe('ok')
  await withContext(shop.programme, {}, async (context) => {
    const next = await nextProduct(context, { products: 20 }, undefined)
    if (next === undefined) throw new Error('the demo has products')
    expect(next.products).toHaveLength(20)
    expect(next.numbers).toEqual(next.products.map((_, i) => i + 1))
    const bought = await context.query<{ k: string; products: readonly string[] }>(
      sql`SELECT toString(customer_key) AS k, groupUniqArrayArray(arrayMap(p -> toString(p), e_item_product)) AS products FROM event_purchase
        WHERE p_status = 'paid' AND at > fromUnixTimestamp64Milli(toInt64(${value(NOW, 'Int64')}), 'UTC') - INTERVAL 730 DAY GROUP BY customer_key`,
    )
    const scored = await context.query<{ k: string; number: number; chance: number }>(
      sql`SELECT toString(customer_key) AS k, toFloat64(sumIf(value, name = 'affinity.next_product')) AS number,
        toFloat64(sumIf(value, name = 'affinity.next_product_chance')) AS chance FROM score WHERE name LIKE 'affinity.next_product%' GROUP BY customer_key`,
    )
    const by = new Map(scored.map((row) => [row.k, row]))
    let compared = 0
    for (const { k, products } of bought) {
      const own = new Set(products.map((name) => next.products.indexOf(name)).filter((i) => i >= 0))
      const [best] = nextItems(next.model, own, 1)
      const row = by.get(k)
      if (best === undefined || row === undefined) continue
      compared++
      expect([k, row.number]).toEqual([k, best.item + 1])
      expect(row.chance).toBeCloseTo(best.chance, 3)
    }
    expect(compared).toBeGreaterThan(300)
  })
})

test('a second run changes nothing; findings name products for people, in every language', async () => {
  const again = await runModel(shop.programme, { model: 'affinity', locale: 'en' })
  expect(again.written + again.cleared).toBe(0)
  for (const locale of LOCALES) {
    const shown = await showModel(shop.programme, { model: 'affinity', locale })
    const told = (shown.report?.findings ?? []).filter(
      ({ code }) => code === 'affinity/next-product',
    )
    expect(told.length).toBeGreaterThan(0)
    for (const { text, definition } of told) {
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
      expect(definition).toMatch(/^score\(affinity\.next_product\) = \d+$/)
    }
    const table = shown.report?.tables.find(({ name }) => name === 'products')
    expect(table?.rows).toHaveLength(20)
  }
})
