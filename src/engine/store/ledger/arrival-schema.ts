/** The ledger's tables of events over HTTP, as types. */
import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type Defaulted = ColumnType<Date, Date | string | undefined, Date | string>
type InstantOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** A key that may send events; only its hash is kept. */
export interface WriteKeyTable {
  id: GeneratedAlways<number>
  name: string
  /** The first characters, by which people tell keys apart. */
  prefix: string
  /** sha256 of the key, hex. */
  hash: string
  created_at: Defaulted
  revoked_at: InstantOrNull
}

/** What one commit took in: rows that wait to become facts. */
export interface ArrivalTable {
  id: GeneratedAlways<number>
  received_at: Instant
  row_count: number
  byte_count: number
  /** May be given as UTF-8. */
  body: ColumnType<string, string | Buffer, string>
}

/** One taking over of arrivals into the facts, under a number that imports share. */
export interface AbsorptionTable {
  load: number
  /** The arrivals that it takes, by number: others may have become visible meanwhile. */
  arrivals: JSONColumnType<number[], string, string>
  state: 'open' | 'done'
  row_count: number
  started_at: Defaulted
  finished_at: InstantOrNull
  /** The generation that took its customers in; null while they wait. */
  generation: number | null
}

/** A message that was refused, kept for some days so that its sender can be mended. */
export interface RefusedArrivalTable {
  id: GeneratedAlways<number>
  received_at: Instant
  write_key: number | null
  type: string
  name: string
  message_id: string
  issues: JSONColumnType<object, string, string>
  body: string
}

/** `open` and `undoing` are finished by whoever opens the programme next. */
export type MergeState = 'open' | 'done' | 'undoing' | 'undone'

/** An alias that became part of a customer, and how to take it back. Keys are unsigned 64-bit numbers as text. */
export interface CustomerMergeTable {
  id: GeneratedAlways<number>
  alias_id: string
  customer_id: string
  alias_key: string
  customer_key: string
  load: number
  cause: 'alias' | 'identify' | 'request'
  state: MergeState
  merged_at: Instant
  undone_at: InstantOrNull
}

/** All of them, for the query builder. */
export interface ArrivalSchema {
  write_key: WriteKeyTable
  arrival: ArrivalTable
  absorption: AbsorptionTable
  refused_arrival: RefusedArrivalTable
  customer_merge: CustomerMergeTable
}
