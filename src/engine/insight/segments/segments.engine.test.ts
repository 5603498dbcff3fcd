// Reports on segments and on data, on real engines: against counts by hand, and against what was planted.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES, type Locale } from '../../../core/base/index.ts'
import type { ReportTableWire, ReportWire } from '../../../core/contract/index.ts'
import { sql } from '../../../core/sql/index.ts'
import {
  applyChanges,
  countDefinition,
  createDemo,
  evaluateProgramme,
  planChanges,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { makeReport } from '../report/run.ts'
import { checkTold } from '../report/told.ts'
import { draftWire } from '../report/wire.ts'
import { REPORTS } from '../reports.ts'

const CUSTOMERS = 2000
const UNTIL = '2026-06-29'
const AS_OF = '2026-06-30T10:00:00Z'
/** Hosts of mistakes that are put into the files before they are loaded. */
const BORN_EARLY = 3
const SAME_MAIL = 8
const REPEATED = 5

let shop: TestFolder
const sets = new Map<string, ReadonlySet<string>>()

function report(
  name: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<ReportWire> {
  return makeReport(shop.programme, { name, parameters, locale: 'en' })
}

/** What a report says, without its heading. */
type Spoken = Pick<ReportWire, 'findings' | 'tables' | 'charts' | 'method'>

/** The same draft in every language: the figures are asked for once. */
async function everyLanguage(
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<Locale, Spoken>> {
  const kind = REPORTS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no report ${name}`)
  return await withContext(shop.programme, {}, async (context) => {
    const draft = await kind.make(context, checkTold(kind, parameters, context.snapshot))
    return new Map(LOCALES.map((locale) => [locale, draftWire(draft, locale)]))
  })
}

function table(made: Spoken, name: string): ReportTableWire {
  const found = made.tables.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no table ${name}`)
  return found
}

function codes(made: Spoken): readonly string[] {
  return made.findings.map(({ code }) => code)
}

/** Mistakes of every kind, so that the report on data has something to find. */
function spoil(folder: string): void {
  const customers = join(folder, 'data/customers.csv')
  const [head = '', ...rows] = readFileSync(customers, 'utf8').trimEnd().split('\n')
  const names = head.split(',')
  const [born, mail, country] = ['birth_date', 'email', 'country'].map((name) =>
    names.indexOf(name),
  )
  const spoilt = rows.map((row, i) => {
    const cells = row.split(',')
    if (i < BORN_EARLY) cells[born ?? 0] = '1902-01-01'
    if (i >= 10 && i < 10 + SAME_MAIL)
      cells[mail ?? 0] = i % 2 === 0 ? 'Shared@example.com ' : 'shared@example.com'
    if (i === 20) cells[country ?? 0] = 'XX'
    return cells.join(',')
  })
  writeFileSync(customers, `${[head, ...spoilt].join('\n')}\n`)
  const orders = join(folder, 'data/orders.csv')
  const lines = readFileSync(orders, 'utf8').trimEnd().split('\n').slice(1)
  const single = lines.filter((line, i) => {
    const id = line.split(',')[0]
    return lines[i - 1]?.split(',')[0] !== id && lines[i + 1]?.split(',')[0] !== id
  })
  const again = single.slice(0, REPEATED).map((line) => `again-${line}`)
  appendFileSync(orders, `${again.join('\n')}\n`)
  const surveys = join(folder, 'data/surveys.ndjson')
  const before = readFileSync(surveys, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => (JSON.parse(line) as { at: string }).at < '2026-05-20')
  writeFileSync(surveys, `${before.join('\n')}\n`)
}

const FILES = [
  'products.csv',
  'customers.csv',
  'orders.csv',
  'refunds.csv',
  'rewards-earned.csv',
  'rewards-redeemed.csv',
  'surveys.ndjson',
  'tickets-opened.csv',
  'emails-sent.csv',
  'emails-opened.csv',
]

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-reports-'))
  await createDemo({ folder: join(source, 'demo'), customers: CUSTOMERS, until: UNTIL })
  spoil(join(source, 'demo'))
  writeFileSync(
    join(source, 'demo/segments/handful.yaml'),
    'name: { en: A handful }\npurpose: marketing\ndefinition: rank(spend_1y) in top 5\n',
  )
  shop = await openTestFolder(join(source, 'demo'), { clock: { now: () => Date.parse(AS_OF) } })
  rmSync(source, { recursive: true })
  for (const loaded of await shop.load(FILES.map((name) => join(shop.folder, 'data', name))))
    expect(loaded.rejected).toBe(0)
  const { snapshot } = await evaluateProgramme(shop.programme, { asOf: AS_OF, locale: 'en' })
  expect(snapshot.population).toBe(CUSTOMERS)
  const made = await report('segments-compared')
  expect(codes(made)).toContain('segments-compared/too-small')
  for (const { key } of (await shop.programme.current()).files.segments)
    sets.set(key, new Set(await shop.members(key)))
}, 240_000)
afterAll(() => shop.close())

