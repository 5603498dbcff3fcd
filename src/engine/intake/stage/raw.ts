/** Sends records as text to a staging table, in the engine's own binary row format, at the engine's pace. */
import { Readable } from 'node:stream'
import type { Analytics } from '../../store/index.ts'
import type { Detection } from '../detect/detection.ts'
import { createSplitter, type Flaw, type RecordView } from '../read/split.ts'
import type { Source } from '../read/source.ts'
import { createJsonRows } from '../read/ndjson.ts'
import { createRowWriter, FLUSH_BYTES, type RowWriter } from '../read/row-writer.ts'

/** What the reader found wrong, as stored in `flaw`; 0 is nothing. */
export const FLAWS: readonly Flaw[] = [
  '',
  'intake/bad-quote',
  'intake/wrong-cell-count',
  'intake/bad-bytes',
  'intake/too-long',
]
/** NDJSON only; follows the flaws of the splitter. */
export const BAD_JSON: number = FLAWS.length

/** A cell longer than this is set aside. */
export const MAX_CELL_BYTES = 262_144

/** Name of a staging table of a load. */
export function stageTable(load: number, what: string): string {
  return `stage_${load}_${what}`
}

/** Column of the staging table for the nth column that is used. */
export function rawColumn(n: number): string {
  return `f${n}`
}

/** Creates the raw staging table. */
export async function createRaw(analytics: Analytics, load: number, fields: number): Promise<void> {
  await analytics.tables.create({
    name: stageTable(load, 'raw'),
    columns: [
      { name: 'ordinal', type: 'UInt64' },
      { name: 'line', type: 'UInt64' },
      { name: 'sub', type: 'UInt32' },
      { name: 'flaw', type: 'UInt8' },
      ...Array.from({ length: fields }, (_, n) => ({ name: rawColumn(n), type: 'String' })),
    ],
    orderBy: ['ordinal', 'sub'],
  })
}

/** Called as records pass; counts are of this file so far. */
export type OnRecords = (records: number, flawed: number) => void

/** Makes the rows of a text file: `onBytes` splits a chunk, `take` gives what is ready. */
export function createRows(
  detection: Detection,
  columns: readonly string[],
  each: string | undefined,
  onRecords: OnRecords,
): { push(chunk: Buffer): void; end(): void; take(all: boolean): Buffer[] } {
  const writer = createRowWriter()
  let records = 0
  let flawed = 0
  const count = (isFlawed: boolean): void => {
    records++
    if (isFlawed) flawed++
    if (records % 65_536 === 0) onRecords(records, flawed)
  }
  const onRecord =
    detection.type === 'ndjson'
      ? createJsonRows(writer, columns, each, count)
      : createTableRows(writer, detection, columns, count)
  const splitter = createSplitter(detection.dialect, onRecord)
  return {
    push: (chunk) => splitter.push(chunk),
    end() {
      splitter.end()
      onRecords(records, flawed)
    },
    take: (all) => writer.take(all),
  }
}

function createTableRows(
  writer: RowWriter,
  detection: Detection,
  columns: readonly string[],
  count: (flawed: boolean) => void,
): (record: RecordView) => void {
  const places = columns.map((name) => detection.columns.indexOf(name))
  const { quote } = detection.dialect
  const mark = String.fromCharCode(quote)
  const skip = detection.header ? 1 : 0
  return (record) => {
    if (record.ordinal < skip) return
    let flaw = FLAWS.indexOf(record.flaw)
    for (let n = 0; flaw === 0 && n < record.count; n++) {
      if ((record.ends[n] ?? 0) - (record.starts[n] ?? 0) > MAX_CELL_BYTES) {
        flaw = FLAWS.indexOf('intake/too-long')
      }
    }
    writer.begin(record.ordinal - skip, record.line, 0, flaw)
    for (const place of places) {
      const start = place < 0 || place >= record.count ? 0 : (record.starts[place] ?? 0)
      const end = place < 0 || place >= record.count ? 0 : (record.ends[place] ?? 0)
      if (flaw === FLAWS.indexOf('intake/too-long')) writer.text('')
      else if (end > start && record.doubled[place] === 1) {
        const text = record.buffer.toString('utf8', start, end)
        writer.text(text.replaceAll(mark + mark, mark))
      } else writer.cell(record.buffer, start, end)
    }
    count(flaw !== 0)
  }
}

/** Streams a text file into the raw table; back-pressure reaches the file. Aborts between chunks. */
export async function insertRaw(
  analytics: Analytics,
  options: {
    readonly load: number
    readonly source: Source
    readonly detection: Detection
    readonly columns: readonly string[]
    readonly each?: string | undefined
    readonly onRecords: OnRecords
    readonly signal?: AbortSignal | undefined
  },
): Promise<void> {
  const { source, signal } = options
  const rows = createRows(options.detection, options.columns, options.each, options.onRecords)
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of source.chunks) {
        signal?.throwIfAborted()
        rows.push(chunk)
        yield* rows.take(false)
      }
      rows.end()
      yield* rows.take(true)
    } finally {
      source.close()
    }
  }
  await analytics.insert(
    { table: stageTable(options.load, 'raw'), format: 'RowBinary' },
    Readable.from(bytes(), { objectMode: false, highWaterMark: 4 * FLUSH_BYTES }),
    signal === undefined ? {} : { signal },
  )
}
