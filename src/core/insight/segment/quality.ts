/** Is a segment good? Each question judged from its figures, and a verdict over all. */
import { overlapOf, type DriftLevel, type Overlap, type Parts } from '../../stats/index.ts'
import type { Compared } from './compare.ts'
import { ACTIVATION_FLOOR, PRIVACY_FLOOR } from './small.ts'

/** `care`: usable, knowing this. `fail`: mend it first. `unknown`: these data cannot tell. */
export type Grade = 'pass' | 'care' | 'fail' | 'unknown'

export const QUALITY_CHECKS = [
  'distinct',
  'meaningful',
  'actionable',
  'stable',
  'large',
  'fair',
  'explained',
] as const
export type QualityCheck = (typeof QUALITY_CHECKS)[number]

/** How two segments stand to each other. */
export type Closeness = 'same' | 'near-duplicate' | 'inside' | 'overlapping' | 'apart'

/** From this share of common members among those of either on, two segments say the same thing. */
export const NEAR_DUPLICATE = 0.8
/** Nearly all of the smaller one is in the larger one. */
const INSIDE = 0.95
/** Below this nobody would notice. */
const APART = 0.05

/** Judges two segments by the sizes of their parts; segments under the privacy floor are not judged. */
export function closenessOf(parts: Parts): {
  readonly closeness: Closeness
  readonly overlap: Overlap
} {
  const overlap = overlapOf(parts)
  const jaccard = overlap.jaccard.value ?? 0
  const coefficient = overlap.coefficient.value ?? 0
  const isSame = parts.both > 0 && parts.onlyFirst === 0 && parts.onlySecond === 0
  const closeness: Closeness = isSame
    ? 'same'
    : jaccard >= NEAR_DUPLICATE
      ? 'near-duplicate'
      : coefficient >= INSIDE
        ? 'inside'
        : jaccard < APART
          ? 'apart'
          : 'overlapping'
  return { closeness, overlap }
}

/** A segment that says the same as another one is to be merged with it. */
export function gradeDistinct(found: readonly Closeness[]): Grade {
  return found.some((one) => one === 'same' || one === 'near-duplicate') ? 'care' : 'pass'
}

/** Something beyond the definition must set the members apart, or the segment tells nothing new. */
export function gradeMeaningful(compared: readonly Compared[]): Grade {
  const beyond = compared.filter((one) => !one.byDefinition && !one.hidden)
  if (beyond.length === 0) return 'unknown'
  if (beyond.some((one) => one.relevance === 'relevant')) return 'pass'
  return 'care'
}

/** Fewer reachable members than this share make a campaign by message a campaign for few. */
const MOSTLY_REACHABLE = 0.5

/** The best channel's share of members; undefined where the catalogue knows no consent. */
export function gradeActionable(best: number | undefined): Grade {
  if (best === undefined) return 'unknown'
  if (best === 0) return 'fail'
  return best >= MOSTLY_REACHABLE ? 'pass' : 'care'
}

/** Hennig 2007: a set that comes back with a Jaccard of .75 is stable, below .6 it should not be relied upon. */
export const STABLE = 0.75
/** A mean known to no better than a quarter is a rough one. */
const ROUGH = 0.25

/** What stability rests on; undefined where nothing can be told. */
export interface StabilityFigures {
  /** Jaccard of members from one month to the next, the median of the last months. */
  readonly monthly: number | undefined
  readonly drift: DriftLevel | undefined
  /** Half the width of the key figure's interval, as a share of the figure. */
  readonly roughness: number | undefined
}

export function gradeStable({ monthly, drift, roughness }: StabilityFigures): Grade {
  if (monthly === undefined && roughness === undefined) return 'unknown'
  const isShaky =
    (monthly !== undefined && monthly < STABLE) ||
    drift === 'shifted' ||
    (roughness !== undefined && roughness > ROUGH)
  return isShaky ? 'care' : 'pass'
}

/** Below the privacy floor nothing may be shown, below the activation floor nothing be sent. */
export function gradeLarge(members: number): Grade {
  if (members < PRIVACY_FLOOR) return 'fail'
  return members < ACTIVATION_FLOOR ? 'care' : 'pass'
}

/** A segment without a reason is one that nobody will maintain. */
export function gradeExplained(of: {
  readonly hasSentence: boolean
  readonly hasWhy: boolean
}): Grade {
  if (!of.hasSentence) return 'unknown'
  return of.hasWhy ? 'pass' : 'care'
}

/** `good`: nothing to say against it. `with-care`: usable, knowing what is named. `not-yet`: mend it first. */
export type Verdict = 'good' | 'with-care' | 'not-yet'

export function verdictOf(grades: Readonly<Record<QualityCheck, Grade>>): Verdict {
  const all = Object.values(grades)
  if (all.includes('fail')) return 'not-yet'
  return all.some((grade) => grade === 'care' || grade === 'unknown') ? 'with-care' : 'good'
}

/** What to say before a segment is activated. */
export interface ActivationWarning {
  readonly kind: 'near-duplicate' | 'under-privacy-floor' | 'under-activation-floor'
  /** The other segment of a near-duplicate. */
  readonly other?: string
  readonly jaccard?: number
}

/**
 * What speaks against activating a segment of so many members, told from counts alone: how many each other active segment
 * has, and how many of those are members here. Cost: linear in segments.
 */
export function activationWarnings(
  members: number,
  others: readonly { readonly key: string; readonly members: number; readonly both: number }[],
): readonly ActivationWarning[] {
  const out: ActivationWarning[] = []
  if (members < PRIVACY_FLOOR) out.push({ kind: 'under-privacy-floor' })
  else if (members < ACTIVATION_FLOOR) out.push({ kind: 'under-activation-floor' })
  for (const { key, members: theirs, both } of others) {
    const either = members + theirs - both
    if (members < PRIVACY_FLOOR || theirs < PRIVACY_FLOOR || either === 0) continue
    const jaccard = both / either
    if (jaccard >= NEAR_DUPLICATE) out.push({ kind: 'near-duplicate', other: key, jaccard })
  }
  return out
}
