/** The ledger's tables of generations, as types. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Json<T extends object> = JSONColumnType<T, string, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type InstantOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** The number of a segment's bit; never given to another. */
export interface SegmentNumberTable {
  key: string
  number: number
}

export type GenerationKind = 'base' | 'advance' | 'compact'
/** `dead`: begun and never published; its rows are removed and no reader takes them. */
export type GenerationState = 'building' | 'published' | 'dead'

/** One publication: a base, and the overlay rows up to this number. */
export interface GenerationTable {
  id: Generated<number>
  snapshot_id: number
  kind: GenerationKind
  state: GenerationState
  /** The watermark: the state is exact at this instant. */
  as_of: Instant
  /** When it was computed by the clock of the programme. */
  computed_at: Instant
  begun_at: ColumnType<Date, Date | string | undefined, never>
  /** The earliest instant at which time alone could change a membership. */
  next_flip: InstantOrNull
  overlay_rows: ColumnType<number, number | undefined, number>
  changes: ColumnType<number, number | undefined, number>
  counts: Json<object>
}

/** The thresholds of a rank, frozen by the evaluation that made a base. */
export interface CutoffTable {
  snapshot_id: number
  key: string
  low: number | null
  high: number | null
  high_open: boolean
}

/** A named snapshot of one segment's members. */
export interface FrozenTable {
  id: Generated<number>
  name: string
  segment: string
  version: number
  definition: string
  as_of: Instant
  members: number
  digest: string
  /** What recomputing it needs. */
  recipe: Json<object>
  created_at: ColumnType<Date, Date | string | undefined, never>
  state: 'building' | 'ready'
}

/** These tables, for the query builder. */
export interface GenerationSchema {
  segment_number: SegmentNumberTable
  generation: GenerationTable
  cutoff: CutoffTable
  frozen: FrozenTable
}
