/** An example as it is written becomes a customer's past, checked against the catalogue. */
import { isDateText, nearest, type Instant, type Issue } from '../../../core/base/index.ts'
import type {
  ExampleElements,
  ExampleEvent,
  ExampleField,
  ExampleValue,
  Placed,
  Programme,
  Property,
  SegmentExample,
} from '../../../core/catalog/index.ts'
import type { CustomerHistory, EventRecord, StoredValue } from '../../../core/segment/index.ts'
import { parseAsOf, parseLocal } from '../time.ts'

/** What an example says: somebody's past, and the instant at which it is looked at. */
export interface ExamplePast {
  readonly history: CustomerHistory
  readonly asOf: Instant
}

/** Traits, lists and scores without an instant hold from here on. */
const BEGINNING: Instant = 0

interface Reading {
  readonly programme: Programme
  readonly issues: Issue[]
}

/** The past of an example, or what is wrong with it; every issue has file, line and column. */
export function pastOf(
  example: SegmentExample,
  programme: Programme,
): { readonly past?: ExamplePast; readonly issues: readonly Issue[] } {
  const reading: Reading = { programme, issues: [] }
  const { traits, scores = {} } = programme.catalogue
  const asOf = asOfOf(example.asOf, reading)
  const records = [{ at: BEGINNING, traits: example.traits }].concat(
    example.changes.map((change) => ({ at: timeOf(change.at, reading), traits: change.traits })),
  )
  const history: CustomerHistory = {
    customerId: 'example',
    traits: records.map((record, seq) => ({
      at: record.at,
      seq,
      traits: valuesOf(record.traits, traits, reading),
    })),
    events: example.events.map((event, i) => eventOf(event, i, reading)),
    lists: example.lists.map(({ value }, seq) => ({
      list: value,
      at: BEGINNING,
      seq,
      listed: true,
    })),
    scores: example.scores.map((score, seq) => {
      if (!Object.hasOwn(scores, score.name)) unknown(score, Object.keys(scores), reading)
      const value = typed(score, { type: 'number' }, reading)
      return {
        name: score.name,
        at: BEGINNING,
        seq,
        value: typeof value === 'number' ? value : null,
      }
    }),
  }
  const isBroken = reading.issues.length > 0
  return { ...(isBroken ? {} : { past: { history, asOf } }), issues: reading.issues }
}

function asOfOf({ value, at }: Placed<string>, reading: Reading): Instant {
  const { timeZone } = reading.programme
  if (isDateText(value)) return parseAsOf(value, timeZone)
  return timeOf({ value, at }, reading)
}

function timeOf({ value, at }: Placed<string>, { programme, issues }: Reading): Instant {
  const found = parseLocal(value, programme.timeZone)
  if (found !== undefined) return found
  issues.push({ code: 'run/example-time', severity: 'error', at, params: { text: value } })
  return BEGINNING
}

function eventOf(written: ExampleEvent, i: number, reading: Reading): EventRecord {
  const { events } = reading.programme.catalogue
  const name = written.event.value
  const kind = Object.hasOwn(events, name) ? events[name] : undefined
  const at = timeOf(written.at, reading)
  if (kind === undefined) {
    const { value, at: nameAt } = written.event
    unknown({ name: value, nameAt }, Object.keys(events), reading)
    return { event: name, id: '', at, properties: {}, elements: {} }
  }
  const elements = written.elements.map((part) => {
    const known = Object.hasOwn(kind.elements, part.name) ? kind.elements[part.name] : undefined
    if (known === undefined) {
      unknown(part, Object.keys(kind.elements), reading)
      return [part.name, []] as const
    }
    return [part.name, rowsOf(part, known.properties, reading)] as const
  })
  return {
    event: name,
    id: written.id ?? `example-${i + 1}`,
    at,
    properties: valuesOf(written.properties, kind.properties, reading),
    elements: Object.fromEntries(elements),
  }
}

function rowsOf(
  part: ExampleElements,
  known: Readonly<Record<string, Property>>,
  reading: Reading,
): EventRecord['elements'][string] {
  return part.rows.map((row) => valuesOf(row, known, reading))
}

function valuesOf(
  fields: readonly ExampleField[],
  known: Readonly<Record<string, Property>>,
  reading: Reading,
): Readonly<Record<string, StoredValue>> {
  return Object.fromEntries(
    fields.map((field) => {
      const property = Object.hasOwn(known, field.name) ? known[field.name] : undefined
      if (property === undefined) unknown(field, Object.keys(known), reading)
      return [field.name, property === undefined ? null : typed(field, property, reading)]
    }),
  )
}

function unknown(
  { name, nameAt }: Pick<ExampleField, 'name' | 'nameAt'>,
  known: readonly string[],
  { issues }: Reading,
): void {
  const near = nearest(name, known)
  issues.push({
    code: 'run/example-name',
    severity: 'error',
    at: nameAt,
    params: { name, near: near === undefined ? '' : `→ "${near}"` },
    ...(near === undefined ? {} : { fix: near }),
  })
}

function typed(
  field: ExampleField,
  { type }: Pick<Property, 'type'>,
  { programme, issues }: Reading,
): StoredValue {
  const found = read(field.value, type, programme)
  if (found !== undefined) return found
  const params = { value: JSON.stringify(field.value), type }
  issues.push({ code: 'run/example-value', severity: 'error', at: field.at, params })
  return null
}

function read(
  value: ExampleValue,
  type: Property['type'],
  programme: Programme,
): StoredValue | undefined {
  if (value === null) return null
  if (type === 'list') return typeof value === 'boolean' ? undefined : [value].flat()
  if (type === 'geo') return pointOf(value)
  if (Array.isArray(value)) return undefined
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  const text = String(value)
  if (type === 'text' || type === 'category') return text
  if (typeof value === 'boolean') return undefined
  if (type === 'date') return isDateText(text) ? text : undefined
  if (type === 'instant') return parseLocal(text, programme.timeZone)
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}

function pointOf(value: ExampleValue): readonly [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [latitude = Number.NaN, longitude = Number.NaN] = value.map(Number)
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? [latitude, longitude] : undefined
}
