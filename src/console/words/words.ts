/** Which dictionary belongs to which language, and how a text is filled. */
import { fill, LOCALES, type IssueParams, type Locale } from '../../core/base/index.ts'
import { CHANGE, type ChangeWord } from './change.ts'
import type { Texts } from './chapter.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { LIST, type ListWord } from './list.ts'
import { LIVE, type LiveWord } from './live.ts'
import { MODEL, type ModelWord } from './model.ts'
import { ptBR } from './pt-BR.ts'
import { QUALITY, type QualityWord } from './quality.ts'
import { REPORT, type ReportWord } from './report.ts'
import { TEMPLATE, type TemplateWord } from './template.ts'
import { TIME, type TimeWord } from './time.ts'
import type { Counted, Dictionary, Word } from './word.ts'

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en, 'pt-BR': ptBR, es, fr }

/** Words of single rooms, in all languages side by side. */
export type ChapterWord =
  | TimeWord
  | ChangeWord
  | LiveWord
  | ListWord
  | TemplateWord
  | QualityWord
  | ReportWord
  | ModelWord

/** All texts outside of the dictionaries. */
export const CHAPTERS: Readonly<Record<ChapterWord, Texts>> = {
  ...TIME,
  ...CHANGE,
  ...LIVE,
  ...LIST,
  ...TEMPLATE,
  ...QUALITY,
  ...REPORT,
  ...MODEL,
}

/** Whatever can be said. */
export type AnyWord = Word | ChapterWord

/** Each language calls itself by its own name, so that its speakers find it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
  fr: 'Français',
}

/** A text with its holes filled; numbers are written in the language's way. */
export type Translate = (word: AnyWord, params?: IssueParams) => string
/** A text that depends on how many. */
export type Count = (counted: Counted, n: number) => string

/** The text function of a language. */
export function translator(locale: Locale): Translate {
  const { words } = DICTIONARIES[locale]
  const texts: Readonly<Record<string, Texts>> = CHAPTERS
  const place = LOCALES.indexOf(locale)
  const own: Readonly<Record<string, string>> = words
  return (word, params = {}) => fill(own[word] ?? texts[word]?.[place] ?? word, params, locale)
}

/** The counting function of a language; zero is singular in French and Portuguese, as their plural rules say. */
export function counter(locale: Locale): Count {
  const { counted } = DICTIONARIES[locale]
  const rules = new Intl.PluralRules(locale)
  return (word, n) =>
    fill(counted[word][rules.select(n) === 'one' ? 'one' : 'other'], { n }, locale)
}
