// Definitions governed on real engines: what plan foretells is what apply brings, and what is broken changes nothing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import type { ChangePlanWire, SegmentChangeWire } from '../../../core/contract/index.ts'
import { evaluateProgramme, memberPage } from '../door/verbs.ts'
import { explainMembership } from '../explain.ts'
import { overview } from '../programme/overview.ts'
import { readSegment } from '../programme/segments.ts'
import { applyChanges } from './apply.ts'
import { diffDefinitions, listVersions, restoreVersion } from './history.ts'
import { merge, unmerge } from '../arrival/door.ts'
import { createList, editList, listLists, showList } from './lists.ts'
import { planChanges } from './plan-changes.ts'

const SHOP = fileURLToPath(new URL('../../../../examples/corner-shop/', import.meta.url))
const asOf = '2026-03-31T12:00+01:00'
const locale = 'en'
let shop: TestFolder
let originals: Readonly<Record<string, string>> = {}

const path = (name: string): string => join(shop.folder, name)
const read = (name: string): string => readFileSync(path(name), 'utf8')
const segment = (key: string, text: string): void =>
  writeFileSync(path(`segments/${key}.yaml`), text)
const define = (key: string, definition: string, more = ''): void =>
  segment(key, `name: ${key}\n${more}definition: ${definition}\n`)
const code = (wanted: string): Error => expect.objectContaining({ code: wanted }) as Error

const plan = (): Promise<ChangePlanWire> => planChanges(shop.programme, { locale, asOf })
const evaluate = (): ReturnType<typeof evaluateProgramme> =>
  evaluateProgramme(shop.programme, { locale, asOf })
const apply = (why = 'because'): ReturnType<typeof applyChanges> =>
  applyChanges(shop.programme, { locale, why, who: 'ana' })

function changeOf(found: ChangePlanWire, key: string): SegmentChangeWire {
  const change = found.changes.find((one) => one.key === key)
  if (change === undefined) throw new Error(`${key} does not change`)
  return change
}

beforeAll(async () => {
  shop = await openTestFolder(SHOP)
  await shop.load(['data/customers.csv', 'data/orders.csv'].map(path))
  const keys = ['active_60', 'coffee_spend', 'lapsing', 'new_90', 'not_portugal', 'two_signs']
  originals = Object.fromEntries(keys.map((key) => [key, read(`segments/${key}.yaml`)]))
  await evaluate()
})
afterAll(() => shop.close())
beforeEach(async () => {
  for (const [key, text] of Object.entries(originals)) segment(key, text)
  for (const key of ['fresh', 'other']) rmSync(path(`segments/${key}.yaml`), { force: true })
  await apply('as it was')
  await evaluate()
})

test('the first evaluation applied everything, by the account of the process', async () => {
  const versions = await listVersions(shop.programme, 'lapsing', locale)
  expect(versions.at(-1)).toMatchObject({ version: 1, status: 'active', why: 'first evaluation' })
  expect(versions.at(-1)?.sentence).toContain('purchase')
  expect((await plan()).changes).toEqual([])
})

test('what plan foretells is what apply brings, for changed segments and those that refer to them', async () => {
  const keys = ['active_60', 'two_signs', 'new_90', 'fresh'] as const
  define('fresh', 'in segment "active_60" and country = "PT"')
  define('active_60', 'any(purchase, last 20 days)')
  rmSync(path('segments/new_90.yaml'))
  const before = Object.fromEntries(
    await Promise.all(
      keys.map(async (key) => [key, key === 'fresh' ? [] : await shop.members(key)] as const),
    ),
  )
  const found = await plan()
  expect(found.moved.map((m) => [m.key, m.because])).toEqual([['two_signs', ['active_60']]])
  expect(found.changes.map((c) => [c.key, c.pending])).toEqual([
    ['active_60', 'changed'],
    ['fresh', 'added'],
    ['new_90', 'removed'],
  ])
  const effects = new Map([...found.changes, ...found.moved].map((c) => [c.key, c.effect]))
  const done = await apply('shorter')
  expect(done.applied.map((a) => [a.key, a.status])).toEqual([
    ['active_60', 'active'],
    ['fresh', 'active'],
    ['new_90', 'retired'],
  ])
  await evaluate()
  for (const key of keys) {
    const was = new Set(before[key])
    const is = new Set(key === 'new_90' ? [] : await shop.members(key))
    expect({ key, ...effects.get(key) }).toEqual({
      key,
      before: was.size,
      after: is.size,
      enter: [...is].filter((id) => !was.has(id)).length,
      leave: [...was].filter((id) => !is.has(id)).length,
      stay: [...is].filter((id) => was.has(id)).length,
    })
  }
  expect(found.population).toBe(8)
  expect(found.cost.after.measures).toBeGreaterThan(0)
})

