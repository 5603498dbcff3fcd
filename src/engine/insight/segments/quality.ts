/** Whether a segment is good: six questions answered in words, a verdict, and the figures behind them. */
import { LOCALES } from '../../../core/base/index.ts'
import {
  asCount,
  asShare,
  ACTIVATION_FLOOR,
  compareGroups,
  gradeActionable,
  gradeDistinct,
  gradeExplained,
  gradeLarge,
  gradeMeaningful,
  gradeStable,
  PRIVACY_FLOOR,
  QUALITY_CHECKS,
  say,
  verdictOf,
  type Area,
  type Compared,
  type Finding,
  type Grade,
  type Hole,
  type QualityCheck,
  type ReportDraft,
  type Text,
  type Texts,
  type Tone,
} from '../../../core/insight/index.ts'
import { parse, printLiteral, say as saySentence } from '../../../core/segment/index.ts'
import { detectableRise, proportion, type Share } from '../../../core/stats/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { figuresOf } from './figures.ts'
import { pairFinding } from './overlap.ts'
import { jaccardOf, segmentPairs, type SegmentPair } from './overlaps.ts'
import { definitionUses, segmentName } from './profile.ts'
import type { Answer } from './answer.ts'
import { CHECK_WORDS, QUALITY_WORDS as W, VERDICT_WORDS } from './quality-words.ts'
import { qualityTables } from './quality-tables.ts'
import { reachOf, type Reach } from './reach.ts'
import {
  bootstrappedSpend,
  DRIFT_DAYS,
  monthlyTurnover,
  roughnessOf,
  spendDrift,
  typicalJaccard,
  type Turnover,
} from './stability.ts'
import { groupSums, numberSums, segmentGroups, withSources, type GroupSums } from './sums.ts'
import { aboutText, listed, writtenAs } from './written.ts'

/** The report. */
export const SEGMENT_QUALITY: ReportKind = {
  name: 'segment-quality',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'segment', kind: 'segment', label: say(W.segment), required: true },
    { name: 'days', kind: 'number', label: say(W.days), default: '365', range: [30, 3660] },
  ],
  make,
}

interface Asked {
  readonly context: ReportContext
  readonly segment: string
  readonly days: number
  readonly members: number
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const segment = told.text('segment') ?? ''
  const days = told.number('days') ?? 365
  const members = context.snapshot.segments.get(segment)?.count ?? 0
  const asked: Asked = { context, segment, days, members }
  const method = [say(W.method, { days: { kind: 'days', value: days } })]
  if (members < PRIVACY_FLOOR) {
    const answers = [await large(asked), explained(asked)]
    return { findings: withVerdict(asked, answers), tables: [], charts: [], method }
  }
  const groups = segmentGroups(context, segment, undefined)
  const sums = await groupSums(context, groups, days)
  const uses = await definitionUses(context, segment)
  const compared = compareGroups({ ...sums, uses, against: 'rest' })
  const pairs = closestTo(segment, await segmentPairs(context))
  const reach = await reachOf(context, groups)
  const turnover = await monthlyTurnover(context, segment)
  const answers: readonly Answer[] = [
    distinct(asked, pairs),
    meaningful(asked, compared, sums),
    actionable(asked, reach),
    await stable(asked, turnover),
    await large(asked),
    explained(asked),
  ]
  const outcomes = compared.filter(
    (one) => one.value === undefined && OUTCOMES.has(one.aspect.area),
  )
  const parts = qualityTables({ context, segment, answers, outcomes, turnover, pairs })
  return { findings: withVerdict(asked, answers), ...parts, method }
}

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

const TONES: Readonly<Record<Grade, Tone>> = {
  pass: 'good',
  care: 'caution',
  fail: 'bad',
  unknown: 'caution',
}

function withVerdict({ context, segment }: Asked, answers: readonly Answer[]): readonly Finding[] {
  const grade = (check: QualityCheck): Grade =>
    answers.find((answer) => answer.check === check)?.grade ?? 'unknown'
  const grades = Object.fromEntries(QUALITY_CHECKS.map((check) => [check, grade(check)])) as Record<
    QualityCheck,
    Grade
  >
  const verdict = verdictOf(grades)
  const worst: readonly Grade[] = verdict === 'not-yet' ? ['fail'] : ['care', 'unknown']
  const what = QUALITY_CHECKS.filter((check) => worst.includes(grades[check])).map((check) =>
    say(CHECK_WORDS[check]),
  )
  const tone = verdict === 'good' ? 'good' : verdict === 'not-yet' ? 'bad' : 'caution'
  const holes = { name: segmentName(context, segment), what: listed(what) }
  return [
    { code: `segment-quality/${verdict}`, tone, text: say(VERDICT_WORDS[verdict], holes), segment },
    ...answers.flatMap((answer) => answer.findings),
  ]
}

