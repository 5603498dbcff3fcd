/** Whether those of whom something is known are like the others, and weights that make up for it. */
import type { Compared } from '../segment/compare.ts'
import { PRIVACY_FLOOR } from '../segment/small.ts'

/** Fewer unknown than this share and nothing much can be hidden among them. */
export const COMPLETE = 0.95

/** A base has many fields, and one wrongly called biased is one that nobody will use: chance is allowed less than usual. */
export const BIAS_ALPHA = 0.01

/** What a field's gaps do to it. */
export type Bias = 'biased' | 'alike' | 'cannot-tell'

/**
 * Those who are known differ from the others in a way that matters (at least .2 standard deviations and more than chance over all
 * comparisons), or they surely or probably do not.
 */
export function biasOf(compared: readonly Compared[]): {
  readonly bias: Bias
  /** What differs, the largest first. */
  readonly differ: readonly Compared[]
} {
  const shown = compared.filter((one) => !one.hidden)
  if (shown.length === 0) return { bias: 'cannot-tell', differ: [] }
  const differ = shown.filter(
    ({ relevance }) => relevance === 'relevant' || relevance === 'probably-relevant',
  )
  return { bias: differ.length > 0 ? 'biased' : 'alike', differ }
}

/** A part of the base: how many there are, and of how many the field is known. */
export interface Stratum<T> {
  readonly stratum: T
  readonly base: number
  readonly known: number
}

/** A part with its weight. */
export interface Weighted<T> extends Stratum<T> {
  /** What each of the known counts for; undefined where too few are known to stand for the part. */
  readonly weight: number | undefined
  /** The weight was cut off at the cap. */
  readonly isCapped: boolean
}

/** No customer counts for more than this many, nor for less than one over it: a few must not speak for all. */
export const WEIGHT_CAP = 5

/** Post-stratification weights. */
export interface Weighting<T> {
  readonly strata: readonly Weighted<T>[]
  /** As many answers as the weighted ones are worth (Kish 1965: the square of their sum over the sum of their squares). */
  readonly effective: number
  /** Share of the base in parts of which too few are known. */
  readonly uncovered: number
}

/**
 * Weights that give each part of the base the share among the known that it has in the base, cut off at `cap` and its inverse, mean 1.
 * Parts with fewer known than the privacy floor get none: nobody there stands for them. Right only if, within a part, those who are known are like the others.
 */
export function weightsOf<T>(parts: readonly Stratum<T>[], cap: number = WEIGHT_CAP): Weighting<T> {
  const usable = parts.filter(({ known }) => known >= PRIVACY_FLOOR)
  const total = (of: (part: Stratum<T>) => number, among: readonly Stratum<T>[]): number =>
    among.reduce((sum, part) => sum + of(part), 0)
  const base = total((part) => part.base, usable)
  const known = total((part) => part.known, usable)
  let sum = 0
  let squares = 0
  const strata = parts.map((part): Weighted<T> => {
    if (part.known < PRIVACY_FLOOR) return { ...part, weight: undefined, isCapped: false }
    const exact = part.base / base / (part.known / known)
    const weight = Math.min(cap, Math.max(1 / cap, exact))
    sum += weight * part.known
    squares += weight * weight * part.known
    return { ...part, weight, isCapped: weight !== exact }
  })
  const everybody = total((part) => part.base, parts)
  return {
    strata,
    effective: squares === 0 ? 0 : (sum * sum) / squares,
    uncovered: everybody === 0 ? 0 : 1 - base / everybody,
  }
}

/** Shares of a reference by value, adding up to 1. */
export type Reference = ReadonlyMap<string, number>

/**
 * Reads `F:0.51,M:0.49`; per cents are taken too, as are any numbers above zero, because only their proportions count. Undefined where
 * it cannot be read or names fewer than two values.
 */
export function parseReference(text: string): Reference | undefined {
  const shares = new Map<string, number>()
  for (const part of text.split(',')) {
    const at = part.lastIndexOf(':')
    const name = part.slice(0, at).trim()
    const amount = part
      .slice(at + 1)
      .trim()
      .replace(/%$/, '')
    const share = amount === '' ? Number.NaN : Number(amount)
    if (at < 0 || name === '' || !Number.isFinite(share) || share < 0 || shares.has(name))
      return undefined
    shares.set(name, share)
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (shares.size < 2 || total <= 0) return undefined
  return new Map([...shares].map(([name, share]) => [name, share / total]))
}
