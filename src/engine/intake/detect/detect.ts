/** Looks at the beginning of a file and says how to read it, on what grounds, and what must be asked. */
import { Failure } from '../../../core/base/index.ts'
import type { DateOrder, FormatOverrides } from '../mapping/mapping.ts'
import { checkText } from '../read/contents.ts'
import { parseLine, pathsOf, textAt, valueAt } from '../read/ndjson.ts'
import { compressionOf, readHead, readSample, toUtf8 } from '../read/source.ts'
import type { Detection, Finding, Question, Sample } from './detection.ts'
import { guessEncoding } from './encoding.ts'
import { guessHeader, guessTable, splitSample } from './table.ts'
import {
  CLEAR_MARKS,
  DOUBTFUL_MARKS,
  isDateText,
  isNumberText,
  lookAt,
  voteDates,
  voteDecimal,
} from './values.ts'

/** Enough for tens of thousands of rows, looked at in about half a second. */
export const SAMPLE_BYTES = 4_194_304
const SAMPLE_ROWS = 20_000
/** Below this share of date-like texts a column holds something else: `3/3.25 OZ`. */
const DATE_SHARE = 0.8
/** So few dates of another order among those that start with the year are mistakes. */
const STRAY_SHARE = 0.05
/** A doubtful mark is asked about only where it is common. */
const COMMON_SHARE = 0.01

export interface Detected {
  readonly detection: Detection
  readonly sample: Sample
  readonly questions: readonly Question[]
}

/** A builder of findings: what was given wins over what was seen, and is said to be given. */
interface Findings {
  readonly list: Finding[]
  add(
    aspect: Finding['aspect'],
    value: string,
    evidence: string,
    certain?: boolean,
    params?: Finding['evidence']['params'],
  ): void
}

function createFindings(): Findings {
  const list: Finding[] = []
  return {
    list,
    add(aspect, value, evidence, certain = true, params = {}) {
      list.push({ aspect, value, evidence: { code: evidence, params }, certain })
    },
  }
}

const GIVEN = 'intake/evidence-given'

/**
 * Detects the format of a file. `given` overrides what it says. Throws `intake/empty-file`,
 * `intake/unreadable-file`, `intake/unknown-encoding`, `intake/json-array`, `intake/not-text`, `intake/no-rows`.
 */
