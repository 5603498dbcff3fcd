/** Numbers that exports write in the place of something else: nothing known, never, at least so much. */

const LOW: ReadonlySet<number> = new Set([-1, -9, -99, -999, -9_999])
const HIGH: ReadonlySet<number> = new Set([99, 999, 9_999, 99_999, 999_999, 9_999_999])

/** Numbers fewer than these tell nothing of how they are spread. */
const LEAST_VALUES = 10
const LEAST_COUNT = 30
const LEAST_SHARE = 0.001

/** The least or the greatest of a column's numbers, and how the others lie. */
export interface Extreme {
  readonly value: number
  /** Values that are exactly this one. */
  readonly count: number
  /** Values known at all. */
  readonly of: number
  /** Different values. */
  readonly distinct: number
  /** The nearest of the others. */
  readonly next: number
}

/** Whether a number is written as such marks are. */
export function looksLikeMark(value: number): boolean {
  return LOW.has(value) || HIGH.has(value)
}

/**
 * Whether an extreme stands for something else than its number: written as marks are, met often, and with nothing near it.
 * A rule of thumb of this product: all others above zero, or at most half of it.
 */
export function isMark({ value, count, of, distinct, next }: Extreme): boolean {
  const isOften = count >= LEAST_COUNT && count >= LEAST_SHARE * of
  if (!isOften || distinct < LEAST_VALUES) return false
  return (LOW.has(value) && next >= 0) || (HIGH.has(value) && next <= value / 2)
}
