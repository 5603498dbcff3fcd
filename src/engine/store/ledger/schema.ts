/** The tables of the ledger, as types. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** JSON that is written as text and read as data. */
type Json<T extends object> = JSONColumnType<T, string, string>
/** Written as a Date or ISO text, read as a Date. */
type Instant = ColumnType<Date, Date | string, Date | string>
type InstantOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** Facts about the programme itself, such as the data format version. */
export interface ProgrammeMetaTable {
  key: string
  value: Json<object>
}

/** `staged`: rows lie in staging; `publishing`: being moved, must be rolled forward; the rest are ends. */
export type ImportState = 'staged' | 'publishing' | 'done' | 'failed' | 'cancelled'

/** One load of one file: the journal of its publication. */
export interface ImportTable {
  id: Generated<number>
  state: ImportState
  file_name: string
  /** sha256 of the file's bytes, hex. */
  digest: string
  mapping: Json<object>
  counts: Json<object>
  started_at: ColumnType<Date, Date | string | undefined, never>
  finished_at: InstantOrNull
  /** The process that does it. */
  holder: string
  /** What publishing needs to be rolled forward. */
  journal: Json<object>
}

export type SnapshotState = 'building' | 'ready' | 'retired'

/** One evaluation. */
export interface SnapshotTable {
  id: Generated<number>
  as_of: Instant
  evaluated_at: ColumnType<Date, Date | string | undefined, Date | string>
  definitions_digest: string
  /** The last import whose facts it saw; 0 when none. */
  facts_watermark: number
  state: SnapshotState
  counts: Json<object>
  plan: Json<object>
}

/** One row: the snapshot that doors read. */
export interface CurrentSnapshotTable {
  singleton: Generated<boolean>
  snapshot_id: number
  switched_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** All tables, for the query builder. */
export interface LedgerSchema {
  programme_meta: ProgrammeMetaTable
  import: ImportTable
  snapshot: SnapshotTable
  current_snapshot: CurrentSnapshotTable
}
