/** The keys of the command line's words. */

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
  'apply',
  'diff',
  'test',
  'list',
  'score',
  'template',
  'report',
  'model',
  'key',
  'events',
  'merge',
  'unmerge',
  'check',
  'fmt',
  'verify',
  'history',
  'snapshot',
  'doctor',
  'stop',
  'completion',
  'version',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** What `tessera model` says; its words stand together in `models.ts`. */
export const MODEL_KEYS = [
  'model',
  'arg-model-action',
  'arg-model',
  'opt-model-key',
  'opt-model-run',
  'phase-fitting',
  'phase-scoring',
  'model-none',
  'model-written',
  'model-lacks',
  'model-never',
  'model-stale',
  'model-due',
  'model-next',
  'model-by-schedule',
  'model-last',
  'model-wrote',
  'model-left',
  'model-error',
  'col-model',
  'col-refresh',
  'col-scores',
  'status-ok',
  'status-weak',
  'status-not-identified',
  'status-none',
  'refresh-daily',
  'refresh-weekly',
  'refresh-monthly',
  'refresh-never',
  'run-running',
  'run-failed',
  'run-cancelled',
  'run-died',
  'run-done',
] as const
export type ModelKey = (typeof MODEL_KEYS)[number]

/** Keys beside the command names, each of which is the key of its own summary. */
export type WordKey =
  | CommandName
  | ModelKey
  | 'arg-key-action'
  | 'arg-key-name'
  | 'arg-alias'
  | 'arg-merge-customer'
  | 'opt-follow'
  | 'col-key'
  | 'col-since'
  | 'key-made'
  | 'key-none'
  | 'key-revoked'
  | 'key-revoked-at'
  | 'merge-done'
  | 'merge-undone'
  | 'events-no-server'
  | 'events-refused-lately'
  | 'events-dropped'
  | 'events-line'
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
  | 'opt-check'
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
  | 'fix'
  | 'remedy'
  | 'as-of'
  | 'pinned'
  | 'none'
  | 'bug'
  | 'interrupted'
  | 'col-segment'
  | 'col-name'
  | 'col-status'
  | 'col-members'
  | 'col-share'
  | 'col-check'
  | 'check-line'
  | 'check-more'
  | 'check-outdated'
  | 'col-customer'
  | 'col-reason'
  | 'col-pass'
  | 'col-reads'
  | 'col-horizon'
  | 'col-measures'
  | 'col-measure'
  | 'col-used-by'
  | 'col-rows'
  | 'col-bytes'
  | 'status-draft'
  | 'status-active'
  | 'status-retired'
  | 'segments-none'
  | 'segments-none-such'
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
  | 'explain-edited'
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
  | 'aspect-compression'
  | 'aspect-type'
  | 'aspect-encoding'
  | 'aspect-delimiter'
  | 'aspect-quote'
  | 'aspect-header'
  | 'aspect-decimal'
  | 'aspect-dates'
  | 'aspect-missing'
  | 'phase-making'
  | 'phase-reading'
  | 'phase-checking'
  | 'phase-matching'
  | 'phase-publishing'
  | 'phase-evaluating'
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
  | 'opt-reading'
  | 'opt-each'
  | 'opt-last'
  | 'opt-customer'
  | 'opt-since'
  | 'opt-history-until'
  | 'opt-clock-start'
  | 'opt-clock-speed'
  | 'arg-template-action'
  | 'arg-template'
  | 'opt-template-all'
  | 'opt-set'
  | 'opt-segment-key'
  | 'wanted-pair'
  | 'template-missing'
  | 'template-unfit'
  | 'template-used'
  | 'template-used-by'
  | 'arg-report'
  | 'opt-report-set'
  | 'opt-report-table'
  | 'opt-report-csv'
  | 'report-more'
  | 'arg-snapshot-action'
  | 'arg-snapshot'
  | 'col-surplus'
  | 'col-missing'
  | 'col-when'
  | 'col-change'
  | 'col-cause'
  | 'col-digest'
  | 'col-population'
  | 'verify-same'
  | 'verify-differs'
  | 'verify-outdated'
  | 'verify-digests'
  | 'history-none'
  | 'history-in'
  | 'history-out'
  | 'cause-event'
  | 'cause-trait'
  | 'cause-list'
  | 'cause-score'
  | 'cause-definition'
  | 'cause-time'
  | 'cause-merge'
  | 'cause-rebuild'
  | 'snapshot-line'
  | 'snapshot-none'
  | 'snapshot-same'
  | 'snapshot-differs'
  | 'past-held'
  | 'past-recomputed'
  | 'past-agree'
  | 'past-differ'
  | 'past-held-facts'
  | 'past-held-time'
  | 'past-recomputed-time'
  | 'past-held-definition'
  | 'past-held-both'
  | 'past-recomputed-facts'
  | 'past-recomputed-definition'
  | 'past-recomputed-both'
  | 'late'
  | 'phase-advancing'
  | 'opt-cost'
  | 'opt-why'
  | 'opt-apply-yes'
  | 'opt-force'
  | 'opt-versions'
  | 'opt-list-from'
  | 'opt-column'
  | 'opt-comment'
  | 'arg-list-action'
  | 'arg-list-name'
  | 'arg-customers'
  | 'col-list'
  | 'col-comment'
  | 'pending-none'
  | 'pending-added'
  | 'pending-changed'
  | 'pending-status'
  | 'pending-removed'
  | 'pending-broken'
  | 'not-applied'
  | 'carried'
  | 'plan-nothing'
  | 'plan-first'
  | 'plan-effect'
  | 'plan-was'
  | 'plan-now'
  | 'plan-moved'
  | 'plan-cost'
  | 'plan-counted'
  | 'examples-line'
  | 'examples-none'
  | 'apply-ask'
  | 'answer-yes'
  | 'answer-no'
  | 'apply-needs-yes'
  | 'apply-left'
  | 'apply-line'
  | 'diff-none'
  | 'diff-file'
  | 'diff-version'
  | 'diff-nothing'
  | 'list-none'
  | 'list-made'
  | 'list-edited'
  | 'list-page'
  | 'list-customers-needed'
  | 'opt-score'
  | 'opt-score-at'
  | 'opt-score-version'
  | 'arg-score-action'
  | 'arg-score-file'
  | 'col-score'
  | 'col-customers'
  | 'col-spread'
  | 'score-none'
  | 'score-loaded'
  | 'score-unfinished'

/** Every word the command line may print, by key. */
export type CliWords = Readonly<Record<Exclude<WordKey, ModelKey>, string>>
