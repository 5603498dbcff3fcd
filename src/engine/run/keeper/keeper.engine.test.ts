/** The keeper on a real programme: time passes, the state follows, restarts and clocks that jump change nothing. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { KeeperState } from '../../../core/contract/index.ts'
import { checkSnapshot, freezeSegment } from '../door/freeze.ts'
import { countSeries, memberTrail, pastMembers } from '../door/past.ts'
import { evaluateProgramme } from '../door/verbs.ts'
import { verifyProgramme } from '../door/verify.ts'
import { EVALUATION_LOCK } from '../evaluation/generation/journal.ts'
import { loadIntoProgramme } from '../files/imports.ts'
import { openProgramme, type OpenProgramme } from '../open.ts'
import { stopEngines } from '../programme/engines.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { freshness, rememberKeeper } from './status.ts'

const DAY = 86_400_000
const FIRST = Date.parse('2026-02-01T12:00:00Z')
let now = FIRST
const clock = { now: () => now }
const locale = 'en'
let folder = ''
let programme: OpenProgramme

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-keeper-'))
  const shop = join(import.meta.dirname, '../../../../examples/corner-shop')
  cpSync(shop, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
  programme = await openProgramme({ folder, from: folder, locale, clock })
  const files = ['customers.csv', 'orders.csv'].map((name) => join(folder, 'data', name))
  await loadIntoProgramme(programme, { files, locale })
})

afterAll(async () => {
  await programme.close()
  await stopEngines({ folder, from: folder, locale })
  rmSync(folder, { recursive: true, force: true })
})

async function watermark(): Promise<number> {
  const { watermark: at } = await freshness(programme, { locale })
  return at === null ? 0 : Date.parse(at)
}

/** Waits until the state has come to the clock. */
async function settled(keeper: Keeper): Promise<void> {
  for (let i = 0; i < 400; i++) {
    keeper.nudge()
    if ((await watermark()) === now) return
    await sleep(50)
  }
  throw new Error(`the keeper does not get there: ${String(keeper.status().lastError)}`)
}

/** A keeper that a failing test leaves to nobody. */
function keep(): Keeper {
  const keeper = createKeeper(programme, { beatMs: 50 })
  onTestFinished(async () => keeper.close())
  return keeper
}

/** Waits until it says so: who takes the lock first, and when, is not for a test to guess. */
async function says(keeper: Keeper, state: KeeperState): Promise<void> {
  await vi.waitFor(() => expect(keeper.status().state).toBe(state), {
    timeout: 30_000,
    interval: 20,
  })
}

test('nothing is kept before the first evaluation; then the state follows the clock', async () => {
  const keeper = keep()
  await sleep(300)
  expect(keeper.status().state).toBe('idle')
  await evaluateProgramme(programme, { locale })
  for (const days of [10, 45]) {
    now += days * DAY
    await settled(keeper)
    await says(keeper, 'keeping')
    expect(await verifyProgramme(programme, {})).toMatchObject({ ok: true, differences: [] })
  }
  const { changes } = await memberTrail(programme, { limit: 100 })
  expect(changes.length).toBeGreaterThan(0)
  for (const change of changes) {
    expect(change.cause).toBe('time')
    const at = Date.parse(change.at)
    expect(at).toBeGreaterThan(FIRST)
    expect(at).toBeLessThanOrEqual(now)
  }
  await keeper.close()
})

test('another process stands by, and takes over; what passed meanwhile is caught up', async () => {
  const first = keep()
  await says(first, 'keeping')
  const second = keep()
  await says(second, 'standing-by')
  await second.close()
  await first.close()
  now += 30 * DAY
  const third = keep()
  await settled(third)
  expect(await verifyProgramme(programme, {})).toMatchObject({ ok: true })
  await third.close()
})

test('a clock that goes back moves nothing back, and is spoken of', async () => {
  const before = now
  now -= 5 * DAY
  const keeper = keep()
  await says(keeper, 'keeping')
  expect(keeper.status().clockBehindMs).toBe(5 * DAY)
  expect(await watermark()).toBe(before)
  now = before + 10_000
  await settled(keeper)
  await keeper.close()
})

test('the watermark waits while an evaluation is under way, which began from where it stood', async () => {
  const keeper = keep()
  await says(keeper, 'keeping')
  const before = await watermark()
  const { ledger } = await programme.current()
  await ledger.withLock(EVALUATION_LOCK, 'exclusive', async () => {
    now += 10_000
    await sleep(400)
    expect(await watermark()).toBe(before)
  })
  await settled(keeper)
})

test('a killed keeper leaves numbers that are late, a stopped one does not', async () => {
  const keeper = keep()
  await says(keeper, 'keeping')
  expect((await freshness(programme, { locale, keeper: keeper.status() })).late).toBe(false)
  await keeper.close()
  now += DAY
  expect(await freshness(programme, { locale })).toMatchObject({ late: false, keeper: 'off' })
  // One that was killed did not say that it stopped.
  await rememberKeeper(await programme.current(), true)
  expect(await freshness(programme, { locale })).toMatchObject({
    late: true,
    behindSeconds: 86_400,
  })
})

test('late facts part the two readings of the past, and the reason is told', async () => {
  await evaluateProgramme(programme, { locale })
  const then = now
  const segment = 'active_60'
  const asOf = new Date(then).toISOString()
  const frozen = await freezeSegment(programme, { name: 'then', segment })
  expect(await checkSnapshot(programme, 'then')).toMatchObject({ ok: true })
  await expect(freezeSegment(programme, { name: 'then', segment })).rejects.toMatchObject({
    code: 'run/frozen-exists',
  })
  now += DAY
  const day = new Date(then - 3 * DAY).toISOString().slice(0, 10)
  const file = join(folder, 'late.csv')
  const header = 'order_id,customer_id,ordered_at,status,channel,category,quantity,amount'
  writeFileSync(file, `${header}\nL1,C4,${day} 10:00:00,paid,store,Tea,1,6.20\n`)
  await loadIntoProgramme(programme, { files: [file], locale, as: 'orders' })
  const held = await pastMembers(programme, {
    segment,
    asOf,
    reading: 'held',
    limit: 50,
    explain: true,
  })
  expect(held.total).toBe(frozen.members)
  const known = await pastMembers(programme, { segment, asOf, reading: 'recomputed', limit: 50 })
  expect(known.customerIds).toContain('C4')
  expect(held.customerIds).not.toContain('C4')
  expect(held.difference?.groups).toContainEqual(
    expect.objectContaining({ because: 'facts', only: 'recomputed', examples: ['C4'] }),
  )
  // What is known now does not reproduce it any more, and the members that are kept do.
  const check = await checkSnapshot(programme, 'then')
  expect(check).toMatchObject({ ok: false, stored: frozen.digest, missing: ['C4'] })
  expect(await verifyProgramme(programme, {})).toMatchObject({ ok: true })
})

test('a definition is tried on the past', async () => {
  const { points } = await countSeries(
    programme,
    { definition: 'any(purchase, last 60 days)', each: 'month', last: 3 },
    { locale },
  )
  expect(points).toHaveLength(3)
  expect(points.map((p) => Date.parse(p.asOf))).toEqual(
    points.map((p) => Date.parse(p.asOf)).toSorted((a, b) => a - b),
  )
  expect(points.some((p) => p.count > 0)).toBe(true)
})
