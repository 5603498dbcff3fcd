/** Histories come out of the store as they went in, and memberships are explained from them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Catalogue } from '../../core/catalog/index.ts'
import { parseProgramme } from '../../core/catalog/index.ts'
import { sql, value } from '../../core/sql/index.ts'
import { useStore } from '../../../test/kit/store.ts'
import { definitionsInReach } from './programme/applied.ts'
import { MACHINE_CLOCK } from './clock.ts'
import { explainMembership, explainReasons, readHistory } from './explain.ts'
import { ensureFacts } from './facts.ts'
import { readFolder } from './programme/folder.ts'
import type { Current, OpenProgramme } from './open.ts'
import { failureWire } from './wire.ts'

const FILE = `tessera: 1
name: Shop
timeZone: Europe/Lisbon
currency: EUR
traits:
  country: text
  income: money
  vip: boolean
  born: date birth-date
  seen: instant
  interests: list
  home: geo home
events:
  purchase:
    role: purchase
    properties:
      amount: money required
      note: text
      gift: boolean
      due: date
      sent: instant
      tags: list
    elements:
      item: { properties: { sku: text, price: money, packed: instant, fresh: boolean, best: date } }
  visit:
`
const kit = useStore()
const folder = mkdtempSync(join(tmpdir(), 'tessera-explain-'))
// Ids that break careless quoting.
const ANA = `O'Ana \\ "1"\t`
const BEA = 'bea'

function catalogueOf(): Catalogue {
  const parsed = parseProgramme(FILE, 'tessera.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value.catalogue
}

beforeAll(async () => {
  const { analytics } = kit.store
  mkdirSync(join(folder, 'segments'))
  writeFileSync(join(folder, 'tessera.yaml'), FILE)
  const segment = (key: string, definition: string): void =>
    writeFileSync(
      join(folder, 'segments', `${key}.yaml`),
      `name: ${key}\ndefinition: |\n  ${definition}\n`,
    )
  segment('buyers', 'sum(purchase.amount) >= 20 and in segment "known"')
  segment('known', 'country is known')
  segment('broken', 'contry is known')
  segment('fresh', 'any(purchase, last 30 days) or in list "vip"')
  await ensureFacts({ analytics, programme: { catalogue: catalogueOf() } })
  const keys = await analytics.query<{ k: string }>(
    sql`SELECT sipHash64(arrayJoin(${value([ANA, BEA], 'Array(String)')})) AS k`,
  )
  const [ana = '', bea = ''] = keys.map((row) => row.k)
  const put = (table: string, ...rows: object[]): Promise<unknown> => {
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    return analytics.insert({ table, format: 'JSONEachRow' }, Readable.from([Buffer.from(lines)]))
  }
  await put(
    'customer',
    { customer_key: ana, customer_id: ANA, known_from: '2026-01-02 00:00:00.000' },
    { customer_key: ana, customer_id: ANA, known_from: '2026-01-01 00:00:00.001' },
    { customer_key: bea, customer_id: BEA, known_from: '2026-02-01 00:00:00.000' },
  )
  await put(
    'profile',
    {
      customer_key: ana,
      at: '2026-01-01 00:00:00.001',
      seq: '7',
      t_country: 'PT',
      t_income: '1234.567891',
      t_vip: false,
      t_born: '1960-02-29',
      t_seen: '1969-12-31 23:59:59.999',
      t_interests: ['tea', ''],
      t_home: [38.72, -9.14],
    },
    { customer_key: ana, at: '2026-02-01 00:00:00.000', seq: 2, cleared: ['income'] },
  )
  await put('event_purchase', {
    customer_key: ana,
    at: '2026-01-05 10:00:00.123',
    id: 'p1',
    p_amount: '20.1',
    p_gift: true,
    p_due: '2026-03-01',
    p_sent: '2026-01-06 00:00:00.000',
    p_tags: ['x'],
    e_item_sku: ['a', ''],
    e_item_price: ['1.5', null],
    e_item_packed: [null, '2026-01-04 00:00:00.000'],
    e_item_fresh: [null, true],
    e_item_best: ['2026-12-31', null],
  })
  await put('list_member', {
    list: 'vip',
    customer_key: bea,
    at: '2026-02-02 00:00:00.000',
    seq: '3',
    listed: true,
  })
  await put('score', {
    name: 'churn',
    customer_key: bea,
    at: '2026-02-03 00:00:00.000',
    seq: '4',
    value: '0.25',
  })
  await put('event_visit', { customer_key: bea, at: '2026-02-01 00:00:00.000', id: 'v1' })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a past reads back with every type, missing values and clears', async () => {
  const [ana, ...others] = await readHistory(kit.store.analytics, catalogueOf(), [ANA, 'nobody'])
  expect(others).toEqual([])
  expect(ana?.customerId).toBe(ANA)
  expect(ana?.traits.toSorted((a, b) => a.at - b.at || a.seq - b.seq)).toEqual([
    { at: Date.parse('2026-01-01T00:00:00.001Z'), seq: -1, traits: {} },
    {
      at: Date.parse('2026-01-01T00:00:00.001Z'),
      seq: 7,
      traits: {
        country: 'PT',
        income: 1234.567891,
        vip: false,
        born: '1960-02-29',
        seen: -1,
        interests: ['tea', ''],
        home: [38.72, -9.14],
      },
    },
    { at: Date.parse('2026-02-01T00:00:00.000Z'), seq: 2, traits: { income: null } },
  ])
  expect(ana?.events).toEqual([
    {
      event: 'purchase',
      id: 'p1',
      at: Date.parse('2026-01-05T10:00:00.123Z'),
      properties: {
        amount: 20.1,
        note: null,
        gift: true,
        due: '2026-03-01',
        sent: Date.parse('2026-01-06T00:00:00Z'),
        tags: ['x'],
      },
      elements: {
        item: [
          { sku: 'a', price: 1.5, packed: null, fresh: null, best: '2026-12-31' },
          {
            sku: null,
            price: null,
            packed: Date.parse('2026-01-04T00:00:00Z'),
            fresh: true,
            best: null,
          },
        ],
      },
    },
  ])
})

test('lists and scores are part of a past', async () => {
  const [bea] = await readHistory(kit.store.analytics, catalogueOf(), [BEA])
  expect(bea?.lists).toEqual([
    { list: 'vip', at: Date.parse('2026-02-02T00:00:00Z'), seq: 3, listed: true },
  ])
  expect(bea?.scores).toEqual([
    { name: 'churn', at: Date.parse('2026-02-03T00:00:00Z'), seq: 4, value: 0.25 },
  ])
})

test('it is said since when, until when, and what would change it', async () => {
  const ask = (customer: string, asOf: string): ReturnType<typeof explainMembership> =>
    explainMembership(opened(), { customer, segment: 'fresh', locale: 'en', asOf })
  const inside = await ask(ANA, '2026-01-10')
  expect(inside.member).toBe(true)
  expect(inside.since.at).toBe('2026-01-05T10:00:00.123Z')
  expect(inside.until?.at).toBe('2026-02-04T10:00:00.123Z')
  expect(inside.change).toMatchObject({ kind: 'none', obstacle: 'time' })
  const outside = await ask(ANA, '2026-03-10')
  expect([outside.member, outside.since.at]).toEqual([false, '2026-02-04T10:00:00.123Z'])
  expect(outside.until).toBeNull()
  expect(outside.change).toMatchObject({
    kind: 'change',
    acts: [{ kind: 'events', event: 'purchase', count: 1 }],
  })
  expect(outside.change.sentence).toBe('Would be in with: 1 more purchase.')
  const listed = await ask(BEA, '2026-03-10')
  expect(listed.since.at).toBe('2026-02-02T00:00:00.000Z')
  expect(listed.change.sentence).toBe('Would be out with: being taken off the list “vip”.')
  expect(listed.definition.trim()).toBe('any(purchase, last 30 days) or in list "vip"')
})

test('several at once, in the order asked', async () => {
  const both = await readHistory(kit.store.analytics, catalogueOf(), [BEA, ANA])
  expect(both.map((past) => [past.customerId, past.events.map((e) => e.id)])).toEqual([
    [BEA, ['v1']],
    [ANA, ['p1']],
  ])
})

/** The folder above, opened on the store of this test. */
function opened(): OpenProgramme {
  const { analytics, ledger } = kit.store
  const files = readFolder(folder)
  if (files.programme === undefined) throw new Error('the programme has errors')
  const current: Current = {
    analytics,
    ledger,
    programme: files.programme,
    database: analytics.database,
    files,
    clock: MACHINE_CLOCK,
  }
  return {
    id: files.programme.id,
    folder,
    dataDir: files.dataDir,
    clock: MACHINE_CLOCK,
    current: async () => current,
    isUp: async () => true,
    close: async () => {},
  }
}

