/** Two groups compared on everything: sizes of differences, their intervals, and whether they matter. */
import {
  benjaminiHochberg,
  mean,
  meanIndex,
  meanRatio,
  meanTest,
  proportion,
  proportionRatio,
  proportionTest,
  relevanceOf,
  shareIndex,
  SMALL_DIFFERENCE,
  standardisedDifference,
  standardisedShareDifference,
  type Estimate,
  type Moments,
  type Pair,
  type Relevance,
  type Share,
} from '../../stats/index.ts'
import {
  together,
  type Aspect,
  type NumberSums,
  type Sizes,
  type Unit,
  type WordSums,
} from './aspect.ts'
import { hiddenCounts, PRIVACY_FLOOR } from './small.ts'
import type { Text } from '../text.ts'

/** `rest`: the index is against everybody, the group included; `group`: against the other group alone. */
export type Against = 'rest' | 'group'

/** One comparison. */
export interface Compared {
  readonly aspect: Aspect
  /** Which value, of a characteristic with values. */
  readonly value?: { readonly value: string; readonly label: Text }
  /** Mean, or share, of each group. */
  readonly of: Estimate
  readonly against: Estimate
  /** 100 = alike. */
  readonly index: Estimate
  readonly standardised: Estimate
  readonly relevance: Relevance
  /** Customers of whom nothing is known here. */
  readonly missing: { readonly of: number; readonly against: number }
  /** The definition itself asks about it. */
  readonly byDefinition: boolean
  /** Too few to be shown: figures are empty. */
  readonly hidden: boolean
}

/** What is compared. */
export interface Comparison {
  readonly sizes: Sizes
  readonly numbers: readonly NumberSums[]
  readonly words: readonly WordSums[]
  readonly against: Against
  /** What the definitions of the groups ask about. */
  readonly uses: ReadonlySet<string>
  /** Share of false findings that is allowed; .05 where nothing is said. */
  readonly alpha?: number
}

interface Draft {
  readonly compared: Omit<Compared, 'relevance'>
  readonly p: number | undefined
}

/**
 * Everything compared, the largest standardised difference first. Significance is after Benjamini and Hochberg over all
 * comparisons; a difference matters from .2 standard deviations on (Cohen 1988). Groups under the privacy floor give
 * empty, hidden rows.
 */
export function compareGroups(given: Comparison): readonly Compared[] {
  const drafts = [
    ...given.numbers.map((sums) => ofNumbers(sums, given)),
    ...given.words.flatMap((sums) => ofWords(sums, given)),
  ]
  const adjusted = benjaminiHochberg(Float64Array.from(drafts, ({ p }) => p ?? Number.NaN))
  return drafts
    .map(({ compared }, i): Compared => {
      const p = adjusted[i] ?? Number.NaN
      const relevance = relevanceOf(compared.standardised, {
        matters: SMALL_DIFFERENCE,
        ...(Number.isNaN(p) ? {} : { adjustedP: p, alpha: given.alpha ?? 0.05 }),
      })
      return { ...compared, relevance }
    })
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
}

/** How far apart, whatever the direction. */
export function sizeOf({ standardised }: Compared): number {
  return Math.abs(standardised.value ?? 0)
}

const NOTHING: Estimate = {
  value: undefined,
  low: undefined,
  high: undefined,
  level: 0.95,
  n: 0,
  status: 'none',
}

function ofNumbers(sums: NumberSums, { sizes, against, uses }: Comparison): Draft {
  const { aspect, of, against: other, isFlag } = sums
  const base = {
    aspect,
    missing: { of: sizes.of - of.n, against: sizes.against - other.n },
    byDefinition: aspect.uses.some((use) => uses.has(use)),
  }
  const isShown = of.n >= PRIVACY_FLOOR && other.n >= PRIVACY_FLOOR
  if (!isShown) return { compared: { ...base, ...EMPTY }, p: undefined }
  if (isFlag) {
    const pair = { of: share(of.sum, of.n), against: share(other.sum, other.n) }
    const hidden = [of, other].some(({ n, sum }) => isSmall(sum, n))
    if (hidden) return { compared: { ...base, ...EMPTY }, p: undefined }
    return { compared: { ...base, ...ofShares(pair, against), hidden }, p: proportionTest(pair) }
  }
  const pair = { of, against: other }
  const compared = {
    ...base,
    ...ofMeans(pair, against, aspect.unit),
    ...(aspect.signed ? { index: NOTHING } : {}),
    hidden: false,
  }
  return { compared, p: meanTest(pair) }
}

