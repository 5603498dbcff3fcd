/** Cuts bytes into numbered records without ever losing the row after a broken one. */
import { isUtf8 } from 'node:buffer'

/** Bytes that shape a text table; -1 means there is none. */
export interface Dialect {
  readonly delimiter: number
  readonly quote: number
  /** 10, or 13 for files that end lines with a bare carriage return. */
  readonly newline: number
  /** Records with another number of cells are flawed; absent: any number is fine. */
  readonly cells?: number
}

/** What can be wrong with a record before its values are looked at. */
export type Flaw =
  | ''
  | 'intake/bad-quote'
  | 'intake/wrong-cell-count'
  | 'intake/bad-bytes'
  | 'intake/too-long'

/**
 * One record, valid only during the call that hands it over. Cell n lies at `starts[n]` to `ends[n]` of
 * `buffer`; `doubled[n]` is 1 when it holds doubled quotes. A flawed record has the cells read up to the flaw.
 */
export interface RecordView {
  buffer: Buffer
  starts: Int32Array
  ends: Int32Array
  doubled: Uint8Array
  count: number
  /** Line of the file the record starts on, from 1. */
  line: number
  /** Number of the record, from 0; blank lines are no records. */
  ordinal: number
  from: number
  to: number
  flaw: Flaw
}

export interface Splitter {
  push(chunk: Buffer): void
  /** Call once after the last chunk. */
  end(): void
}

/** A record longer than this is set aside; a quote that is not closed within it is a bad one. */
export const MAX_RECORD_BYTES = 1_048_576
/** More columns than any file we know of has. */
export const MAX_CELLS = 4096
/** From this many cells on, a whole good-looking row inside a quoted cell betrays a quote left open above it. */
const BETRAYING_CELLS = 4

const SPACE = 32
const TAB = 9

/**
 * Hands over each record of a UTF-8 stream in order. A quote opens a quoted cell only as its first byte;
 * elsewhere it is an ordinary character. When quoting goes wrong, or a record over several lines has the
 * wrong number of cells, only the line it started on is set aside and reading resumes on the next one.
 * Cost: linear in the bytes.
 */
