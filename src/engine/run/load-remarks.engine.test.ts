/** A load points out what no definition will find as it is meant. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Catalogue, EventKind } from '../../core/catalog/index.ts'
import { mapping, NOW, openBench, type LoadBench } from '../../../test/kit/load.ts'
import { loadFiles, type LoadReport } from './load.ts'

let bench: LoadBench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const ORDERS = mapping(`
name: orders
kind: events
event: purchase
customer: customer
at: at
id: order
lines: item
fields: { country: state, item.category: category, item.quantity: quantity }
`)

/** The bench's catalogue, with a tree of categories and a country in which alone orders count. */
function telling(known: readonly string[] | undefined): Catalogue {
  const { catalogue } = bench.handle.programme
  const { purchase } = catalogue.events
  const item = purchase?.elements['item']
  const [country, category] = [purchase?.properties['country'], item?.properties['category']]
  if (!purchase || !item || !country || !category) throw new Error('the bench has changed')
  const kind: EventKind = {
    ...purchase,
    counts: { property: 'country', values: ['paid'] },
    properties: {
      ...purchase.properties,
      country: known === undefined ? country : { ...country, values: known },
    },
    elements: {
      item: {
        ...item,
        properties: {
          ...item.properties,
          category: { ...category, type: 'category', tree: 'goods' },
        },
      },
    },
  }
  const tea = { name: 'Tea', label: {}, children: [] }
  const goods = [{ name: 'Drinks', label: {}, children: [tea] }]
  return { ...catalogue, events: { ...catalogue.events, purchase: kind }, trees: { goods } }
}

async function loaded(rows: string, known?: readonly string[]): Promise<LoadReport['issues']> {
  const head = 'order,customer,at,state,category,quantity\n'
  const file = bench.write('orders.csv', head + rows)
  const programme = { ...bench.handle.programme, catalogue: telling(known) }
  const options = { folder: bench.folder, dataDir: bench.folder, locale: 'en', now: NOW } as const
  const [report] = await loadFiles(
    { ...bench.handle, programme },
    { ...options, files: [file], mapping: ORDERS, dryRun: true },
  )
  return report?.issues ?? []
}

const ROWS = [
  'A,c1,2025-01-01,paid,Tea,1',
  'A,c1,2025-01-01,paid,Cofee,1',
  'B,c1,2025-01-02,payed,Cofee,1',
  'C,c2,2025-01-03,cancelled,Drinks,1',
  'D,c2,2025-01-04,payed,,1',
].join('\n')

test('categories outside of the tree and states that count for nothing are named', async () => {
  expect(await loaded(ROWS)).toEqual([
    {
      code: 'intake/unknown-categories',
      severity: 'warning',
      params: { property: 'category', values: ['Cofee'], count: 2 },
    },
    {
      code: 'intake/states-not-counted',
      severity: 'warning',
      params: {
        property: 'country',
        values: ['payed', 'cancelled'],
        count: 3,
        counting: ['paid'],
      },
    },
  ])
})

test('states that the catalogue lists are known to count for nothing', async () => {
  const issues = await loaded(ROWS, ['paid', 'cancelled'])
  expect(issues.at(-1)).toMatchObject({ params: { values: ['payed'], count: 2 } })
  expect(await loaded('E,c1,2025-01-01,cancelled,Tea,1', ['paid', 'cancelled'])).toEqual([])
})
