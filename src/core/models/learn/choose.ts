/** Baseline or challenger: the simpler model stays unless the other is plainly better on rows neither has seen. */
import { mean, momentsOf, type Estimate } from '../../stats/index.ts'

/** The choice and its ground. */
export interface Choice {
  readonly chosen: 'baseline' | 'challenger'
  /** Log loss per row of the challenger minus that of the baseline, paired by row; below zero = challenger better. */
  readonly difference: Estimate
}

/** Takes the challenger only where the whole interval of the paired difference lies below zero. */
export function choose(
  chances: { readonly baseline: Float64Array; readonly challenger: Float64Array },
  outcome: Uint8Array,
  level: number = 0.95,
): Choice {
  const gaps = Float64Array.from(outcome, (hit, i) => {
    const a = chances.baseline[i] as number
    const b = chances.challenger[i] as number
    return hit === 1 ? Math.log(a) - Math.log(b) : Math.log1p(-a) - Math.log1p(-b)
  })
  const difference = mean(momentsOf(gaps), level)
  const better = difference.high !== undefined && difference.high < 0
  return { chosen: better ? 'challenger' : 'baseline', difference }
}
