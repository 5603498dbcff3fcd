/** What speaks against segments that are about to be activated, or just were: the checks, before somebody relies on them. */
import { Failure, LOCALES, type Locale } from '../../../core/base/index.ts'
import type { ApplyWire, ChangePlanWire, IssueWire } from '../../../core/contract/index.ts'
import { say, type QualityCheck, type Text, type Texts } from '../../../core/insight/index.ts'
import type { BoundDefinition } from '../../../core/segment/index.ts'
import {
  applyChanges,
  definitionsAfter,
  failureWire,
  issueWire,
  planChanges,
  stateNow,
  type ApplyOptions,
  type OpenProgramme,
} from '../../run/index.ts'
import { withContext } from '../basis/context.ts'
import type { ReportContext } from '../report/kind.ts'
import { examine, type Examined } from '../segments/examine.ts'
import { CHECK_DAYS } from '../segments/quality.ts'
import { wantedSubject } from '../segments/subject.ts'
import { checkSegments, isBusy } from './checking.ts'

/** A plan says more after so long, but people wait for it. */
const BUDGET_MS = 10_000
/** In a larger base the past of a segment takes too long to be looked at while somebody waits. */
const LARGE_BASE = 200_000

/** Said elsewhere at this point, exactly: by how many, and next to which other segment. What it means stands beside. */
const ELSEWHERE: ReadonlySet<QualityCheck> = new Set(['distinct', 'large', 'explained'])

/** How long checks may take; what is not checked by then is said to be so. */
export interface Budget {
  readonly budgetMs?: number
}

/** What one check says against a segment. */
interface Objection {
  readonly check: QualityCheck
  readonly text: Text
}

/** `planChanges`, with the checks of the segments that would be activated. Cost: for each, `examine`, up to a budget. */
export async function planWithChecks(
  programme: OpenProgramme,
  asked: Parameters<typeof planChanges>[1],
  { budgetMs = BUDGET_MS }: Budget = {},
): Promise<ChangePlanWire> {
  const plan = await planChanges(programme, asked)
  const members = new Map(
    plan.changes.flatMap(({ key, to, pending, effect }) =>
      to === 'active' && effect !== null && pending !== 'broken' ? [[key, effect.after]] : [],
    ),
  )
  if (members.size === 0) return plan
  const found = await objectionsTo(programme, { members, budgetMs, signal: asked.signal })
  return {
    ...plan,
    changes: plan.changes.map((change) => ({
      ...change,
      issues: [...change.issues, ...issuesOf(change.key, found.get(change.key), asked.locale)],
    })),
  }
}

/** `applyChanges`, and then the first check of what was activated, up to a budget: the server sees to the rest. */
export async function applyWithChecks(
  programme: OpenProgramme,
  options: ApplyOptions,
  { budgetMs = BUDGET_MS }: Budget = {},
): Promise<ApplyWire> {
  const done = await applyChanges(programme, options)
  const only = new Set(
    done.applied.flatMap(({ key, status }) => (status === 'active' ? [key] : [])),
  )
  if (only.size === 0) return done
  const signal = options.signal ?? new AbortController().signal
  const found: IssueWire[] = []
  try {
    await checkSegments(programme, {
      signal,
      only,
      budgetMs,
      waitMs: 0,
      found: (segment, examined) =>
        found.push(...issuesOf(segment, objectionsIn(examined), options.locale)),
    })
  } catch (error) {
    if (!isBusy(error)) throw error
  }
  return { ...done, issues: [...done.issues, ...found] }
}

function issuesOf(
  segment: string,
  objections: readonly Objection[] | undefined,
  locale: Locale,
): readonly IssueWire[] {
  return (objections ?? []).map(({ check, text }) =>
    issueWire(
      {
        code: 'run/segment-check',
        severity: 'warning',
        params: { segment, check, text: text[locale] },
      },
      locale,
    ),
  )
}

function objectionsIn({ answers }: Pick<Examined, 'answers'>): readonly Objection[] {
  return answers.flatMap(({ check, grade, findings }) => {
    if (ELSEWHERE.has(check) || (grade !== 'care' && grade !== 'fail')) return []
    const told = findings.find(({ tone }) => tone === 'bad' || tone === 'caution')
    return told === undefined ? [] : [{ check, text: told.text }]
  })
}

const LATER: Texts = [
  'It was not checked yet, so as not to keep you waiting; a running server checks it once it is in force.',
  'Ainda não foi verificado, para não fazer esperar; um servidor em execução o verifica quando entrar em vigor.',
  'Aún no se ha comprobado, para no hacerle esperar; un servidor en marcha lo comprueba cuando entre en vigor.',
  'Il n’a pas encore été vérifié, pour ne pas vous faire attendre ; un serveur en marche le vérifie dès qu’il est en vigueur.',
]

/** By definition and hour of the state: whoever looks at a plan again is not kept waiting again. */
const known = new WeakMap<OpenProgramme, Map<string, readonly Objection[]>>()
const MOST_KNOWN = 200
const HOUR_MS = 3_600_000

async function objectionsTo(
  programme: OpenProgramme,
  of: {
    readonly members: ReadonlyMap<string, number>
    readonly budgetMs: number
    readonly signal: AbortSignal | undefined
  },
): Promise<ReadonlyMap<string, readonly Objection[]>> {
  const { members, budgetMs, signal } = of
  const current = await programme.current()
  // Before the first evaluation there is nobody to look at.
  if ((await stateNow(current)) === undefined) return new Map()
  const definitions = await definitionsAfter(current)
  const cache = known.get(programme) ?? new Map<string, readonly Objection[]>()
  known.set(programme, cache)
  const begun = performance.now()
  const found = new Map<string, readonly Objection[]>()
  await withContext(programme, signal === undefined ? {} : { signal }, async (context) => {
    const { base, population } = context.snapshot
    const without = new Set<QualityCheck>(
      population > LARGE_BASE ? ['distinct', 'stable'] : ['distinct'],
    )
    for (const [key, count] of members) {
      const hour = Math.floor(context.asOf / HOUR_MS)
      const place = JSON.stringify([base, hour, key, count, definitions.get(key)])
      const remembered = cache.get(place)
      if (remembered === undefined && performance.now() - begun > budgetMs) {
        found.set(key, [{ check: 'explained', text: say(LATER) }])
        continue
      }
      const objections =
        remembered ?? (await objectionsOf(context, { key, count, definitions, without }))
      found.set(key, objections)
      if (cache.size >= MOST_KNOWN) cache.clear()
      // What could not be asked may be asked the next time.
      if (objections.every(({ check }) => check !== 'explained')) cache.set(place, objections)
    }
  })
  return found
}

async function objectionsOf(
  context: ReportContext,
  of: {
    readonly key: string
    readonly count: number
    readonly definitions: ReadonlyMap<string, BoundDefinition>
    readonly without: ReadonlySet<QualityCheck>
  },
): Promise<readonly Objection[]> {
  const { key, count: members, definitions, without } = of
  const file = context.current.files.segments.find((one) => one.key === key)
  const definition = file?.definition ?? ''
  const subject = await wantedSubject(context, { key, members, definition, definitions })
  if (subject === undefined) return []
  try {
    return objectionsIn(await examine(context, subject, { days: CHECK_DAYS, without }))
  } catch (error) {
    // What a plan says beside its numbers must not keep anybody from seeing them.
    if (context.signal?.aborted === true || !(error instanceof Failure)) throw error
    const text = Object.fromEntries(
      LOCALES.map((locale) => [locale, failureWire(error, locale).message]),
    ) as Text
    return [{ check: 'explained', text }]
  }
}
