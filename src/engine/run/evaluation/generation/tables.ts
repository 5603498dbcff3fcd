/** Where memberships lie: a base with the state of everybody, an overlay of later states, and what changed. */
import { INSTANT_TYPE } from '../../../../core/catalog/index.ts'
import type { Analytics, TableDefinition } from '../../../store/index.ts'

/** The complete state at the instant of a base: who is known, with their bits and next flip. */
export function membershipTable(base: number): string {
  return `membership_${base}`
}

/** Later states of touched customers. */
export function overlayTable(base: number): string {
  return `overlay_${base}`
}

/** Every entry and exit since the first base. */
export const CHANGE_TABLE = 'member_change'
/** Who must be evaluated in a round, and when. */
export const DUE_TABLE = 'due'
/** Members of named snapshots. */
export const FROZEN_TABLE = 'frozen_member'

/** In `member_change` this stands for the population itself: the customer became known, or is no longer. */
export const POPULATION_NUMBER = 65_535

/** `next_flip` of those whom time alone never changes. */
export const NEVER: number = Date.UTC(2299, 0, 1)

const BITS = 'Array(UInt64)'

/** A customer is looked up among a million by reading a few hundred rows. */
const FINE = { index_granularity: 256 }

export function membershipShape(base: number): TableDefinition {
  return {
    name: membershipTable(base),
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'bits', type: BITS },
      { name: 'next_flip', type: INSTANT_TYPE },
    ],
    orderBy: ['customer_key'],
    shardBy: 'customer_key',
    settings: FINE,
  }
}

/** `was` and `was_known` are the state before, so that a change can be told from its row alone. */
export function overlayShape(base: number): TableDefinition {
  return {
    name: overlayTable(base),
    columns: [
      { name: 'generation', type: 'UInt64' },
      { name: 'round', type: 'UInt32' },
      { name: 'customer_key', type: 'UInt64' },
      { name: 'as_of', type: INSTANT_TYPE },
      { name: 'known', type: 'UInt8' },
      { name: 'bits', type: BITS },
      { name: 'next_flip', type: INSTANT_TYPE },
      { name: 'was_known', type: 'UInt8' },
      { name: 'was', type: BITS },
      { name: 'cause', type: 'LowCardinality(String)' },
      { name: 'coming', type: COMING },
    ],
    orderBy: ['generation', 'round', 'customer_key'],
    shardBy: 'customer_key',
  }
}

/** New facts whose instants are still to come, each with the cause it will be. */
const COMING = `Array(Tuple(at ${INSTANT_TYPE}, cause LowCardinality(String)))`

const CHANGE_SHAPE: TableDefinition = {
  name: CHANGE_TABLE,
  columns: [
    { name: 'segment_number', type: 'UInt16' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'entered', type: 'UInt8' },
    { name: 'at', type: INSTANT_TYPE },
    { name: 'computed_at', type: INSTANT_TYPE },
    { name: 'cause', type: 'LowCardinality(String)' },
    { name: 'version', type: 'UInt32' },
    { name: 'generation', type: 'UInt64' },
  ],
  orderBy: ['customer_key', 'generation'],
  partitionBy: 'toYear(computed_at)',
  shardBy: 'customer_key',
}

const DUE_SHAPE: TableDefinition = {
  name: DUE_TABLE,
  columns: [
    { name: 'generation', type: 'UInt64' },
    { name: 'round', type: 'UInt32' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'as_of', type: INSTANT_TYPE },
    { name: 'cause', type: 'LowCardinality(String)' },
    { name: 'coming', type: COMING },
  ],
  orderBy: ['generation', 'round', 'customer_key'],
  shardBy: 'customer_key',
}

const FROZEN_SHAPE: TableDefinition = {
  name: FROZEN_TABLE,
  columns: [
    { name: 'frozen', type: 'UInt32' },
    { name: 'customer_key', type: 'UInt64' },
    { name: 'customer_id', type: 'String' },
  ],
  orderBy: ['frozen', 'customer_key'],
  shardBy: 'customer_key',
}

/** Creates the tables that stay from one base to the next; those that exist are left as they are. */
export async function ensureGenerationTables({ tables }: Analytics): Promise<void> {
  const existing = new Set(await tables.list())
  for (const shape of [CHANGE_SHAPE, DUE_SHAPE, FROZEN_SHAPE])
    if (!existing.has(shape.name)) await tables.create(shape)
}
