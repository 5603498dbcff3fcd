/** `tessera evaluate`: computes and publishes all active segments. */
import { inLocale } from '../../core/base/index.ts'
import { evaluateProgramme, withProgramme } from '../../engine/run/index.ts'
import { textOption, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { freshLines } from '../fresh-lines.ts'
import { issueLines } from '../issue-lines.ts'
import { tableLines } from '../table.ts'

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open, locale, signal } = context
  const asOf = textOption(options, 'asOf')
  const done = await withProgramme({ ...open, command: 'tessera evaluate' }, (programme) =>
    evaluateProgramme(programme, { locale, signal, ...(asOf === undefined ? {} : { asOf }) }),
  )
  out.answer(done, () => [
    ...issueLines(context, done.issues),
    ...tableLines(
      [
        { title: say('col-segment') },
        { title: say('col-members'), right: true },
        { title: say('col-share'), right: true },
        { title: say('col-name') },
      ],
      done.segments.map((s) => [
        s.key,
        out.number(s.count),
        out.percent(s.share),
        inLocale(s.name, locale),
      ]),
      process.stdout.columns,
    ),
    '',
    say('evaluated-line', {
      segments: done.segments.length,
      population: done.snapshot.population,
      seconds: out.number(done.seconds, 2),
      asOf: say('as-of', { at: out.instant(done.snapshot.asOf, done.snapshot.timeZone) }),
    }),
    ...freshLines(context, done.snapshot),
  ])
  return done.issues.some((i) => i.severity === 'error') ? EXIT.issues : EXIT.ok
}
