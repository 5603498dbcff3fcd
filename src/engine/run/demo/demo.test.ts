/** The synthetic programme is repeatable, consistent, and holds what its truth file says. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  modelScores,
  parseModelFile,
  parseProgramme,
  parseSegmentFile,
} from '../../../core/catalog/index.ts'
import { LOCALES } from '../../../core/base/index.ts'
import { bindAll } from '../../../core/segment/index.ts'
import { ARCHETYPES, TEMPERS } from './archetypes.ts'
import { DEMO_MODELS } from './definitions.ts'
import { DATA_FILES, type DataFile } from './files.ts'
import { BREAKAGES, breakRows, demoProgramme, demoSegments, generateDemo } from './index.ts'
import type { DemoOptions, DemoReport } from './index.ts'

const UNTIL = Date.UTC(2026, 9, 31, 22)
const folders: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-demo-'))
  folders.push(folder)
  return folder
}

function generate(options: Partial<DemoOptions> = {}): Promise<DemoReport> {
  return generateDemo({ folder: newFolder(), customers: 300, seed: 1, until: UNTIL, ...options })
}

function digests(report: DemoReport): Record<string, string> {
  return Object.fromEntries(report.files.map((f) => [f.file, f.sha256]))
}

type Row = Readonly<Record<string, string>>

/** The demo writes no line breaks inside cells, and quotes none of these cells. */
function readCsv(folder: string, file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    expect(cells.length, `${file}: ${line}`).toBe(names.length)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

function cents(text: string | undefined): number {
  expect(text).toMatch(/^\d+\.\d\d$/)
  return Math.round(Number(text) * 100)
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

function redeemRate(rows: readonly Row[]): number {
  return sum(rows, 'rewards_redeemed') / sum(rows, 'rewards_earned')
}

function firstRewardDays(rows: readonly Row[]): number {
  return sum(rows, 'days_to_first_reward') / rows.length
}

/** The truth about the customers of a country who earned a reward. */
function rewarded(
  country: string,
  about: { readonly customers: readonly Row[]; readonly truth: readonly Row[] },
): readonly Row[] {
  const there = about.customers.filter((c) => c['country'] === country)
  const ids = new Set(there.map((c) => c['customer_id']))
  return about.truth.filter((t) => ids.has(t['customer_id']) && Number(t['rewards_earned']) > 0)
}

function incomeKnown(country: string, customers: readonly Row[]): number {
  const there = customers.filter((c) => c['country'] === country)
  return there.filter((c) => c['income'] !== '').length / there.length
}

afterAll(() => folders.forEach((f) => rmSync(f, { recursive: true, force: true })))

describe('the same options give the same bytes', () => {
  test('twice the same, and another seed differs in every data file', async () => {
    const [first, again, other] = await Promise.all([generate(), generate(), generate({ seed: 2 })])
    expect(digests(again)).toEqual(digests(first))
    expect(digests(other)['data/orders.csv']).not.toBe(digests(first)['data/orders.csv'])
    expect(digests(other)['tessera.yaml']).toBe(digests(first)['tessera.yaml'])
  })

  test('a customer does not depend on how many others there are', async () => {
    const small = newFolder()
    const large = newFolder()
    await generate({ folder: small, customers: 40 })
    await generate({ folder: large, customers: 90 })
    const orders = readFileSync(join(small, 'data/orders.csv'), 'utf8')
    expect(readFileSync(join(large, 'data/orders.csv'), 'utf8').startsWith(orders)).toBe(true)
  })

  test('gzip holds the same rows', async () => {
    const plain = newFolder()
    const packed = newFolder()
    await generate({ folder: plain, customers: 60 })
    await generate({ folder: packed, customers: 60, gzip: true })
    const { gunzipSync } = await import('node:zlib')
    expect(gunzipSync(readFileSync(join(packed, 'data/orders.csv.gz')))).toEqual(
      readFileSync(join(plain, 'data/orders.csv')),
    )
  })

  test('sizes that make no sense are refused', async () => {
    await expect(generate({ customers: 0 })).rejects.toMatchObject({ code: 'run/demo-size' })
  })
})

describe('2,000 customers', () => {
  const folder = newFolder()
  let report: DemoReport
  let seconds: number
  let orders: readonly Row[]
  let truth: readonly Row[]
  let customers: readonly Row[]
  beforeAll(async () => {
    const from = performance.now()
    report = await generate({ folder, customers: 2000 })
    seconds = (performance.now() - from) / 1000
    orders = readCsv(folder, 'data/orders.csv')
    truth = readCsv(folder, 'truth/customers.csv')
    customers = readCsv(folder, 'data/customers.csv')
  })

  test('are written in under three seconds, about fifty lines each', () => {
    expect(seconds).toBeLessThan(3)
    expect(report.orderLines / 2000).toBeGreaterThan(40)
    expect(report.orderLines / 2000).toBeLessThan(70)
  })

  test('have the planted archetypes, within three standard errors', () => {
    for (const name of ARCHETYPES) {
      const share = truth.filter((t) => t['archetype'] === name).length / truth.length
      const planted = TEMPERS[name].share
      const tolerance = 3 * Math.sqrt((planted * (1 - planted)) / truth.length)
      expect(Math.abs(share - planted), name).toBeLessThan(tolerance)
    }
  })

  test('buy as often as the truth says, and stop where it says', () => {
    const paid = new Map<string, Set<string>>()
    for (const line of orders) {
      if (line['status'] !== 'paid') continue
      const id = line['customer_id'] ?? ''
      paid.set(id, (paid.get(id) ?? new Set()).add(line['order_id'] ?? ''))
    }
    for (const t of truth) {
      const count = paid.get(t['customer_id'] ?? '')?.size ?? 0
      expect(count).toBe(Number(t['purchases']))
      if (t['break_after'] !== '') expect(count).toBe(Number(t['break_after']))
      if (t['archetype'] === 'email-only') expect(count).toBe(0)
    }
  })

  test('dormant customers are silent between the two planted days', () => {
    const dormant = new Map(
      truth.filter((t) => t['silent_from'] !== '').map((t) => [t['customer_id'], t]),
    )
    expect(dormant.size).toBeGreaterThan(50)
    for (const line of orders) {
      const planted = dormant.get(line['customer_id'])
      if (planted === undefined) continue
      const day = line['ordered_at']?.slice(0, 10) ?? ''
      // A planned purchase may be put off a few days, into the silence; never the other way.
      const from = Date.parse(planted['silent_from'] ?? '') + 7 * 86_400_000
      const silent = Date.parse(day) > from && day < (planted['silent_until'] ?? '')
      expect(silent, JSON.stringify(line)).toBe(false)
    }
  })

  test('refer only to what exists', () => {
    const known = new Set(customers.map((c) => c['customer_id']))
    const orderIds = new Set(orders.map((o) => o['order_id']))
    const products = new Set(readCsv(folder, 'data/products.csv').map((p) => p['product_id']))
    expect(known.size).toBe(2000)
    for (const line of orders) expect(products.has(line['product_id'])).toBe(true)
    for (const [file, columns] of Object.entries(DATA_FILES)) {
      if (columns === undefined || file === 'products') continue
      const rows = readCsv(folder, `data/${file}.csv`)
      expect(rows.length, file).toBeGreaterThan(0)
      expect(
        rows.every((row) => known.has(row['customer_id'])),
        file,
      ).toBe(true)
      if (columns.includes('order_id'))
        expect(
          rows.every((row) => orderIds.has(row['order_id'])),
          file,
        ).toBe(true)
    }
  })

  test('event ids are unique, nothing is later than the end of the story', () => {
    const ids: Partial<Record<DataFile, [string, string]>> = {
      refunds: ['refund_id', 'refunded_at'],
      coupons: ['coupon_id', 'used_at'],
      'rewards-earned': ['reward_id', 'earned_at'],
      'rewards-redeemed': ['redemption_id', 'redeemed_at'],
      'emails-sent': ['message_id', 'sent_at'],
      'emails-opened': ['message_id', 'opened_at'],
      'tickets-solved': ['ticket_id', 'solved_at'],
    }
    for (const [file, [id, at]] of Object.entries(ids)) {
      const rows = readCsv(folder, `data/${file}.csv`)
      expect(new Set(rows.map((r) => r[id])).size, file).toBe(rows.length)
      expect(
        rows.every((r) => Date.parse(r[at] ?? '') <= UNTIL),
        file,
      ).toBe(true)
    }
    expect(orders.every((o) => Date.parse(o['ordered_at'] ?? '') <= UNTIL)).toBe(true)
  })

  test('amounts have two decimals and add up to their order', () => {
    const sums = new Map<string, number>()
    for (const o of orders) {
      const id = o['order_id'] ?? ''
      const line = cents(o['price']) * Number(o['quantity']) - cents(o['discount'])
      expect(cents(o['amount'])).toBe(line)
      sums.set(id, (sums.get(id) ?? 0) + line)
    }
    for (const o of orders) expect(cents(o['order_amount'])).toBe(sums.get(o['order_id'] ?? ''))
  })

  test('the planted weak points are there', () => {
    const about = { customers, truth }
    expect(redeemRate(rewarded('FR', about))).toBeLessThan(0.08)
    expect(redeemRate(rewarded('GB', about))).toBeGreaterThan(0.4)
    expect(firstRewardDays(rewarded('BR', about))).toBeGreaterThan(
      1.5 * firstRewardDays(rewarded('GB', about)),
    )
    expect(incomeKnown('MX', customers)).toBeLessThan(0.25)
    expect(incomeKnown('US', customers)).toBeGreaterThan(0.6)
  })
})

describe('the programme', () => {
  test('reads back as it was', async () => {
    const folder = newFolder()
    await generate({ folder, customers: 1 })
    const read = parseProgramme(readFileSync(join(folder, 'tessera.yaml'), 'utf8'), 'tessera.yaml')
    expect(read).toMatchObject({ ok: true, value: demoProgramme(1) })
  })

  test('labels everything in four languages', () => {
    const { traits, events } = demoProgramme().catalogue
    const labels = [
      ...Object.values(traits),
      ...Object.values(events),
      ...Object.values(events).flatMap((e) => Object.values(e.properties)),
    ].map((x) => x.label)
    for (const label of labels) {
      for (const locale of LOCALES) expect(label[locale], JSON.stringify(label)).toBeTruthy()
    }
  })

  test('segments mean something: no errors, no warnings', () => {
    const { catalogue, timeZone, currency, measures } = demoProgramme()
    const drafts = demoSegments().map((s) => ({ key: s.key, text: s.definition }))
    const models = Object.entries(DEMO_MODELS).map(([key, text]) => {
      const read = parseModelFile(text, `models/${key}.yaml`, catalogue)
      expect(read.issues).toEqual([])
      return read.ok ? [read.value] : []
    })
    const { scores } = modelScores(models.flat(), catalogue)
    const bound = bindAll(drafts, {
      catalogue: { ...catalogue, scores },
      timeZone,
      currency,
      measures,
    })
    for (const [key, result] of bound) {
      expect(result.ok, key).toBe(true)
      expect(
        result.issues.filter((issue) => issue.severity !== 'info'),
        key,
      ).toEqual([])
    }
  })

  test.each(demoSegments().map((s) => [s.key, s] as const))(
    '%s can be read',
    async (key, segment) => {
      for (const locale of LOCALES) {
        expect(segment.name[locale]).toBeTruthy()
        expect(segment.why[locale]).toBeTruthy()
      }
      const { printSegmentFile } = await import('../../../core/catalog/index.ts')
      const text = printSegmentFile({ ...segment, purpose: 'marketing', status: 'active' })
      expect(parseSegmentFile(text, `segments/${key}.yaml`)).toMatchObject({ ok: true })
    },
  )
})

test('examples/demo is what the generator writes', async () => {
  const report = await generate({ customers: 60, years: 1 })
  const kept = join(import.meta.dirname, '../../../../examples/demo')
  for (const { file, sha256 } of report.files) {
    const digest = createHash('sha256')
      .update(readFileSync(join(kept, file)))
      .digest('hex')
    expect(digest, file).toBe(sha256)
  }
})

describe('broken rows', () => {
  test('are broken in ten ways and listed; mending them gives the file back', async () => {
    const folder = newFolder()
    await generate({ folder, customers: 200, contact: false })
    const input = join(folder, 'data/orders.csv')
    const output = join(folder, 'broken.csv')
    const listing = join(folder, 'broken.ndjson')
    const columns = {
      at: 'ordered_at',
      number: 'quantity',
      id: 'order_id',
      customer: 'customer_id',
    }
    const report = await breakRows({ input, output, listing, fraction: 0.05, seed: 3, columns })
    expect(report.broken / report.rows).toBeGreaterThan(0.04)
    expect(report.broken / report.rows).toBeLessThan(0.06)
    for (const way of BREAKAGES) expect(report.ways[way], way).toBeGreaterThan(0)
    const lines = readFileSync(output, 'latin1').split('\n')
    const originals = readFileSync(input, 'latin1').split('\n')
    const broken = readFileSync(listing, 'latin1').trimEnd().split('\n')
    expect(broken).toHaveLength(report.broken)
    for (const text of broken) {
      const { line, original } = JSON.parse(text) as { line: number; original: string }
      expect(lines[line - 1]).not.toBe(original)
      lines[line - 1] = original
    }
    expect(lines).toEqual(originals)
  })
})
