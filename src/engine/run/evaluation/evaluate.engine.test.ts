/** Evaluation, publication and reading of snapshots on the real engines. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoundDefinition, CustomerHistory } from '../../../core/segment/index.ts'
import { raw } from '../../../core/sql/index.ts'
import { lawHandle } from '../../../../test/laws/law-handle.ts'
import { LAW_CATALOGUE } from '../../../../test/laws/catalogue.ts'
import { storeFacts } from '../../../../test/laws/store-facts.ts'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import { countMembers, estimate } from './count.ts'
import { evaluate } from './evaluate.ts'
import { FACTS_LOCK } from '../facts.ts'
import type { Handle } from '../handle.ts'
import { readMembers } from './members.ts'
import { membershipTable, overlayTable } from './generation/tables.ts'
import { currentSnapshot } from './snapshot.ts'

const asOf = Date.parse('2026-01-01T00:00:00Z')
let store: TestStore
let handle: Handle

beforeAll(async () => {
  store = await openTestStore()
  handle = await lawHandle(store)
  await storeFacts(store.analytics, LAW_CATALOGUE, histories())
})

afterAll(() => store.close())

/** Customer i has visited i times, a day apart, up to the day before `asOf`. */
function histories(): CustomerHistory[] {
  return Array.from({ length: 30 }, (_, i) => ({
    customerId: `c${String(i).padStart(2, '0')}`,
    traits: [{ at: 0, seq: 0, traits: { country: i % 2 === 0 ? 'BR' : 'PT' } }],
    events: Array.from({ length: i }, (_, n) => ({
      event: 'visit',
      id: `${i}-${n}`,
      at: asOf - (n + 1) * 86_400_000,
      properties: { page: 'home', seconds: 1 },
      elements: {},
    })),
  }))
}

function atLeastVisits(segment: string, count: number): BoundDefinition {
  return {
    segment,
    timeZone: 'UTC',
    refersTo: [],
    condition: {
      node: 0,
      kind: 'compare',
      op: '>=',
      left: { kind: 'measure', type: 'number', fn: 'count', source: { event: 'visit' } },
      right: { kind: 'literal', type: 'number', value: count },
    },
  }
}

const broad = atLeastVisits('broad', 5)
const narrow: BoundDefinition = {
  segment: 'narrow',
  timeZone: 'UTC',
  refersTo: ['broad'],
  condition: {
    node: 0,
    kind: 'and',
    of: [
      { node: 1, kind: 'inSegment', segment: 'broad' },
      {
        node: 2,
        kind: 'compare',
        op: '=',
        left: { kind: 'trait', type: 'text', name: 'country' },
        right: { kind: 'literal', type: 'text', value: 'BR' },
      },
    ],
  },
}
const texts = new Map([
  ['broad', 'count(visit) >= 5'],
  ['narrow', 'in segment "broad" and country = "BR"'],
])

test('a snapshot holds exact counts and members, page by page [SEG-1]', async () => {
  await expect(readMembers(handle, 'broad')).rejects.toMatchObject({ code: 'run/not-evaluated' })
  const done = await evaluate(handle, { definitions: [broad, narrow], texts, asOf })
  expect(done.snapshot.population).toBe(30)
  expect(done.snapshot.asOf).toBe(asOf)
  expect(Object.fromEntries(done.snapshot.segments)).toEqual({
    broad: expect.objectContaining({ count: 25, definition: 'count(visit) >= 5' }),
    narrow: expect.objectContaining({
      count: 12,
      definition: 'in segment "broad" and country = "BR"',
    }),
  })
  const first = await readMembers(handle, 'narrow', { limit: 7 })
  expect(first.customerIds).toEqual(['c06', 'c08', 'c10', 'c12', 'c14', 'c16', 'c18'])
  const second = await readMembers(handle, 'narrow', { limit: 7, after: first.next ?? '' })
  expect(second.customerIds).toEqual(['c20', 'c22', 'c24', 'c26', 'c28'])
  expect(second.next).toBeNull()
  expect((await readMembers(handle, 'broad', { search: 'C1' })).customerIds).toHaveLength(10)
  await expect(readMembers(handle, 'other')).rejects.toMatchObject({ code: 'run/not-in-snapshot' })
})

