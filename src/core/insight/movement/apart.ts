/** Changes of groups apart from the change of everybody. */
import { benjaminiHochberg, normalQuantile, normalTail, type Estimate } from '../../stats/index.ts'

/** A group's spend of two years, with sums of squares and products over its customers. */
export interface GroupYears {
  readonly before: number
  readonly after: number
  readonly squares: { readonly before: number; readonly after: number; readonly both: number }
  readonly customers: number
}

/** What is left of its change. */
export interface ApartChange {
  readonly amount: Estimate
  readonly adjustedP: number | undefined
  /** Surely there, and at least a tenth of the year before. */
  readonly matters: boolean
}

const MATTERS = 0.1
const LEVEL = 0.95

/** Groups with fewer customers are not judged. */
const FEWEST = 30

/**
 * Spend after less r times spend before, r being the ratio of everybody; its variance is the sum over customers of that
 * difference squared, as if customers came and went at random (compound Poisson). All groups together by Benjamini and Hochberg.
 */
export function judgeApart(
  groups: readonly GroupYears[],
  everybody: GroupYears,
): readonly ApartChange[] {
  const ratio = everybody.before > 0 ? everybody.after / everybody.before : Number.NaN
  const found = groups.map(({ before, after, squares, customers }) => {
    const value = after - ratio * before
    const variance = squares.after - 2 * ratio * squares.both + ratio * ratio * squares.before
    const isFit = customers >= FEWEST && before > 0 && variance > 0 && Number.isFinite(ratio)
    return { value, error: isFit ? Math.sqrt(variance) : Number.NaN }
  })
  const tests = found.map(({ value, error }) =>
    Math.min(1, 2 * normalTail(Math.abs(value) / error)),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  return found.map(({ value, error }, i) => {
    const { before = 0, customers: n = 0 } = groups[i] ?? {}
    const q = adjusted[i] ?? Number.NaN
    if (Number.isNaN(q)) {
      const nothing = { value: undefined, low: undefined, high: undefined, level: LEVEL, n }
      const amount: Estimate = { ...nothing, status: n > 0 ? 'not-identified' : 'none' }
      return { amount, adjustedP: undefined, matters: false }
    }
    const reach = normalQuantile((1 + LEVEL) / 2) * error
    const amount: Estimate = {
      value,
      low: value - reach,
      high: value + reach,
      level: LEVEL,
      n,
      status: 'ok',
    }
    const matters = q <= 1 - LEVEL && Math.abs(value) >= MATTERS * before
    return { amount, adjustedP: q, matters }
  })
}
