/** Words for what the doctor finds in a store, in the four languages. */
import { fill, type IssueParams, type Locale, type Words } from '../../../../core/base/index.ts'
import type { FindingCode } from './codes.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-br.ts'

const WORDS: Words<FindingCode> = { en, 'pt-BR': ptBR, es, fr }

/** A finding as a sentence. */
export function findingWords(code: FindingCode, params: IssueParams, locale: Locale): string {
  return fill(WORDS[locale][code], params, locale)
}
