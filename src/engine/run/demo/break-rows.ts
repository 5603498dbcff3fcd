/** Breaks a known share of a CSV's rows in ten ways, so that a loader's count of rejects can be checked. */
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { Failure } from '../../../core/base/index.ts'
import { chance, type Chance } from './chance.ts'

export const BREAKAGES = [
  'too-few-columns',
  'bad-quote',
  'letters-in-number',
  'impossible-date',
  'missing-required',
  'undecodable',
  'no-customer',
  'huge-number',
  'conflict',
  'wrong-delimiter',
] as const
export type Breakage = (typeof BREAKAGES)[number]

/** One broken line; `original` is what mends it. */
export interface BrokenLine {
  /** 1-based line of the file, header included. */
  readonly line: number
  readonly way: Breakage
  readonly original: string
}

export interface BreakOptions {
  /** A CSV with a header, commas, no line breaks inside cells, UTF-8. */
  readonly input: string
  readonly output: string
  /** NDJSON of `BrokenLine`. */
  readonly listing: string
  readonly fraction: number
  readonly seed: number
  /** Names of the columns to break: an instant, a number that must be there, an id, the customer. */
  readonly columns: {
    readonly at: string
    readonly number: string
    readonly id: string
    readonly customer: string
  }
}

export interface BreakReport {
  /** Rows without the header. */
  readonly rows: number
  readonly broken: number
  readonly ways: Readonly<Record<Breakage, number>>
}

interface Columns {
  readonly at: number
  readonly number: number
  readonly id: number
  readonly customer: number
}

const STREAM_OF_BREAKS = 11
const NEWLINE = 10

function findColumns(header: string, options: BreakOptions): Columns {
  const names = header.split(',')
  const find = (name: string): number => {
    const at = names.indexOf(name)
    if (at < 0) {
      throw new Failure(`no column ${name} to break`, {
        code: 'run/demo-column',
        params: { column: name },
      })
    }
    return at
  }
  const { at, number, id, customer } = options.columns
  return { at: find(at), number: find(number), id: find(id), customer: find(customer) }
}

/** The broken form of a line. `conflict` takes the previous row's id with this row's customer and body. */
function breakLine(
  way: Breakage,
  line: string,
  context: { readonly columns: Columns; readonly previous: string; readonly draw: Chance },
): Buffer {
  const { columns, previous, draw } = context
  const cells = line.split(',')
  const set = (index: number, text: string): string => cells.with(index, text).join(',')
  switch (way) {
    case 'too-few-columns':
      return Buffer.from(cells.slice(0, -2).join(','))
    case 'bad-quote':
      return Buffer.from(set(columns.customer, `"${cells[columns.customer] ?? ''}`))
    case 'letters-in-number':
      return Buffer.from(set(columns.number, `${cells[columns.number] ?? ''}x${draw.below(10)}`))
    case 'impossible-date': {
      const text = cells[columns.at] ?? ''
      return Buffer.from(set(columns.at, `${text.slice(0, 4)}-02-30${text.slice(10)}`))
    }
    case 'missing-required':
      return Buffer.from(set(columns.number, ''))
    case 'undecodable':
      return Buffer.concat([Buffer.from(`${line},`).subarray(0, -1), Buffer.from([0xff, 0xfe])])
    case 'no-customer':
      return Buffer.from(set(columns.customer, ''))
    case 'huge-number':
      return Buffer.from(set(columns.number, '9'.repeat(30)))
    case 'conflict':
      return Buffer.from(set(columns.id, previous.split(',')[columns.id] ?? ''))
    case 'wrong-delimiter':
      return Buffer.from(cells.join(';'))
  }
}

/** Walks a file's lines as bytes; the last one may lack its end. */
async function* linesOf(path: string): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    const lines: Buffer[] = []
    let from = 0
    for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      lines.push(bytes.subarray(from, to + 1))
      from = to + 1
    }
    rest = bytes.subarray(from)
    yield lines
  }
  if (rest.length > 0) yield [rest]
}

/**
 * Copies `input` to `output` with about `fraction` of its rows broken, the ways in equal shares, and lists them.
 * A row is only made to conflict when the row before it has another customer. Deterministic by seed.
 * Failure: `run/demo-column`.
 */
export async function breakRows(options: BreakOptions): Promise<BreakReport> {
  const draw = chance(options.seed, STREAM_OF_BREAKS, 0)
  const out = createWriteStream(options.output)
  const list = createWriteStream(options.listing)
  const ways = Object.fromEntries(BREAKAGES.map((way) => [way, 0])) as Record<Breakage, number>
  let columns: Columns | undefined
  let line = 0
  let broken = 0
  let last: Buffer = Buffer.alloc(0)
  for await (const lines of linesOf(options.input)) {
    const written: Buffer[] = []
    for (const bytes of lines) {
      line++
      const previous = last
      last = bytes
      if (columns === undefined || !draw.hit(options.fraction)) {
        columns ??= findColumns(bytes.toString().trimEnd(), options)
        written.push(bytes)
        continue
      }
      const original = bytes.toString().trimEnd()
      let way = BREAKAGES[broken % BREAKAGES.length] ?? 'bad-quote'
      const before = previous.toString().trimEnd()
      const alike =
        line === 2 || before.split(',')[columns.customer] === original.split(',')[columns.customer]
      if (way === 'conflict' && alike) way = 'too-few-columns'
      written.push(breakLine(way, original, { columns, previous: before, draw }), Buffer.from('\n'))
      list.write(`${JSON.stringify({ line, way, original } satisfies BrokenLine)}\n`)
      ways[way]++
      broken++
    }
    if (!out.write(Buffer.concat(written))) await once(out, 'drain')
  }
  out.end()
  list.end()
  await Promise.all([finished(out), finished(list)])
  return { rows: Math.max(0, line - 1), broken, ways }
}
