/** The same losses with and without something, compared at equal numbers of purchases and put together. */
import { normalQuantile, normalTail, type Estimate } from '../../stats/index.ts'
import { FEWEST_OF_VALUE, lossErrorOf } from './carriers.ts'

/** Losses at one number of purchases. */
export interface MatchedPair {
  readonly withIt: Estimate
  readonly without: Estimate
}

/** Loss with less loss without, over all matched steps. */
export interface MatchedDifference {
  readonly difference: Estimate
  readonly p: number | undefined
  /** Mean losses with the same weights. */
  readonly withIt: number | undefined
  readonly without: number | undefined
  /** Weight of each pair, adding up to 1; 0 where a side has too few. */
  readonly weights: readonly number[]
}

/**
 * Weighs the steps by n m / (n + m), as Cochran (1954, Biometrics 10:417) does for shares: steps where both sides have
 * many count most. Equal numbers of purchases rule out that rewards merely go to those who bought more often; whatever else
 * differs is not ruled out, so that this is no proof of a cause.
 */
export function matchedDifference(pairs: readonly MatchedPair[]): MatchedDifference {
  const raw = pairs.map(({ withIt, without }) => {
    const [n, m] = [withIt.n, without.n]
    const has = withIt.value !== undefined && without.value !== undefined
    return has && Math.min(n, m) >= FEWEST_OF_VALUE ? (n * m) / (n + m) : 0
  })
  const total = raw.reduce((sum, w) => sum + w, 0)
  const level = pairs[0]?.withIt.level ?? 0.95
  const n = pairs.reduce(
    (sum, one, i) => sum + (raw[i] === 0 ? 0 : one.withIt.n + one.without.n),
    0,
  )
  const weights = raw.map((w) => (total > 0 ? w / total : 0))
  if (total === 0) {
    const nothing = { value: undefined, low: undefined, high: undefined, level, n }
    const difference: Estimate = { ...nothing, status: n > 0 ? 'not-identified' : 'none' }
    return { difference, p: undefined, withIt: undefined, without: undefined, weights }
  }
  let value = 0
  let variance = 0
  let withIt = 0
  for (const [i, one] of pairs.entries()) {
    const w = weights[i] ?? 0
    if (w === 0) continue
    withIt += w * (one.withIt.value ?? 0)
    value += w * ((one.withIt.value ?? 0) - (one.without.value ?? 0))
    variance += w * w * (lossErrorOf(one.withIt) ** 2 + lossErrorOf(one.without) ** 2)
  }
  const error = Math.sqrt(variance)
  const reach = normalQuantile((1 + level) / 2) * error
  const p = error > 0 ? Math.min(1, 2 * normalTail(Math.abs(value) / error)) : undefined
  const difference: Estimate = {
    value,
    low: value - reach,
    high: value + reach,
    level,
    n,
    status: error > 0 ? 'ok' : 'weak',
  }
  return { difference, p, withIt, without: withIt - value, weights }
}
