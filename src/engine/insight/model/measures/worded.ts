/** Words that are kept by language and code, as texts of a report. */
import { LOCALES, type Words } from '../../../../core/base/index.ts'
import { say, type Hole, type Text, type Texts } from '../../../../core/insight/index.ts'

/** The sentence of a code in every language, with its holes filled. */
export function worded<Code extends string>(
  words: Words<Code>,
  code: Code,
  holes: Readonly<Record<string, Hole>> = {},
): Text {
  const texts = LOCALES.map((locale) => words[locale][code])
  return say(texts as unknown as Texts, holes)
}

/** Texts one after the other in each language. */
export function joined(texts: readonly Text[], separator: string): Text {
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, texts.map((text) => text[locale]).join(separator)]),
  ) as Text
}