function finding(
  code: string,
  tone: Tone,
  of: {
    readonly words: Texts
    readonly holes?: Readonly<Record<string, Hole>>
    readonly segment: string
  },
): Finding {
  return {
    code: `segment-quality/${code}`,
    tone,
    text: say(of.words, of.holes ?? {}),
    segment: of.segment,
  }
}

function closestTo(segment: string, pairs: readonly SegmentPair[]): readonly SegmentPair[] {
  return pairs
    .filter(({ first, second }) => first === segment || second === segment)
    .toSorted((a, b) => jaccardOf(b) - jaccardOf(a))
}

function distinct({ context, segment }: Asked, pairs: readonly SegmentPair[]): Answer {
  const grade = gradeDistinct(pairs.map(({ closeness }) => closeness))
  const close = pairs.flatMap((pair) => {
    const isClose = pair.closeness === 'same' || pair.closeness === 'near-duplicate'
    return isClose ? (pairFinding(context, pair) ?? []) : []
  })
  const [closest] = pairs
  if (closest === undefined) return { check: 'distinct', grade: 'pass', findings: [] }
  if (close.length > 0) return { check: 'distinct', grade, findings: close.slice(0, 2) }
  const other = closest.first === segment ? closest.second : closest.first
  const holes = {
    other: segmentName(context, other),
    share: asShare(closest.overlap.jaccard.value),
  }
  return {
    check: 'distinct',
    grade,
    findings: [finding('distinct', 'good', { words: W.distinct, holes, segment })],
  }
}

function meaningful(
  { context, segment, members }: Asked,
  compared: readonly Compared[],
  sums: GroupSums,
): Answer {
  const grade = gradeMeaningful(compared)
  const beyond = compared.filter((one) => one.relevance === 'relevant' && !one.byDefinition)
  const holes = {
    what: listed(onePerAspect(beyond).map(aboutText), 4),
    n: asCount(onePerAspect(beyond).length),
  }
  const words = grade === 'pass' ? W.beyond : grade === 'care' ? W.nothingBeyond : W.cannotCompare
  const findings = [finding('meaningful', TONES[grade], { words, holes, segment })]
  const spend =
    sums.numbers.find(({ aspect }) => aspect.key === 'net') ??
    sums.numbers.find(({ aspect }) => aspect.key === 'spend')
  const total = (spend?.of.sum ?? 0) + (spend?.against.sum ?? 0)
  if (spend !== undefined && total > 0) {
    const held = asShare(spend.of.sum / total)
    const own = asShare(members / Math.max(1, context.snapshot.population))
    findings.push(
      finding('money', 'neutral', { words: W.money, holes: { share: own, held }, segment }),
    )
  }
  return { check: 'meaningful', grade, findings }
}

function onePerAspect(compared: readonly Compared[]): readonly Compared[] {
  return [
    ...new Map(compared.toReversed().map((one) => [one.aspect.key, one])).values(),
  ].toReversed()
}

function reached({ sums }: Reach): Share {
  return { hits: sums.of.sum, n: sums.of.n }
}

function actionable({ segment }: Asked, reach: readonly Reach[]): Answer {
  const ranked = reach.toSorted((a, b) => reached(b).hits - reached(a).hits)
  const [best] = ranked
  const rate = best === undefined ? undefined : proportion(reached(best))
  const grade = gradeActionable(rate?.value)
  if (best === undefined || rate === undefined) {
    const none = finding('actionable', 'caution', { words: W.noConsent, segment })
    return { check: 'actionable', grade, findings: [none] }
  }
  const others = proportion({ hits: best.sums.against.sum, n: best.sums.against.n })
  const holes = {
    channel: best.channel,
    share: asShare(rate.value),
    low: asShare(rate.low),
    high: asShare(rate.high),
    others: asShare(others.value),
  }
  const quoted = printLiteral({ kind: 'text', value: segment })
  const text = finding('actionable', TONES[grade], { words: W.reach, holes, segment })
  const definition = `in segment ${quoted} and ${best.condition}`
  return { check: 'actionable', grade, findings: [{ ...text, definition }] }
}

