/** Ranks under a keeper: thresholds stay as they are for a day, then everybody is measured anew. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberTrail } from '../door/past.ts'
import { evaluateProgramme } from '../door/verbs.ts'
import { verifyProgramme } from '../door/verify.ts'
import { readCutoffs } from '../evaluation/generation/cutoffs.ts'
import { waitingLoads } from '../evaluation/generation/touched.ts'
import { readMembers, requireSnapshot } from '../evaluation/members.ts'
import { loadIntoProgramme } from '../files/imports.ts'
import { openProgramme, type OpenProgramme } from '../open.ts'
import { stopEngines } from '../programme/engines.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { freshness } from './status.ts'

const DAY = 86_400_000
const SEGMENT = 'best_customer'
let now = Date.parse('2026-04-01T09:00:00Z')
const locale = 'en'
let folder = ''
let programme: OpenProgramme
let keeper: Keeper

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-ranks-'))
  const shop = join(import.meta.dirname, '../../../../examples/corner-shop')
  cpSync(shop, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
  writeFileSync(
    join(folder, 'segments', `${SEGMENT}.yaml`),
    'name: { en: Spent most, pt-BR: Gastou mais, es: Gastó más, fr: Plus gros achats }\n' +
      'why: Thanks are due.\ndefinition: rank(sum(purchase.item.amount, last 365 days)) in top 1\n',
  )
  programme = await openProgramme({ folder, from: folder, locale, clock: { now: () => now } })
  const files = ['customers.csv', 'orders.csv'].map((name) => join(folder, 'data', name))
  await loadIntoProgramme(programme, { files, locale })
  const { issues } = await evaluateProgramme(programme, { locale })
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  keeper = createKeeper(programme, { beatMs: 50 })
})

afterAll(async () => {
  await keeper.close()
  await programme.close()
  await stopEngines({ folder, from: folder, locale })
  rmSync(folder, { recursive: true, force: true })
})

async function settled(): Promise<void> {
  for (let i = 0; i < 400; i++) {
    keeper.nudge()
    const { watermark } = await freshness(programme, { locale })
    if (watermark !== null && Date.parse(watermark) === now) {
      // Thresholds are drawn after the state has come to the new day.
      const current = await programme.current()
      const { thresholdsAt } = await requireSnapshot(current)
      const isNewest = Math.floor(thresholdsAt / DAY) === Math.floor(now / DAY)
      if (isNewest && (await waitingLoads(current)).length === 0) return
    }
    await sleep(50)
  }
  throw new Error(`the keeper does not get there: ${String(keeper.status().lastError)}`)
}

async function standing(): Promise<{
  readonly members: readonly string[]
  readonly base: number
  readonly low: number | undefined
}> {
  const current = await programme.current()
  const { base } = await requireSnapshot(current)
  const { customerIds } = await readMembers(current, SEGMENT, { limit: 100 })
  const cutoffs = [...(await readCutoffs(current, base)).values()]
  expect(cutoffs).toHaveLength(1)
  return { members: customerIds, base, low: cutoffs[0]?.low }
}

test('thresholds are frozen for the day and replaced on the next, for the reason `score`', async () => {
  const first = await standing()
  expect(first).toMatchObject({ members: ['C3'], low: 56.2 })

  // Who passes the frozen threshold within the day joins whoever set it.
  const file = join(folder, 'later.csv')
  const header = 'order_id,customer_id,ordered_at,status,channel,category,quantity,amount'
  const order = 'L1,C5,2026-04-01 08:00:00,paid,store'
  writeFileSync(file, `${header}\n${order},Tea,1,60.00\n${order},Beans,1,40.00\n`)
  await loadIntoProgramme(programme, { files: [file], locale, as: 'orders' })
  now += 3 * 3_600_000
  await settled()
  expect(await standing()).toEqual({ ...first, members: ['C3', 'C5'] })

  now += DAY
  await settled()
  const second = await standing()
  expect(second).toMatchObject({ members: ['C5'], low: 101.9 })
  expect(second.base).toBeGreaterThan(first.base)
  const { changes } = await memberTrail(programme, { segment: SEGMENT, limit: 10 })
  const said = changes.map(({ customerId, entered, cause, version, at }) => ({
    customerId,
    entered,
    cause,
    version,
    at: Date.parse(at),
  }))
  expect(said).toEqual([
    { customerId: 'C3', entered: false, cause: 'score', version: 1, at: now },
    { customerId: 'C5', entered: true, cause: 'event', version: 1, at: expect.any(Number) },
  ])
  expect(said[1]?.at).toBeLessThan(now)
  expect(await verifyProgramme(programme, {})).toMatchObject({ ok: true, differences: [] })

  // Once a day is enough.
  now += 3_600_000
  await settled()
  expect(await standing()).toEqual(second)
})
