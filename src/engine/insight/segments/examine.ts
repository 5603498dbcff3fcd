/** One segment put through all questions, with the verdict and the figures that are kept of it. */
import {
  compareGroups,
  PRIVACY_FLOOR,
  QUALITY_CHECKS,
  strengthOf,
  verdictOf,
  type Area,
  type Compared,
  type Grade,
  type NumberSums,
  type QualityCheck,
  type Text,
  type Verdict,
} from '../../../core/insight/index.ts'
import { proportion } from '../../../core/stats/index.ts'
import type { VerdictFigures } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Answer } from './answer.ts'
import {
  actionable,
  closestTo,
  distinct,
  explained,
  large,
  meaningful,
  stable,
  type Asked,
} from './answers.ts'
import { fair, type FairAnswer } from './fair/fair.ts'
import { segmentPairs, type SegmentPair } from './overlaps.ts'
import { reachOf, type Reach } from './reach.ts'
import { monthlyTurnover, typicalJaccard, type Turnover } from './stability.ts'
import type { Subject } from './subject.ts'
import { groupSums, type GroupSums } from './sums.ts'

/** What was found. */
export interface Examined {
  readonly answers: readonly Answer[]
  readonly grades: Readonly<Record<QualityCheck, Grade>>
  readonly verdict: Verdict
  /** What speaks most against it; undefined where nothing does. */
  readonly worst: { readonly check: QualityCheck; readonly text: Text } | undefined
  /** Kept, so that months can be compared. */
  readonly figures: VerdictFigures
  readonly outcomes: readonly Compared[]
  readonly turnover: readonly Turnover[]
  readonly pairs: readonly SegmentPair[]
  readonly fairness: FairAnswer | undefined
}

/** How it is examined. */
export interface Examination {
  readonly days: number
  /** Of all published segments, where they are known already. */
  readonly pairs?: readonly SegmentPair[]
  /** Questions that are not asked, and count as passed. */
  readonly without?: ReadonlySet<QualityCheck>
}

/** What is compared as an outcome. */
const OUTCOMES: ReadonlySet<Area> = new Set([
  'spend',
  'rhythm',
  'discount',
  'reward',
  'email',
  'voice',
  'care',
  'score',
])

/**
 * Asks all questions. Cost: some two passes over each event that figures speak of, and eight evaluations of the segment at
 * instants of the past; without `stable` only the former.
 */
export async function examine(
  context: ReportContext,
  subject: Subject,
  how: Examination,
): Promise<Examined> {
  const asked: Asked = { context, subject, days: how.days }
  const isAsked = (check: QualityCheck): boolean => how.without?.has(check) !== true
  if (subject.members < PRIVACY_FLOOR) {
    const answers = [await large(asked), explained(asked)]
    return judged(subject, answers, { figures: figuresOf(asked, {}) })
  }
  const sums = await groupSums(context, subject.groups, how.days)
  const compared = compareGroups({ ...sums, uses: subject.uses, against: 'rest' })
  const all = isAsked('distinct') ? (how.pairs ?? (await segmentPairs(context))) : []
  const pairs = closestTo(subject.key, all)
  const reach = await reachOf(context, subject.groups)
  const turnover = isAsked('stable') ? await monthlyTurnover(context, subject) : []
  const fairness = await fair(asked)
  const answers: readonly Answer[] = [
    ...(isAsked('distinct') ? [distinct(asked, pairs)] : []),
    meaningful(asked, compared, sums),
    actionable(asked, reach),
    ...(isAsked('stable') ? [await stable(asked, turnover)] : []),
    await large(asked),
    fairness.answer,
    explained(asked),
  ]
  const outcomes = compared.filter(
    (one) => one.value === undefined && OUTCOMES.has(one.aspect.area),
  )
  const figures = figuresOf(asked, { sums, reach, turnover, fairness })
  const known = isAsked('distinct') && isAsked('stable') ? undefined : how.without
  return judged(subject, answers, { figures, outcomes, turnover, pairs, fairness, without: known })
}

interface Behind {
  readonly figures: VerdictFigures
  readonly outcomes?: readonly Compared[]
  readonly turnover?: readonly Turnover[]
  readonly pairs?: readonly SegmentPair[]
  readonly fairness?: FairAnswer
  readonly without?: ReadonlySet<QualityCheck> | undefined
}

function judged(subject: Subject, answers: readonly Answer[], behind: Behind): Examined {
  const isTiny = subject.members < PRIVACY_FLOOR
  const grade = (check: QualityCheck): Grade =>
    answers.find((answer) => answer.check === check)?.grade ??
    (behind.without?.has(check) === true ? 'pass' : 'unknown')
  const grades = Object.fromEntries(QUALITY_CHECKS.map((check) => [check, grade(check)])) as Record<
    QualityCheck,
    Grade
  >
  return {
    answers,
    grades,
    verdict: verdictOf(grades),
    worst: worstOf(isTiny ? answers.slice(0, 1) : answers),
    figures: behind.figures,
    outcomes: behind.outcomes ?? [],
    turnover: behind.turnover ?? [],
    pairs: behind.pairs ?? [],
    fairness: behind.fairness,
  }
}

/** What is told first when only one thing is told: what forbids its use, then what weakens it most. */
const WEIGHT: readonly QualityCheck[] = [
  'large',
  'fair',
  'distinct',
  'actionable',
  'stable',
  'meaningful',
  'explained',
]
const GRAVITY: readonly Grade[] = ['fail', 'care', 'unknown']

function worstOf(answers: readonly Answer[]): Examined['worst'] {
  for (const grade of GRAVITY) {
    for (const check of WEIGHT) {
      const answer = answers.find((one) => one.check === check && one.grade === grade)
      const told =
        answer?.findings.find(({ tone }) => tone === 'bad' || tone === 'caution') ??
        answer?.findings[0]
      if (told !== undefined) return { check, text: told.text }
    }
  }
  return undefined
}

/** Key figures; whatever speaks of fewer than eleven customers is left out. */
function figuresOf(
  { context, subject, days }: Asked,
  of: {
    readonly sums?: GroupSums
    readonly reach?: readonly Reach[]
    readonly turnover?: readonly Turnover[]
    readonly fairness?: FairAnswer
  },
): VerdictFigures {
  const { members } = subject
  const { population } = context.snapshot
  const number = (key: string): NumberSums | undefined =>
    of.sums?.numbers.find(({ aspect }) => aspect.key === key)
  const spend = number('net') ?? number('spend')
  const bought = number('bought')
  const best = Math.max(
    ...(of.reach ?? []).map(
      ({ sums }) => proportion({ hits: sums.of.sum, n: sums.of.n }).value ?? 0,
    ),
  )
  const strongest = of.fairness?.proxies.rows[0]
  const monthly = typicalJaccard(of.turnover ?? [])
  return {
    days,
    population,
    ...(members < PRIVACY_FLOOR ? {} : { members }),
    ...(spend === undefined || members === 0 ? {} : { spend: spend.of.sum / members }),
    ...(bought === undefined || members === 0 ? {} : { bought: bought.of.sum / members }),
    ...(Number.isFinite(best) ? { reachable: best } : {}),
    ...(monthly === undefined ? {} : { kept: monthly }),
    ...(strongest === undefined || strongest.hidden
      ? {}
      : { proxy: strengthOf(strongest.proxy).value ?? 0.5 }),
  }
}