async function stable(
  { context, segment, days }: Asked,
  turnover: readonly Turnover[],
): Promise<Answer> {
  const monthly = typicalJaccard(turnover)
  const drift = monthly === undefined ? undefined : await spendDrift(context, segment, days)
  const spend = await bootstrappedSpend(context, segment, days)
  const roughness = roughnessOf(spend)
  const grade = gradeStable({ monthly, drift: drift?.level, roughness })
  const isSteady = gradeStable({ monthly, drift: undefined, roughness: undefined }) === 'pass'
  const words = monthly === undefined ? W.noPast : isSteady ? W.steady : W.moving
  const tone = isSteady ? 'good' : 'caution'
  const findings = [finding('stable', tone, { words, holes: { share: asShare(monthly) }, segment })]
  if (drift?.level === 'shifted') {
    const holes = {
      days: { kind: 'days', value: DRIFT_DAYS },
      psi: { kind: 'number', value: drift.psi.value ?? 0 },
    } as const
    findings.push(finding('shifted', 'caution', { words: W.drifted, holes, segment }))
  }
  if (gradeStable({ monthly: 1, drift: undefined, roughness }) === 'care' && spend !== undefined) {
    const { currency } = context.current.programme
    const money = (value: number | undefined) => writtenAs('money', value ?? 0, currency)
    const holes = { value: money(spend.value), low: money(spend.low), high: money(spend.high) }
    findings.push(finding('rough', 'caution', { words: W.rough, holes, segment }))
  }
  return { check: 'stable', grade, findings }
}

/** What a test looks for: somebody buys within these days. */
const TEST_DAYS = 30

async function large({ context, segment, members }: Asked): Promise<Answer> {
  const grade = gradeLarge(members)
  if (members < PRIVACY_FLOOR) {
    const holes = { floor: asCount(PRIVACY_FLOOR) }
    const tiny = finding('large', 'bad', { words: W.tiny, holes, segment })
    return { check: 'large', grade, findings: [tiny] }
  }
  const small = finding('large', TONES[grade], {
    words: W.small,
    holes: { n: asCount(members), floor: asCount(ACTIVATION_FLOOR) },
    segment,
  })
  if (grade !== 'pass') return { check: 'large', grade, findings: [small] }
  const { figures, sources } = figuresOf(context, TEST_DAYS)
  const bought = figures.filter(({ key }) => key === 'bought')
  const groups = segmentGroups(context, segment, undefined)
  const { numbers } = await numberSums(context, withSources(groups, sources), bought)
  const [sums] = numbers
  const base = sums === undefined || sums.of.n === 0 ? undefined : sums.of.sum / sums.of.n
  const half = Math.floor(members / 2)
  const rise =
    base === undefined ? undefined : detectableRise({ of: half, against: members - half }, base)
  if (base === undefined || rise === undefined) return { check: 'large', grade, findings: [] }
  const holes = { n: asCount(members), base: asShare(base), to: asShare(base + rise) }
  return {
    check: 'large',
    grade,
    findings: [finding('large', 'good', { words: W.detect, holes, segment })],
  }
}

function explained({ context, segment }: Asked): Answer {
  const { files, programme } = context.current
  const { definition = '' } = context.snapshot.segments.get(segment) ?? {}
  const file = files.segments.find(({ key }) => key === segment)
  const read = parse(definition, { measures: Object.keys(programme.measures) })
  const hasWhy = Object.keys(file?.why ?? {}).length > 0
  const grade = gradeExplained({ hasSentence: read.ok, hasWhy })
  if (!read.ok) {
    const none = finding('explained', 'caution', { words: W.unread, segment })
    return { check: 'explained', grade, findings: [none] }
  }
  const sentence = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      saySentence(read.value.definition, {
        locale,
        catalogue: programme.catalogue,
        measures: programme.measures,
        timeZone: programme.timeZone,
        segmentNames: Object.fromEntries(
          files.segments.map(({ key }) => [key, segmentName(context, key)[locale]]),
        ),
      }),
    ]),
  ) as Text
  const words = hasWhy ? W.says : W.noWhy
  const tone = hasWhy ? 'neutral' : 'caution'
  return {
    check: 'explained',
    grade,
    findings: [finding('explained', tone, { words, holes: { sentence }, segment })],
  }
}