export async function detectFile(path: string, given: FormatOverrides): Promise<Detected> {
  const compression = compressionOf(await readHead(path, 4))
  const { sample, whole } = await readSample(path, compression, SAMPLE_BYTES)
  if (sample.length === 0) {
    throw new Failure('the file is empty', { code: 'intake/empty-file', params: { file: path } })
  }
  const findings = createFindings()
  findings.add('compression', compression, 'intake/evidence-first-bytes')
  const guess = guessEncoding(sample)
  const encoding = given.encoding ?? guess.encoding
  if (given.encoding !== undefined) findings.add('encoding', encoding, GIVEN)
  else findings.add('encoding', encoding, guess.evidence, guess.certain, { bytes: guess.high })
  const text = await recode(sample, encoding)
  checkText(text, path)
  const first = text.toString('utf8', 0, 4096).trimStart()
  if (whole && text.toString('utf8').trim() === '') throw noRows(path)
  if (given.type === undefined && /^\[\s*[[{]/.test(first)) {
    throw new Failure('a JSON array, not one object per line', {
      code: 'intake/json-array',
      params: { file: path },
    })
  }
  const type = given.type ?? (first.startsWith('{') ? 'ndjson' : 'csv')
  findings.add('type', type, given.type === undefined ? 'intake/evidence-first-bytes' : GIVEN)
  const questions: Question[] = []
  if (given.encoding === undefined && !guess.certain) {
    questions.push({
      code: 'intake/ask-encoding',
      option: 'encoding',
      params: { bytes: guess.high },
      answers: ['windows-1252', 'latin1', 'cp850', 'macroman', 'windows-1250', 'utf-8'],
    })
  }
  const base = { type, compression, encoding }
  const read =
    type === 'ndjson'
      ? readObjects(text, whole)
      : readTable(text, whole, given, { findings, questions })
  if (whole && type === 'csv' && given.header !== false && isHeaderOnly(text)) throw noRows(path)
  const values = readValues(read.sample, given, { findings, questions })
  return {
    detection: { ...base, ...read.shape, ...values, findings: findings.list },
    sample: read.sample,
    questions,
  }
}

/** One line of texts, none of which could be a value. */
function isHeaderOnly(text: Buffer): boolean {
  const lines = text
    .toString('utf8')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
  const cells = (lines[0] ?? '').split(/[,;|\t]/)
  return lines.length === 1 && cells.every((cell) => /^\s*"?\p{L}[^\d]*$/u.test(cell))
}

function noRows(path: string): Failure {
  return new Failure('no rows', { code: 'intake/no-rows', params: { file: path } })
}

async function recode(sample: Buffer, encoding: string): Promise<Buffer> {
  async function* one(): AsyncGenerator<Buffer> {
    yield sample
  }
  const parts: Buffer[] = []
  for await (const part of toUtf8(one(), encoding)) parts.push(part)
  return Buffer.concat(parts)
}

interface Notes {
  readonly findings: Findings
  readonly questions: Question[]
}

interface Read {
  readonly shape: Pick<Detection, 'dialect' | 'header' | 'columns'>
  readonly sample: Sample
}

function readTable(text: Buffer, whole: boolean, given: FormatOverrides, notes: Notes): Read {
  const { findings, questions } = notes
  const table = guessTable(text, whole, given)
  const { delimiter, quote } = table
  const isGiven = given.delimiter !== undefined
  const share = { percent: Math.floor(table.share * 100), cells: table.cells }
  findings.add(
    'delimiter',
    delimiter,
    isGiven ? GIVEN : 'intake/evidence-alike',
    isGiven || table.rival === '',
    share,
  )
  if (!isGiven && table.rival !== '') {
    questions.push({
      code: 'intake/ask-delimiter',
      option: 'delimiter',
      params: { first: delimiter, second: table.rival },
      answers: [delimiter, table.rival],
    })
  }
  findings.add(
    'quote',
    quote,
    given.quote === undefined ? 'intake/evidence-alike' : GIVEN,
    true,
    share,
  )
  const dialect = {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === '' ? -1 : 34,
    newline: table.newline,
    cells: table.cells,
  }
  const { rows, lines, flaws } = splitSample(text, dialect, { whole, limit: SAMPLE_ROWS + 1 })
  const guess = guessHeader(rows)
  const header = given.header ?? guess.header
  if (given.header !== undefined) findings.add('header', String(header), GIVEN)
  else {
    findings.add('header', String(header), guess.evidence, guess.certain)
    if (!guess.certain) {
      questions.push({
        code: 'intake/ask-header',
        option: 'header',
        params: { first: (rows[0] ?? []).slice(0, 4).join(', ') },
        answers: ['true', 'false'],
      })
    }
  }
  const names = header ? (rows[0] ?? []) : []
  const columns =
    given.columns ?? Array.from({ length: table.cells }, (_, n) => columnName(names[n], n))
  return {
    shape: { dialect, header, columns: unique(columns) },
    sample: {
      columns: unique(columns),
      rows: rows.slice(header ? 1 : 0, SAMPLE_ROWS),
      lines: lines.slice(header ? 1 : 0, SAMPLE_ROWS),
      flaws,
    },
  }
}

function columnName(name: string | undefined, n: number): string {
  const trimmed = (name ?? '').trim()
  return trimmed === '' ? `column_${n + 1}` : trimmed
}

/** Columns of the same name are told apart by number. */
function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const n = (seen.get(name) ?? 0) + 1
    seen.set(name, n)
    return n === 1 ? name : `${name}_${n}`
  })
}

function readObjects(text: Buffer, whole: boolean): Read {
  const dialect = { delimiter: -1, quote: -1, newline: 10 }
  const { rows, lines, flaws } = splitSample(text, dialect, { whole, limit: SAMPLE_ROWS })
  const objects = rows.map((row) => parseLine(row[0] ?? ''))
  const columns = new Set<string>()
  for (const data of objects) {
    if (data === undefined) continue
    for (const path of pathsOf(data)) {
      columns.add(path)
      // The fields of nested lines are columns too: `items.sku`.
      const list = valueAt(data, path)
      for (const element of Array.isArray(list) ? (list as readonly unknown[]) : []) {
        if (typeof element !== 'object' || element === null || Array.isArray(element)) continue
        for (const inner of pathsOf({ ...element })) columns.add(`${path}.${inner}`)
      }
    }
  }
  const all = [...columns]
  const kept = objects.flatMap((data, n) =>
    data === undefined ? [] : [{ data, line: lines[n] ?? 0 }],
  )
  return {
    shape: { dialect, header: false, columns: all },
    sample: {
      columns: all,
      rows: kept.map(({ data }) => all.map((path) => sampleText(data, path))),
      lines: kept.map((k) => k.line),
      flaws,
    },
  }
}

/** The text at a path; of nested lines, the first element's. */
function sampleText(data: Readonly<Record<string, unknown>>, path: string): string {
  const own = textAt(data, path)
  if (own !== '') return own
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const list = valueAt(data, path.slice(0, dot))
    const [element] = Array.isArray(list) ? (list as readonly unknown[]) : []
    if (typeof element === 'object' && element !== null) {
      return textAt({ ...element }, path.slice(dot + 1))
    }
  }
  return ''
}

