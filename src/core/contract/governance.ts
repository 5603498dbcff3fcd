/** Definitions governed like code, on the wire: what is in force, what applying would do, who changed what and why. */
import type { LocalText } from '../base/index.ts'
import type { EvaluationWire, InstantText, IssueWire } from './contract.ts'
import type { PendingWire, StatusWire } from './standing.ts'

/** A line of a text comparison. */
export interface DiffLineWire {
  readonly mark: ' ' | '+' | '-'
  readonly text: string
}

/** Who would come and go, counted on all customers as of one instant. */
export interface EffectWire {
  readonly before: number
  readonly after: number
  readonly enter: number
  readonly leave: number
  readonly stay: number
}

/** One segment that applying would change. */
export interface SegmentChangeWire {
  readonly key: string
  readonly name: LocalText
  readonly pending: PendingWire
  readonly from: { readonly version: number; readonly status: StatusWire } | null
  /** The status to come; null for a file that cannot be understood. */
  readonly to: StatusWire | null
  readonly diff: readonly DiffLineWire[]
  /** In the asked language; empty where there is no definition. */
  readonly was: string
  readonly sentence: string
  /** Null when one of the two sides is not computed for anybody. */
  readonly effect: EffectWire | null
  readonly examples: { readonly passed: number; readonly failed: number }
  readonly issues: readonly IssueWire[]
}

/** A segment whose own definition stays, but whose members move because it refers to a changed one. */
export interface MovedSegmentWire {
  readonly key: string
  readonly name: LocalText
  readonly because: readonly string[]
  readonly effect: EffectWire
}

/** What an evaluation takes. */
export interface CostWire {
  readonly measures: number
  readonly passes: number
  readonly rowsToRead: number
}

/** `plan`: the files compared with what is in force. */
export interface ChangePlanWire {
  readonly asOf: InstantText
  /** The programme's, in which people read the instant. */
  readonly timeZone: string
  readonly population: number
  /** Nothing was ever applied: all of it is new. */
  readonly isFirst: boolean
  readonly changes: readonly SegmentChangeWire[]
  readonly moved: readonly MovedSegmentWire[]
  readonly cost: { readonly before: CostWire; readonly after: CostWire }
  readonly issues: readonly IssueWire[]
}

/** The reason of versions that the first evaluation applied by itself; doors say it in words. */
export const FIRST_EVALUATION = 'first evaluation'

/** One applied version. */
export interface SegmentVersionWire {
  readonly key: string
  readonly version: number
  readonly status: StatusWire
  readonly definition: string
  readonly sentence: string
  readonly measures: Readonly<Record<string, string>>
  readonly digest: string
  readonly who: string
  readonly why: string
  readonly appliedAt: InstantText
  /** Codes of what was known to be wrong when it was applied. */
  readonly issues: readonly string[]
}

/** What `apply` did. */
export interface ApplyWire {
  readonly applied: readonly {
    readonly key: string
    readonly version: number
    readonly status: StatusWire
    readonly pending: PendingWire
  }[]
  /** Null when there was nothing to apply. */
  readonly evaluation: EvaluationWire | null
  readonly issues: readonly IssueWire[]
}

/** Two texts of a segment compared. */
export interface DiffWire {
  readonly key: string
  readonly name: LocalText
  /** Null for the file. */
  readonly from: number | null
  readonly to: number | null
  readonly lines: readonly DiffLineWire[]
  readonly was: string
  readonly sentence: string
}

/** One example of a segment file, and whether it held. */
export interface ExampleWire {
  readonly segment: string
  readonly title: string
  readonly member: boolean
  readonly passed: boolean
  /** Why the customer is in or out, when that is not what the example says. */
  readonly reason: string
}

/** What `test` found. */
export interface TestWire {
  readonly ok: boolean
  readonly passed: number
  readonly failed: number
  readonly examples: readonly ExampleWire[]
  readonly issues: readonly IssueWire[]
}

/** A static list. */
export interface ListWire {
  readonly name: string
  readonly comment: string
  readonly who: string
  readonly createdAt: InstantText
  readonly members: number
  /** Segments whose definitions in force name it, or whose members it overrides. */
  readonly usedBy: readonly string[]
}

/** One edit of a list. */
export interface ListEditWire {
  readonly list: string
  readonly added: number
  readonly removed: number
  /** Ids that no customer has; they changed nothing. */
  readonly unknown: readonly string[]
  readonly unknownCount: number
  readonly issues: readonly IssueWire[]
}

/** Who is on a list, page by page, and how it came about. */
export interface ListPageWire extends ListWire {
  readonly customers: readonly string[]
  readonly next: string | null
  readonly edits: readonly {
    readonly at: InstantText
    readonly who: string
    readonly why: string
    readonly added: number
    readonly removed: number
  }[]
}

/** Body of `POST /apply`. */
export interface ApplyRequest {
  readonly why?: string
  /** Apply although examples fail; needs `why`. */
  readonly force?: boolean
}

/** Body of `POST /lists/:name`. */
export interface ListEditRequest {
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
  readonly comment?: string
  readonly why?: string
}
