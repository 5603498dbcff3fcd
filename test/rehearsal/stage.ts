/** A demo on a stage: loaded up to an instant, served by the real command on a clock of its own, and sent what comes after. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../src/core/base/index.ts'
import type { FreshnessWire } from '../../src/core/contract/index.ts'
import {
  createKey,
  loadDemo,
  openProgramme,
  withProgramme,
  type OpenOptions,
  type OpenProgramme,
} from '../../src/engine/run/index.ts'
import { generateDemo } from '../../src/engine/run/demo/index.ts'
import { cutDemo, withTrouble, type Told } from './continuation.ts'
import { addDefinitions } from './definitions.ts'

const DAY_MS = 86_400_000

export interface Stage {
  readonly folder: string
  /** Where the files end and the messages begin. */
  readonly from: Instant
  readonly told: readonly Told[]
  readonly writeKey: string
}

/** Makes a demo that ends `days` after `from`, loads what is before, evaluates, and leaves its engines running. */
export async function prepareStage(options: {
  readonly folder: string
  readonly customers: number
  readonly from: Instant
  readonly days: number
  readonly lingerMs?: number
}): Promise<Stage> {
  const { folder, customers, from, days } = options
  await generateDemo({ folder, customers, seed: 1, until: from + days * DAY_MS - 1 })
  addDefinitions(folder)
  const told = withTrouble(await cutDemo(folder, from))
  const open = { ...openOptions(folder), clock: { now: () => from } }
  const writeKey = await withProgramme(
    options.lingerMs === undefined ? open : { ...open, lingerMs: options.lingerMs },
    async (programme) => {
      await loadDemo(programme, { locale: 'en' })
      return (await createKey(programme, { name: 'rehearsal' })).key
    },
  )
  return { folder, from, told, writeKey }
}

function openOptions(folder: string): OpenOptions {
  return { locale: 'en', from: folder, folder, command: 'rehearsal' }
}

/** The programme in this process, with a clock that stands still. */
export async function openAt(folder: string, now: Instant): Promise<OpenProgramme> {
  return await openProgramme({ ...openOptions(folder), clock: { now: () => now } })
}

/** A served programme in a process of its own. */
export interface ServedStage {
  readonly port: number
  /** Answers of `/api/v1`; throws when there is none, or it is not 200. */
  ask<T>(path: string, method?: string): Promise<T>
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Runs `tessera up` with a clock that starts at an instant and runs so many times as fast. */
export async function serveStage(
  folder: string,
  clock: { readonly start: Instant; readonly speed: number },
): Promise<ServedStage> {
  const start = new Date(clock.start).toISOString()
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../../bin/tessera.mjs'),
      'up',
      '--json',
      '--no-open',
      '--port=0',
      `--programme=${folder}`,
      `--clock-start=${start}`,
      `--clock-speed=${clock.speed}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<URL>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /"url":\s*"([^"]+)"/.exec(said)
      if (found?.[1] !== undefined) resolve(new URL(found[1]))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)))
  })
  const key = url.hash.replace('#key=', '')
  return {
    port: Number(url.port),
    async ask<T>(path: string, method = 'GET'): Promise<T> {
      const response = await fetch(`${url.origin}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key}` },
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
      return JSON.parse(text) as T
    },
    async stop(signal) {
      child.kill(signal)
      await ended
    },
  }
}

/** How sending went. */
export interface Sent {
  readonly acknowledged: ReadonlySet<string>
  readonly batches: number
  readonly refused: readonly unknown[]
  readonly unanswered: number
  readonly tookMs: readonly number[]
}

/** Sends what is told when it is due; goes on after a kill with what was not acknowledged. */
export interface Stream {
  readonly sent: Sent
  readonly isOver: boolean
  /** Sends until all is sent or the signal says so; `now` is the clock of the story. */
  run(
    to: { readonly port: number; readonly writeKey: string },
    now: () => Instant,
    signal: AbortSignal,
  ): Promise<void>
}

const BATCH = 100
const SENDERS = 4

export function createStream(told: readonly Told[]): Stream {
  const acknowledged = new Set<string>()
  const tookMs: number[] = []
  const refused: unknown[] = []
  const again: Told[][] = []
  const counts = { batches: 0, unanswered: 0 }
  let next = 0
  const take = (now: Instant): readonly Told[] => {
    const back = again.pop()
    if (back !== undefined) return back
    const first = next
    while (next < told.length && next - first < BATCH && (told[next]?.due ?? now) <= now) next++
    return told.slice(first, next)
  }
  const post = async (
    batch: readonly Told[],
    to: { readonly port: number; readonly writeKey: string },
  ): Promise<boolean> => {
    const begun = performance.now()
    try {
      const body = `{"writeKey":${JSON.stringify(to.writeKey)},"batch":[${batch.map((one) => one.json).join(',')}]}`
      const response = await fetch(`http://127.0.0.1:${to.port}/v1/batch`, { method: 'POST', body })
      const answer = (await response.json()) as { readonly refused?: readonly unknown[] }
      if (response.status !== 200) throw new Error(String(response.status))
      tookMs.push(performance.now() - begun)
      refused.push(...(answer.refused ?? []))
      counts.batches++
      for (const one of batch) acknowledged.add(one.id)
      return true
    } catch {
      counts.unanswered++
      again.push([...batch])
      return false
    }
  }
  return {
    get sent() {
      return { acknowledged, tookMs, refused, ...counts }
    },
    get isOver() {
      return next >= told.length && again.length === 0
    },
    async run(to, now, signal) {
      const sender = async (): Promise<void> => {
        while (!signal.aborted && !(next >= told.length && again.length === 0)) {
          const batch = take(now())
          if (batch.length === 0) await sleep(20)
          else if (!(await post(batch, to))) await sleep(50)
        }
      }
      await Promise.all(Array.from({ length: SENDERS }, sender))
    },
  }
}

/** The server's clock as it runs on from one look at it. */
export async function clockOf(served: ServedStage, speed: number): Promise<() => Instant> {
  const before = performance.now()
  const { now } = await served.ask<FreshnessWire>('/freshness')
  const seen = (before + performance.now()) / 2
  const at = Date.parse(now)
  return () => Math.floor(at + (performance.now() - seen) * speed)
}
