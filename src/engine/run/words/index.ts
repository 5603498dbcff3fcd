/** Words for what verbs and stores refuse or find, in the four languages. */
import { fill, type IssueParams, type Locale, type Words } from '../../../core/base/index.ts'
import type { RunCode } from './codes.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-BR.ts'

export { RUN_CODES, STORE_CODES, type RunCode } from './codes.ts'

const WORDS: Words<RunCode> = { en, 'pt-BR': ptBR, es, fr }

/** The sentence of a code, or undefined when it is not one of ours. */
export function runWords(code: string, params: IssueParams, locale: Locale): string | undefined {
  const table: Readonly<Record<string, string>> = WORDS[locale]
  const template = table[code]
  return template === undefined ? undefined : fill(template, params, locale)
}
