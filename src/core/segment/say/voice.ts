/** What a language has to be able to say; the composer knows no grammar, the voices know no trees. */
import type { PeriodUnit, RollingUnit } from '../../base/index.ts'
import type { Purpose } from '../../catalog/index.ts'
import type { CalendarPart, CompareOp, LengthUnit, ListOp, MeasureFn, TextOp } from '../tree.ts'

/** How things of an event kind are called. `none` is "no purchase", `first` and `last` "the first purchase". */
export interface Noun {
  readonly one: string
  readonly other: string
  readonly none: string
  readonly first: string
  readonly last: string
  /** "of purchases" */
  readonly of: string
  /** "the 2nd purchase", "the 2nd most recent purchase" */
  readonly nth: (n: number, isFromLast: boolean) => string
}

/** What the parts of purchases are mostly called; these need no quotation marks. */
export const COMMON_ELEMENTS = ['item', 'line'] as const
export type CommonElement = (typeof COMMON_ELEMENTS)[number]

/** Channels that every retailer calls the same; others are said in quotation marks. */
export const CHANNELS = ['email', 'sms', 'push', 'phone', 'post'] as const
export type Channel = (typeof CHANNELS)[number]

/** Measures that are said around their rows and a property; the others have phrases of their own. */
export type PlainFn = Exclude<MeasureFn, 'first' | 'last' | 'nth' | 'gap' | 'median gap' | 'streak'>

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
  /** Of a list. */
  readonly entry: Readonly<Record<TextOp, (value: string, text: string) => string>>
  readonly list: Readonly<Record<ListOp, (value: string, options: string) => string>>
  readonly known: (value: string) => string
  readonly missing: (value: string) => string
  readonly under: (value: string, category: string) => string
  readonly occurred: (value: string, window: string) => string
  readonly happened: (event: string, window: string) => string
  readonly inSegment: (name: string) => string
  readonly notInSegment: (name: string) => string
  readonly inList: (name: string) => string
  readonly notInList: (name: string) => string
  readonly consent: (channel: string, purpose: string) => string
  readonly noConsent: (channel: string, purpose: string) => string
  readonly channels: Readonly<Record<Channel, string>>
  readonly purposes: Readonly<Record<Purpose, string>>
  /** `count` is "10%" or "1,000". */
  readonly rankTop: (value: string, count: string) => string
  readonly rankBottom: (value: string, count: string) => string
  readonly rankPart: (value: string, parts: 4 | 5 | 10 | 100, part: string) => string
  readonly rankParts: (value: string, parts: 4 | 5 | 10 | 100, from: string, to: string) => string
  readonly sequence: (steps: string) => string
  readonly followedBy: (what: string) => string
  /** "within 7 days" and, of something that must not happen, "for 7 days". */
  readonly withinSpan: (span: string) => string
  readonly duringSpan: (span: string) => string
  readonly stateFor: Readonly<
    Record<'at least' | 'less than', (condition: string, span: string) => string>
  >
  readonly birthday: string
  readonly anniversary: (of: string) => string
  readonly falls: (what: string, when: string) => string
  readonly nextDays: (count: string) => string
  readonly regular: (what: string, count: string, of: string, unit: PeriodUnit) => string
  readonly but: string
  readonly beforeThat: string
  readonly someElement: (name: string) => string
  readonly elementWord: Readonly<Record<CommonElement, string>>
  readonly someCommonElement: Readonly<Record<CommonElement, string>>

  readonly nouns: Readonly<Record<'purchase' | 'refund', Noun>>
  readonly event: (label: string) => Noun
  /** All kinds of event whose names begin so. */
  readonly eventsLike: (prefix: string) => Noun
  readonly element: (label: string, event: Noun) => Noun
  /** Elements that are called what everybody calls them: "items of purchases". */
  readonly commonElement: Readonly<Record<CommonElement, (event: Noun) => Noun>>

  /** `what` is "purchases in the last 30 days"; `property` the label of what is measured. */
  readonly measure: Readonly<Record<PlainFn, (what: string, property: string) => string>>
  readonly earliest: (what: string, property: string) => string
  readonly latest: (what: string, property: string) => string
  readonly momentOf: (what: string) => string
  readonly propertyOf: (property: string, what: string) => string
  readonly daysSince: (what: string) => string
  readonly calendarPart: Readonly<Record<CalendarPart, (of: string) => string>>
  readonly eventTime: string
  readonly age: string
  readonly tenure: string
  readonly gap: Readonly<Record<'gap' | 'median gap', (what: string) => string>>
  /** `what` is "1 purchase". */
  readonly streak: (unit: PeriodUnit, what: string) => string
  /** `all` is "purchases in the last 30 days", `condition` what some of them meet. */
  readonly share: (all: string, condition: string) => string
  readonly shareOf: (property: string, all: string, condition: string) => string
  readonly net: (what: string, property: string) => string
  /** `previous` is "in the previous 6 whole months". */
  readonly trend: (of: string, unit: PeriodUnit, previous: string) => string
  readonly score: (name: string) => string
  readonly bucket: (salt: string) => string
  readonly distance: (from: string, to: string) => string
  /** Letters of the compass, as written after a degree. */
  readonly compass: readonly [north: string, south: string, east: string, west: string]
  readonly lengthUnits: Readonly<Record<LengthUnit, string>>
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
  /** After a window that follows a zone of its own. */
  readonly inZone: (window: string, zone: string) => string
  readonly ago: (far: string, near: string, unit: string) => string
  readonly ahead: (count: string, unit: RollingUnit, isOne: boolean) => string
  readonly following: Readonly<Record<PeriodUnit, string>>
}
