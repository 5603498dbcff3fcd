// The past of many segments: one plan gives what each by itself does, and what was kept is read instead of computed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES, type Locale } from '../../../core/base/index.ts'
import type { ReportWire } from '../../../core/contract/index.ts'
import { join, raw, sql, value, type Sql } from '../../../core/sql/index.ts'
import {
  applyChanges,
  countDefinition,
  createDemo,
  evaluateProgramme,
  keysAsOf,
  stateAsOf,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { checkTold } from '../report/told.ts'
import { draftWire } from '../report/wire.ts'
import { REPORTS } from '../reports.ts'

const CUSTOMERS = 900
let now = Date.parse('2026-06-30T10:00:00Z')
let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(path(tmpdir(), 'tessera-movement-'))
  const folder = path(source, 'demo')
  await createDemo({ folder, customers: CUSTOMERS, until: '2026-06-29' })
  shop = await openTestFolder(folder, { clock: { now: () => now } })
  rmSync(source, { recursive: true })
  const files = ['products.csv', 'customers.csv', 'orders.csv', 'refunds.csv', 'surveys.ndjson']
  const more = ['tickets-opened.csv', 'emails-opened.csv', 'rewards-earned.csv']
  await shop.load([...files, ...more].map((name) => path(shop.folder, 'data', name)))
  await evaluateProgramme(shop.programme, { locale: 'en' })
}, 120_000)
afterAll(() => shop.close())

type Spoken = Pick<ReportWire, 'findings' | 'tables' | 'charts' | 'method'>

