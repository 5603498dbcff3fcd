/** What the types of values are called. */
import type { Word } from '../words/word.ts'
import type { Translate } from '../words/words.ts'

const TYPE_WORDS: Readonly<Record<string, Word>> = {
  text: 'typeText',
  number: 'typeNumber',
  money: 'typeMoney',
  boolean: 'typeBoolean',
  date: 'typeDate',
  instant: 'typeInstant',
  list: 'typeList',
  category: 'typeCategory',
  geo: 'typeGeo',
}

/** The reader's word for a type of the catalogue; an unknown type keeps its own name. */
export function typeName(type: string, t: Translate): string {
  const word = TYPE_WORDS[type]
  return word === undefined ? type : t(word)
}
