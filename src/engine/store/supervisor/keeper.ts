/** Keeps one engine alive: start, watch, start again with growing pauses, stop. */
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../core/base/index.ts'
import { endProcess, processName, type ProcessName } from './process.ts'

/** How to run one engine. */
export interface EngineRecipe {
  readonly name: 'clickhouse' | 'postgres'
  /** Ends what a killed supervisor may have left, and makes ready what a start needs. */
  prepare(): Promise<void>
  launch(): ChildProcess
  /** True when the engine answers within `limitMs`. */
  isReady(limitMs: number): Promise<boolean>
  /** Signals that stop it, politest first. */
  readonly stopSignals: readonly NodeJS.Signals[]
}

/** An engine that is kept alive. */
export interface Keeper {
  /** Resolves when the engine answers; rejects with `store/engine-start` when it does not. */
  start(): Promise<void>
  stop(): Promise<void>
  readonly restarts: number
}

const START_LIMIT_MS = 45_000
const STOP_LIMIT_MS = 8_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
/** An engine that ran this long is healthy: its next fall starts from the shortest pause again. */
const HEALTHY_MS = 60_000
/** While starting, an answer comes at once or not at all; later, a busy machine may need a while for it. */
const START_ANSWER_MS = 500
const START_POLL_MS = 15
const WATCH_ANSWER_MS = 5000
const WATCH_EVERY_MS = 10_000
/** An engine that is silent this many times in a row is alive in name only. */
const SILENT_TIMES = 3
/** A first start that fails this often, and for this long, is not going to succeed: what a killed engine leaves may hold up the next for a while. */
const FIRST_START_ATTEMPTS = 3
const FIRST_START_MS = 5000

/** Makes a keeper; `log` gets one line per event and never data of customers. */
export function keepAlive(recipe: EngineRecipe, log: (line: string) => void): Keeper {
  const stop = new AbortController()
  let running: Running | undefined
  let restarts = 0
  let pauseMs = FIRST_PAUSE_MS
  const complain = (error: unknown): void =>
    log(`${recipe.name}: ${error instanceof Error ? error.message : String(error)}`)

  const startOnce = async (): Promise<void> => {
    await recipe.prepare()
    running = launch(recipe)
    const readyMs = await waitReady(recipe, running, stop.signal)
    log(`${recipe.name} answers after ${Math.round(readyMs)} ms`)
    const readyAt = performance.now()
    const current = running
    void current.ended.then((how) => {
      if (stop.signal.aborted) return
      log(`${recipe.name} ended by itself: ${how}`)
      if (performance.now() - readyAt > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS
      void restart()
    })
    void watch(recipe, current, log)
  }
  const restart = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sleep(pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      if (stop.signal.aborted) return
      try {
        restarts++
        await startOnce()
        return
      } catch (error) {
        complain(error)
      }
    }
  }

  const startFirst = async (): Promise<void> => {
    const begun = performance.now()
    for (let attempt = 1; ; attempt++) {
      try {
        await startOnce()
        return
      } catch (error) {
        complain(error)
        const isFinal = error instanceof Failure && error.code !== 'store/engine-start'
        const isEnough =
          attempt >= FIRST_START_ATTEMPTS && performance.now() - begun > FIRST_START_MS
        if (isFinal || stop.signal.aborted || isEnough) throw error
        await sleep(FIRST_PAUSE_MS * attempt)
      }
    }
  }
  let starting: Promise<void> = Promise.resolve()

  return {
    start: () => (starting = startFirst()),
    async stop() {
      stop.abort()
      // Files that are being made are finished first, so that nothing half made is left.
      await starting.catch(() => undefined)
      if (running?.name !== undefined)
        await endProcess(running.name, [...recipe.stopSignals, 'SIGKILL'], STOP_LIMIT_MS)
    },
    get restarts() {
      return restarts
    },
  }
}

interface Running {
  readonly process: ChildProcess
  readonly name: ProcessName | undefined
  /** Resolves with the reason once it has ended. */
  readonly ended: Promise<string>
  /** The same reason, '' while it runs. */
  reason(): string
}

function launch(recipe: EngineRecipe): Running {
  const child = recipe.launch()
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  let reason = ''
  const end = (how: string): void => {
    reason = how
    resolve(how)
  }
  child.once('error', (error) => end(error.message))
  child.once('exit', (code, signal) => end(`exit ${code ?? signal}`))
  const name = child.pid === undefined ? undefined : processName(child.pid)
  return { process: child, name, ended, reason: () => reason }
}

async function waitReady(
  recipe: EngineRecipe,
  running: Running,
  stop: AbortSignal,
): Promise<number> {
  const begun = performance.now()
  while (!(await recipe.isReady(START_ANSWER_MS))) {
    const late = performance.now() - begun > START_LIMIT_MS
    if (running.reason() !== '' || stop.aborted || late) {
      if (running.name !== undefined) await endProcess(running.name, ['SIGKILL'], STOP_LIMIT_MS)
      const reason = running.reason() || 'no answer'
      throw new Failure(`${recipe.name} did not start: ${reason}`, {
        code: 'store/engine-start',
        params: { engine: recipe.name, reason },
      })
    }
    await sleep(START_POLL_MS)
  }
  return performance.now() - begun
}

/** Ends an engine that runs and does not answer, so that it is started again. */
async function watch(
  recipe: EngineRecipe,
  running: Running,
  log: (line: string) => void,
): Promise<void> {
  let silent = 0
  while (silent < SILENT_TIMES) {
    await sleep(WATCH_EVERY_MS, undefined, { ref: false })
    if (running.reason() !== '') return
    silent = (await recipe.isReady(WATCH_ANSWER_MS)) ? 0 : silent + 1
  }
  log(`${recipe.name} does not answer and is ended`)
  running.process.kill('SIGKILL')
}
