/** The verb behind `apply`: what the files want becomes what is in force, and is computed. */
import { Failure, type Locale } from '../../../core/base/index.ts'
import type { ApplyWire, IssueWire } from '../../../core/contract/index.ts'
import { evaluateProgramme } from '../door/verbs.ts'
import { currentSnapshot } from '../evaluation/snapshot.ts'
import { catchUp } from '../keeper/catch-up.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { allIssues } from '../programme/definitions.ts'
import { Refusal } from '../refusal.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'
import { activationIssues } from './activation.ts'
import { runExamples, type ExampleRun } from './examples.ts'
import { APPLY_LOCK, systemUser, versionsFor } from './first.ts'
import type { Change } from './compare.ts'
import { standing, standingNotes, type Standing } from './standing.ts'
import { recordVersions } from './versions.ts'

/** How to apply. */
export interface ApplyOptions {
  readonly locale: Locale
  readonly why?: string
  /** The account of this process when absent. */
  readonly who?: string
  /** Apply although examples fail; needs `why`. */
  readonly force?: boolean
  readonly signal?: AbortSignal
}

/**
 * Records a version of everything that differs and starts an evaluation. Broken files are left out; what was
 * applied of them stays. Throws a Refusal `run/examples-fail`, and `run/why-needed` when forced without a reason.
 */
export async function applyChanges(
  programme: OpenProgramme,
  options: ApplyOptions,
): Promise<ApplyWire> {
  const { locale, signal } = options
  const why = options.why?.trim() ?? ''
  if (options.force === true && why === '') {
    throw new Failure('a reason is needed', { code: 'run/why-needed' })
  }
  const current = await programme.current()
  // What happened until now is to be told apart from what other definitions bring.
  const now = current.clock.now()
  await catchUp(current, {
    to: now,
    computedAt: now,
    ...(signal === undefined ? {} : { signal }),
  })
  const recorded = await current.ledger.withLock(
    APPLY_LOCK,
    'exclusive',
    () => record(current, { ...options, why }),
    signal === undefined ? {} : { signal },
  )
  const after = await standing(current)
  const held = await currentSnapshot(current)
  const evaluation =
    recorded.length === 0
      ? null
      : await evaluateProgramme(programme, {
          locale,
          // Numbers that were asked for at an instant of the past stay there.
          ...(held?.pinned === true ? { asOf: instantText(held.asOf) } : {}),
          ...(signal === undefined ? {} : { signal }),
        })
  return {
    applied: recorded.map(({ key, pending }) => {
      const version = after.applied.versions.get(key)
      return { key, pending, version: version?.version ?? 0, status: version?.status ?? 'retired' }
    }),
    evaluation,
    issues: [
      ...allIssues(current.files, after.wanted, locale),
      ...standingNotes(after, { current, locale }),
      ...(await warningsOf(current, { recorded, after, locale, signal })),
    ],
  }
}

/** What speaks against the segments that were just activated, now that everybody is counted. */
async function warningsOf(
  current: Current,
  of: {
    readonly recorded: readonly Change[]
    readonly after: Standing
    readonly locale: Locale
    readonly signal: AbortSignal | undefined
  },
): Promise<readonly IssueWire[]> {
  const { recorded, after, locale, signal } = of
  const snapshot = await currentSnapshot(current)
  if (snapshot === undefined) return []
  const { applied } = after
  const keys = recorded
    .map(({ key }) => key)
    .filter((key) => applied.versions.get(key)?.status === 'active' && snapshot.segments.has(key))
  const count = (key: string): number => snapshot.segments.get(key)?.count ?? 0
  const found = await activationIssues(
    current,
    {
      keys,
      definitions: new Map(
        [...applied.definitions].flatMap(([key, { bound }]) =>
          bound === undefined ? [] : [[key, bound]],
        ),
      ),
      asOf: snapshot.asOf,
      ...(signal === undefined ? {} : { signal }),
    },
    { population: snapshot.population, after: count },
  )
  return [...found.values()].flat().map((issue) => issueWire(issue, locale))
}

async function record(
  current: Current,
  { who, why, force, locale }: ApplyOptions & { readonly why: string },
): Promise<readonly Change[]> {
  const found = await standing(current)
  const changes = found.changes.filter((change) => change.pending !== 'broken')
  const failed = failedExamples(current, { found, changes, locale })
  if (failed.length > 0 && force !== true) {
    throw new Refusal(
      'examples fail',
      { code: 'run/examples-fail', params: { count: failed.length } },
      { issues: failed.flatMap((run) => run.issues), texts: current.files.texts },
    )
  }
  const author = { who: who ?? systemUser(), why }
  const issues = (key: string): readonly string[] =>
    failed
      .filter((run) => run.wire.segment === key)
      .map((run) => `${run.issues[0]?.code ?? 'run/example-broken'}: ${run.wire.title}`)
  await recordVersions(current, versionsFor(current, changes, { author, issues }))
  return changes
}

/** Examples of what is about to be applied, and of whatever refers to it, that do not hold. */
function failedExamples(
  current: Current,
  about: {
    readonly found: Standing
    readonly changes: readonly Change[]
    readonly locale: Locale
  },
): readonly ExampleRun[] {
  const changed = new Set(about.changes.map((change) => change.key))
  const { wanted } = about.found
  const reaches = (key: string): boolean =>
    changed.has(key) || (wanted.get(key)?.bound?.refersTo.some(reaches) ?? false)
  const tried = [...wanted.values()].filter(
    ({ file, bound }) => file.status !== 'retired' && bound !== undefined && reaches(file.key),
  )
  const { programme } = current
  const runs = runExamples(tried, { programme, definitions: wanted, locale: about.locale })
  return runs.filter((run) => !run.wire.passed)
}
