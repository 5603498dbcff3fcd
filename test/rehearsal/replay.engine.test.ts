/** A year of a real shop, loaded day by day as if live: the state carried on is a rebuild's, and what SQL by hand finds. */
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plusDays, startOfLocalDay } from '../../src/core/base/index.ts'
import { raw, sql } from '../../src/core/sql/index.ts'
import {
  evaluateProgramme,
  loadIntoProgramme,
  mappingOf,
  openProgramme,
  stopEngines,
  verifyProgramme,
  type OpenProgramme,
} from '../../src/engine/run/index.ts'
import { catchUp } from '../../src/engine/run/keeper/catch-up.ts'
import { readMembers } from '../../src/engine/run/evaluation/members.ts'

const DATA = join(import.meta.dirname, '../../../shared/data/online_retail/online_retail.csv.gz')
const SHOP = join(import.meta.dirname, '../real/online_retail')
const ZONE = 'Europe/London'
const FIRST_DAY = '2010-12-01'
/** The whole year by hand: TESSERA_REPLAY_DAYS=374. */
const DAYS = Number(process.env['TESSERA_REPLAY_DAYS'] ?? 10)
/** The instant that the SQL by hand was written for. */
const WRITTEN_FOR = '2011-12-10 00:00:00'

/** Lines of the file by day. */
async function linesByDay(): Promise<{
  readonly head: string
  readonly days: Map<string, string[]>
}> {
  const days = new Map<string, string[]>()
  let head = ''
  for await (const line of createInterface({
    input: createReadStream(DATA).pipe(createGunzip()),
  })) {
    const day = /,(\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d,/.exec(line)?.[1]
    if (day === undefined) head = line
    else days.set(day, [...(days.get(day) ?? []), line])
  }
  return { head, days }
}

async function expectRebuildEqual(programme: OpenProgramme): Promise<void> {
  const found = await verifyProgramme(programme, {})
  expect(found).toMatchObject({ outdated: false, differing: 0, differences: [], ok: true })
  expect(found.customers).toBeGreaterThan(0)
}

/** The files as they are, as text columns, for SQL by hand. */
async function loadRaw(programme: OpenProgramme, text: string): Promise<void> {
  const { analytics } = await programme.current()
  const names = (text.split('\n', 1)[0] ?? '').split(',')
  const columns = names.map((name) => ({ name, type: 'String' as const }))
  await analytics.tables.create({ name: 'raw_0', columns, orderBy: [] })
  await analytics.insert({ table: 'raw_0', format: 'CSVWithNames' }, Readable.from([text]))
}

async function expectAsByHand(programme: OpenProgramme, until: string): Promise<void> {
  const current = await programme.current()
  const questions = readdirSync(join(SHOP, 'sql'))
  expect(questions.length).toBe(5)
  for (const question of questions) {
    const text = readFileSync(join(SHOP, 'sql', question), 'utf8').replaceAll(WRITTEN_FOR, until)
    const rows = await current.analytics.query<{ c: string }>(
      sql`SELECT * FROM (${raw(text)}) AS answer(c) ORDER BY c`,
    )
    const segment = question.replace('.sql', '')
    const { customerIds, total } = await readMembers(current, segment, { limit: 100_000 })
    expect([segment, total, customerIds]).toEqual([segment, rows.length, rows.map((row) => row.c)])
  }
}

describe.skipIf(!existsSync(DATA))(
  'a real shop, live (skipped where ../shared/data is absent)',
  () => {
    test('day by day', { timeout: 3_600_000 }, async () => {
      const { head, days } = await linesByDay()
      const folder = mkdtempSync(join(tmpdir(), 'tessera-replay-'))
      cpSync(SHOP, folder, { recursive: true })
      const own = { locale: 'en', from: folder, folder } as const
      let now = startOfLocalDay(FIRST_DAY, ZONE)
      const programme = await openProgramme({ ...own, lingerMs: 0, clock: { now: () => now } })
      const mapping = mappingOf(readFileSync(join(SHOP, 'mappings/online-retail.yaml'), 'utf8'))
      try {
        const loaded: string[] = []
        for (let n = 0; n < DAYS; n++) {
          const day = plusDays(FIRST_DAY, n)
          now = startOfLocalDay(plusDays(day, 1), ZONE)
          const lines = days.get(day)
          if (lines === undefined) {
            // A day without business: time alone passes.
            if (n > 0) await catchUp(await programme.current(), { to: now, computedAt: now })
          } else {
            const file = join(folder, `${day}.csv`)
            writeFileSync(file, `${[head, ...lines].join('\n')}\n`)
            const [report] = await loadIntoProgramme(programme, {
              files: [file],
              mapping,
              locale: 'en',
            })
            expect(report?.accepted).toBeGreaterThan(0)
            expect((report?.accepted ?? 0) + (report?.rejected ?? 0)).toBe(report?.read)
            loaded.push(...lines)
          }
          if (n === 0) await evaluateProgramme(programme, { locale: 'en' })
          if (plusDays(day, 1).endsWith('-01')) await expectRebuildEqual(programme)
        }
        await expectRebuildEqual(programme)
        await loadRaw(programme, `${[head, ...loaded].join('\n')}\n`)
        await expectAsByHand(programme, new Date(now).toISOString().slice(0, 19).replace('T', ' '))
      } finally {
        await programme.close()
        await stopEngines(own)
        rmSync(folder, { recursive: true, force: true })
      }
    })
  },
)
