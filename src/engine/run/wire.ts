/** Issues and failures as doors show them: with words, place and the line they point at. */
import {
  Failure,
  type Issue,
  type IssueParams,
  type Locale,
  type Place,
} from '../../core/base/index.ts'
import { renderCatalogIssue } from '../../core/catalog/index.ts'
import type { IssueWire } from '../../core/contract/index.ts'
import { renderIssue } from '../../core/segment/index.ts'
import { intakeWords } from '../intake/index.ts'
import { Refusal } from './refusal.ts'
import { runWords, RUN_CODES, type RunCode } from './words/index.ts'

/** Texts that issues may point into, by the name of their file; '' is a text that was typed. */
export type Texts = ReadonlyMap<string, string>

/** An issue in words, with the line it points at when its text is at hand. */
export function issueWire(issue: Issue, locale: Locale, texts: Texts = new Map()): IssueWire {
  const excerpt = excerptAt(issue.at, texts)
  return {
    code: issue.code,
    severity: issue.severity,
    message: issueWords(issue, locale),
    ...(issue.at === undefined ? {} : { at: issue.at }),
    ...(issue.fix === undefined ? {} : { fix: issue.fix }),
    ...questionOf(issue),
    ...(excerpt === undefined ? {} : { excerpt }),
  }
}

/** Issues of intake that are questions carry the option that answers them. */
function questionOf({ params }: Issue): Pick<IssueWire, 'question'> {
  const { option, answers } = params
  if (typeof option !== 'string' || !Array.isArray(answers)) return {}
  return { question: { option, answers: answers.map(String) } }
}

/** The sentence of an issue, from the words of the room that found it. */
export function issueWords(issue: Issue, locale: Locale): string {
  return (
    renderIssue(issue, locale) ??
    renderCatalogIssue(issue, locale) ??
    intakeWords(issue.code, issue.params, locale) ??
    runWords(issue.code, issue.params, locale)?.trim() ??
    issue.code
  )
}

/** The sentence of a code that carries no issue, for doors. */
export function phrase(code: RunCode, params: IssueParams, locale: Locale): string {
  return runWords(code, params, locale) ?? code
}

/** What a verb threw, in words; its own issues follow it. Anything that is not a Failure is a bug and passes. */
export function failureWire(
  error: unknown,
  locale: Locale,
): IssueWire & { readonly issues: readonly IssueWire[] } {
  const failure = toFailure(error)
  return {
    code: failure.code,
    severity: 'error',
    message: failureWords(failure, locale),
    issues:
      failure instanceof Refusal
        ? failure.issues.map((i) => issueWire(i, locale, failure.texts))
        : [],
  }
}

function failureWords(failure: Failure, locale: Locale): string {
  const params: IssueParams = failure.params
  const words = runWords(failure.code, params, locale) ?? intakeWords(failure.code, params, locale)
  return words?.trim() ?? runWords('run/failed', { reason: failure.message }, locale) ?? ''
}

/** The world's faults that Node reports with an errno become failures with a code; the rest is kept as it is. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const file = error instanceof Error && 'path' in error ? String(error.path) : ''
  const code = CODE_OF_ERRNO[errno] ?? 'run/failed'
  const reason = error instanceof Error ? error.message : String(error)
  return new Failure(reason, { code, params: { file, reason }, cause: error })
}

const CODE_OF_ERRNO: Readonly<Record<string, string>> = {
  ENOENT: 'run/file-missing',
  EACCES: 'run/file-denied',
  EPERM: 'run/file-denied',
  EISDIR: 'run/not-a-file',
  ENOTDIR: 'run/not-a-file',
  EEXIST: 'run/not-a-file',
  ELOOP: 'run/not-a-file',
  EROFS: 'run/file-denied',
  ENOSPC: 'run/disk-full',
  EDQUOT: 'run/disk-full',
}

/** What a failure means to a door: exit codes and HTTP statuses are chosen by it. */
export type FailureKind = 'issues' | 'usage' | 'failure' | 'refused'

const REFUSED: ReadonlySet<string> = new Set([
  'run/programme-exists',
  'run/segment-exists',
  'run/frozen-exists',
  'run/segment-used',
  'run/examples-fail',
  'run/list-exists',
  'run/template-taken',
  'run/model-exists',
  'run/stale-revision',
  'run/port-busy',
  'run/merge-same',
  'run/merge-taken',
  'run/merge-order',
  'run/stores-differ',
  'store/busy',
  'store/locked',
  'store/supervisor-version',
])
const USAGE: ReadonlySet<string> = new Set([
  'run/write-key-none',
  'run/merge-unknown',
  'run/message-json',
  'run/message-limit',
  'run/no-programme',
  'run/bad-instant',
  'run/bad-request',
  'run/file-missing',
  'run/not-a-file',
  'run/segment-unknown',
  'run/frozen-unknown',
  'run/frozen-name',
  'run/template-unknown',
  'run/template-parameter',
  'run/report-unknown',
  'run/model-unknown',
  'run/model-kind-unknown',
  'run/model-run-unknown',
  'run/model-key',
  'run/report-parameter',
  'run/segment-key',
  'run/customer-unknown',
  'run/job-unknown',
  'run/import-unknown',
  'run/upload-unknown',
  'run/version-unknown',
  'run/why-needed',
  'run/list-unknown',
  'run/list-name',
  'run/list-rows',
  'run/score-unknown',
  'run/score-columns',
  'store/bad-address',
])
const WORLD: ReadonlySet<string> = new Set([
  'run/file-denied',
  'run/disk-full',
  'run/failed',
  'run/arrivals-full',
  'run/ledger-not-durable',
])
const OWN: ReadonlySet<string> = new Set(RUN_CODES)

/** Sorts a failure; issues of data and definitions are those of our own codes that nothing else claims. */
export function failureKind(error: unknown): FailureKind {
  const { code } = toFailure(error)
  if (REFUSED.has(code)) return 'refused'
  if (USAGE.has(code)) return 'usage'
  const ofData = (OWN.has(code) && !WORLD.has(code)) || code.startsWith('intake/')
  return ofData ? 'issues' : 'failure'
}

function excerptAt(
  at: Place | undefined,
  texts: Texts,
): { text: string; from: number; to: number } | undefined {
  if (at === undefined || at.kind === 'path') return undefined
  const text = texts.get(at.kind === 'file' ? at.file : '')
  if (text === undefined) return undefined
  if (at.kind === 'span') return excerptOfSpan(text, at.start, at.end)
  const line = at.line === undefined ? undefined : text.split('\n')[at.line - 1]
  if (line === undefined || typeof at.column !== 'number') return undefined
  const from = Math.min(line.length, at.column - 1)
  const word = /^[\w-]+|^"[^"]*"|^./.exec(line.slice(from))
  return { text: line, from, to: from + Math.max(1, word?.[0].length ?? 1) }
}

function excerptOfSpan(
  text: string,
  start: number,
  end: number,
): { text: string; from: number; to: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', start)
  const lineEnd = next === -1 ? text.length : next
  const from = start - lineStart
  return {
    text: text.slice(lineStart, lineEnd),
    from,
    to: Math.max(from + 1, Math.min(end, lineEnd) - lineStart),
  }
}