describe('every report', () => {
  const asked: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['profile', { segment: 'discount-hunters' }],
    ['profile', { segment: 'vip', against: 'loyal-regulars' }],
    ['segment-quality', { segment: 'loyal-regulars' }],
    ['overlap', {}],
    ['segments-compared', {}],
    ['data-quality', {}],
    ['representativeness', {}],
    ['representativeness', { trait: 'income' }],
    ['representativeness', { trait: 'gender', reference: 'female:0.3,male:0.7' }],
  ]
  test.each(asked)(
    '%s %o speaks four languages, and its definitions can be asked',
    async (name, given) => {
      const spoken = await everyLanguage(name, given)
      const english = spoken.get('en')
      const texts = (made: Spoken | undefined): readonly string[] => [
        ...(made?.findings ?? []).map(({ text }) => text),
        ...(made?.method ?? []),
      ]
      expect(english?.findings.length).toBeGreaterThan(0)
      for (const [locale, made] of spoken) {
        expect(codes(made)).toEqual(english === undefined ? [] : codes(english))
        for (const [i, text] of texts(made).entries()) {
          expect(text).not.toMatch(/[{}]|undefined|NaN|\[object/)
          if (locale !== 'en') expect(text).not.toBe(texts(english)[i])
        }
        for (const { columns, rows } of made.tables)
          for (const row of rows)
            for (const key of Object.keys(row)) expect(columns.map((c) => c.key)).toContain(key)
        for (const chart of made.charts)
          for (const key of [chart.x, ...chart.y])
            expect(table(made, chart.table).columns.map((c) => c.key)).toContain(key)
      }
      for (const { definition } of english?.findings ?? [])
        if (definition !== null)
          await countDefinition(shop.programme, { definition }, { locale: 'en' })
    },
    120_000,
  )
})

test('a profile counts what SQL by hand counts', async () => {
  const made = await report('profile', { segment: 'discount-hunters' })
  const members = sets.get('discount-hunters') ?? new Set<string>()
  const { analytics } = await shop.programme.current()
  const rows = await analytics.query<{
    id: string
    orders: string
    spend: number
    back: number
    opened: string
  }>(
    sql`SELECT customer_id AS id, ifNull(o.n, 0) AS orders, ifNull(o.spend, 0) AS spend, ifNull(r.back, 0) AS back, 0 AS opened
      FROM (SELECT DISTINCT customer_key, customer_id FROM customer) AS c
      LEFT JOIN (SELECT customer_key, count() AS n, sum(toFloat64(p_amount)) AS spend FROM event_purchase
        WHERE p_status = 'paid' AND at > toDateTime64('2025-06-30 10:00:00', 3, 'UTC') AND at <= toDateTime64('2026-06-30 10:00:00', 3, 'UTC') GROUP BY customer_key) AS o USING (customer_key)
      LEFT JOIN (SELECT customer_key, sum(toFloat64(p_amount)) AS back FROM event_refund
        WHERE at > toDateTime64('2025-06-30 10:00:00', 3, 'UTC') AND at <= toDateTime64('2026-06-30 10:00:00', 3, 'UTC') GROUP BY customer_key) AS r USING (customer_key)`,
  )
  const of = (isIn: boolean) => rows.filter(({ id }) => members.has(id) === isIn)
  const average = (some: typeof rows, value: (row: (typeof rows)[number]) => number): number =>
    some.reduce((sum, row) => sum + value(row), 0) / some.length
  const figures = table(made, 'figures').rows
  const row = (what: string) => figures.find((one) => one['what'] === what)
  const orders = average(of(true), (one) => Number(one.orders))
  expect(Number(String(row('Orders')?.['of']))).toBeCloseTo(orders, 1)
  const index =
    (100 * average(of(true), (one) => one.spend - one.back)) /
    average(rows, (one) => one.spend - one.back)
  expect(Number(row('Spend net of refunds')?.['index'])).toBeCloseTo(index, 6)
  expect(row('Orders')?.['known']).toBe(members.size)
  expect(row('Orders')?.['knownAgainst']).toBe(CUSTOMERS - members.size)
  // What the definition asks for is told apart from what was found.
  const told = made.findings.filter(({ code }) => code === 'profile/difference')
  for (const { text } of told) expect(text).not.toMatch(/discount|^Orders|^Spend/)
  expect(made.findings.find(({ code }) => code === 'profile/by-definition')?.text).toContain(
    'Share of orders with a discount',
  )
})