test('the base before is kept, and the first of the month; others are dropped', async () => {
  const ids: number[] = []
  for (let i = 0; i < 3; i++)
    ids.push((await evaluate(handle, { definitions: [broad], texts, asOf })).snapshot.base)
  const tables = await handle.analytics.tables.list()
  const first = ids.map((base) => base - 1)[0] ?? 0
  expect(tables.filter((t) => t.startsWith('membership_')).sort()).toEqual(
    [first, ...ids.slice(1)].map(membershipTable).sort(),
  )
  expect(tables.filter((t) => t.startsWith('overlay_')).sort()).toEqual(
    ids.slice(1).map(overlayTable).sort(),
  )
})

test('a failed or cancelled evaluation publishes nothing and leaves nothing', async () => {
  const before = await currentSnapshot(handle)
  const unknown: BoundDefinition = { ...broad, condition: { ...broad.condition, node: 0 } }
  const broken = { ...handle, programme: { ...handle.programme } }
  const missing = {
    ...unknown,
    condition: {
      node: 0,
      kind: 'presence' as const,
      missing: false,
      value: { kind: 'trait' as const, type: 'number' as const, name: 'no_such_trait' },
    },
  }
  await expect(evaluate(broken, { definitions: [missing], texts, asOf })).rejects.toThrow()
  const stop = new AbortController()
  stop.abort()
  await expect(
    evaluate(handle, { definitions: [broad], texts, asOf, signal: stop.signal }),
  ).rejects.toThrow()
  expect(await currentSnapshot(handle)).toEqual(before)
  const building = await handle.ledger.db
    .selectFrom('snapshot')
    .select('id')
    .where('state', '=', 'building')
    .execute()
  expect(building).toEqual([])
})

test('evaluation waits for a load that is publishing', async () => {
  const order: string[] = []
  let evaluation: Promise<unknown> = Promise.resolve()
  await handle.ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
    evaluation = evaluate(handle, { definitions: [broad], texts, asOf }).then(() =>
      order.push('evaluated'),
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    order.push('published')
  })
  await evaluation
  expect(order).toEqual(['published', 'evaluated'])
})

test('computed slice by slice it is the same state, and nobody comes twice', async () => {
  const given = { definitions: [broad, narrow], texts, asOf }
  const whole = (await evaluate(handle, given)).snapshot
  const sliced = (await evaluate(handle, { ...given, together: 7 })).snapshot
  expect(sliced.population).toBe(30)
  expect(sliced.segments).toEqual(whole.segments)
  const { n } = await rowOf(
    `SELECT count() AS n FROM member_change WHERE generation = ${sliced.id}`,
  )
  expect(Number(n)).toBe(0)
  const { rows, keys } = await rowOf(
    `SELECT count() AS rows, uniqExact(customer_key) AS keys FROM ${membershipTable(sliced.base)}`,
  )
  expect([Number(rows), Number(keys)]).toEqual([30, 30])
})

async function rowOf(text: string): Promise<Record<string, string>> {
  const [row] = await handle.analytics.query<Record<string, string>>(raw(text))
  return row ?? {}
}

test('a live count needs no snapshot and takes in nested segments', async () => {
  const count = await countMembers(handle, {
    definitions: [broad, narrow],
    segment: 'narrow',
    asOf,
  })
  expect(count).toEqual({ count: 12, population: 30 })
  const small = { definitions: [broad], segment: 'broad', asOf, approximate: true }
  expect(await countMembers(handle, small)).toEqual({ count: 25, population: 30 })
})

test('an estimate holds its 95 % interval, and knows its edges', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  const published: readonly (readonly [number, number, number, number])[] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]
  for (const [found, sampled, low, high] of published) {
    const result = estimate({ population: 1_000_000, sampled, found }).estimate
    expect((result?.low ?? -1) / 1e6).toBeCloseTo(low, 4)
    expect((result?.high ?? -1) / 1e6).toBeCloseTo(high, 4)
  }
  expect(estimate({ population: 1000, sampled: 10, found: 0 }).estimate?.low).toBe(0)
  expect(estimate({ population: 1000, sampled: 10, found: 10 }).estimate?.high).toBe(1000)
  expect(estimate({ population: 1000, sampled: 0, found: 0 }).estimate).toEqual({
    low: 0,
    high: 1000,
    sampled: 0,
  })
})
