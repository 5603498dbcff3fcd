/** Where a value stands among all: the thresholds that a band means, and who lies between them. */
import type { RankBand } from '../tree.ts'

/** Each end is included, save the high one when it is open; an absent end does not bind. */
export interface Cutoffs {
  readonly low?: number
  readonly high?: number
  readonly highOpen?: boolean
}

/**
 * The thresholds of a band among the known values of the whole base; undefined when nobody can be in it. Ties stay
 * together. Top n: from the n-th largest on; p percent of N values are ceil(p * N / 100). With k parts a value that c
 * others lie strictly below is in part floor(c * k / N) + 1. Cost: sorting the values.
 */
export function cutoffsOf(values: readonly number[], band: RankBand): Cutoffs | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const total = sorted.length
  if (total === 0) return undefined
  if (band.kind === 'quantile') {
    const partOf = (value: number): number =>
      Math.floor((sorted.findIndex((v) => v >= value) * band.parts) / total) + 1
    const low = sorted.find((value) => partOf(value) >= band.from)
    const high = sorted.find((value) => partOf(value) > band.to)
    // Nobody now lies in these parts, so that they have no lower end.
    if (low === undefined || low === high) return undefined
    return {
      ...(band.from === 1 ? {} : { low }),
      ...(high === undefined ? {} : { high, highOpen: true }),
    }
  }
  const n = band.of === 'percent' ? Math.ceil((band.count * total) / 100) : band.count
  if (n > total) return {}
  const end = band.kind === 'top' ? sorted[total - n] : sorted[n - 1]
  if (end === undefined) return undefined
  return band.kind === 'top' ? { low: end } : { high: end }
}

/** Whether a value lies between the thresholds. */
export function isWithin(value: number, { low, high, highOpen }: Cutoffs): boolean {
  if (low !== undefined && value < low) return false
  return high === undefined || value < high || (value === high && highOpen !== true)
}
