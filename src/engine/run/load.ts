/** The verb that loads files: prepare all, then stage, check and publish each in one step. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Failure, type Instant, type Issue, type Locale } from '../../core/base/index.ts'
import {
  checkMended,
  digestFile,
  dropStage,
  mappingsFor,
  mendedBytes,
  openSource,
  parseOverrides,
  prepareFile,
  printMapping,
  publish,
  quarantinePath,
  readMappings,
  readNote,
  stageFile,
  toRecipe,
  writeQuarantine,
  type Mapping,
  type Overrides,
  type Phase,
  type Prepared,
  type Source,
  type StagedFile,
} from '../intake/index.ts'
import { followMerges } from './arrival/follow.ts'
import { FACTS_LOCK } from './facts.ts'
import type { Handle } from './handle.ts'
import type { JobProgress } from './jobs.ts'
import {
  beginImport,
  endImport,
  forgetImport,
  publishing,
  recoverLoads,
  sameImport,
} from './load-journal.ts'
import { createMeter, type Meter } from './load-progress.ts'
import { nothingNew, storedCounts, toReport, type LoadJob, type LoadReport } from './load-report.ts'
import { Refusal } from './refusal.ts'

export type { LoadReport } from './load-report.ts'

/** Held while a file is being loaded: loads wait for each other. */
export const LOAD_LOCK = 'load'

export interface LoadOptions {
  readonly files: readonly string[]
  /** The files are mended quarantine files. */
  readonly retry?: boolean
  /** The programme's folder: mappings are read from and saved to `mappings/` in it. */
  readonly folder: string
  /** Where quarantine files go: `<dataDir>/quarantine`. */
  readonly dataDir: string
  /** Used for every file; absent: a saved mapping that fits the file's name, else a guess. */
  readonly mapping?: Mapping
  /** `customers`, `products`, `orders` or an event. */
  readonly as?: string
  /** Texts of `--map`. */
  readonly map?: readonly string[]
  readonly dryRun?: boolean
  readonly locale: Locale
  /** The instant of the load, from which changed values hold. */
  readonly now: Instant
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: JobProgress & { readonly file: string }) => void
}

/**
 * Loads files: products first, then customers, then events. Nothing is loaded unless every file is ready; throws
 * a Refusal `intake/not-ready` with all issues and open questions otherwise. Each file is one atomic import.
 * Failures: `intake/...`, `store/...`; `intake/cancelled` when the signal stopped it.
 */
export async function loadFiles(
  handle: Handle,
  options: LoadOptions,
): Promise<readonly LoadReport[]> {
  if (options.retry === true) {
    return await loadJobs(handle, options, await retryJobs(handle, options))
  }
  const { prepared, issues } = await prepareFiles(handle, options)
  try {
    return await loadJobs(handle, options, fileJobs(prepared, issues))
  } finally {
    for (const file of prepared) await file.dispose()
  }
}

async function loadJobs(
  handle: Handle,
  options: LoadOptions,
  jobs: readonly LoadJob[],
): Promise<readonly LoadReport[]> {
  const rank = { products: 0, customers: 1, events: 2 }
  const ordered = jobs.toSorted((a, b) => rank[a.mapping.kind] - rank[b.mapping.kind])
  const wait = options.signal === undefined ? {} : { signal: options.signal }
  const work = async (): Promise<readonly LoadReport[]> => {
    await recoverLoads(handle)
    const reports: LoadReport[] = []
    for (const job of ordered) reports.push(await loadOne(handle, options, job))
    return reports
  }
  return await handle.ledger.withLock(LOAD_LOCK, 'exclusive', work, wait)
}

/** The files with their mappings, or what stands in the way: see `loadFiles`. */
export async function prepareFiles(
  handle: Pick<Handle, 'programme'>,
  options: Pick<LoadOptions, 'files' | 'folder' | 'mapping' | 'as' | 'map'>,
): Promise<{ readonly prepared: readonly Prepared[]; readonly issues: readonly Issue[] }> {
  const overrides = readOverrides(options)
  const saved = readMappings(join(options.folder, 'mappings'))
  const prepared: Prepared[] = []
  for (const path of options.files) {
    const fitting =
      options.mapping === undefined
        ? mappingsFor(saved.mappings, path, options.as).map((s) => s.mapping)
        : [options.mapping]
    for (const mapping of fitting.length === 0 ? [undefined] : fitting) {
      prepared.push(
        await prepareFile({ path, catalogue: handle.programme.catalogue, mapping, overrides }),
      )
    }
  }
  return { prepared, issues: saved.issues }
}

