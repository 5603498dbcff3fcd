/** Rows of many messages as one text: sections with a line each for their name, then a line for each row. */
import type { ArrivalRow } from './checker.ts'

/** Rows are JSON objects, so a line that begins otherwise names a section. */
const MARK = '@'

/** Rows being gathered for one commit. */
export interface Gathered {
  /** Rows so far. */
  readonly rows: number
  /** Bytes so far. */
  readonly size: number
  add(rows: readonly ArrivalRow[]): void
  /** The text as UTF-8; empty when nothing was added. */
  bytes(): Buffer
}

/** Begins an empty text. */
export function gather(): Gathered {
  const sections = new Map<string, Section>()
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
        let into = sections.get(section)
        if (into === undefined) {
          into = { bytes: Buffer.allocUnsafe(FIRST_BYTES), end: 0 }
          sections.set(section, into)
        }
        size += append(into, json)
        rows++
      }
    },
    bytes: () =>
      Buffer.concat(
        [...sections].flatMap(([name, { bytes, end }]) => [
          Buffer.from(`${MARK}${name}\n`),
          bytes.subarray(0, end),
        ]),
      ),
  }
}

/** Rows are kept as bytes: as texts they would burden every collection of garbage until their commit is through. */
interface Section {
  bytes: Buffer
  end: number
}

const FIRST_BYTES = 2048
/** UTF-8 of one UTF-16 unit has at most so many bytes. */
const WIDEST = 3

/** The number of bytes that it took. */
function append(section: Section, json: string): number {
  const { end } = section
  const most = end + json.length * WIDEST + 1
  if (most > section.bytes.byteLength) {
    const larger = Buffer.allocUnsafe(Math.max(most, section.bytes.byteLength * 2))
    section.bytes.copy(larger, 0, 0, end)
    section.bytes = larger
  }
  const written = section.bytes.write(json, end)
  section.bytes[end + written] = LINE_END
  section.end = end + written + 1
  return written + 1
}

const LINE_END = 10

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
