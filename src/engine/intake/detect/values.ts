/** What the texts of a column look like: the grounds for types, decimal mark, date order and missing marks. */
import { BOOLEAN_WORDS } from '../typing/typing.ts'
import type { DateOrder } from '../mapping/mapping.ts'

/** Marks that exports write where nothing is known, and nobody writes as a value. */
export const CLEAR_MARKS: readonly string[] = [
  'NULL',
  'null',
  'N/A',
  'n/a',
  '#N/A',
  'NaN',
  'nan',
  '\\N',
  '<NA>',
]
/** Marks that may also be values (the code of Namibia, a dash, a name). */
export const DOUBTFUL_MARKS: readonly string[] = ['NA', 'None', 'none', '-', '--', '?', '.']

const NUMBER = /^[+-]?(\d[\d.,'   ’]*|[.,]\d+)([eE][+-]?\d{1,2})?$/
const PLAIN_NUMBER = /^[+-]?\d+$/
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=$|[T ])/
const YEAR_FIRST = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=$|[T ])/
const CLOCK = /[T ]\d{1,2}:\d{2}/
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$/

/** What one text can be. */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text)
}

export function isDateText(text: string): boolean {
  return YEAR_FIRST.test(text) || DAY_FIRST.test(text)
}

/** Ways the marks of numbers can be read, counted over texts. */
export interface DecimalVotes {
  readonly dot: number
  readonly comma: number
  /** Read either way: `1,234`. */
  readonly either: number
  readonly example: string
}

/** Which decimal mark the numbers speak for. */
export function voteDecimal(texts: Iterable<string>): DecimalVotes {
  let [dot, comma, either, example] = [0, 0, 0, '']
  for (const text of texts) {
    const marks = [...text].filter((c) => c === '.' || c === ',')
    if (marks.length === 0 || !NUMBER.test(text)) continue
    const last = marks.at(-1)
    const digits = text.replace(/[eE].*$/, '').split(last ?? '.')
    const after = digits.at(-1)?.length ?? 0
    const before = (digits[0] ?? '').replace(/^[+-]/, '')
    const isMixed = marks.some((m) => m !== last)
    const isRepeated = marks.filter((m) => m === last).length > 1
    const forDot = last === '.' ? 1 : 0
    if (isRepeated) {
      // Twice the same mark: it groups thousands, so the other one is the decimal mark.
      dot += 1 - forDot
      comma += forDot
    } else if (isMixed || after !== 3 || before === '0' || before === '' || before.length > 3) {
      dot += forDot
      comma += 1 - forDot
    } else {
      either++
      example = text
    }
  }
  return { dot, comma, either, example }
}

/** Which orders of day and month the dates allow, counted over texts. */
export interface DateVotes {
  readonly ymd: number
  readonly dmy: number
  readonly mdy: number
  /** Both 12 or less. */
  readonly either: number
  readonly example: string
  /** A text that settled it. */
  readonly proof: string
}

/** Which order of dates the texts speak for. */
export function voteDates(texts: Iterable<string>): DateVotes {
  let [ymd, dmy, mdy, either, example, proof] = [0, 0, 0, 0, '', '']
  for (const text of texts) {
    if (YEAR_FIRST.test(text)) {
      ymd++
      continue
    }
    const found = DAY_FIRST.exec(text)
    if (found === null) continue
    const [first, second] = [Number(found[1]), Number(found[2])]
    if (first > 12 && second <= 12) dmy++
    else if (second > 12 && first <= 12) mdy++
    else if (first <= 12 && second <= 12) {
      either++
      example = text
      continue
    } else continue
    proof = text
  }
  return { ymd, dmy, mdy, either, example, proof }
}

/** What a column as a whole looks like. */
export interface ColumnLook {
  readonly kind: 'empty' | 'number' | 'whole' | 'boolean' | 'date' | 'instant' | 'list' | 'text'
  readonly filled: number
  readonly distinct: number
  readonly negative: number
  readonly example: string
  readonly epoch?: DateOrder
}

/** Nearly all values must fit for a type to be proposed; the rest would be set aside, and shown. */
const FITTING_SHARE = 0.98

/** Looks at the texts of one column; marks of missing values are to be left out before. */
export function lookAt(texts: readonly string[]): ColumnLook {
  const given = texts.filter((t) => t !== '')
  const distinct = new Set(given)
  const share = (test: (t: string) => boolean): boolean =>
    given.length > 0 && given.filter(test).length >= given.length * FITTING_SHARE
  const look = {
    filled: given.length,
    distinct: distinct.size,
    negative: given.filter((t) => t.startsWith('-') && NUMBER.test(t)).length,
    example: given[0] ?? '',
  }
  if (given.length === 0) return { kind: 'empty', ...look }
  if (share((t) => BOOLEAN.has(t.toLowerCase())) && distinct.size <= 4 && !isNumeric(distinct)) {
    return { kind: 'boolean', ...look }
  }
  if (share(isDateText)) {
    const hasClock = given.some((t) => CLOCK.test(t) && !MIDNIGHT.test(t))
    return { kind: hasClock ? 'instant' : 'date', ...look }
  }
  if (share((t) => PLAIN_NUMBER.test(t))) {
    const epoch = epochOf(given)
    return { kind: 'whole', ...look, ...(epoch === undefined ? {} : { epoch }) }
  }
  if (share(isNumberText)) return { kind: 'number', ...look }
  const isList = given.filter((t) => /[|;]/.test(t) || t.startsWith('[')).length > given.length / 3
  return { kind: isList ? 'list' : 'text', ...look }
}

const BOOLEAN: ReadonlySet<string> = new Set([...BOOLEAN_WORDS.yes, ...BOOLEAN_WORDS.no])

function isNumeric(texts: ReadonlySet<string>): boolean {
  return [...texts].every((t) => /^\d+$/.test(t))
}

/** Counts since 1970 that fall between 2000 and 2100. */
function epochOf(texts: readonly string[]): DateOrder | undefined {
  const within = (low: number, high: number): boolean =>
    texts.every((t) => Number(t) >= low && Number(t) < high)
  if (within(946_684_800, 4_102_444_800)) return 'epoch-seconds'
  if (within(946_684_800_000, 4_102_444_800_000)) return 'epoch-milliseconds'
  return undefined
}
