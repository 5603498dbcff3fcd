/** Makes the synthetic programme, and loads and evaluates it when asked: the first thing most people see. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, isDateText, plusDays, startOfLocalDay } from '../../../core/base/index.ts'
import { generateDemo } from '../demo/index.ts'
import { evaluateProgramme, readSnapshot } from '../door/verbs.ts'
import { NO_PROGRESS, type JobProgress } from '../jobs.ts'
import type { OpenProgramme } from '../open.ts'
import { PROGRAMME_FILE_NAME } from '../programme/folder.ts'
import { loadIntoProgramme, type Tools } from './imports.ts'

/** What to make. */
export interface CreateDemoOptions {
  readonly folder: string
  readonly customers: number
  /** 1 when absent. */
  readonly seed?: number
  /** Last day of the story, `YYYY-MM-DD`; yesterday when absent. */
  readonly until?: string
  readonly signal?: AbortSignal
  readonly report?: (progress: JobProgress) => void
}

export interface CreatedDemo {
  readonly folder: string
  readonly customers: number
  readonly files: readonly string[]
}

/**
 * Throws `run/programme-exists` when the folder holds a programme. The files are made beside it and moved into
 * place when they are all there, so that an interrupted start leaves no half programme.
 */
export async function createDemo(options: CreateDemoOptions): Promise<CreatedDemo> {
  const { folder, customers, signal } = options
  if (existsSync(join(folder, PROGRAMME_FILE_NAME))) {
    throw new Failure('a programme is here', { code: 'run/programme-exists', params: { folder } })
  }
  const draft = `${folder}.making`
  rmSync(draft, { recursive: true, force: true })
  const begun = Date.now()
  try {
    const made = await generateDemo({
      folder: draft,
      customers,
      seed: options.seed ?? 1,
      until: endOf(options.until),
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done) =>
        options.report?.({
          ...NO_PROGRESS,
          phase: 'making',
          progress: done.customers / customers,
          rows: done.lines,
          rowsPerSecond: (done.lines * 1000) / Math.max(1, Date.now() - begun),
        }),
    })
    signal?.throwIfAborted()
    moveInto(draft, folder)
    return { folder, customers, files: made.files.map(({ file }) => file) }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** `tessera.yaml` goes last: it is what makes the folder a programme. */
function moveInto(draft: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(draft).toSorted((a, b) => lastOf(a) - lastOf(b))
  for (const name of names) {
    rmSync(join(folder, name), { recursive: true, force: true })
    renameSync(join(draft, name), join(folder, name))
  }
}

function lastOf(name: string): number {
  return name === PROGRAMME_FILE_NAME ? 1 : 0
}

/** Loads the files of a demo and evaluates its segments, unless that was done; safe to repeat after an interruption. */
export async function loadDemo(programme: OpenProgramme, tools: Tools): Promise<void> {
  if ((await readSnapshot(programme)) !== null) return
  const data = join(programme.folder, 'data')
  const files = readdirSync(data).map((name) => join(data, name))
  await loadIntoProgramme(programme, { files, ...tools })
  const { locale, signal, report } = tools
  report?.({ ...NO_PROGRESS, phase: 'evaluating' })
  await evaluateProgramme(programme, { locale, ...(signal === undefined ? {} : { signal }) })
}

/** The last millisecond of a day in UTC. Yesterday is the last day of which everything can have happened. */
function endOf(until: string | undefined): number {
  const day = until ?? new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  if (!isDateText(day)) {
    throw new Failure('not a day', { code: 'run/bad-instant', params: { text: day } })
  }
  return startOfLocalDay(plusDays(day, 1), 'UTC') - 1
}
