// A disk that is really full: senders are told so, what was acknowledged is kept, and with space it goes on by itself.
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE } from '../../test/kit/server.ts'
import { until } from '../../test/kit/store-state.ts'
import { sql } from '../core/sql/index.ts'
import { absorbArrivals } from '../engine/run/arrival/absorb.ts'
import { createKey, openProgramme, stopEngines, type OpenProgramme } from '../engine/run/index.ts'
import { serveProgramme, type Serving } from './index.ts'

const SIZE = '700m'
const folder = mkdtempSync(join(tmpdir(), 'tessera-full-'))
const disk = join(folder, '.tessera')
cpSync(EXAMPLE, folder, { recursive: true, filter: (path) => !path.includes('.tessera') })
mkdirSync(disk)
const mount = ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', disk]
const isMounted =
  process.platform === 'linux' && userInfo().uid === 0 && spawnSync('mount', mount).status === 0

let programme: OpenProgramme | undefined
let serving: Serving | undefined
let key = ''

beforeAll(async () => {
  if (!isMounted) return
  programme = await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
  serving = await serveProgramme({ programme, version: '0.0.0-test', port: 0 })
  key = (await createKey(programme, { name: 'full' })).key
})
afterAll(async () => {
  await serving?.close()
  await programme?.close()
  if (isMounted) {
    await stopEngines({ locale: 'en', from: folder, folder })
    spawnSync('umount', ['--lazy', disk])
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Writes until nothing fits any more. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  for (const size of [1_048_576, 4096]) {
    const block = Buffer.alloc(size, 1)
    try {
      while (writeSync(file, block) === size) continue
    } catch {
      // No space left: that is what it is for.
    }
  }
  closeSync(file)
}

const acknowledged: string[] = []
let sent = 0

async function post(): Promise<Response> {
  const batch = Array.from({ length: 500 }, () => ({
    type: 'track',
    event: 'purchase',
    userId: `c${sent % 50}`,
    messageId: `full-${sent++}`,
    properties: { status: 'paid', items: [{ category: 'Tea', quantity: 1, amount: 2 }] },
  }))
  const response = await fetch(`http://127.0.0.1:${serving?.port}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
    body: JSON.stringify({ batch }),
  })
  if (response.status === 200) acknowledged.push(...batch.map((m) => m.messageId))
  return response
}

// Only an administrator of a Linux machine may mount a small disk of its own.
test.skipIf(!isMounted)(
  'is 507 store/disk-full with Retry-After, and goes on with space',
  async () => {
    expect((await post()).status).toBe(200)
    const filler = join(disk, 'filler')
    fill(filler)
    let answer = await post()
    for (let n = 0; n < 100 && answer.status === 200; n++) answer = await post()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([507, '30'])
    expect(await answer.json()).toMatchObject({ code: 'store/disk-full', status: 507 })
    expect((await post()).status).toBe(507)
    rmSync(filler)
    await until(async () => (await post()).status === 200)
    const { analytics, ledger } = (await programme?.current()) ?? {}
    const waits = async (): Promise<boolean> =>
      (await ledger?.db.selectFrom('arrival').select('id').executeTakeFirst()) !== undefined
    await until(async () => {
      const current = await programme?.current()
      if (current !== undefined) await absorbArrivals(current).catch(() => undefined)
      return !(await waits())
    })
    const rows = await analytics?.query<{ id: string }>(
      sql`SELECT id FROM event_purchase WHERE startsWith(id, 'full-')`,
    )
    const stored = rows?.map((row) => row.id) ?? []
    expect(new Set(stored).size).toBe(stored.length)
    const kept = new Set(stored)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  },
)
