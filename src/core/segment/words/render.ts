/** Issues of the language as sentences: what is wrong, and what to write instead. */
import { fill, type Issue, type Locale, type Words } from '../../base/index.ts'
import { SEGMENT_CODES } from './code.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'
import { FR } from './fr.ts'
import type { IssueWord } from './issue-word.ts'
import { PT_BR } from './pt-BR.ts'

const WORDS: Words<IssueWord> = { en: EN, 'pt-BR': PT_BR, es: ES, fr: FR }

/** More names than this say nothing to a reader. */
const MOST_NAMES = 12

/**
 * The sentence of an issue of this room, with the nearest name or the known ones where it has them; undefined
 * when the code belongs to another room.
 */
export function renderIssue(issue: Issue, locale: Locale): string | undefined {
  const code = SEGMENT_CODES.find((known) => known === issue.code)
  if (code === undefined) return undefined
  const words = WORDS[locale]
  const sentence = capital(fill(words[code], inWords(issue, words), locale), locale)
  const { nearest, known } = issue.params
  if (typeof nearest === 'string' && nearest !== '') {
    return `${sentence} ${fill(words['did-you-mean'], { nearest: issue.fix ?? nearest }, locale)}`
  }
  if (Array.isArray(known) && known.length > 0) {
    const names = known.length > MOST_NAMES ? [...known.slice(0, MOST_NAMES), '…'] : known
    return `${sentence} ${fill(words['known-names'], { known: names }, locale)}`
  }
  if (issue.fix === undefined || SAYS_ITS_FIX.has(code)) return sentence
  return `${sentence} ${fill(words['write-instead'], { fix: issue.fix }, locale)}`
}

/** Codes whose sentence already holds the remedy in full. */
const SAYS_ITS_FIX: ReadonlySet<string> = new Set(['segment/rolling-unit', 'segment/empty'])

/** Params that name types or kinds of words, in the words of the locale. */
function inWords(
  issue: Issue,
  words: Readonly<Record<IssueWord, string>>,
): Record<string, string | number | readonly string[]> {
  const params: Record<string, string | number | readonly string[]> = {}
  for (const [name, value] of Object.entries(issue.params)) {
    const isType = /types?$/i.test(name)
    const translated = [value].flat().map((one) => {
      if (isType) return words[`type-${one}` as IssueWord] ?? String(one)
      if (one === 'condition' || one === 'name' || one === 'operator')
        return words[`expected-${one}`]
      // Words of the language are set apart from the words about it.
      return name === 'expected' ? `\`${one}\`` : one
    })
    const isChoice = name === 'expected' || (isType && Array.isArray(value))
    if (isChoice) params[name] = choice(translated.map(String), words.or)
    else if (Array.isArray(value)) params[name] = translated.map(String)
    else params[name] = translated[0] ?? ''
  }
  return params
}

function choice(options: readonly string[], or: string): string {
  if (options.length < 2) return options.join('')
  return `${options.slice(0, -1).join(', ')} ${or} ${options.at(-1) ?? ''}`
}

/** Sentences that begin with a filled-in type get their capital here; names keep theirs. */
function capital(sentence: string, locale: Locale): string {
  const first = sentence.match(/^\p{Ll}+(?= )/u)?.[0]
  const isWord =
    first !== undefined &&
    Object.values(WORDS[locale]).some((w) => w === first || w.startsWith(`${first} `))
  return isWord ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence
}
