// Doors agree with each other while the state moves on: files, histories and curves, lists that are being written.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { evaluateAlone } from '../evaluation/evaluate.ts'
import { EVALUATION_LOCK } from '../evaluation/generation/journal.ts'
import { readMembersOf, requireSnapshot } from '../evaluation/members.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import { FACTS_LOCK } from '../facts.ts'
import { applyChanges } from '../governance/apply.ts'
import { versionsFor } from '../governance/first.ts'
import { touchedByLists } from '../governance/list-edits.ts'
import { createList, editList } from '../governance/lists.ts'
import { standing } from '../governance/standing.ts'
import { recordVersions } from '../governance/versions.ts'
import { inForceNow } from '../keeper/arrived.ts'
import { catchUp } from '../keeper/catch-up.ts'
import { memberFlow } from './flow.ts'
import { memberTrail, pastMembers } from './past.ts'
import { evaluateProgramme } from './verbs.ts'

const SHOP = fileURLToPath(new URL('../../../../examples/corner-shop/', import.meta.url))
const DAY = 86_400_000
const locale = 'en'
let now = Date.parse('2026-04-01T08:00:00Z')
let shop: TestFolder

const define = (definition: string): void =>
  writeFileSync(
    join(shop.folder, 'segments/listed.yaml'),
    `name: Listed\ndefinition: ${definition}\n`,
  )
const list = async (add: readonly string[]): Promise<unknown> =>
  await editList(shop.programme, { name: 'vip', locale, add })

beforeAll(async () => {
  shop = await openTestFolder(SHOP, { clock: { now: () => now } })
  const segments = join(shop.folder, 'segments')
  for (const name of readdirSync(segments)) rmSync(join(segments, name))
  define('in list "vip"')
  await shop.load(['customers.csv', 'orders.csv'].map((name) => join(shop.folder, 'data', name)))
  await createList(shop.programme, { name: 'vip', locale })
  await evaluateProgramme(shop.programme, { locale })
})
afterAll(() => shop.close())

test('all pages of a file are of the generation in which it was begun', async () => {
  const current = await shop.programme.current()
  const before = await requireSnapshot(current)
  now += 3_600_000
  await list(['C1', 'C2'])
  expect(await readMembersOf(current, before, 'listed', { limit: 10 })).toMatchObject({
    customerIds: [],
    total: 0,
  })
  expect(await shop.members('listed')).toEqual(['C1', 'C2'])
})

test('a curve agrees with its entries and exits also after days on which nothing happened', async () => {
  const asked = new Date(now + DAY).toISOString()
  now += 3 * DAY
  await catchUp(await shop.programme.current(), { to: now, computedAt: now })
  const { days } = await memberFlow(shop.programme, { segment: 'listed', days: 5 })
  expect(days.map(({ entered, left, count }) => [entered, left, count])).toEqual([
    [0, 0, null],
    [2, 0, 2],
    [0, 0, 2],
    [0, 0, 2],
    [0, 0, 2],
  ])
  const past = await pastMembers(shop.programme, {
    segment: 'listed',
    asOf: asked,
    reading: 'held',
    limit: 5,
  })
  expect(past).toMatchObject({ total: 2, heldAsOf: asked })
})

test('no generation takes in half of an edit', async () => {
  const current = await shop.programme.current()
  let edit: Promise<unknown> = Promise.resolve()
  // As an evaluation holds it.
  await current.ledger.withLock(FACTS_LOCK, 'shared', async () => {
    edit = list(['C3'])
    await sleep(400)
    expect(await touchedByLists(current)).toBeUndefined()
  })
  await edit
  expect(await shop.members('listed')).toEqual(['C1', 'C2', 'C3'])
})

test('whoever waited for the lock computes what is in force then', async () => {
  const current = await shop.programme.current()
  let waiting: Promise<unknown> = Promise.resolve()
  now += 1000
  await current.ledger.withLock(EVALUATION_LOCK, 'exclusive', async () => {
    waiting = catchUp(current, { to: now, computedAt: now })
    await sleep(400)
    define('everyone')
    const edited = await shop.programme.current()
    const { changes } = await standing(edited)
    const author = { who: 'ana', why: 'all of them' }
    await recordVersions(edited, versionsFor(edited, changes, { author, issues: () => [] }))
    await evaluateAlone(edited, { ...(await inForceNow(edited)), asOf: now, computedAt: now })
  })
  await waiting
  const everyone = await shop.members('listed')
  expect(everyone.length).toBeGreaterThan(3)
  const { changes } = await memberTrail(shop.programme, { segment: 'listed', limit: 100 })
  expect(changes.filter((change) => !change.entered)).toEqual([])
  expect(changes).toHaveLength(everyone.length)
})

test('an evaluation of now that waited its turn does not take the watermark back', async () => {
  const current = await shop.programme.current()
  let waiting: Promise<unknown> = Promise.resolve()
  await current.ledger.withLock(EVALUATION_LOCK, 'exclusive', async () => {
    waiting = evaluateProgramme(shop.programme, { locale })
    await sleep(400)
    now += 5000
    const asOf = { asOf: now, computedAt: now }
    await evaluateAlone(current, { ...(await inForceNow(current)), ...asOf })
  })
  await waiting
  expect((await currentSnapshot(current))?.asOf).toBe(now)
})

test('who is left out by hand for the first time is so because of the list', async () => {
  await editList(shop.programme, { name: 'segment:listed:exclude', locale, add: ['C1'] })
  const { changes } = await memberTrail(shop.programme, { customer: 'C1', limit: 1 })
  expect(changes).toMatchObject([{ segment: 'listed', entered: false, cause: 'list' }])
})

test('a history of a segment that never was is refused', async () => {
  const asked = memberTrail(shop.programme, { segment: 'lsted', limit: 1 })
  await expect(asked).rejects.toMatchObject({ code: 'run/segment-unknown' })
  // One that is gone still has its history.
  rmSync(join(shop.folder, 'segments/listed.yaml'))
  await applyChanges(shop.programme, { locale, why: 'no longer needed', who: 'ana' })
  const { changes } = await memberTrail(shop.programme, { segment: 'listed', limit: 100 })
  expect(changes.some((change) => !change.entered && change.cause === 'definition')).toBe(true)
})
