/** Random customers with their pasts, over the catalogue of the laws. */
import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import { localDate, type Instant } from '../../src/core/base/index.ts'
import type { Property } from '../../src/core/catalog/index.ts'
import type {
  CustomerHistory,
  EventRecord,
  StoredValue,
  TraitRecord,
} from '../../src/core/segment/index.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyPlacement, place, type Placement } from './instants.ts'

/** Few texts, so that equal ones meet; with what breaks quoting, patterns and encodings. */
export const TEXTS = [
  'BR',
  'br',
  'PT',
  'café',
  'a.b',
  'a\nb',
  "o'x\\",
  '%_',
  '日本',
  '{p0:String}',
  'x\ty',
  '0',
] as const
export const CATEGORIES = ['Drinks', 'Coffee', 'Tea', 'Bread'] as const
/** Sums of these in doubles depend on their order; as decimals they do not. */
export const NUMBERS = [
  0, 1, -1, 0.1, 0.2, 0.3, 2, 0.000001, 123456.789, -0.7, 1e9, 999_999_999.999999, 100,
] as const
export const DATES = [
  '1900-01-01',
  '1970-01-01',
  '2000-02-29',
  '2011-12-30',
  '2018-11-04',
  '2024-02-29',
  '2025-02-28',
  '2025-03-30',
  '2025-12-31',
  '2026-01-01',
  '2299-12-31',
] as const

export const CURRENCIES = ['EUR', 'USD', 'JPY', 'XXX'] as const
/** Static lists, and what models say. */
export const LISTS = ['vip', "o'list"] as const
export const SCORES = ['clv.expected_12m', 'churn'] as const

/** A value before the instants asked about are known. */
type Draft = StoredValue | { readonly placed: Placement; readonly as: 'instant' | 'date' }

const presentDraft: Readonly<Record<Property['type'], Arbitrary<Draft>>> = {
  text: fc.constantFrom(...TEXTS),
  category: fc.constantFrom(...CATEGORIES),
  number: fc.constantFrom(...NUMBERS),
  money: fc.constantFrom(...NUMBERS),
  boolean: fc.boolean(),
  date: fc.oneof(
    fc.constantFrom(...DATES),
    anyPlacement.map((placed) => ({ placed, as: 'date' as const })),
  ),
  instant: anyPlacement.map((placed) => ({ placed, as: 'instant' as const })),
  list: fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }),
  geo: fc.constantFrom<readonly [number, number]>(
    [38.72, -9.14],
    [0, 0],
    [-38.72, 170.86],
    [-90, 12.5],
    [38.79, -9.1],
  ),
}

function anyDraft(p: Property): Arbitrary<Draft> {
  const present = p.name === 'currency' ? fc.constantFrom(...CURRENCIES) : presentDraft[p.type]
  if (p.required) return present
  return fc.oneof({ weight: 3, arbitrary: present }, { weight: 1, arbitrary: fc.constant(null) })
}

function anyDrafts(
  properties: Readonly<Record<string, Property>>,
): Arbitrary<Record<string, Draft>> {
  return fc.record(Object.fromEntries(Object.values(properties).map((p) => [p.name, anyDraft(p)])))
}

interface EventDraft {
  readonly event: string
  readonly id: string
  readonly placed: Placement
  readonly properties: Record<string, Draft>
  readonly elements: Record<string, Record<string, Draft>[]>
}

function anyEvent(name: string): Arbitrary<EventDraft> {
  const kind = LAW_CATALOGUE.events[name]
  if (kind === undefined) throw new Error(`no event ${name}`)
  return fc.record({
    event: fc.constant(name),
    // Few ids, so that events are sent twice; the order of bytes is not that of UTF-16.
    id: fc.constantFrom('1', '2', '10', 'a', 'B', 'é', '\u{1F600}', '\uFFFD', 'aa'),
    placed: anyPlacement,
    properties: anyDrafts(kind.properties),
    elements: fc.record(
      Object.fromEntries(
        Object.values(kind.elements).map((e) => [
          e.name,
          fc.array(anyDrafts(e.properties), { maxLength: 3 }),
        ]),
      ),
    ),
  })
}

interface TraitDraft {
  readonly placed: Placement
  readonly traits: Partial<Record<string, Draft>>
}