test('a membership is explained through the segments it refers to, as of any day', async () => {
  const ask = (customer: string, asOf: string): ReturnType<typeof explainMembership> =>
    explainMembership(opened(), { customer, segment: 'buyers', locale: 'pt-BR', asOf })
  const later = await ask(ANA, '2026-02-10')
  expect(later.member).toBe(true)
  expect(later.root.children.map((child) => child.truth)).toEqual([true, true])
  expect(later.root.children[0]?.evidence[0]?.events[0]).toMatchObject({ id: 'p1' })
  const earlier = await ask(ANA, '2026-01-04')
  expect([earlier.known, earlier.member]).toEqual([true, false])
  expect((await ask(ANA, '2025-12-31')).known).toBe(false)
  expect((await ask(BEA, '2026-02-10')).member).toBe(false)
})

test('reasons of a page of members come in one go', async () => {
  const asOf = Date.parse('2026-02-10T00:00:00Z')
  const current = await opened().current()
  const reasons = await explainReasons(current, {
    definitions: await definitionsInReach(current),
    segment: 'known',
    customerIds: [ANA, BEA],
    asOf,
    locale: 'en',
  })
  expect([...reasons.keys()]).toEqual([ANA, BEA])
  expect(reasons.get(ANA)).toContain('PT')
})

test('unknown customers and segments, and broken definitions, are refused by code', async () => {
  const code = async (customer: string, segment: string): Promise<unknown> =>
    await explainMembership(opened(), { customer, segment, locale: 'en' }).then(
      () => 'fine',
      (error: { code?: string }) => error.code,
    )
  expect(await code('nobody', 'known')).toBe('run/customer-unknown')
  expect(await code(ANA, 'nothing')).toBe('run/segment-unknown')
  expect(await code(ANA, 'broken')).toBe('run/definition-invalid')
})

test('a broken definition is shown where it stands in its file', async () => {
  const asked = explainMembership(opened(), { customer: ANA, segment: 'broken', locale: 'en' })
  const failure = failureWire(await asked.catch((error: unknown) => error), 'en')
  expect(failure.issues?.[0]?.at).toMatchObject({
    kind: 'file',
    file: 'segments/broken.yaml',
    line: 3,
    column: 3,
  })
  expect(failure.issues?.[0]?.excerpt?.text).toBe('  contry is known')
})
