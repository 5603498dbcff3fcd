/** What to tell of many comparisons: the largest that matter, each thing once, and what only seems to matter. */
import type { Area, Aspect } from './aspect.ts'
import type { Compared } from './compare.ts'

/** What is worth telling. */
export interface Picked {
  /** Differences that matter, or probably do, largest first. */
  readonly tell: readonly Compared[]
  /** Things that differ because the definition says so, or would be told were it not for that. */
  readonly byDefinition: readonly Aspect[]
  /** Surely different, and too little so to matter: nothing about them matters. */
  readonly irrelevant: readonly Aspect[]
  /** Surely different by little beside how much customers differ, yet by a quarter and more in proportion: rare things never do otherwise. */
  readonly proportionate: readonly Compared[]
  /** Things known of so few, or so unequally, that what is said of them is doubtful. */
  readonly gaps: readonly Gap[]
}

/** Shares of customers of whom something is not known. */
export interface Gap {
  readonly aspect: Aspect
  readonly of: number
  readonly against: number
}

export interface PickOptions {
  readonly most: number
  readonly sizes: { readonly of: number; readonly against: number }
}

/** No area of life is told more than twice: spend, net spend and average order are one story. */
const MOST_PER_AREA = 2
/** From this share on, who is not known of may change the picture. */
const MANY_MISSING = 0.2
/** Coverage that differs by this much compares different kinds of people. */
const UNEQUAL_MISSING = 0.1

/** Areas in which a missing value is a gap in the data; elsewhere it means that there was nothing, as without orders. */
const KNOWABLE: ReadonlySet<Area> = new Set(['people', 'place', 'voice', 'score'])

/** Chooses from comparisons that come largest first. */
export function pickDifferences(compared: readonly Compared[], options: PickOptions): Picked {
  const tell: Compared[] = []
  const seen = new Set<string>()
  const perArea = new Map<Area, number>()
  const matter = compared.filter(matters)
  for (const one of matter) {
    const { key, area } = one.aspect
    const told = perArea.get(area) ?? 0
    if (one.byDefinition || seen.has(key) || told >= MOST_PER_AREA) continue
    if (tell.length >= options.most) break
    tell.push(one)
    seen.add(key)
    perArea.set(area, told + 1)
  }
  const mattering = new Set(matter.map(({ aspect }) => aspect.key))
  const slight = compared.filter((one) => one.relevance === 'significant-yet-irrelevant')
  const inProportion = slight.filter(isLargeInProportion)
  for (const { aspect } of inProportion) mattering.add(aspect.key)
  return {
    tell,
    proportionate: inProportion.filter((one) => !one.byDefinition),
    byDefinition: aspectsOf(matter.filter((one) => one.byDefinition)),
    irrelevant: aspectsOf(slight).filter(({ key }) => !mattering.has(key)),
    gaps: gapsOf(compared, options.sizes),
  }
}

function matters({ relevance }: Compared): boolean {
  return relevance === 'relevant' || relevance === 'probably-relevant'
}

/** Index against which a figure is large in proportion, surely: the reach of the four-fifths rule, and its inverse. */
const LARGE_INDEX = 125
const SMALL_INDEX = 80

function isLargeInProportion({ value, index }: Compared): boolean {
  if (value !== undefined || index.low === undefined || index.high === undefined) return false
  return index.low > LARGE_INDEX || index.high < SMALL_INDEX
}

function aspectsOf(compared: readonly Compared[]): readonly Aspect[] {
  const found = new Map(compared.map(({ aspect }) => [aspect.key, aspect]))
  return [...found.values()]
}

function gapsOf(compared: readonly Compared[], sizes: PickOptions['sizes']): readonly Gap[] {
  const found = new Map<string, Gap>()
  for (const { aspect, missing } of compared) {
    if (found.has(aspect.key) || !KNOWABLE.has(aspect.area) || aspect.unit === 'days') continue
    const of = sizes.of === 0 ? 0 : missing.of / sizes.of
    const against = sizes.against === 0 ? 0 : missing.against / sizes.against
    // What nobody was ever told of is no gap between them.
    if (of === 1 && against === 1) continue
    const isGap = Math.max(of, against) >= MANY_MISSING || Math.abs(of - against) >= UNEQUAL_MISSING
    if (isGap) found.set(aspect.key, { aspect, of, against })
  }
  return [...found.values()].toSorted(
    (a, b) => Math.abs(b.of - b.against) - Math.abs(a.of - a.against),
  )
}
