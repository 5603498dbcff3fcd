/** What a report is to this room: what it can be told, and how it is made from the published state. */
import type { Instant } from '../../../core/base/index.ts'
import type { ReportParameterWire } from '../../../core/contract/index.ts'
import type { ReportDraft, Text } from '../../../core/insight/index.ts'
import type { Sql } from '../../../core/sql/index.ts'
import type { Meaning, Slot } from '../../../core/template/index.ts'
import type { Current, Snapshot } from '../../run/index.ts'

/** Where a report is found. */
export const REPORT_GROUPS = [
  'segments',
  'value',
  'patterns',
  'movement',
  'weak-points',
  'voice',
  'money',
  'data',
] as const
export type ReportGroup = (typeof REPORT_GROUPS)[number]

/** Something that it may be told; all values travel as text. */
export interface ReportParameter {
  readonly name: string
  /** `segments`: keys in an order, with commas between them. */
  readonly kind: ReportParameterWire['kind']
  readonly label: Text
  readonly help?: Text
  readonly required?: boolean
  readonly default?: string
  /** Of a `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: Text }[]
  /** Of a `number`. */
  readonly range?: readonly [low: number, high: number]
}

/** What was told, checked: segments exist, numbers lie in their range. */
export interface Told {
  readonly text: (name: string) => string | undefined
  readonly number: (name: string) => number | undefined
}

/** What a report is made from. */
export interface ReportContext {
  readonly current: Current
  /** The published state; all figures are as of its watermark. */
  readonly snapshot: Snapshot
  readonly asOf: Instant
  readonly meaning: Meaning
  readonly table: (name: string) => Sql
  /** Asks as a reader, with the limits of one; rows are few. */
  readonly query: <T>(statement: Sql) => Promise<readonly T[]>
  /** Keys of those who are left out of all that is read: of models, who objects to profiling. */
  readonly leftOut?: (table: ReportContext['table']) => Sql
  readonly signal?: AbortSignal
}

/** One kind of report. */
export interface ReportKind {
  readonly name: string
  readonly group: ReportGroup
  readonly title: Text
  /** What question it answers, in one or two sentences. */
  readonly about: Text
  /** Parts of the catalogue without which it cannot be made. */
  readonly needs: readonly Slot[]
  readonly parameters: readonly ReportParameter[]
  readonly make: (context: ReportContext, told: Told) => Promise<ReportDraft>
}
