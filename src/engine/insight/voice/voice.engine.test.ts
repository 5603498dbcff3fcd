// Surveys as other shops hold them, on real engines: one score a column, reasons as text, who was asked, and no purchases.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { spoken } from '../../../../test/kit/spoken.ts'
import { evaluateProgramme } from '../../run/index.ts'

const AS_OF = '2026-06-30T10:00:00Z'

const PROGRAMME = `tessera: 1
id: talk
name: Talk
timeZone: Europe/Lisbon
currency: EUR
locales: [en]
events:
  feedback:
    role: survey
    properties:
      nps: number
      satisfaction: number
      reason: text
  survey_sent:
    properties:
      form: text
  case_closed:
    properties:
      hours: number
`

const mapping = (event: string, file: string, fields: string): string =>
  `name: ${file}\nfiles: [${file}.csv]\nkind: events\nevent: ${event}\ncustomer: customer\nat: at\nid: id\nfields:\n${fields}`

/** Two hundred were asked; every other one answers, every fifth of those is unhappy and waited long for an answer. */
const PEOPLE = 200
const people = Array.from({ length: PEOPLE }, (_, i) => ({
  id: `c${i}`,
  answers: i % 2 === 0,
  unhappy: i % 10 === 0,
}))

let shop: TestFolder

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-talk-'))
  const write = (file: string, lines: string | readonly string[]): void =>
    writeFileSync(join(source, file), typeof lines === 'string' ? lines : `${lines.join('\n')}\n`)
  for (const folder of ['mappings', 'segments', 'data']) mkdirSync(join(source, folder))
  write('tessera.yaml', PROGRAMME)
  write(
    'mappings/feedback.yaml',
    mapping('feedback', 'feedback', '  nps: nps\n  satisfaction: satisfaction\n  reason: reason\n'),
  )
  write('mappings/sent.yaml', mapping('survey_sent', 'sent', '  form: form\n'))
  write('mappings/closed.yaml', mapping('case_closed', 'closed', '  hours: hours\n'))
  write('segments/waited.yaml', 'name: Waited\ndefinition: any(case_closed where hours > 48)\n')
  const answer = (at: string, id: string, rest: string): string => `${at}${id},${at},${id},${rest}`
  write('data/feedback.csv', [
    'id,at,customer,nps,satisfaction,reason',
    // An earlier answer of everybody, which the later one replaces.
    ...people.flatMap(({ id, answers }) =>
      answers ? [answer('2026-02-01T10:00:00Z', id, '10,7,price')] : [],
    ),
    ...people.flatMap(({ id, answers, unhappy }) =>
      answers ? [answer('2026-05-20T10:00:00Z', id, unhappy ? '2,1,delivery' : '9,6,price')] : [],
    ),
  ])
  write('data/sent.csv', [
    'id,at,customer,form',
    ...people.map(({ id }) => answer('2026-05-19T10:00:00Z', id, 'nps')),
  ])
  write('data/closed.csv', [
    'id,at,customer,hours',
    ...people.flatMap(({ id, unhappy }) =>
      unhappy ? [answer('2026-05-01T10:00:00Z', id, '90')] : [],
    ),
  ])
  shop = await openTestFolder(source, { clock: { now: () => Date.parse(AS_OF) } })
  rmSync(source, { recursive: true })
  for (const loaded of await shop.load(
    ['feedback', 'sent', 'closed'].map((name) => join(shop.folder, 'data', `${name}.csv`)),
  ))
    expect(loaded.rejected).toBe(0)
  await evaluateProgramme(shop.programme, { asOf: AS_OF, locale: 'en' })
}, 120_000)
afterAll(() => shop.close())

test('the last answer counts, of those who were asked; scales, themes and history are told apart', async () => {
  const made = await spoken(shop.programme, 'voice')
  const rows = (name: string) => made.tables.find((table) => table.name === name)?.rows ?? []
  const [nps, satisfaction] = rows('surveys')
  // 80 promoters and 20 detractors of a hundred; half of those asked answered.
  expect(nps).toMatchObject({ survey: 'NPS', answered: 100, rate: 0.5, unhappy: 0.2 })
  expect(String(nps?.['value'])).toMatch(/^60 \(/)
  // Six and seven of seven are satisfied.
  expect(satisfaction).toMatchObject({ survey: 'satisfaction', scale: '1–7', answered: 100 })
  expect(String(satisfaction?.['value'])).toMatch(/^80% satisfied \(/)
  expect(made.method.some((text) => text.includes('guessed from the answers seen'))).toBe(true)
  expect(made.method.some((text) => text.includes('those who were asked'))).toBe(true)
  // Both the happy and the unhappy give reasons: delivery is the one that goes with unhappy answers.
  const theme = made.findings.findIndex(({ code }) => code === 'voice/theme')
  expect(made.findings[theme]?.text).toMatch(/^“delivery”.* 100% of the 20 /)
  expect(made.counts[theme]).toBe(20)
  const [late] = rows('history-1')
  expect(late).toMatchObject({ of: -100, n: 20, against: 100, m: 80 })
  const months = rows('months-1').filter((row) => row['answered'] !== null)
  expect(
    months.map((row) => [row['month'], Math.round(Number(row['value'])), row['answered']]),
  ).toEqual([
    ['2026-02-01', 100, 100],
    ['2026-05-01', 60, 100],
  ])
  // Of those asked in a month, the ones who answered in it: nobody was asked in February.
  expect(months.map((row) => row['rate'])).toEqual([null, 0.5])
  // Months without answers are there, and empty.
  expect(rows('months-1')).toHaveLength(13)
  // Those who waited are a fifth of all and answer lower; without purchases no money is told.
  expect(made.findings.map(({ code }) => code)).not.toContain('voice/unhappy-big-spenders')
}, 60_000)
