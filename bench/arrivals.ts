/** `node bench/arrivals.ts`: how fast events over HTTP are acknowledged, on disk, while they also become facts. */
import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from '../src/core/sql/index.ts'
import { createKey, openProgramme, stopEngines } from '../src/engine/run/index.ts'
import { supervisorStatus } from '../src/engine/store/index.ts'
import { serveProgramme } from '../src/server/index.ts'

const PROGRAMME = `tessera: 1
name: Bench
timeZone: UTC
currency: EUR
traits:
  country: text country
events:
  purchase:
    role: purchase
    properties:
      status: text
      channel: text
      amount: money required
    elements:
      item:
        properties:
          category: text
          quantity: number required
          amount: money required
  visit:
    role: web
    properties:
      path: text
      seconds: number
`

/** One wave of requests: so many a second, each with so many messages. */
interface Wave {
  readonly perSecond: number
  readonly messages: number
  readonly seconds: number
  readonly warmUp: number
}

/** What a wave came to; milliseconds. */
export interface WaveFigures {
  readonly sent: number
  readonly eventsPerSecond: number
  readonly failed: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** A message such as shops send: three of four are visits. */
function message(n: number): Record<string, unknown> {
  const common = {
    userId: `c-${(n * 7919) % 100_000}`,
    messageId: `${process.pid}-${n}`,
    timestamp: new Date().toISOString(),
    context: { library: { name: 'bench', version: '1' } },
  }
  if (n % 4 !== 0) {
    const properties = {
      path: `/shelf/${n % 500}`,
      seconds: n % 90,
      referrer: 'https://example.org/',
    }
    return { ...common, type: 'track', event: 'visit', properties }
  }
  const products = [1, 2, 3].map((line) => ({
    category: `shelf ${line}`,
    quantity: line,
    amount: 2.5 * line,
  }))
  const properties = { status: 'paid', channel: 'web', amount: 35, products }
  return { ...common, type: 'track', event: 'purchase', properties }
}

/** Bodies made beforehand: the sender shall not take the processor from those who are measured. */
function bodiesOf(wave: Wave, total: number): readonly Buffer[] {
  return Array.from({ length: total }, (_, n) => {
    const batch = Array.from({ length: wave.messages }, (_, m) => message(n * wave.messages + m))
    const body = wave.messages === 1 ? batch[0] : { batch }
    return Buffer.from(JSON.stringify(body))
  })
}

/** Sends at a fixed pace, whatever the answers take; latency counts from the instant a request was due. */
async function send(port: number, key: string, wave: Wave): Promise<WaveFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  const path = wave.messages === 1 ? '/v1/track' : '/v1/batch'
  const took: number[] = []
  let failed = 0
  const total = wave.perSecond * (wave.seconds + wave.warmUp)
  const bodies = bodiesOf(wave, total)
  const one = (body: Buffer | undefined, due: number, counts: boolean): Promise<void> =>
    new Promise((resolve) => {
      const headers = {
        authorization,
        'content-type': 'application/json',
        'content-length': body?.byteLength ?? 0,
      }
      const sent = request(
        { host: '127.0.0.1', port, path, method: 'POST', headers, agent },
        (r) => {
          r.resume()
          r.on('end', () => {
            if (r.statusCode !== 200) failed++
            else if (counts) took.push(performance.now() - due)
            resolve()
          })
        },
      )
      sent.on('error', () => {
        failed++
        resolve()
      })
      sent.end(body)
    })
  const all: Promise<void>[] = []
  const begun = performance.now()
  for (let n = 0; n < total; n++) {
    const due = begun + (n * 1000) / wave.perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    all.push(one(bodies[n], due, n >= wave.perSecond * wave.warmUp))
  }
  await Promise.all(all)
  const elapsed = (performance.now() - begun) / 1000
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return {
    sent: total * wave.messages,
    eventsPerSecond: Math.round((total * wave.messages) / elapsed),
    failed,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  }
}

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    singles: { type: 'string', default: '3000' },
    batched: { type: 'string', default: '30000' },
    batch: { type: 'string', default: '100' },
    json: { type: 'string' },
  },
})

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-arrivals-'))
  writeFileSync(join(folder, 'tessera.yaml'), PROGRAMME)
  const programme = await openProgramme({ locale: 'en', from: folder, folder })
  const serving = await serveProgramme({ programme, version: 'bench', port: 0 })
  const { key } = await createKey(programme, { name: 'bench' })
  const seconds = Number(given.seconds)
  const size = Number(given.batch)
  const waves: Readonly<Record<string, Wave>> = {
    singles: { perSecond: Number(given.singles), messages: 1, seconds, warmUp: 3 },
    batches: { perSecond: Number(given.batched) / size, messages: size, seconds, warmUp: 3 },
  }
  const figures: Record<string, unknown> = {}
  try {
    for (const [name, wave] of Object.entries(waves)) {
      const taking = lookOn(programme)
      const before = process.cpuUsage()
      const enginesBefore = await engineMicros(programme.dataDir)
      const stalls = monitorEventLoopDelay({ resolution: 1 })
      stalls.enable()
      const found = await inChild(serving.port, key, wave)
      stalls.disable()
      const used = process.cpuUsage(before)
      const serverMicros = (used.user + used.system) / found.sent
      const absorbed = await taking.stop()
      const enginesAfter = await engineMicros(programme.dataDir)
      const perEvent = Object.fromEntries(
        Object.entries(enginesAfter).map(([engine, micros]) => [
          engine,
          (micros - (enginesBefore[engine] ?? 0)) / found.sent,
        ]),
      )
      const load = loadavg()[0]
      const stallMs = stalls.percentile(99) / 1e6
      figures[name] = { ...found, ...absorbed, serverMicros, perEvent, stallMs, load }
      process.stdout.write(
        `${name}: ${found.eventsPerSecond} events/s, ${found.failed} failed, p50 ${found.p50.toFixed(1)} ms, ` +
          `p99 ${found.p99.toFixed(1)} ms, worst ${found.worst.toFixed(1)} ms; facts so far ${absorbed.facts}, ` +
          `behind at most ${absorbed.behindMs} ms; ` +
          `processor an event: server ${serverMicros.toFixed(0)} µs` +
          Object.entries(perEvent)
            .map(([engine, micros]) => `, ${engine} ${micros.toFixed(0)} µs`)
            .join('') +
          `; event loop p99 ${stallMs.toFixed(1)} ms; load ${load?.toFixed(1)}\n`,
      )
    }
    if (given.json !== undefined) writeFileSync(given.json, JSON.stringify(figures, undefined, 2))
  } finally {
    await serving.close()
    await programme.close()
    await stopEngines({ locale: 'en', from: folder, folder })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Processor time of the engines so far, with all that they started; Linux only. */
async function engineMicros(dataDir: string): Promise<Readonly<Record<string, number>>> {
  const holder = (await supervisorStatus(dataDir))?.holder.pid
  if (process.platform !== 'linux' || holder === undefined) return {}
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)))
  const micros: Record<string, number> = { clickhouse: 0, postgres: 0 }
  const visit = (pid: number): void => {
    for (const one of all.filter((p) => p.parent === pid)) {
      const engine = one.name.startsWith('postgres') ? 'postgres' : 'clickhouse'
      micros[engine] = (micros[engine] ?? 0) + one.micros
      visit(one.pid)
    }
  }
  visit(holder)
  return micros
}

