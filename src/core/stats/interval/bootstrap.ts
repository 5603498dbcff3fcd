/** Intervals for any statistic: the data are drawn again from their own counts. */
import { assert } from '../../base/index.ts'
import type { Estimate } from '../estimate.ts'
import { createRandom } from '../random.ts'
import { multinomialDraw } from './binomial-draw.ts'
import { FEW, LEVEL, withoutValue } from './sums.ts'

/** What to draw again. */
export interface BootstrapOptions {
  /**
   * One array of counts per stratum: how many observations share each distinct row. Sizes of strata stay as they are.
   */
  readonly strata: readonly Float64Array[]
  /** The statistic of counts in the same layout; `undefined` where a draw has no answer. The arrays are reused. */
  readonly statistic: (counts: readonly Float64Array[]) => number | undefined
  readonly seed: number
  readonly draws?: number
  readonly level?: number
}

/**
 * Percentile interval (Efron 1979; Davison, Hinkley 1997, section 5.3.1) over compressed strata: a draw costs as much
 * as there are distinct rows, not as many as there are customers. Assumes independent observations. `weak` below thirty
 * observations, as then the percentile interval is too narrow, and where a tenth of the draws has no answer.
 */
export function bootstrap(options: BootstrapOptions): Estimate {
  const { strata, statistic } = options
  const draws = options.draws ?? 1000
  const level = options.level ?? LEVEL
  assert(draws >= 20, 'a percentile of fewer than twenty draws says nothing')
  const sizes = strata.map((counts) => Math.round(counts.reduce((a, b) => a + b, 0)))
  const n = sizes.reduce((a, b) => a + b, 0)
  if (n === 0) return withoutValue({ n, level })
  const value = statistic(strata)
  if (value === undefined) return withoutValue({ n, level })
  const random = createRandom(options.seed)
  const drawn = strata.map((counts) => new Float64Array(counts.length))
  const found: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    for (const [s, counts] of strata.entries()) {
      const into = drawn[s]
      if (into !== undefined) multinomialDraw(counts, sizes[s] ?? 0, random, into)
    }
    const again = statistic(drawn)
    if (again !== undefined && !Number.isNaN(again)) found.push(again)
  }
  if (found.length < 20) return { ...withoutValue({ n, level, status: 'weak' }), value }
  const sorted = Float64Array.from(found).sort()
  const at = (q: number): number | undefined => {
    const place = q * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? 0
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - low)
  }
  const tail = (1 - level) / 2
  const status = n < FEW || found.length < 0.9 * draws ? 'weak' : 'ok'
  return { value, low: at(tail), high: at(1 - tail), level, n, status }
}
