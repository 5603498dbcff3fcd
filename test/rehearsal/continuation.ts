/** A demo that goes on after its files: its last days are taken out of them and told as messages, in the order of time. */
import { createReadStream, createWriteStream, readdirSync, readFileSync, renameSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseMapping, type Mapping } from '../../src/engine/intake/index.ts'
import type { Instant } from '../../src/core/base/index.ts'

/** A message as senders post it, ready to be joined to a batch. */
export interface Told {
  /** When a sender has it; usually the instant of what happened. */
  readonly due: Instant
  readonly id: string
  readonly json: string
}

type Row = Readonly<Record<string, unknown>>
type Products = ReadonlyMap<string, Row>

/** Takes what happens after `from` out of a demo's files and returns it; the files end there. */
export async function cutDemo(folder: string, from: Instant): Promise<readonly Told[]> {
  const mappings = readdirSync(join(folder, 'mappings')).map((name) => {
    const read = parseMapping(readFileSync(join(folder, 'mappings', name), 'utf8'), name)
    if (!read.ok) throw new Error(`${name} has errors`)
    return read.value
  })
  const products = new Map<string, Row>()
  for await (const { row } of rowsOf(join(folder, 'data/products.csv'))) {
    const { product_id: id, ...known } = row
    products.set(String(id), known)
  }
  const told: Told[] = []
  for (const mapping of mappings) {
    const file = mapping.files[0]
    if (mapping.kind === 'products' || file === undefined) continue
    await cutFile(join(folder, 'data', file), { mapping, from, products, told })
  }
  return told.toSorted((a, b) => a.due - b.due)
}

interface Cut {
  readonly mapping: Mapping
  readonly from: Instant
  readonly products: Products
  readonly told: Told[]
}

async function cutFile(path: string, { mapping, from, products, told }: Cut): Promise<void> {
  const kept = createWriteStream(`${path}.kept`)
  let open: Row[] = []
  const flush = (): void => {
    if (open.length > 0) told.push(messageOf(mapping, open, products))
    open = []
  }
  for await (const { row, line, isHead } of rowsOf(path, true)) {
    if (isHead || Date.parse(cell(row, mapping.at)) <= from) {
      if (!kept.write(`${line}\n`)) await once(kept, 'drain')
      continue
    }
    // The lines of an order stand together.
    if (mapping.lines === undefined || cell(row, mapping.id) !== cell(open[0] ?? {}, mapping.id))
      flush()
    open.push(row)
  }
  flush()
  kept.end()
  await once(kept, 'finish')
  renameSync(`${path}.kept`, path)
}

function cell(row: Row, names: readonly string[] | undefined): string {
  return String(row[names?.[0] ?? ''] ?? '')
}

function messageOf(mapping: Mapping, rows: readonly Row[], products: Products): Told {
  const [row = {}] = rows
  const at = Date.parse(cell(row, mapping.at))
  const userId = cell(row, mapping.customer)
  const common = { userId, timestamp: new Date(at).toISOString() }
  if (mapping.kind === 'customers') {
    const id = `${mapping.name} ${userId} ${at}`
    const traits = fieldsOf(mapping, row, '')
    return {
      due: at,
      id,
      json: JSON.stringify({ ...common, type: 'identify', messageId: id, traits }),
    }
  }
  const id = cell(row, mapping.id)
  const own = fieldsOf(mapping, row, '')
  const properties =
    mapping.lines === undefined
      ? own
      : { ...own, items: rows.map((line) => itemOf(mapping, line, products)) }
  const message = { ...common, type: 'track', event: mapping.event, messageId: id, properties }
  return { due: at, id: `${mapping.event} ${id}`, json: JSON.stringify(message) }
}

/** A shop's own system knows its products: what a line leaves out comes from there, as files are filled in by loading. */
function itemOf(mapping: Mapping, line: Row, products: Products): Row {
  const known = products.get(String(line[mapping.product ?? ''])) ?? {}
  return { ...known, ...fieldsOf(mapping, line, `${mapping.lines}.`) }
}

/** Values of the fields whose names begin so; those of elements are left out of the event's own. */
function fieldsOf(mapping: Mapping, row: Row, prefix: string): Row {
  const found = Object.entries(mapping.fields).flatMap(([name, source]) => {
    const isOwn = prefix === '' ? !name.includes('.') : name.startsWith(prefix)
    const given = row[source.from?.[0] ?? '']
    if (!isOwn || given === undefined || given === '') return []
    const value = source.separator === undefined ? given : String(given).split(source.separator)
    return [[name.slice(prefix.length), isPlace(value) ? value.split(' ').map(Number) : value]]
  })
  return Object.fromEntries(found)
}

/** Files write a place as one text, messages as two numbers. */
function isPlace(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+\.\d+ -?\d+\.\d+$/.test(value)
}

interface Line {
  readonly row: Row
  readonly line: string
  readonly isHead: boolean
}

/** Rows of a file that the demo's generator wrote. */
async function* rowsOf(path: string, withHead = false): AsyncGenerator<Line> {
  const isTable = path.endsWith('.csv')
  let head: readonly string[] | undefined
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!isTable) yield { row: JSON.parse(line) as Row, line, isHead: false }
    else if (head === undefined) {
      head = line.split(',')
      if (withHead) yield { row: {}, line, isHead: true }
    } else {
      const cells = cellsOf(line)
      yield {
        row: Object.fromEntries(head.map((name, i) => [name, cells[i]])),
        line,
        isHead: false,
      }
    }
  }
}

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** What goes wrong on the way, as it does in life: twice, late, early, and from people who were not known yet. */
export function withTrouble(told: readonly Told[]): readonly Told[] {
  const more: Told[] = []
  const moved = told.map((one, n) => {
    const { customer, kind } = partsOf(one)
    if (n % 41 === 0) more.push({ ...one, due: one.due + (n % 7) * 3_600_000 })
    if (n % 97 === 0 && kind === 'web_visit') return anonymous(one, customer, more)
    if (n % 53 === 0) return { ...one, due: one.due + (1 + (n % 60)) * 3_600_000 }
    if (n % 211 === 0) return { ...one, due: one.due - (1 + (n % 30)) * 3_600_000 }
    return one
  })
  return [...moved, ...more].toSorted((a, b) => a.due - b.due)
}

function partsOf({ json }: Told): { readonly customer: string; readonly kind: string } {
  const { userId, event = '' } = JSON.parse(json) as {
    readonly userId: string
    readonly event?: string
  }
  return { customer: userId, kind: event }
}

/** A visit of nobody who is known, who says an hour later who it was. */
function anonymous(one: Told, customer: string, more: Told[]): Told {
  const { userId: _, ...rest } = JSON.parse(one.json) as Record<string, unknown>
  const anonymousId = `visitor ${one.id}`
  const messageId = `here I am ${one.id}`
  const due = one.due + 3_600_000
  const timestamp = new Date(due).toISOString()
  const who = { type: 'identify', userId: customer, anonymousId, messageId, timestamp, traits: {} }
  more.push({ due, id: messageId, json: JSON.stringify(who) })
  return { ...one, json: JSON.stringify({ ...rest, anonymousId }) }
}
