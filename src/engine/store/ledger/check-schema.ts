/** The ledger's table of checks of segments, as a type. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** One check of one segment. */
export interface SegmentCheckTable {
  id: Generated<number>
  segment: string
  as_of: ColumnType<Date, Date, never>
  meaning: string
  verdict: string
  grades: JSONColumnType<object, string, string>
  worst: JSONColumnType<object | null, string | null, string | null>
  figures: JSONColumnType<object, string, string>
  took_ms: number
}

/** The tables of checks, for the query builder. */
export interface CheckSchema {
  segment_check: SegmentCheckTable
}
