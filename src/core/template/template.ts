/** What a template is: a definition with holes, what it asks of the data, and words in four languages. */
import type { Locale } from '../base/index.ts'
import type { Slot } from './slot.ts'
import type { Statistic } from './statistic.ts'

/** What templates are sorted by, in the order of the gallery. */
export const TEMPLATE_GROUPS = [
  'loyalty',
  'value',
  'risk',
  'growth',
  'stage',
  'preference',
  'reward',
  'email',
  'care',
  'acquisition',
  'season',
] as const
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number]

/** Names of parameters; each has one meaning and one label everywhere. */
export const PARAMETER_NAMES = [
  'quiet',
  'recent',
  'gap',
  'since',
  'ahead',
  'from',
  'orders',
  'times',
  'months',
  'kinds',
  'units',
  'mark',
  'factor',
  'spend',
  'order',
  'share',
  'rate',
  'category',
  'brand',
  'channel',
  'nation',
  'origin',
] as const
export type ParameterName = (typeof PARAMETER_NAMES)[number]

/** `days`: a number of days; `count`, `number`; `money` in the currency of purchases; `share` 0..1; `text`: a known value. */
export type ParameterKind = 'days' | 'count' | 'number' | 'money' | 'share' | 'text'

/** What is to be filled in by whoever uses the template. */
export interface Parameter {
  readonly name: ParameterName
  readonly kind: ParameterKind
  /** The statistic of the data that its default comes from, or a number to start with. */
  readonly from: Statistic | number
  /** Inclusive; 1 when absent, for shares 0.01. */
  readonly least?: number
}

/** Words of a template: its name, why it exists, what to do with it. */
export type TemplateWords = readonly [name: string, why: string, use: string]

/** A ready segment. Holes are `{slot}`, `{parameter}` and `{parameter#}`, the number without its unit. */
export interface Template {
  readonly key: string
  readonly group: TemplateGroup
  readonly definition: string
  readonly parameters: readonly Parameter[]
  readonly words: Readonly<Record<Locale, TemplateWords>>
  /** A slot that must be there though the text does not name it. */
  readonly alsoNeeds?: readonly Slot[]
}
