/** Draws of counts: binomial and multinomial, exact at any size. */
import type { Random } from '../random.ts'
import { logGamma } from '../special/index.ts'

/**
 * One binomial count. Small means by inversion, larger ones by the rejection method BTRS of Hörmann 1993, "The
 * generation of binomial random variates", whose cost does not grow with n.
 */
export function binomialDraw(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random)
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random)
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  let left = random.next()
  let chance = Math.exp(n * Math.log1p(-p))
  let count = 0
  while (left > chance && count < n) {
    left -= chance
    count++
    chance *= (odds * (n - count + 1)) / count
  }
  return count
}

function byRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const quick = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const logOdds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const peak = logGamma(mode + 1) + logGamma(n - mode + 1)
  for (;;) {
    const u = random.next() - 0.5
    const v = random.next()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (us >= 0.07 && v <= quick) return k
    if (k < 0 || k > n) continue
    const height = Math.log((v * alpha) / (a / (us * us) + b))
    if (height <= peak - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k
  }
}

/** Writes a multinomial draw of `n` over cells in proportion to `counts` into `into`. Cost: linear in cells. */
export function multinomialDraw(
  counts: Float64Array,
  n: number,
  random: Random,
  into: Float64Array,
): void {
  let mass = 0
  for (let i = 0; i < counts.length; i++) mass += counts[i] as number
  let left = n
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    const draw = left > 0 && mass > 0 ? binomialDraw(left, Math.min(1, count / mass), random) : 0
    into[i] = draw
    left -= draw
    mass -= count
  }
  // Rounding can leave the last cells' mass a hair from zero; what is left belongs to the last cell that has any.
  if (left > 0)
    for (let i = counts.length - 1; i >= 0; i--)
      if ((counts[i] as number) > 0) {
        into[i] = (into[i] as number) + left
        return
      }
}
