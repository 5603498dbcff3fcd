/** Writes histories into the fact tables as intake would: an event sent twice once, clears by name, known since the first fact. */
import { Readable } from 'node:stream'
import { factShapes, type Catalogue, type Property } from '../../src/core/catalog/index.ts'
import type { CustomerHistory, EventRecord, StoredValue } from '../../src/core/segment/index.ts'
import type { Analytics } from '../../src/engine/store/index.ts'

type Json = Record<string, unknown>

/** The largest key is among them, and their order is not that of the customers. */
export function keyOf(index: number): bigint {
  return 2n ** 64n - 1n - BigInt(index) * 0x0123_4567_89ab_cdefn
}

/** The ids of every seventh customer, who were merged into somebody else. */
export function aliasesOf(histories: readonly CustomerHistory[]): readonly string[] {
  return histories.filter((_, i) => i % 7 === 3).map((h) => h.customerId)
}

/** Replaces all facts by these histories; keys are `keyOf` of their place. Merges of aliases may have been undone and done again. */
export async function storeFacts(
  analytics: Analytics,
  catalogue: Catalogue,
  histories: readonly CustomerHistory[],
  aliases: readonly string[] = [],
): Promise<void> {
  const tables = new Map<string, Json[]>(factShapes(catalogue).map((s) => [s.name, []]))
  const put = (table: string, row: Json): void => void tables.get(table)?.push(row)
  histories.forEach((history, i) => {
    const key = String(keyOf(i))
    const facts = [...history.traits, ...history.events].map((fact) => fact.at)
    // Nobody knows of them yet.
    if (facts.length === 0) return
    put('customer', {
      customer_key: key,
      customer_id: history.customerId,
      known_from: instantText(Math.min(...facts)),
    })
    // A load that brings nothing earlier adds a row like this one.
    if (facts.length > 1)
      put('customer', {
        customer_key: key,
        customer_id: history.customerId,
        known_from: instantText(Math.max(...facts)),
      })
    for (const record of history.traits) {
      const cleared = Object.keys(record.traits).filter((name) => record.traits[name] === null)
      put('profile', {
        customer_key: key,
        at: instantText(record.at),
        seq: String(record.seq),
        cleared,
        ...columns(catalogue.traits, record.traits, (n) => `t_${n}`),
      })
    }
    for (const event of once(history.events))
      put(`event_${event.event}`, eventRow(catalogue, key, event))
    for (const { list, at, seq, listed } of history.lists ?? [])
      put('list_member', { customer_key: key, list, at: instantText(at), seq: String(seq), listed })
    for (const { name, at, seq, value } of history.scores ?? [])
      put('score', {
        customer_key: key,
        name,
        at: instantText(at),
        seq: String(seq),
        value: value === null ? null : value.toFixed(6),
      })
  })
  putMerges(histories, aliases, put)
  for (const [table, rows] of tables) {
    await analytics.tables.truncate(table)
    if (rows.length === 0) continue
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    await analytics.insert({ table, format: 'JSONEachRow' }, Readable.from([Buffer.from(lines)]), {
      settings: { max_partitions_per_insert_block: 0 },
    })
  }
}

/** Records of merges: aliases that hold, and some that were undone or never concerned. */
function putMerges(
  histories: readonly CustomerHistory[],
  aliases: readonly string[],
  put: (table: string, row: Json) => void,
): void {
  histories.forEach(({ customerId }, i) => {
    const merge = (seq: number, undone: boolean): void =>
      put('merged', {
        alias_key: String(keyOf(i)),
        customer_key: String(keyOf(i + 1)),
        at: instantText(1_700_000_000_000 + Math.floor(seq / 2)),
        seq: String(seq),
        undone,
      })
    const isAlias = aliases.includes(customerId)
    if (!isAlias && (aliases.length === 0 || i % 7 !== 5)) return
    merge(0, false)
    if (!isAlias || i % 2 === 0) merge(1, true)
    if (isAlias && i % 2 === 0) merge(2, false)
  })
}

function once(events: readonly EventRecord[]): readonly EventRecord[] {
  const first = new Map<string, EventRecord>()
  for (const event of events) {
    const key = `${event.event} ${event.id}`
    if (!first.has(key)) first.set(key, event)
  }
  return [...first.values()]
}

function eventRow(catalogue: Catalogue, key: string, event: EventRecord): Json {
  const kind = catalogue.events[event.event]
  const row: Json = {
    customer_key: key,
    at: instantText(event.at),
    id: event.id,
    ...columns(kind?.properties ?? {}, event.properties, (n) => `p_${n}`),
  }
  for (const element of Object.values(kind?.elements ?? {})) {
    const list = event.elements[element.name] ?? []
    for (const p of Object.values(element.properties))
      row[`e_${element.name}_${p.name}`] = list.map((one) => stored(p, one[p.name]))
  }
  return row
}

function columns(
  properties: Readonly<Record<string, Property>>,
  values: Readonly<Record<string, StoredValue>>,
  name: (property: string) => string,
): Json {
  return Object.fromEntries(
    Object.values(properties).map((p) => [name(p.name), stored(p, values[p.name])]),
  )
}

function stored(p: Property, v: StoredValue | undefined): unknown {
  if (v === undefined || v === null)
    return p.type === 'text' || p.type === 'category'
      ? ''
      : p.type === 'list' || p.type === 'geo'
        ? []
        : null
  if (p.type === 'instant' && typeof v === 'number') return instantText(v)
  if ((p.type === 'number' || p.type === 'money') && typeof v === 'number') return v.toFixed(6)
  return v
}

function instantText(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '')
}
