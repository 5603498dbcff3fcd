/** Opens a file as a stream of UTF-8 bytes: undoes gzip and zstd, and any usual encoding. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline, Transform, type Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import iconv from 'iconv-lite'
import { Failure } from '../../../core/base/index.ts'

export const COMPRESSIONS = ['none', 'gzip', 'zstd'] as const
export type Compression = (typeof COMPRESSIONS)[number]

/** A file being read; `bytesRead` counts bytes of the file as it lies on disk. */
export interface Source {
  readonly bytesTotal: number
  bytesRead(): number
  readonly chunks: AsyncIterable<Buffer>
  close(): void
}

const CHUNK_BYTES = 1_048_576

/** What the first bytes say of the compression. */
export function compressionOf(head: Buffer): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return 'zstd'
  return 'none'
}

/** First bytes of a file, or a failure `intake/unreadable-file` / `intake/empty-file`. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
      if (bytesRead > 0) return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw unreadable(path, cause)
  }
  throw new Failure('the file is empty', { code: 'intake/empty-file', params: { file: path } })
}

function unreadable(path: string, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new Failure('a file cannot be read', {
    code: 'intake/unreadable-file',
    params: { file: path, reason },
    cause,
  })
}

/** SHA-256 of the bytes on disk, in hex. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }))
      hash.update(chunk)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  return hash.digest('hex')
}

/** Decompressed bytes as they are, for detection and for formats that are not text. */
export function openBytes(path: string, compression: Compression): Omit<Source, 'bytesTotal'> {
  let read = 0
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length
      done(null, chunk)
    },
  })
  const streams: (Readable | Transform)[] = [file, counted]
  if (compression === 'gzip') streams.push(createGunzip({ chunkSize: CHUNK_BYTES }))
  if (compression === 'zstd') streams.push(createZstdDecompress({ chunkSize: CHUNK_BYTES }))
  // Errors surface through iteration of the last stream; `pipeline` passes them on and closes all of them.
  const last = pipeline(streams, () => {}) as unknown as Readable
  return {
    bytesRead: () => read,
    chunks: named(last, path),
    close: () => file.destroy(),
  }
}

async function* named(stream: Readable, path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** Text bytes as UTF-8 without a byte order mark. Bytes that are no UTF-8 stay as they are; the splitter finds them. */
export async function openSource(
  path: string,
  how: { readonly compression: Compression; readonly encoding: string },
): Promise<Source> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  const bytes = openBytes(path, how.compression)
  return { ...bytes, bytesTotal: size, chunks: toUtf8(bytes.chunks, how.encoding) }
}

/** Recodes a stream. Codes: `intake/unknown-encoding`. */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    let first = true
    for await (const chunk of chunks) {
      const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
      first = false
      yield marked ? chunk.subarray(3) : chunk
    }
    return
  }
  if (!iconv.encodingExists(encoding)) {
    throw new Failure('unknown encoding', {
      code: 'intake/unknown-encoding',
      params: { encoding },
    })
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const chunk of chunks) yield Buffer.from(decoder.write(chunk))
  const tail = decoder.end()
  if (tail !== undefined && tail !== '') yield Buffer.from(tail)
}

/** The first decompressed bytes of a file, at most `bytes`, and whether that is all of it. */
export async function readSample(
  path: string,
  compression: Compression,
  bytes: number,
): Promise<{ readonly sample: Buffer; readonly whole: boolean }> {
  const source = openBytes(path, compression)
  const parts: Buffer[] = []
  let length = 0
  let whole = true
  try {
    for await (const chunk of source.chunks) {
      parts.push(chunk)
      length += chunk.length
      if (length >= bytes) {
        whole = false
        break
      }
    }
  } finally {
    source.close()
  }
  return { sample: Buffer.concat(parts).subarray(0, bytes), whole }
}
