/** Checks a message whole against the catalogue and re-serialises it to rows, or says everything that is wrong with it. */
import { randomUUID } from 'node:crypto'
import type { Instant } from '../../../core/base/index.ts'
import type { Catalogue } from '../../../core/catalog/index.ts'
import { compileEvents, eventColumns, type CompiledEvent } from './event.ts'
import { isObject, type Found, type Json } from './fields.ts'
import type { Flaw } from './flaw.ts'
import { compileTraits, groupColumns, traitColumns } from './trait.ts'
import { instantJson, quoted, toInstant } from './value.ts'

export const MESSAGE_TYPES = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const
export type MessageType = (typeof MESSAGE_TYPES)[number]

/** Rows of traits and of merges; events have a section per kind: `event purchase`. */
export const TRAIT_SECTION = 'trait'
export const MERGE_SECTION = 'merge'

/** One row for the store: a JSON object, and where it belongs. */
export interface ArrivalRow {
  readonly section: string
  readonly json: string
}

/** What people see of a message. */
export interface MessageSummary {
  readonly type: string
  /** The kind of event, or what its sender calls it when there is none. */
  readonly name: string
  readonly customer: string
  readonly messageId: string
  readonly at: Instant
  /** Properties that the catalogue does not declare. */
  readonly dropped: readonly string[]
}

/** A message that became rows, or the reasons why it did not. */
export type Verdict =
  | { readonly ok: true; readonly rows: readonly ArrivalRow[]; readonly summary: MessageSummary }
  | { readonly ok: false; readonly flaws: readonly Flaw[]; readonly summary: MessageSummary }

/** What a message comes in. */
export interface Envelope {
  /** By the programme's clock. */
  readonly receivedAt: Instant
  /** By the machine's, when that is another. */
  readonly machineAt?: Instant
  /** What the sender's clock said when it sent, as given. */
  readonly sentAt?: unknown
  /** Said by the address; absent in a batch, whose messages say it themselves. */
  readonly type?: MessageType
}

/** Checks messages of one catalogue. */
export interface Checker {
  check(message: unknown, envelope: Envelope): Verdict
}

/** A sender's clock that differs by more than this is taken for wrong, and its times are moved. */
export const CLOCK_TOLERANCE_MS = 60_000
const LONGEST_ID = 500

/** Compiles the checks of a catalogue; do it once per catalogue. */
export function compileChecker(catalogue: Catalogue): Checker {
  const events = compileEvents(catalogue)
  const traits = compileTraits(catalogue)
  return {
    check(message, envelope) {
      const found: Found = { flaws: [], dropped: [] }
      if (!isObject(message)) {
        found.flaws.push({ code: 'intake/message-shape', path: [] })
        return refused(found, NOTHING)
      }
      const type = envelope.type ?? typeOf(message, found)
      const head = headOf(message, type, envelope, found)
      if (type === undefined) return refused(found, head)
      const rows: ArrivalRow[] = []
      const named = { ...head }
      switch (type) {
        case 'track':
        case 'page':
        case 'screen': {
          const event = kindOf(events, type, message, found)
          named.name = event?.name ?? nameOf(message)
          const given = propertiesOf(type, message, found)
          if (event !== undefined && given !== undefined)
            rows.push(row(event.section, head, eventColumns(event, given, found)))
          break
        }
        case 'identify':
          rows.push(row(TRAIT_SECTION, head, traitColumns(traits, message['traits'], found)))
          if (head.alias !== '') rows.push(mergeRow(head))
          break
        case 'group': {
          const { groupId, traits: given } = message
          rows.push(row(TRAIT_SECTION, head, groupColumns(traits, groupId, given, found)))
          break
        }
        case 'alias':
          rows.push(mergeRow(head))
      }
      return found.flaws.length > 0 ? refused(found, named) : accepted(rows, found, named)
    },
  }
}

interface Head {
  readonly type: string
  readonly name: string
  readonly customer: string
  /** Another id of the same customer; '' when none is told. */
  readonly alias: string
  readonly messageId: string
  readonly at: Instant
}

const NOTHING: Head = { type: '', name: '', customer: '', alias: '', messageId: '', at: 0 }

function typeOf(message: Json, found: Found): MessageType | undefined {
  const type = MESSAGE_TYPES.find((t) => t === message['type'])
  if (type === undefined) found.flaws.push({ code: 'intake/message-type', path: ['type'] })
  return type
}

