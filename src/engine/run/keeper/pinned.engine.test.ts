/** Data that end in the past: numbers of now are true of now, and an instant that is asked for stays. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { evaluateProgramme, readSnapshot } from '../door/verbs.ts'
import { verifyProgramme } from '../door/verify.ts'
import { requireSnapshot } from '../evaluation/members.ts'
import { waitingLoads } from '../evaluation/generation/touched.ts'
import { loadIntoProgramme } from '../files/imports.ts'
import { applyChanges } from '../governance/apply.ts'
import { createKeeper, type Keeper } from './keeper.ts'

const SHOP = join(import.meta.dirname, '../../../../examples/corner-shop')
const DAY = 86_400_000
const locale = 'en'
const expected: { readonly asOf: string; readonly members: Readonly<Record<string, string[]>> } =
  JSON.parse(readFileSync(join(SHOP, 'expected.json'), 'utf8'))
/** Years after the last order. */
let now = Date.parse('2030-06-01T12:00:00Z')
let shop: TestFolder
let keeper: Keeper

beforeAll(async () => {
  shop = await openTestFolder(SHOP, { clock: { now: () => now } })
  const files = ['customers.csv', 'orders.csv'].map((name) => join(shop.folder, 'data', name))
  await loadIntoProgramme(shop.programme, { files, locale })
  keeper = createKeeper(shop.programme, { beatMs: 50 })
})

afterAll(async () => {
  await keeper.close()
  await shop.close()
})

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    keeper.nudge()
    if (await is()) return
    await sleep(50)
  }
  throw new Error(`the keeper does not get there: ${String(keeper.status().lastError)}`)
}

async function watermark(): Promise<number> {
  return (await requireSnapshot(await shop.programme.current())).asOf
}

async function nothingWaits(): Promise<boolean> {
  return (await waitingLoads(await shop.programme.current())).length === 0
}

test('evaluated without an instant, numbers are of now and follow the clock', async () => {
  await evaluateProgramme(shop.programme, { locale })
  expect(await shop.members('active_60')).toEqual([])
  expect(await shop.members('lapsing')).toEqual([])
  now += 10 * DAY
  await until(async () => (await watermark()) === now)
  await until(() => keeper.status().state === 'keeping')
  expect(await readSnapshot(shop.programme)).toMatchObject({ pinned: false, late: false })
  expect(await verifyProgramme(shop.programme, {})).toMatchObject({ ok: true })
})

test('an instant of the past stays, takes in late facts and other definitions, until numbers of now are asked for', async () => {
  const then = Date.parse(expected.asOf)
  await evaluateProgramme(shop.programme, { locale, asOf: expected.asOf })
  await until(() => keeper.status().state === 'pinned')
  for (const [segment, members] of Object.entries(expected.members))
    expect([segment, await shop.members(segment)]).toEqual([segment, members])
  now += 40 * DAY
  await until(() => keeper.status().state === 'pinned')
  expect(await watermark()).toBe(then)
  expect(await readSnapshot(shop.programme)).toMatchObject({
    pinned: true,
    late: false,
    behindSeconds: 0,
  })

  const file = join(shop.folder, 'late.csv')
  const [header] = readFileSync(join(shop.folder, 'data', 'orders.csv'), 'utf8').split('\n')
  writeFileSync(file, `${header}\nL1,C4,2026-03-20 10:00:00,paid,store,Tea,1,6.20\n`)
  expect(await shop.members('active_60')).not.toContain('C4')
  await loadIntoProgramme(shop.programme, { files: [file], locale, as: 'orders' })
  await until(nothingWaits)
  expect(await shop.members('active_60')).toContain('C4')

  const path = join(shop.folder, 'segments', 'active_60.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('60 days)', '5 days)'))
  const done = await applyChanges(shop.programme, { locale, why: 'shorter' })
  expect(done.evaluation?.snapshot).toMatchObject({ pinned: true })
  expect(await watermark()).toBe(then)
  expect(await shop.members('active_60')).not.toContain('C4')

  await evaluateProgramme(shop.programme, { locale })
  await until(() => keeper.status().state === 'keeping')
  expect(await readSnapshot(shop.programme)).toMatchObject({ pinned: false })
  expect(await watermark()).toBe(now)
})

test('an instant to come that was asked for does not hold up the clock for good', async () => {
  const asOf = new Date(now + 400 * DAY).toISOString()
  await evaluateProgramme(shop.programme, { locale, asOf })
  expect(await readSnapshot(shop.programme)).toMatchObject({ pinned: true })
  await until(() => keeper.status().state === 'pinned')
  await evaluateProgramme(shop.programme, { locale })
  now += DAY
  await until(async () => (await watermark()) === now)
  await until(() => keeper.status().state === 'keeping')
})
