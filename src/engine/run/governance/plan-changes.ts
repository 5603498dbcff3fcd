/** The verb behind `plan`: what applying the files would do to real customers, before it is done. */
import type { Instant, Issue, Locale } from '../../../core/base/index.ts'
import type {
  ChangePlanWire,
  CostWire,
  EffectWire,
  MovedSegmentWire,
  SegmentChangeWire,
} from '../../../core/contract/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import { asOfOf } from '../door/verbs.ts'
import { reportPlan } from '../evaluation/plan-report.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { allIssues, definitionIssues } from '../programme/definitions.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'
import type { Change } from './compare.ts'
import { activationIssues } from './activation.ts'
import { effectsOf, withReferences, type Compare, type Effects, type Sides } from './effect.ts'
import { runExamples, type ExampleRun } from './examples.ts'
import { linesOf, sentenceOf, type Side } from './shown.ts'
import { standing, standingIssues, type Standing } from './standing.ts'
import { diffLines } from './text-diff.ts'

interface Asked {
  readonly locale: Locale
  readonly asOf?: string
  readonly signal?: AbortSignal
}

/** Compares the files with what is in force. Cost: one evaluation of what changes, on both sides. */
export async function planChanges(programme: OpenProgramme, asked: Asked): Promise<ChangePlanWire> {
  const current = await programme.current()
  const found = await standing(current)
  const asOf = asOfOf(current, asked.asOf)
  const sides = sidesOf(found)
  const movers = moversOf(found, sides)
  const effects = await effectsOf(current, sides, {
    compare: [...found.changes.flatMap((c) => compareOf(c, found)), ...movers.map(bothSides)],
    asOf,
    ...(asked.signal === undefined ? {} : { signal: asked.signal }),
  })
  const warnings = await activationIssues(
    current,
    {
      keys: found.changes.filter((c) => compareOf(c, found)[0]?.after === true).map((c) => c.key),
      definitions: sides.after,
      asOf,
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    },
    {
      population: effects.population,
      after: (key) => effects.of.get(key)?.after ?? 0,
    },
  )
  const around = { current, found, effects, warnings, locale: asked.locale }
  const names = new Map(current.files.segments.map((file) => [file.key, file.name]))
  return {
    asOf: instantText(asOf),
    timeZone: current.programme.timeZone,
    population: effects.population,
    isFirst: found.applied.isFirst,
    changes: found.changes.map((change) => changeWire(change, around)),
    moved: movers.flatMap(({ key, because }): MovedSegmentWire[] => {
      const effect = effects.of.get(key)
      return effect === undefined ? [] : [{ key, name: names.get(key) ?? {}, because, effect }]
    }),
    cost: {
      before: await costOf(
        current,
        found.applied.isFirst ? [] : activeOf(found, 'before', sides),
        asOf,
      ),
      after: await costOf(current, activeOf(found, 'after', sides), asOf),
    },
    issues: allIssues(current.files, found.wanted, asked.locale),
  }
}

/** All definitions that would be in force, had the files been applied. */
export async function definitionsAfter(
  current: Current,
): Promise<ReadonlyMap<string, BoundDefinition>> {
  return sidesOf(await standing(current)).after
}

/** What is computed now, and what would be. */
function sidesOf({ applied, wanted, changes }: Standing): Sides {
  const inForce = new Map(
    [...applied.definitions].flatMap(([key, { bound }]) =>
      bound === undefined ? [] : [[key, bound]],
    ),
  )
  const broken = new Set(changes.filter((c) => c.pending === 'broken').map((c) => c.key))
  const fresh = [...wanted].flatMap(([key, { bound }]): [string, BoundDefinition][] =>
    bound === undefined || broken.has(key) ? [] : [[key, bound]],
  )
  return { before: applied.isFirst ? new Map() : inForce, after: new Map([...inForce, ...fresh]) }
}

/** Which sides of a change have members; nothing when a side cannot be known. */
function compareOf(change: Change, { applied }: Standing): readonly Compare[] {
  const { key, pending, wanted, applied: version } = change
  if (pending === 'broken') return []
  const before = version?.status === 'active'
  const after = wanted?.read.file.status === 'active'
  if (before && applied.definitions.get(key)?.bound === undefined) return []
  return before || after ? [{ key, before, after }] : []
}

