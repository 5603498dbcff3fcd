/** A report before it is put into a language: findings in words first, then the figures behind them, then how to draw them. */
import type { Text } from './text.ts'

/** `good` and `bad` are for the programme; `caution` is about the figures themselves: few data, a doubtful assumption. */
export type Tone = 'good' | 'neutral' | 'bad' | 'caution'

/** One thing that the reader should know. */
export interface Finding {
  /** Stable, for tests and programs: `concentration/top-heavy`. */
  readonly code: string
  readonly tone: Tone
  readonly text: Text
  /** A definition in the segment language that selects those meant, to look at or to make a segment of. */
  readonly definition?: string
  /** The segment that the finding is about. */
  readonly segment?: string
  /** What is at stake in the programme's currency, for ranking. */
  readonly money?: number
}

/** How a column's values are written; `date` values are ISO days, `text` may be a `Text`. */
export type ColumnKind = 'text' | 'count' | 'number' | 'share' | 'money' | 'days' | 'date'

export interface ReportColumn {
  readonly key: string
  readonly title: Text
  readonly kind: ColumnKind
  /** Columns that hold the bounds of this one's interval; shown beside it. */
  readonly low?: string
  readonly high?: string
  /** Shown in the file, not on the page. */
  readonly hidden?: true
}

/** A value; null is "nothing to say", never 0 in its stead. */
export type Cell = string | number | boolean | Text | null

export interface ReportTable {
  /** Within the report; part of the file's name. */
  readonly name: string
  readonly title: Text
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** A drawing of one table. */
export interface ReportChart {
  /**
   * `bars`: one bar for each row and y (with `low`/`high` as whiskers); `lines`: x in order; `heat`: x by `series`, coloured by y;
   * `flow`: from `x` to `series`, as wide as y; `dots`: estimates with their intervals beside names; `points`: x against y.
   */
  readonly kind: 'bars' | 'lines' | 'heat' | 'flow' | 'dots' | 'points'
  readonly title: Text
  readonly table: string
  /** Column of the names, dates or numbers along the axis. */
  readonly x: string
  readonly y: readonly string[]
  /** Column that splits rows into several lines or groups, or the other axis of `heat`, or the target of `flow`. */
  readonly series?: string
  /** Column of flags: true for periods that are not complete, drawn apart. */
  readonly partial?: string
  /** A line to compare with, such as the base's value: a number on the y axis. */
  readonly reference?: number
}

/** What was found. */
export interface ReportDraft {
  readonly findings: readonly Finding[]
  readonly tables: readonly ReportTable[]
  readonly charts: readonly ReportChart[]
  /** How it was computed and what that assumes; one sentence each. */
  readonly method: readonly Text[]
}
