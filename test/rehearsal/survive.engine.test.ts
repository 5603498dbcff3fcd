/** kill -9 of the server and of each engine at any moment of a life with senders, readers and a running clock. */
import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventTable } from '../../src/core/catalog/index.ts'
import type { Instant } from '../../src/core/base/index.ts'
import type { MemberPageWire } from '../../src/core/contract/index.ts'
import { join as joinSql, sql, value } from '../../src/core/sql/index.ts'
import { stopEngines, verifyProgramme, type OpenProgramme } from '../../src/engine/run/index.ts'
import { currentSnapshot, readGeneration } from '../../src/engine/run/evaluation/snapshot.ts'
import { supervisorStatus } from '../../src/engine/store/index.ts'
import { seenTo } from './settle.ts'
import {
  clockOf,
  createStream,
  openAt,
  prepareStage,
  serveStage,
  type ServedStage,
  type Stage,
} from './stage.ts'

/** 200 by hand: TESSERA_ROUNDS=200. */
const ROUNDS = Number(process.env['TESSERA_ROUNDS'] ?? 4)
const CUSTOMERS = 200
const DAYS = 30
const FROM = Date.UTC(2026, 9, 1)
/** Two hours in a second: much to do in a short life, and no more than can be done. */
const SPEED = 7200

let stage: Stage
let segments: readonly string[] = []
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-survive-'))
  stage = await prepareStage({ folder, customers: CUSTOMERS, from: FROM, days: DAYS })
}, 300_000)
afterAll(async () => {
  await stopEngines({ locale: 'en', from: stage.folder, folder: stage.folder })
  rmSync(stage.folder, { recursive: true, force: true })
})

/** What readers have been told so far: a generation never goes back, and never changes. */
interface Seen {
  id: number
  asOf: Instant
  readonly members: Map<string, string>
  answers: number
}

async function readOnce(served: ServedStage, segment: string, seen: Seen): Promise<void> {
  const before = { id: seen.id, asOf: seen.asOf }
  const page = await served
    .ask<MemberPageWire>(`/segments/${segment}/members?limit=500`)
    // Killed engines give no answer; what is answered must be whole.
    .catch(() => undefined)
  if (page === undefined) return
  const { snapshot, members, total } = page
  expect([segment, snapshot.id, members.length]).toEqual([segment, snapshot.id, total])
  expect(snapshot.id).toBeGreaterThanOrEqual(before.id)
  expect(Date.parse(snapshot.asOf)).toBeGreaterThanOrEqual(before.asOf)
  seen.id = Math.max(seen.id, snapshot.id)
  seen.asOf = Math.max(seen.asOf, Date.parse(snapshot.asOf))
  const ids = members.map((m) => m.customerId).join(' ')
  const key = `${snapshot.id} ${segment}`
  expect([key, ids]).toEqual([key, seen.members.get(key) ?? ids])
  seen.members.set(key, ids)
  seen.answers++
}

async function read(served: ServedStage, seen: Seen, signal: AbortSignal): Promise<void> {
  for (let n = 0; !signal.aborted; n++) {
    await readOnce(served, segments[n % segments.length] ?? '', seen)
    await sleep(5)
  }
}

const PATIENCE_MS = 60_000

/** Waits until readers have been told of a later generation. */
async function later(seen: Seen): Promise<void> {
  const { id } = seen
  const begun = performance.now()
  while (seen.id === id && performance.now() - begun < PATIENCE_MS) await sleep(20)
}

/** Whom to kill in a round: nobody but the server, one of the engines, the supervisor, or all of them. */
async function victims(round: number): Promise<readonly number[]> {
  const pid = (await supervisorStatus(join(stage.folder, '.tessera')))?.holder.pid ?? 0
  if (pid === 0) return []
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const engines = children.split(' ').filter(Boolean).map(Number)
  const choices = [[], engines.slice(0, 1), engines.slice(1, 2), [...engines, pid], [pid]]
  return choices[round % choices.length] ?? []
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with the one before.
  }
}

async function inProgramme<T>(now: Instant, work: (p: OpenProgramme) => Promise<T>): Promise<T> {
  const programme = await openAt(stage.folder, now)
  try {
    return await work(programme)
  } finally {
    await programme.close()
  }
}

