// Propensity and lookalikes on a synthetic programme: nothing of the future is seen, the store scores as the fit does, doubts are said.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES } from '../../../core/base/index.ts'
import type { ModelDetailWire } from '../../../core/contract/index.ts'
import {
  adjustedRand,
  crossTable,
  fitBoosted,
  fitIsotonic,
  scoreBoosted,
  scorePropensity,
  type PropensityModel,
} from '../../../core/models/index.ts'
import { id, sql, value } from '../../../core/sql/index.ts'
import { countDefinition, createDemo, evaluateProgramme } from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import { runModel, showModel } from '../index.ts'
import { tenth, tenthsOf } from './learned/learn.ts'
import { columnsOf, featuresFor, featureTable, rowsAsOf } from './learned/features.ts'
import { chanceSql } from './learned/score-sql.ts'
import { askColumns } from './measures/columns.ts'
import { readSample } from './measures/sample.ts'

const DAY = 86_400_000
const locale = 'en'
const NOW = Date.parse('2026-06-30T10:00:00Z')
const CUSTOMERS = 800
let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-learned-'))
  await createDemo({ folder: join(source, 'demo'), customers: CUSTOMERS, until: '2026-06-29' })
  shop = await openTestFolder(join(source, 'demo'), { clock: { now: () => NOW } })
  rmSync(source, { recursive: true })
  mkdirSync(join(shop.folder, 'models'), { recursive: true })
  const files = [
    'customers.csv',
    'products.csv',
    'orders.csv',
    'refunds.csv',
    'emails-sent.csv',
    'emails-opened.csv',
  ]
  await shop.load(files.map((name) => join(shop.folder, 'data', name)))
  await evaluateProgramme(shop.programme, { locale })
})
afterAll(() => shop.close())

async function run(key: string, text: string): Promise<ModelDetailWire> {
  writeFileSync(join(shop.folder, `models/${key}.yaml`), text)
  await runModel(shop.programme, { model: key, locale })
  return await showModel(shop.programme, { model: key, locale })
}

const codes = (shown: ModelDetailWire): readonly string[] =>
  (shown.report?.findings ?? []).map((finding) => finding.code)
const rowsOf = (
  shown: ModelDetailWire,
  table: string,
): readonly Readonly<Record<string, unknown>>[] =>
  (shown.report?.tables.find((one) => one.name === table)?.rows ?? []) as never
const countOf = async (definition: string): Promise<number> =>
  (await countDefinition(shop.programme, { definition }, { locale })).count

async function scores(name: string): Promise<ReadonlyMap<string, number>> {
  const { analytics } = await shop.programme.current()
  const rows = await analytics.query<{ k: string; v: number | null }>(
    sql`SELECT toString(customer_key) AS k, toFloat64(argMax(tuple(value), (at, seq)).1) AS v FROM score
      WHERE name = ${value(name, 'String')} GROUP BY customer_key`,
  )
  return new Map(rows.flatMap(({ k, v }) => (v === null ? [] : [[k, v] as const])))
}

test('columns hold what definitions say of the same instant', async () => {
  const written = [
    { name: 'm3', text: 'count(purchase, last 90 days)' },
    { name: 'm0', text: 'sum(purchase.amount, last 365 days)' },
    { name: 'm1', text: 'count distinct(purchase.item.category)' },
    { name: 'm2', text: 'days since last(purchase)' },
    { name: 'x', text: 'avg(purchase.amount) * 2 - 1' },
  ]
  const rows = await withContext(shop.programme, {}, async (context) => {
    const read = await askColumns(context, [
      ...written.map((one) => ({ ...one, kind: 'number' as const })),
      { name: 'c', text: 'in segment "vip" or rank(spend_1y) in top 10%', kind: 'condition' },
    ])
    if (!read.ok) throw new Error(read.finding.text.en)
    const values = await read.asked.asOf(context.asOf)
    return await readSample(context, values(context))
  })
  expect(rows.rows).toBe(CUSTOMERS)
  for (const { name, text } of written) {
    const column = rows.column(name)
    const known = column.filter((x) => !Number.isNaN(x)).sort()
    const middle = known[Math.floor(known.length / 2)] ?? 0
    const threshold = Number(middle.toFixed(4)) + 0.00005
    const here = column.filter((x) => x >= threshold).length
    expect([text, here]).toEqual([text, await countOf(`${text} >= ${threshold.toFixed(5)}`)])
  }
  const chosen = rows.column('c').reduce((a, b) => a + b, 0)
  expect(chosen).toBe(await countOf('in segment "vip" or rank(spend_1y) in top 10%'))
})

