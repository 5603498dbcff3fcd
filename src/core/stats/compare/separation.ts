/** How well one measure tells two groups apart: AUC from binned counts, ties counted half. */
import type { Estimate } from '../estimate.ts'
import { FEW, LEVEL, withoutValue } from '../interval/sums.ts'
import { normalQuantile } from '../special/index.ts'

/** Ascending bins of a measure with how many of each group fall in each. */
export interface TwoCounts {
  readonly of: Float64Array
  readonly against: Float64Array
}

/**
 * The chance that a random one of `of` lies above a random one of `against` (.5 = no separation; below = lower).
 * Equals the Mann-Whitney statistic / (n m). Exact when every distinct value is a bin; wider bins add ties.
 * Interval: variance of DeLong, DeLong and Clarke-Pearson 1988 from the placements, on the logit scale, which keeps it
 * inside 0..1; at 0 or 1 exactly the variance vanishes and Hanley and McNeil's (1982) at a half case takes over.
 */
export function separation(counts: TwoCounts, level: number = LEVEL): Estimate {
  const n = total(counts.of)
  const m = total(counts.against)
  if (n === 0 || m === 0) return withoutValue({ n: n + m, level })
  let belowOf = 0
  let belowAgainst = 0
  let sum = 0
  let ofSquares = 0
  let againstSquares = 0
  for (let i = 0; i < counts.of.length; i++) {
    const a = counts.of[i] as number
    const b = counts.against[i] as number
    const placeOf = (belowAgainst + b / 2) / m
    const placeAgainst = 1 - (belowOf + a / 2) / n
    sum += a * placeOf
    ofSquares += a * placeOf * placeOf
    againstSquares += b * placeAgainst * placeAgainst
    belowOf += a
    belowAgainst += b
  }
  const auc = sum / n
  const half = 0.5 / (n * m)
  let variance =
    n > 1 && m > 1
      ? (ofSquares / n - auc * auc) / (n - 1) + (againstSquares / m - auc * auc) / (m - 1)
      : 0
  const inner = Math.min(1 - half, Math.max(half, auc))
  if (variance <= 1e-15) variance = hanley(inner, n, m)
  const slope = 1 / (inner * (1 - inner))
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(variance) * slope
  const logit = Math.log(inner / (1 - inner))
  const few = Math.min(n, m) < FEW
  return {
    value: auc,
    low: auc === 0 ? 0 : 1 / (1 + Math.exp(width - logit)),
    high: auc === 1 ? 1 : 1 / (1 + Math.exp(-width - logit)),
    level,
    n: n + m,
    status: few ? 'weak' : 'ok',
  }
}

function hanley(auc: number, n: number, m: number): number {
  const q1 = auc / (2 - auc)
  const q2 = (2 * auc * auc) / (1 + auc)
  const square = auc * auc
  return (auc * (1 - auc) + (n - 1) * (q1 - square) + (m - 1) * (q2 - square)) / (n * m)
}

function total(counts: Float64Array): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i] as number
  return sum
}
