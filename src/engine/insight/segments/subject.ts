/** What is judged: a segment as published, or one as it would be if it were activated. */
import type { Instant } from '../../../core/base/index.ts'
import { usesOf, type Text } from '../../../core/insight/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import type { Sql } from '../../../core/sql/index.ts'
import { keysAsOf, keysOfDefinition } from '../../run/index.ts'
import { everybody, membersOf } from '../basis/rows.ts'
import type { ReportContext } from '../report/kind.ts'
import { definitionUses, segmentName } from './profile.ts'
import { groupsBy, segmentGroups, type Groups } from './sums.ts'

/** A segment to be judged. */
export interface Subject {
  readonly key: string
  readonly name: Text
  readonly definition: string
  /** Its file says what it is for. */
  readonly hasWhy: boolean
  readonly members: number
  /** `customer_key` of the members. */
  readonly keys: Sql
  /** Members against everybody else. */
  readonly groups: Groups
  /** The members of an instant of the past by the same definition; undefined where they cannot be computed. */
  readonly at: (instant: Instant) => Promise<Sql | undefined>
  /** What the definition asks about, as `usesOf` names things. */
  readonly uses: ReadonlySet<string>
}

/** A segment of the published state. */
export async function publishedSubject(context: ReportContext, key: string): Promise<Subject> {
  const { current, snapshot } = context
  const { definition = '', count = 0 } = snapshot.segments.get(key) ?? {}
  return {
    key,
    name: segmentName(context, key),
    definition,
    hasWhy: hasWhy(context, key),
    members: count,
    keys: membersOf(context, key),
    groups: segmentGroups(context, key, undefined),
    at: (instant) => keysAsOf(current, key, instant),
    uses: await definitionUses(context, key),
  }
}

/** A segment that files want, by all definitions that would then be in force; its members are counted anew by each question. */
export async function wantedSubject(
  context: ReportContext,
  of: {
    readonly key: string
    readonly definition: string
    readonly members: number
    readonly definitions: ReadonlyMap<string, BoundDefinition>
  },
): Promise<Subject | undefined> {
  const { key, definition, members, definitions } = of
  const bound = definitions.get(key)
  const at = (instant: Instant): Promise<Sql | undefined> =>
    keysOfDefinition(context.current, { key, definitions, asOf: instant })
  const keys = bound === undefined ? undefined : await at(context.asOf)
  if (bound === undefined || keys === undefined) return undefined
  return {
    key,
    name: segmentName(context, key),
    definition,
    hasWhy: hasWhy(context, key),
    members,
    keys,
    groups: groupsBy(everybody(context), keys),
    at,
    uses: usesOf(bound, (other) => definitions.get(other)),
  }
}

function hasWhy({ current }: ReportContext, key: string): boolean {
  const file = current.files.segments.find((one) => one.key === key)
  return Object.keys(file?.why ?? {}).length > 0
}
