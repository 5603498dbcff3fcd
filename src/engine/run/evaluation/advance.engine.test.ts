/** An advance over hand-made truths: the state carried on is the state computed anew, and changes bear their instants. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addTruths,
  createTruth,
  touchedBy,
  truthSource,
  type Truth,
} from '../../../../test/kit/truth.ts'
import { lawHandle } from '../../../../test/laws/law-handle.ts'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { sql } from '../../../core/sql/index.ts'
import type { Handle } from '../handle.ts'
import { advance } from './advance.ts'
import { evaluate, type EvaluateInput } from './evaluate.ts'
import { beginGeneration, moveWatermark, publishGeneration } from './generation/journal.ts'
import { thinGenerations } from './generation/retire.ts'
import { stateOf } from './generation/state.ts'
import { readMembers } from './members.ts'
import { currentSnapshot } from './snapshot.ts'

/** Two words, so that numbers beyond the first are met. */
const KEYS = Array.from({ length: 70 }, (_, i) => `s${String(i).padStart(2, '0')}`)
const WORDS = 2
const START = Date.parse('2026-01-01T00:00:00Z')
const HOUR = 3_600_000

const definitions: BoundDefinition[] = KEYS.map((segment) => ({
  segment,
  timeZone: 'UTC',
  refersTo: [],
  condition: { node: 0, kind: 'constant', value: true },
}))
const inForce = { definitions, texts: new Map(KEYS.map((key) => [key, key])) }
const source = (): ReturnType<typeof truthSource> => truthSource(WORDS)

let store: TestStore
let handle: Handle
beforeAll(async () => {
  store = await openTestStore()
  handle = await lawHandle(store)
  await createTruth(store.analytics)
})
afterAll(() => store.close())

/** A small generator of numbers (Lehmer), the same for the same seed. */
function chance(seed: number): (n: number) => number {
  let x = (seed % 2_147_483_646) + 1
  return (n) => {
    x = (x * 48_271) % 2_147_483_647
    return x % n
  }
}

function stateAt(truths: readonly Truth[], at: number): Map<number, readonly number[]> {
  const state = new Map<number, readonly number[]>()
  for (const t of truths.toSorted((a, b) => a.at - b.at || a.seq - b.seq))
    if (t.at <= at) state.set(t.customer, t.numbers)
  return state
}

async function heldState(): Promise<Map<number, readonly number[]>> {
  const snapshot = await currentSnapshot(handle)
  if (snapshot === undefined) return new Map()
  const rows = await handle.analytics.query<{ customer_key: string; bits: string[] }>(
    sql`SELECT customer_key, bits FROM (${stateOf(snapshot, (n) => handle.analytics.table(n))}) WHERE known = 1`,
  )
  return new Map(
    rows.map((row) => [
      Number(row.customer_key),
      row.bits.flatMap((word, w) =>
        Array.from({ length: 64 }, (_, b) => b)
          .filter((b) => ((BigInt(word) >> BigInt(b)) & 1n) === 1n)
          .map((b) => b + 64 * w),
      ),
    ]),
  )
}

interface Change {
  readonly segment_number: number
  readonly customer_key: string
  readonly entered: number
  readonly at: string
  readonly cause: string
}

async function changes(): Promise<readonly Change[]> {
  return await handle.analytics.query<Change>(
    sql`SELECT segment_number, customer_key, entered, toUnixTimestamp64Milli(at) AS at, cause FROM member_change
      WHERE segment_number < 65535 ORDER BY customer_key, at, segment_number`,
  )
}

/** What the history must say of a customer whose facts all came on time. */
function expectedChanges(truths: readonly Truth[], after: number, upTo: number): string[] {
  const out: string[] = []
  for (const customer of new Set(truths.map((t) => t.customer))) {
    const mine = truths
      .filter((t) => t.customer === customer)
      .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
    let was: readonly number[] = mine.findLast((t) => t.at <= after)?.numbers ?? []
    for (const at of new Set(mine.map((t) => t.at).filter((a) => a > after && a <= upTo))) {
      const now = mine.findLast((t) => t.at <= at)?.numbers ?? []
      for (const n of now) if (!was.includes(n)) out.push(`${customer} ${n} in ${at}`)
      for (const n of was) if (!now.includes(n)) out.push(`${customer} ${n} out ${at}`)
      was = now
    }
  }
  return out.sort()
}

