/** What a kind of model is to this room: how it is computed from the published state, and what it then says. */
import type { ModelFile, ModelSettings } from '../../../core/catalog/index.ts'
import type { ReportDraft } from '../../../core/insight/index.ts'
import type { Sql } from '../../../core/sql/index.ts'
import type { EstimateStatus } from '../../../core/stats/index.ts'
import type { Slot } from '../../../core/template/index.ts'
import type { ReportContext } from '../report/kind.ts'

/** Columns of numbers, all of one length, by name: what a fit in Node gives back to the store. */
export type Lookup = Readonly<Record<string, Float64Array>>

/** What a model is computed with. */
export interface ModelTask {
  readonly model: ModelFile
  readonly settings: ModelSettings
  /** Parameters of the last run that scored; for labels that stay and fits that start where the last ended. */
  readonly before: unknown
  /** Says where it is: `fitting`, `scoring`. */
  readonly phase: (phase: string, progress?: number) => void
  /**
   * Puts columns into a table of their own, whole on every host, as doubles; `as` names columns that shall be stored as
   * another type. One at a time and gone after the run. The result is read as `table(LOOKUP)` within `scores`.
   */
  readonly lookup: (columns: Lookup, as?: Readonly<Record<string, string>>) => Promise<void>
  /**
   * Keeps what a select says of each customer until the run ends, on the customer's shard, so that whatever is asked more
   * than once, and the scores, are read from one pass over the facts. `columns` of the select with their types in the store;
   * `customer_key` is always one. Once in a run. The result stands for the select, in `query` and in `scores`.
   */
  readonly keep: (
    columns: Readonly<Record<string, string>>,
    select: (shard: ReportContext) => Sql,
  ) => Promise<Kept>
  readonly signal?: AbortSignal
}

/** A select of what was kept. */
export type Kept = (context: Pick<ReportContext, 'table'>) => Sql

/** The table that `lookup` fills. */
export const LOOKUP = 'model_lookup'
/** The table that `keep` fills. */
export const KEPT = 'model_kept'

/** What a model found. */
export interface ModelResult {
  readonly status: EstimateStatus
  /** Customers that it was computed from. */
  readonly n: number
  /** Kept with the run; whatever is needed to say again how scores came about. */
  readonly parameters: object
  /** What it says in words, and the figures behind. */
  readonly draft: ReportDraft
  /**
   * `customer_key` and one column per output, as doubles; NULL, or no row, takes a customer's score back. It is run on
   * every shard with that shard's tables in the context. Absent: the last good scores stay, and are called stale.
   */
  readonly scores?: (context: ReportContext) => Sql
}

/** One kind of model; its words and settings stand in the table of `core/catalog`. */
export interface ModelKind {
  readonly kind: string
  /** Parts of the catalogue without which it cannot be computed, after the settings have had their say. */
  readonly needs: readonly Slot[]
  /** It divides what was spent among all who caused it: who objects to profiling is counted, and gets no score all the same. */
  readonly countsAll?: true
  readonly run: (context: ReportContext, task: ModelTask) => Promise<ModelResult>
}
