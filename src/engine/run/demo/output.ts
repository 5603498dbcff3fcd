/** Files written as text grows: memory stays flat, every file has its rows, bytes and digest counted. */
import { createHash, type Hash } from 'node:crypto'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A file being written: append to `text`, count in `rows`; `drain` takes the text away. */
export interface Draft {
  text: string
  rows: number
}

/** What was written. `sha256` is of the bytes on disk. */
export interface WrittenFile {
  readonly file: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

interface Opened {
  readonly path: string
  readonly draft: Draft
  readonly handle: FileHandle
  readonly hash: Hash
  readonly pool: Buffer
  filled: number
  bytes: number
}

export interface Output {
  /** Opens a file below the folder; `header` is not counted as a row. */
  readonly draft: (path: string, header?: string) => Promise<Draft>
  /** Takes the gathered text away, often; a promise only when something has to go to disk. */
  readonly drain: () => Promise<void> | undefined
  readonly close: () => Promise<void>
  /** What was written; after `close`. */
  readonly written: () => readonly WrittenFile[]
}

// Text is turned into bytes while it is young and short: long-lived ropes cost more to collect than to write.
const GATHER_CHARS = 8 * 1024
const POOL_BYTES = 512 * 1024
const packed = promisify(gzip)

function encode(file: Opened, text: string): void {
  file.filled += file.pool.write(text, file.filled)
}

async function flush(file: Opened, compress: boolean): Promise<void> {
  if (file.filled === 0) return
  const plain = file.pool.subarray(0, file.filled)
  const bytes = compress ? await packed(plain, { level: 6 }) : plain
  file.hash.update(bytes)
  file.bytes += bytes.length
  await file.handle.write(bytes)
  file.filled = 0
}

/** Encodes all of a draft, flushing as often as its bytes may not fit; UTF-8 needs at most three a character. */
async function empty(file: Opened, compress: boolean): Promise<void> {
  const { text } = file.draft
  file.draft.text = ''
  for (let from = 0; from < text.length; from += POOL_BYTES / 4) {
    await flush(file, compress)
    encode(file, text.slice(from, from + POOL_BYTES / 4))
  }
  await flush(file, compress)
}

function isPacked(path: string): boolean {
  return path.endsWith('.gz')
}

/** With `gzip`, files below `data/` get `.gz` and consist of several members, as concatenated archives do. */
export function openOutput(folder: string, options: { readonly gzip: boolean }): Output {
  const files: Opened[] = []
  return {
    draft: async (path, header) => {
      const name = options.gzip && path.startsWith('data/') ? `${path}.gz` : path
      await mkdir(dirname(join(folder, name)), { recursive: true })
      const handle = await open(join(folder, name), 'w')
      const draft = { text: header === undefined ? '' : `${header}\n`, rows: 0 }
      const pool = Buffer.allocUnsafe(POOL_BYTES)
      const hash = createHash('sha256')
      files.push({ path: name, draft, handle, hash, pool, filled: 0, bytes: 0 })
      return draft
    },
    drain: () => {
      let full: Opened[] | undefined
      for (const file of files) {
        const { text } = file.draft
        if (text.length < GATHER_CHARS) continue
        if (file.filled + text.length * 3 > POOL_BYTES) (full ??= []).push(file)
        else {
          encode(file, text)
          file.draft.text = ''
        }
      }
      return full === undefined ? undefined : emptyAll(full)
    },
    close: async () => {
      for (const file of files) {
        await empty(file, isPacked(file.path))
        await file.handle.close()
      }
    },
    written: () =>
      files.map((f) => ({
        file: f.path,
        rows: f.draft.rows,
        bytes: f.bytes,
        sha256: f.hash.copy().digest('hex'),
      })),
  }
}

async function emptyAll(files: readonly Opened[]): Promise<void> {
  for (const file of files) await empty(file, isPacked(file.path))
}
