/** Writes rows in ClickHouse's RowBinary format. */

/** Buffers are handed on when they reach this size. */
export const FLUSH_BYTES = 1_048_576
const HEAD_BYTES = 8 + 8 + 4 + 1

/** Rows of the raw table as bytes. */
export interface RowWriter {
  begin(ordinal: number, line: number, sub: number, flaw: number): void
  cell(from: Buffer, start: number, end: number): void
  text(text: string): void
  /** Buffers that are full; the last call of a stream takes what is left with `all`. */
  take(all: boolean): Buffer[]
}

/** A writer of RowBinary rows. */
export function createRowWriter(): RowWriter {
  const full: Buffer[] = []
  let buffer = Buffer.allocUnsafe(FLUSH_BYTES)
  let at = 0
  const reserve = (bytes: number): void => {
    if (at + bytes <= buffer.length) return
    if (at > 0) full.push(buffer.subarray(0, at))
    buffer = Buffer.allocUnsafe(Math.max(FLUSH_BYTES, bytes))
    at = 0
  }
  const length = (n: number): void => {
    let left = n
    while (left > 127) {
      buffer[at++] = (left & 127) | 128
      left >>>= 7
    }
    buffer[at++] = left
  }
  const integer = (n: number): void => {
    buffer.writeUInt32LE(n % 4_294_967_296, at)
    buffer.writeUInt32LE(Math.floor(n / 4_294_967_296), at + 4)
    at += 8
  }
  return {
    begin(ordinal, line, sub, flaw) {
      reserve(HEAD_BYTES)
      integer(ordinal)
      integer(line)
      buffer.writeUInt32LE(sub, at)
      at += 4
      buffer[at++] = flaw
    },
    cell(from, start, end) {
      const size = end - start
      reserve(size + 5)
      length(size)
      if (size < 32) for (let p = start; p < end; p++) buffer[at++] = from[p] ?? 0
      else at += from.copy(buffer, at, start, end)
    },
    text(text) {
      const size = Buffer.byteLength(text)
      reserve(size + 5)
      length(size)
      at += buffer.write(text, at)
    },
    take(all) {
      if (all && at > 0) {
        full.push(buffer.subarray(0, at))
        buffer = Buffer.allocUnsafe(FLUSH_BYTES)
        at = 0
      }
      return full.splice(0)
    },
  }
}
