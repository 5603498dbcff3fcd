// Points on real engines against accounts kept lot by lot, and what the report on rewards makes of them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestFolder, type TestFolder } from '../../../../test/kit/folder.ts'
import { LOCALES, localDate, startOfLocalDay } from '../../../core/base/index.ts'
import type { ReportWire } from '../../../core/contract/index.ts'
import { sql } from '../../../core/sql/index.ts'
import { createRandom } from '../../../core/stats/index.ts'
import { countDefinition, evaluateProgramme } from '../../run/index.ts'
import type { ReportDraft } from '../../../core/insight/index.ts'
import { withContext } from '../basis/context.ts'
import { runModel } from '../index.ts'
import { checkTold } from '../report/told.ts'
import { draftWire } from '../report/wire.ts'
import { REWARDS } from '../weak/rewards.ts'

const ZONE = 'Europe/Lisbon'
const AS_OF = Date.parse('2026-06-30T10:00:00Z')
const DAY = 86_400_000
const MONTHS = 12
const N = 400
const PRICE = 100

const PROGRAMME = `tessera: 1
id: points
name: Points
timeZone: ${ZONE}
currency: EUR
locales: [en]
events:
  purchase: { role: purchase, properties: { amount: money, points: number } }
  bonus: { properties: { given: number } }
  reward: { role: reward, properties: { points: number, value: money } }
points:
  earn: { purchase: points, bonus: given }
  spend: { reward: points }
  expire: ${MONTHS}
  tiers: { silver: 150, platinum: 100000 }
`

type Spoken = Pick<ReportWire, 'findings' | 'tables'>

/** The figures are asked for once, for all languages. */
async function drafted(): Promise<ReportDraft> {
  return await withContext(shop.programme, {}, (context) =>
    REWARDS.make(context, checkTold(REWARDS, {}, context.snapshot)),
  )
}

interface Move {
  readonly at: number
  readonly event: 'purchase' | 'bonus' | 'reward'
  readonly points: number
}

/** Some hundred lives: whole and broken points, points taken back, more spent than there is, instants that fall together. */
function lives(): readonly (readonly Move[])[] {
  const random = createRandom(11)
  return Array.from({ length: N }, () => {
    const moves: Move[] = []
    const many = 1 + Math.floor(random.next() * 16)
    for (let i = 0; i < many; i++) {
      // Half of the instants are on a grid of months, so that lapses and spendings meet.
      const back =
        random.next() < 0.5 ? random.next() * 1100 : Math.floor(random.next() * 36) * 30.5
      const at = Math.floor((AS_OF - back * DAY) / 1000) * 1000
      const kind = random.next()
      if (kind < 0.6) moves.push({ at, event: 'purchase', points: Math.floor(random.next() * 60) })
      else if (kind < 0.75)
        moves.push({ at, event: 'bonus', points: Number((random.next() * 30 - 8).toFixed(2)) })
      else moves.push({ at, event: 'reward', points: PRICE })
    }
    return moves
  })
}

/** The end of the local day that many months later, the day cut to the month's length. */
function lapseOf(at: number): number {
  const [year = 0, month = 0, day = 0] = localDate(at, ZONE).split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0)).getUTCDate()
  const then = new Date(Date.UTC(year, month - 1 + MONTHS, Math.min(day, last) + 1))
  return startOfLocalDay(then.toISOString().slice(0, 10), ZONE)
}

interface Account {
  readonly balance: number
  readonly soon30: number
  readonly soon90: number
  readonly earned: number
  readonly lapsed: number
}

