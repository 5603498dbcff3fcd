/** What a test of given sizes can find: power, smallest effect worth looking for, and sizes needed. */
import { normalQuantile, normalTail, studentQuantile, studentTail } from '../special/index.ts'

/** A test of two groups. */
export interface TestSizes {
  readonly of: number
  readonly against: number
  /** Two-sided significance level; .05 unless told. */
  readonly alpha?: number
}

/** The usual chance of seeing an effect that exists (Cohen 1988). */
export const POWER = 0.8

/**
 * Power of the two-sided score test of two shares: Fleiss, Levin, Paik 2003, eq. 4.14 without continuity correction, as
 * R's `power.prop.test`: 50 and 50 at .5 and .75 give .740.
 */
export function proportionPower(
  sizes: TestSizes,
  shares: { readonly of: number; readonly against: number },
): number {
  const { of: p, against: q } = shares
  const pooled = (p * sizes.of + q * sizes.against) / (sizes.of + sizes.against)
  const under = Math.sqrt(pooled * (1 - pooled) * (1 / sizes.of + 1 / sizes.against))
  const spread = Math.sqrt((p * (1 - p)) / sizes.of + (q * (1 - q)) / sizes.against)
  const z = normalQuantile(1 - (sizes.alpha ?? 0.05) / 2)
  if (spread === 0) return p === q ? 0 : 1
  return normalTail((z * under - Math.abs(p - q)) / spread)
}

/**
 * The smallest rise above the share `base` (of the group `against`) that the test finds with this power, as a
 * difference of shares; `undefined` where even 100 % would be missed or a group is empty.
 */
export function detectableRise(
  sizes: TestSizes,
  base: number,
  power: number = POWER,
): number | undefined {
  if (!(sizes.of > 0) || !(sizes.against > 0) || !(base >= 0 && base < 1)) return undefined
  const at = (rise: number): number => proportionPower(sizes, { of: base + rise, against: base })
  return solveRising(at, power, 1 - base)
}

/**
 * Power of Welch's two-sided test for a difference of means with a common standard deviation; the noncentral t is
 * replaced by a shifted one, which R's `power.t.test` confirms to three digits from ten per group on.
 */
export function meanPower(
  sizes: TestSizes,
  effect: { readonly difference: number; readonly sd: number },
): number {
  const df = sizes.of + sizes.against - 2
  if (!(df > 0)) return 0
  const se = effect.sd * Math.sqrt(1 / sizes.of + 1 / sizes.against)
  const critical = studentQuantile(1 - (sizes.alpha ?? 0.05) / 2, df)
  return studentTail(critical - Math.abs(effect.difference) / se, df)
}

/** The smallest difference of means that the test finds with this power; `undefined` where a group is empty. */
export function detectableDifference(
  sizes: TestSizes,
  sd: number,
  power: number = POWER,
): number | undefined {
  if (!(sizes.of > 0) || !(sizes.against > 0) || !(sizes.of + sizes.against > 2) || !(sd > 0))
    return undefined
  const se = sd * Math.sqrt(1 / sizes.of + 1 / sizes.against)
  const df = sizes.of + sizes.against - 2
  const reach = studentQuantile(1 - (sizes.alpha ?? 0.05) / 2, df) + studentQuantile(power, df)
  return reach * se
}

/** Customers per group, both equal, to find these shares with this power; R: .5 and .75 at 90 % need 76.7. */
export function sizeForShares(
  shares: { readonly of: number; readonly against: number },
  power: number = POWER,
  alpha = 0.05,
): number | undefined {
  const { of: p, against: q } = shares
  if (p === q) return undefined
  const pooled = (p + q) / 2
  const z = normalQuantile(1 - alpha / 2)
  const reach =
    z * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power) * Math.sqrt(p * (1 - p) + q * (1 - q))
  return (reach / (p - q)) ** 2
}

function solveRising(at: (x: number) => number, wanted: number, most: number): number | undefined {
  if (at(most) < wanted) return undefined
  let low = 0
  let high = most
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    if (at(middle) < wanted) low = middle
    else high = middle
  }
  return high
}
