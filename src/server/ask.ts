/** Reads what a request says: language, numbers, bodies of a known shape. */
import type { Context } from 'hono'
import type { z, ZodType } from 'zod'
import { toLocale, type Locale } from '../core/base/index.ts'
import type { IssueWire } from '../core/contract/index.ts'

/** `?locale=`, else the first of Accept-Language. */
export function localeOf(c: Context): Locale {
  return localeFrom(c.req.query('locale'), c.req.header('accept-language'))
}

/** The language asked for, else the first of those that are accepted. */
export function localeFrom(asked: string | undefined, accepted: string | undefined): Locale {
  return toLocale(asked ?? accepted?.split(/[,;]/)[0])
}

/** A whole number of the query string within bounds; the default when absent or not one. */
export function countOf(
  c: Context,
  name: string,
  {
    low,
    high,
    otherwise,
  }: { readonly low: number; readonly high: number; readonly otherwise: number },
): number {
  const text = c.req.query(name)
  if (text === undefined || !/^\d+$/.test(text)) return otherwise
  return Math.min(high, Math.max(low, Number(text)))
}

/** A body, or the issues why it is none. */
export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly IssueWire[] }

/** Checks a JSON body against a schema; every issue names its part by path. */
export async function bodyOf<S extends ZodType>(c: Context, schema: S): Promise<Body<z.output<S>>> {
  let given: unknown
  try {
    given = await c.req.json()
  } catch {
    return { ok: false, issues: [shapeIssue([], 'JSON')] }
  }
  const read = schema.safeParse(given)
  if (read.success) return { ok: true, value: read.data }
  return {
    ok: false,
    issues: read.error.issues.map((issue) =>
      shapeIssue(
        issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
        issue.message,
      ),
    ),
  }
}

function shapeIssue(path: readonly (string | number)[], message: string): IssueWire {
  return { code: 'run/bad-request', severity: 'error', message, at: { kind: 'path', path } }
}
