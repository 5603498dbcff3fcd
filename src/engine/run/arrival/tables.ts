/** Tables of arrivals in the analytics store: rows on their way, known message ids, and customers with new facts. */
import {
  eventShape,
  eventTable,
  INSTANT_TYPE,
  profileShape,
  type Catalogue,
  type EventKind,
} from '../../../core/catalog/index.ts'
import { sql } from '../../../core/sql/index.ts'
import type { Analytics, TableColumn, TableDefinition } from '../../store/index.ts'

/** Ids of all messages ever taken, as 128-bit hashes: a collision is not to be expected in the life of a shop. */
export const MESSAGE_TABLE = 'message'
/** Which customers each absorption touched, and from when on. */
export const TOUCHED_TABLE = 'touched'

const MESSAGE_SHAPE: TableDefinition = {
  name: MESSAGE_TABLE,
  columns: [
    { name: 'hash', type: 'UInt128' },
    { name: 'load', type: 'UInt32' },
  ],
  orderBy: ['hash'],
  settings: { index_granularity: 128, fsync_after_insert: 1, fsync_part_directory: 1 },
}

const TOUCHED_SHAPE: TableDefinition = {
  name: TOUCHED_TABLE,
  columns: [
    { name: 'load', type: 'UInt32' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'at', type: INSTANT_TYPE },
    { name: 'cause', type: 'LowCardinality(String)' },
  ],
  orderBy: ['load', 'customer_key'],
  shardBy: 'customer_key',
  settings: { fsync_after_insert: 1, fsync_part_directory: 1 },
}

/** A fact table and the table in which its rows arrive. */
export interface Target {
  readonly section: string
  readonly table: string
  readonly arriving: string
  readonly cause: 'event' | 'trait'
  /** Columns that a message fills, beside its customer, id and instant. */
  readonly columns: readonly TableColumn[]
  /** Per element: its columns, which must be equally long. */
  readonly lists: readonly (readonly string[])[]
}

/** What every row brings. */
export const ARRIVED: readonly TableColumn[] = [
  { name: 'customer', type: 'String' },
  { name: 'id', type: 'String' },
  { name: 'at', type: INSTANT_TYPE },
]
const HEAD: readonly TableColumn[] = [{ name: 'ordinal', type: 'UInt64' }, ...ARRIVED]
const OWN = new Set(['customer_key', 'at', 'id', 'body', 'load', 'origin', 'seq'])

/** Targets of a catalogue by their section. */
export function targetsOf(catalogue: Catalogue): ReadonlyMap<string, Target> {
  const events = Object.values(catalogue.events).map(eventTarget)
  const profile = profileShape(catalogue)
  const traits: Target = {
    section: 'trait',
    table: profile.name,
    arriving: 'arriving_profile',
    cause: 'trait',
    columns: profile.columns.filter((c) => !OWN.has(c.name)),
    lists: [],
  }
  return new Map([...events, traits].map((target) => [target.section, target]))
}

function eventTarget(kind: EventKind): Target {
  const table = eventTable(kind.name)
  return {
    section: `event ${kind.name}`,
    table,
    arriving: `arriving_${table}`,
    cause: 'event',
    columns: eventShape(kind).columns.filter((c) => !OWN.has(c.name)),
    lists: Object.values(kind.elements).map((element) =>
      Object.values(element.properties).map((p) => `e_${element.name}_${p.name}`),
    ),
  }
}

/** Makes the table of touched customers. */
export async function ensureTouchedTable(analytics: Analytics): Promise<void> {
  await analytics.tables.create(TOUCHED_SHAPE)
}

const flushing = new WeakMap<Analytics, Set<string>>()

/** Tells tables to flush what they are given: what came over HTTP cannot be loaded again from a file. */
export async function flushAlways(analytics: Analytics, tables: Iterable<string>): Promise<void> {
  const told = flushing.get(analytics) ?? new Set()
  flushing.set(analytics, told)
  const others = [...new Set(tables)].filter((table) => !told.has(table))
  await Promise.all(
    others.map((table) =>
      analytics.runOnShards(
        (name) =>
          sql`ALTER TABLE ${name(table)} MODIFY SETTING fsync_after_insert = 1, fsync_part_directory = 1`,
      ),
    ),
  )
  for (const table of others) told.add(table)
}

const ready = new WeakMap<Analytics, Set<Target>>()

/**
 * Makes the tables that arrivals need, once per catalogue and connection; the caller holds the absorption lock.
 */
export async function ensureArrivalTables(
  analytics: Analytics,
  targets: Iterable<Target>,
): Promise<void> {
  const known = ready.get(analytics) ?? new Set()
  ready.set(analytics, known)
  const fresh = [...targets].filter((target) => !known.has(target))
  if (fresh.length === 0) return
  await analytics.tables.create(MESSAGE_SHAPE)
  await analytics.tables.create(TOUCHED_SHAPE)
  await flushAlways(analytics, ['customer', ...fresh.map((t) => t.table)])
  for (const { arriving, columns } of fresh) {
    // It holds nothing that the ledger does not hold too.
    await analytics.tables.drop(arriving)
    await analytics.tables.create({
      name: arriving,
      columns: [...HEAD, ...columns],
      orderBy: ['ordinal'],
    })
  }
  for (const target of fresh) known.add(target)
}