test('equal chances stay together, and the likeliest tenth is never empty', async () => {
  const [many, few] = await withContext(shop.programme, {}, async (context) => {
    const of = async (chance: ReturnType<typeof sql>) => {
      const scored = sql`SELECT number AS customer_key, toFloat64(${chance}) AS chance FROM numbers(200)`
      const found = await tenthsOf(context, scored)
      const rows = await context.query<{ t: number; n: number }>(
        sql`SELECT toFloat64(${tenth(sql`chance`, found.cuts)}) AS t, toFloat64(count()) AS n FROM (${scored}) GROUP BY t ORDER BY t`,
      )
      expect(found.topSize).toBe(rows[0]?.n)
      return rows.map(({ t, n }) => [t, n])
    }
    return [await of(sql`number / 200`), await of(sql`if(number < 60, 0.5, number / 1000)`)]
  })
  expect(many).toEqual(Array.from({ length: 10 }, (_, i) => [i + 1, 20]))
  // Sixty of two hundred share the best chance: they fill three tenths.
  expect(few).toEqual([[1, 60], ...Array.from({ length: 7 }, (_, i) => [i + 4, 20])])
})

test('the chance of a purchase: judged later than learned, calibrated, scored by the store as by the fit', async () => {
  const shown = await run(
    'buys',
    'kind: propensity\nhorizon: 45\noutcome: any(purchase, last 45 days)\n',
  )
  expect(shown.shown).toMatchObject({ status: 'ok', scored: true })
  expect(codes(shown)).toContain('propensity/ranks')
  expect(codes(shown)).not.toContain('propensity/looks-back')
  expect(codes(shown)).toContain('model/withheld')
  const quality = rowsOf(shown, 'quality')
  expect(Number(quality[0]?.['auc'])).toBeGreaterThan(0.75)
  const instants = rowsOf(shown, 'instants').map((row) => [row['role'], Number(row['rows']) > 250])
  expect(instants).toEqual([
    ['judge', true],
    ['tune', true],
    ['learn', true],
    ['learn', true],
  ])
  const probabilities = await scores('buys.probability')
  const deciles = await scores('buys.decile')
  expect(probabilities.size).toBe(deciles.size)
  const tenths = [...deciles.values()].filter((x) => x === 1).length
  expect(tenths / deciles.size).toBeGreaterThan(0.09)
  expect(tenths / deciles.size).toBeLessThan(0.12)
  // The same features, scored in memory.
  const { fitted, calibration } = shown.parameters as { fitted: PropensityModel['model'] } & Pick<
    PropensityModel,
    'calibration'
  >
  await withContext(shop.programme, {}, async (context) => {
    const read = await featuresFor(context, {}, { days: 365, more: [] })
    if (!read.ok) throw new Error(read.finding.text.en)
    const columns = columnsOf(read.set)
    const rowsNow = await rowsAsOf(read.set, context.asOf)
    const sample = await readSample(context, rowsNow(context))
    const names = read.set.numbers.map(({ name }) => name)
    const features = [
      ...names.map((name) => ({
        kind: 'number' as const,
        name,
        values: sample.column(columns.get(name) ?? ''),
      })),
      ...read.set.categories.map(({ name }) => {
        const levels =
          (shown.parameters as { levels: Record<string, readonly string[]> }).levels[name] ?? []
        const texts = sample.texts(columns.get(name) ?? '')
        const code = (text: string): number =>
          levels.includes(text) ? levels.indexOf(text) : levels.length - 1
        return { kind: 'category' as const, name, levels, codes: Uint8Array.from(texts, code) }
      }),
    ]
    const chances = scorePropensity({ model: fitted, calibration }, features)
    const keys = sample.texts('customer_key')
    let compared = 0
    for (const [i, key] of keys.entries()) {
      const own = probabilities.get(key)
      if (own === undefined) continue
      expect(Math.abs((chances[i] ?? 0) - own)).toBeLessThan(0.00011)
      compared++
    }
    expect(compared).toBe(probabilities.size)
  })
})

test('trees and isotonic steps as SQL score as they do in memory', async () => {
  await withContext(shop.programme, {}, async (context) => {
    const read = await featuresFor(context, {}, { days: 365, more: [] })
    if (!read.ok) throw new Error(read.finding.text.en)
    const rowsNow = await rowsAsOf(read.set, context.asOf)
    const sample = await readSample(context, sql`${rowsNow(context)}`)
    const { features, levels } = featureTable(read.set, [sample])
    // Whoever has many categories or comes from the web: both kinds of split, and missing values.
    const columns = columnsOf(read.set)
    const breadth = sample.column(columns.get('breadth') ?? '')
    const from = sample.texts(columns.get('acquisition') ?? '')
    const outcome = Uint8Array.from(from, (text, i) =>
      text === 'website' || (breadth[i] ?? 0) > 12 ? 1 : 0,
    )
    const model = fitBoosted(
      { features, outcome },
      { features, outcome },
      { seed: 3, maxTrees: 20 },
    )
    expect(model.trees.length).toBeGreaterThan(5)
    const calibration = fitIsotonic(scoreBoosted(model, features), outcome)
    const own = scorePropensity({ model, calibration }, features)
    const chance = chanceSql({ model, calibration }, { columns, levels })
    const told = await readSample(
      context,
      sql`SELECT customer_key, ${chance} AS chance FROM (${rowsNow(context)})`,
    )
    const chances = told.column('chance')
    const byKey = new Map(told.texts('customer_key').map((key, i) => [key, chances[i]]))
    for (const [i, key] of sample.texts('customer_key').entries()) {
      expect(byKey.get(key)).toBeCloseTo(own[i] ?? Number.NaN, 9)
    }
  })
})