/** What was said of the files by `--as` and `--map`. Throws a Refusal for a text that is none. */
export function readOverrides(options: Pick<LoadOptions, 'as' | 'map'>): Overrides {
  const parsed = parseOverrides(options.map ?? [])
  if (!parsed.ok) throw refusal(parsed.issues)
  return { ...parsed.value, ...(options.as === undefined ? {} : { as: options.as }) }
}

function refusal(issues: readonly Issue[]): Refusal {
  const params = { count: issues.length }
  return new Refusal('files are not ready', { code: 'intake/not-ready', params }, { issues })
}

function fileJobs(prepared: readonly Prepared[], issues: readonly Issue[]): readonly LoadJob[] {
  const open = prepared.flatMap((p) => [...p.issues, ...p.questions.map((q) => asIssue(q, p))])
  const errors = [...issues, ...open].filter((i) => i.severity === 'error')
  if (errors.length > 0) throw refusal(errors)
  return prepared.flatMap((p): LoadJob[] => {
    if (p.recipe === undefined) return []
    const used = new Set(p.recipe.columns)
    return [
      {
        path: p.path,
        original: p.original,
        fileName: p.fileName,
        mapping: p.mapping,
        detection: p.detection,
        recipe: p.recipe,
        isGuessed: p.isGuessed,
        ancestors: [],
        isRetry: false,
        unused: p.isGuessed ? p.detection.columns.filter((c) => !used.has(c)) : [],
      },
    ]
  })
}

function asIssue(question: Prepared['questions'][number], prepared: Prepared): Issue {
  return {
    code: question.code,
    severity: 'error',
    at: { kind: 'file', file: prepared.fileName },
    params: { ...question.params, option: question.option, answers: question.answers },
  }
}

async function retryJobs(handle: Handle, options: LoadOptions): Promise<readonly LoadJob[]> {
  const notes = options.files.map((path) => ({ path, note: readNote(path) }))
  const unfit = await Promise.all(options.files.map(checkMended))
  if (unfit.flat().length > 0) throw refusal(unfit.flat())
  return notes.map(({ path, note }) => {
    const bound = toRecipe(note.mapping, handle.programme.catalogue, note.detection.columns)
    if (!bound.ok) throw refusal(bound.issues)
    return {
      path,
      original: path,
      fileName: note.file,
      mapping: note.mapping,
      // Quarantine files are UTF-8 and have no row of names.
      detection: {
        ...note.detection,
        encoding: 'utf-8',
        compression: 'none',
        header: false,
        findings: [],
      },
      recipe: bound.value,
      isGuessed: false,
      ancestors: [...note.ancestors, note.load],
      isRetry: true,
      unused: [],
    }
  })
}

async function openJob(job: LoadJob): Promise<Source> {
  if (!job.isRetry) return await openSource(job.path, job.detection)
  const { size } = await stat(job.path)
  let isOpen = true
  return {
    bytesTotal: size,
    bytesRead: () => (isOpen ? 0 : size),
    chunks: mendedBytes(job.path),
    close: () => {
      isOpen = false
    },
  }
}

