/** Programmes of real data: raw files taken in as a user would, and the same files as the engine's own reader sees them. */
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { LOCALES } from '../../src/core/base/index.ts'
import type { LoadReport } from '../../src/engine/run/load.ts'
import type { ModelDetailWire, ReportWire } from '../../src/core/contract/index.ts'
import { raw, sql } from '../../src/core/sql/index.ts'
import { runModel, showModel } from '../../src/engine/insight/index.ts'
import { evaluateProgramme, initProgramme } from '../../src/engine/run/index.ts'
import { openTestFolder, type TestFolder } from './folder.ts'

/** Where the data sets are; tests that need them are skipped where it is absent. */
export const DATA: string = join(import.meta.dirname, '../../../shared/data')
const PROGRAMMES = join(import.meta.dirname, '../real')

/** Whether a data set is there. */
export function hasData(name: string): boolean {
  return existsSync(join(DATA, name))
}

/** What the folder of a data set says of itself. */
export interface RealCase {
  /** Files of the data set's folder, in the order of tables `raw_<n>`. */
  readonly files: readonly string[]
  readonly folder: string
  readonly asOf: string
  readonly population: number | null
}

/** A data set's programme, loaded and evaluated. */
export interface RealProgramme {
  readonly given: RealCase
  readonly shop: TestFolder
  readonly loads: readonly LoadReport[]
  /** One row of a question asked of the raw tables. */
  ask<T>(text: string): Promise<T>
  /** A model of the programme's folder, run. */
  run(model: string): Promise<ModelDetailWire>
  close(): Promise<void>
}

/** Columns that a person adds to a file before it can be loaded, made of the row and its number from 1. */
export type Added = Readonly<
  Record<string, (row: Readonly<Record<string, string>>, n: number) => string>
>

/** Opens `test/real/<name>`: loads its files, with columns added where they lack an id or a day, and evaluates. */
export async function openReal(name: string, added: Added = {}): Promise<RealProgramme> {
  const given: RealCase = JSON.parse(readFileSync(join(PROGRAMMES, name, 'case.json'), 'utf8'))
  const shop = await openTestFolder(join(PROGRAMMES, name), {
    clock: { now: () => Date.parse(given.asOf) },
  })
  try {
    const files: string[] = []
    for (const file of given.files)
      files.push(await prepared(join(DATA, given.folder, file), shop.folder, added))
    const loads = await shop.load(files)
    for (const one of loads) expect(one.accepted + one.rejected).toBe(one.read)
    const report = await evaluateProgramme(shop.programme, { asOf: given.asOf, locale: 'en' })
    if (given.population !== null) expect(report.snapshot.population).toBe(given.population)
    for (const [i, file] of files.entries()) await loadRaw(shop, `raw_${i}`, file)
    return {
      given,
      shop,
      loads,
      async ask<T>(text: string): Promise<T> {
        const { analytics } = await shop.programme.current()
        const [row] = await analytics.query<T>(sql`${raw(text)}`)
        if (row === undefined) throw new Error('no row')
        return row
      },
      async run(model) {
        await runModel(shop.programme, { model, locale: 'en' })
        for (const locale of LOCALES) {
          const { report: told } = await showModel(shop.programme, { model, locale })
          for (const text of [
            ...(told?.findings.map((one) => one.text) ?? []),
            ...(told?.method ?? []),
          ])
            expect(text).not.toMatch(/[{}]|undefined|NaN|\[object|Infinity/)
        }
        return await showModel(shop.programme, { model, locale: 'en' })
      },
      close: () => shop.close(),
    }
  } catch (error) {
    await shop.close()
    throw error
  }
}

/** Every segment with a question in `sql/` has the members that the question finds in the raw tables. */
export async function holdByHand(
  name: string,
  { shop }: Pick<RealProgramme, 'shop'>,
): Promise<void> {
  const { analytics } = await shop.programme.current()
  const questions = readdirSync(join(PROGRAMMES, name, 'sql'))
  expect(questions.length).toBeGreaterThan(3)
  for (const question of questions) {
    const text = readFileSync(join(PROGRAMMES, name, 'sql', question), 'utf8')
    const rows = await analytics.query<{ c: string }>(
      sql`SELECT * FROM (${raw(text)}) AS answer(c) ORDER BY c`,
    )
    const segment = question.replace('.sql', '')
    const byHand = rows.map((row) => Object.values(row)[0])
    const ours = await shop.members(segment)
    expect(ours.length).toBeGreaterThan(0)
    expect([segment, ours]).toEqual([segment, byHand])
  }
}

/** Findings and tables, as reports and models tell them. */
type Made = Pick<ReportWire, 'findings' | 'tables'> | null | undefined

/** The findings of a code, in their order. */
export function found(made: Made, code: string): ReportWire['findings'] {
  return (made?.findings ?? []).filter((one) => one.code === code)
}

/** The rows of a table; none when there is no such table. */
export function rowsOf(made: Made, table: string): readonly Readonly<Record<string, unknown>>[] {
  return made?.tables.find(({ name }) => name === table)?.rows ?? []
}

/** What `init --from` draws of a raw file, once it is told what the rows are and which column names them. */
export async function drawn(
  path: string,
  said: { readonly as?: string; readonly map?: readonly string[] },
): Promise<{ readonly catalogue: string; readonly messages: readonly string[] }> {
  const parent = mkdtempSync(join(tmpdir(), 'tessera-drawn-'))
  try {
    const folder = join(parent, 'programme')
    const head = { name: 'Drawn', timeZone: 'UTC', currency: 'EUR', locale: 'en' } as const
    const { issues } = await initProgramme({ ...head, ...said, folder, files: [path] })
    const catalogue = readFileSync(join(folder, 'tessera.yaml'), 'utf8')
    return { catalogue, messages: issues.map(({ code }) => code) }
  } finally {
    rmSync(parent, { recursive: true })
  }
}

/** The file itself, or a copy with the columns added. */
async function prepared(path: string, folder: string, added: Added): Promise<string> {
  const more = Object.entries(added)
  if (more.length === 0) return path
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/)
  const names = head.split(',')
  const rows = lines.map((line, i) => {
    const cells = line.split(',')
    const row = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
    return [...more.map(([, make]) => make(row, i + 1)), line].join(',')
  })
  mkdirSync(join(folder, 'data'), { recursive: true })
  const copy = join(folder, 'data', basename(path))
  const text = [[...more.map(([name]) => name), head].join(','), ...rows].join('\n')
  await pipeline(Readable.from([text]), createGzip({ level: 1 }), createWriteStream(copy))
  return copy
}

/** The file as the engine's own reader sees it: a table of text columns named by the header. */
async function loadRaw(shop: TestFolder, table: string, path: string): Promise<void> {
  const { analytics } = await shop.programme.current()
  const head = await firstLine(path)
  const names = head.split(',').map((cell) => cell.replaceAll('"', '').trim())
  await analytics.tables.create({
    name: table,
    columns: names.map((name) => ({ name, type: 'String' })),
    orderBy: [],
  })
  const bytes = createReadStream(path).pipe(createGunzip())
  await analytics.insert({ table, format: 'CSVWithNames' }, bytes, {
    settings: { input_format_null_as_default: 1, input_format_csv_empty_as_default: 1 },
  })
}

async function firstLine(path: string): Promise<string> {
  let text = ''
  for await (const chunk of createReadStream(path).pipe(createGunzip())) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split('\n')[0] ?? ''
}
