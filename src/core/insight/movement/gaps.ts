/** Money that customers with a value bring more or less than comparable ones. */
import {
  benjaminiHochberg,
  describe,
  normalQuantile,
  normalTail,
  type Estimate,
  type Moments,
} from '../../stats/index.ts'

/** Spend of customers with a value and of the others in one stratum of comparable customers. */
export interface Stratum {
  readonly of: Moments
  readonly others: Moments
}

/** A gap. */
export interface Gap {
  /** What comparable others would bring in their place, less what they bring; above 0: money is missing. */
  readonly amount: Estimate
  /** Spend of each, and of comparable others each. */
  readonly own: number
  readonly comparable: number
  readonly customers: number
  readonly adjustedP: number | undefined
  /** Surely there, and at least a tenth of what they bring. */
  readonly matters: boolean
}

const MATTERS = 0.1
const LEVEL = 0.95

/** Strata with fewer on a side are passed over, and a value most of whose customers are in such is not judged. */
const FEWEST = 20
/** Spend is skewed by two and more: its mean is normal enough from 25 times the square of that (Cochran 1977, section 2.15). */
const FEWEST_MATCHED = 100
const LEAST_MATCHED = 0.5

/**
 * Direct standardisation over strata: sum of n (mean of others - own mean), its variance n^2 (s^2 / n + s'^2 / n') summed,
 * normal; all values together by Benjamini and Hochberg. What the strata do not hold may still explain a gap: it is where to
 * look, not what a campaign would bring. Same order as `values`.
 */
export function judgeGaps(values: readonly (readonly Stratum[])[]): readonly Gap[] {
  const raw = values.map(gapOf)
  const adjusted = benjaminiHochberg(Float64Array.from(raw, ({ p }) => p))
  return raw.map(({ gap }, i) => {
    const q = adjusted[i] ?? Number.NaN
    if (Number.isNaN(q)) return { ...gap, adjustedP: undefined, matters: false }
    const { value = 0 } = gap.amount
    const large = Math.abs(value) >= MATTERS * Math.abs(gap.own * gap.customers)
    return { ...gap, adjustedP: q, matters: large && q <= 1 - LEVEL }
  })
}

function gapOf(strata: readonly Stratum[]): {
  readonly gap: Omit<Gap, 'adjustedP' | 'matters'>
  readonly p: number
} {
  const all = strata.reduce((sum, { of }) => sum + of.n, 0)
  let amount = 0
  let variance = 0
  let matched = 0
  let own = 0
  for (const { of, others } of strata) {
    const [a, b] = [describe(of), describe(others)]
    if (of.n < FEWEST || others.n < FEWEST) continue
    if (a.mean === undefined || b.mean === undefined) continue
    amount += of.n * (b.mean - a.mean)
    variance += of.n ** 2 * ((a.variance ?? 0) / of.n + (b.variance ?? 0) / others.n)
    matched += of.n
    own += of.sum
  }
  const enough = matched >= FEWEST_MATCHED && matched >= LEAST_MATCHED * all && variance > 0
  const nothing = { value: undefined, low: undefined, high: undefined }
  const each = matched > 0 ? own / matched : 0
  const comparable = matched > 0 ? (own + amount) / matched : 0
  const shared = { own: each, comparable, customers: matched }
  if (!enough) {
    const none: Estimate = { ...nothing, level: LEVEL, n: all, status: 'not-identified' }
    return { gap: { ...shared, amount: none }, p: Number.NaN }
  }
  const error = Math.sqrt(variance)
  const reach = normalQuantile((1 + LEVEL) / 2) * error
  const [low, high] = [amount - reach, amount + reach]
  return {
    gap: {
      ...shared,
      amount: { value: amount, low, high, level: LEVEL, n: matched, status: 'ok' },
    },
    p: Math.min(1, 2 * normalTail(Math.abs(amount) / error)),
  }
}
