/** The tables of the ledger, as types. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { ArrivalSchema } from './arrival-schema.ts'
import type { GenerationSchema } from './generation-schema.ts'
import type { CheckSchema } from './check-schema.ts'
import type { ModelSchema } from './model-schema.ts'

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
  /** The generation that took its facts in; null while they wait. */
  generation_id: ColumnType<number | null, number | null | undefined, number | null>
}

/** `kept`: replaced, and kept so that the past can be read; `retired`: its rows are gone. */
export type SnapshotState = 'building' | 'ready' | 'kept' | 'retired'

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
  /** By the clock of the programme. */
  computed_at: InstantOrNull
  /** Asked for at an instant of the past: the clock does not carry it on. */
  pinned: ColumnType<boolean, boolean | undefined, boolean>
}

/** One row: the snapshot that doors read. */
export interface CurrentSnapshotTable {
  singleton: Generated<boolean>
  snapshot_id: number
  generation_id: number
  switched_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** One applied version of a segment; the greatest number is the one in force. */
export interface SegmentVersionTable {
  key: string
  version: number
  status: 'draft' | 'active' | 'retired'
  /** The definition in canonical form. */
  text: string
  /** The definition as it stood in its file, comments included. */
  written: string
  /** The whole file. */
  source: string
  time_zone: string | null
  /** The programme's measures that it uses, as they were. */
  measures: Json<object>
  /** Of what it means: text, zone, measures. */
  digest: string
  who: string
  why: string
  applied_at: ColumnType<Date, Date | string | undefined, never>
  /** What was known to be wrong when it was applied. */
  issues: Json<readonly string[]>
}

/** A list of customers that people keep by hand. */
export interface StaticListTable {
  name: string
  comment: string
  who: string
  created_at: ColumnType<Date, Date | string | undefined, never>
}

/** One edit of a static list. */
export interface ListEditTable {
  id: Generated<number>
  list: string
  who: string
  why: string
  added: number
  removed: number
  /** The generation of memberships that saw it. */
  generation_id: ColumnType<number | null, number | null | undefined, number | null>
  edited_at: ColumnType<Date, Date | string | undefined, never>
}

/** One load of scores. */
export interface ScoreLoadTable {
  id: Generated<number>
  scores: Json<readonly string[]>
  file_name: string
  /** sha256 of the file's text, hex. */
  digest: string
  version: string
  who: string
  why: string
  counts: Json<ScoreCounts>
  loaded_at: ColumnType<Date, Date | string | undefined, never>
  finished_at: InstantOrNull
  /** The generation of memberships that saw it. */
  generation_id: ColumnType<number | null, number | null | undefined, number | null>
}

/** Values of a load of scores. */
export interface ScoreCounts {
  readonly read: number
  readonly rejected: number
  readonly written: number
  /** Of those written, how many take the score back. */
  readonly cleared: number
}

/** All tables, for the query builder. */
export interface LedgerSchema extends ArrivalSchema, GenerationSchema, ModelSchema, CheckSchema {
  programme_meta: ProgrammeMetaTable
  import: ImportTable
  snapshot: SnapshotTable
  current_snapshot: CurrentSnapshotTable
  segment_version: SegmentVersionTable
  static_list: StaticListTable
  list_edit: ListEditTable
  score_load: ScoreLoadTable
}
