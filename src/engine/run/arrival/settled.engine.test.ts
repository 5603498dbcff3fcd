/** Verifying beside what arrives: facts that nobody was told of yet are no difference. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileChecker } from '../../intake/index.ts'
import { evaluateProgramme } from '../door/verbs.ts'
import { verifyProgramme } from '../door/verify.ts'
import { loadIntoProgramme } from '../files/imports.ts'
import { openProgramme, type OpenProgramme } from '../open.ts'
import { stopEngines } from '../programme/engines.ts'
import { absorbArrivals } from './absorb.ts'
import { openLog } from './log.ts'

const NOW = Date.parse('2026-02-01T12:00:00Z')
const locale = 'en'
let folder = ''
let programme: OpenProgramme

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-settled-'))
  const shop = join(import.meta.dirname, '../../../../examples/corner-shop')
  cpSync(shop, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
  const clock = { now: () => NOW }
  programme = await openProgramme({ folder, from: folder, locale, clock })
  const files = ['customers.csv', 'orders.csv'].map((name) => join(folder, 'data', name))
  await loadIntoProgramme(programme, { files, locale })
  await evaluateProgramme(programme, { locale })
})
afterAll(async () => {
  await programme.close()
  await stopEngines({ folder, from: folder, locale })
  rmSync(folder, { recursive: true, force: true })
})

test('an absorption that was killed after its facts came is finished before anything is compared', async () => {
  const current = await programme.current()
  const { ledger } = current
  const log = openLog({ doors: async () => current, now: () => NOW })
  const bought = {
    type: 'track',
    event: 'purchase',
    userId: 'somebody new',
    messageId: 'first',
    timestamp: new Date(NOW - 60_000).toISOString(),
    properties: { status: 'paid', items: [{ category: 'Tea', quantity: 1, amount: 5 }] },
  }
  const checker = compileChecker(current.programme.catalogue)
  const verdict = checker.check(bought, { receivedAt: NOW })
  await log.append(verdict.ok ? verdict.rows : [])
  const waiting = await ledger.db
    .selectFrom('arrival')
    .select(['received_at', 'row_count', 'byte_count', 'body'])
    .execute()
  const done = await absorbArrivals(current)
  // What a kill leaves that comes after the facts and before the ledger knows: they are there, and still wait.
  const back = await ledger.db.insertInto('arrival').values(waiting).returning('id').execute()
  await ledger.db
    .updateTable('absorption')
    .set({ state: 'open', arrivals: JSON.stringify(back.map((row) => row.id)) })
    .where('load', '=', done?.load ?? 0)
    .execute()
  await log.close()
  const found = await verifyProgramme(programme, {})
  expect(found).toMatchObject({ ok: true, differing: 0, differences: [] })
  expect(await ledger.db.selectFrom('arrival').select('id').execute()).toEqual([])
})