test('an edit of a file changes nothing before it is applied, and every door says so', async () => {
  const before = await shop.members('lapsing')
  define('lapsing', 'everyone')
  const done = await evaluate()
  expect(await shop.members('lapsing')).toEqual(before)
  expect(done.issues.map((issue) => issue.code)).toContain('run/not-applied')
  const standing = { status: 'active', pending: 'changed', carried: false }
  expect((await readSegment(shop.programme, 'lapsing', locale)).standing).toMatchObject(standing)
  const page = await memberPage(shop.programme, { segment: 'lapsing', limit: 9, locale })
  expect(page.standing).toMatchObject(standing)
  expect(page.members[0]?.reason).toContain('purchase')
  const glance = await overview(shop.programme, locale)
  expect(glance.issues.map((issue) => issue.code)).toContain('run/not-applied')
  const [diff] = await diffDefinitions(shop.programme, { locale, segment: 'lapsing' })
  expect(diff?.lines.filter((l) => l.mark === '+')).toEqual([{ mark: '+', text: 'everyone' }])
})

test('a segment in force whose file is gone is listed, with its members, until that is applied', async () => {
  const before = await shop.members('new_90')
  rmSync(path('segments/new_90.yaml'))
  await evaluate()
  const found = await readSegment(shop.programme, 'new_90', locale)
  expect(found).toMatchObject({ count: before.length, standing: { pending: 'removed' } })
  expect((await overview(shop.programme, locale)).segments.map((s) => s.key)).toContain('new_90')
  await apply('not needed')
  await expect(readSegment(shop.programme, 'new_90', locale)).rejects.toMatchObject({
    code: 'run/segment-unknown',
  })
})

test('a broken file leaves what was applied in force, also of those that refer to it', async () => {
  const before = await shop.members('two_signs')
  define('active_60', 'any(purchas)')
  const found = await plan()
  expect(found.changes.map((c) => [c.key, c.pending])).toEqual([
    ['active_60', 'broken'],
    ['two_signs', 'broken'],
  ])
  expect(changeOf(found, 'active_60').issues.map((i) => i.code)).toContain('run/keeps-applied')
  expect((await apply()).applied).toEqual([])
  await evaluate()
  expect(await shop.members('two_signs')).toEqual(before)
  segment('active_60', 'name: [')
  expect((await plan()).changes.map((c) => c.key)).toEqual(['active_60', 'two_signs'])
})

test('a catalogue that breaks a definition in force carries its members, and says so', async () => {
  const programme = read('tessera.yaml')
  const before = await shop.members('not_portugal')
  writeFileSync(path('tessera.yaml'), programme.replace(/^ {2}country:/m, '  land:'))
  try {
    await evaluate()
    expect(await shop.members('not_portugal')).toEqual(before)
    const { standing, issues } = await readSegment(shop.programme, 'not_portugal', locale)
    expect(standing).toMatchObject({ carried: true, pending: 'broken' })
    expect(issues.map((issue) => issue.code)).toContain('run/members-carried')
  } finally {
    writeFileSync(path('tessera.yaml'), programme)
  }
  await evaluate()
  expect(await shop.members('not_portugal')).toEqual(before)
})

