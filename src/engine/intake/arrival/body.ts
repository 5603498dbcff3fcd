/** Rows of many messages as one text: sections with a line each for their name, then a line for each row. */
import type { ArrivalRow } from './checker.ts'

/** Rows are JSON objects, so a line that begins otherwise names a section. */
const MARK = '@'

/** Rows being gathered for one commit. */
export interface Gathered {
  /** Rows so far. */
  readonly rows: number
  /** UTF-16 units so far, about the bytes. */
  readonly size: number
  add(rows: readonly ArrivalRow[]): void
  /** The text; empty when nothing was added. */
  text(): string
}

/** Begins an empty text. */
export function gather(): Gathered {
  const sections = new Map<string, string[]>()
  let rows = 0
  let size = 0
  return {
    get rows() {
      return rows
    },
    get size() {
      return size
    },
    add(added) {
      for (const { section, json } of added) {
        const lines = sections.get(section)
        if (lines === undefined) sections.set(section, [json])
        else lines.push(json)
        rows++
        size += json.length + 1
      }
    },
    text: () =>
      [...sections].map(([name, lines]) => `${MARK}${name}\n${lines.join('\n')}\n`).join(''),
  }
}

/** The sections of a text, each with its rows as they stand there: a line each, the last one ended too. */
export function* sectionsOf(
  body: string,
): Generator<{ readonly section: string; readonly rows: string }> {
  for (let start = 0; start < body.length;) {
    const nameEnd = body.indexOf('\n', start)
    const next = body.indexOf(`\n${MARK}`, nameEnd)
    const end = next === -1 ? body.length : next + 1
    yield { section: body.slice(start + MARK.length, nameEnd), rows: body.slice(nameEnd + 1, end) }
    start = end
  }
}

/** The rows of a section one by one. */
export function linesOf(rows: string): readonly string[] {
  return rows.split('\n').filter((line) => line !== '')
}
