/** What a running server leaves in `.tessera/run`: its key and where it answers, for those who come later. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Locale } from '../../../core/base/index.ts'
import type { ArrivalsWire } from '../../../core/contract/index.ts'

/** Where a server of this programme answers. */
export interface ServerNote {
  /** With the key in its fragment. */
  readonly url: string
  readonly port: number
  readonly pid: number
}

const NOTE = z.object({ url: z.string(), port: z.number(), pid: z.number() })

/** The access key of a programme, made at first use; readable to its owner only. */
export function accessKey(dataDir: string): string {
  const path = join(runFolder(dataDir), 'access-key')
  if (existsSync(path)) {
    const key = readFileSync(path, 'utf8').trim()
    if (key.length >= 32) return key
  }
  const key = randomBytes(32).toString('base64url')
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}

export function rememberServer(dataDir: string, note: ServerNote): void {
  writeFileSync(notePath(dataDir), JSON.stringify(note), { mode: 0o600 })
}

export function forgetServer(dataDir: string): void {
  rmSync(notePath(dataDir), { force: true })
}

/** The server that answers for this programme right now, if any; a note left by a killed one is ignored. */
export async function runningServer(dataDir: string): Promise<ServerNote | undefined> {
  const path = notePath(dataDir)
  if (!existsSync(path)) return undefined
  const read = NOTE.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!read.success) return undefined
  try {
    const key = accessKey(dataDir)
    // Asked with the key: another program may have taken the port meanwhile.
    const answer = await fetch(`http://127.0.0.1:${read.data.port}/api/v1/jobs`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2000),
    })
    return answer.ok ? read.data : undefined
  } catch {
    return undefined
  }
}

/** What arrives at the running server, as it says itself; undefined when none runs. */
export async function runningArrivals(
  folder: string,
  asked: { readonly limit: number; readonly locale: Locale },
): Promise<ArrivalsWire | undefined> {
  const dataDir = join(folder, '.tessera')
  const note = await runningServer(dataDir)
  if (note === undefined) return undefined
  const answer = await fetch(
    `http://127.0.0.1:${note.port}/api/v1/arrivals?limit=${asked.limit}&locale=${asked.locale}`,
    { headers: { authorization: `Bearer ${accessKey(dataDir)}` } },
  )
  return answer.ok ? ((await answer.json()) as ArrivalsWire) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function notePath(dataDir: string): string {
  return join(runFolder(dataDir), 'server.json')
}

function runFolder(dataDir: string): string {
  const folder = join(dataDir, 'run')
  mkdirSync(folder, { recursive: true })
  return folder
}
