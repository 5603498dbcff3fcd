/** What a language has to be able to say; the composer knows no grammar, the voices know no trees. */
import type { PeriodUnit, RollingUnit } from '../../base/index.ts'
import type { CompareOp, ListOp, MeasureFn, TextOp } from '../tree.ts'

/** How things of an event kind are called. `none` is "no purchase", `first` and `last` "the first purchase". */
export interface Noun {
  readonly one: string
  readonly other: string
  readonly none: string
  readonly first: string
  readonly last: string
  /** "of purchases" */
  readonly of: string
}

/** What the parts of purchases are mostly called; these need no quotation marks. */
export const COMMON_ELEMENTS = ['item', 'line'] as const
export type CommonElement = (typeof COMMON_ELEMENTS)[number]

/** Values compare as amounts, as moments or as anything else: "at least 5", "on or after 1 May", "is". */
export type Nature = 'amount' | 'moment' | 'other'

/** Total in every language, so that a phrase that nobody translated does not compile. */
export interface Voice {
  /** The whole sentence around one condition, around `and`, around `or`. */
  readonly everyone: string
  readonly sentence: (condition: string) => string
  readonly allOf: (conditions: readonly string[]) => string
  readonly oneOf: (conditions: readonly string[]) => string
  /** The same without an opening, for lists: nothing but the conditions. */
  readonly everyoneShort: string
  readonly allOfShort: (conditions: readonly string[]) => string
  readonly oneOfShort: (conditions: readonly string[]) => string
  readonly and: string
  readonly or: string
  readonly means: (name: string, value: string) => string
  readonly zone: (name: string) => string

  readonly quote: (text: string) => string
  /** The label of a trait or property inside a sentence. */
  readonly label: (text: string) => string
  /** A day inside a sentence: "le 1er janvier 2026". */
  readonly date: (text: string) => string
  /** Puts two phrases together, with the contraction that the language makes there. */
  readonly seam: (left: string, right: string) => string
  /** Between the conditions of a list. */
  readonly semicolon: string
  readonly where: (what: string, condition: string) => string
  readonly not: (condition: string) => string
  readonly atLeastOf: (count: string, conditions: string) => string
  /** `everyone` inside of a group. */
  readonly everyoneInside: string

  readonly compare: Readonly<Record<Nature, Readonly<Record<CompareOp, string>>>>
  /** `!=` on what always has a value, such as a count. */
  readonly differs: string
  /** "at least 5 purchases"; there is none for `!=`. */
  readonly counted: Readonly<Record<Exclude<CompareOp, '!='>, (what: string) => string>>
  readonly between: (value: string, low: string, high: string) => string
  readonly among: (value: string, options: string) => string
  readonly notAmong: (value: string, options: string) => string
  readonly text: Readonly<Record<TextOp, (value: string, text: string) => string>>
  readonly list: Readonly<Record<ListOp, (value: string, options: string) => string>>
  readonly known: (value: string) => string
  readonly missing: (value: string) => string
  readonly under: (value: string, category: string) => string
  readonly occurred: (value: string, window: string) => string
  readonly happened: (event: string, window: string) => string
  readonly inSegment: (name: string) => string
  readonly notInSegment: (name: string) => string
  readonly someElement: (name: string) => string
  readonly elementWord: Readonly<Record<CommonElement, string>>
  readonly someCommonElement: Readonly<Record<CommonElement, string>>

  readonly nouns: Readonly<Record<'purchase' | 'refund', Noun>>
  readonly event: (label: string) => Noun
  readonly element: (label: string, event: Noun) => Noun
  /** Elements that are called what everybody calls them: "items of purchases". */
  readonly commonElement: Readonly<Record<CommonElement, (event: Noun) => Noun>>

  /** `what` is "purchases in the last 30 days"; `property` the label of what is measured. */
  readonly measure: Readonly<
    Record<Exclude<MeasureFn, 'first' | 'last'>, (what: string, property: string) => string>
  >
  readonly earliest: (what: string, property: string) => string
  readonly latest: (what: string, property: string) => string
  readonly momentOf: (what: string) => string
  readonly propertyOf: (property: string, what: string) => string
  readonly daysSince: (what: string) => string
  readonly age: string
  readonly tenure: string
  readonly minus: (value: string) => string
  readonly yes: string
  readonly no: string

  /** "day", "days" */
  readonly units: Readonly<Record<RollingUnit | PeriodUnit, readonly [one: string, other: string]>>
  readonly rolling: (count: string, unit: RollingUnit, isOne: boolean) => string
  readonly calendarDays: (count: string) => string
  readonly current: Readonly<Record<PeriodUnit, string>>
  readonly previousOne: Readonly<Record<PeriodUnit, string>>
  readonly previous: (count: string, unit: PeriodUnit) => string
  readonly since: (point: string) => string
  readonly before: (point: string) => string
  readonly fromTo: (from: string, to: string) => string
  readonly ago: (far: string, near: string, unit: string) => string
}
