/** Loading as doors see it: files and uploads in, reports in words out; the history of imports and what they set aside. */
import { copyFileSync, existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure, type Locale } from '../../../core/base/index.ts'
import type {
  ImportWire,
  IssueWire,
  LoadReportWire,
  LoadRequest,
  QuarantinePageWire,
} from '../../../core/contract/index.ts'
import {
  intakeWords,
  parseMapping,
  printMapping,
  quarantinePath,
  readQuarantine,
  reasonWords,
  type Mapping,
} from '../../intake/index.ts'
import { NO_PROGRESS, type JobProgress } from '../jobs.ts'
import { catchUp } from '../keeper/catch-up.ts'
import type { StoredImportCounts } from '../load-journal.ts'
import { loadFiles, type LoadOptions, type LoadReport } from '../load.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { instantText } from '../time.ts'
import { dropUpload, findUpload, type Upload } from './upload.ts'
import { failureWire, issueWire, phrase } from '../wire.ts'

/** What long verbs are given beside their request. */
export interface Tools {
  readonly locale: Locale
  readonly signal?: AbortSignal
  readonly report?: (progress: JobProgress) => void
}

/** What to load and how; see `loadFiles`. */
export interface LoadInto
  extends Tools, Partial<Pick<LoadOptions, 'as' | 'map' | 'retry' | 'dryRun' | 'mapping'>> {
  readonly files: readonly string[]
}

/** Loads files into a programme. Throws `run/file-missing`, and a Refusal `intake/not-ready` with issues and questions. */
export async function loadIntoProgramme(
  programme: OpenProgramme,
  { locale, signal, report, files, ...rest }: LoadInto,
): Promise<readonly LoadReportWire[]> {
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) {
    throw new Failure('no such file', { code: 'run/file-missing', params: { file: missing } })
  }
  const folder = files.find((file) => statSync(file).isDirectory())
  if (folder !== undefined) {
    throw new Failure('a folder', {
      code: 'run/not-a-file',
      params: { file: folder, reason: 'EISDIR' },
    })
  }
  const current = await programme.current()
  const reports = await loadFiles(current, {
    ...rest,
    files,
    folder: programme.folder,
    dataDir: programme.dataDir,
    locale,
    now: programme.clock.now(),
    ...(signal === undefined ? {} : { signal }),
    ...(report === undefined ? {} : { onProgress: report }),
  })
  const left = reports.some((one) => one.state === 'done')
    ? await takeIn(current, {
        locale,
        ...(signal === undefined ? {} : { signal }),
        ...(report === undefined ? {} : { report }),
      })
    : undefined
  return reports.map((one, i) => {
    const wire = reportWire(one, locale)
    const isLast = i === reports.length - 1
    return left === undefined || !isLast ? wire : { ...wire, issues: [...wire.issues, left] }
  })
}

/**
 * Carries the published memberships on by what was loaded. The load itself is done: what goes wrong here is said
 * beside it, and mended by whoever carries them on next.
 */
async function takeIn(
  current: Current,
  { locale, signal, report }: Tools,
): Promise<IssueWire | undefined> {
  report?.({ ...NO_PROGRESS, phase: 'advancing' })
  try {
    const now = current.clock.now()
    await catchUp(current, {
      to: now,
      computedAt: now,
      ...(signal === undefined ? {} : { signal }),
      onRound: ({ customers }) => report?.({ ...NO_PROGRESS, phase: 'advancing', rows: customers }),
    })
    return undefined
  } catch (error) {
    const { issues: _, ...failure } = failureWire(error, locale)
    const words = phrase('run/not-taken-in', { reason: failure.message }, locale)
    return { code: 'run/not-taken-in', severity: 'warning', message: words }
  }
}

/** Loads a file that was sent over HTTP, with the mapping as it stands in the preview. */
export async function loadUpload(
  programme: OpenProgramme,
  request: LoadRequest,
  tools: Tools,
): Promise<LoadReportWire> {
  const upload = findUpload(programme, request.uploadId)
  const [report] = await loadIntoProgramme(programme, {
    ...tools,
    files: [upload.path],
    mapping: mappingOf(request.mapping),
    dryRun: request.dryRun === true,
  })
  if (report === undefined) throw new Error('bug: a load without a report')
  if (request.dryRun !== true) dropUpload(programme, upload.id)
  return report
}

