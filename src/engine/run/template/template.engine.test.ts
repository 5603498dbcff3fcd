// Templates on real data: those that fit compile and run together, and each divides the base.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TemplateWire } from '../../../core/contract/index.ts'
import {
  emitCutoffs,
  emitSelect,
  isMember,
  PLAN_SETTINGS,
  weave,
} from '../../../core/plan/index.ts'
import { bindAll } from '../../../core/segment/index.ts'
import { id, join as joined, sql } from '../../../core/sql/index.ts'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { generateDemo } from '../demo/index.ts'
import { computeCutoffs } from '../evaluation/generation/cutoffs.ts'
import type { OpenProgramme } from '../open.ts'
import { bindContextOf } from '../programme/bind-context.ts'
import { templateOf } from './mark.ts'
import { applyTemplate, listTemplates, showTemplate } from './templates.ts'

/** All definitions woven into one statement: members by key, and the population. */
async function countAll(
  programme: OpenProgramme,
  templates: readonly TemplateWire[],
  asOf: number,
): Promise<ReadonlyMap<string, number>> {
  const current = await programme.current()
  const drafts = templates.flatMap(({ key, definition }) =>
    definition === null ? [] : [{ key, text: definition }],
  )
  const bound = bindAll(drafts, bindContextOf(current.programme, []))
  const definitions = drafts.map(({ key }) => {
    const read = bound.get(key)
    if (read?.ok !== true) throw new Error(`${key}: ${JSON.stringify(read?.issues)}`)
    return read.value
  })
  const plan = weave(definitions, current.programme.catalogue)
  const cutoffs = await computeCutoffs(current, { cutoffs: (at) => emitCutoffs(plan, at) }, asOf)
  const numbers = new Map(drafts.map(({ key }, i) => [key, i]))
  const select = emitSelect(plan, {
    table: current.analytics.table,
    at: { kind: 'fixed', asOf },
    numbers,
    cutoffs: (key) => cutoffs.get(key),
    flips: false,
  })
  const counts = drafts.map(({ key }, i) => sql`countIf(${isMember(id('bits'), i)}) AS ${id(key)}`)
  const [row] = await current.analytics.query<Readonly<Record<string, string>>>(
    sql`SELECT count() AS population, ${joined(counts, ', ')} FROM (${select})`,
    { settings: PLAN_SETTINGS },
  )
  return new Map(Object.entries(row ?? {}).map(([key, n]) => [key, Number(n)]))
}

/** Counts for the log of the test, and those templates that divide nothing. */
function idle(title: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const population = counts.get('population') ?? 0
  const of = [...counts].filter(([key]) => key !== 'population')
  process.stdout.write(
    `${title}, ${population} customers: ${of.map(([key, n]) => `${key} ${n}`).join(', ')}\n`,
  )
  return of.filter(([, n]) => n === 0 || n === population).map(([key]) => key)
}

