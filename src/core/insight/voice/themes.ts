/** Which themes come with unhappy answers more often than others, and when that question cannot be asked. */
import {
  benjaminiHochberg,
  proportion,
  proportionDifference,
  proportionRatio,
  proportionTest,
  relevanceOf,
  type Estimate,
  type Relevance,
  type Share,
} from '../../stats/index.ts'

/** How often one theme was named: by unhappy customers, and by all. */
export interface ThemeCount {
  readonly theme: string
  readonly unhappy: number
  readonly n: number
}

/** One theme, judged. */
export interface JudgedTheme extends ThemeCount {
  /** Of the unhappy who named anything, those who named this. */
  readonly amongUnhappy: Estimate
  /** Of the answers with this theme, the unhappy ones. */
  readonly unhappyShare: Estimate
  /** Against answers with other themes: times as often unhappy. */
  readonly lift: Estimate | undefined
  readonly adjustedP: number | undefined
  readonly relevance: Relevance
}

/** All themes. */
export interface JudgedThemes {
  readonly themes: readonly JudgedTheme[]
  /** Only the unhappy name themes: which of them makes unhappy cannot be told from these answers. */
  readonly onlyUnhappy: boolean
}

/** A theme matters from five in a hundred more unhappy answers on. */
const MATTERS = 0.05

/** When so many of all who name a theme are unhappy, the question is asked of the unhappy only. */
const ONLY = 0.95

/**
 * Compares the answers that name each theme with those that name others only, corrected for their number by Benjamini and
 * Hochberg. Answers without a theme are no yardstick: many surveys ask why only those who are unhappy. `named`: answers
 * that name anything.
 */
export function judgeThemes(counts: readonly ThemeCount[], named: Share): JudgedThemes {
  const onlyUnhappy = named.n > 0 && named.hits / named.n >= ONLY
  const pairs = counts.map(({ unhappy, n }) => ({
    of: { hits: unhappy, n },
    against: { hits: named.hits - unhappy, n: named.n - n },
  }))
  const canJudge = (of: Share, against: Share): boolean =>
    !onlyUnhappy && Math.min(of.n, against.n) >= 20
  const p = pairs.map(({ of, against }) =>
    canJudge(of, against) ? proportionTest({ of, against }) : Number.NaN,
  )
  const adjusted = benjaminiHochberg(Float64Array.from(p))
  const themes = counts.map((count, i): JudgedTheme => {
    const pair = pairs[i] ?? { of: { hits: 0, n: 0 }, against: { hits: 0, n: 0 } }
    const q = adjusted[i] ?? Number.NaN
    const judged = !Number.isNaN(q)
    return {
      ...count,
      amongUnhappy: proportion({ hits: count.unhappy, n: named.hits }),
      unhappyShare: proportion(pair.of),
      lift: judged ? proportionRatio(pair) : undefined,
      adjustedP: judged ? q : undefined,
      relevance: judged
        ? relevanceOf(proportionDifference(pair), { matters: MATTERS, adjustedP: q })
        : 'cannot-tell',
    }
  })
  return { themes: themes.toSorted((a, b) => b.unhappy - a.unhappy), onlyUnhappy }
}