test('a name that the catalogue lost keeps its values, and every look says so', async () => {
  const head = read('tessera.yaml')
  writeFileSync(path('tessera.yaml'), head.replace('  newsletter: boolean', '  letter: boolean'))
  const left = expect.objectContaining({
    code: 'run/name-left-behind',
    message: expect.stringContaining('"newsletter"'),
  })
  expect((await overview(shop.programme, locale)).issues).toContainEqual(left)
  expect((await evaluate()).issues).toContainEqual(left)
  writeFileSync(path('tessera.yaml'), head)
  // The name that was tried meanwhile left a column, and nothing in it.
  expect((await overview(shop.programme, locale)).issues).toEqual([])
})

test('a measure of the brand counts as it was applied until it is applied anew', async () => {
  const programme = read('tessera.yaml')
  writeFileSync(path('tessera.yaml'), `${programme}  orders: count(purchase)\n`)
  define('fresh', 'orders >= 2')
  await apply()
  await evaluate()
  const before = await shop.members('fresh')
  writeFileSync(path('tessera.yaml'), `${programme}  orders: count(purchase) + 100\n`)
  await evaluate()
  expect(await shop.members('fresh')).toEqual(before)
  const change = changeOf(await plan(), 'fresh')
  expect(change).toMatchObject({ pending: 'changed', effect: { after: 8 } })
  expect(change.diff.filter((l) => l.mark === '+')[0]?.text).toContain('+ 100')
  rmSync(path('segments/fresh.yaml'))
  writeFileSync(path('tessera.yaml'), programme)
})

test('ranks are foretold like anything else', async () => {
  define('fresh', 'rank(count(purchase)) in top 3')
  const change = changeOf(await plan(), 'fresh')
  await apply()
  await evaluate()
  expect(change.effect?.after).toBe((await shop.members('fresh')).length)
  expect(change.effect?.after).toBeGreaterThan(0)
})

test('examples that fail hold an apply back, unless it is forced with a reason', async () => {
  const examples = 'examples:\n  - { in: nobody, asOf: 2026-03-31, traits: { country: BR } }\n'
  segment('fresh', `name: Fresh\ndefinition: country = "PT"\n${examples}`)
  expect(changeOf(await plan(), 'fresh').examples).toEqual({ passed: 0, failed: 1 })
  await expect(apply()).rejects.toThrow(code('run/examples-fail'))
  const force = { locale, force: true } as const
  await expect(applyChanges(shop.programme, { ...force, why: ' ' })).rejects.toThrow(
    code('run/why-needed'),
  )
  await applyChanges(shop.programme, { ...force, why: 'tried on purpose' })
  const [version] = await listVersions(shop.programme, 'fresh', locale)
  expect(version).toMatchObject({ why: 'tried on purpose' })
  expect(version?.issues).toEqual(['run/example-not-in: nobody'])
})

test('drafts are kept but not computed; versions are compared and restored', async () => {
  define('fresh', 'country = "PT"', 'status: draft\n')
  await apply('a draft')
  expect((await evaluate()).segments.map((s) => s.key)).not.toContain('fresh')
  define('fresh', 'country = "BR"')
  expect(changeOf(await plan(), 'fresh')).toMatchObject({ from: { status: 'draft' }, to: 'active' })
  await apply('for real')
  const versions = await listVersions(shop.programme, 'fresh', locale)
  const [latest = 0, earlier = 0] = versions.map((v) => v.version)
  expect(versions[0]).toMatchObject({ who: 'ana', why: 'for real', definition: 'country = "BR"' })
  const request = { locale, segment: 'fresh', versions: [earlier, latest] } as const
  const [diff] = await diffDefinitions(shop.programme, request)
  expect(diff?.lines.map((l) => l.mark + l.text)).toEqual([
    '-status: draft',
    '-country = "PT"',
    '+status: active',
    '+country = "BR"',
  ])
  rmSync(path('segments/fresh.yaml'))
  const back = await restoreVersion(shop.programme, { key: 'fresh', version: earlier, locale })
  expect(back).toMatchObject({ definition: 'country = "PT"', status: 'draft' })
  const unknown = restoreVersion(shop.programme, { key: 'fresh', version: 99, locale })
  await expect(unknown).rejects.toThrow(code('run/version-unknown'))
})

