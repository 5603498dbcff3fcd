// Clusters, scales and latent classes through the whole product: what was planted is found, what was not is refused in words.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES } from '../../../core/base/index.ts'
import type { ModelDetailWire } from '../../../core/contract/index.ts'
import { adjustedRand, crossTable } from '../../../core/models/index.ts'
import { sql, value } from '../../../core/sql/index.ts'
import { createRandom } from '../../../core/stats/index.ts'
import { countDefinition, evaluateProgramme } from '../../run/index.ts'
import { runModel, showModel, showModels } from '../index.ts'

const DATA = join(import.meta.dirname, '../../../../../shared/data')
const locale = 'en'

type Row = Readonly<Record<string, string | number>>

/** A programme of customers alone: one row each with an `id`, all other fields traits; `base` says which of the data below they are from. */
async function openCustomers(rows: readonly Row[]): Promise<TestFolder> {
  const source = mkdtempSync(join(tmpdir(), 'tessera-patterns-'))
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => name !== 'id',
  )
  const isText = (name: string): boolean => rows.some((row) => Number.isNaN(Number(row[name] ?? 0)))
  const traits = Object.fromEntries(names.map((name) => [name, isText(name) ? 'text' : 'number']))
  const lines = [
    ['id', 'seen', ...names],
    ...rows.map((row) => [row['id'], '2026-01-01', ...names.map((name) => row[name] ?? '')]),
  ]
  for (const name of ['mappings', 'segments', 'models', 'data']) mkdirSync(join(source, name))
  writeFileSync(join(source, 'data/people.csv'), lines.map((line) => line.join(',')).join('\n'))
  writeFileSync(
    join(source, 'tessera.yaml'),
    `tessera: 1\nid: patterns\nname: Patterns\ntimeZone: UTC\ncurrency: EUR\nlocales: [en]\ntraits:\n${names.map((name) => `  ${name}: ${traits[name]}\n`).join('')}`,
  )
  writeFileSync(
    join(source, 'mappings/people.yaml'),
    `name: people\nfiles: [people.csv]\nkind: customers\ncustomer: id\nat: seen\nfields:\n${names.map((name) => `  ${name}: ${name}\n`).join('')}`,
  )
  writeFileSync(join(source, 'segments/all.yaml'), 'name: all\ndefinition: everyone\n')
  const shop = await openTestFolder(source, {
    clock: { now: () => Date.parse('2026-06-30T10:00:00Z') },
  })
  rmSync(source, { recursive: true })
  const [report] = await shop.load([join(shop.folder, 'data/people.csv')])
  expect(report).toMatchObject({ rejected: 0 })
  await evaluateProgramme(shop.programme, { locale })
  return shop
}

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

/** Scores in the order of the rows of a set; NaN for who has none. */
async function scores(name: string, n: number): Promise<Float64Array> {
  const { analytics } = await shop.programme.current()
  const rows = await analytics.query<{ id: string; v: number | null }>(
    sql`SELECT c.customer_id AS id, toFloat64(s.v) AS v FROM customer AS c INNER JOIN (SELECT customer_key, argMax(tuple(value), (at, seq)).1 AS v
      FROM score WHERE name = ${value(name, 'String')} GROUP BY customer_key) AS s ON c.customer_key = s.customer_key`,
  )
  const out = new Float64Array(n).fill(Number.NaN)
  for (const { id, v } of rows) if (v !== null) out[Number(id.replace(/^\D+/, ''))] = v
  return out
}

async function countOf(definition: string): Promise<number> {
  return (await countDefinition(shop.programme, { definition }, { locale })).count
}

const N = 900
const truth = Int32Array.from({ length: N }, (_, i) => i % 3)
const CENTRES = [
  [0, 0],
  [10, 0],
  [0, 10],
] as const

/** Three clouds over x and y with a colour each, noise over u, v, w, two kinds of answers a to e, coins f to h. */
function planted(): readonly Row[] {
  const random = createRandom(5)
  return Array.from(truth, (t, i): Row => {
    const [x, y] = CENTRES[t] ?? [0, 0]
    const answers = Array.from('abcde', (name, j): [string, string] => {
      const often = ((t === 0 ? 1 : 0) + j) % 2 === 0 ? 0.85 : 0.15
      return [name, random.next() < 0.05 ? '' : random.next() < often ? 'yes' : 'no']
    })
    const coins = Array.from('fgh', (name): [string, string] => [
      name,
      random.next() < 0.5 ? 'heads' : 'tails',
    ])
    const noise = Array.from('uvw', (name): [string, string] => [name, random.next().toFixed(4)])
    return {
      id: `planted-${i}`,
      base: 'planted',
      x: (x + random.normal()).toFixed(4),
      y: (y + random.normal()).toFixed(4),
      colour: random.next() < 0.9 ? (['red', 'green', 'blue'][t] ?? '') : 'grey',
      ...Object.fromEntries([...answers, ...coins, ...noise]),
    }
  })
}

