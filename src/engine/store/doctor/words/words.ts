/** Words for what the doctor finds in a store, in the four languages. */
import { fill, type IssueParams, type Locale, type Words } from '../../../../core/base/index.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-br.ts'

/** Everything that can be found. */
export const FINDING_CODES = [
  'store/answers',
  'store/disk-free',
  'store/disk-low',
  'store/disk-nearly-full',
  'store/engine-absent',
  'store/engine-installed',
  'store/folder-absent',
  'store/folder-denied',
  'store/folder-open',
  'store/memory-low',
  'store/no-answer',
  'store/no-port',
  'store/not-running',
  'store/orphan',
  'store/platform',
  'store/postgres-account',
  'store/postgres-no-account',
  'store/restarted',
  'store/running',
  'store/silent',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

const WORDS: Words<FindingCode> = { en, 'pt-BR': ptBR, es, fr }

/** A finding as a sentence. */
export function findingWords(code: FindingCode, params: IssueParams, locale: Locale): string {
  return fill(WORDS[locale][code], params, locale)
}