function headOf(
  message: Json,
  type: MessageType | undefined,
  envelope: Envelope,
  found: Found,
): Head {
  const user = idOf(message, 'userId', found)
  const other = idOf(message, type === 'alias' ? 'previousId' : 'anonymousId', found)
  const isAlias = type === 'alias'
  const customer = isAlias || user !== '' ? user : other
  if (customer === '') found.flaws.push({ code: 'intake/no-customer', path: ['userId'] })
  if (isAlias && other === '')
    found.flaws.push({ code: 'intake/no-customer', path: ['previousId'] })
  const messageId = idOf(message, 'messageId', found)
  return {
    type: type ?? String(message['type'] ?? '').slice(0, 40),
    name: type === 'track' ? nameOf(message) : '',
    customer,
    alias: other === customer || user === '' ? '' : other,
    messageId: messageId === '' ? randomUUID() : messageId,
    at: instantOf(message, envelope, found),
  }
}

/** An id is a text or a number; '' when there is none. */
function idOf(message: Json, name: string, found: Found): string {
  const given = Object.hasOwn(message, name) ? message[name] : undefined
  if (given === undefined || given === null) return ''
  const id = typeof given === 'number' ? String(given) : given
  if (typeof id === 'string' && id.length <= LONGEST_ID) return id.trim().toWellFormed()
  found.flaws.push({ code: 'intake/message-text', path: [name] })
  return ''
}

/** When it happened by the sender's clock, moved by as much as that clock is wrong; else when it was received. */
function instantOf(
  message: Json,
  { receivedAt, sentAt, machineAt = receivedAt }: Envelope,
  found: Found,
): Instant {
  const name = Object.hasOwn(message, 'timestamp') ? 'timestamp' : 'originalTimestamp'
  const given = Object.hasOwn(message, name) ? message[name] : undefined
  if (given === undefined || given === null) return receivedAt
  const said = toInstant(given)
  const wrongBy = machineAt - (toInstant(sentAt) ?? machineAt)
  const at = (said ?? Number.NaN) + (Math.abs(wrongBy) > CLOCK_TOLERANCE_MS ? wrongBy : 0)
  if (toInstant(at) === at) return at
  found.flaws.push({ code: 'intake/message-time', path: [name] })
  return receivedAt
}

function nameOf(message: Json): string {
  const { event, name } = message
  return String(typeof event === 'string' ? event : typeof name === 'string' ? name : '').slice(
    0,
    100,
  )
}

function kindOf(
  events: ReturnType<typeof compileEvents>,
  type: 'track' | 'page' | 'screen',
  message: Json,
  found: Found,
): CompiledEvent | undefined {
  if (type !== 'track') {
    if (events[type] === undefined) found.flaws.push({ code: 'intake/message-page', path: [] })
    return events[type]
  }
  const { event: name } = message
  const kind = typeof name === 'string' ? events.find(name) : undefined
  if (kind === undefined)
    found.flaws.push({
      code: 'intake/message-event',
      path: ['event'],
      params: { event: nameOf(message) },
    })
  return kind
}

/** A page's own name and category count among its properties. */
function propertiesOf(
  type: 'track' | 'page' | 'screen',
  message: Json,
  found: Found,
): Json | undefined {
  const { properties: given, name, category } = message
  if (given !== undefined && given !== null && !isObject(given)) {
    found.flaws.push({ code: 'intake/message-shape', path: ['properties'] })
    return undefined
  }
  const own = isObject(given) ? given : {}
  if (type === 'track') return own
  return {
    ...own,
    ...(name === undefined || Object.hasOwn(own, 'name') ? {} : { name }),
    ...(category === undefined || Object.hasOwn(own, 'category') ? {} : { category }),
  }
}

function row(section: string, head: Head, columns: string): ArrivalRow {
  return {
    section,
    json: `{"customer":${quoted(head.customer)},"id":${quoted(head.messageId)},"at":${instantJson(head.at)}${columns}}`,
  }
}

function mergeRow(head: Head): ArrivalRow {
  const cause = head.type === 'alias' ? 'alias' : 'identify'
  return row(MERGE_SECTION, head, `,"alias":${quoted(head.alias)},"cause":"${cause}"`)
}

function summary(head: Head, { dropped }: Found): MessageSummary {
  const { type, name, customer, messageId, at } = head
  return { type, name, customer, messageId, at, dropped }
}

function accepted(rows: readonly ArrivalRow[], found: Found, head: Head): Verdict {
  return { ok: true, rows, summary: summary(head, found) }
}

function refused(found: Found, head: Head): Verdict {
  return { ok: false, flaws: found.flaws, summary: summary(head, found) }
}