test('state, counts and history follow facts and time, round after round', async () => {
  const next = chance(42)
  const truths: Truth[] = []
  let seq = 0
  const someTruth = (low: number, span: number): Truth => ({
    customer: 1 + next(40),
    at: low + next(span),
    seq: seq++,
    numbers: [
      ...new Set(Array.from({ length: next(4) }, () => [0, 3, 63, 64, 69][next(5)] ?? 0)),
    ].sort((a, b) => a - b),
  })
  const add = async (some: readonly Truth[]): Promise<void> => {
    truths.push(...some)
    await addTruths(handle.analytics, some, WORDS)
  }
  // Some lie in the future of the first evaluation: time alone brings them.
  await add(Array.from({ length: 60 }, () => someTruth(START - 20 * HOUR, 40 * HOUR)))
  await evaluate(handle, { ...inForce, asOf: START, computedAt: START, source })
  expect(await heldState()).toEqual(stateAt(truths, START))
  let clock = START
  for (let step = 0; step < 12; step++) {
    const to = clock + 1 + next(3 * HOUR)
    const some = Array.from({ length: next(12) }, () => someTruth(clock + 1, 5 * HOUR))
    await add(some)
    const done = await advance(handle, {
      ...inForce,
      to,
      computedAt: to,
      source,
      touched: some.length === 0 ? [] : [touchedBy(some)],
    })
    expect(done.snapshot?.asOf).toBe(to)
    expect(await heldState()).toEqual(stateAt(truths, to))
    clock = to
  }
  const state = stateAt(truths, clock)
  const snapshot = await currentSnapshot(handle)
  expect(snapshot?.population).toBe(state.size)
  for (const [i, key] of KEYS.entries()) {
    const count = [...state.values()].filter((numbers) => numbers.includes(i)).length
    expect([key, snapshot?.segments.get(key)?.count]).toEqual([key, count])
  }
  const found = await changes()
  expect(
    found
      .map((c) => `${c.customer_key} ${c.segment_number} ${c.entered === 1 ? 'in' : 'out'} ${c.at}`)
      .sort(),
  ).toEqual(expectedChanges(truths, START, clock))
  expect(new Set(found.map((c) => c.cause))).toEqual(new Set(['event', 'time']))
  const members = await readMembers(handle, 's64', { limit: 1000 })
  expect(members.customerIds).toEqual(
    [...state]
      .filter(([, n]) => n.includes(64))
      .map(([c]) => `c${String(c).padStart(3, '0')}`)
      .sort(),
  )
})

test('late facts change the state at the watermark, and an evaluation of the same changes nothing', async () => {
  const before = await currentSnapshot(handle)
  const late: Truth = { customer: 7, at: (before?.asOf ?? 0) - 1000, seq: 1_000_000, numbers: [5] }
  await addTruths(handle.analytics, [late], WORDS)
  const to = before?.asOf ?? 0
  const done = await advance(handle, {
    ...inForce,
    to,
    computedAt: to,
    source,
    touched: [touchedBy([late])],
  })
  expect((await heldState()).get(7)).toEqual([5])
  expect(done.evaluated).toBe(1)
  const mine = (await changes()).filter((c) => c.customer_key === '7' && c.segment_number === 5)
  expect(mine).toEqual([expect.objectContaining({ entered: 1, at: String(to), cause: 'event' })])
  const n = (await changes()).length
  const again = await evaluate(handle, { ...inForce, asOf: to, computedAt: to, source })
  expect((await changes()).length).toBe(n)
  expect(again.snapshot.population).toBe(done.snapshot?.population)
  expect(again.snapshot.segments).toEqual(done.snapshot?.segments)
})

test('so many new facts that everybody is computed: those ahead of the watermark still are the cause', async () => {
  const from = (await currentSnapshot(handle))?.asOf ?? 0
  const many = Array.from({ length: 2500 }, (_, i): Truth => ({
    customer: 1000 + i,
    at: from + (i % 2 === 0 ? HOUR / 2 : -HOUR),
    seq: 2_000_000 + i,
    numbers: [3],
  }))
  await addTruths(handle.analytics, many, WORDS)
  const to = from + HOUR
  const touched = [touchedBy(many)]
  const done = await advance(handle, { ...inForce, to, computedAt: to, source, touched })
  expect(done).toMatchObject({ kind: 'evaluated', snapshot: { asOf: to } })
  const mine = (await changes()).filter(
    (c) => Number(c.customer_key) >= 1000 && c.segment_number === 3,
  )
  expect(mine).toHaveLength(many.length)
  const told = new Set(mine.map((c) => `${c.cause} ${Number(c.at) - from}`))
  expect(told).toEqual(new Set(['event 0', `event ${HOUR / 2}`]))
})

