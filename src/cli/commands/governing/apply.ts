/** `tessera apply`: what the files want is put in force, after a look at what that does. */
import type { ApplyWire } from '../../../core/contract/index.ts'
import { applyWithChecks, planWithChecks } from '../../../engine/insight/index.ts'
import { withProgramme, type ApplyOptions, type OpenProgramme } from '../../../engine/run/index.ts'
import { flag, textOption, UsageMistake, type CommandRun } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT } from '../../exit.ts'
import { freshLines } from '../../fresh-lines.ts'
import { issueLines } from '../../issue-lines.ts'
import { changePlanLines } from './plan-lines.ts'

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open, locale, signal } = context
  const why = textOption(options, 'why')
  const yes = flag(options, 'yes')
  if (!yes && !context.interactive) throw new UsageMistake(say('apply-needs-yes'))
  const how: ApplyOptions = {
    locale,
    signal,
    force: flag(options, 'force'),
    ...(why === undefined ? {} : { why }),
  }
  const done = await withProgramme({ ...open, command: 'tessera apply' }, async (programme) =>
    yes || (await isWanted(context, programme)) ? await applyWithChecks(programme, how) : undefined,
  )
  if (done === undefined) {
    out.note(say('apply-left'))
    return EXIT.ok
  }
  out.answer(done, () => [...issueLines(context, done.issues), ...appliedLines(context, done)])
  return done.issues.some((i) => i.severity === 'error') ? EXIT.issues : EXIT.ok
}

async function isWanted(context: Context, programme: OpenProgramme): Promise<boolean> {
  const { out, say, locale, signal } = context
  const plan = await planWithChecks(programme, { locale, signal })
  for (const line of changePlanLines(context, plan)) out.note(line)
  if (plan.changes.every((change) => change.pending === 'broken')) return false
  const { askOne } = await import('../../ask.ts')
  const answer = await askOne(context, say('apply-ask'), [
    { value: 'yes', label: say('answer-yes') },
    { value: 'no', label: say('answer-no') },
  ])
  return answer === 'yes'
}

function appliedLines({ out, say }: Context, done: ApplyWire): string[] {
  const { evaluation } = done
  if (evaluation === null) return [say('plan-nothing')]
  return [
    ...done.applied.map(({ key, version, status }) =>
      say('apply-line', { segment: key, version, status: say(`status-${status}`) }),
    ),
    say('evaluated-line', {
      segments: evaluation.segments.length,
      population: evaluation.snapshot.population,
      seconds: out.number(evaluation.seconds, 2),
      asOf: say('as-of', {
        at: out.instant(evaluation.snapshot.asOf, evaluation.snapshot.timeZone),
      }),
    }),
    ...freshLines({ say }, evaluation.snapshot),
  ]
}
