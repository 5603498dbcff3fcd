/** Rows set aside: written with line, column, reason and raw text; read back by page, or mended and taken again. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure, type Issue, type Locale } from '../../../core/base/index.ts'
import { sql } from '../../../core/sql/index.ts'
import type { Analytics } from '../../store/index.ts'
import type { Detection } from '../detect/detection.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { cellText, createSplitter, type Dialect, type RecordView } from '../read/split.ts'
import { readHead, type Source } from '../read/source.ts'
import { rejects } from '../stage/counts.ts'
import type { Reason } from '../stage/typed.ts'
import { reasonWords } from '../words/index.ts'

/** What a later `--retry` must know; written beside the rows. */
export interface QuarantineNote {
  readonly load: number
  /** Loads this one continues, oldest first. */
  readonly ancestors: readonly number[]
  readonly file: string
  readonly detection: Omit<Detection, 'findings'>
  readonly mapping: Mapping
}

export interface QuarantineRow {
  readonly line: number
  readonly column: string
  readonly code: string
  readonly reason: string
  readonly raw: string
}

const HEADER = 'line,column,code,reason,raw\n'
const DIALECT = { delimiter: 44, quote: 34, newline: 10, cells: 5 }

/** Where the rows of a load lie. */
export function quarantinePath(folder: string, load: number): string {
  return join(folder, `${load}.csv`)
}

function notePath(path: string): string {
  return path.replace(/\.csv$/, '') + '.json'
}

interface WriteOptions {
  readonly analytics: Analytics
  readonly load: number
  readonly reasons: readonly Reason[]
  readonly detection: Detection
  readonly path: string
  readonly note: QuarantineNote
  readonly locale: Locale
  /** The file once more: raw texts are fetched by a second pass over it. */
  readonly source: Source
  readonly signal?: AbortSignal | undefined
}

/** Writes the rows a load sets aside, in the order of the file. Cost: one more pass over the file. */
export async function writeQuarantine(options: WriteOptions): Promise<number> {
  const { detection, path, reasons, locale, source } = options
  const wanted = await fetchRejects(options)
  mkdirSync(dirname(path), { recursive: true })
  const out = createWriteStream(path, { mode: 0o600 })
  const failed = once(out, 'error').then(([error]) => {
    throw error
  })
  failed.catch(() => undefined)
  out.write(HEADER)
  let next = 0
  let pending = ''
  const skip = detection.header ? 1 : 0
  const onRecord = (record: RecordView): void => {
    if (record.ordinal - skip !== wanted.ordinals[next]) return
    const reason = reasons[wanted.reasons[next] ?? 0]
    next++
    if (reason === undefined) return
    const cells = [String(record.line), reason.column, reason.code, reasonWords(reason, locale)]
    pending += `${[...cells, rawText(record)].map(quoted).join(',')}\n`
  }
  const splitter = createSplitter(detection.dialect, onRecord)
  const flush = async (): Promise<void> => {
    if (pending === '') return
    const ready = out.write(pending)
    pending = ''
    if (!ready) await Promise.race([once(out, 'drain'), failed])
  }
  try {
    for await (const chunk of source.chunks) {
      options.signal?.throwIfAborted()
      splitter.push(chunk)
      await flush()
      if (next >= wanted.ordinals.length) break
    }
    splitter.end()
    await flush()
  } finally {
    source.close()
    out.end()
  }
  await Promise.race([once(out, 'close'), failed])
  writeFileSync(notePath(path), JSON.stringify(options.note), { mode: 0o600 })
  return next
}

