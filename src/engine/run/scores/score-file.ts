/** What a file says of customers' scores: one column of ids, and one of values for each score. */
import { Failure, nearest, type Instant, type Issue } from '../../../core/base/index.ts'
import { csvRows, type TextRow } from '../governance/csv-rows.ts'
import { USUAL_ID_TITLE } from '../governance/id-file.ts'
import { parseLocal } from '../time.ts'

/** One value that a file says of a customer. */
export interface Said {
  readonly line: number
  readonly customer: string
  readonly score: string
  /** With six decimals; empty takes the score back. */
  readonly value: string
  /** When it holds from; undefined when neither the row nor the asker says. */
  readonly at: Instant | undefined
}

/** What was read, and what could not be. */
export interface ScoreFile {
  readonly scores: readonly string[]
  readonly said: readonly Said[]
  /** One for each value that was refused, and warnings about columns. */
  readonly issues: readonly Issue[]
  readonly rejected: number
}

/** How to read it. */
export interface ScoreReading {
  readonly file: string
  /** Scores of the catalogue. */
  readonly known: readonly string[]
  /** The score that the column `value` is of. */
  readonly score?: string
  /** For rows that have no instant of their own. */
  readonly at?: Instant
  readonly timeZone: string
}

interface Column {
  readonly place: number
  readonly score: string
}

/** Reads the text of a file. Throws `run/score-unknown`, `run/score-columns`. */
export function readScoreFile(text: string, reading: ScoreReading): ScoreFile {
  const { file, known, score } = reading
  if (score !== undefined && !known.includes(score)) throw scoreUnknown(score, known)
  const [head, ...rows] = csvRows(text)
  const titles = (head?.cells ?? []).map((title) => title.trim())
  const idPlace = titles.findIndex((title) => USUAL_ID_TITLE.test(title))
  const atPlace = titles.indexOf('at')
  const columns = titles.flatMap((title, place): Column[] => {
    if (place === idPlace || place === atPlace) return []
    if (score !== undefined) return title === 'value' || title === score ? [{ place, score }] : []
    return known.includes(title) ? [{ place, score: title }] : []
  })
  const isAmbiguous = new Set(columns.map((column) => column.score)).size < columns.length
  if (idPlace === -1 || columns.length === 0 || isAmbiguous) {
    const wanted = score === undefined ? known.join(', ') : `value, ${score}`
    throw new Failure('no columns of scores', {
      code: 'run/score-columns',
      params: { file, wanted },
    })
  }
  const read = new Set([idPlace, atPlace, ...columns.map((column) => column.place)])
  const issues: Issue[] = titles.flatMap((title, place) =>
    read.has(place) || title === '' ? [] : [unread(title, reading)],
  )
  const said: Said[] = []
  for (const row of rows) {
    for (const column of columns) {
      const found = valueOf(row, { reading, column, idPlace, atPlace })
      if ('code' in found) issues.push(found)
      else said.push(found)
    }
  }
  const rejected = rows.length * columns.length - said.length
  return { scores: [...new Set(columns.map((column) => column.score))], said, issues, rejected }
}

/** The refusal of a score that the catalogue does not name. */
export function scoreUnknown(score: string, known: readonly string[]): Failure {
  const near = nearest(score, known)
  return new Failure('no such score', {
    code: 'run/score-unknown',
    params: { score: score.slice(0, 120), near: near === undefined ? '' : `→ "${near}"` },
  })
}

function unread(column: string, { file, known }: ScoreReading): Issue {
  const near = nearest(column, known)
  const params = { column, near: near === undefined ? '' : `→ "${near}"` }
  const at = { kind: 'file', file, line: 1 } as const
  return { code: 'run/score-column-unread', severity: 'warning', at, params }
}

function valueOf(
  { line, cells }: TextRow,
  of: {
    readonly reading: ScoreReading
    readonly column: Column
    readonly idPlace: number
    readonly atPlace: number
  },
): Said | Issue {
  const { reading, column, idPlace, atPlace } = of
  const cell = (place: number): string => cells[place]?.trim() ?? ''
  const place = { kind: 'file', file: reading.file, line } as const
  const refused = (code: string, params: Issue['params']): Issue => ({
    code,
    severity: 'error',
    at: place,
    params,
  })
  const customer = cell(idPlace)
  const written = cell(column.place)
  const value = written === '' ? '' : decimalText(written)
  const at = cell(atPlace) === '' ? reading.at : parseLocal(cell(atPlace), reading.timeZone)
  if (customer === '') return refused('run/score-customer', { customer })
  // A row that breaks off would otherwise take the score back.
  if (value === undefined || cells.length <= column.place) {
    return refused('run/score-value', {
      value: written.slice(0, 60),
      score: column.score,
      customer,
    })
  }
  if (cell(atPlace) !== '' && at === undefined) {
    return refused('run/example-time', { text: cell(atPlace).slice(0, 60) })
  }
  return { line, customer, score: column.score, value, at }
}

/** The store keeps twelve digits before the point and six after it. */
const LIMIT = 1e12

function decimalText(text: string): string | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined
  const number = Number(text)
  // Minus nought is nought.
  return Math.abs(number) < LIMIT ? (Number(number.toFixed(6)) + 0).toFixed(6) : undefined
}
