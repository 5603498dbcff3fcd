/** Numbers people would choose: 50 rather than 47.3. */

/** A round number and how round it is: it is a multiple of `step`. */
export interface RoundNumber {
  readonly value: number
  readonly step: number
}

/** Steps within a power of ten, roundest first. */
const STEPS = [1, 0.5, 0.25, 0.2] as const

/**
 * The roundest number t with low < t <= high (0 if it is among them), so that `x >= t` cuts between two neighbouring
 * values exactly as any other number there would. Of equally round ones the one nearest the middle.
 */
export function roundestBetween(low: number, high: number): RoundNumber {
  if (low < 0 && high >= 0) return { value: 0, step: Infinity }
  const size = Math.max(Math.abs(low), Math.abs(high))
  const middle = (low + high) / 2
  const from = Math.floor(Math.log10(size)) + 1
  for (let power = from; power > from - 16; power--) {
    for (const part of STEPS) {
      const step = part * 10 ** power
      // Halves are no rounder than whole numbers: three visits, not two and a half.
      if (power > 0 && !Number.isInteger(step)) continue
      const near = Math.round(middle / step)
      for (const multiple of [near, Math.floor(high / step), Math.ceil(low / step)]) {
        const value = Number((multiple * step).toPrecision(12))
        if (value > low && value <= high) return { value, step }
      }
    }
  }
  return { value: high, step: 0 }
}