/** Bytes that are no UTF-8 are shown one character per byte, so that none is lost. */
function rawText(record: RecordView): string {
  const bytes = record.buffer.subarray(record.from, record.to)
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Numbers and reasons of the records set aside, in the order of the file. */
async function fetchRejects({ analytics, load }: WriteOptions): Promise<{
  readonly ordinals: Uint32Array
  readonly reasons: Uint16Array
}> {
  const all = rejects(analytics, load)
  const [count] = await analytics.query<{ n: string }>(sql`SELECT count() AS n FROM (${all})`)
  const size = Number(count?.n ?? 0)
  const ordinals = new Uint32Array(size)
  const reasons = new Uint16Array(size)
  const rows = await analytics.stream(
    sql`SELECT toUInt32(ordinal), toUInt16(reason) FROM (${all}) ORDER BY ordinal`,
    'RowBinary',
  )
  let rest: Buffer = Buffer.alloc(0)
  let n = 0
  for await (const chunk of rows) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    let at = 0
    for (; at + 6 <= bytes.length; at += 6) {
      ordinals[n] = bytes.readUInt32LE(at)
      reasons[n] = bytes.readUInt16LE(at + 4)
      n++
    }
    rest = bytes.subarray(at)
  }
  return { ordinals, reasons }
}

/** What was remembered for a quarantine file. Throws `intake/quarantine-unknown`. */
export function readNote(path: string): QuarantineNote {
  const file = notePath(path)
  if (!existsSync(file)) {
    throw new Failure('no note beside the quarantine file', {
      code: 'intake/quarantine-unknown',
      params: { file: path },
    })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as QuarantineNote
}

async function eachRow(path: string, onRow: (row: QuarantineRow) => boolean): Promise<void> {
  let header = true
  let open = true
  const splitter = createSplitter(DIALECT, (record) => {
    if (header) {
      header = false
      return
    }
    if (!open) return
    const [line = '', column = '', code = '', reason = '', raw = ''] = Array.from(
      { length: record.count },
      (_, n) => cellText(record, n, DIALECT.quote),
    )
    open = onRow({ line: Number(line), column, code, reason, raw })
  })
  for await (const chunk of createReadStream(path)) {
    splitter.push(chunk as Buffer)
    if (!open) return
  }
  splitter.end()
}

/** Rows of a quarantine file from the `after`th on, at most `limit`, and how many there are in all. */
export async function readQuarantine(
  path: string,
  page: { readonly after: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly QuarantineRow[] }> {
  const rows: QuarantineRow[] = []
  let total = 0
  await eachRow(path, (row) => {
    if (total >= page.after && rows.length < page.limit) rows.push(row)
    total++
    return true
  })
  return { total, rows }
}

/** How a mended quarantine file is written: a spreadsheet may have put `;` or tabs between its cells. */
async function mendedDialect(path: string): Promise<Dialect | undefined> {
  const head = (await readHead(path, 1024)).toString('utf8').replace(/^\uFEFF/, '')
  const [first = ''] = head.split(/\r?\n/, 1)
  const names = first.replaceAll('"', '')
  const mark = [',', ';', '\t'].find((one) => names === HEADER.trim().replaceAll(',', one))
  return mark === undefined ? undefined : { ...DIALECT, delimiter: mark.charCodeAt(0) }
}

/** What keeps a mended quarantine file from being read: without its first line a row would be lost. */
export async function checkMended(path: string): Promise<readonly Issue[]> {
  const { size } = await stat(path)
  if (size > 0 && (await mendedDialect(path)) !== undefined) return []
  return [{ code: 'intake/quarantine-header', severity: 'error', params: { file: path } }]
}

/** The raw texts of a (mended) quarantine file as the bytes of a file like the one they came from, without header. */
export async function* mendedBytes(path: string): AsyncGenerator<Buffer> {
  const splitterRows: string[] = []
  let header = true
  const dialect = (await mendedDialect(path)) ?? DIALECT
  const splitter = createSplitter(dialect, (record) => {
    // A row that was spoilt while mending goes on as it is, to be set aside again rather than lost.
    const raw = record.flaw === '' ? cellText(record, 4, DIALECT.quote) : ''
    if (!header) splitterRows.push(raw.trim() === '' ? rawText(record) : raw)
    header = false
  })
  const ready = (): Buffer => {
    const text = splitterRows.splice(0).map((row) => `${row}\n`)
    return Buffer.from(text.join(''))
  }
  for await (const chunk of createReadStream(path)) {
    splitter.push(chunk as Buffer)
    yield ready()
  }
  splitter.end()
  yield ready()
}
