/** A load that is killed at any moment is there as a whole or not at all. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../core/sql/index.ts'
import { openBench, type LoadBench } from '../../../test/kit/load.ts'
import { recoverLoads } from './load-journal.ts'

const ROUNDS = 12
const ORDERS = 4000
const MAPPING =
  '{name: o, kind: events, event: purchase, customer: c, at: at, id: id, lines: item, fields: {item.amount: a}}'

let bench: LoadBench
beforeAll(async () => {
  bench = await openBench('UTC')
})
afterAll(() => bench.close())

/** Loads in a process of its own and kills it `delay` ms after it came to `phase`; absent: lets it end. */
function loadAndKill(
  file: string,
  kill?: { readonly phase: string; readonly delay: number },
): Promise<void> {
  const errand = {
    dataDir: bench.store.dataDir,
    folder: bench.folder,
    file,
    mapping: MAPPING,
    programme: bench.handle.programme,
  }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../test/kit/load-child.ts'), JSON.stringify(errand)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (kill !== undefined && text.includes(kill.phase)) {
      setTimeout(() => child.kill('SIGKILL'), kill.delay)
    }
  })
  return new Promise((resolve) => child.on('close', () => resolve()))
}

test('kill -9 at any moment leaves the whole load or nothing of it, and the next load completes it', async () => {
  const phases = ['reading', 'checking', 'matching', 'publishing', 'publishing']
  for (let round = 0; round < ROUNDS; round++) {
    const rows = Array.from({ length: ORDERS * 3 }, (_, n) => {
      const order = Math.floor(n / 3)
      const at = new Date(Date.UTC(2020, 0, 1) + order * 3_600_000 * 7).toISOString()
      return `r${round}-${order},c${order % 50},${at},${n}`
    })
    const file = bench.write(`${round}.csv`, `id,c,at,a\n${rows.join('\n')}\n`)
    const phase = phases[round % phases.length] ?? 'reading'
    await loadAndKill(file, { phase, delay: (round * 13) % 60 })
    await bench.handle.ledger.withLock('load', 'exclusive', () => recoverLoads(bench.handle))
    const prefix = `r${round}-`
    const seen = await bench.ask<{ n: string; lines: string }>(
      sql`SELECT count() AS n, sum(length(e_item_amount)) AS lines FROM event_purchase WHERE startsWith(id, ${{ kind: 'value', value: prefix, type: 'String' }})`,
    )
    expect([`0/0`, `${ORDERS}/${ORDERS * 3}`]).toContain(`${seen.n}/${seen.lines}`)
    await loadAndKill(file)
    const all = await bench.ask<{ n: string; lines: string }>(
      sql`SELECT count() AS n, sum(length(e_item_amount)) AS lines FROM event_purchase`,
    )
    const total = ORDERS * (round + 1)
    expect(all).toEqual({ n: String(total), lines: String(total * 3) })
  }
  expect((await bench.handle.analytics.tables.list()).filter((t) => t.startsWith('stage'))).toEqual(
    [],
  )
}, 600_000)
