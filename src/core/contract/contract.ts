/** The questions outsiders may ask and the shape of the answers: the wire form of CLI `--json` and HTTP. */
import type { LocalText, Place, Severity } from '../base/index.ts'
import type { StandingWire } from './standing.ts'

/** Instants travel as ISO 8601 text in UTC with milliseconds. */
export type InstantText = string

/** An issue with its words already in the asked language. */
export interface IssueWire {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly at?: Place
  readonly fix?: string
  /** A question: the option that answers it and the answers it takes; none given means any text. */
  readonly question?: { readonly option: string; readonly answers: readonly string[] }
  /** The line of the file the issue points at, and which of its characters (0-based, half open). */
  readonly excerpt?: { readonly text: string; readonly from: number; readonly to: number }
}

/** The published generation every number comes from. */
export interface SnapshotWire {
  readonly id: number
  readonly asOf: InstantText
  readonly evaluatedAt: InstantText
  readonly population: number
  /** The programme's, in which people read the instants. */
  readonly timeZone: string
  /** How far the numbers are behind the clock. */
  readonly behindSeconds?: number
  /** Further behind than they should be: an alarm. */
  readonly late?: boolean
  /** Asked for at an instant of the past, where they stay. */
  readonly pinned?: boolean
}

/** Whether a segment is good, by its last check: `GET /reports/segment-quality?segment=...` says all of it. */
export interface SegmentQualityWire {
  /** `good`: nothing to say against it. `with-care`: usable, knowing what is named. `not-yet`: mend it first. */
  readonly verdict: 'good' | 'with-care' | 'not-yet'
  /** The verdict in the asked language. */
  readonly label: string
  /** What speaks most against it, in the asked language, in short and in a sentence; null where nothing does. */
  readonly worst: { readonly check: string; readonly label: string; readonly text: string } | null
  /** By check (`distinct`, `meaningful`, `actionable`, `stable`, `large`, `fair`, `explained`): pass, care, fail or unknown. */
  readonly grades: Readonly<Record<string, 'pass' | 'care' | 'fail' | 'unknown'>>
  /** Of which instant it speaks. */
  readonly asOf: string
  /** The definition in force is another one by now. */
  readonly outdated: boolean
  /** Against the check of about a month before: change as a share (0.1 is a tenth more), null where it cannot be told. */
  readonly drift: {
    readonly since: string
    readonly members: number | null
    readonly spend: number | null
  } | null
}

export interface SegmentWire {
  readonly key: string
  readonly name: LocalText
  readonly why: LocalText
  readonly status: 'draft' | 'active' | 'retired'
  /** Canonical text. */
  readonly definition: string
  /** The plain sentence in the asked language; empty when the definition has errors. */
  readonly sentence: string
  /** The same in short, for lists: its conditions alone, without what its measures mean. */
  readonly brief: string
  /** Members in the published snapshot; null when the segment is not in it. */
  readonly count: number | null
  /** Of the population, 0..1. */
  readonly share: number | null
  /** The definition has been edited since the snapshot was made. */
  readonly stale: boolean
  /** What is in force, and how the file differs from it. */
  readonly standing: StandingWire
  /** The last check of it; null before there was one. */
  readonly quality: SegmentQualityWire | null
  /** Digest of the file, to be sent back when saving so that nobody's edit is lost. */
  readonly revision: string
  readonly issues: readonly IssueWire[]
}

export interface OverviewWire {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly currency: string
  readonly synthetic: boolean
  readonly population: number
  readonly snapshot: SnapshotWire | null
  readonly events: readonly {
    readonly name: string
    readonly label: LocalText
    readonly count: number
    readonly first: InstantText | null
    readonly last: InstantText | null
  }[]
  readonly traits: readonly {
    readonly name: string
    readonly label: LocalText
    readonly type: string
    readonly known: number
  }[]
  /** Events per day, week or month (whichever fits the span), for the overview chart. */
  readonly activity: readonly {
    readonly start: InstantText
    readonly event: string
    readonly count: number
  }[]
  readonly segments: readonly SegmentWire[]
  readonly issues: readonly IssueWire[]
}

export interface MemberWire {
  readonly customerId: string
  /** A short sentence in the asked language: why this customer is here. */
  readonly reason: string
}

