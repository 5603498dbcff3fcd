/** Words of intake in the four languages. */
import { fill, type IssueParams, type Locale, type Words } from '../../../core/base/index.ts'
import type { Question } from '../detect/detection.ts'
import type { Reason } from '../stage/typed.ts'
import type { IntakeCode } from './codes.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-BR.ts'

const WORDS: Words<IntakeCode> = { en, 'pt-BR': ptBR, es, fr }

/** The sentence of a code of intake, or undefined when it is none of ours. */
export function intakeWords(code: string, params: IssueParams, locale: Locale): string | undefined {
  const table: Readonly<Record<string, string>> = WORDS[locale]
  const template = table[code]
  return template === undefined ? undefined : printable(fill(template, params, locale))
}

/** Data quoted in a sentence must not steer the terminal it is shown on. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]/gu, ' ')
}

/** Why a row was set aside. */
export function reasonWords(reason: Pick<Reason, 'code' | 'params'>, locale: Locale): string {
  return intakeWords(reason.code, reason.params, locale) ?? reason.code
}

/** The question in words. */
export function questionWords(question: Question, locale: Locale): string {
  return intakeWords(question.code, question.params, locale) ?? question.code
}