/** The same draft in every language: the figures are asked for once. */
async function spoken(
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Readonly<Record<Locale, Spoken>>> {
  const kind = REPORTS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no report ${name}`)
  return await withContext(shop.programme, {}, async (context) => {
    const draft = await kind.make(context, checkTold(kind, parameters, context.snapshot))
    const all = LOCALES.map((locale) => [locale, draftWire(draft, locale)] as const)
    return Object.fromEntries(all) as Record<Locale, Spoken>
  })
}

interface Digest {
  readonly place: number
  readonly n: string
  readonly who: string
}

/** How many, and who, by place. */
function digestOf(members: Sql): Sql {
  return sql`SELECT toUInt16(place) AS place, count() AS n, sum(sipHash64(customer_key)) AS who FROM (${members}) GROUP BY place ORDER BY place`
}

test('segments read in one plan have the members that each has by itself', async () => {
  await withContext(shop.programme, {}, async ({ current, snapshot, query }) => {
    const segments = [...snapshot.segments.keys()]
    expect(segments.length).toBeGreaterThan(10)
    for (const day of ['2024-12-31', '2025-09-14', '2026-05-31']) {
      const asOf = Date.parse(`${day}T21:59:59.999Z`)
      const { members, readings } = await stateAsOf(current, { snapshot, segments, asOf })
      expect(new Set(readings)).toEqual(new Set(['recomputed']))
      const alone = await Promise.all(
        segments.map(async (key, place) => {
          const keys = (await keysAsOf(current, key, asOf)) ?? raw('')
          return sql`SELECT customer_key, ${raw(String(place))} AS place FROM (${keys})`
        }),
      )
      const woven = await query<Digest>(digestOf(members ?? raw('')))
      expect(woven).toEqual(await query(digestOf(join(alone, ' UNION ALL '))))
      expect(woven.length).toBeGreaterThan(8)
      // A statement whose joins leave NULL must not change what a definition says of those who did nothing.
      for (const key of ['readers-not-buyers', 'unused-rewards', 'needs-care']) {
        const asked = { definition: `in segment "${key}"`, asOf: new Date(asOf).toISOString() }
        const { count } = await countDefinition(shop.programme, asked, { locale: 'en' })
        const found = woven.find(({ place }) => place === segments.indexOf(key))
        expect(Number(found?.n ?? 0), key).toBe(count)
      }
    }
  })
}, 60_000)

test('drifts: figures are those of the members at the beginning of each month, in four languages', async () => {
  const asked = { segments: 'omnichannel,unused-rewards,vip', months: '10' }
  const made = await spoken('drifts', asked)
  const rows = made.en.tables.find(({ name }) => name === 'series')?.rows ?? []
  expect(rows.length).toBe(30)
  const [row] = rows.filter((one) => one['month'] === '2026-05')
  const [asOf, until] = [Date.parse('2026-04-30T22:00:00Z'), Date.parse('2026-05-31T22:00:00Z')]
  await withContext(shop.programme, {}, async ({ current, query, table }) => {
    const keys = (await keysAsOf(current, 'omnichannel', asOf - 1)) ?? raw('')
    const at = sql`p_status = 'paid' AND at >= fromUnixTimestamp64Milli(${value(asOf, 'Int64')}) AND at < fromUnixTimestamp64Milli(${value(until, 'Int64')})`
    const [by] = await query<{ m: string; n: string; web: string }>(
      sql`SELECT (SELECT count() FROM (${keys})) AS m, count() AS n, countIf(p_channel = 'web') AS web FROM ${table('event_purchase')} WHERE ${at} AND customer_key IN (${keys})`,
    )
    expect(row?.['members']).toBe(Number(by?.m))
    expect(row?.['frequency']).toBeCloseTo(Number(by?.n) / Number(by?.m), 10)
    const web = made.en.tables.at(-1)?.columns.find(({ title }) => title.endsWith('by web'))
    expect(row?.[web?.key ?? '']).toBeCloseTo(Number(by?.web) / Number(by?.n), 10)
  })
  for (const locale of LOCALES) {
    const { findings, method, tables } = made[locale]
    expect(findings.length).toBeGreaterThan(0)
    for (const text of [...method, ...findings.map((one) => one.text)])
      expect(text).not.toMatch(/[{}]|undefined|NaN|Infinity/)
    for (const { columns, rows: all } of tables)
      for (const one of all)
        expect(Object.keys(one).sort()).toEqual(columns.map(({ key }) => key).sort())
  }
}, 60_000)

test('what was published then is read where it was kept and meant the same', async () => {
  const segments = 'vip,active-customers,win-back-by-email'
  const vip = (await shop.members('vip')).length
  const changed = path(shop.folder, 'segments/at-risk.yaml')
  writeFileSync(changed, readFileSync(changed, 'utf8').replace('>= 8', '>= 7'))
  now = Date.parse('2026-07-01T10:00:00Z')
  await applyChanges(shop.programme, { locale: 'en' })
  await evaluateProgramme(shop.programme, { locale: 'en' })
  const flows = await spoken('flows', { days: '1', segments })
  const how = flows.en.method.join(' ')
  expect(how).toContain('as published at that time for VIP, Active customers; for')
  // It refers to a segment that has been changed.
  expect(how).not.toContain('Win back by e-mail')
  expect(flows.en.tables[0]?.columns.slice(0, 2).map(({ title }) => title)).toEqual([
    'Then (Jun 30, 2026)',
    'Now (Jul 1, 2026)',
  ])
  const sizes = await spoken('sizes', { segments, months: '2' })
  const rows = sizes.en.tables[0]?.rows ?? []
  const june = rows.filter((row) => row['month'] === '2026-06')
  const [held, computed] = ['as published then', 'recomputed']
  expect(june.map((row) => row['reading'])).toEqual([held, held, computed])
  expect(june[0]?.['members']).toBe(vip)
  expect(rows.filter((row) => row['partial'] === true).map((row) => row['reading'])).toEqual([
    held,
    held,
    held,
  ])
  for (const locale of LOCALES)
    for (const text of [...flows[locale].method, ...sizes[locale].method])
      expect(text).not.toMatch(/[{}]|undefined|NaN/)
}, 60_000)
