/** Loads of real and broken files, end to end on real engines. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue, EventKind, Programme, Property } from '../../core/catalog/index.ts'
import { sql, type Sql } from '../../core/sql/index.ts'
import { openTestStore, type TestStore } from '../../../test/kit/store.ts'
import { parseMapping, type Mapping } from '../intake/index.ts'
import { ensureFacts } from './facts.ts'
import type { Handle } from './handle.ts'
import { loadFiles, type LoadOptions, type LoadReport } from './load.ts'

const DATA = join(import.meta.dirname, '../../../../shared/data')
const hasData = existsSync(join(DATA, 'online_retail'))
const NOW = Date.UTC(2026, 0, 15, 12)

function property(name: string, type: Property['type'], required = false): Property {
  return { name, type, label: {}, required, sensitivity: 'none' }
}

function properties(...list: readonly Property[]): Readonly<Record<string, Property>> {
  return Object.fromEntries(list.map((p) => [p.name, p]))
}

const LINE = properties(
  property('product', 'text'),
  property('category', 'text'),
  property('quantity', 'number'),
  property('amount', 'money'),
)

function kind(name: string): EventKind {
  const item = { name: 'item', label: {}, properties: LINE }
  const own = properties(
    property('amount', 'money'),
    property('country', 'text'),
    property('quantity', 'number'),
  )
  return { name, label: {}, properties: own, elements: { item } }
}

const CATALOGUE: Catalogue = {
  traits: properties(
    property('country', 'text'),
    property('birth', 'date'),
    property('opted_in', 'boolean'),
    property('interests', 'list'),
    property('income', 'number'),
  ),
  events: { purchase: kind('purchase'), refund: kind('refund') },
  trees: {},
  products: properties(property('category', 'text'), property('brand', 'text')),
}

interface Bench {
  readonly handle: Handle
  readonly folder: string
  load(files: readonly string[], options?: Partial<LoadOptions>): Promise<readonly LoadReport[]>
  ask<T>(statement: Sql): Promise<T>
  write(name: string, text: string | Buffer): string
  close(): Promise<void>
}

async function openBench(timeZone = 'Europe/London'): Promise<Bench> {
  const store: TestStore = await openTestStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-load-'))
  const programme: Programme = {
    id: store.programmeId,
    name: 'test',
    timeZone,
    currency: 'GBP',
    locales: ['en'],
    catalogue: CATALOGUE,
    measures: {},
  }
  const handle = { ...store, programme, database: store.analytics.database }
  await ensureFacts(handle)
  return {
    handle,
    folder,
    load: (files, options) =>
      loadFiles(handle, { files, folder, dataDir: folder, locale: 'en', now: NOW, ...options }),
    async ask<T>(statement: Sql) {
      const [row] = await store.analytics.query<T>(statement)
      if (row === undefined) throw new Error('no row')
      return row
    },
    write(name, text) {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function mapping(text: string): Mapping {
  const read = parseMapping(text, 'mapping.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

const RETAIL = mapping(`
name: retail
kind: events
event: purchase
customer: CustomerID
at: InvoiceDate
id: InvoiceNo
lines: item
fields:
  country: Country
  item.product: StockCode
  item.quantity: Quantity
  item.amount: { multiply: [Quantity, UnitPrice] }
routes:
  - when: { column: InvoiceNo, starts_with: C }
    event: refund
    fields:
      item.quantity: { from: Quantity, negate: true }
      item.amount: { multiply: [Quantity, UnitPrice], negate: true }
set_aside:
  - when: { column: InvoiceNo, starts_with: A }
    reason: bad debt adjustment
`)

describe.skipIf(!hasData)('real files (skipped where ../shared/data is absent)', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench.close())

  test('online retail: returns are refunds, guests and adjustments are set aside, twice adds nothing', async () => {
    const file = join(DATA, 'online_retail/online_retail.csv.gz')
    const [report] = await bench.load([file], { mapping: RETAIL })
    expect(report).toMatchObject({
      state: 'done',
      read: 541_909,
      accepted: 406_829,
      alreadyKnown: 0,
    })
    expect(report?.accepted).toBe((report?.read ?? 0) - (report?.rejected ?? 0))
    expect(report?.reasons.map((r) => [r.reason.code, r.count])).toEqual([
      ['intake/no-customer', 135_077],
      ['intake/set-aside', 3],
    ])
    const again = await bench.load([file], { mapping: RETAIL })
    expect(again[0]).toMatchObject({ state: 'nothing-new', alreadyKnown: 406_829 })
    console.log(
      report?.seconds,
      await bench.ask(
        sql`SELECT (SELECT count() FROM event_purchase) AS purchases, (SELECT count() FROM event_refund) AS refunds, (SELECT count() FROM customer) AS customers`,
      ),
    )
  })
})
