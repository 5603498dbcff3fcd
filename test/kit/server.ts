/** A served example programme on real engines, and questions to it over real HTTP. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect } from 'vitest'
import type {
  JobWire,
  LoadReportWire,
  PreviewWire,
  ProblemWire,
} from '../../src/core/contract/index.ts'
import { openProgramme, stopEngines, type OpenProgramme } from '../../src/engine/run/index.ts'
import { serveProgramme, type Serving } from '../../src/server/index.ts'

/** The folder of the small programme that can be checked by hand. */
export const EXAMPLE: string = fileURLToPath(
  new URL('../../examples/corner-shop/', import.meta.url),
)

/** Who is in which segment of it, worked out by hand. */
export const EXPECTED: {
  readonly asOf: string
  readonly population: readonly string[]
  readonly members: Readonly<Record<string, readonly string[]>>
} = JSON.parse(readFileSync(join(EXAMPLE, 'expected.json'), 'utf8'))

/** What to send. */
export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Questions to one server; the functions assert that the answer has the expected status. */
export interface Client {
  readonly folder: string
  readonly programme: OpenProgramme
  readonly port: number
  ask(path: string, asked?: Asked): Promise<Response>
  answer<T>(path: string, asked?: Asked, status?: number): Promise<T>
  problem(path: string, asked?: Asked): Promise<ProblemWire>
  ended(job: JobWire): Promise<JobWire>
  /** The status under another Host, which fetch does not let one set; `PORT` stands for ours. */
  askAs(host: string, headers?: Record<string, string>, path?: string): Promise<number>
  upload(name: string, raw: string | Uint8Array<ArrayBuffer>): Promise<PreviewWire>
  loadAs(preview: PreviewWire, dryRun?: boolean): Promise<LoadReportWire>
}

/** Serves a copy of the example for the tests of a file. */
export function useServer(): Client {
  let folder = ''
  let programme: OpenProgramme
  let serving: Serving

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-http-'))
    cpSync(EXAMPLE, folder, { recursive: true })
    programme = await openProgramme({ locale: 'en', from: folder, folder, lingerMs: 0 })
    const consoleFolder = join(folder, 'console')
    mkdirSync(consoleFolder)
    writeFileSync(join(consoleFolder, 'index.html'), '<!doctype html>')
    serving = await serveProgramme({ programme, version: '0.0.0-test', port: 0, consoleFolder })
  })

  afterAll(async () => {
    await serving?.close()
    await programme?.close()
    await stopEngines({ locale: 'en', from: folder, folder })
    rmSync(folder, { recursive: true, force: true })
  })

  return {
    ...questions((path, asked) => send(serving, path, asked)),
    askAs: (host, headers, path) => sendAs(serving.port, { host, headers, path }),
    get folder() {
      return folder
    },
    get programme() {
      return programme
    },
    get port() {
      return serving.port
    },
  }
}

async function send(serving: Serving, path: string, asked: Asked = {}): Promise<Response> {
  const { method, body, raw, headers, key = serving.key, signal } = asked
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  return await fetch(`http://127.0.0.1:${serving.port}/api/v1${path}`, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(sent === undefined ? {} : { body: sent }),
    ...(signal === undefined ? {} : { signal }),
  })
}

async function sendAs(
  port: number,
  {
    host,
    headers = {},
    path = '/api/v1/health',
  }: {
    readonly host: string
    readonly headers: Record<string, string> | undefined
    readonly path: string | undefined
  },
): Promise<number> {
  const own = { host: host.replace('PORT', String(port)), ...headers }
  return await new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, headers: own }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

type Questions = Omit<Client, 'folder' | 'programme' | 'port' | 'askAs'>

function questions(ask: Client['ask']): Questions {
  const answer = async <T>(path: string, asked: Asked = {}, status = 200): Promise<T> => {
    const response = await ask(path, asked)
    const text = await response.text()
    expect(`${response.status} ${response.status === status ? '' : text}`).toBe(`${status} `)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  const ended = async (job: JobWire): Promise<JobWire> => {
    for (let now = job; ; now = await answer<JobWire>(`/jobs/${job.id}`)) {
      if (now.state !== 'running') return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return {
    ask,
    answer,
    ended,
    async problem(path, asked = {}) {
      const response = await ask(path, asked)
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      const body = (await response.json()) as ProblemWire
      expect(body.status).toBe(response.status)
      return body
    },
    upload: (name, raw) =>
      answer<PreviewWire>(`/uploads?name=${encodeURIComponent(name)}`, { raw }, 201),
    async loadAs(preview, dryRun = false) {
      const body = { uploadId: preview.uploadId, mapping: preview.mapping, dryRun }
      const job = await ended(await answer<JobWire>('/imports', { body }, 202))
      expect(job).toMatchObject({ kind: 'load', state: 'done' })
      return job.report as LoadReportWire
    },
  }
}
