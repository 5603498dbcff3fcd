/** Where each command is; a file is loaded only when its command is typed. */
import type { CommandModule } from './command.ts'
import type { CommandName } from './words/index.ts'

/** Loads one command. */
export const LOAD_COMMAND: Readonly<Record<CommandName, () => Promise<CommandModule>>> = {
  up: () => import('./commands/up.ts'),
  init: () => import('./commands/init.ts'),
  load: () => import('./commands/load.ts'),
  demo: () => import('./commands/demo.ts'),
  evaluate: () => import('./commands/evaluate.ts'),
  segments: () => import('./commands/segments.ts'),
  members: () => import('./commands/members.ts'),
  count: () => import('./commands/count.ts'),
  explain: () => import('./commands/explain.ts'),
  plan: () => import('./commands/governing/plan.ts'),
  apply: () => import('./commands/governing/apply.ts'),
  diff: () => import('./commands/governing/diff.ts'),
  test: () => import('./commands/governing/test.ts'),
  template: () => import('./commands/template.ts'),
  report: () => import('./commands/report.ts'),
  list: () => import('./commands/governing/list.ts'),
  score: () => import('./commands/governing/score.ts'),
  model: () => import('./commands/model.ts'),
  key: () => import('./commands/key.ts'),
  events: () => import('./commands/events.ts'),
  merge: () => import('./commands/merge.ts'),
  unmerge: () => import('./commands/unmerge.ts'),
  check: () => import('./commands/check.ts'),
  fmt: () => import('./commands/fmt.ts'),
  verify: () => import('./commands/verify.ts'),
  history: () => import('./commands/past/history.ts'),
  snapshot: () => import('./commands/past/snapshot.ts'),
  doctor: () => import('./commands/doctor.ts'),
  stop: () => import('./commands/stop.ts'),
  completion: () => import('./commands/completion.ts'),
  version: () => import('./commands/version.ts'),
}
