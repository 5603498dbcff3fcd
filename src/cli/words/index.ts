/** Words of the command line in the four languages; a missing one does not compile. */
import { fill, LOCALES, type IssueParams, type Locale } from '../../core/base/index.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { MODEL_KEYS, type CliWords, type ModelKey, type WordKey } from './keys.ts'
import { MODEL_WORDS } from './models.ts'
import { ptBR } from './pt-BR.ts'

export { COMMANDS, type CommandName, type WordKey } from './keys.ts'

const ALL: Readonly<Record<Locale, CliWords>> = { en, 'pt-BR': ptBR, es, fr }

/** Says a word in a language, with its holes filled. */
export type Say = (key: WordKey, params?: IssueParams) => string

/** The words of one language, ready to be filled. */
export function sayIn(locale: Locale): Say {
  const place = LOCALES.indexOf(locale)
  return (key, params = {}) =>
    fill((isModelKey(key) ? MODEL_WORDS[key][place] : ALL[locale][key]) ?? key, params, locale)
}

function isModelKey(key: WordKey): key is ModelKey {
  return MODEL_KEYS.some((one) => one === key)
}