interface ProcessStat {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly micros: number
}

/** What the kernel tells of a process; nothing of one that has ended. */
function statOf(pid: number): readonly ProcessStat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // The 14th to 17th field: its own ticks and those of its ended children, a hundred a second.
    const ticks = rest.slice(9, 13).reduce((sum, field) => sum + Number(field), 0)
    return [{ pid, parent: Number(parent), name, micros: ticks * 10_000 }]
  } catch {
    return []
  }
}

/** Looks on while the server takes arrivals over by itself: how long the oldest waits, and what became of all. */
function lookOn(programme: Awaited<ReturnType<typeof openProgramme>>): {
  stop(): Promise<{ facts: number; behindMs: number }>
} {
  let isOver = false
  let behindMs = 0
  const waitingMs = async (): Promise<number> => {
    const { ledger } = await programme.current()
    const row = await ledger.db
      .selectFrom('arrival')
      .select((get) => get.fn.min('received_at').as('oldest'))
      .executeTakeFirst()
    const oldest: Date | null = row?.oldest ?? null
    return oldest === null ? 0 : Date.now() - oldest.getTime()
  }
  const run = async (): Promise<void> => {
    for (;;) {
      const waited = await waitingMs()
      behindMs = Math.max(behindMs, waited)
      if (isOver && waited === 0) return
      await sleep(200)
    }
  }
  const running = run()
  return {
    async stop() {
      isOver = true
      await running
      const { analytics } = await programme.current()
      const rows = await analytics.query<{ n: string }>(
        sql`SELECT (SELECT count() FROM event_visit) + (SELECT count() FROM event_purchase) AS n`,
      )
      return { facts: Number(rows[0]?.n), behindMs }
    },
  }
}

/** The sender is a process of its own, as senders are. */
async function inChild(port: number, key: string, wave: Wave): Promise<WaveFigures> {
  const child = fork(import.meta.filename, ['--json', 'child'], {
    env: { ...process.env, TESSERA_BENCH_SEND: JSON.stringify({ port, key, wave }) },
  })
  return await new Promise((resolve, reject) => {
    child.on('message', (figures) => resolve(figures as WaveFigures))
    child.on('exit', (code) => reject(new Error(`the sender ended with ${code}`)))
  })
}

const errand = process.env['TESSERA_BENCH_SEND']
if (errand === undefined) await main()
else {
  const { port, key, wave } = JSON.parse(errand) as { port: number; key: string; wave: Wave }
  process.send?.(await send(port, key, wave))
  process.disconnect()
}
