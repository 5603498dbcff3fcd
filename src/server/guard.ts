/** Who may ask: the right host name, the right key; and the headers that keep browsers careful. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { refuse } from './problem.ts'

/**
 * Refuses requests whose Host is not ours: a page elsewhere could otherwise make its own name resolve to
 * this machine and read answers (DNS rebinding).
 */
export function ownHost(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwn(port(), c.req.header('host'), c.req.header('origin'))) throw refuse('run/wrong-host')
    await next()
  }
}

/** Whether a request names this server and, where it names one, comes from a page of it. */
export function isOwn(port: number, host: string | undefined, origin: string | undefined): boolean {
  const isAllowed = (name: string): boolean =>
    name === `127.0.0.1:${port}` || name === `localhost:${port}` || name === `[::1]:${port}`
  return (
    isAllowed(host ?? '') && (origin === undefined || isAllowed(origin.replace(/^http:\/\//, '')))
  )
}

/** Lets in those who send the key as `Authorization: Bearer`. */
export function signedIn(key: string): MiddlewareHandler {
  const wanted = digest(`Bearer ${key}`)
  return async (c, next) => {
    const given = digest(c.req.header('authorization') ?? '')
    if (!timingSafeEqual(given, wanted)) throw refuse('run/not-signed-in')
    await next()
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers on every answer. */
export const careful: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', CONTENT_POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('x-frame-options', 'DENY')
  if (c.req.path.startsWith('/api/')) c.header('cache-control', 'no-store')
}
