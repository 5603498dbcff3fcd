/** Who hardly uses what they earned. */
import {
  benjaminiHochberg,
  meanDifference,
  meanTest,
  relevanceOf,
  type Moments,
} from '../../stats/index.ts'
import { FEWEST_OF_VALUE, type Carrier } from './carriers.ts'

/** Shares used, one per customer, of customers with a value and of all others. */
export interface TwoShares {
  readonly of: Moments
  readonly others: Moments
}

/** Twenty in a hundred less used than elsewhere is another programme; less may be taste. */
export const USE_MATTERS = 0.2

/** Compares means of shares (Welch), all values together by Benjamini and Hochberg. Same order as `values`. */
export function judgeUse(values: readonly TwoShares[]): readonly Carrier[] {
  const tests = values.map(({ of, others }) =>
    Math.min(of.n, others.n) < FEWEST_OF_VALUE
      ? Number.NaN
      : (meanTest({ of, against: others }) ?? Number.NaN),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(tests))
  return values.map(({ of, others }, i) => {
    const difference = meanDifference({ of, against: others })
    const q = adjusted[i] ?? Number.NaN
    if (Number.isNaN(q)) return { difference, adjustedP: undefined, relevance: 'cannot-tell' }
    const relevance = relevanceOf(difference, { matters: USE_MATTERS, adjustedP: q })
    return { difference, adjustedP: q, relevance }
  })
}
