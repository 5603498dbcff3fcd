/** What senders post: the calls of the usual event libraries, under the addresses that they know. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Locale } from '../../core/base/index.ts'
import type { CollectRequest, Collector } from '../../engine/run/index.ts'
import { localeFrom } from '../ask.ts'
import { isOwn } from '../guard.ts'
import { problemOf, refuse, tellBug } from '../problem.ts'

type Call = CollectRequest['type']

const CALLS: ReadonlyMap<string, Call> = new Map(
  (['track', 'identify', 'page', 'screen', 'group', 'alias', 'batch'] as const).map((call) => [
    `/v1/${call}`,
    call,
  ]),
)
/** Larger than any batch may be: the collector says which limit was passed. */
const MOST_BYTES = 512 * 1024

const HEADERS = {
  'content-type': 'application/json',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** Takes a request when it is one of these calls; false leaves it to others. */
export type CollectDoor = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * `POST /v1/track` and the others, for those who have a write key. There are thousands of them a second, so that they
 * are answered before everything that serves people.
 */
export function collectDoor(collector: Collector, port: () => number): CollectDoor {
  return (request, response) => {
    const { url = '', method } = request
    if (method !== 'POST' || !url.startsWith('/v1/')) return false
    const query = url.indexOf('?')
    const call = CALLS.get(query === -1 ? url : url.slice(0, query))
    if (call === undefined) return false
    void answer(collector, port(), { call, request, response })
    return true
  }
}

interface Exchange {
  readonly call: Call
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function answer(collector: Collector, port: number, exchange: Exchange): Promise<void> {
  const { call, request, response } = exchange
  const { headers } = request
  const locale = localeOf(request)
  try {
    if (!isOwn(port, headers.host, headers.origin)) throw refuse('run/wrong-host')
    const body = await bytesOf(request)
    if (body === undefined) return
    const key = writeKeyOf(headers.authorization)
    const taken = await collector.collect({ type: call, body, key, locale })
    send(response, 200, HEADERS, JSON.stringify(taken))
  } catch (error) {
    tellBug(error)
    const { status, headers: more, body } = problemOf(error, locale)
    send(response, status, { ...HEADERS, ...more }, body)
  }
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) })
  // As a text it leaves in one piece with its head.
  response.end(text)
}

function localeOf({ url = '', headers }: IncomingMessage): Locale {
  const query = url.indexOf('?')
  const asked = query === -1 ? null : new URLSearchParams(url.slice(query)).get('locale')
  return localeFrom(asked ?? undefined, headers['accept-language'])
}

/** The user name of Basic authentication, as the libraries send it; the body may name the key instead. */
function writeKeyOf(authorization = ''): string | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(authorization) ?? []
  if (encoded === undefined) return undefined
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return user
}

/** The body, unpacked; undefined when whoever sends it went away. */
async function bytesOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge()
  const bytes = await readAll(request)
  if (bytes === undefined || request.headers['content-encoding'] !== 'gzip') return bytes
  try {
    return await unpack(bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    const isLarge = error instanceof RangeError
    throw isLarge ? tooLarge() : refuse('run/message-json')
  }
}

const unpack = promisify(gunzip) as (bytes: Buffer, limit: object) => Promise<Buffer>

async function readAll(request: IncomingMessage): Promise<Buffer | undefined> {
  return await new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.byteLength
      if (size <= MOST_BYTES) parts.push(part)
      else reject(tooLarge())
    })
    request.on('end', () => resolve(parts.length === 1 ? parts[0] : Buffer.concat(parts)))
    request.on('error', () => resolve(undefined))
    request.on('close', () => resolve(undefined))
  })
}

function tooLarge(): Error {
  return refuse('run/message-limit', { limit: 500 * 1024 })
}
