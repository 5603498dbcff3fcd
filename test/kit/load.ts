/** A programme of its own with files of its own, for tests of loading. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue, EventKind, Programme, Property } from '../../src/core/catalog/index.ts'
import type { Sql } from '../../src/core/sql/index.ts'
import { openTestStore, type TestStore } from './store.ts'
import { parseMapping, type Mapping } from '../../src/engine/intake/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import type { Handle } from '../../src/engine/run/handle.ts'
import { loadFiles, type LoadOptions, type LoadReport } from '../../src/engine/run/load.ts'

/** The instant of every load that names none. */
export const NOW: number = Date.UTC(2026, 0, 15, 12)

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

const COMPLAINT: EventKind = {
  name: 'complaint',
  label: {},
  properties: properties(property('reason', 'text', true)),
  elements: {},
}

const CATALOGUE: Catalogue = {
  traits: properties(
    property('country', 'text'),
    property('birth', 'date'),
    property('opted_in', 'boolean'),
    property('interests', 'list'),
    property('income', 'number'),
  ),
  events: { purchase: kind('purchase'), refund: kind('refund'), complaint: COMPLAINT },
  trees: {},
  products: properties(property('category', 'text'), property('brand', 'text')),
}

/** What a test works with. */
export interface LoadBench {
  readonly handle: Handle
  readonly store: TestStore
  readonly folder: string
  load(files: readonly string[], options?: Partial<LoadOptions>): Promise<readonly LoadReport[]>
  ask<T>(statement: Sql): Promise<T>
  write(name: string, text: string | Buffer): string
  close(): Promise<void>
}

/** Opens a bench on the engines of this test process. */
export async function openBench(timeZone = 'Europe/London'): Promise<LoadBench> {
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
    store,
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

/** A mapping from its YAML. */
export function mapping(text: string): Mapping {
  const read = parseMapping(text, 'mapping.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}
