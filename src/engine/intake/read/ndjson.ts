/** One JSON object per line, flattened to texts by path; an array of lines gives one row per element. */
import type { RowWriter } from './row-writer.ts'
import type { RecordView } from './split.ts'

/** Numbers this long lose digits as doubles, so their text is taken from the source instead. */
const LONG_NUMBER = /[0-9.]{16}|[0-9][eE]/

interface SourceContext {
  readonly source?: string
}

/** The object of a line, or undefined when it is none. */
export function parseLine(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = LONG_NUMBER.test(text)
      ? JSON.parse(text, (_key, v: unknown, context?: SourceContext) =>
          typeof v === 'number' ? (context?.source ?? v) : v,
        )
      : JSON.parse(text)
    return isObject(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** The text at a path such as `customer.id`; a key that holds dots is found too. Missing and null are ''. */
export function textAt(data: Readonly<Record<string, unknown>>, path: string): string {
  const found = valueAt(data, path)
  if (found === undefined || found === null) return ''
  if (typeof found === 'string') return found
  if (typeof found === 'number' || typeof found === 'boolean') return String(found)
  return JSON.stringify(found)
}

/** The value at a path. */
export function valueAt(data: unknown, path: string): unknown {
  if (!isObject(data)) return undefined
  if (path in data) return data[path]
  const dot = path.indexOf('.')
  return dot < 0 ? undefined : valueAt(data[path.slice(0, dot)], path.slice(dot + 1))
}

/** Paths of all scalar values and arrays of an object, in order of appearance. */
export function pathsOf(data: Readonly<Record<string, unknown>>, prefix = ''): readonly string[] {
  return Object.entries(data).flatMap(([key, v]) =>
    isObject(v) ? pathsOf(v, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

const FLAW_CODES: Readonly<Record<string, number>> = {
  '': 0,
  'intake/bad-quote': 1,
  'intake/wrong-cell-count': 2,
  'intake/bad-bytes': 3,
  'intake/too-long': 4,
}
const BAD_JSON_FLAW = 5

/**
 * Writes the rows of each record. With `each`, the array at that path gives one row per element, and columns
 * that start with it are read from the element; a record without elements is one row.
 */
export function createJsonRows(
  writer: RowWriter,
  columns: readonly string[],
  each: string | undefined,
  count: (flawed: boolean) => void,
): (record: RecordView) => void {
  const inElement = columns.map((c) => each !== undefined && c.startsWith(`${each}.`))
  const paths = columns.map((c, n) =>
    inElement[n] === true ? c.slice((each ?? '').length + 1) : c,
  )
  return (record) => {
    let flaw = FLAW_CODES[record.flaw] ?? 0
    const data =
      flaw === 0 ? parseLine(record.buffer.toString('utf8', record.from, record.to)) : undefined
    if (flaw === 0 && data === undefined) flaw = BAD_JSON_FLAW
    const found = each === undefined || data === undefined ? undefined : valueAt(data, each)
    const elements = Array.isArray(found) && found.length > 0 ? (found as readonly unknown[]) : [{}]
    for (const [sub, element] of elements.entries()) {
      writer.begin(record.ordinal, record.line, sub, flaw)
      for (const [n, path] of paths.entries()) {
        const holder = inElement[n] === true && isObject(element) ? element : data
        writer.text(data === undefined || holder === undefined ? '' : textAt(holder, path))
      }
    }
    count(flaw !== 0)
  }
}
