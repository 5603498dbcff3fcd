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

/** Answers of the cell readers that are no positions. */
const NEED_MORE = -1
const BAD_QUOTE = -2

const SPACE = 32
const TAB = 9

/**
 * Hands over each record of a UTF-8 stream in order. A quote opens a quoted cell only as its first byte;
 * elsewhere it is an ordinary character. When quoting goes wrong, or a record over several lines has the
 * wrong number of cells, only the line it started on is set aside and reading resumes on the next one.
 * Cost: linear in the bytes.
 */
export function createSplitter(dialect: Dialect, onRecord: (record: RecordView) => void): Splitter {
  return new RecordReader(dialect, onRecord)
}

/** The state of reading: a class because its methods are called per cell and share the position. */
class RecordReader implements Splitter {
  readonly #dialect: Dialect
  readonly #onRecord: (record: RecordView) => void
  readonly #view: RecordView = {
    buffer: Buffer.alloc(0),
    starts: new Int32Array(MAX_CELLS),
    ends: new Int32Array(MAX_CELLS),
    doubled: new Uint8Array(MAX_CELLS),
    count: 0,
    line: 1,
    ordinal: 0,
    from: 0,
    to: 0,
    flaw: '',
  }
  #rest: Buffer = Buffer.alloc(0)
  #line = 1
  #ordinal = 0
  /** True while the tail of a line that was too long is being skipped. */
  #isSkipping = false
  /** Of the buffer in hand. */
  #limit = 0
  #isFinal = false
  /** Where the next record starts, and how many lines this one took. */
  #next = 0
  #lines = 1

  constructor(dialect: Dialect, onRecord: (record: RecordView) => void) {
    this.#dialect = dialect
    this.#onRecord = onRecord
  }

  push(chunk: Buffer): void {
    const buffer = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    this.#rest = Buffer.from(buffer.subarray(this.#scan(buffer, false)))
  }

  end(): void {
    if (this.#rest.length > 0) this.#scan(this.#rest, true)
    this.#rest = Buffer.alloc(0)
  }

  /** Reads every whole record; returns where the first incomplete one starts. */
  #scan(buffer: Buffer, isFinal: boolean): number {
    const { newline } = this.#dialect
    const view = this.#view
    const limit = buffer.length
    this.#limit = limit
    this.#isFinal = isFinal
    let p = 0
    if (this.#isSkipping) {
      const end = buffer.indexOf(newline)
      if (end === -1) return limit
      this.#isSkipping = false
      p = end + 1
    }
    const whole = isFinal ? limit : buffer.lastIndexOf(newline) + 1
    const isClean = isUtf8(buffer.subarray(p, whole))
    view.buffer = buffer
    while (p < limit) {
      if (this.#isBlank(p)) {
        const end = buffer.indexOf(newline, p)
        if (end === -1) return isFinal ? limit : p
        p = end + 1
        this.#line++
        continue
      }
      if (!this.#parse(p)) return p
      if (!isClean && view.flaw === '' && !isUtf8(buffer.subarray(p, view.to))) {
        view.flaw = 'intake/bad-bytes'
      }
      view.line = this.#line
      view.ordinal = this.#ordinal++
      view.from = p
      this.#onRecord(view)
      this.#line += this.#lines
      p = this.#next
      if (this.#isSkipping) return limit
    }
    return p
  }

  /** Reads the record at `from` into the view; false when more bytes are needed. */
  #parse(from: number): boolean {
    const { quote, newline, cells } = this.#dialect
    const view = this.#view
    const { buffer } = view
    const limit = this.#limit
    let p = from
    view.count = 0
    view.flaw = ''
    this.#lines = 1
    for (;;) {
      if (view.count >= MAX_CELLS) return this.#giveUp(from, 'intake/wrong-cell-count')
      const isQuoted = quote !== -1 && p < limit && buffer[p] === quote
      view.doubled[view.count] = 0
      const end = isQuoted ? this.#quotedCell(from, p) : this.#plainCell(p)
      if (end === NEED_MORE) {
        if (!this.#isFinal && limit - from < MAX_RECORD_BYTES) return false
        return this.#giveUp(from, isQuoted ? 'intake/bad-quote' : 'intake/too-long')
      }
      if (end === BAD_QUOTE) return this.#giveUp(from, 'intake/bad-quote')
      p = end
      view.count++
      if (p >= limit) {
        this.#next = limit
        view.to = limit
        break
      }
      if (buffer[p] === newline) {
        this.#next = p + 1
        view.to = newline === 10 && p > from && buffer[p - 1] === 13 ? p - 1 : p
        break
      }
      p++
    }
    if (cells === undefined || view.count === cells) return true
    if (this.#lines > 1) return this.#giveUp(from, 'intake/wrong-cell-count')
    view.flaw = 'intake/wrong-cell-count'
    return true
  }

  /** Notes the quoted cell whose quote stands at `p`; returns where its delimiter or line end stands. */
  #quotedCell(from: number, p: number): number {
    const { delimiter, quote, newline } = this.#dialect
    const view = this.#view
    const { buffer } = view
    const limit = this.#limit
    let q = p + 1
    for (;;) {
      q = buffer.indexOf(quote, q)
      if (q === -1 || q >= limit || (q + 1 >= limit && !this.#isFinal)) return NEED_MORE
      if (q + 1 >= limit || buffer[q + 1] !== quote) break
      view.doubled[view.count] = 1
      q += 2
    }
    if (q - from > MAX_RECORD_BYTES) return BAD_QUOTE
    view.starts[view.count] = p + 1
    view.ends[view.count] = q
    this.#lines += this.#newlinesIn(p + 1, q)
    if (this.#lines > 2 && this.#holdsRow(p + 1, q)) return BAD_QUOTE
    let end = q + 1
    if (end + 1 >= limit && !this.#isFinal) return NEED_MORE
    const isReturn = newline === 10 && end < limit && buffer[end] === 13
    if (isReturn && (end + 1 >= limit || buffer[end + 1] === 10)) end++
    const isEnded = end >= limit || buffer[end] === delimiter || buffer[end] === newline
    return isEnded ? end : BAD_QUOTE
  }

  /** Notes the cell without quotes at `start`; returns where its delimiter or line end stands. */
  #plainCell(start: number): number {
    const { delimiter, newline } = this.#dialect
    const view = this.#view
    const { buffer } = view
    const limit = this.#limit
    let p = start
    let byte = -1
    while (p < limit) {
      byte = buffer[p] ?? -1
      if (byte === delimiter || byte === newline) break
      p++
    }
    if (p >= limit && !this.#isFinal) return NEED_MORE
    const hasReturn = newline === 10 && p > start && byte !== delimiter && buffer[p - 1] === 13
    view.starts[view.count] = start
    view.ends[view.count] = hasReturn ? p - 1 : p
    return p
  }

  /** Sets the line at `from` aside, keeping the cells that were complete before the flaw. */
  #giveUp(from: number, why: Flaw): boolean {
    const { newline } = this.#dialect
    const view = this.#view
    const { buffer } = view
    const limit = this.#limit
    let end = buffer.indexOf(newline, from)
    if (end === -1 || end >= limit) {
      if (!this.#isFinal && limit - from < MAX_RECORD_BYTES) return false
      end = limit
      this.#isSkipping = !this.#isFinal
    }
    while (view.count > 0 && (view.ends[view.count - 1] ?? 0) > end) view.count--
    view.flaw = why
    view.to = end > from && newline === 10 && buffer[end - 1] === 13 ? end - 1 : end
    this.#lines = 1
    this.#next = Math.min(end + 1, limit)
    return true
  }

  #newlinesIn(from: number, to: number): number {
    const { buffer } = this.#view
    const { newline } = this.#dialect
    let n = 0
    for (let p = buffer.indexOf(newline, from); p !== -1 && p < to;) {
      n++
      p = buffer.indexOf(newline, p + 1)
    }
    return n
  }

  /** Whether a whole line inside a quoted cell has as many cells as a row should. */
  #holdsRow(from: number, to: number): boolean {
    const { newline, delimiter, cells = 0 } = this.#dialect
    if (cells < BETRAYING_CELLS) return false
    const { buffer } = this.#view
    for (let start = buffer.indexOf(newline, from) + 1; ;) {
      const end = buffer.indexOf(newline, start)
      if (end === -1 || end >= to) return false
      let found = 1
      for (let p = start; p < end; p++) if (buffer[p] === delimiter) found++
      if (found === cells) return true
      start = end + 1
    }
  }

  #isBlank(from: number): boolean {
    const { newline, delimiter } = this.#dialect
    const { buffer } = this.#view
    const limit = this.#limit
    let p = from
    while (p < limit && buffer[p] !== delimiter && (buffer[p] === SPACE || buffer[p] === TAB)) p++
    if (p < limit && newline === 10 && buffer[p] === 13) p++
    return p >= limit || buffer[p] === newline
  }
}

/** The text of a cell, with doubled quotes made single. */
export function cellText(record: RecordView, n: number, quote: number): string {
  const text = record.buffer.toString('utf8', record.starts[n], record.ends[n])
  if (record.doubled[n] !== 1) return text
  const mark = String.fromCharCode(quote)
  return text.replaceAll(mark + mark, mark)
}
