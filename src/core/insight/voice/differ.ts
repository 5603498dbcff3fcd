/** Which groups answer differently from everybody else, by enough to matter. */
import {
  benjaminiHochberg,
  describe,
  meanDifference,
  meanTest,
  relevanceOf,
  SMALL_DIFFERENCE,
  type Estimate,
  type Moments,
  type Relevance,
} from '../../stats/index.ts'

/** How a group's answers differ from those of the others. */
export interface VoiceDifference {
  readonly difference: Estimate
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
}

/** Groups with fewer answers, or leaving fewer others, are not judged. */
const FEWEST = 30

/**
 * Each group against everybody else (Welch), all together corrected by Benjamini and Hochberg; a fifth of the standard
 * deviation of all answers matters, less does not. Coded answers in, same order out.
 */
export function voiceDifferences(
  everybody: Moments,
  groups: readonly Moments[],
): readonly VoiceDifference[] {
  const pairs = groups.map((of) => ({ of, against: minus(everybody, of) }))
  const p = pairs.map((pair) =>
    Math.min(pair.of.n, pair.against.n) < FEWEST ? Number.NaN : (meanTest(pair) ?? Number.NaN),
  )
  const adjusted = benjaminiHochberg(Float64Array.from(p))
  const matters = SMALL_DIFFERENCE * Math.sqrt(describe(everybody).variance ?? 0)
  return pairs.map((pair, i) => {
    const q = adjusted[i] ?? Number.NaN
    const difference = meanDifference(pair)
    const judged = !Number.isNaN(q) && matters > 0
    return {
      difference,
      adjustedP: judged ? q : undefined,
      relevance: judged ? relevanceOf(difference, { matters, adjustedP: q }) : 'cannot-tell',
    }
  })
}

function minus(all: Moments, part: Moments): Moments {
  return {
    n: all.n - part.n,
    sum: all.sum - part.sum,
    sumSquares: Math.max(0, all.sumSquares - part.sumSquares),
  }
}
