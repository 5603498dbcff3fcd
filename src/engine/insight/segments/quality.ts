/** Whether a segment is good: seven questions answered in words, a verdict, how it was before, and the figures behind. */
import {
  asCount,
  CHECK_WORDS,
  QUALITY_CHECKS,
  say,
  type Finding,
  type Grade,
  type ReportDraft,
} from '../../../core/insight/index.ts'
import { aMonthBefore, checksOf, type SegmentCheck } from '../../run/index.ts'
import type { ReportContext, ReportKind, Told } from '../report/kind.ts'
import { finding } from './answers.ts'
import { examine, type Examined } from './examine.ts'
import { QUALITY_WORDS as W, VERDICT_WORDS } from './quality-words.ts'
import { qualityTables } from './quality-tables.ts'
import { publishedSubject, type Subject } from './subject.ts'
import { listed, writtenAs } from './written.ts'

/** Days that the figures of a check look back unless told. */
export const CHECK_DAYS = 365

/** The report. */
export const SEGMENT_QUALITY: ReportKind = {
  name: 'segment-quality',
  group: 'segments',
  title: say(W.title),
  about: say(W.about),
  needs: [],
  parameters: [
    { name: 'segment', kind: 'segment', label: say(W.segment), required: true },
    {
      name: 'days',
      kind: 'number',
      label: say(W.days),
      default: String(CHECK_DAYS),
      range: [30, 3660],
    },
  ],
  make,
}

async function make(context: ReportContext, told: Told): Promise<ReportDraft> {
  const days = told.number('days') ?? CHECK_DAYS
  const subject = await publishedSubject(context, told.text('segment') ?? '')
  const examined = await examine(context, subject, { days })
  const history = await checksOf(context.current, subject.key)
  const method = [
    say(W.method, { days: { kind: 'days', value: days } }),
    ...(examined.fairness === undefined ? [] : [say(W.methodFair)]),
    ...(history.length === 0 ? [] : [say(W.methodHistory)]),
  ]
  return {
    findings: [
      verdictFinding(subject, examined),
      ...examined.answers.flatMap((answer) => answer.findings),
      ...driftFindings(context, { subject, examined, history }),
    ],
    ...qualityTables({ context, subject, examined, history }),
    method,
  }
}

/** The verdict, and what it rests on, in one sentence. */
export function verdictFinding(
  { key, name }: Subject,
  { verdict, grades }: Pick<Examined, 'verdict' | 'grades'>,
): Finding {
  const worst: readonly Grade[] = verdict === 'not-yet' ? ['fail'] : ['care', 'unknown']
  const what = QUALITY_CHECKS.filter((check) => worst.includes(grades[check])).map((check) =>
    say(CHECK_WORDS[check]),
  )
  const tone = verdict === 'good' ? 'good' : verdict === 'not-yet' ? 'bad' : 'caution'
  const holes = { name, what: listed(what) }
  return finding(verdict, tone, { words: VERDICT_WORDS[verdict], holes, segment: key })
}

/** A change that somebody should know of: a fifth, and more than two standard deviations of a count. */
const FIFTH = 0.2

function driftFindings(
  context: ReportContext,
  of: {
    readonly subject: Subject
    readonly examined: Examined
    readonly history: readonly SegmentCheck[]
  },
): readonly Finding[] {
  const { subject, examined, history } = of
  const { currency, timeZone } = context.current.programme
  const then = aMonthBefore(history, context.asOf)
  const [was, is] = [then?.figures, examined.figures]
  if (then === undefined || was?.members === undefined || is.members === undefined) return []
  const since = { kind: 'date', value: then.asOf, timeZone } as const
  const segment = subject.key
  const out: Finding[] = []
  const moved = Math.abs(is.members - was.members)
  if (moved > FIFTH * was.members && moved > 2 * Math.sqrt(is.members + was.members)) {
    const words = is.members > was.members ? W.grown : W.shrunk
    const holes = {
      name: subject.name,
      before: asCount(was.members),
      now: asCount(is.members),
      since,
    }
    out.push(finding('size-drift', 'caution', { words, holes, segment }))
  }
  const [before, now] = [was.spend, is.spend]
  if (before !== undefined && now !== undefined && was.days === is.days && before > 0) {
    if (Math.abs(now / before - 1) > FIFTH) {
      const money = (value: number) => writtenAs('money', value, currency)
      const holes = { name: subject.name, before: money(before), now: money(now), since }
      out.push(finding('spend-drift', 'caution', { words: W.spendDrift, holes, segment }))
    }
  }
  return out
}