test('fewer than eleven are not shown, neither as members nor as the others', async () => {
  expect(sets.get('handful')?.size).toBeLessThan(11)
  for (const name of ['profile', 'segment-quality']) {
    const made = await report(name, { segment: 'handful' })
    expect(made.tables).toEqual([])
    expect(made.findings[0]?.tone).not.toBe('good')
  }
  expect(codes(await report('segment-quality', { segment: 'handful' }))[0]).toBe(
    'segment-quality/not-yet',
  )
  const rows = table(await report('segments-compared'), 'segments').rows
  expect(rows.some((row) => row['segment'] === 'A handful')).toBe(false)
  // Values of a few customers are empty, with those that would give them away.
  const countries = table(await report('profile', { segment: 'vip' }), 'country').rows
  expect(countries.every((row) => row['value'] !== 'XX')).toBe(true)
})

test('overlaps and sizes are those of the sets', async () => {
  const current = await shop.programme.current()
  const key = new Map(current.files.segments.map(({ key: k, name }) => [name.en ?? k, k]))
  const set = (name: unknown): ReadonlySet<string> =>
    sets.get(key.get(String(name)) ?? '') ?? new Set()
  const pairs = table(await report('overlap'), 'pairs').rows
  expect(pairs.length).toBeGreaterThan(20)
  for (const row of pairs) {
    const [a, b] = [set(row['first']), set(row['second'])]
    const both = [...a].filter((id) => b.has(id)).length
    expect(row['both']).toBe(both)
    expect(Number(row['jaccard'])).toBeCloseTo(both / (a.size + b.size - both), 9)
  }
  const compared = table(await report('segments-compared'), 'segments').rows
  for (const row of compared.filter((one) => key.has(String(one['segment']))))
    expect(row['members']).toBe(set(row['segment']).size)
  const everywhere = new Set([...sets.values()].flatMap((one) => [...one]))
  const none = compared.find((row) => row['segment'] === 'In no segment')
  expect(none?.['members']).toBe(CUSTOMERS - everywhere.size)
})

test('the check of a segment names a near-duplicate, and counts months as the past was', async () => {
  const made = await report('segment-quality', { segment: 'omnichannel' })
  expect(codes(made)).toContain('overlap/near-duplicate')
  expect(codes(made)[0]).toBe('segment-quality/with-care')
  const months = table(made, 'turnover').rows
  const last = months.at(-1)
  expect(last?.['members']).toBe(sets.get('omnichannel')?.size)
  const earlier = await countDefinition(
    shop.programme,
    {
      definition:
        (await shop.programme.current()).files.segments.find(({ key }) => key === 'omnichannel')
          ?.definition ?? '',
      asOf: new Date(Date.parse(AS_OF) - 30 * 86_400_000).toISOString(),
    },
    { locale: 'en' },
  )
  expect(months.at(-2)?.['members']).toBe(earlier.count)
  // The deciding figures of a segment that says nothing beyond itself are not praised.
  const young = await report('segment-quality', { segment: 'young-and-active' })
  expect(codes(young)).toContain('segment-quality/meaningful')
})

test('mistakes put into the files are found, and nothing else is called a mistake', async () => {
  const made = await report('data-quality')
  const rows = table(made, 'problems').rows
  const found = rows.map(
    (row) => `${String(row['kind'])}: ${String(row['where'])} ${String(row['count'])}`,
  )
  expect(found).toContain(`impossible date: Birth date ${BORN_EARLY}`)
  expect(found).toContain(`shared address: E-mail ${SAME_MAIL}`)
  expect(found).toContain(`repeated event: Purchase ${REPEATED}`)
  expect(found).toContain('unknown value: Country 1')
  expect(found.filter((one) => one.startsWith('source stopped'))).toEqual([
    expect.stringContaining('Survey answered'),
  ])
  const planted =
    /impossible|shared|repeated event: Purchase|unknown value: Country|Survey answered|mostly unknown|far outside|never set/
  expect(found.filter((one) => !planted.test(one))).toEqual([])
  const birth = made.findings.find(({ code }) => code === 'data-quality/impossible-birth')
  const { count } = await countDefinition(
    shop.programme,
    { definition: birth?.definition ?? '' },
    { locale: 'en' },
  )
  expect(count).toBe(BORN_EARLY)
})

