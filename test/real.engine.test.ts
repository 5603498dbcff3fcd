/** Segments over real data have the members that SQL written by hand finds in the raw files. */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { evaluateProgramme } from '../src/engine/run/index.ts'
import { raw, sql } from '../src/core/sql/index.ts'
import { openTestFolder, type TestFolder } from './kit/folder.ts'

interface Case {
  readonly folder: string
  readonly files: readonly string[]
  readonly asOf: string
  readonly population: number | null
}

const DATA = join(import.meta.dirname, '../../shared/data')
const root = join(import.meta.dirname, 'real')
const sets = readdirSync(root).filter((name) => existsSync(join(root, name, 'case.json')))

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

describe.skipIf(!existsSync(DATA))('real data (skipped where ../shared/data is absent)', () => {
  test.each(sets)('%s', async (name) => {
    const given: Case = JSON.parse(readFileSync(join(root, name, 'case.json'), 'utf8'))
    const shop = await openTestFolder(join(root, name))
    try {
      const files = given.files.map((file) => join(DATA, given.folder, file))
      for (const report of await shop.load(files))
        expect(report.accepted + report.rejected).toBe(report.read)
      const report = await evaluateProgramme(shop.programme, { asOf: given.asOf, locale: 'en' })
      if (given.population !== null) expect(report.snapshot.population).toBe(given.population)
      for (const [i, file] of files.entries()) await loadRaw(shop, `raw_${i}`, file)
      const { analytics } = await shop.programme.current()
      const questions = readdirSync(join(root, name, 'sql'))
      expect(questions.length).toBeGreaterThan(3)
      for (const question of questions) {
        const text = readFileSync(join(root, name, 'sql', question), 'utf8')
        const rows = await analytics.query<{ c: string }>(
          sql`SELECT * FROM (${raw(text)}) AS answer(c) ORDER BY c`,
        )
        const segment = question.replace('.sql', '')
        const byHand = rows.map((row) => Object.values(row)[0])
        const ours = await shop.members(segment)
        expect(ours.length).toBeGreaterThan(0)
        expect([segment, ours]).toEqual([segment, byHand])
      }
    } finally {
      await shop.close()
    }
  })
})
