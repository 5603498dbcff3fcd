/** Ready segments on the wire. */
import type { LocalText } from '../base/index.ts'
import type { CountWire, InstantText } from './contract.ts'

/** What is to be filled in; words are in the asked language. */
export interface TemplateParameterWire {
  readonly name: string
  readonly label: string
  readonly kind: 'days' | 'count' | 'number' | 'money' | 'share' | 'text'
  /** Days, counts and amounts as numbers, shares 0..1; null when it must be chosen. */
  readonly value: number | string | null
  readonly default: number | string | null
  /** On what the default rests: how many customers as of when, a named source, or a round number. */
  readonly basis: string
  /** Where it is from, for machines; `exact` is the statistic before rounding. */
  readonly from: {
    readonly kind: 'data' | 'top' | 'constant' | 'catalogue' | 'choice'
    readonly statistic?: string
    readonly exact?: number
    readonly customers?: number
    readonly asOf?: InstantText
  }
  /** Known values of a text, the most frequent first. */
  readonly options: readonly string[]
  /** ISO 4217, of money. */
  readonly currency?: string
}

/** A template as it would be used on this programme. */
export interface TemplateWire {
  readonly key: string
  readonly group: string
  readonly groupLabel: string
  readonly name: LocalText
  readonly why: LocalText
  /** What to do with its members. */
  readonly use: LocalText
  readonly fits: boolean
  /** What the catalogue lacks, in words; empty when it fits. */
  readonly missing: readonly string[]
  readonly parameters: readonly TemplateParameterWire[]
  /** Canonical text; null when something is missing. */
  readonly definition: string | null
  readonly sentence: string
  readonly brief: string
  /** Keys of the programme's segments that were made from it. */
  readonly usedBy: readonly string[]
}

/** One template with its count on the present data; null when it does not fit. */
export interface TemplateShownWire extends TemplateWire {
  readonly count: CountWire | null
}

/** Body of `POST /templates/:key`. */
export interface UseTemplateRequest {
  /** The segment's key; the template's when absent. */
  readonly as?: string
  /** By name, as people type them: `45`, `20%`, `Coffee`. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** What using a template wrote. */
export interface TemplateUsedWire {
  readonly template: string
  readonly segment: string
  /** Below the programme's folder. */
  readonly file: string
  readonly definition: string
  readonly sentence: string
}
