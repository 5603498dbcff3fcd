/** The last check of a segment as doors show it. */
import type { Locale } from '../../../core/base/index.ts'
import type { SegmentQualityWire } from '../../../core/contract/index.ts'
import {
  CHECK_WORDS,
  PROBLEM_WORDS,
  say,
  SHORT_VERDICT_WORDS,
  type Grade,
} from '../../../core/insight/index.ts'
import { instantText } from '../time.ts'
import type { LatestCheck, SegmentCheck } from './records.ts'

/** In the asked language; `meaning` is that of the definition as published. */
export function qualityWire(
  { last, before }: LatestCheck,
  of: {
    readonly meaning: string | undefined
    readonly locale: Locale
  },
): SegmentQualityWire {
  const { verdict, worst, grades, asOf, meaning, figures } = last
  return {
    verdict,
    label: say(SHORT_VERDICT_WORDS[verdict])[of.locale],
    worst: worst === undefined ? null : worstWire(worst, grades[worst.check], of.locale),
    grades,
    asOf: instantText(asOf),
    outdated: meaning !== of.meaning,
    drift:
      before === undefined
        ? null
        : {
            since: instantText(before.asOf),
            members: changed(before.figures.members, figures.members),
            spend: changed(before.figures.spend, figures.spend),
          },
  }
}

function worstWire(
  { check, text }: NonNullable<SegmentCheck['worst']>,
  grade: Grade | undefined,
  locale: Locale,
): SegmentQualityWire['worst'] {
  const label =
    grade === 'unknown' ? `${say(CHECK_WORDS[check])[locale]}?` : say(PROBLEM_WORDS[check])[locale]
  return { check, label, text: text[locale] }
}

function changed(before: number | undefined, now: number | undefined): number | null {
  return before === undefined || now === undefined || before <= 0 ? null : now / before - 1
}
