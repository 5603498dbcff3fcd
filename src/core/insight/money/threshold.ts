/** What a spend threshold for a tier would select, and who misses it narrowly. */
import { mean, type Estimate, type Moments } from '../../stats/index.ts'

/** Sums of those at or above a threshold, and of those just under it. */
export interface ThresholdSums {
  readonly from: number
  readonly above: Moments
  /** Less than a tenth under the threshold. */
  readonly near: { readonly n: number; readonly sum: number }
}

/** One threshold, judged. */
export interface ThresholdReach {
  readonly from: number
  readonly customers: number
  readonly ofBuyers: number
  readonly ofSpend: number
  readonly spend: number
  readonly perHead: Estimate
  readonly nearMisses: number
  /** What each of the near misses lacks on average. */
  readonly lacking: number | undefined
}

/** Near misses lie between this share of a threshold and the threshold. */
export const NEAR = 0.9

/** Nothing is estimated but the spend per head; the rest is counted. */
export function thresholdReach(
  { from, above, near }: ThresholdSums,
  all: Pick<Moments, 'n' | 'sum'>,
): ThresholdReach {
  return {
    from,
    customers: above.n,
    ofBuyers: all.n > 0 ? above.n / all.n : 0,
    ofSpend: all.sum > 0 ? above.sum / all.sum : 0,
    spend: above.sum,
    perHead: mean(above),
    nearMisses: near.n,
    lacking: near.n > 0 ? from - near.sum / near.n : undefined,
  }
}

/** Thresholds that people would choose: two significant digits, each once, the highest first. */
export function roundThresholds(quantiles: readonly number[]): readonly number[] {
  const rounded = quantiles.filter((value) => value > 0).map((value) => twoDigits(value))
  return [...new Set(rounded)].toSorted((a, b) => b - a)
}

function twoDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.round(value / unit) * unit).toFixed(6))
}
