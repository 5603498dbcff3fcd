/** Who is told: the language, the clock, the labels, and the tree that sentences point back at. */
import { fill, type IssueParams } from '../../base/index.ts'
import type { SayOptions } from '../say/say.ts'
import type { Condition } from '../tree.ts'
import { OUTLOOK_WORDS, type OutlookWord } from './outlook-words.ts'
import type { Reader } from './shown.ts'

/** How an explanation is said. */
export interface Telling {
  readonly reader: Reader
  readonly saying: SayOptions
  /** The conditions of the tree by the number of their bound ones. */
  readonly conditions: readonly Condition[]
}

/** One of the words of outlooks, filled. */
export function tell(telling: Telling, word: OutlookWord, params: IssueParams): string {
  const { locale } = telling.reader
  return fill(OUTLOOK_WORDS[locale][word], params, locale)
}
