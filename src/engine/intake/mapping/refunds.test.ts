/** Refunds that only the marks of their ids betray: asked about, taken by init, never silently. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Catalogue } from '../../../core/catalog/index.ts'
import { prepareFile, type PrepareOptions, type Prepared } from '../prepare.ts'
import { parseMapping } from './parse.ts'

const EMPTY: Catalogue = { traits: {}, events: {}, trees: {}, products: {} }
const HEAD = 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID'

const folder = mkdtempSync(join(tmpdir(), 'tessera-refunds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Five ordinary invoices and marked ones with these quantities. */
async function prepare(
  quantities: readonly number[],
  more: Partial<PrepareOptions> = {},
): Promise<Prepared> {
  const line = (id: string, n: number): string =>
    `${id},85123A,${n},2025-01-13 10:00:00,2.55,1785${Math.abs(n)}`
  const plain = [1, 1, 2, 3, 4].map((n) => line(`53636${n}`, n))
  const rows = [HEAD, ...plain, ...quantities.map((n, at) => line(`C53640${at}`, n))]
  const path = join(folder, 'invoices.csv')
  writeFileSync(path, `${rows.join('\n')}\n`)
  return await prepareFile({ path, catalogue: EMPTY, overrides: {}, ...more })
}

test('a load asks, with the evidence and the likely answer first', async () => {
  const { questions, mapping, recipe } = await prepare([-1, -2, -3])
  expect(questions).toMatchObject([
    {
      code: 'intake/ask-refunds',
      option: 'refunds',
      answers: ['C', 'none'],
      params: { column: 'InvoiceNo', measure: 'Quantity', rows: 3, negative: 3 },
    },
  ])
  expect([mapping.routes, recipe]).toEqual([[], undefined])
})

test.each([
  ['refunds=C', 'C', 1],
  ['refunds=none', 'none', 0],
])('%s is an answer', async (_, refunds, routes) => {
  const { questions, mapping } = await prepare([-1, -2, -3], { overrides: { refunds } })
  expect([questions, mapping.routes.length]).toEqual([[], routes])
})

test('init takes them, adds the event to the catalogue, and says so', async () => {
  const { mapping, catalogue, issues } = await prepare([-1, -2, -3], { acceptNew: true })
  expect(mapping.routes).toMatchObject([
    {
      when: { column: 'InvoiceNo', starts_with: 'C' },
      event: 'refund',
      fields: { 'item.quantity': { absolute: true }, 'item.amount': { absolute: true } },
    },
  ])
  expect(catalogue.events['refund']).toEqual({
    ...catalogue.events['purchase'],
    name: 'refund',
    role: 'refund',
  })
  expect(issues).toMatchObject([{ code: 'intake/took-refunds', severity: 'warning' }])
})

test('marked ids that are not negative, or not alone in it, are nothing to ask about', async () => {
  expect((await prepare([-1, 2, 3])).questions).toEqual([])
  const { questions } = await prepare([1, 2, 3])
  expect(questions).toEqual([])
})

const real = join(import.meta.dirname, '../../../../../shared/data/online_retail')

test.skipIf(!existsSync(real))('the retail data gives the mapping written for it', async () => {
  const found = await prepareFile({
    path: join(real, 'online_retail.csv.gz'),
    catalogue: EMPTY,
    overrides: {},
    acceptNew: true,
  })
  const file = join(
    import.meta.dirname,
    '../../../../test/real/online_retail/mappings/online-retail.yaml',
  )
  const written = parseMapping(readFileSync(file, 'utf8'), file)
  // Of the ids that start with A there are three, far behind the rows that are looked at.
  expect(found.mapping).toEqual(written.ok ? { ...written.value, setAside: [] } : undefined)
  expect(found.issues).toMatchObject([{ code: 'intake/took-refunds', params: { negative: 261 } }])
})