function readValues(
  sample: Sample,
  given: FormatOverrides,
  notes: Notes,
): Pick<Detection, 'decimal' | 'dates' | 'missing'> {
  const columns = sample.columns.map((_, n) => sample.rows.map((row) => (row[n] ?? '').trim()))
  const missing = given.missing ?? findMissing(columns, sample.columns, notes)
  if (given.missing !== undefined) notes.findings.add('missing', missing.join(' '), GIVEN)
  const present = columns.map((texts) => texts.filter((t) => t !== '' && !missing.includes(t)))
  return {
    missing,
    decimal: given.decimal ?? decideDecimal(present, sample.columns, notes),
    dates: given.dates ?? decideDates(present, sample.columns, notes),
  }
}

function findMissing(
  columns: readonly (readonly string[])[],
  names: readonly string[],
  { findings, questions }: Notes,
): readonly string[] {
  const found = new Set<string>()
  const doubtful = new Map<string, string>()
  for (const [n, texts] of columns.entries()) {
    const marks = new Set(
      texts.filter((t) => CLEAR_MARKS.includes(t) || DOUBTFUL_MARKS.includes(t)),
    )
    if (marks.size === 0) continue
    const others = texts.filter((t) => t !== '' && !marks.has(t))
    const typed = others.filter((t) => isNumberText(t) || isDateText(t)).length
    const isTyped = others.length > 0 && typed > others.length * 0.9
    for (const mark of marks) {
      if (CLEAR_MARKS.includes(mark) || isTyped) found.add(mark)
      else if (texts.filter((t) => t === mark).length > texts.length * COMMON_SHARE) {
        doubtful.set(mark, names[n] ?? '')
      }
    }
  }
  for (const mark of found) {
    doubtful.delete(mark)
    findings.add('missing', mark, 'intake/evidence-mark-among-values')
  }
  for (const [mark, column] of doubtful) {
    questions.push({
      code: 'intake/ask-missing',
      option: 'missing',
      params: { mark, column },
      answers: [mark, ''],
    })
  }
  return [...found]
}

function decideDecimal(
  columns: readonly (readonly string[])[],
  names: readonly string[],
  { findings, questions }: Notes,
): '.' | ',' {
  const numeric = columns.filter((texts) => {
    const numbers = texts.filter(isNumberText).length
    return numbers > 0 && numbers >= texts.length * 0.5 && !texts.some(isDateText)
  })
  const votes = voteDecimal(numeric.flat())
  const { dot, comma, either, example } = votes
  const decimal = comma > dot ? ',' : '.'
  const isTorn = dot > 0 && comma > 0 && Math.min(dot, comma) > 0.02 * Math.max(dot, comma)
  const isOpen = dot + comma === 0 && either > 0
  const certain = !isTorn && !isOpen
  findings.add('decimal', decimal, 'intake/evidence-numbers', certain, { dot, comma, either })
  if (!certain) {
    const column = names[columns.findIndex((texts) => texts.includes(example))] ?? ''
    questions.push({
      code: 'intake/ask-decimal',
      option: 'decimal',
      params: { example: example || '1,234.5', column },
      answers: ['.', ','],
    })
  }
  return decimal
}

function decideDates(
  columns: readonly (readonly string[])[],
  names: readonly string[],
  { findings, questions }: Notes,
): DateOrder {
  const votes = voteDates(
    columns.filter((texts) => texts.filter(isDateText).length > texts.length * DATE_SHARE).flat(),
  )
  const { ymd, dmy, mdy, either, example, proof } = votes
  const epochs = columns.flatMap((texts, n) => {
    const { epoch } = lookAt(texts)
    return epoch !== undefined && /time|date|_at$|^ts$|stamp|epoch/i.test(names[n] ?? '')
      ? [epoch]
      : []
  })
  if (ymd + dmy + mdy + either === 0) {
    const [epoch] = epochs
    findings.add(
      'dates',
      epoch ?? 'ymd',
      epoch === undefined ? 'intake/evidence-none' : 'intake/evidence-epoch',
    )
    return epoch ?? 'ymd'
  }
  if (dmy + mdy + either <= ymd * STRAY_SHARE) {
    findings.add('dates', 'ymd', 'intake/evidence-year-first', true, { rows: ymd })
    return 'ymd'
  }
  const order = mdy > dmy ? 'mdy' : 'dmy'
  const isTorn = dmy > 0 && mdy > 0 && Math.min(dmy, mdy) > 0.02 * Math.max(dmy, mdy)
  const certain = dmy + mdy > 0 && !isTorn
  findings.add('dates', order, 'intake/evidence-dates', certain, {
    example: certain ? proof : example,
  })
  if (!certain) {
    const column = names[columns.findIndex((texts) => texts.includes(example))] ?? ''
    questions.push({
      code: 'intake/ask-dates',
      option: 'dates',
      params: { example: example || proof, column },
      answers: ['dmy', 'mdy'],
    })
  }
  return order
}
