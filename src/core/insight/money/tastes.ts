/** Which segments have a taste of their own: a department that makes up more of what they buy than of what others buy. */
import {
  benjaminiHochberg,
  meanIndex,
  meanTest,
  relevanceOf,
  type Estimate,
  type Moments,
  type Relevance,
} from '../../stats/index.ts'

/** A segment's and everybody's sums of the customers' own shares of a department in what they buy. */
export interface TastePair {
  readonly segment: Moments
  readonly base: Moments
}

/** How it differs. */
export interface JudgedTaste {
  /** 100: like everybody. */
  readonly index: Estimate
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
}

/** A fifth more or less than everybody matters. */
const MATTERS = 20
/** Fewer customers are not judged. */
const FEWEST = 30

/** Each pair against the base without the segment (Welch), all together corrected by Benjamini and Hochberg. Same order. */
export function judgeTastes(pairs: readonly TastePair[]): readonly JudgedTaste[] {
  const p = pairs.map(({ segment, base }) => {
    const against = {
      n: base.n - segment.n,
      sum: base.sum - segment.sum,
      sumSquares: Math.max(0, base.sumSquares - segment.sumSquares),
    }
    if (Math.min(segment.n, against.n) < FEWEST) return Number.NaN
    return meanTest({ of: segment, against }) ?? Number.NaN
  })
  const adjusted = benjaminiHochberg(Float64Array.from(p))
  return pairs.map(({ segment, base }, i) => {
    const index = meanIndex({ segment, base })
    const q = adjusted[i] ?? Number.NaN
    if (Number.isNaN(q)) return { index, adjustedP: undefined, relevance: 'cannot-tell' }
    const relevance = relevanceOf(index, { matters: MATTERS, neutral: 100, adjustedP: q })
    return { index, adjustedP: q, relevance }
  })
}