describe('the demo', () => {
  const until = Date.UTC(2026, 9, 31, 22)
  let source: string
  let shop: TestFolder
  let templates: readonly TemplateWire[]
  beforeAll(async () => {
    source = mkdtempSync(join(tmpdir(), 'tessera-templates-'))
    const made = await generateDemo({ folder: source, customers: 2000, seed: 3, until })
    shop = await openTestFolder(source)
    await shop.load(
      made.files.flatMap(({ file }) => (file.startsWith('data/') ? [join(shop.folder, file)] : [])),
    )
    templates = await listTemplates(shop.programme, 'en')
    // A busy machine is not a failure.
  }, 400_000)
  afterAll(async () => {
    await shop.close()
    rmSync(source, { recursive: true, force: true })
  })

  test('every template fits, and none holds nobody or everybody', async () => {
    expect(templates.filter((t) => !t.fits).map((t) => [t.key, t.missing])).toEqual([])
    expect(templates.filter((t) => t.definition === null).map((t) => t.key)).toEqual([])
    expect(idle('demo', await countAll(shop.programme, templates, until))).toEqual([])
  })

  test('defaults come from the data and say so', () => {
    const of = templates.flatMap((t) => t.parameters)
    const kinds = new Set(of.map((p) => p.from.kind))
    expect(kinds).toEqual(new Set(['data', 'top', 'choice']))
    for (const p of of.filter((one) => one.from.kind === 'data')) {
      expect(p.from.customers).toBeGreaterThan(30)
      expect(p.basis).toMatch(/^From your data: .* customers, as of /)
    }
  })

  test('one is shown with its count, also with values of one’s own', async () => {
    const asOf = new Date(until).toISOString()
    const asked = { key: 'lost', locale: 'pt-BR', asOf } as const
    const usual = await showTemplate(shop.programme, asked)
    const short = await showTemplate(shop.programme, { ...asked, parameters: { quiet: '30 days' } })
    expect(short.definition).toContain('last 30 days')
    expect(short.count?.count).toBeGreaterThan(usual.count?.count ?? Infinity)
    expect(short.sentence).toMatch(/30 dias/)
    await expect(
      showTemplate(shop.programme, { ...asked, parameters: { quiet: 'long' } }),
    ).rejects.toMatchObject({ code: 'run/template-parameter' })
    await expect(showTemplate(shop.programme, { ...asked, key: 'lots' })).rejects.toMatchObject({
      code: 'run/template-unknown',
      params: { near: '→ "lost"' },
    })
  })

  test('using one writes a draft that says where it is from, once', async () => {
    const asked = { key: 'overdue', locale: 'en', parameters: { factor: '3' } } as const
    const used = await applyTemplate(shop.programme, asked)
    expect(used).toMatchObject({ segment: 'overdue', file: 'segments/overdue.yaml' })
    const text = readFileSync(join(shop.folder, used.file), 'utf8')
    expect(templateOf(text)).toBe('overdue')
    expect(text).toMatch(/^status: draft$/m)
    expect(text).toMatch(/^# {3}factor = 3 \(2: A round number/m)
    const { files } = await shop.programme.current()
    expect(files.issues).toEqual([])
    const file = files.segments.find((segment) => segment.key === 'overdue')
    expect(file?.definition.trimEnd()).toBe(used.definition)
    expect(Object.keys(file?.why ?? {})).toEqual(['en', 'pt-BR', 'es', 'fr'])
    await expect(applyTemplate(shop.programme, asked)).rejects.toMatchObject({
      code: 'run/template-taken',
      params: { segment: 'overdue', free: 'overdue-2' },
    })
    await expect(applyTemplate(shop.programme, { ...asked, as: '../evil' })).rejects.toMatchObject({
      code: 'run/segment-key',
    })
    await applyTemplate(shop.programme, { ...asked, as: 'very-late' })
    const again = await listTemplates(shop.programme, 'en')
    expect(again.find((t) => t.key === 'overdue')?.usedBy).toEqual(['overdue', 'very-late'])
  })
})

const RETAIL = join(import.meta.dirname, '../../../../../shared/data/online_retail')

describe.skipIf(!existsSync(RETAIL))(
  'online retail (skipped where ../shared/data is absent)',
  () => {
    let shop: TestFolder
    beforeAll(async () => {
      shop = await openTestFolder(join(import.meta.dirname, '../../../../test/real/online_retail'))
      await shop.load([join(RETAIL, 'online_retail.csv.gz')])
    }, 400_000)
    afterAll(() => shop.close())

    test('its rhythm is what reading the file by hand finds', async () => {
      const templates = await listTemplates(shop.programme, 'en')
      const found = new Map(
        templates.flatMap((t) => t.parameters.map((p) => [p.from.statistic, p.from] as const)),
      )
      const customers = purchasesByHand(join(RETAIL, 'online_retail.csv.gz'))
      const last = Math.max(...[...customers.values()].flatMap((orders) => [...orders.values()]))
      const gaps: number[] = []
      const seconds: number[] = []
      const counts: number[] = []
      for (const orders of customers.values()) {
        const days = [...new Set([...orders.values()].map((at) => Math.floor(at / DAY)))].toSorted(
          up,
        )
        const own = days.slice(1).map((day, n) => day - (days[n] ?? 0))
        if (own.length > 0) gaps.push(quantile(own, 0.5))
        if (own[0] !== undefined) seconds.push(own[0])
        const year = [...orders.values()].filter((at) => at > last - 365 * DAY)
        if (year.length > 0) counts.push(year.length)
      }
      const wanted = {
        gapMedian: quantile(gaps, 0.5),
        gapP80: quantile(gaps, 0.8),
        gapP90: quantile(gaps, 0.9),
        secondMedian: quantile(seconds, 0.5),
        secondP80: quantile(seconds, 0.8),
        ordersMedian: quantile(counts, 0.5),
        ordersP80: quantile(counts, 0.8),
      }
      const stated = Object.keys(wanted).map((name) => [name, found.get(name)?.exact])
      expect(Object.fromEntries(stated)).toEqual(wanted)
      expect(found.get('gapP80')?.customers).toBe(gaps.length)
      expect(found.get('ordersP80')?.customers).toBe(counts.length)
    })

    test('what its catalogue can answer runs, the rest says what is missing', async () => {
      const templates = await listTemplates(shop.programme, 'en')
      const fitting = templates.filter((t) => t.fits)
      expect(fitting.length).toBeGreaterThanOrEqual(30)
      for (const t of templates) expect(t.missing.length > 0).toBe(!t.fits)
      const numbers = new Map(
        fitting.flatMap((t) => t.parameters.map((p) => [p.from.statistic, p] as const)),
      )
      process.stdout.write(
        `${[...numbers].map(([name, p]) => `${name}: ${p.from.exact} -> ${p.value}`).join('; ')}\n`,
      )
      const asOf = Date.parse('2011-12-10T00:00:00Z')
      expect(idle('online retail', await countAll(shop.programme, fitting, asOf))).toEqual([])
      await expect(
        applyTemplate(shop.programme, { key: 'birthday-soon', locale: 'en' }),
      ).rejects.toMatchObject({
        code: 'run/template-unfit',
        params: { missing: 'a trait with role birth-date' },
      })
    })
  },
)

const DAY = 86_400_000

function up(a: number, b: number): number {
  return a - b
}

/** The engine's exact quantile: the value at place floor(level x n) in order. */
function quantile(values: readonly number[], level: number): number {
  return values.toSorted(up)[Math.floor(level * values.length)] ?? Number.NaN
}

/** Local time of each invoice by customer; returns, adjustments and guests left out. */
function purchasesByHand(path: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString().trim().split('\n')
  const cells = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '')
  const names = cells(head.trim())
  const at = (row: readonly string[], name: string): string => row[names.indexOf(name)] ?? ''
  const customers = new Map<string, Map<string, number>>()
  for (const line of lines) {
    const row = cells(line.trim())
    const [customer, invoice] = [at(row, 'CustomerID'), at(row, 'InvoiceNo')]
    if (customer === '' || !/^\d/.test(invoice)) continue
    const orders = customers.get(customer) ?? new Map<string, number>()
    const time = Date.parse(`${at(row, 'InvoiceDate').replace(' ', 'T')}Z`)
    orders.set(invoice, Math.min(orders.get(invoice) ?? time, time))
    customers.set(customer, orders)
  }
  return customers
}
