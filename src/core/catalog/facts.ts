/** How facts lie in the analytics store: one table per event kind, one for traits, one for who is known. */
import type { Catalogue, EventKind, Property, ValueType } from './catalog.ts'

/** A column and its ClickHouse type. */
export interface Column {
  readonly name: string
  readonly type: string
}

/** A table without its engine: single server or cluster is the store's affair. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly Column[]
  readonly orderBy: readonly string[]
  /** An expression written by us; absent means one partition. */
  readonly partitionBy?: string
  /** Rows are spread over a cluster's shards by this column; absent means a copy on each. */
  readonly shardBy?: string
  /** The engine's own settings of the table. */
  readonly settings?: Readonly<Record<string, number>>
}

/**
 * Tables that are read by customer. Few rows between marks, and small compressed blocks, since a block is unpacked whole
 * for one customer's rows: of 4 M events in yearly parts, 500 customers of 100,000 took 0.23 s of processor time
 * instead of 0.33 s with marks of 512 rows and blocks of 64 KB, for a tenth more on disk and in full scans.
 */
const BY_CUSTOMER = { index_granularity: 256, min_compress_block_size: 4096 }

/**
 * A year to which nothing has come for an hour becomes one part: a customer's rows are looked for in each part, which is most of
 * what reading a few thousand customers costs.
 */
const SETTLING = {
  min_age_to_force_merge_seconds: 3600,
  min_age_to_force_merge_on_partition_only: 1,
}

/** Instants in the store have milliseconds and no zone of their own. */
export const INSTANT_TYPE = "DateTime64(3, 'UTC')"
/** number and money: exact to six decimals, so that sums do not depend on their order. */
export const DECIMAL_TYPE = 'Decimal(18, 6)'

/** `required` numbers, dates and flags are never NULL; text is never NULL: '' is missing. */
export function columnType(property: Pick<Property, 'type' | 'required'>): string {
  const base = BASE_TYPE[property.type]
  const hasOwnMissing = property.type === 'text' || property.type === 'category'
  if (hasOwnMissing || property.type === 'list') return base
  if (property.type === 'geo') return 'Array(Float64)'
  return property.required ? base : `Nullable(${base})`
}

const BASE_TYPE: Readonly<Record<ValueType, string>> = {
  text: 'LowCardinality(String)',
  category: 'LowCardinality(String)',
  number: DECIMAL_TYPE,
  money: DECIMAL_TYPE,
  boolean: 'Bool',
  date: 'Date32',
  instant: INSTANT_TYPE,
  list: 'Array(LowCardinality(String))',
  /** [latitude, longitude], or empty when missing. */
  geo: 'Array(Float64)',
}

export function eventTable(event: string): string {
  return `event_${event}`
}

export function propertyColumn(property: string): string {
  return `p_${property}`
}

/** Elements are parallel arrays: the nth value of each column belongs to the nth element. */
export function elementColumn(element: string, property: string): string {
  return `e_${element}_${property}`
}

export function traitColumn(trait: string): string {
  return `t_${trait}`
}

/**
 * 0 for the customer's own rows; else the key of the customer who was merged into this one, whose row this is:
 * undoing the merge takes back the rows with that origin.
 */
const ORIGIN: Column = { name: 'origin', type: 'UInt64' }

/**
 * The table of an event kind. Each row is one event, unique by `id` (the anti-join at intake keeps it so);
 * `body` is a hash of its payload, `load` the import that brought it.
 */
export function eventShape(event: EventKind): TableShape {
  return {
    name: eventTable(event.name),
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'at', type: INSTANT_TYPE },
      { name: 'id', type: 'String' },
      { name: 'body', type: 'UInt64' },
      { name: 'load', type: 'UInt32' },
      ORIGIN,
      ...Object.values(event.properties).map((p) => ({
        name: propertyColumn(p.name),
        type: columnType(p),
      })),
      ...Object.values(event.elements).flatMap((element) =>
        Object.values(element.properties).map((p) => ({
          name: elementColumn(element.name, p.name),
          type: `Array(${columnType(p)})`,
        })),
      ),
    ],
    orderBy: ['customer_key', 'at'],
    // Years, not months: a customer's rows then lie together, and many aggregates over them cost less than half.
    partitionBy: 'toYear(at)',
    shardBy: 'customer_key',
    settings: { ...BY_CUSTOMER, ...SETTLING },
  }
}

