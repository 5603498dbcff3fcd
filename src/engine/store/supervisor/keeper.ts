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
const WATCH_ANSWER_MS = 5000
const WATCH_EVERY_MS = 10_000
/** An engine that is silent this many times in a row is alive in name only. */
const SILENT_TIMES = 3
/** A first start that fails this often is not going to succeed. */
const FIRST_START_ATTEMPTS = 3

/** Makes a keeper; `log` gets one line per event and never data of customers. */
export function keepAlive(recipe: EngineRecipe, log: (line: string) => void): Keeper {
  let child: { process: ChildProcess; name: ProcessName | undefined } | undefined
  const stop = new AbortController()
  let restarts = 0
  let pauseMs = FIRST_PAUSE_MS

  const startOnce = async (): Promise<void> => {
    await recipe.prepare()
    const begun = performance.now()
    const spawned = recipe.launch()
    let ended: string | undefined
    spawned.on('error', (error) => (ended = error.message))
    spawned.on('exit', (code, signal) => (ended = `exit ${code ?? signal}`))
    child = {
      process: spawned,
      name: spawned.pid === undefined ? undefined : processName(spawned.pid),
    }
    while (!(await recipe.isReady(START_ANSWER_MS))) {
      if (
        ended !== undefined ||
        stop.signal.aborted ||
        performance.now() - begun > START_LIMIT_MS
      ) {
        if (child.name !== undefined) await endProcess(child.name, ['SIGKILL'], STOP_LIMIT_MS)
        throw new Failure(`${recipe.name} did not start: ${ended ?? 'no answer'}`, {
          code: 'store/engine-start',
          params: { engine: recipe.name, reason: ended ?? 'no answer' },
        })
      }
      await sleep(15)
    }
    log(`${recipe.name} answers after ${Math.round(performance.now() - begun)} ms`)
    const readyAt = performance.now()
    const fell = (): void => {
      if (stop.signal.aborted) return
      log(`${recipe.name} ended by itself: ${ended ?? 'unknown'}`)
      if (performance.now() - readyAt > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS
      void restart()
    }
    if (ended === undefined) spawned.on('exit', fell)
    else fell()
    void watch(spawned)
  }

  /** Ends an engine that runs and does not answer, so that it is started again. */
  const watch = async (spawned: ChildProcess): Promise<void> => {
    for (let silent = 0; silent < SILENT_TIMES;) {
      await sleep(WATCH_EVERY_MS, undefined, { ref: false })
      if (stop.signal.aborted || child?.process !== spawned || spawned.exitCode !== null) return
      silent = (await recipe.isReady(WATCH_ANSWER_MS)) ? 0 : silent + 1
    }
    log(`${recipe.name} does not answer and is ended`)
    spawned.kill('SIGKILL')
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
        log(`${recipe.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }

  return {
    async start() {
      for (let attempt = 1; ; attempt++) {
        try {
          await startOnce()
          return
        } catch (error) {
          log(`${recipe.name}: ${error instanceof Error ? error.message : String(error)}`)
          const final = error instanceof Failure && error.code !== 'store/engine-start'
          if (final || attempt === FIRST_START_ATTEMPTS) throw error
          await sleep(FIRST_PAUSE_MS * attempt)
        }
      }
    },
    async stop() {
      stop.abort()
      if (child?.name !== undefined)
        await endProcess(child.name, [...recipe.stopSignals, 'SIGKILL'], STOP_LIMIT_MS)
    },
    get restarts() {
      return restarts
    },
  }
}