test('the watermark never moves back, other definitions are not carried on', async () => {
  const before = await currentSnapshot(handle)
  const asOf = before?.asOf ?? 0
  const back = await advance(handle, { ...inForce, to: asOf - HOUR, source })
  expect(back).toMatchObject({ kind: 'moved', clockBehindMs: HOUR })
  expect((await currentSnapshot(handle))?.asOf).toBe(asOf)
  const other = { definitions: definitions.slice(1), texts: inForce.texts }
  expect(await advance(handle, { ...other, to: asOf + 1, source })).toMatchObject({
    kind: 'outdated',
  })
  // The one that is gone is left by all its members, because of the definition.
  const done = await evaluate(handle, {
    ...other,
    asOf,
    computedAt: asOf,
    source: () => truthSource(WORDS),
  })
  expect(done.snapshot.segments.has('s00')).toBe(false)
})

test('an evaluation that nobody wanted at an instant of its own stays where the state has come to meanwhile', async () => {
  const asOf = (await currentSnapshot(handle))?.asOf ?? 0
  const at = async (given: Partial<EvaluateInput> & { readonly asOf: number }) =>
    (await evaluate(handle, { ...inForce, computedAt: asOf, source, ...given })).snapshot
  expect(await at({ asOf: asOf - HOUR, place: 'held' })).toMatchObject({ asOf, pinned: false })
  expect(await at({ asOf: asOf - HOUR, place: 'forward' })).toMatchObject({ asOf, pinned: false })
  const past = { asOf: asOf - HOUR, pinned: true }
  expect(await at(past)).toMatchObject(past)
  expect(await at({ asOf, place: 'held' })).toMatchObject(past)
  expect(await at({ asOf, place: 'forward' })).toMatchObject({ asOf, pinned: false })
})

test('what began before the watermark moved is not published after: its lock must have been lost', async () => {
  const held = await currentSnapshot(handle)
  if (held === undefined) throw new Error('nothing is held')
  const { base, asOf } = held
  const begin = { base, kind: 'advance', asOf, computedAt: asOf } as const
  const counts = { population: held.population, segments: Object.fromEntries(held.segments) }
  const rest = { base, asOf, counts, changes: 0, overlayRows: 0, nextFlip: undefined }
  const late = await beginGeneration(handle, begin)
  await moveWatermark(handle, held.id, asOf + 1)
  const refused = expect.objectContaining({ code: 'store/lock-lost' }) as Error
  await expect(
    publishGeneration(handle, { ...rest, from: held, generation: late }),
  ).rejects.toEqual(refused)
  expect(await currentSnapshot(handle)).toMatchObject({ id: held.id, asOf: asOf + 1 })
  const from = { id: held.id, asOf: asOf + 1 }
  await publishGeneration(handle, { ...rest, asOf: asOf + 1, from, generation: late })
  expect(await currentSnapshot(handle)).toMatchObject({ id: late, asOf: asOf + 1 })
})

test('a generation holds sizes alone; what its segments are is told once, with its base', async () => {
  const rows = await handle.ledger.db.selectFrom('generation').select('counts').execute()
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toContain('definition')
  const now = await currentSnapshot(handle)
  expect([...(now?.segments.values() ?? [])].every((one) => one.meaning !== '')).toBe(true)
})

test('after a week the last generation of each hour stays, and nothing else is lost', async () => {
  const { db } = handle.ledger
  const base = (await currentSnapshot(handle))?.base ?? 0
  const day = Date.parse('2024-05-01T10:00:00Z')
  const minutes = [0, 20, 59, 60, 61, 7 * 24 * 60 + 1, 7 * 24 * 60 + 2]
  for (const minute of minutes) {
    const at = new Date(day + minute * 60_000)
    const row = {
      kind: 'advance',
      state: 'published',
      as_of: at,
      computed_at: at,
      counts: '{}',
    } as const
    await db
      .insertInto('generation')
      .values({ ...row, snapshot_id: base })
      .execute()
  }
  const of = async (): Promise<readonly number[]> => {
    const rows = await db
      .selectFrom('generation')
      .select('computed_at')
      .where('computed_at', '<', new Date('2024-06-01T00:00:00Z'))
      .orderBy('id')
      .execute()
    return rows.map((row) => (row.computed_at.getTime() - day) / 60_000)
  }
  expect(await of()).toEqual(minutes)
  expect(await thinGenerations(handle, day + (7 * 24 + 2) * 60 * 60_000)).toBe(3)
  expect(await of()).toEqual([59, 61, 7 * 24 * 60 + 1, 7 * 24 * 60 + 2])
})
