// Checks of segments on real engines: before activation, after each refresh, kept, thinned, and against planted proxies.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES } from '../../../core/base/index.ts'
import type { ReportWire, SegmentWire } from '../../../core/contract/index.ts'
import {
  catchUp,
  checksOf,
  createDemo,
  evaluateProgramme,
  listSegments,
  loadScores,
  writeCheck,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { keepModels } from '../index.ts'
import { makeReport } from '../report/run.ts'
import { checkTold } from '../report/told.ts'
import { draftWire } from '../report/wire.ts'
import { SEGMENT_QUALITY } from '../segments/quality.ts'
import { applyWithChecks, planWithChecks } from './advise.ts'
import { checkSegments, dueChecks } from './checking.ts'

const DAY = 86_400_000
const locale = 'en'
let now = Date.parse('2026-06-30T10:00:00Z')
let shop: TestFolder
const { signal } = new AbortController()
/** However slow the machine is. */
const LONG = { budgetMs: 600_000 }

const write = (key: string, definition: string): void =>
  writeFileSync(
    join(shop.folder, `segments/${key}.yaml`),
    `name: { en: ${key} }\nwhy: { en: a test }\npurpose: marketing\ndefinition: ${definition}\n`,
  )
const report = (name: string, parameters: Readonly<Record<string, string>> = {}) =>
  makeReport(shop.programme, { name, parameters, locale })
const codes = (made: ReportWire): readonly string[] => made.findings.map(({ code }) => code)
async function listed(key: string, as = locale): Promise<SegmentWire> {
  const all = await listSegments(shop.programme, as as typeof locale)
  const found = all.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

/** Of the regulars nine in ten are red, of the others two in ten; the hue says nothing of anybody. */
async function plantFaith(): Promise<void> {
  const regulars = new Set(await shop.members('loyal-regulars'))
  const all = await shop.members('all')
  const rows = all.map((id, i) => {
    const isRed = i % 10 < (regulars.has(id) ? 9 : 2)
    return `${id},${isRed ? 'red' : 'blue'},${i % 2 === 0 ? 'warm' : 'cold'}`
  })
  const path = join(shop.folder, 'faith.csv')
  writeFileSync(path, ['customer_id,faith,hue', ...rows, ''].join('\n'))
  await shop.load([path])
  const chance = all.map((id, i) => `${id},${(regulars.has(id) ? 1 : 0) + (i % 7) / 10}`)
  await loadScores(shop.programme, {
    text: ['customer_id,value', ...chance, ''].join('\n'),
    file: 'chance.csv',
    score: 'outside.chance',
    locale,
  })
}

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-checks-'))
  const folder = join(source, 'demo')
  await createDemo({ folder, customers: 500, until: '2026-06-29' })
  for (const name of readdirSync(join(folder, 'segments')))
    if (name !== 'loyal-regulars.yaml') rmSync(join(folder, 'segments', name))
  rmSync(join(folder, 'models'), { recursive: true, force: true })
  const file = readFileSync(join(folder, 'tessera.yaml'), 'utf8')
  const traits = '\ntraits:\n  faith: text sensitive\n  hue: text sensitive\n'
  writeFileSync(
    join(folder, 'tessera.yaml'),
    `${file.replace('\ntraits:\n', traits)}\nscores:\n  outside.chance: number\n`,
  )
  shop = await openTestFolder(folder, { clock: { now: () => now } })
  rmSync(source, { recursive: true })
  write('all', 'everyone')
  write('scored', 'score(outside.chance) >= 0.3')
  const files = ['products.csv', 'customers.csv', 'orders.csv', 'refunds.csv']
  await shop.load(files.map((name) => join(shop.folder, 'data', name)))
  await evaluateProgramme(shop.programme, { locale })
  await plantFaith()
  await catchUp(await shop.programme.current(), { to: now, computedAt: now })
}, 120_000)
afterAll(() => shop.close())

test('a segment and a score that stand for something protected are named, with the figures of a hand count', async () => {
  const made = await report('proxies')
  const table = made.tables.find(({ name }) => name === 'proxies')
  const row = table?.rows.find((one) => one['of'] === 'Loyal regulars' && one['group'] === 'red')
  const regulars = (await shop.members('loyal-regulars')).length
  const [base, red] = [500, Number(row?.['customers'])]
  // Reds among the regulars and the others follow from their share of the members, and the AUC from both.
  const inside = Number(row?.['members']) * regulars
  const auc = (1 + inside / red - (regulars - inside) / (base - red)) / 2
  expect(Number(row?.['tells'])).toBeCloseTo(auc, 3)
  expect(Number(row?.['tellsLow'])).toBeLessThan(auc)
  expect(row?.['level']).toBe('strongly')
  expect(made.findings[0]?.text).toContain('faith')
  const texts = made.findings.map(({ text }) => text)
  expect(texts.some((text) => text.startsWith('The score'))).toBe(true)
  expect(texts.filter((text) => text.includes('hue'))).toEqual([])
})

