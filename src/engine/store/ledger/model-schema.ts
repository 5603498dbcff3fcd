/** The ledger's table of model runs, as a type. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type JsonOrNull<T extends object> = JSONColumnType<
  T | null,
  string | null | undefined,
  string | null
>
type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

/** `died`: its process ended half-way; the next one closed it. */
export type ModelRunState = 'running' | 'done' | 'failed' | 'cancelled' | 'died'

/** One run of a model. */
export interface ModelRunTable {
  id: Generated<number>
  model: string
  kind: string
  state: ModelRunState
  digest: string
  settings: JSONColumnType<object, string, string>
  who: string
  /** By the clock of the programme. */
  started_at: ColumnType<Date, Date, never>
  finished_at: InstantOrNull
  took_ms: OrNull<number>
  as_of: InstantOrNull
  status: OrNull<string>
  n: OrNull<number>
  version: OrNull<string>
  parameters: JsonOrNull<object>
  report: JsonOrNull<object>
  scored: ColumnType<boolean, boolean | undefined, boolean>
  load_id: OrNull<number>
  counts: JsonOrNull<{ readonly written: number; readonly cleared: number }>
  error: JsonOrNull<{ readonly code: string; readonly params: object }>
}

/** The tables of models, for the query builder. */
export interface ModelSchema {
  model_run: ModelRunTable
}
