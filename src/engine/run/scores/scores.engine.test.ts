// Scores on real engines: a file of values moves members at once, with its cause, and the same file again nothing.
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import type { ScoreLoadWire } from '../../../core/contract/index.ts'
import { merge } from '../arrival/door.ts'
import { memberTrail } from '../door/past.ts'
import { evaluateProgramme } from '../door/verbs.ts'
import { verifyProgramme } from '../door/verify.ts'
import { explainMembership } from '../explain.ts'
import { applyChanges } from '../governance/apply.ts'
import { catchUp } from '../keeper/catch-up.ts'
import { writeScores } from './records.ts'
import { loadScores, showScores, type LoadScores } from './scores.ts'

const SHOP = join(import.meta.dirname, '../../../../examples/corner-shop')
const DAY = 86_400_000
const locale = 'en'
const CLV = 'clv.expected_12m'
let now = Date.parse('2026-03-31T11:00:00Z')
let shop: TestFolder

const load = (text: string, more: Partial<LoadScores> = {}): Promise<ScoreLoadWire> =>
  loadScores(shop.programme, { text, file: 'clv.csv', score: CLV, locale, who: 'ana', ...more })
const code = (wanted: string): Error => expect.objectContaining({ code: wanted }) as Error
const follow = async (): Promise<unknown> =>
  await catchUp(await shop.programme.current(), { to: now, computedAt: now })
const agrees = async (): Promise<void> =>
  expect(await verifyProgramme(shop.programme, {})).toMatchObject({ ok: true })

beforeAll(async () => {
  shop = await openTestFolder(SHOP, { clock: { now: () => now } })
  appendFileSync(
    join(shop.folder, 'tessera.yaml'),
    '\nscores:\n  clv.expected_12m: number\n  churn.risk: number\n',
  )
  const definition = `score(${CLV}) > 300`
  writeFileSync(
    join(shop.folder, 'segments/worth.yaml'),
    `name: worth\ndefinition: ${definition}\n`,
  )
  await shop.load(['customers.csv', 'orders.csv'].map((name) => join(shop.folder, 'data', name)))
  await applyChanges(shop.programme, { locale, why: 'first', who: 'ana' })
  await evaluateProgramme(shop.programme, { locale })
})
afterAll(() => shop.close())

test('[SCORE-1] values bring members in with the cause score; what is wrong is named with its line', async () => {
  expect(await shop.members('worth')).toEqual([])
  now += DAY
  const text =
    'customer_id,value,colour\nC1,420.5,red\nnobody,900,red\nC2,much,red\nC3,300,red\nC4,,red\n'
  const done = await load(text, { version: 'm7', why: 'monthly' })
  expect(done).toMatchObject({ read: 5, written: 2, cleared: 0, unchanged: 1, rejected: 2 })
  expect(done.issues.map((i) => [i.code, i.at?.kind === 'file' ? i.at.line : 0])).toEqual([
    ['run/score-column-unread', 1],
    ['run/score-customer', 3],
    ['run/score-value', 4],
  ])
  expect(await shop.members('worth')).toEqual(['C1'])
  const trail = await memberTrail(shop.programme, { customer: 'C1', segment: 'worth', limit: 9 })
  expect(JSON.stringify(trail)).toContain('"cause":"score"')
  const why = await explainMembership(shop.programme, { customer: 'C1', segment: 'worth', locale })
  expect(why.member).toBe(true)
  expect(JSON.stringify(why)).toContain(CLV)
  await agrees()
  now += DAY
  expect(await load(text)).toMatchObject({ load: null, written: 0, unchanged: 3 })
  const found = await showScores(shop.programme, { locale })
  expect(found.scores).toMatchObject([
    { name: CLV, customers: 2, spread: { low: 300, high: 420.5 }, usedBy: ['worth'] },
    { name: 'churn.risk', customers: 0, spread: null },
  ])
  expect(found.loads).toMatchObject([
    { who: 'ana', why: 'monthly', version: 'm7', written: 2, rejected: 2, finished: true },
  ])
})