export interface MemberPageWire {
  readonly segment: string
  readonly snapshot: SnapshotWire
  readonly total: number
  /** The definition has been edited since the snapshot was made: these are the members of the one before. */
  readonly stale: boolean
  readonly standing: StandingWire
  readonly members: readonly MemberWire[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null
}

export interface CountWire {
  readonly count: number
  readonly population: number
  readonly share: number
  readonly asOf: InstantText
  readonly timeZone: string
  /** Present when the count was estimated on a sample: a 95 % interval. */
  readonly estimate?: { readonly low: number; readonly high: number; readonly sampled: number }
  readonly sentence: string
  readonly issues: readonly IssueWire[]
}

/** Files: what was found, how it will be read, what must be asked. */
export interface PreviewWire {
  readonly uploadId: string
  readonly file: string
  readonly bytes: number
  readonly detection: readonly {
    readonly aspect: string
    readonly value: string
    readonly evidence: string
    readonly certain: boolean
  }[]
  /** The mapping as YAML text, editable, and as fields for the form. */
  readonly mapping: string
  readonly target: string
  readonly columns: readonly {
    readonly column: string
    readonly type: string
    readonly samples: readonly string[]
    /** Where the column goes: `customer`, `at`, `id`, `trait:country`, `property:amount`, `item:price`, `ignore`. */
    readonly to: string
    readonly certain: boolean
  }[]
  readonly choices: readonly string[]
  readonly questions: readonly {
    readonly code: string
    readonly message: string
    readonly option: string
    readonly answers: readonly { readonly value: string; readonly label: string }[]
  }[]
  readonly sample: {
    readonly header: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly rejects: readonly {
    readonly line: number
    readonly column: string
    readonly reason: string
    readonly raw: string
  }[]
  readonly issues: readonly IssueWire[]
}

export interface LoadReportWire {
  readonly importId: number
  readonly file: string
  readonly state: 'done' | 'failed' | 'cancelled' | 'dry-run' | 'nothing-new'
  readonly read: number
  readonly accepted: number
  /** Part of accepted: rows that were already known and added nothing. */
  readonly alreadyKnown: number
  readonly rejected: number
  readonly reasons: readonly {
    readonly code: string
    readonly message: string
    readonly count: number
  }[]
  readonly quarantine: string | null
  /** How the file was read, and what its columns became, as a mapping in YAML. */
  readonly detection: PreviewWire['detection']
  readonly mapping: string
  readonly seconds: number
  readonly issues: readonly IssueWire[]
}

export interface JobWire {
  readonly id: string
  readonly kind: 'load' | 'evaluate' | 'apply' | 'demo' | 'verify' | 'model'
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly phase: string
  /** 0..1, or null when the end cannot be told. */
  readonly progress: number | null
  readonly rows: number
  readonly rejected: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
  readonly report?: unknown
  readonly error?: IssueWire
}

export interface ImportWire {
  readonly id: number
  readonly file: string
  readonly state: string
  readonly startedAt: InstantText
  readonly finishedAt: InstantText | null
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  readonly hasQuarantine: boolean
}

export interface QuarantinePageWire {
  readonly importId: number
  readonly total: number
  readonly rows: readonly {
    readonly line: number
    readonly column: string
    readonly code: string
    readonly reason: string
    readonly raw: string
  }[]
}

/** RFC 9457, with our code. */
export interface ProblemWire {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly issues?: readonly IssueWire[]
}

/** Bodies of requests. */
export interface CountRequest {
  readonly definition: string
  /** Answer from a sample with an interval when the base is large. */
  readonly approximate?: boolean
  readonly asOf?: InstantText
}

export interface SaveSegmentRequest {
  readonly key: string
  readonly name: LocalText
  readonly why: LocalText
  readonly status: 'draft' | 'active' | 'retired'
  readonly definition: string
  /** The revision the edit started from; absent for a new segment. */
  readonly revision?: string
}

export interface LoadRequest {
  readonly uploadId: string
  /** YAML as shown in the preview, edited or not. */
  readonly mapping: string
  readonly dryRun?: boolean
}

/** A mapping being edited: the server applies `columns` and `answers` on top of the YAML and previews again. */
export interface PreviewRequest {
  readonly mapping: string
  /** Column -> `customer`, `at`, `id`, `trait:country`, `property:amount`, `item:price`, `ignore`, or `new-trait:age`, `new-property:channel`, `new-item:price`. */
  readonly columns?: Readonly<Record<string, string>>
  /** Answers to questions: `option` -> `value`. Aspects of the detection may be overridden the same way (`encoding` -> `latin1`). */
  readonly answers?: Readonly<Record<string, string>>
}

/** What an evaluation did: the snapshot it published and what is in it. */
export interface EvaluationWire {
  readonly snapshot: SnapshotWire
  readonly seconds: number
  readonly segments: readonly {
    readonly key: string
    readonly name: LocalText
    readonly count: number
    readonly share: number
  }[]
  /** Definitions that were left out, and why. */
  readonly issues: readonly IssueWire[]
}

/** Whether the files of a programme mean something. */
export interface CheckWire {
  readonly ok: boolean
  readonly folder: string
  readonly segments: number
  readonly issues: readonly IssueWire[]
}

/** One thing `doctor` looked at. `remedy` says what to do when it is not well. */
export interface FindingWire {
  readonly code: string
  readonly severity: 'ok' | Severity
  readonly message: string
  readonly remedy?: string
}

export interface DoctorWire {
  readonly ok: boolean
  readonly findings: readonly FindingWire[]
  readonly issues: readonly IssueWire[]
}

/** What `init` wrote; files that were there already are kept as they are. */
export interface InitWire {
  readonly folder: string
  readonly files: readonly { readonly path: string; readonly state: 'written' | 'kept' }[]
  readonly issues: readonly IssueWire[]
}

/** How a group of definitions is computed: which passes over the facts, what they share, what they cost. */
export interface PlanWire {
  readonly asOf: InstantText
  readonly segments: number
  /** Distinct measures after sharing, and how often they are asked for. */
  readonly measures: readonly {
    readonly text: string
    readonly pass: string
    readonly usedBy: readonly string[]
  }[]
  readonly passes: readonly {
    readonly name: string
    readonly reads: string
    /** Facts after this instant are read; null means all there are. */
    readonly after: InstantText | null
    readonly measures: number
    readonly rowsToRead: number | null
    readonly bytesToRead: number | null
  }[]
  /** Of the last run of this plan; null when it has not run. */
  readonly lastRun: {
    readonly rowsRead: number
    readonly bytesRead: number
    readonly seconds: number
  } | null
  readonly statements: readonly string[]
  readonly issues: readonly IssueWire[]
}

/** A file that `fmt` looked at. */
export interface FormatWire {
  readonly ok: boolean
  readonly files: readonly { readonly path: string; readonly state: 'same' | 'changed' | 'error' }[]
  readonly issues: readonly IssueWire[]
}

export interface VersionWire {
  readonly tessera: string
  readonly node: string
  readonly platform: string
}

/** Answer of `GET /health`, the only one that needs no key. */
export interface HealthWire {
  readonly ok: boolean
  readonly tessera: string
  readonly programme: string
}
