/** Models over every door: which there are, how they stand, what a run of one found. */
import type { InstantText, IssueWire } from './contract.ts'
import type { ReportWire } from './report.ts'

/** Who ran a model that the programme computed by itself; doors say it in words. */
export const BY_SCHEDULE = 'schedule'

/** One run of a model; what `n`, `status` and `asOf` say is there once it is done. */
export interface ModelRunWire {
  readonly run: number
  readonly model: string
  readonly kind: string
  /** `died`: its process ended half-way. */
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'died'
  /** A person or key, or `BY_SCHEDULE`. */
  readonly who: string
  readonly startedAt: InstantText
  readonly seconds: number | null
  readonly asOf: InstantText | null
  readonly status: 'ok' | 'weak' | 'not-identified' | 'none' | null
  /** Customers that it was computed from. */
  readonly n: number
  /** As it stands beside the scores that it wrote. */
  readonly version: string
  /** False when it had nothing to say of customers, and left the scores as they were. */
  readonly scored: boolean
  /** Values that changed, and those that were taken back. */
  readonly written: number
  readonly cleared: number
  readonly error: IssueWire | null
}

/** A model of the folder as it stands. */
export interface ModelWire {
  readonly key: string
  readonly kind: string
  readonly kindLabel: string
  readonly label: string
  readonly refresh: 'daily' | 'weekly' | 'monthly' | 'never'
  readonly file: string
  /** Defaults included. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly outputs: readonly {
    readonly score: string
    readonly label: string
    readonly unit: 'number' | 'count' | 'money' | 'share' | 'days' | 'class'
  }[]
  /** What the programme's catalogue lacks for it; empty when it can be computed. */
  readonly missing: readonly string[]
  readonly last: ModelRunWire | null
  /** As of when the scores that hold were computed, and by which version. */
  readonly scoredAsOf: InstantText | null
  readonly version: string | null
  /** The scores that hold are not those of the last run, or the file has changed since. */
  readonly stale: boolean
  readonly due: boolean
  /** The day of the programme's calendar on which it is due again; null where it is not, or was never computed. */
  readonly nextDue: string | null
}

/** A kind of model that a file may name. */
export interface ModelKindWire {
  readonly kind: string
  /** The usual key of its file. */
  readonly key: string
  readonly label: string
  readonly about: string
  readonly refresh: ModelWire['refresh']
  readonly refreshes: readonly ModelWire['refresh'][]
  readonly settings: readonly {
    readonly name: string
    readonly kind: string
    readonly label: string
    readonly required: boolean
    readonly default: unknown
    readonly choices: readonly string[]
  }[]
  readonly missing: readonly string[]
}

/** All models, what is wrong with their files, and the kinds. */
export interface ModelsWire {
  readonly models: readonly ModelWire[]
  readonly issues: readonly IssueWire[]
  readonly kinds: readonly ModelKindWire[]
}

/** A model with its history and what one run found. */
export interface ModelDetailWire extends ModelWire {
  readonly timeZone: string
  readonly currency: string
  readonly synthetic: boolean
  readonly about: string
  readonly runs: readonly ModelRunWire[]
  /** The run that the report is of. */
  readonly shown: ModelRunWire | null
  /** The settings that it was told. */
  readonly told: object | null
  readonly parameters: unknown
  readonly report: Pick<ReportWire, 'findings' | 'tables' | 'charts' | 'method'> | null
}

/** A first file of a model that was written. */
export interface ModelInitWire {
  readonly key: string
  readonly kind: string
  readonly file: string
  readonly missing: readonly string[]
}
