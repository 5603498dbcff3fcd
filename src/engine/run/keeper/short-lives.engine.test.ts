/** Lives too short for a long way get on all the same: each attempt that is cut off makes the next one shorter. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluateProgramme } from '../door/verbs.ts'
import { beginGeneration } from '../evaluation/generation/journal.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import { loadIntoProgramme } from '../files/imports.ts'
import { openProgramme } from '../open.ts'
import { stopEngines } from '../programme/engines.ts'
import { catchUp, firstStretch } from './catch-up.ts'

const DAY = 86_400_000
const FIRST = Date.parse('2026-02-01T12:00:00Z')
const locale = 'en'

test('attempts that were killed since the last publication shorten the stretch to the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-short-'))
  const shop = join(import.meta.dirname, '../../../../examples/corner-shop')
  cpSync(shop, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
  const own = { folder, from: folder, locale } as const
  const programme = await openProgramme({ ...own, clock: { now: () => FIRST } })
  try {
    const files = ['customers.csv', 'orders.csv'].map((name) => join(folder, 'data', name))
    await loadIntoProgramme(programme, { files, locale })
    await evaluateProgramme(programme, { locale })
    const current = await programme.current()
    const base = (await currentSnapshot(current))?.base ?? 0
    const killed = { base, kind: 'advance', asOf: FIRST + DAY, computedAt: FIRST } as const
    for (let n = 0; n < 3; n++) await beginGeneration(current, killed)
    expect(await firstStretch(current)).toBe((7 * DAY) / 8)
    const to = FIRST + 60 * DAY
    const done = await catchUp(current, { to, computedAt: to })
    expect(done.snapshot?.asOf).toBe(to)
    // A later life has the whole way again.
    expect(await firstStretch(current)).toBe(7 * DAY)
  } finally {
    await programme.close()
    await stopEngines(own)
    rmSync(folder, { recursive: true, force: true })
  }
})
