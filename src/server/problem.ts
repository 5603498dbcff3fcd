/** Refusals as RFC 9457 problems, in the asker's language. */
import type { Context } from 'hono'
import { Failure, type Locale } from '../core/base/index.ts'
import type { IssueWire, ProblemWire } from '../core/contract/index.ts'
import { failureKind, failureWire, phrase } from '../engine/run/index.ts'

/** Status by code where the kind of failure alone does not say it. */
const STATUS_OF: Readonly<Record<string, ProblemStatus>> = {
  'run/segment-unknown': 404,
  'run/customer-unknown': 404,
  'run/job-unknown': 404,
  'run/import-unknown': 404,
  'run/upload-unknown': 404,
  'run/no-quarantine': 404,
  'run/version-unknown': 404,
  'run/list-unknown': 404,
  'run/score-unknown': 404,
  'run/template-unknown': 404,
  'run/report-unknown': 404,
  'run/model-unknown': 404,
  'run/model-exists': 409,
  'run/model-run-unknown': 404,
  'run/model-kind-unknown': 404,
  'run/not-found': 404,
  'run/bad-request': 400,
  'run/frozen-unknown': 404,
  'run/not-held-then': 404,
  'run/not-evaluated': 409,
  'run/not-in-snapshot': 409,
  'run/upload-too-large': 413,
  'run/disk-full': 507,
  'store/disk-full': 507,
  'store/query-limit': 422,
  'run/not-signed-in': 401,
  'run/write-key-missing': 401,
  'run/write-key-unknown': 403,
  'run/write-key-none': 404,
  'run/merge-unknown': 404,
  'run/message-limit': 413,
  'run/message-json': 400,
  'run/messages-refused': 400,
  'run/arrivals-full': 429,
  'run/ledger-not-durable': 503,
  'run/wrong-host': 403,
  'run/failed': 500,
}
const STATUS_OF_KIND = { issues: 422, usage: 400, refused: 409, failure: 503 } as const

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507

/** A refusal as any server can send it. */
export interface Problem {
  readonly body: string
  readonly status: ProblemStatus
  readonly headers: Readonly<Record<string, string>>
}

/** The answer to a failed request. */
export function problem(c: Context, error: unknown, locale: Locale): Response {
  return sent(c, problemOf(error, locale))
}

/** What a failed request is answered, whoever sends it. */
export function problemOf(error: unknown, locale: Locale): Problem {
  const wire = failureWire(error, locale)
  const status = STATUS_OF[wire.code] ?? STATUS_OF_KIND[failureKind(error)]
  const { code, message: detail } = wire
  // JSON pointers too (RFC 6901): senders look for the part of their message in that form.
  const issues = wire.issues.map((issue) =>
    issue.at?.kind === 'path' ? { ...issue, pointer: pointerTo(issue.at.path) } : issue,
  )
  return written({
    status,
    code,
    detail,
    issues,
    retrySeconds: retrySeconds(error, status),
  })
}

function pointerTo(path: readonly (string | number)[]): string {
  return path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** When to come back, for those who are told to. */
function retrySeconds(error: unknown, status: ProblemStatus): number | undefined {
  const asked = error instanceof Failure ? Number(error.params['seconds']) : Number.NaN
  if (Number.isFinite(asked)) return asked
  return status === 503 ? USUAL_RETRY_SECONDS : status === 507 ? FULL_RETRY_SECONDS : undefined
}

const USUAL_RETRY_SECONDS = 2
const FULL_RETRY_SECONDS = 30

/** A body that does not have its shape: issues point at its parts. */
export function badRequest(c: Context, locale: Locale, issues: readonly IssueWire[]): Response {
  const detail = phrase('run/bad-request', {}, locale)
  return sent(c, written({ status: 400, code: 'run/bad-request', detail, issues }))
}

/** A failure that only doors know. */
export function refuse(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Failure {
  return new Failure(code, { code, params })
}

function sent(c: Context, { body, status, headers }: Problem): Response {
  return c.body(body, status, headers)
}

function written(given: {
  readonly status: ProblemStatus
  readonly code: string
  readonly detail: string
  readonly issues: readonly IssueWire[]
  readonly retrySeconds?: number | undefined
}): Problem {
  const body: ProblemWire = {
    type: `urn:tessera:error:${given.code}`,
    title: given.code,
    status: given.status,
    code: given.code,
    detail: given.detail,
    ...(given.issues.length === 0 ? {} : { issues: given.issues }),
  }
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(given.status === 401 ? { 'www-authenticate': challengeOf(given.code) } : {}),
    ...(given.retrySeconds === undefined ? {} : { 'retry-after': String(given.retrySeconds) }),
  }
  return { body: JSON.stringify(body), status: given.status, headers }
}

/** A bug: whoever runs the server should see where. */
export function tellBug(error: unknown): void {
  if (error instanceof Failure) return
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`)
}

function challengeOf(code: string): string {
  return code === 'run/write-key-missing' ? 'Basic realm="write key"' : 'Bearer'
}