/**
 * Trait records: a row sets the traits that are present and clears those named in `cleared`, from `at` on.
 * A trait's value at T is that of the last row by (at, seq) with at <= T that sets or clears it.
 * A row that says nothing of a text or list trait holds '' or an empty list there, which sets nothing.
 */
export function profileShape(catalogue: Catalogue): TableShape {
  return {
    name: 'profile',
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'at', type: INSTANT_TYPE },
      { name: 'seq', type: 'UInt64' },
      { name: 'load', type: 'UInt32' },
      ORIGIN,
      { name: 'cleared', type: 'Array(LowCardinality(String))' },
      ...Object.values(catalogue.traits).map((t) => ({
        name: traitColumn(t.name),
        type: columnType({ type: t.type, required: false }),
      })),
    ],
    orderBy: ['customer_key', 'at', 'seq'],
    shardBy: 'customer_key',
    settings: BY_CUSTOMER,
  }
}

/**
 * Who is known since when. `known_from` is the earliest instant of any fact; several rows of one customer
 * are read with min(known_from). `customer_key` is sipHash64(customer_id); a collision is refused at intake.
 */
export const CUSTOMER_SHAPE: TableShape = {
  name: 'customer',
  columns: [
    { name: 'customer_key', type: 'UInt64' },
    { name: 'customer_id', type: 'String' },
    { name: 'known_from', type: INSTANT_TYPE },
    { name: 'load', type: 'UInt32' },
    ORIGIN,
  ],
  orderBy: ['customer_key', 'customer_id'],
  shardBy: 'customer_key',
}

/**
 * Who is on a static list: the last record by (at, seq) of a list and customer says so. The lists named
 * `segment:<key>:include` and `segment:<key>:exclude` override the definition of a segment.
 */
export const LIST_MEMBER_SHAPE: TableShape = {
  name: 'list_member',
  columns: [
    { name: 'list', type: 'LowCardinality(String)' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'at', type: INSTANT_TYPE },
    { name: 'seq', type: 'UInt64' },
    { name: 'listed', type: 'Bool' },
    { name: 'load', type: 'UInt32' },
    ORIGIN,
  ],
  orderBy: ['list', 'customer_key', 'at', 'seq'],
  shardBy: 'customer_key',
}

/** What models said of customers: the last record by (at, seq) of a name and customer counts; NULL takes it back. */
export const SCORE_SHAPE: TableShape = {
  name: 'score',
  columns: [
    { name: 'name', type: 'LowCardinality(String)' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'at', type: INSTANT_TYPE },
    { name: 'seq', type: 'UInt64' },
    { name: 'value', type: `Nullable(${DECIMAL_TYPE})` },
    { name: 'load', type: 'UInt32' },
    { name: 'version', type: 'LowCardinality(String)' },
    ORIGIN,
  ],
  orderBy: ['name', 'customer_key', 'at', 'seq'],
  shardBy: 'customer_key',
}

/**
 * Who was merged into whom. An alias whose last record is not undone is no customer: its own rows stay as an
 * archive, and copies of them lie under `customer_key` with the alias as their origin.
 */
export const MERGED_SHAPE: TableShape = {
  name: 'merged',
  columns: [
    { name: 'alias_key', type: 'UInt64' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'at', type: INSTANT_TYPE },
    { name: 'seq', type: 'UInt64' },
    { name: 'undone', type: 'Bool' },
  ],
  orderBy: ['alias_key', 'at', 'seq'],
  // Asked for by alias on every shard, and small.
}

/** Reference rows of products; the latest `load` of an id counts. */
export function productShape(catalogue: Catalogue): TableShape {
  return {
    name: 'product',
    columns: [
      { name: 'product_id', type: 'String' },
      { name: 'load', type: 'UInt32' },
      ...Object.values(catalogue.products).map((p) => ({
        name: propertyColumn(p.name),
        type: columnType({ type: p.type, required: false }),
      })),
    ],
    orderBy: ['product_id'],
  }
}

/** Every fact table of a programme. */
export function factShapes(catalogue: Catalogue): readonly TableShape[] {
  return [
    CUSTOMER_SHAPE,
    profileShape(catalogue),
    productShape(catalogue),
    LIST_MEMBER_SHAPE,
    SCORE_SHAPE,
    MERGED_SHAPE,
    ...Object.values(catalogue.events).map(eventShape),
  ]
}
