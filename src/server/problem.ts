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
  'run/not-found': 404,
  'run/bad-request': 400,
  'run/not-evaluated': 409,
  'run/not-in-snapshot': 409,
  'run/upload-too-large': 413,
  'run/disk-full': 507,
  'store/disk-full': 507,
  'store/query-limit': 422,
  'run/not-signed-in': 401,
  'run/wrong-host': 403,
  'run/failed': 500,
}
const STATUS_OF_KIND = { issues: 422, usage: 400, refused: 409, failure: 503 } as const

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 500 | 503 | 507

/** The answer to a failed request. */
export function problem(c: Context, error: unknown, locale: Locale): Response {
  const wire = failureWire(error, locale)
  const status = STATUS_OF[wire.code] ?? STATUS_OF_KIND[failureKind(error)]
  return problemResponse(c, { status, code: wire.code, detail: wire.message, issues: wire.issues })
}

/** A body that does not have its shape: issues point at its parts. */
export function badRequest(c: Context, locale: Locale, issues: readonly IssueWire[]): Response {
  const detail = phrase('run/bad-request', {}, locale)
  return problemResponse(c, { status: 400, code: 'run/bad-request', detail, issues })
}

/** A failure that only doors know. */
export function refuse(code: string): Failure {
  return new Failure(code, { code })
}

function problemResponse(
  c: Context,
  given: {
    readonly status: ProblemStatus
    readonly code: string
    readonly detail: string
    readonly issues: readonly IssueWire[]
  },
): Response {
  const body: ProblemWire = {
    type: `urn:tessera:error:${given.code}`,
    title: given.code,
    status: given.status,
    code: given.code,
    detail: given.detail,
    ...(given.issues.length === 0 ? {} : { issues: given.issues }),
  }
  return c.body(JSON.stringify(body), given.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(given.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  })
}
