/** The questions of the check of a segment, each answered in words with a grade. */
import { LOCALES } from '../../../core/base/index.ts'
import {
  ACTIVATION_FLOOR,
  asCount,
  asShare,
  gradeActionable,
  gradeDistinct,
  gradeExplained,
  gradeLarge,
  gradeMeaningful,
  gradeStable,
  PRIVACY_FLOOR,
  say,
  type Compared,
  type Finding,
  type Grade,
  type Hole,
  type Text,
  type Texts,
  type Tone,
} from '../../../core/insight/index.ts'
import { parse, printLiteral, say as saySentence } from '../../../core/segment/index.ts'
import { detectableRise, proportion, type Share } from '../../../core/stats/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { Answer } from './answer.ts'
import { figuresOf } from './figures.ts'
import { pairFinding } from './overlap.ts'
import { jaccardOf, type SegmentPair } from './overlaps.ts'
import { segmentName } from './profile.ts'
import { QUALITY_WORDS as W } from './quality-words.ts'
import type { Reach } from './reach.ts'
import {
  bootstrappedSpend,
  DRIFT_DAYS,
  roughnessOf,
  spendDrift,
  typicalJaccard,
  type Turnover,
} from './stability.ts'
import type { Subject } from './subject.ts'
import { numberSums, withSources, type GroupSums } from './sums.ts'
import { aboutText, listed, writtenAs } from './written.ts'

/** What every question is asked with. */
export interface Asked {
  readonly context: ReportContext
  readonly subject: Subject
  readonly days: number
}

/** How a grade sounds. */
export const TONES: Readonly<Record<Grade, Tone>> = {
  pass: 'good',
  care: 'caution',
  fail: 'bad',
  unknown: 'caution',
}

/** A finding of this report. */
export function finding(
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

/** Pairs with one segment, the closest first. */
export function closestTo(segment: string, pairs: readonly SegmentPair[]): readonly SegmentPair[] {
  return pairs
    .filter(({ first, second }) => first === segment || second === segment)
    .toSorted((a, b) => jaccardOf(b) - jaccardOf(a))
}

/** Does it say something that no other segment says? */
export function distinct(
  { context, subject: { key: segment } }: Asked,
  pairs: readonly SegmentPair[],
): Answer {
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

/** Does anything beyond the definition set members apart? */
export function meaningful(
  { context, subject: { key: segment, members } }: Asked,
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

/** Can members be reached? */
export function actionable({ subject: { key: segment } }: Asked, reach: readonly Reach[]): Answer {
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

/** Are its members and their key figure much the same from month to month? */
export async function stable(
  { context, subject, days }: Asked,
  turnover: readonly Turnover[],
): Promise<Answer> {
  const { key: segment } = subject
  const monthly = typicalJaccard(turnover)
  const drift = monthly === undefined ? undefined : await spendDrift(context, subject, days)
  const spend = await bootstrappedSpend(context, subject, days)
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

/** Are there enough of them, for privacy and for a test? */
export async function large({ context, subject }: Asked): Promise<Answer> {
  const { key: segment, members, groups } = subject
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

/** Does it say what it is, and what it is for? */
export function explained({ context, subject }: Asked): Answer {
  const { files, programme } = context.current
  const { key: segment, definition, hasWhy } = subject
  const read = parse(definition, { measures: Object.keys(programme.measures) })
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
