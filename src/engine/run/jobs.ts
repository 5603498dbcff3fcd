/** Long verbs run as jobs inside this process: watched, cancelled, and their answers kept for a while. */
import { randomUUID } from 'node:crypto'
import { Failure, type Locale } from '../../core/base/index.ts'
import type { JobWire } from '../../core/contract/index.ts'
import { failureWire } from './wire.ts'

/** How far a long verb has come; `progress` is 0..1, or null when the end cannot be told. */
export interface JobProgress {
  readonly phase: string
  readonly progress: number | null
  readonly rows: number
  readonly rejected: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
}

/** The start of every job, and what verbs that do not count rows fill in with. */
export const NO_PROGRESS: JobProgress = {
  phase: '',
  progress: null,
  rows: 0,
  rejected: 0,
  rowsPerSecond: 0,
  secondsLeft: null,
}

/** What a job does: reports progress, stops on the signal, returns its report. */
export type JobWork = (tools: {
  readonly signal: AbortSignal
  readonly report: (progress: Partial<JobProgress>) => void
}) => Promise<unknown>

export interface Jobs {
  start(kind: JobWire['kind'], locale: Locale, work: JobWork): JobWire
  list(): readonly JobWire[]
  /** Throws `run/job-unknown`. */
  get(id: string): JobWire
  /** Asks the job to stop; its state becomes `cancelled` when it has. */
  cancel(id: string): JobWire
  /** Stops everything and waits for it. */
  close(): Promise<void>
}

/** Finished jobs beyond this many are forgotten, oldest first. */
const KEPT = 100

interface Entry {
  wire: JobWire
  readonly controller: AbortController
  done: Promise<void>
}

/** An empty registry. */
export function createJobs(): Jobs {
  const entries = new Map<string, Entry>()
  const entryOf = (id: string): Entry => {
    const entry = entries.get(id)
    if (entry !== undefined) return entry
    throw new Failure(`no job ${id}`, { code: 'run/job-unknown', params: { job: id } })
  }
  return {
    start(kind, locale, work) {
      const entry = begin(kind, locale, work)
      entries.set(entry.wire.id, entry)
      const finished = [...entries.values()].filter((e) => e.wire.state !== 'running')
      for (const old of finished.slice(0, Math.max(0, finished.length - KEPT))) {
        entries.delete(old.wire.id)
      }
      return entry.wire
    },
    list: () => [...entries.values()].map((e) => e.wire).toReversed(),
    get: (id) => entryOf(id).wire,
    cancel(id) {
      const entry = entryOf(id)
      entry.controller.abort(new DOMException('cancelled', 'AbortError'))
      return entry.wire
    },
    async close() {
      for (const entry of entries.values()) entry.controller.abort()
      await Promise.all([...entries.values()].map((e) => e.done))
    },
  }
}

function begin(kind: JobWire['kind'], locale: Locale, work: JobWork): Entry {
  const controller = new AbortController()
  const wire: JobWire = { id: randomUUID(), kind, state: 'running', ...NO_PROGRESS }
  const entry: Entry = { wire, controller, done: Promise.resolve() }
  entry.done = follow(entry, locale, work)
  return entry
}

async function follow(entry: Entry, locale: Locale, work: JobWork): Promise<void> {
  const { signal } = entry.controller
  try {
    const report = await work({
      signal,
      report: (progress) => {
        entry.wire = { ...entry.wire, ...progress }
      },
    })
    entry.wire = { ...entry.wire, state: 'done', progress: 1, secondsLeft: 0, report }
  } catch (error) {
    entry.wire = signal.aborted
      ? { ...entry.wire, state: 'cancelled', secondsLeft: null }
      : { ...entry.wire, state: 'failed', secondsLeft: null, error: failureWire(error, locale) }
  }
}
