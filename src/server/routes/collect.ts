/** What senders post: the calls of the usual event libraries, under the addresses that they know. */
import { gunzipSync } from 'node:zlib'
import { Hono, type Context } from 'hono'
import type { Collector } from '../../engine/run/index.ts'
import { localeOf } from '../ask.ts'
import { refuse } from '../problem.ts'

const CALLS = ['track', 'identify', 'page', 'screen', 'group', 'alias', 'batch'] as const
/** Larger than any batch may be: the collector says which limit was passed. */
const MOST_BYTES = 512 * 1024

const HEADERS = {
  'content-type': 'application/json',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** `POST /v1/track` and the others, for those who have a write key. */
export function collectRoutes(collector: Collector): Hono {
  const routes = new Hono()
  for (const type of CALLS) {
    routes.post(`/${type}`, async (c) => {
      const body = await bytesOf(c)
      const key = writeKeyOf(c)
      const answer = await collector.collect({ type, body, key, locale: localeOf(c) })
      return c.body(JSON.stringify(answer), 200, HEADERS)
    })
  }
  return routes
}

/** The user name of Basic authentication, as the libraries send it; the body may name the key instead. */
function writeKeyOf(c: Context): string | undefined {
  const [, encoded] =
    /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (encoded === undefined) return undefined
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return user
}

async function bytesOf(c: Context): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw tooLarge()
  const bytes = await readAll(c)
  if (c.req.header('content-encoding') !== 'gzip') return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    const isLarge = error instanceof RangeError
    throw isLarge ? tooLarge() : refuse('run/message-json')
  }
}

async function readAll(c: Context): Promise<Uint8Array> {
  if (c.req.header('content-length') !== undefined) return new Uint8Array(await c.req.arrayBuffer())
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength
    if (size > MOST_BYTES) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function tooLarge(): Error {
  return refuse('run/message-limit', { limit: 500 * 1024 })
}
