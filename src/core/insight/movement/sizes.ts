/** Sizes then and now: changes that the chance of who comes and goes does not explain. */
import {
  benjaminiHochberg,
  normalQuantile,
  normalTail,
  relevanceOf,
  type Estimate,
} from '../../stats/index.ts'
import { isMaterial } from './drifts.ts'

/** Members of one segment at two instants. */
export interface SizePair {
  readonly before: number
  readonly after: number
}

/** What is to be said of them. */
export interface SizeChange {
  /** As a share of the size before; undefined where there were too few. */
  readonly change: Estimate | undefined
  readonly adjustedP: number
  /** Surely there, and a tenth of the size before at least. */
  readonly matters: boolean
}

const MATTERS = 0.1
const LEVEL = 0.95

/** With fewer members than this at either instant the normal law of logarithms is rough. */
const FEWEST = 11

/**
 * Two counts as draws of Poisson laws (the logarithm of their ratio has the variance 1/before + 1/after); who is a member at
 * both instants makes the true variance smaller, so that this errs on the side of silence. All segments together by Benjamini
 * and Hochberg. That months differ by season is not told apart: the sentence names both months.
 */
export function judgeSizes(pairs: readonly SizePair[]): readonly SizeChange[] {
  const found = pairs.map(({ before, after }) => {
    const error = Math.sqrt(1 / before + 1 / after)
    const ratio = Math.log(after / before)
    return Math.min(before, after) < FEWEST ? undefined : { ratio, error, n: before + after }
  })
  const tests = found.map((one) =>
    one === undefined ? Number.NaN : Math.min(1, 2 * normalTail(Math.abs(one.ratio) / one.error)),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  return found.map((one, i) => {
    const adjustedP = adjusted[i] ?? Number.NaN
    if (one === undefined) return { change: undefined, adjustedP, matters: false }
    const reach = normalQuantile((1 + LEVEL) / 2) * one.error
    const change: Estimate = {
      value: Math.exp(one.ratio) - 1,
      low: Math.exp(one.ratio - reach) - 1,
      high: Math.exp(one.ratio + reach) - 1,
      level: LEVEL,
      n: one.n,
      status: 'ok',
    }
    const matters = isMaterial(relevanceOf(change, { matters: MATTERS, adjustedP }))
    return { change, adjustedP, matters }
  })
}