test('lists are edited, shown and asked about; members follow at once', async () => {
  const { programme } = shop
  await createList(programme, { name: 'vip', comment: 'Invited', locale, who: 'ana' })
  await expect(createList(programme, { name: 'vip', locale })).rejects.toThrow(
    code('run/list-exists'),
  )
  await expect(createList(programme, { name: 'a/b', locale })).rejects.toThrow(
    code('run/list-name'),
  )
  await expect(editList(programme, { name: 'vap', locale, add: ['C1'] })).rejects.toThrow(
    code('run/list-unknown'),
  )
  define('fresh', 'in list "vip"')
  await apply()
  await evaluateProgramme(programme, { locale })
  const edit = { name: 'vip', locale, who: 'ana', why: 'by phone' } as const
  const done = await editList(programme, { ...edit, add: ['C1', 'C2', 'C1', 'nobody'] })
  expect(done).toMatchObject({ added: 2, removed: 0, unknown: ['nobody'], unknownCount: 1 })
  expect(done.issues.map((issue) => issue.code)).toEqual(['run/ids-unknown'])
  expect(await shop.members('fresh')).toEqual(['C1', 'C2'])
  expect(await editList(programme, { ...edit, add: ['C1'], remove: ['C2'] })).toMatchObject({
    added: 0,
    removed: 1,
  })
  expect(await shop.members('fresh')).toEqual(['C1'])
  expect(await listLists(programme)).toMatchObject([
    { name: 'vip', comment: 'Invited', members: 1, usedBy: ['fresh'] },
  ])
  const page = await showList(programme, { name: 'vip', limit: 10 })
  expect(page).toMatchObject({ customers: ['C1'], next: null })
  expect(page.edits.map((e) => [e.who, e.why, e.added, e.removed])).toEqual([
    ['ana', 'by phone', 0, 1],
    ['ana', 'by phone', 2, 0],
  ])
})

test('[SEE-9] a merged id stands for its customer on lists, and is nobody by itself', async () => {
  const { programme } = shop
  await createList(programme, { name: 'team', locale })
  await merge(programme, { alias: 'C2', customer: 'C1' })
  const edit = { name: 'team', locale } as const
  expect(await editList(programme, { ...edit, add: ['C2', 'C1'] })).toMatchObject({
    added: 1,
    unknownCount: 0,
  })
  expect(await showList(programme, { name: 'team', limit: 10 })).toMatchObject({
    customers: ['C1'],
  })
  expect(await editList(programme, { ...edit, remove: ['C2'] })).toMatchObject({ removed: 1 })
  await unmerge(programme, { alias: 'C2' })
})

test('who is put in or left out by hand is so whatever the definition says', async () => {
  const { programme } = shop
  define('fresh', 'country = "PT"')
  await apply()
  await evaluateProgramme(programme, { locale })
  const before = await shop.members('fresh')
  const outsider = (await shop.members('not_portugal'))[0] ?? ''
  const [insider = ''] = before
  const edit = (side: string, change: object): Promise<unknown> =>
    editList(programme, { name: `segment:fresh:${side}`, locale, ...change })
  await edit('include', { add: [outsider] })
  expect(await shop.members('fresh')).toEqual([...before, outsider].toSorted())
  await edit('exclude', { add: [outsider, insider] })
  expect(await shop.members('fresh')).toEqual(before.filter((id) => id !== insider))
  const why = await explainMembership(programme, { customer: insider, segment: 'fresh', locale })
  expect(why.member).toBe(false)
  await edit('exclude', { remove: [insider, outsider] })
  await edit('include', { remove: [outsider] })
  expect(await shop.members('fresh')).toEqual(before)
  const nobody = editList(programme, { name: 'segment:nowhere:include', locale, add: ['C1'] })
  await expect(nobody).rejects.toThrow(code('run/list-name'))
})
