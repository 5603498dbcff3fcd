/** `tessera segments`: every segment with its published count. */
import { inLocale } from '../../core/base/index.ts'
import { listSegments, readSnapshot, withProgramme } from '../../engine/run/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { textOption, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { freshLines } from '../fresh-lines.ts'
import { issueLines } from '../issue-lines.ts'
import { tableLines } from '../table.ts'

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open, locale } = context
  const status = textOption(options, 'status')
  const { segments, snapshot } = await withProgramme(open, async (programme) => ({
    segments: await listSegments(programme, locale),
    snapshot: await readSnapshot(programme),
  }))
  const shown = segments.filter((s) => status === undefined || s.status === status)
  out.answer(shown, () => [
    ...issueLines(
      context,
      shown.flatMap((s) => s.issues.filter((i) => i.severity === 'error')),
    ),
    ...(shown.length === 0
      ? [say(segments.length === 0 ? 'segments-none' : 'segments-none-such')]
      : tableLines(
          [
            { title: say('col-segment') },
            { title: say('col-status') },
            { title: say('col-members'), right: true },
            { title: say('col-share'), right: true },
            { title: say('col-name') },
          ],
          shown.map((s) => [
            s.key,
            say(`status-${s.status}`),
            s.count === null ? say('none') : out.number(s.count),
            s.share === null ? say('none') : out.percent(s.share),
            [inLocale(s.name, locale), ...notesOf(context, s)].join('  '),
          ]),
          process.stdout.columns,
        )),
    '',
    ...(snapshot === null
      ? [say('not-evaluated')]
      : [
          say('population-line', {
            population: snapshot.population,
            asOf: say('as-of', { at: out.instant(snapshot.asOf, snapshot.timeZone) }),
            evaluated: out.instant(snapshot.evaluatedAt, snapshot.timeZone),
          }),
          ...freshLines(context, snapshot),
        ]),
  ])
  return EXIT.ok
}

/** What stands between the file and the count: not applied, kept, or edited since. */
function notesOf({ say }: Context, { stale, standing }: SegmentWire): string[] {
  if (standing.carried) return [`(${say('carried')})`]
  if (standing.pending !== 'none') {
    return [`(${say('not-applied')}: ${say(`pending-${standing.pending}`)})`]
  }
  return stale ? [`(${say('stale')})`] : []
}