const anyTraits: Arbitrary<TraitDraft> = fc.record({
  placed: anyPlacement,
  traits: fc.record(
    Object.fromEntries(Object.values(LAW_CATALOGUE.traits).map((t) => [t.name, anyDraft(t)])),
    { requiredKeys: [] },
  ),
})

/** What is written beside traits and events: on or off a list, or a score; several may share an instant. */
interface NoteDraft {
  readonly placed: Placement
  readonly list: string
  readonly listed: boolean
  readonly score: string
  readonly value: number | null
}

const anyNote: Arbitrary<NoteDraft> = fc.record({
  placed: anyPlacement,
  list: fc.constantFrom(...LISTS),
  listed: fc.boolean(),
  score: fc.constantFrom(...SCORES),
  value: fc.option(fc.constantFrom(...NUMBERS), { freq: 5 }),
})

interface CustomerDraft {
  readonly events: readonly EventDraft[]
  readonly traits: readonly TraitDraft[]
  readonly lists: readonly NoteDraft[]
  readonly scores: readonly NoteDraft[]
  /** Some facts share the instant of the first of their kind, so that ids and numbers decide the order. */
  readonly together: boolean
}

const anyCustomer: Arbitrary<CustomerDraft> = fc.record({
  events: fc.array(
    fc.oneof(anyEvent('purchase'), anyEvent('purchase'), anyEvent('visit'), anyEvent('refund')),
    { maxLength: 10 },
  ),
  traits: fc.array(anyTraits, { maxLength: 4 }),
  lists: fc.array(anyNote, { maxLength: 3 }),
  scores: fc.array(anyNote, { maxLength: 3 }),
  together: fc.boolean(),
})

/** Up to `max` customers; `toHistories` places them among instants. */
export function anyCustomers(max: number): Arbitrary<readonly CustomerDraft[]> {
  return fc.array(anyCustomer, { minLength: Math.min(8, max), maxLength: max, size: 'max' })
}

/** Histories with duplicates left in, in the order drafted. Customers without any fact are dropped. */
export function toHistories(
  drafts: readonly CustomerDraft[],
  asOfs: readonly Instant[],
): readonly CustomerHistory[] {
  return drafts
    .map((draft, i) => toHistory(`customer ${i}`, draft, asOfs))
    .filter((h) => h.traits.length > 0 || h.events.length > 0)
}

function toHistory(
  customerId: string,
  draft: CustomerDraft,
  asOfs: readonly Instant[],
): CustomerHistory {
  const finish = (d: Draft | undefined): StoredValue => {
    if (typeof d !== 'object' || d === null || !('placed' in d)) return d ?? null
    const at = place(d.placed, asOfs)
    return d.as === 'instant' ? at : localDate(at, d.placed.zone)
  }
  const all = (r: Readonly<Partial<Record<string, Draft>>>): Record<string, StoredValue> =>
    Object.fromEntries(Object.entries(r).map(([k, d]) => [k, finish(d)]))
  const [firstEvent] = draft.events
  const events = draft.events.map((e): EventRecord => {
    const placed = draft.together && firstEvent !== undefined ? firstEvent.placed : e.placed
    return {
      event: e.event,
      id: `${customerId} ${e.id}`,
      at: place(placed, asOfs),
      properties: all(e.properties),
      elements: Object.fromEntries(
        Object.entries(e.elements).map(([k, rows]) => [k, rows.map(all)]),
      ),
    }
  })
  const traits = draft.traits.map((t, seq): TraitRecord => {
    const earlier = draft.together && seq % 2 === 1 ? draft.traits[seq - 1] : undefined
    return { at: place((earlier ?? t).placed, asOfs), seq, traits: all(t.traits) }
  })
  return { customerId, events, traits, ...notesOf(draft, asOfs) }
}

/** A record says something of one list or one score; of the same instant, the later number counts. */
function notesOf(
  { lists, scores, together }: CustomerDraft,
  asOfs: readonly Instant[],
): Required<Pick<CustomerHistory, 'lists' | 'scores'>> {
  const at = (notes: readonly NoteDraft[], note: NoteDraft): Instant =>
    place((together ? (notes[0] ?? note) : note).placed, asOfs)
  return {
    lists: lists.map((n, seq) => ({ list: n.list, at: at(lists, n), seq, listed: n.listed })),
    scores: scores.map((n, seq) => ({ name: n.score, at: at(scores, n), seq, value: n.value })),
  }
}
