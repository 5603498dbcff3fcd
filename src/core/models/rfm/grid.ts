/** The grid of named segments over the three scores. */

/** Lowest and highest score that a segment takes, both included. */
export type ScoreRange = readonly [low: number, high: number]

/** A named box of the cube of scores. */
export interface GridSegment {
  /** A code; words for it live with the reader's language. */
  readonly name: string
  readonly recency: ScoreRange
  readonly frequency: ScoreRange
  readonly monetary: ScoreRange
}

/** Scores of one customer. */
export interface RfmScores {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

const segment = (
  name: string,
  recency: ScoreRange,
  frequency: ScoreRange,
  monetary: ScoreRange,
): GridSegment => ({ name, recency, frequency, monetary })

/** What no segment of a grid takes. */
export const OTHERS = 'others'

/** The ten segments of the R package `rfm` 0.3.0 (`rfm_segment`), for scores 1..5; the first that fits is taken. */
export const RFM_GRID: readonly GridSegment[] = [
  segment('champions', [5, 5], [5, 5], [5, 5]),
  segment('potential-loyalist', [3, 5], [3, 5], [2, 5]),
  segment('loyal-customers', [2, 4], [2, 4], [2, 4]),
  segment('promising', [3, 4], [1, 3], [3, 5]),
  segment('new-customers', [4, 5], [1, 3], [1, 5]),
  segment('cannot-lose-them', [1, 2], [3, 4], [4, 5]),
  segment('at-risk', [1, 2], [2, 5], [4, 5]),
  segment('need-attention', [1, 3], [3, 5], [3, 5]),
  segment('about-to-sleep', [2, 3], [1, 3], [1, 4]),
  segment('lost', [1, 1], [1, 5], [1, 5]),
]

const within = (score: number, [low, high]: ScoreRange): boolean => score >= low && score <= high

/** The name of the first segment that takes the scores, else `others`. Scores must be on the grid's scale. */
export function segmentOf(scores: RfmScores, grid: readonly GridSegment[] = RFM_GRID): string {
  const found = grid.find(
    (s) =>
      within(scores.recency, s.recency) &&
      within(scores.frequency, s.frequency) &&
      within(scores.monetary, s.monetary),
  )
  return found?.name ?? OTHERS
}

/**
 * A score of 1..bins on the five steps of a grid, ends kept, the rest spread evenly: so that three or ten bins can use
 * the same names.
 */
export function toFive(score: number, bins: number): number {
  return bins <= 1 ? 3 : 1 + Math.round(((score - 1) * 4) / (bins - 1))
}

/** One cell of the cube of scores. */
export interface GridCell extends RfmScores {
  readonly name: string
}

const steps = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1)

/** All cells with their segment: small enough to join in SQL, and to see which cells a grid leaves out or never reaches. */
export function gridCells(
  bins: RfmScores = { recency: 5, frequency: 5, monetary: 5 },
  grid: readonly GridSegment[] = RFM_GRID,
): readonly GridCell[] {
  return steps(bins.recency).flatMap((recency) =>
    steps(bins.frequency).flatMap((frequency) =>
      steps(bins.monetary).map((monetary) => {
        const scores = {
          recency: toFive(recency, bins.recency),
          frequency: toFive(frequency, bins.frequency),
          monetary: toFive(monetary, bins.monetary),
        }
        return { recency, frequency, monetary, name: segmentOf(scores, grid) }
      }),
    ),
  )
}