test('the check says so in words, and what is asked for openly is told apart', async () => {
  const draft = await withContext(shop.programme, {}, async (context) => {
    const given = checkTold(SEGMENT_QUALITY, { segment: 'loyal-regulars' }, context.snapshot)
    return await SEGMENT_QUALITY.make(context, given)
  })
  for (const one of LOCALES) {
    const { findings } = draftWire(draft, one)
    expect(findings[0]?.code).toBe('segment-quality/not-yet')
    expect(findings.map(({ code }) => code)).toContain('segment-quality/stands-strongly')
    expect(findings.filter(({ text }) => /[{}]/.test(text))).toEqual([])
  }
  const scored = await report('segment-quality', { segment: 'scored' })
  expect(codes(scored)).toContain('segment-quality/score-stands')
})

test('a plan warns of what would stand for something protected, and apply keeps the first verdict', async () => {
  write('reds', 'any(purchase, last 60 days) and in segment "loyal-regulars"')
  write('women', 'gender = "female"')
  const plan = await planWithChecks(shop.programme, { locale }, LONG)
  const told = (key: string): readonly string[] =>
    plan.changes.find((one) => one.key === key)?.issues.map(({ message }) => message) ?? []
  expect(told('reds').some((text) => text.includes('faith'))).toBe(true)
  expect(told('women').some((text) => text.includes('asks openly'))).toBe(true)
  // What is known is not asked again, and what there is no time for is said to be so.
  const none = { budgetMs: -1 }
  expect(await planWithChecks(shop.programme, { locale }, none)).toEqual(plan)
  write('hasty', 'count(purchase) > 3')
  const hasty = await planWithChecks(shop.programme, { locale }, none)
  const issues = hasty.changes.find(({ key }) => key === 'hasty')?.issues ?? []
  expect(issues.map(({ message }) => message).join()).toContain('not checked yet')
  rmSync(join(shop.folder, 'segments/hasty.yaml'))
  expect((await listed('reds')).quality).toBeNull()
  const done = await applyWithChecks(shop.programme, { locale }, LONG)
  expect(done.issues.map(({ code }) => code)).toContain('run/segment-check')
  expect((await listed('reds')).quality).toMatchObject({
    verdict: 'not-yet',
    label: 'Not yet',
    worst: { check: 'fair' },
    outdated: false,
    drift: null,
  })
  expect((await listed('reds', 'fr')).quality?.label).toBe('Pas encore')
})

test('what is due is checked once a day and when its definition changes; a stop half-way loses one at most', async () => {
  const due = await dueChecks(shop.programme)
  expect(due.toSorted()).toEqual(['all', 'loyal-regulars', 'scored'])
  const stop = new AbortController()
  const part = await checkSegments(shop.programme, {
    signal: stop.signal,
    found: () => stop.abort(),
  })
  expect(part.segments).toHaveLength(1)
  expect(await dueChecks(shop.programme)).toHaveLength(2)
  await checkSegments(shop.programme, { signal })
  expect(await dueChecks(shop.programme)).toEqual([])
  write('women', 'gender = "male"')
  const { applied } = await applyWithChecks(shop.programme, { locale }, LONG)
  expect(applied.map(({ key }) => key)).toEqual(['women'])
  expect((await listed('women')).quality?.outdated).toBe(false)
  // A second check of the day takes the place of the first.
  expect(await checksOf(await shop.programme.current(), 'women')).toHaveLength(1)
})

test('a month on, whoever looks after models checks again, and what drifted is said', async () => {
  const current = await shop.programme.current()
  const [first] = await checksOf(current, 'loyal-regulars')
  if (first === undefined) throw new Error('not checked')
  // As if a month ago three times as many had been members, who spent twice as much.
  const { members = 0, spend = 0 } = first.figures
  const figures = { ...first.figures, members: 3 * members, spend: 2 * spend }
  await writeCheck(current, { ...first, figures })
  now += 31 * DAY
  await catchUp(current, { to: now, computedAt: now })
  expect(await dueChecks(shop.programme)).toHaveLength(5)
  const pace = { may: () => true, took: () => undefined }
  const clerk = keepModels(shop.programme, { beatMs: 50, pace })
  await expect.poll(() => dueChecks(shop.programme), { timeout: 100_000 }).toEqual([])
  expect(clerk.status().lastError).toBeUndefined()
  await clerk.close()
  const kept = await checksOf(current, 'loyal-regulars')
  expect(kept.map(({ asOf }) => asOf)).toEqual([first.asOf, now])
  const { quality } = await listed('loyal-regulars')
  expect(quality?.drift?.since).toBe(new Date(first.asOf).toISOString())
  expect(quality?.drift?.members).toBeCloseTo(
    (kept[1]?.figures.members ?? 0) / figures.members - 1,
    9,
  )
  const made = await report('segment-quality', { segment: 'loyal-regulars' })
  expect(codes(made)).toEqual(
    expect.arrayContaining(['segment-quality/size-drift', 'segment-quality/spend-drift']),
  )
  expect(made.tables.find(({ name }) => name === 'history')?.rows).toHaveLength(2)
})