test('planted gaps are found where they were planted, and no others are called biased', async () => {
  const made = await report('representativeness')
  const biased = made.findings.filter(({ code }) => code === 'representativeness/biased')
  const about = (name: string): string =>
    biased.find(({ text }) => text.startsWith(name))?.text ?? ''
  expect(biased).toHaveLength(3)
  expect(about('Household income')).toContain('Mexico')
  expect(about('Gender')).toContain('France')
  expect(about('Openness')).toMatch(/who spend .* times as much/)
  // The definition of this one asks for income, gender and interests.
  for (const name of ['Household income', 'Gender'])
    expect(about(name)).toContain('Young and on the move')
  const rows = table(made, 'traits').rows
  const verdict = (trait: string) => rows.find((row) => row['trait'] === trait)?.['verdict']
  expect(verdict('Interests')).toBe('like the others')
  const weights = table(await report('representativeness', { trait: 'income' }), 'weights').rows
  const sum = (column: string): number =>
    weights.reduce((total, row) => total + Number(row[column] ?? 0), 0)
  expect(sum('base')).toBeLessThanOrEqual(CUSTOMERS)
  const weighted = weights.reduce(
    (total, row) => total + Number(row['weight'] ?? 0) * Number(row['known'] ?? 0),
    0,
  )
  // Weights mean one: only what was cut off is lost.
  expect(weighted / sum('known')).toBeGreaterThan(0.9)
  expect(weighted / sum('known')).toBeLessThanOrEqual(1.001)
})

test('a base that is unlike a reference is said to be', async () => {
  const made = await report('representativeness', {
    trait: 'gender',
    reference: 'female:5%, male:95%',
  })
  expect(codes(made)[0]).toBe('representativeness/reference-shifted')
  const unread = await report('representativeness', { trait: 'gender', reference: 'half and half' })
  expect(codes(unread)).toEqual(['representativeness/reference-unreadable'])
  await expect(report('representativeness', { trait: 'gendre' })).rejects.toMatchObject({
    code: 'run/report-parameter',
  })
})

test('a plan warns of a segment that another one is already, and of one for a handful', async () => {
  const write = (key: string, definition: string): void =>
    writeFileSync(
      join(shop.folder, `segments/${key}.yaml`),
      `name: { en: ${key} }\npurpose: marketing\ndefinition: ${definition}\n`,
    )
  write('again', 'any(purchase, last 91 days)')
  write('twin', 'any(purchase, last 92 days)')
  write('three', 'rank(spend_1y) in top 3')
  write('thirty', 'rank(spend_1y) in top 30')
  write('apart', 'country = "BR"')
  try {
    const plan = await planChanges(shop.programme, { locale: 'en' })
    const told = (key: string) =>
      plan.changes.find((change) => change.key === key)?.issues.map(({ code }) => code) ?? []
    expect(told('again')).toContain('run/near-duplicate')
    const messages = plan.changes
      .find(({ key }) => key === 'again')
      ?.issues.map(({ message }) => message)
    // Of what is in force, and of what is to be activated beside it.
    for (const name of ['active-customers', 'twin'])
      expect(messages).toEqual(expect.arrayContaining([expect.stringContaining(`"${name}"`)]))
    expect(told('three')).toEqual(['run/under-privacy-floor'])
    expect(told('thirty')).toEqual(['run/under-activation-floor'])
    expect(told('apart')).toEqual([])
    const done = await applyChanges(shop.programme, { locale: 'en' })
    const codesAfter = done.issues.map(({ code }) => code)
    for (const code of [
      'run/near-duplicate',
      'run/under-privacy-floor',
      'run/under-activation-floor',
    ])
      expect(codesAfter).toContain(code)
  } finally {
    for (const key of ['again', 'twin', 'three', 'thirty', 'apart'])
      rmSync(join(shop.folder, `segments/${key}.yaml`))
  }
})