async function loadOne(handle: Handle, options: LoadOptions, job: LoadJob): Promise<LoadReport> {
  const { analytics } = handle
  const begun = performance.now()
  const digest = await digestFile(job.original)
  const print = fingerprint(handle, job)
  const earlier = options.dryRun === true ? undefined : await sameImport(handle, digest, print)
  if (earlier !== undefined) return nothingNew(job, earlier, begun)
  const load = await beginImport(handle, {
    fileName: job.fileName,
    digest,
    mapping: { fingerprint: print, mapping: job.mapping },
    holder: `pid ${process.pid} on ${hostname()}`,
  })
  try {
    const source = await openJob(job)
    const meter = createMeter(source, job.fileName, options.onProgress)
    const staged = await stage(handle, options, { job, load, source, meter })
    if (options.dryRun === true) {
      await discard(handle, load)
      await forgetImport(handle, load)
      return toReport({ job, load: 0, staged, begun, state: 'dry-run', quarantine: null })
    }
    const quarantine = await setAside(handle, options, { job, load, staged })
    options.signal?.throwIfAborted()
    meter.phase('publishing', staged.counts.rejected)
    const stored = storedCounts(staged, quarantine)
    await handle.ledger.withLock(FACTS_LOCK, 'exclusive', async () => {
      await publishing(handle, load, { tables: staged.tables, counts: stored })
      await publish(analytics, load, staged.tables)
      await followMerges(analytics, load, staged.tables)
      await endImport(handle, load, 'done', stored)
    })
    await dropStage(analytics, load)
    if (job.isGuessed) saveMapping(options.folder, job.mapping)
    return toReport({ job, load, staged, begun, state: 'done', quarantine })
  } catch (error) {
    throw await giveUp(handle, options, load, error)
  }
}

async function stage(
  handle: Handle,
  options: LoadOptions,
  work: {
    readonly job: LoadJob
    readonly load: number
    readonly source: Source
    readonly meter: Meter
  },
): Promise<StagedFile> {
  const { job, load, source, meter } = work
  return await stageFile({
    analytics: handle.analytics,
    load,
    recipe: job.recipe,
    detection: job.detection,
    catalogue: handle.programme.catalogue,
    timeZone: handle.programme.timeZone,
    now: options.now,
    source,
    path: job.path,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onRecords: meter.records,
    onPhase: (phase: Phase) => meter.phase(phase, 0),
    ancestors: job.ancestors,
  })
}

async function setAside(
  handle: Handle,
  options: LoadOptions,
  {
    job,
    load,
    staged,
  }: { readonly job: LoadJob; readonly load: number; readonly staged: StagedFile },
): Promise<string | null> {
  if (staged.counts.rejected === 0) return null
  const path = quarantinePath(join(options.dataDir, 'quarantine'), load)
  const { findings: _, ...detection } = job.detection
  await writeQuarantine({
    analytics: handle.analytics,
    load,
    reasons: staged.staging.reasons,
    detection: job.detection,
    path,
    note: { load, ancestors: job.ancestors, file: job.fileName, detection, mapping: job.mapping },
    locale: options.locale,
    source: await openJob(job),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  return path
}

/** Leaves nothing of a load that did not reach publication; what did is finished by whoever comes next. */
async function giveUp(
  handle: Handle,
  options: LoadOptions,
  load: number,
  error: unknown,
): Promise<unknown> {
  const isCancelled = options.signal?.aborted === true
  try {
    const dropped = await endImport(handle, load, isCancelled ? 'cancelled' : 'failed')
    if (dropped) {
      await discard(handle, load)
      const path = quarantinePath(join(options.dataDir, 'quarantine'), load)
      rmSync(path, { force: true })
      rmSync(path.replace(/\.csv$/, '.json'), { force: true })
    }
  } catch {
    // The store is gone too; `recoverLoads` cleans up when it is back.
  }
  if (!isCancelled) return error
  return new Failure('cancelled', { code: 'intake/cancelled', cause: error })
}

async function discard(handle: Handle, load: number): Promise<void> {
  await dropStage(handle.analytics, load)
}

/** What makes a second load of the same bytes the same: how they are read, and what they are read into. */
function fingerprint(handle: Handle, job: LoadJob): string {
  const { findings: _, ...detection } = job.detection
  const { files: _files, name: _name, ...mapping } = job.mapping
  return JSON.stringify([mapping, detection, job.recipe.values, handle.programme.timeZone])
}

/** Keeps a mapping for the next file of its kind; one that is there under its name is never overwritten. */
function saveMapping(folder: string, mapping: Mapping): void {
  const inside = join(folder, 'mappings')
  mkdirSync(inside, { recursive: true })
  for (let n = 1; ; n++) {
    const name = n === 1 ? mapping.name : `${mapping.name}-${n}`
    const path = join(inside, `${name}.yaml`)
    const text = printMapping({ ...mapping, name })
    if (existsSync(path)) {
      if (readFileSync(path, 'utf8') === text) return
      continue
    }
    writeFileSync(path, text)
    return
  }
}
