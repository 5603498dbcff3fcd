/** Net Promoter Score with an interval that holds for few answers too. */
import type { Estimate } from '../estimate.ts'
import { normalQuantile } from '../special/index.ts'
import { FEW, LEVEL, withoutValue } from './sums.ts'

/** Answers 9-10, 7-8 and 0-6. */
export interface PromoterCounts {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/** The score in points, -100..100. */
export interface PromoterScore extends Estimate {
  /** Standard error of the score, in points. */
  readonly se: number | undefined
}

/**
 * Share of promoters minus share of detractors, in points, with the adjusted Wald interval of Rocks 2016, "Interval
 * estimation for the net promoter score", The American Statistician 70:365: three answers are added, .75 to
 * promoters, 1.5 to passives, .75 to detractors, so that ten promoters of ten do not claim certainty. The value and
 * its standard error are those of the answers as given. 150/70/30 is 48.0 (s.e. 4.425), 38.78 to 56.08.
 * Says nothing of those who did not answer: show the response rate beside it.
 */
export function netPromoter(counts: PromoterCounts, level: number = LEVEL): PromoterScore {
  const n = counts.promoters + counts.passives + counts.detractors
  if (n <= 0) return { ...withoutValue({ n: 0, level }), se: undefined }
  const plain = scoreOf(counts)
  const adjusted = scoreOf({
    promoters: counts.promoters + 0.75,
    passives: counts.passives + 1.5,
    detractors: counts.detractors + 0.75,
  })
  const width = normalQuantile((1 + level) / 2) * adjusted.se
  return {
    value: 100 * plain.score,
    low: 100 * Math.max(-1, adjusted.score - width),
    high: 100 * Math.min(1, adjusted.score + width),
    level,
    n,
    status: n < FEW ? 'weak' : 'ok',
    se: 100 * plain.se,
  }
}

function scoreOf(counts: PromoterCounts): { score: number; se: number } {
  const n = counts.promoters + counts.passives + counts.detractors
  const up = counts.promoters / n
  const down = counts.detractors / n
  const score = up - down
  return { score, se: Math.sqrt((up + down - score * score) / n) }
}
