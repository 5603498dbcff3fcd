/** Who gets to something more slowly than the others. */
import { survivalAt, survivalQuantile, type SurvivalCurve } from '../../models/index.ts'
import type { Estimate } from '../../stats/index.ts'
import { judgeCarriers, type Carrier } from './carriers.ts'

/** The way there of customers with a value, and of all others. */
export interface TwoPaces {
  readonly of: SurvivalCurve
  readonly others: SurvivalCurve
}

/** How they compare. */
export interface Pace {
  /** Medians; a value is undefined where fewer than half get there. */
  readonly of: Estimate
  readonly others: Estimate
  readonly carrier: Carrier
  /** Surely slower, and by enough to matter. */
  readonly isSlow: boolean
}

/** Half as fast as the others is a different programme; less may be taste. */
const SLOW_RATIO = 2

/**
 * Compares, at the time by which half of all are there, the shares who are not (all values corrected together), and calls
 * slow who also surely takes `SLOW_RATIO` times as long to half of them, or never gets half of them there. Same order as `values`.
 */
export function judgePaces(values: readonly TwoPaces[], middle: number): readonly Pace[] {
  const carriers = judgeCarriers(
    values.map(({ of, others }) => ({
      of: survivalAt(of, middle),
      others: survivalAt(others, middle),
    })),
  )
  return values.flatMap((one, i) => {
    const carrier = carriers[i]
    if (carrier === undefined) return []
    const of = survivalQuantile(one.of)
    const others = survivalQuantile(one.others)
    const later = (carrier.difference.value ?? 0) > 0
    const sure = carrier.relevance === 'relevant' || carrier.relevance === 'probably-relevant'
    const much =
      others.value !== undefined &&
      // Surely so, hence by the lower end; where half never get there, the last one seen on the way is the least it takes.
      (of.low ?? of.value ?? one.of.end) >= SLOW_RATIO * others.value
    return [{ of, others, carrier, isSlow: later && sure && much }]
  })
}
