/** `node bench/rehearsal.ts`: days of a demo in minutes, events over HTTP, and whether the state carried on is a rebuild's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { FreshnessWire } from '../src/core/contract/index.ts'
import { sql } from '../src/core/sql/index.ts'
import { stopEngines, verifyProgramme, type OpenProgramme } from '../src/engine/run/index.ts'
import { seenTo } from '../test/rehearsal/settle.ts'
import {
  clockOf,
  createStream,
  openAt,
  prepareStage,
  serveStage,
  type ServedStage,
} from '../test/rehearsal/stage.ts'

const HELP = `Options (defaults are small; in brackets the full size)
  --customers N   customers [100000]
  --minutes N     of the machine [10]
  --days N        of the story [30]
  --json FILE     where to write the figures
  --keep          leave the folder`

const FROM = Date.UTC(2026, 9, 1)
const DAY_MS = 86_400_000
const LOOK_MS = 500

const { values: given } = parseArgs({
  options: {
    customers: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '1' },
    days: { type: 'string', default: '30' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
}

function spread(values: readonly number[]): Record<string, number> {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), worst: at(sorted, 1) }
}

/** Looks at the freshness while the story runs; the lag is in seconds of the machine. */
function watch(
  served: ServedStage,
  speed: number,
): { readonly lags: number[]; readonly errors: string[]; stop(): Promise<void> } {
  const lags: number[] = []
  const errors: string[] = []
  const over = new AbortController()
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const { behindSeconds, error } = await served.ask<FreshnessWire>('/freshness')
      lags.push(behindSeconds / speed)
      if (error !== null) errors.push(error.message)
      await sleep(LOOK_MS)
    }
  }
  const looking = look()
  return {
    lags,
    errors,
    async stop() {
      over.abort()
      await looking
    },
  }
}

async function readStore(programme: OpenProgramme): Promise<object> {
  const { analytics, ledger } = await programme.current()
  const causes = await analytics.query<{ cause: string; entered: number; n: string }>(
    sql`SELECT cause, entered, count() AS n FROM ${analytics.table('member_change')}
      WHERE segment_number != 65535 GROUP BY cause, entered ORDER BY cause, entered`,
  )
  const kinds = await ledger.db
    .selectFrom('generation')
    .select(({ fn }) => ['kind', 'state', fn.countAll<string>().as('n')])
    .groupBy(['kind', 'state'])
    .execute()
  const flips = Object.fromEntries(
    causes.map(({ cause, entered, n }) => [`${cause} ${entered === 1 ? 'in' : 'out'}`, Number(n)]),
  )
  return { flips, generations: kinds }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-rehearsal-'))
  const days = Number(given.days)
  const speed = (days * 24 * 60) / Number(given.minutes)
  try {
    const begun = performance.now()
    const stage = await prepareStage({
      folder,
      customers: Number(given.customers),
      from: FROM,
      days,
    })
    const preparedSeconds = (performance.now() - begun) / 1000
    say(`prepared in ${preparedSeconds.toFixed(1)} s; ${stage.told.length} messages to come`)
    const served = await serveStage(folder, { start: FROM, speed })
    const now = await clockOf(served, speed)
    const stream = createStream(stage.told)
    const watching = watch(served, speed)
    const from = performance.now()
    const over = new AbortController()
    await stream.run({ port: served.port, writeKey: stage.writeKey }, now, over.signal)
    const streamedSeconds = (performance.now() - from) / 1000
    const end = Math.max(FROM + days * DAY_MS, now())
    const settledSeconds = await seenTo(served, end)
    await watching.stop()
    const stopped = now()
    await served.stop('SIGTERM')
    const programme = await openAt(folder, stopped)
    const verified = await verifyProgramme(programme, {})
    const store = await readStore(programme)
    await programme.close()
    const { acknowledged, batches, refused, unanswered, tookMs } = stream.sent
    const figures = {
      customers: Number(given.customers),
      messages: stage.told.length,
      distinct: acknowledged.size,
      eventsPerSecond: Math.round(stage.told.length / streamedSeconds),
      batches,
      refused: refused.length,
      unanswered,
      answerMs: spread(tookMs),
      preparedSeconds,
      streamedSeconds,
      settledSeconds,
      lagSeconds: spread(watching.lags),
      keeperErrors: [...new Set(watching.errors)],
      ...store,
      verified: { ...verified, differences: verified.differences.slice(0, 10) },
    }
    say(JSON.stringify(figures, undefined, 2))
    if (refused.length > 0) say(`first refused: ${JSON.stringify(refused[0])}`)
    if (given.json !== undefined) writeFileSync(given.json, JSON.stringify(figures, undefined, 2))
    if (!verified.ok) process.exitCode = 1
  } finally {
    await stopEngines({ locale: 'en', from: folder, folder })
    if (!given.keep) rmSync(folder, { recursive: true, force: true })
    else say(folder)
  }
}

if (given.help) process.stdout.write(`${HELP}\n`)
else await main()