const EMPTY = {
  of: NOTHING,
  against: NOTHING,
  index: NOTHING,
  standardised: NOTHING,
  hidden: true,
} as const

/** Neither those who have it nor those who have not may be a handful; nobody at all and everybody may. */
function isSmall(hits: number, n: number): boolean {
  return [hits, n - hits].some((count) => count > 0 && count < PRIVACY_FLOOR)
}

function ofWords(sums: WordSums, { sizes, against, uses }: Comparison): readonly Draft[] {
  const { aspect, known, values, several } = sums
  const total = several ? 'unknown' : 'known'
  const hide = [
    hiddenCounts(counts(values, 'of'), total),
    hiddenCounts(counts(values, 'against'), total),
  ]
  const base = {
    aspect,
    missing: { of: sizes.of - known.of, against: sizes.against - known.against },
    byDefinition: aspect.uses.some((use) => uses.has(use)),
  }
  return values.map(({ value, label, parts, ...hits }, i): Draft => {
    const own = { ...base, value: { value, label } }
    const isHidden =
      known.of < PRIVACY_FLOOR ||
      known.against < PRIVACY_FLOOR ||
      hide.some((side) => side[i] === true)
    if (isHidden) return { compared: { ...own, ...EMPTY }, p: undefined }
    if (parts !== undefined) {
      const pair = {
        of: { n: known.of, ...parts.of },
        against: { n: known.against, ...parts.against },
      }
      return {
        compared: { ...own, ...ofMeans(pair, against, 'share'), hidden: false },
        p: meanTest(pair),
      }
    }
    const pair = { of: share(hits.of, known.of), against: share(hits.against, known.against) }
    return {
      compared: { ...own, ...ofShares(pair, against), hidden: false },
      p: proportionTest(pair),
    }
  })
}

function ofMeans(
  pair: Pair<Moments>,
  against: Against,
  unit: Unit,
): Pick<Compared, 'of' | 'against' | 'index' | 'standardised'> {
  const { of, against: other } = pair
  return {
    of: withinUnit(mean(of), unit),
    against: withinUnit(mean(other), unit),
    index:
      against === 'rest'
        ? meanIndex({ segment: of, base: together(of, other) })
        : times100(meanRatio(pair)),
    standardised: standardisedDifference(pair),
  }
}

/** The interval of a mean of shares ends where shares do. */
export function withinUnit(estimate: Estimate, unit: Unit): Estimate {
  const { low, high } = estimate
  if (unit !== 'share' || low === undefined || high === undefined) return estimate
  return { ...estimate, low: Math.max(0, low), high: Math.min(1, high) }
}

function counts(
  values: readonly { readonly of: number; readonly against: number }[],
  side: 'of' | 'against',
): readonly number[] {
  return values.map((value) => value[side])
}

function ofShares(
  pair: Pair<Share>,
  against: Against,
): Pick<Compared, 'of' | 'against' | 'index' | 'standardised'> {
  const { of, against: other } = pair
  const base = { hits: of.hits + other.hits, n: of.n + other.n }
  return {
    of: proportion(of),
    against: proportion(other),
    index: against === 'rest' ? shareIndex({ segment: of, base }) : times100(proportionRatio(pair)),
    standardised: standardisedShareDifference(pair),
  }
}

function share(hits: number, n: number): Share {
  return { hits, n }
}

function scaled(x: number | undefined): number | undefined {
  return x === undefined ? x : 100 * x
}

function times100(estimate: Estimate): Estimate {
  const { value, low, high } = estimate
  return { ...estimate, value: scaled(value), low: scaled(low), high: scaled(high) }
}
