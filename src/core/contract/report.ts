/** Reports over every door: what can be asked, and the answer in the asked language. */
import type { InstantText } from './contract.ts'

/** Something that a report may be told. */
export interface ReportParameterWire {
  readonly name: string
  /** `segments`: keys in an order, with commas between them. */
  readonly kind:
    | 'segment'
    | 'segments'
    | 'score'
    | 'model'
    | 'event'
    | 'trait'
    | 'number'
    | 'choice'
    | 'text'
  readonly label: string
  readonly help: string
  readonly required: boolean
  /** Used when nothing is given; null where the report chooses by the data. */
  readonly default: string | null
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** A report that can be asked for. */
export interface ReportKindWire {
  readonly name: string
  readonly group: string
  readonly groupLabel: string
  readonly title: string
  readonly about: string
  readonly parameters: readonly ReportParameterWire[]
  /** What the programme's catalogue lacks for it; empty when it can be made. */
  readonly missing: readonly string[]
}

export interface ReportFindingWire {
  readonly code: string
  readonly tone: 'good' | 'neutral' | 'bad' | 'caution'
  readonly text: string
  readonly definition: string | null
  readonly segment: string | null
  readonly money: number | null
}

export interface ReportColumnWire {
  readonly key: string
  readonly title: string
  readonly kind: 'text' | 'count' | 'number' | 'share' | 'money' | 'days' | 'date'
  readonly low: string | null
  readonly high: string | null
  readonly hidden: boolean
}

export interface ReportTableWire {
  readonly name: string
  readonly title: string
  readonly columns: readonly ReportColumnWire[]
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[]
}

export interface ReportChartWire {
  readonly kind: 'bars' | 'lines' | 'heat' | 'flow' | 'dots' | 'points'
  readonly title: string
  readonly table: string
  readonly x: string
  readonly y: readonly string[]
  readonly series: string | null
  readonly partial: string | null
  readonly reference: number | null
}

/** A report that was made. */
export interface ReportWire {
  readonly name: string
  readonly title: string
  readonly about: string
  /** Of the published state that it speaks of. */
  readonly asOf: InstantText
  readonly timeZone: string
  readonly currency: string
  readonly synthetic: boolean
  /** As it was told, defaults included. */
  readonly parameters: Readonly<Record<string, string>>
  readonly findings: readonly ReportFindingWire[]
  readonly tables: readonly ReportTableWire[]
  readonly charts: readonly ReportChartWire[]
  readonly method: readonly string[]
}