export function createSplitter(dialect: Dialect, onRecord: (record: RecordView) => void): Splitter {
  const { delimiter, quote, newline } = dialect
  const expected = dialect.cells ?? -1
  const starts = new Int32Array(MAX_CELLS)
  const ends = new Int32Array(MAX_CELLS)
  const doubled = new Uint8Array(MAX_CELLS)
  const view: RecordView = {
    buffer: Buffer.alloc(0),
    starts,
    ends,
    doubled,
    count: 0,
    line: 1,
    ordinal: 0,
    from: 0,
    to: 0,
    flaw: '',
  }
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  let ordinal = 0
  /** True while the tail of a line that was too long is being skipped. */
  let skipping = false
  // Outputs of `parse`, kept outside so that no object is made per record.
  let next = 0
  let lines = 0
  let flaw: Flaw = ''
  let count = 0
  let ended = 0

  /** Reads the record at `from`; false when more bytes are needed. Fills the outputs above. */
  function parse(buffer: Buffer, from: number, limit: number, final: boolean): boolean {
    let p = from
    count = 0
    lines = 1
    flaw = ''
    for (;;) {
      if (count >= MAX_CELLS) return giveUp(buffer, from, limit, final, 'intake/wrong-cell-count')
      doubled[count] = 0
      if (quote !== -1 && p < limit && buffer[p] === quote) {
        let q = p + 1
        for (;;) {
          const found = buffer.indexOf(quote, q)
          if (found === -1 || found >= limit) {
            if (!final && limit - from < MAX_RECORD_BYTES) return false
            return giveUp(buffer, from, limit, final, 'intake/bad-quote')
          }
          if (found + 1 >= limit && !final) return false
          if (found + 1 < limit && buffer[found + 1] === quote) {
            doubled[count] = 1
            q = found + 2
            continue
          }
          q = found
          break
        }
        if (q - from > MAX_RECORD_BYTES) {
          return giveUp(buffer, from, limit, final, 'intake/bad-quote')
        }
        starts[count] = p + 1
        ends[count] = q
        lines += newlinesIn(buffer, p + 1, q)
        if (lines > 2 && holdsRow(buffer, p + 1, q)) {
          return giveUp(buffer, from, limit, final, 'intake/bad-quote')
        }
        p = q + 1
        if (p + 1 >= limit && !final) return false
        if (
          p < limit &&
          newline === 10 &&
          buffer[p] === 13 &&
          (p + 1 >= limit || buffer[p + 1] === 10)
        )
          p++
        if (p < limit && buffer[p] !== delimiter && buffer[p] !== newline) {
          return giveUp(buffer, from, limit, final, 'intake/bad-quote')
        }
      } else {
        starts[count] = p
        let byte = -1
        while (p < limit) {
          byte = buffer[p] ?? -1
          if (byte === delimiter || byte === newline) break
          p++
        }
        if (p >= limit && !final) {
          if (limit - from < MAX_RECORD_BYTES) return false
          return giveUp(buffer, from, limit, final, 'intake/too-long')
        }
        const start = starts[count] ?? 0
        ends[count] =
          newline === 10 && p > start && byte !== delimiter && buffer[p - 1] === 13 ? p - 1 : p
      }
      count++
      if (p >= limit) {
        next = limit
        ended = limit
        break
      }
      if (buffer[p] === newline) {
        next = p + 1
        ended = newline === 10 && p > from && buffer[p - 1] === 13 ? p - 1 : p
        break
      }
      p++
    }
    if (expected !== -1 && count !== expected) {
      if (lines > 1) return giveUp(buffer, from, limit, final, 'intake/wrong-cell-count')
      flaw = 'intake/wrong-cell-count'
    }
    return true
  }

  /** Sets the line at `from` aside, keeping the cells that were complete before the flaw. */
  function giveUp(buffer: Buffer, from: number, limit: number, final: boolean, why: Flaw): boolean {
    let end = buffer.indexOf(newline, from)
    if (end === -1 || end >= limit) {
      if (!final && limit - from < MAX_RECORD_BYTES) return false
      end = limit
      skipping = !final
    }
    while (count > 0 && (ends[count - 1] ?? 0) > end) count--
    flaw = why
    lines = 1
    ended = end > from && newline === 10 && buffer[end - 1] === 13 ? end - 1 : end
    next = Math.min(end + 1, limit)
    return true
  }

  function newlinesIn(buffer: Buffer, from: number, to: number): number {
    let n = 0
    for (
      let p = buffer.indexOf(newline, from);
      p !== -1 && p < to;
      p = buffer.indexOf(newline, p + 1)
    )
      n++
    return n
  }

  /** Whether a whole line inside a quoted cell has as many cells as a row should. */
  function holdsRow(buffer: Buffer, from: number, to: number): boolean {
    if (expected < BETRAYING_CELLS) return false
    let start = buffer.indexOf(newline, from) + 1
    for (;;) {
      const end = buffer.indexOf(newline, start)
      if (end === -1 || end >= to) return false
      let cells = 1
      for (let p = start; p < end; p++) if (buffer[p] === delimiter) cells++
      if (cells === expected) return true
      start = end + 1
    }
  }

  function scan(buffer: Buffer, final: boolean): number {
    const limit = buffer.length
    let p = 0
    if (skipping) {
      const end = buffer.indexOf(newline)
      if (end === -1) return limit
      skipping = false
      p = end + 1
    }
    const whole = final ? limit : buffer.lastIndexOf(newline) + 1
    const clean = isUtf8(buffer.subarray(p, whole))
    view.buffer = buffer
    while (p < limit) {
      if (isBlank(buffer, p, limit)) {
        const end = buffer.indexOf(newline, p)
        if (end === -1) return final ? limit : p
        p = end + 1
        line++
        continue
      }
      if (!parse(buffer, p, limit, final)) return p
      if (!clean && flaw === '' && !isUtf8(buffer.subarray(p, ended))) flaw = 'intake/bad-bytes'
      view.count = count
      view.line = line
      view.ordinal = ordinal++
      view.from = p
      view.to = ended
      view.flaw = flaw
      onRecord(view)
      line += lines
      p = next
      if (skipping) return limit
    }
    return p
  }

  function isBlank(buffer: Buffer, from: number, limit: number): boolean {
    let p = from
    while (p < limit && buffer[p] !== delimiter && (buffer[p] === SPACE || buffer[p] === TAB)) p++
    if (p < limit && newline === 10 && buffer[p] === 13) p++
    return p >= limit || buffer[p] === newline
  }

  return {
    push(chunk) {
      const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      rest = Buffer.from(buffer.subarray(scan(buffer, false)))
    },
    end() {
      if (rest.length > 0) scan(rest, true)
      rest = Buffer.alloc(0)
    },
  }
}

/** The text of a cell, with doubled quotes made single. */
export function cellText(record: RecordView, n: number, quote: number): string {
  const text = record.buffer.toString('utf8', record.starts[n], record.ends[n])
  if (record.doubled[n] !== 1) return text
  const mark = String.fromCharCode(quote)
  return text.replaceAll(mark + mark, mark)
}