test('features are what was known at the instant, and nothing later', async () => {
  await withContext(shop.programme, {}, async (context) => {
    const then = context.asOf - 90 * DAY
    const asked = [{ name: 'n', text: 'count(purchase)', kind: 'number' as const }]
    const read = await askColumns(context, asked)
    if (!read.ok) throw new Error(read.finding.text.en)
    const values = await read.asked.asOf(then)
    const [sum] = await context.query<{ n: number }>(
      sql`SELECT sum(n) AS n FROM (${values(context)})`,
    )
    const at = sql`fromUnixTimestamp64Milli(${value(then, 'Int64')}, 'UTC')`
    const [byHand] = await context.query<{ n: number }>(
      sql`SELECT toFloat64(count()) AS n FROM ${context.table('event_purchase')} WHERE ${id('p_status')} = 'paid' AND at <= ${at}`,
    )
    expect(sum?.n).toBe(byHand?.n)
  })
})

test('an outcome that looks back is named; one that nobody meets teaches nothing', async () => {
  const back = await run(
    'back',
    'kind: propensity\nhorizon: 30\noutcome: count(purchase, last 365 days) >= 3\ninstants: 1\n',
  )
  expect(codes(back)).toContain('propensity/looks-back')
  const never = await run(
    'never',
    'kind: propensity\nhorizon: 30\noutcome: count(purchase, last 30 days) > 5000\ninstants: 1\n',
  )
  expect(never.shown).toMatchObject({ status: 'not-identified', scored: false })
  expect(codes(never)).toEqual(['propensity/one-sided'])
  expect((await scores('never.probability')).size).toBe(0)
})

test('lookalikes: what defines the segment is left out, and the proposed segment is there', async () => {
  const shown = await run('alike', 'kind: lookalike\nsegment: discount-hunters\n')
  expect(shown.shown).toMatchObject({ scored: true, n: CUSTOMERS })
  const defining = shown.report?.findings.find((one) => one.code === 'lookalike/defining')
  expect(defining?.text).toContain('Orders')
  const best = shown.report?.findings.find((one) => one.code === 'lookalike/alike')
  const members = await countOf('in segment "discount-hunters"')
  const proposed = await countOf(best?.definition ?? 'not everyone')
  expect(proposed / (CUSTOMERS - members)).toBeGreaterThan(0.08)
  expect(proposed / (CUSTOMERS - members)).toBeLessThan(0.13)
})

test('clusters of behaviour against the planted archetypes', async () => {
  const shown = await run('kinds', 'kind: cluster\nk: 6\nmost: 2\n')
  expect(shown.shown).toMatchObject({ scored: true })
  const { analytics } = await shop.programme.current()
  const found = await analytics.query<{ c: string; v: number }>(
    sql`SELECT c.customer_id AS c, toFloat64(s.value) AS v FROM score AS s INNER JOIN customer AS c ON c.customer_key = s.customer_key WHERE s.name = 'kinds.cluster'`,
  )
  const lines = readFileSync(join(shop.folder, 'truth/customers.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const archetypes = new Map(
    lines.map((line) => line.split(',')).map(([who = '', what = '']) => [who, what]),
  )
  const kinds = [...new Set(archetypes.values())]
  const truth = Int32Array.from(found, ({ c }) => kinds.indexOf(archetypes.get(c) ?? ''))
  const labels = Int32Array.from(found, ({ v }) => v)
  const agreement = adjustedRand(crossTable(labels, truth)) ?? 0
  expect(agreement).toBeGreaterThan(0.2)
})

test('every run speaks all languages', async () => {
  for (const model of ['buys', 'back', 'never', 'alike', 'kinds']) {
    for (const each of LOCALES) {
      const shown = await showModel(shop.programme, { model, locale: each })
      const words = [
        ...(shown.report?.findings ?? []).map((one) => one.text),
        ...(shown.report?.method ?? []),
      ]
      for (const word of words) expect(word).not.toMatch(/\{\w+\}|undefined|NaN/)
    }
  }
})
