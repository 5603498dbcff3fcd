/** What a load tells when it is over. */
import { existsSync } from 'node:fs'
import type { Issue } from '../../core/base/index.ts'
import type { Counts, Detection, Mapping, Reason, Recipe, StagedFile } from '../intake/index.ts'
import type { StoredImportCounts } from './load-journal.ts'

/** What became of one file. `accepted` = added + known; accepted + rejected = read. */
export interface LoadReport {
  /** 0 for a dry run. */
  readonly importId: number
  readonly file: string
  readonly state: 'done' | 'dry-run' | 'nothing-new'
  readonly read: number
  readonly accepted: number
  readonly alreadyKnown: number
  readonly rejected: number
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[]
  readonly quarantine: string | null
  readonly mapping: Mapping
  readonly detection: Detection
  readonly seconds: number
  readonly issues: readonly Issue[]
}

/** A file that is ready to be staged. */
export interface LoadJob {
  readonly path: string
  /** The file as it was given, by whose bytes it is known again. */
  readonly original: string
  readonly fileName: string
  readonly mapping: Mapping
  readonly detection: Detection
  readonly recipe: Recipe
  readonly isGuessed: boolean
  readonly ancestors: readonly number[]
  readonly isRetry: boolean
  readonly unused: readonly string[]
}

/** What the ledger keeps. */
export function storedCounts(staged: StagedFile, quarantine: string | null): StoredImportCounts {
  const { added, known, rejected, rounded, reasons } = staged.counts
  return { read: staged.read, added, known, rejected, rounded, reasons, quarantine }
}

/** The answer for a file that was loaded before. */
export function nothingNew(
  job: LoadJob,
  earlier: { readonly id: number; readonly counts: StoredImportCounts },
  begun: number,
): LoadReport {
  const { read, rejected, reasons, quarantine } = earlier.counts
  return {
    importId: earlier.id,
    file: job.fileName,
    state: 'nothing-new',
    read,
    accepted: read - rejected,
    alreadyKnown: read - rejected,
    rejected,
    reasons,
    quarantine: quarantine !== null && existsSync(quarantine) ? quarantine : null,
    mapping: job.mapping,
    detection: job.detection,
    seconds: (performance.now() - begun) / 1000,
    issues: [{ code: 'intake/already-loaded', severity: 'info', params: { load: earlier.id } }],
  }
}

/** The answer for a file that was staged. */
export function toReport(given: {
  readonly job: LoadJob
  readonly load: number
  readonly staged: StagedFile
  readonly begun: number
  readonly state: 'done' | 'dry-run'
  readonly quarantine: string | null
}): LoadReport {
  const { job, staged } = given
  const { added, known, rejected, reasons } = staged.counts
  return {
    importId: given.load,
    file: job.fileName,
    state: given.state,
    read: staged.read,
    accepted: added + known,
    alreadyKnown: known,
    rejected,
    reasons,
    quarantine: given.quarantine,
    mapping: job.mapping,
    detection: job.detection,
    seconds: (performance.now() - given.begun) / 1000,
    issues: [...nothingLeft(job, staged), ...notes(staged.counts, job.unused), ...staged.remarks],
  }
}

function nothingLeft(job: LoadJob, staged: StagedFile): readonly Issue[] {
  if (!job.isRetry || staged.read > 0) return []
  return [{ code: 'intake/nothing-left', severity: 'info', params: {} }]
}

function notes(counts: Counts, unused: readonly string[]): readonly Issue[] {
  const issues: Issue[] = []
  if (counts.rounded > 0) {
    issues.push({
      code: 'intake/rounded',
      severity: 'warning',
      params: { count: counts.rounded },
    })
  }
  if (unused.length > 0) {
    issues.push({ code: 'intake/columns-unused', severity: 'info', params: { columns: unused } })
  }
  return issues
}