/** A published table as rows of a base. */
function published(
  base: string,
  file: string,
  columns: readonly [from: number, to: number],
): readonly Row[] {
  const bytes = readFileSync(join(DATA, file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim()
  const [head = '', ...lines] = text.split(/\r?\n/)
  const names = head.replaceAll('"', '').toLowerCase().split(',')
  return lines.map((line, i): Row => {
    const cells = line.split(',').slice(...columns)
    const named = cells.map((cell, j): [string, string] => [names[columns[0] + j] ?? '', cell])
    return { id: `${base}-${i}`, base, ...Object.fromEntries(named) }
  })
}

const hasData = existsSync(DATA)
const bfi = hasData ? published('bfi', 'bfi_likert/bfi.csv.gz', [1, 26]) : []
const wholesale = hasData ? published('wholesale', 'wholesale/wholesale.csv', [0, 8]) : []
let shop: TestFolder
beforeAll(async () => {
  shop = await openCustomers([...planted(), ...bfi, ...wholesale])
})
afterAll(() => shop.close())

describe('planted', () => {
  const agreement = async (name: string, other: Int32Array): Promise<number> => {
    const labels = Int32Array.from(await scores(name, N), (x) => (Number.isNaN(x) ? -1 : x))
    return adjustedRand(crossTable(labels, other)) ?? 0
  }

  test('uniform noise has no clusters: words, no scores', async () => {
    const shown = await run(
      'noise',
      'kind: cluster\nmost: 4\ncustomers: base = "planted"\nmeasures: { u: u, v: v, w: w }\n',
    )
    expect(shown.shown).toMatchObject({ status: 'not-identified', scored: false })
    expect(codes(shown)[0]).toMatch(/^cluster\/no(-structure|t-repeatable)$/)
    expect((await scores('noise.cluster', N)).every(Number.isNaN)).toBe(true)
  })

  test('three clouds are three clusters, and their definitions select them', async () => {
    const shown = await run(
      'blobs',
      'kind: cluster\nmost: 4\ncustomers: base = "planted"\nmeasures: { x: x, y: y }\n',
    )
    expect(shown.shown).toMatchObject({ status: 'ok', scored: true, n: N })
    expect(codes(shown)[0]).toBe('cluster/structure')
    expect(await agreement('blobs.cluster', truth)).toBeGreaterThan(0.98)
    const clusters = rowsOf(shown, 'clusters')
    expect(clusters.length).toBe(3)
    for (const row of clusters) {
      expect(row['kappa']).toBeGreaterThan(0.97)
      // Fidelity is a count: those selected are what recall and precision say.
      const hits = Math.round(Number(row['recall']) * Number(row['customers']))
      const selected = await countOf(String(row['definition']))
      expect(hits / selected).toBeCloseTo(Number(row['precision']), 6)
    }
    const definitions = (shown.report?.findings ?? []).flatMap((one) => one.definition ?? [])
    expect(definitions.length).toBe(3)
    for (const one of definitions) expect(await countOf(one)).toBeGreaterThan(250)
    const closeness = await scores('blobs.closeness', N)
    expect(closeness.every((x) => x >= 0 && x <= 1)).toBe(true)
  })

  test('numbers stay: the same run again changes nothing, and another cut continues what it can', async () => {
    const first = await scores('blobs.cluster', N)
    const again = await runModel(shop.programme, { model: 'blobs', locale })
    expect(again).toMatchObject({ written: 0, cleared: 0 })
    const shown = await run(
      'blobs',
      'kind: cluster\nmost: 4\ncustomers: base = "planted"\nmeasures: { x: x, y: y }\nk: 2\n',
    )
    expect(codes(shown)).toContain('cluster/moved')
    const second = await scores('blobs.cluster', N)
    const kept = second.filter((x, i) => x === first[i]).length
    expect(kept / N).toBeGreaterThan(0.6)
    expect(new Set(second).size).toBe(2)
  })

  test('a mixture and mixed data find them too; the store places everybody as the fit does', async () => {
    const mixture = await run(
      'clouds',
      'kind: cluster\nmethod: mixture\nmost: 4\ncustomers: base = "planted"\nmeasures: { x: x, y: y }\n',
    )
    expect(mixture.shown).toMatchObject({ scored: true })
    expect(await agreement('clouds.cluster', truth)).toBeGreaterThan(0.98)
    const mixed = await run(
      'mixed',
      'kind: cluster\nmethod: mixed\nmost: 4\ncustomers: base = "planted"\nmeasures: { x: x, y: y }\ntraits: [colour]\n',
    )
    expect(mixed.shown).toMatchObject({ scored: true })
    expect(await agreement('mixed.cluster', truth)).toBeGreaterThan(0.9)
    expect(rowsOf(mixed, 'influence').length).toBe(3)
  })

  test('latent classes: two kinds of answers found, coins refused', async () => {
    const shown = await run(
      'kinds',
      'kind: latent\ncustomers: base = "planted"\ntraits: [a, b, c, d, e]\nmost: 4\n',
    )
    expect(shown.shown).toMatchObject({ status: 'ok', scored: true })
    expect(
      await agreement(
        'kinds.class',
        truth.map((t) => (t === 0 ? 1 : 0)),
      ),
    ).toBeGreaterThan(0.6)
    const [one, two] = rowsOf(shown, 'classes')
    expect([one?.['share'], two?.['share']].map((x) => Math.round(Number(x) * 10) / 10)).toEqual([
      0.7, 0.3,
    ])
    const certainty = await scores('kinds.certainty', N)
    expect(certainty.every((x) => Number.isNaN(x) || (x >= 0.5 && x <= 1))).toBe(true)
    const coins = await run(
      'coins',
      'kind: latent\ncustomers: base = "planted"\ntraits: [f, g, h]\nmost: 3\n',
    )
    expect(coins.shown).toMatchObject({ status: 'not-identified', scored: false })
    expect(codes(coins)).toEqual(['latent/none'])
  })

  test('what cannot be read is said in every language, and so is everything else', async () => {
    const wrong = run('wrong', 'kind: cluster\nmeasures: { x: xx + 1 }\n')
    await expect(wrong).rejects.toMatchObject({ code: 'run/model-unknown' })
    const { issues } = await showModels(shop.programme, locale)
    expect(issues).toMatchObject([
      { code: 'segment/unknown-trait', at: { file: 'models/wrong.yaml', line: 2, column: 16 } },
    ])
    for (const model of ['noise', 'blobs', 'clouds', 'mixed', 'kinds', 'coins']) {
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
})

describe.skipIf(!hasData)('real data (skipped where ../shared/data is absent)', () => {
  test('bfi: alphas and eigenvalues as published, scores as by hand', async () => {
    const shown = await run(
      'bfi',
      `kind: scale\nhigh: 6\nscales:\n  agree: "-a1 a2 a3 a4 a5"\n  conscientious: "c1 c2 c3 -c4 -c5"\n  extraversion: "-e1 -e2 e3 e4 e5"\n  neuroticism: "n1 n2 n3 n4 n5"\n  openness: "o1 -o2 o3 o4 -o5"\n`,
    )
    const alphas = rowsOf(shown, 'scales').map((row) => Number(row['alpha']).toFixed(2))
    expect(alphas).toEqual(['0.70', '0.73', '0.76', '0.81', '0.60'])
    const eigenvalues = rowsOf(shown, 'eigenvalues').map((row) => Number(row['value']).toFixed(3))
    expect(eigenvalues.slice(0, 5)).toEqual(['5.134', '2.752', '2.143', '1.852', '1.548'])
    const agree = await scores('bfi.agree', bfi.length)
    const byHand = bfi.map((row) => {
      const given = ['a1', 'a2', 'a3', 'a4', 'a5'].flatMap((name, j) =>
        row[name] === '' ? [] : [j === 0 ? 7 - Number(row[name]) : Number(row[name])],
      )
      return given.length < 3 ? Number.NaN : given.reduce((a, b) => a + b, 0) / given.length
    })
    for (const [i, x] of byHand.entries()) {
      if (Number.isNaN(x)) expect(agree[i]).toBeNaN()
      else expect(agree[i]).toBeCloseTo(x, 4)
    }
  })

  test('wholesale: by spend in six departments the channel is found without being told', async () => {
    const names = ['fresh', 'milk', 'grocery', 'frozen', 'detergents_paper', 'delicassen']
    const measures = names.map((name) => `  ${name}: ${name}`).join('\n')
    const shown = await run(
      'buyers',
      `kind: cluster\nk: 2\nmost: 3\ncustomers: base = "wholesale"\nmeasures:\n${measures}\n`,
    )
    expect(shown.shown).toMatchObject({ scored: true, n: 440 })
    expect(rowsOf(shown, 'measures').every((row) => row['how'] !== 'z')).toBe(true)
    const labels = Int32Array.from(await scores('buyers.cluster', 440))
    const channels = Int32Array.from(wholesale, (row) => Number(row['channel']))
    expect(adjustedRand(crossTable(labels, channels))).toBeGreaterThan(0.4)
  })
})