async function expectRebuildEqual(now: Instant): Promise<void> {
  await inProgramme(now, async (programme) => {
    const once = await verifyProgramme(programme, {})
    expect(once).toMatchObject({ ok: true, differing: 0, differences: [] })
    const again = await verifyProgramme(programme, {})
    expect([again.held, again.rebuilt]).toEqual([once.held, once.rebuilt])
  })
}

/** Every acknowledged event is a fact of its customer, once. */
async function expectAllThere(now: Instant, acknowledged: ReadonlySet<string>): Promise<void> {
  await inProgramme(now, async (programme) => {
    const { analytics, programme: head } = await programme.current()
    const kinds = Object.keys(head.catalogue.events)
    const tables = kinds.map(
      (kind) =>
        sql`SELECT concat(${value(kind, 'String')}, ' ', id) AS name, customer_key FROM ${analytics.table(eventTable(kind))}`,
    )
    const rows = await analytics.query<{ name: string; most: string }>(
      sql`SELECT name, max(n) AS most FROM (
        SELECT name, customer_key, count() AS n FROM (${joinSql(tables, ' UNION ALL ')}) GROUP BY name, customer_key) GROUP BY name`,
    )
    expect(rows.filter((row) => row.most !== '1')).toEqual([])
    const stored = new Set(rows.map((row) => row.name))
    const events = [...acknowledged].filter((id) => kinds.includes(id.split(' ')[0] ?? ''))
    expect(events.length).toBeGreaterThan(0)
    expect(events.filter((id) => !stored.has(id))).toEqual([])
  })
}

/** The first state and every entry and exit since give the state that is held. */
async function expectHistoryAdds(now: Instant): Promise<void> {
  await inProgramme(now, async (programme) => {
    const current = await programme.current()
    const [first, last] = [await readGeneration(current, 1), await currentSnapshot(current)]
    if (first === undefined || last === undefined) throw new Error('nothing was published')
    const rows = await current.analytics.query<{ number: number; net: string }>(
      sql`SELECT segment_number AS number, sum(if(entered = 1, 1, -1)) AS net FROM ${current.analytics.table('member_change')}
        WHERE generation <= ${value(last.id, 'UInt64')} AND generation NOT IN ${value([...last.dead], 'Array(UInt64)')} GROUP BY number`,
    )
    const net = new Map(rows.map((row) => [row.number, Number(row.net)]))
    const added = [...last.segments].map(([key, { number }]) => [
      key,
      (first.segments.get(key)?.count ?? 0) + (net.get(number) ?? 0),
    ])
    expect(added).toEqual([...last.segments].map(([key, { count }]) => [key, count]))
  })
}

test('kill -9 at any moment of a life', { timeout: 7_200_000 }, async () => {
  await inProgramme(FROM, async (programme) => {
    segments = [...((await currentSnapshot(await programme.current()))?.segments.keys() ?? [])]
  })
  expect(segments.length).toBeGreaterThan(20)
  const stream = createStream(stage.told)
  const seen: Seen = { id: 0, asOf: 0, members: new Map(), answers: 0 }
  let clock: Instant = FROM
  for (let round = 0; round < ROUNDS; round++) {
    const served = await serveStage(stage.folder, { start: clock, speed: SPEED })
    const now = await clockOf(served, SPEED)
    const over = new AbortController()
    const to = { port: served.port, writeKey: stage.writeKey }
    const sending = stream.run(to, now, over.signal)
    const reading = read(served, seen, over.signal)
    if (round % 3 === 2) served.ask('/evaluate', 'POST').catch(() => undefined)
    // In every other round something shall be published first, however slow the machine is.
    if (round % 2 === 1) await later(seen)
    await sleep(((round * 397) % 1700) + 100)
    for (const pid of await victims(round)) kill(pid)
    // In some rounds it gets the time to notice and to recover.
    await sleep(round % 3 === 0 ? 1500 : (round * 61) % 90)
    clock = now()
    await served.stop('SIGKILL')
    over.abort()
    await Promise.all([sending, reading])
    if (round % 10 === 9) await expectRebuildEqual(clock)
  }
  const served = await serveStage(stage.folder, { start: clock, speed: 1 })
  await seenTo(served, clock)
  for (const segment of segments) await readOnce(served, segment, seen)
  await served.stop('SIGTERM')
  expect(seen.answers).toBeGreaterThan(ROUNDS)
  await expectRebuildEqual(clock)
  await expectAllThere(clock, stream.sent.acknowledged)
  await expectHistoryAdds(clock)
})