/** Lot by lot, the oldest first. */
function kept(moves: readonly Move[]): Account {
  const order = (move: Move): number => (move.event !== 'reward' && move.points > 0 ? 0 : 1)
  const sorted = moves.toSorted((a, b) => a.at - b.at || order(a) - order(b))
  const lots: { left: number; readonly lapses: number }[] = []
  let lapsed = 0
  const sweep = (until: number): void => {
    for (const lot of lots) {
      if (lot.lapses > until || lot.left === 0) continue
      if (lot.lapses > AS_OF - 365 * DAY) lapsed += lot.left
      lot.left = 0
    }
  }
  for (const { at, event, points } of sorted) {
    sweep(at)
    const change = event === 'reward' ? -points : points
    if (change > 0) lots.push({ left: change, lapses: lapseOf(at) })
    let due = Math.max(0, -change)
    for (const lot of lots) {
      const taken = Math.min(lot.left, due)
      lot.left -= taken
      due -= taken
    }
  }
  sweep(AS_OF)
  const held = (until: number): number =>
    lots.reduce((sum, lot) => sum + (lot.lapses <= until ? lot.left : 0), 0)
  const lately = moves.filter(({ at, event }) => event !== 'reward' && at > AS_OF - 365 * DAY)
  return {
    balance: held(Infinity),
    soon30: held(AS_OF + 30 * DAY),
    soon90: held(AS_OF + 90 * DAY),
    earned: lately.reduce((sum, { points }) => sum + points, 0),
    lapsed,
  }
}

const all = lives()
const accounts = all.map(kept)
let shop: TestFolder
let draft: ReportDraft
let report: Spoken

beforeAll(async () => {
  const source = mkdtempSync(join(tmpdir(), 'tessera-points-'))
  for (const name of ['mappings', 'segments', 'models', 'data']) mkdirSync(join(source, name))
  writeFileSync(join(source, 'tessera.yaml'), PROGRAMME)
  writeFileSync(join(source, 'models/points.yaml'), 'kind: points\n')
  const COLUMNS = { purchase: 'points', bonus: 'given', reward: 'points' } as const
  for (const event of ['purchase', 'bonus', 'reward'] as const) {
    const rows = all.flatMap((moves, who) =>
      moves
        .map((move, i) => ({ ...move, i }))
        .filter((move) => move.event === event)
        .map(
          ({ at, points, i }) =>
            `${who}-${i},c${who},${new Date(at).toISOString()},${points},${event === 'bonus' ? '' : 5}`,
        ),
    )
    writeFileSync(join(source, `data/${event}.csv`), `id,who,at,points,money\n${rows.join('\n')}\n`)
    const money =
      event === 'purchase' ? '  amount: money\n' : event === 'reward' ? '  value: money\n' : ''
    writeFileSync(
      join(source, `mappings/${event}.yaml`),
      `name: ${event}\nfiles: [${event}.csv]\nkind: events\nevent: ${event}\ncustomer: who\nat: at\nid: id\nfields:\n  ${COLUMNS[event]}: points\n${money}`,
    )
  }
  writeFileSync(join(source, 'segments/all.yaml'), 'name: all\ndefinition: everyone\n')
  shop = await openTestFolder(source, { clock: { now: () => AS_OF } })
  rmSync(source, { recursive: true })
  const files = ['purchase', 'bonus', 'reward'].map((name) => join(shop.folder, `data/${name}.csv`))
  for (const loaded of await shop.load(files)) expect(loaded.rejected).toBe(0)
  await evaluateProgramme(shop.programme, { locale: 'en' })
  await runModel(shop.programme, { model: 'points', locale: 'en' })
  draft = await drafted()
  report = draftWire(draft, 'en')
}, 120_000)
afterAll(() => shop.close())

const finding = (code: string): ReportWire['findings'][number] => {
  const found = report.findings.find((one) => one.code === code)
  if (found === undefined) throw new Error(`not said: ${code}`)
  return found
}
const rows = (name: string): readonly Readonly<Record<string, unknown>>[] =>
  report.tables.find((one) => one.name === name)?.rows ?? []
const counted = async (definition: string | null): Promise<number> =>
  (await countDefinition(shop.programme, { definition: definition ?? '' }, { locale: 'en' })).count

