/** Makes the synthetic programme, and loads and evaluates it when asked: the first thing most people see. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  Failure,
  isDateText,
  plusDays,
  startOfLocalDay,
  type Locale,
} from '../../../core/base/index.ts'
import { generateDemo } from '../demo/index.ts'
import { existsSync } from 'node:fs'
import { loadIntoProgramme } from './imports.ts'
import { NO_PROGRESS, type JobProgress } from '../jobs.ts'
import { withProgramme, type OpenOptions } from '../open.ts'
import { evaluateProgramme } from '../door/verbs.ts'

export interface CreateDemoOptions {
  readonly folder: string
  readonly locale: Locale
  readonly customers: number
  /** 1 when absent. */
  readonly seed?: number
  /** Last day of the story, `YYYY-MM-DD`; yesterday when absent. */
  readonly until?: string
  readonly signal?: AbortSignal
  readonly report?: (progress: JobProgress) => void
  /** How to open it for loading; absent means that only files are written. */
  readonly load?: OpenOptions | undefined
}

export interface CreatedDemo {
  readonly folder: string
  readonly customers: number
  readonly files: readonly string[]
}

/** Throws `run/programme-exists` when the folder holds a programme. */
export async function createDemo(options: CreateDemoOptions): Promise<CreatedDemo> {
  const { folder, customers, signal } = options
  if (existsSync(join(folder, 'tessera.yaml'))) {
    throw new Failure('a programme is here', { code: 'run/programme-exists', params: { folder } })
  }
  const begun = Date.now()
  const made = await generateDemo({
    folder,
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
  if (options.load !== undefined) await loadDemo(options, options.load)
  return { folder, customers, files: made.files.map(({ file }) => file) }
}

async function loadDemo(options: CreateDemoOptions, open: OpenOptions): Promise<void> {
  const { folder, locale, signal, report } = options
  const data = join(folder, 'data')
  const files = readdirSync(data).map((name) => join(data, name))
  const tools = {
    locale,
    ...(signal === undefined ? {} : { signal }),
    ...(report === undefined ? {} : { report }),
  }
  await withProgramme({ ...open, folder, command: 'tessera demo' }, async (programme) => {
    await loadIntoProgramme(programme, { files, ...tools })
    report?.({ ...NO_PROGRESS, phase: 'evaluating' })
    await evaluateProgramme(programme, { locale, ...(signal === undefined ? {} : { signal }) })
  })
}

/** The last millisecond of a day in UTC. Yesterday is the last day of which everything can have happened. */
function endOf(until: string | undefined): number {
  const day = until ?? new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  if (!isDateText(day)) {
    throw new Failure('not a day', { code: 'run/bad-instant', params: { text: day } })
  }
  return startOfLocalDay(plusDays(day, 1), 'UTC') - 1
}
