/** Files that came over HTTP, kept in `.tessera/uploads` until they are loaded or too old. */
import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../../core/base/index.ts'
import type { OpenProgramme } from '../open.ts'

/** A stored upload. Its file keeps its name, because the ending tells the format. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** Larger files are for `tessera load`, which reads them where they are. */
const MAX_BYTES = 4 * 1024 ** 3
/** Uploads that nobody loaded are removed after this long. */
const KEPT_MS = 24 * 3_600_000

/** Streams a body to disk. Throws `run/upload-too-large`; a broken or too large upload leaves nothing. */
export async function saveUpload(
  programme: OpenProgramme,
  given: { readonly name: string; readonly body: AsyncIterable<Uint8Array> },
): Promise<Upload> {
  const root = uploadsFolder(programme)
  sweep(root)
  const id = randomUUID()
  const folder = join(root, id)
  const name = safeName(given.name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  try {
    await pipeline(Readable.from(given.body), quota(), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return { id, name, path, bytes: statSync(path).size }
}

/** A stored upload by its id. Throws `run/upload-unknown`. */
export function findUpload(programme: OpenProgramme, id: string): Upload {
  const folder = join(uploadsFolder(programme), id)
  const isId = /^[0-9a-f-]{36}$/.test(id)
  const [name] = isId && existsSync(folder) ? readdirSync(folder) : []
  if (name === undefined) {
    throw new Failure('no such upload', { code: 'run/upload-unknown', params: { upload: id } })
  }
  const path = join(folder, name)
  return { id, name, path, bytes: statSync(path).size }
}

/** Removes an upload that has been loaded. */
export function dropUpload(programme: OpenProgramme, id: string): void {
  rmSync(join(uploadsFolder(programme), id), { recursive: true, force: true })
}

function quota(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= MAX_BYTES) {
        done(undefined, chunk)
        return
      }
      const params = { limit: MAX_BYTES }
      done(new Failure('upload too large', { code: 'run/upload-too-large', params }))
    },
  })
}

/** The last part of the name, without what could leave the folder or hide. */
function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120)
  return plain === '' ? 'upload.csv' : plain
}

function uploadsFolder(programme: OpenProgramme): string {
  const folder = join(programme.dataDir, 'uploads')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

function sweep(root: string): void {
  for (const id of readdirSync(root)) {
    const folder = join(root, id)
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