test('what everybody holds, loses soon and earned is what a book of lots says', async () => {
  const { analytics } = await shop.programme.current()
  const found = await analytics.query<{ who: string; name: string; v: number }>(
    sql`SELECT customer_id AS who, name, toFloat64(value) AS v FROM score AS s INNER JOIN customer AS c ON s.customer_key = c.customer_key`,
  )
  const by = new Map(found.map(({ who, name, v }) => [`${who} ${name}`, v]))
  const NAMES = {
    balance: 'balance',
    soon30: 'expiring_30',
    soon90: 'expiring_90',
    earned: 'earned',
  } as const
  let some = 0
  for (const [i, account] of accounts.entries()) {
    for (const [key, name] of Object.entries(NAMES)) {
      const wanted = account[key as keyof typeof NAMES]
      if (wanted > 0) some++
      expect([i, name, by.get(`c${i} points.${name}`) ?? 0]).toEqual([
        i,
        name,
        expect.closeTo(wanted, 1),
      ])
    }
    expect(by.get(`c${i} points.to_next_tier`) ?? 150).toBeCloseTo(
      account.earned < 150 ? 150 - account.earned : 100_000 - account.earned,
      1,
    )
  }
  expect(some).toBeGreaterThan(N)
})

test('the report says it of all, with the money, and whom it means', async () => {
  const sum = (key: keyof Account): number => accounts.reduce((all, one) => all + one[key], 0)
  const many = (key: keyof Account): number => accounts.filter((one) => one[key] > 0).length
  // A reward of five euros takes a hundred points.
  const money = 5 / PRICE
  const table = rows('points')
  expect(table.map((row) => [row['within'], row['customers']])).toEqual([
    [30, many('soon30')],
    [90, many('soon90')],
  ])
  expect(Number(table[1]?.['points'])).toBeCloseTo(sum('soon90'), 4)
  expect(Number(table[1]?.['worth'])).toBeCloseTo(sum('soon90') * money, 4)
  const soon = finding('rewards/points-expiring')
  expect(soon.money).toBeCloseTo(sum('soon30') * money, 4)
  expect(await counted(soon.definition)).toBe(many('soon30'))
  expect(finding('rewards/points-lapsed').text).toContain(`${many('lapsed')} customers lost`)
  expect(finding('rewards/points-lapsed').money).toBeCloseTo(sum('lapsed') * money, 4)
  const held = finding('rewards/points-held')
  expect(await counted(held.definition)).toBe(many('balance'))
  const near = accounts.filter(({ balance }) => balance >= 80 && balance < PRICE).length
  expect(await counted(finding('rewards/near').definition)).toBe(near)
  expect(finding('rewards/near').text).toMatch(new RegExp(`^${near} customers`))
})

test('tiers and pace: who is short of one, who never gets there', async () => {
  expect(finding('rewards/tier-out-of-reach').text).toContain('platinum')
  const silver = rows('tiers')[0]
  const reached = accounts.filter(({ earned }) => earned >= 150).length
  expect(silver?.['customers']).toBe(reached)
  const near = finding('rewards/tier-near')
  expect(silver?.['near']).toBe(await counted(near.definition))
  const slow = finding('rewards/points-too-slow')
  expect(slow.text).toMatch(new RegExp(`^${await counted(slow.definition)} customers`))
  const half = rows('point-paces')[2]
  const earners = accounts.map(({ earned }) => earned).filter((earned) => earned > 0)
  const below = earners.filter((earned) => earned <= Number(half?.['points'])).length
  expect(Math.abs(below / earners.length - 0.5)).toBeLessThan(0.02)
  expect(Number(half?.['months'])).toBeCloseTo((PRICE / Number(half?.['points'])) * 12, 6)
})

test('in every language, whole', () => {
  for (const locale of LOCALES)
    for (const { text } of draftWire(draft, locale).findings)
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
})