test('late values count now, dated ones twice change nothing, empty ones take back', async () => {
  await load('id;value\nC3;350\n', { at: '2026-03-01' })
  // Later said is what holds: 300 of the load before.
  expect(await shop.members('worth')).toEqual(['C1'])
  const dated = 'customer_id,clv.expected_12m,churn.risk,at\nC5,1e3,.25,2026-03-01T10:00Z\n'
  const both = { text: dated, file: 'both.csv', locale } as const
  expect(await loadScores(shop.programme, both)).toMatchObject({ written: 2, rejected: 0 })
  expect(await shop.members('worth')).toEqual(['C1', 'C5'])
  expect(await loadScores(shop.programme, both)).toMatchObject({ load: null, unchanged: 2 })
  await agrees()
  // The same value said anew later is a record of its own: one in between does not undo it.
  expect(await load('customer_id,value\nC5,1000\n', { at: '2026-03-20' })).toMatchObject({
    written: 1,
  })
  await load('customer_id,value\nC5,1\n', { at: '2026-03-10' })
  expect(await shop.members('worth')).toEqual(['C1', 'C5'])
  now += DAY
  expect(await load('customer_id,value\nC1,\n')).toMatchObject({ written: 1, cleared: 1 })
  expect(await shop.members('worth')).toEqual(['C5'])
  await agrees()
})

test('a value that holds from tomorrow on moves members tomorrow', async () => {
  await load('customer_id,value\nC6,999\n', { at: new Date(now + DAY).toISOString() })
  expect(await shop.members('worth')).toEqual(['C5'])
  now += 2 * DAY
  await follow()
  expect(await shop.members('worth')).toEqual(['C5', 'C6'])
  await agrees()
})

test('[SEE-9] a merged id stands for its customer', async () => {
  await merge(shop.programme, { alias: 'C8', customer: 'C7' })
  await follow()
  expect(await load('customer_id,value\nC7,10\nC8,700\n')).toMatchObject({
    written: 1,
    unchanged: 1,
  })
  expect(await shop.members('worth')).toEqual(['C5', 'C6', 'C7'])
  await agrees()
})

test('rows that nobody told of yet are taken in by the next catching up', async () => {
  now += DAY
  const value = { customer: 'C2', score: CLV, value: '500.000000', at: now, dated: false }
  const kept = { scores: [CLV], file: 'x.csv', digest: '', version: '', who: 'ana', why: '' }
  await writeScores(await shop.programme.current(), {
    ...kept,
    values: [value],
    read: 1,
    rejected: 0,
  })
  expect(await shop.members('worth')).not.toContain('C2')
  await follow()
  expect(await shop.members('worth')).toContain('C2')
  await agrees()
})

test('a score that no definition asks about touches nobody until one does', async () => {
  now += DAY
  await follow()
  await load('customer_id,value\nC3,0.9\nC4,0.1\n', { score: 'churn.risk' })
  expect(await follow()).toMatchObject({ evaluated: 0 })
  await agrees()
  const risky = `name: risky\ndefinition: score(churn.risk) > 0.5\n`
  writeFileSync(join(shop.folder, 'segments/risky.yaml'), risky)
  await applyChanges(shop.programme, { locale, why: 'who may leave', who: 'ana' })
  await load('customer_id,value\nC4,0.8\n', { score: 'churn.risk' })
  await follow()
  expect(await shop.members('risky')).toEqual(['C3', 'C4'])
  await agrees()
  now += DAY
  await load('customer_id,value\nC3,0.2\nC5,0.7\n', { score: 'churn.risk' })
  expect(await shop.members('risky')).toEqual(['C4', 'C5'])
  await agrees()
})

test('what cannot be read at all is refused', async () => {
  await expect(load('customer_id,value\n', { score: 'clv.expected' })).rejects.toThrow(
    code('run/score-unknown'),
  )
  await expect(load('name,value\nx,1\n')).rejects.toThrow(code('run/score-columns'))
  await expect(load('id,amount\nC1,1\n')).rejects.toThrow(code('run/score-columns'))
  await expect(load('id,value\nC1,1\n', { at: 'soon' })).rejects.toThrow(code('run/bad-instant'))
})
