/** What is suggested while a definition is written, and the lists that are always the same. */
import { inLocale, type Locale, type LocalText } from '../../base/index.ts'
import type { BindContext } from '../bind/binder.ts'
import { printName } from '../syntax/print.ts'

/** What a suggestion is, for its mark in the list. */
export type SuggestionKind =
  | 'trait'
  | 'event'
  | 'element'
  | 'property'
  | 'measure'
  | 'segment'
  | 'list'
  | 'score'
  | 'value'
  | 'word'
  | 'window'

/** One entry of the list. */
export interface Suggestion {
  readonly kind: SuggestionKind
  /** What the list shows. */
  readonly label: string
  /** What is written between `from` and `to`. */
  readonly insert: string
  /** The name in the reader's language. */
  readonly detail?: string
}

/** What names are looked up in, and the reader's language. */
export type CompleteContext = BindContext & { readonly locale: Locale }

/** A name of the catalogue with its label. */
export function entry(
  kind: SuggestionKind,
  named: { readonly name: string; readonly label: LocalText },
  { locale }: CompleteContext,
): Suggestion {
  const detail = inLocale(named.label, locale)
  return { kind, label: named.name, insert: printName(named.name), detail }
}

/** Words of the language, as they are inserted. */
export function words(kind: SuggestionKind, ...texts: readonly string[]): Suggestion[] {
  return texts.map((insert) => ({ kind, label: insert.trim(), insert }))
}

/** The windows that people ask for most, one of each kind. */
export const WINDOWS: readonly Suggestion[] = words(
  'window',
  'last 30 days',
  'last 365 days',
  'last 12 months',
  'last 7 calendar days',
  'today',
  'yesterday',
  'this month',
  'this year',
  'last month',
  'last quarter',
  'previous 3 months',
  'since ',
  'before ',
  'between ',
  'between 24 and 12 months ago',
)

/** What only values may lie in. */
export const WINDOWS_AHEAD: readonly Suggestion[] = words(
  'window',
  'next 30 days',
  'tomorrow',
  'next week',
  'next month',
)
