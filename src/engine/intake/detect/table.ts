/** Finds the delimiter, the quote and the header of a text table. */
import { cellText, createSplitter, type Dialect, type RecordView } from '../read/split.ts'
import type { Flawed } from './detection.ts'
import { isDateText, isNumberText } from './values.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
const QUOTE = 34

export interface SplitSample {
  readonly rows: string[][]
  readonly lines: number[]
  readonly flawed: number
  /** The first records that cannot be split. */
  readonly flaws: Flawed[]
}

const KEPT_FLAWS = 20

/** The first `limit` records of a sample as texts; a record that the sample's end cuts is left out. */
export function splitSample(
  text: Buffer,
  dialect: Dialect,
  { whole, limit }: { readonly whole: boolean; readonly limit: number },
): SplitSample {
  const rows: string[][] = []
  const lines: number[] = []
  let flawed = 0
  const flaws: Flawed[] = []
  const splitter = createSplitter(dialect, (record) => {
    if (record.flaw !== '') {
      flawed++
      if (flaws.length < KEPT_FLAWS) {
        const raw = record.buffer.toString(
          'utf8',
          record.from,
          Math.min(record.to, record.from + 2000),
        )
        flaws.push({ line: record.line, code: record.flaw, raw })
      }
      return
    }
    if (rows.length >= limit) return
    rows.push(Array.from({ length: record.count }, (_, n) => cellText(record, n, dialect.quote)))
    lines.push(record.line)
  })
  splitter.push(text)
  if (whole) splitter.end()
  return { rows, lines, flawed, flaws }
}

/** Cells that are properly quoted. */
function quotedCells(record: RecordView, { quote }: Dialect): number {
  let count = 0
  for (let n = 0; n < record.count; n++) {
    const start = record.starts[n] ?? 0
    if (start > record.from && record.buffer[start - 1] === quote) count++
  }
  return count
}

/** Enough for thousands of rows; each of eight readings is tried on them. */
const TRIAL_BYTES = 524_288

export interface TableGuess {
  readonly delimiter: string
  readonly quote: '"' | ''
  readonly newline: 10 | 13
  readonly cells: number
  /** Share of records that have this many cells. */
  readonly share: number
  /** Another delimiter that splits as well; '' when there is none. */
  readonly rival: string
}

/** Tries the usual delimiters, with and without quotes, and takes the one whose records are most alike. */
export function guessTable(
  text: Buffer,
  whole: boolean,
  given: { readonly delimiter?: string | undefined; readonly quote?: string | undefined },
): TableGuess {
  const newline = text.includes(10) || !text.includes(13) ? 10 : 13
  const delimiters = given.delimiter === undefined ? DELIMITERS : [given.delimiter]
  const quotes =
    given.quote === undefined ? (['"', ''] as const) : ([given.quote === '' ? '' : '"'] as const)
  const trial = text.subarray(0, TRIAL_BYTES)
  const isWhole = whole && trial.length === text.length
  const tries = delimiters.flatMap((delimiter) =>
    quotes.map((quote) => tryTable(trial, isWhole, { delimiter, quote, newline })),
  )
  // Quotes are believed in unless no cell is properly quoted and they break records that are whole without them.
  const sorted = tries.toSorted((a, b) => b.score - a.score)
  const best = sorted[0]
  if (best === undefined)
    return { delimiter: ',', quote: '"', newline, cells: 1, share: 1, rival: '' }
  const rival = sorted.find((t) => t.delimiter !== best.delimiter && t.score > best.score - 0.02)
  const { score: _, ...guess } = best
  return { ...guess, rival: rival === undefined || rival.cells < 2 ? '' : rival.delimiter }
}

function tryTable(
  text: Buffer,
  whole: boolean,
  how: Pick<TableGuess, 'delimiter' | 'quote' | 'newline'>,
): Omit<TableGuess, 'rival'> & { readonly score: number } {
  const dialect = {
    delimiter: how.delimiter.charCodeAt(0),
    quote: how.quote === '' ? -1 : QUOTE,
    newline: how.newline,
  }
  const counts = new Map<number, number>()
  let [records, flawed, quoted, header] = [0, 0, 0, 1]
  const splitter = createSplitter(dialect, (record) => {
    records++
    if (record.flaw !== '') {
      flawed++
      return
    }
    if (counts.size === 0) header = record.count
    quoted += quotedCells(record, dialect)
    counts.set(record.count, (counts.get(record.count) ?? 0) + 1)
  })
  splitter.push(text)
  if (whole) splitter.end()
  const [cells = 1, most = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const share = records === 0 ? 0 : most / records
  const isHeaderAlike = header === cells
  const isSplit = cells > 1
  const score =
    share +
    (isHeaderAlike ? 0.5 : 0) +
    (isSplit ? 1 : 0) +
    (how.quote === '' ? 0 : quoted > 0 || flawed < 2 ? 1 : 0.01)
  return { ...how, cells, share, score }
}

export interface HeaderGuess {
  readonly header: boolean
  readonly certain: boolean
  readonly evidence: string
}

const isTyped = (t: string): boolean => isNumberText(t) || isDateText(t)

/** Whether the first row names the columns: names are words, and unlike what stands below them. */
export function guessHeader(rows: readonly (readonly string[])[]): HeaderGuess {
  const [first, ...rest] = rows
  if (first === undefined) return { header: true, certain: true, evidence: 'intake/evidence-words' }
  const given = first.filter((t) => t !== '')
  if (given.some(isTyped))
    return { header: false, certain: true, evidence: 'intake/evidence-values' }
  const isUnique = new Set(given).size === given.length && given.length === first.length
  const below = rest.slice(0, 200)
  const hasTypedColumn = first.some((_, n) => {
    const column = below.map((row) => row[n] ?? '').filter((t) => t !== '')
    return column.length > 0 && column.filter(isTyped).length > column.length / 2
  })
  if (isUnique && hasTypedColumn) {
    return { header: true, certain: true, evidence: 'intake/evidence-unlike' }
  }
  const recurs = first.some((t, n) => t !== '' && below.some((row) => row[n] === t))
  if (recurs) return { header: false, certain: false, evidence: 'intake/evidence-recurs' }
  const areNames = first.every((t) => /^[\p{L}_][\p{L}\p{N}_ .()#%/-]{0,60}$/u.test(t))
  const hasSign = first.some((t) =>
    /_|^[a-z]+[A-Z]|\b(id|name|date|email|code|tipo|nome|nombre|nom|fecha|data|cliente|client|customer)\b/i.test(
      t,
    ),
  )
  return {
    header: isUnique && areNames,
    certain: isUnique && areNames && hasSign,
    evidence: 'intake/evidence-words',
  }
}
