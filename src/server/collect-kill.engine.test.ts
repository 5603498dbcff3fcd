// What was acknowledged is never lost and never counted twice, whatever is killed while senders send.
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../core/sql/index.ts'
import { absorbArrivals } from '../engine/run/arrival/absorb.ts'
import { createKey, openProgramme, stopEngines, withProgramme } from '../engine/run/index.ts'
import { supervisorStatus } from '../engine/store/index.ts'
import { EXAMPLE } from '../../test/kit/server.ts'

const ROUNDS = Number(process.env['TESSERA_KILL_ROUNDS'] ?? 4)
const SENDERS = 6
const BATCH = 40

let folder = ''
let key = ''
let child: ChildProcess | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-kill-'))
  cpSync(EXAMPLE, folder, { recursive: true })
  const open = { locale: 'en', from: folder, folder } as const
  key = (await withProgramme(open, (programme) => createKey(programme, { name: 'kill' }))).key
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await stopEngines({ locale: 'en', from: folder, folder })
  rmSync(folder, { recursive: true, force: true })
})

async function serve(): Promise<number> {
  const file = join(import.meta.dirname, '../../test/kit/serve-child.ts')
  const served = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = served
  return await new Promise((resolve, reject) => {
    served.stdout.once('data', (text: Buffer) => {
      const { port } = JSON.parse(text.toString('utf8')) as { port: number }
      resolve(port)
    })
    served.once('exit', () => reject(new Error('the server ended')))
  })
}

/** The engines of the programme and who holds them, by their process numbers. */
async function engines(): Promise<readonly number[]> {
  const pid = (await supervisorStatus(join(folder, '.tessera')))?.holder.pid ?? 0
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return [...children.split(' ').filter(Boolean).map(Number), pid]
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with the one before.
  }
}

test('kill -9 of server and engines while senders send', async () => {
  const acknowledged = new Set<string>()
  const sent: string[] = []
  const again: string[] = []
  let serial = 0
  const sendOne = async (port: number): Promise<boolean> => {
    // Half of what got no answer is sent again, as senders do.
    const ids = Array.from({ length: BATCH }, () => again.pop() ?? `k${serial++}`)
    sent.push(...ids)
    const batch = ids.map((id) => ({
      type: 'track',
      event: 'purchase',
      userId: `c${Number(id.slice(1)) % 50}`,
      messageId: id,
      properties: { status: 'paid', items: [{ category: 'Tea', quantity: 1, amount: 2 }] },
    }))
    try {
      const response = await fetch(`http://127.0.0.1:${port}/v1/batch`, {
        method: 'POST',
        body: JSON.stringify({ batch, writeKey: key }),
      })
      if (response.status !== 200) throw new Error(String(response.status))
      for (const id of ids) acknowledged.add(id)
      return true
    } catch {
      again.push(...ids.slice(0, BATCH / 2))
      return false
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    const port = await serve()
    const over = new AbortController()
    const senders = Array.from({ length: SENDERS }, async () => {
      while (!over.signal.aborted) if (!(await sendOne(port))) await sleep(20)
    })
    await sleep(300 + ((round * 397) % 900))
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    const victims = round % 2 === 0 ? [] : await engines()
    // Engines first in some rounds: then the server is in the middle of its statements.
    for (const pid of victims) kill(pid)
    if (round % 4 === 3) await sleep(100)
    child?.kill('SIGKILL')
    await ended
    over.abort()
    await Promise.all(senders)
  }
  const programme = await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
  try {
    const current = await programme.current()
    while ((await absorbArrivals(current)) !== undefined) continue
    const rows = await current.analytics.query<{ id: string; n: string }>(
      sql`SELECT id, count() AS n FROM event_purchase GROUP BY id`,
    )
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * BATCH)
    const stored = new Set(rows.map((row) => row.id))
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
    expect(rows.filter((row) => row.n !== '1')).toEqual([])
    const known = new Set(sent)
    expect(rows.filter((row) => !known.has(row.id))).toEqual([])
  } finally {
    await programme.close()
  }
}, 300_000)