function bothSides({ key }: { readonly key: string }): Compare {
  return { key, before: true, after: true }
}

interface Mover {
  readonly key: string
  readonly because: readonly string[]
}

/** Active segments that stay as they are but refer, directly or not, to one that changes in meaning. */
function moversOf({ applied, changes }: Standing, { before, after }: Sides): readonly Mover[] {
  const changed = new Set(
    changes.filter((c) => c.pending === 'changed' || c.pending === 'added').map((c) => c.key),
  )
  const touched = new Set(changes.map((c) => c.key))
  return [...applied.definitions].flatMap(([key, { file }]): Mover[] => {
    if (file.status !== 'active' || touched.has(key) || !before.has(key)) return []
    const because = withReferences([key], after)
      .map((definition) => definition.segment)
      .filter((other) => other !== key && changed.has(other))
    return because.length === 0 ? [] : [{ key, because }]
  })
}

/** The definitions that an evaluation computes on one side. */
function activeOf(
  { applied, wanted, changes }: Standing,
  side: keyof Sides,
  sides: Sides,
): readonly BoundDefinition[] {
  const changed = new Map(changes.map((c) => [c.key, c]))
  const isActive = (key: string): boolean => {
    const change = side === 'after' ? changed.get(key) : undefined
    if (change !== undefined && change.pending !== 'broken') {
      return change.wanted?.read.file.status === 'active'
    }
    return (applied.definitions.get(key) ?? wanted.get(key))?.file.status === 'active'
  }
  return withReferences([...sides[side].keys()].filter(isActive), sides[side])
}

async function costOf(
  current: Current,
  definitions: readonly BoundDefinition[],
  asOf: Instant,
): Promise<CostWire> {
  if (definitions.length === 0) return { measures: 0, passes: 0, rowsToRead: 0 }
  const { measures, passes } = await reportPlan(current, { definitions, asOf })
  const rowsToRead = passes.reduce((sum, pass) => sum + pass.rowsToRead, 0)
  return { measures: measures.length, passes: passes.length, rowsToRead }
}

interface Around {
  readonly current: Current
  readonly found: Standing
  readonly effects: Effects
  /** What speaks against activating a segment. */
  readonly warnings: ReadonlyMap<string, readonly Issue[]>
  readonly locale: Locale
}

function changeWire(change: Change, around: Around): SegmentChangeWire {
  const { key, pending, wanted, applied } = change
  const { current, found, locale } = around
  const fresh: Side | undefined =
    wanted === undefined ? gone(change) : { ...wanted.meaning, status: wanted.read.file.status }
  const to = pending === 'broken' ? null : (wanted?.read.file.status ?? 'retired')
  const effect: EffectWire | null = around.effects.of.get(key) ?? null
  const runs: readonly ExampleRun[] =
    wanted === undefined
      ? []
      : runExamples([wanted.read], {
          programme: current.programme,
          definitions: found.wanted,
          locale,
        })
  return {
    key,
    name: wanted?.read.file.name ?? found.applied.definitions.get(key)?.file.name ?? {},
    pending,
    from: applied === undefined ? null : { version: applied.version, status: applied.status },
    to,
    diff: to === null && fresh === undefined ? [] : diffLines(linesOf(applied), linesOf(fresh)),
    was: sentenceOf(applied, around),
    sentence: pending === 'broken' ? '' : sentenceOf(fresh, around),
    effect,
    examples: {
      passed: runs.filter((run) => run.wire.passed).length,
      failed: runs.filter((run) => !run.wire.passed).length,
    },
    issues: [
      ...(wanted === undefined ? [] : definitionIssues(wanted.read, current.files, locale)),
      ...standingIssues(key, found, { current, locale }),
      ...(around.warnings.get(key) ?? []).map((issue) => issueWire(issue, locale)),
      ...runs.flatMap((run) => run.issues.map((i) => issueWire(i, locale, current.files.texts))),
    ],
  }
}

/** A file that is gone leaves the definition in force, retired; one that cannot be read leaves nothing to compare. */
function gone({ pending, applied }: Change): Side | undefined {
  return pending === 'removed' && applied !== undefined
    ? { ...applied, status: 'retired' }
    : undefined
}
