/** Words of the command line in the four languages; a missing one does not compile. */
import { fill, type IssueParams, type Locale } from '../../core/base/index.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ptBR } from './pt-BR.ts'

/** Names of commands, which are the same in every language. */
export const COMMANDS = [
  'up',
  'init',
  'load',
  'demo',
  'evaluate',
  'segments',
  'members',
  'count',
  'explain',
  'plan',
  'check',
  'fmt',
  'doctor',
  'stop',
  'completion',
  'version',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** Keys beside the command names, each of which is the key of its own summary. */
export type WordKey =
  | CommandName
  | 'tagline'
  | 'title-usage'
  | 'title-arguments'
  | 'title-options'
  | 'title-global'
  | 'title-commands'
  | 'title-examples'
  | 'title-exit'
  | 'exit-0'
  | 'exit-1'
  | 'exit-2'
  | 'exit-3'
  | 'exit-4'
  | 'exit-5'
  | 'exit-130'
  | 'opt-programme'
  | 'opt-locale'
  | 'opt-json'
  | 'opt-clickhouse'
  | 'opt-postgres'
  | 'opt-help'
  | 'opt-as-of'
  | 'opt-port'
  | 'opt-no-open'
  | 'opt-up-demo'
  | 'opt-customers'
  | 'opt-seed'
  | 'opt-until'
  | 'opt-demo-load'
  | 'opt-name'
  | 'opt-time-zone'
  | 'opt-currency'
  | 'opt-from'
  | 'opt-map'
  | 'opt-mapping'
  | 'opt-as'
  | 'opt-retry'
  | 'opt-dry-run'
  | 'opt-yes'
  | 'opt-status'
  | 'opt-limit'
  | 'opt-after'
  | 'opt-search'
  | 'opt-approximate'
  | 'opt-sql'
  | 'opt-fmt-check'
  | 'arg-folder'
  | 'arg-files'
  | 'arg-segment'
  | 'arg-customer'
  | 'arg-definition'
  | 'arg-shell'
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'excess-arguments'
  | 'missing-value'
  | 'invalid-value'
  | 'did-you-mean'
  | 'wanted-number'
  | 'wanted-one-of'
  | 'wanted-instant'
  | 'files-needed'
  | 'error'
  | 'warning'
  | 'info'
  | 'ok'
  | 'fix'
  | 'remedy'
  | 'as-of'
  | 'none'
  | 'bug'
  | 'interrupted'
  | 'col-segment'
  | 'col-name'
  | 'col-status'
  | 'col-members'
  | 'col-share'
  | 'col-customer'
  | 'col-reason'
  | 'col-file'
  | 'col-read'
  | 'col-accepted'
  | 'col-known'
  | 'col-rejected'
  | 'col-pass'
  | 'col-reads'
  | 'col-horizon'
  | 'col-measures'
  | 'col-measure'
  | 'col-used-by'
  | 'col-rows'
  | 'col-bytes'
  | 'col-count'
  | 'status-draft'
  | 'status-active'
  | 'status-retired'
  | 'segments-none'
  | 'not-evaluated'
  | 'stale'
  | 'population-line'
  | 'evaluated-line'
  | 'members-line'
  | 'members-next'
  | 'count-line'
  | 'count-estimate'
  | 'explain-in'
  | 'explain-out'
  | 'explain-evidence-more'
  | 'plan-line'
  | 'plan-last'
  | 'check-ok'
  | 'check-bad'
  | 'fmt-changed'
  | 'fmt-would-change'
  | 'fmt-same'
  | 'doctor-ok'
  | 'doctor-bad'
  | 'stop-done'
  | 'stop-none'
  | 'init-written'
  | 'init-kept'
  | 'init-next'
  | 'demo-written'
  | 'load-line'
  | 'load-dry'
  | 'load-nothing-new'
  | 'load-quarantine'
  | 'load-retry'
  | 'load-questions'
  | 'load-mapping'
  | 'load-detected'
  | 'load-cancelled'
  | 'progress-rate'
  | 'progress-left'
  | 'progress-rejected'
  | 'up-ready'
  | 'up-key'
  | 'up-already'
  | 'up-demo-making'
  | 'up-stopping'
  | 'up-nothing'
  | 'up-choose'
  | 'up-choose-demo'
  | 'up-choose-init'
  | 'up-console-missing'
  | 'ask-name'
  | 'ask-zone'
  | 'ask-currency'
  | 'start-engines'

/** Every word the command line may print, by key. */
export type CliWords = Readonly<Record<WordKey, string>>

const ALL: Readonly<Record<Locale, CliWords>> = { en, 'pt-BR': ptBR, es, fr }

/** Says a word in a language, with its holes filled. */
export type Say = (key: WordKey, params?: IssueParams) => string

/** The words of one language, ready to be filled. */
export function sayIn(locale: Locale): Say {
  return (key, params = {}) => fill(ALL[locale][key], params, locale)
}
