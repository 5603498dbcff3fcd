/** What the answers of a survey mean: which of the usual figures it asks for, and on which scale, guessed from values. */
import type { Estimate, Moments } from '../../stats/index.ts'
import { mean, netPromoter, proportion } from '../../stats/index.ts'

/** Net promoter score, satisfaction, effort, or a score of its own kind. */
export type VoiceMetric = 'nps' | 'csat' | 'ces' | 'score'

/** How the answers of one survey are read. */
export interface VoiceScale {
  readonly metric: VoiceMetric
  readonly low: number
  readonly high: number
  /** Satisfied from here on; unhappy down from `badTo`. */
  readonly goodFrom: number
  readonly badTo: number
  /** Whether the scale was guessed from the values seen. */
  readonly guessed: boolean
}

/** How often each answer was given. */
export type AnswerCounts = readonly { readonly score: number; readonly n: number }[]

/** Scales in use, the narrowest first. */
const SCALES = [
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
] as const

/** Which figure a survey's name speaks of, in the languages of the product. */
export function metricOf(name: string): VoiceMetric {
  if (/nps|promot|recom/i.test(name)) return 'nps'
  if (/ces\b|effort|esfor|esfuerzo/i.test(name)) return 'ces'
  if (/csat|satisf/i.test(name)) return 'csat'
  return 'score'
}

/**
 * The scale of a survey from its name and the least and greatest answer: NPS is 0 to 10 with its fixed bounds, others lie on
 * the narrowest usual scale that holds all answers, the top quarter of which counts as satisfied (4 and 5 of five, 6 and 7 of
 * seven) and the lowest three eighths as unhappy. A guess: nobody may have given the lowest or the highest answer yet.
 */
export function guessScale(
  metric: VoiceMetric,
  seen: { readonly min: number; readonly max: number },
): VoiceScale {
  const { min, max } = seen
  if (metric === 'nps' && min >= 0 && max <= 10)
    return { metric, low: 0, high: 10, goodFrom: 9, badTo: 6, guessed: false }
  const found = SCALES.find(([low, high]) => min >= low && max <= high)
  const [low, high] = found ?? [min, max]
  const range = high - low
  return {
    // What does not fit 0 to 10 is no NPS, whatever its name.
    metric: metric === 'nps' ? 'score' : metric,
    low,
    high,
    goodFrom: found === undefined ? low + 0.75 * range : Math.ceil(low + 0.75 * range),
    badTo: found === undefined ? low + 0.375 * range : Math.floor(low + 0.375 * range),
    guessed: true,
  }
}

/** What one answer adds to the mean that is the survey's figure: points for NPS, 0 or 1 for satisfaction, else itself. */
export function codedAnswer(
  { metric, goodFrom, badTo }: Pick<VoiceScale, 'metric' | 'goodFrom' | 'badTo'>,
  score: number,
): number {
  switch (metric) {
    case 'nps':
      return score >= goodFrom ? 100 : score <= badTo ? -100 : 0
    case 'csat':
      return score >= goodFrom ? 1 : 0
    case 'ces':
    case 'score':
      return score
  }
}

/** Sums of the coded answers, for comparisons. */
export function codedMoments(scale: VoiceScale, counts: AnswerCounts): Moments {
  let [n, sum, sumSquares] = [0, 0, 0]
  for (const { score, n: many } of counts) {
    const value = codedAnswer(scale, score)
    n += many
    sum += many * value
    sumSquares += many * value * value
  }
  return { n, sum, sumSquares }
}

/**
 * The survey's figure: net promoter points with the adjusted Wald interval, share of satisfied with Wilson's, else the mean
 * with Student's. Assumes one answer per customer, so that answers are independent.
 */
export function voiceFigure(scale: VoiceScale, counts: AnswerCounts): Estimate {
  const { metric, goodFrom, badTo } = scale
  const n = counts.reduce((sum, one) => sum + one.n, 0)
  const where = (fits: (score: number) => boolean): number =>
    counts.reduce((sum, one) => sum + (fits(one.score) ? one.n : 0), 0)
  const good = where((score) => score >= goodFrom)
  const bad = where((score) => score <= badTo)
  if (metric === 'nps')
    return netPromoter({ promoters: good, passives: n - good - bad, detractors: bad })
  if (metric === 'csat') return proportion({ hits: good, n })
  return mean(codedMoments(scale, counts))
}

/** Answers that count as unhappy, as a share of all. */
export function unhappyShare({ badTo }: Pick<VoiceScale, 'badTo'>, counts: AnswerCounts): Estimate {
  const n = counts.reduce((sum, one) => sum + one.n, 0)
  const hits = counts.reduce((sum, one) => sum + (one.score <= badTo ? one.n : 0), 0)
  return proportion({ hits, n })
}