/** A mapping from its text, or a Refusal with its issues. */
export function mappingOf(text: string): Mapping {
  const read = parseMapping(text, '')
  if (read.ok) return read.value
  throw new Refusal(
    'the mapping has errors',
    { code: 'intake/not-ready', params: { count: read.issues.length } },
    { issues: read.issues, texts: new Map([['', text]]) },
  )
}

/** Loads the mended quarantine file of an import. */
export async function retryImport(
  programme: OpenProgramme,
  { id, upload }: { readonly id: number; readonly upload: Upload },
  tools: Tools,
): Promise<LoadReportWire> {
  const { path } = upload
  const original = await quarantineFile(programme, id)
  // The note of how the rows are read lies beside the file it belongs to.
  copyFileSync(noteBeside(original.path), noteBeside(path))
  const [report] = await loadIntoProgramme(programme, { ...tools, files: [path], retry: true })
  if (report === undefined) throw new Error('bug: a load without a report')
  dropUpload(programme, upload.id)
  return report
}

function noteBeside(path: string): string {
  return path.replace(/\.csv$/, '.json')
}

function reportWire(report: LoadReport, locale: Locale): LoadReportWire {
  return {
    importId: report.importId,
    file: report.file,
    state: report.state,
    read: report.read,
    accepted: report.accepted,
    alreadyKnown: report.alreadyKnown,
    rejected: report.rejected,
    reasons: report.reasons.map(({ reason, count }) => ({
      code: reason.code,
      message: reasonWords(reason, locale),
      count,
    })),
    quarantine: report.quarantine,
    detection: report.detection.findings.map((finding) => ({
      aspect: finding.aspect,
      value: finding.value,
      evidence: intakeWords(finding.evidence.code, finding.evidence.params, locale) ?? '',
      certain: finding.certain,
    })),
    mapping: printMapping(report.mapping),
    seconds: report.seconds,
    issues: report.issues.map((issue) => issueWire(issue, locale)),
  }
}

/** The history of imports, latest first. */
export async function listImports(programme: OpenProgramme): Promise<readonly ImportWire[]> {
  const { ledger } = await programme.current()
  const rows = await ledger.guard(() =>
    ledger.db
      .selectFrom('import')
      .select(['id', 'file_name', 'state', 'started_at', 'finished_at', 'counts'])
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
  )
  return rows.map((row) => {
    const counts = row.counts as Partial<StoredImportCounts>
    const { read = 0, rejected = 0, quarantine = null } = counts
    return {
      id: row.id,
      file: row.file_name,
      state: row.state,
      startedAt: instantText(row.started_at.getTime()),
      finishedAt: row.finished_at === null ? null : instantText(row.finished_at.getTime()),
      read,
      accepted: read - rejected,
      rejected,
      hasQuarantine: quarantine !== null && existsSync(quarantine),
    }
  })
}

/** Rows that an import set aside. Throws `run/import-unknown`, `run/no-quarantine`. */
export async function quarantinePage(
  programme: OpenProgramme,
  asked: {
    readonly id: number
    readonly after: number
    readonly limit: number
    readonly locale: Locale
  },
): Promise<QuarantinePageWire> {
  const { path } = await quarantineFile(programme, asked.id)
  const { total, rows } = await readQuarantine(path, asked)
  return { importId: asked.id, total, rows }
}

/** The quarantine file of an import, and the name to give it. */
export async function quarantineFile(
  programme: OpenProgramme,
  id: number,
): Promise<{ readonly path: string; readonly name: string }> {
  const current = await programme.current()
  const file = await importedFile(current, id)
  const path = quarantinePath(join(programme.dataDir, 'quarantine'), id)
  if (!existsSync(path)) {
    throw new Failure('nothing set aside', { code: 'run/no-quarantine', params: { import: id } })
  }
  return { path, name: `${basename(file).replace(/\.[^.]*$/, '')}-set-aside-${id}.csv` }
}

async function importedFile({ ledger }: Current, id: number): Promise<string> {
  const row = await ledger.guard(() =>
    ledger.db.selectFrom('import').select('file_name').where('id', '=', id).executeTakeFirst(),
  )
  if (row !== undefined) return row.file_name
  throw new Failure('no such import', { code: 'run/import-unknown', params: { import: id } })
}
