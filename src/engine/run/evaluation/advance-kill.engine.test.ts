/** An advance or evaluation that is killed at any moment changes nothing that readers see, or everything. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lawHandle } from '../../../../test/laws/law-handle.ts'
import { openTestStore, type TestStore } from '../../../../test/kit/store.ts'
import {
  addTruths,
  createTruth,
  touchedBy,
  truthInForce,
  truthSource,
  type Truth,
} from '../../../../test/kit/truth.ts'
import type { Handle } from '../handle.ts'
import { advance } from './advance.ts'
import { evaluate } from './evaluate.ts'
import { readMembers } from './members.ts'
import { currentSnapshot, type Snapshot } from './snapshot.ts'
import { verify } from './verify.ts'
import { sql } from '../../../core/sql/index.ts'

/** 200 by hand: TESSERA_ROUNDS=200. */
const ROUNDS = Number(process.env['TESSERA_ROUNDS'] ?? 6)
const KEYS = ['a', 'b', 'c']
const WORDS = 1
const START = Date.parse('2026-01-01T00:00:00Z')
const HOUR = 3_600_000
const CUSTOMERS = 400

let store: TestStore
let handle: Handle
beforeAll(async () => {
  store = await openTestStore()
  handle = await lawHandle(store)
  await createTruth(store.analytics)
})
afterAll(() => store.close())

const common = { ...truthInForce(KEYS), source: () => truthSource(WORDS) }

/** Works in a process of its own and kills it so many ms after it is ready; absent: lets it end. */
function workAndKill(
  errand: {
    readonly work: 'advance' | 'evaluate'
    readonly to: number
    readonly truths: readonly Truth[]
  },
  delay: number,
): Promise<void> {
  const given = {
    ...errand,
    dataDir: store.dataDir,
    programme: handle.programme,
    keys: KEYS,
    words: WORDS,
  }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../../test/kit/advance-child.ts'), JSON.stringify(given)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('ready')) setTimeout(() => child.kill('SIGKILL'), delay)
  })
  return new Promise((resolve) => child.on('close', () => resolve()))
}

/** Everything a reader sees is of one generation: the counts are those of the members. */
async function expectWhole(snapshot: Snapshot | undefined): Promise<void> {
  for (const key of KEYS) {
    const { customerIds, total } = await readMembers(handle, key, { limit: 10_000 })
    expect([key, customerIds.length]).toEqual([key, total])
    expect(total).toBe(snapshot?.segments.get(key)?.count)
  }
}

async function changesOf(generation: number): Promise<number> {
  const snapshot = await currentSnapshot(handle)
  const dead = new Set(snapshot?.dead ?? [])
  const rows = await handle.analytics.query<{ g: string; n: string }>(
    sql`SELECT generation AS g, count() AS n FROM member_change GROUP BY g`,
  )
  return rows
    .filter((r) => Number(r.g) <= generation && !dead.has(Number(r.g)))
    .reduce((sum, r) => sum + Number(r.n), 0)
}

test(
  'kill -9 at any moment: one complete generation is seen, and what comes next makes it good',
  { timeout: 3_000_000 },
  async () => {
    let seq = 0
    const truthsIn = (low: number, count: number): Truth[] =>
      Array.from({ length: count }, (_, i) => ({
        customer: 1 + ((i * 37 + seq) % CUSTOMERS),
        at: low + ((i * 104_729) % HOUR),
        seq: seq++,
        numbers: [0, 1, 2].filter((n) => ((seq >> n) & 1) === 1),
      }))
    const first = truthsIn(START - HOUR, CUSTOMERS)
    await addTruths(handle.analytics, first, WORDS)
    await evaluate(handle, { ...common, asOf: START, computedAt: START })
    let entries = 0
    for (let round = 0; round < ROUNDS; round++) {
      const before = await currentSnapshot(handle)
      const low = before?.asOf ?? START
      const truths = truthsIn(low, 60)
      await addTruths(handle.analytics, truths, WORDS)
      const work = round % 3 === 2 ? 'evaluate' : 'advance'
      const to = low + HOUR
      await workAndKill({ work, to, truths }, (round * 53) % 500)
      const seen = await currentSnapshot(handle)
      // The one before, or the whole new one.
      expect([before?.asOf, to]).toContain(seen?.asOf)
      await expectWhole(seen)
      const done = await advance(handle, {
        ...common,
        to,
        computedAt: to,
        touched: [touchedBy(truths)],
      })
      await expectWhole(done.snapshot)
      const found = await verify(handle, { ...common, computedAt: to })
      expect(found.differences).toEqual([])
      expect(found.held).toBe(found.rebuilt)
      const changes = await changesOf(done.snapshot?.id ?? 0)
      expect(changes).toBeGreaterThanOrEqual(entries)
      entries = changes
    }
    const left = await handle.ledger.db
      .selectFrom('generation')
      .select('id')
      .where('state', '=', 'building')
      .execute()
    expect(left).toEqual([])
  },
)
