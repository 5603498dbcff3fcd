/** `tessera count --each month --last 12`: a definition tried on the past. */
import { countSeries, withProgramme } from '../../../engine/run/index.ts'
import { numberOption, type Options } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT, type ExitCode } from '../../exit.ts'
import { issueLines } from '../../issue-lines.ts'
import { tableLines } from '../../table.ts'

const USUAL_LAST = 12

/** Shows one row for each period, the oldest first. */
export async function countEach(
  context: Context,
  asked: { readonly definition: string; readonly each: 'day' | 'week' | 'month' },
  options: Options,
): Promise<ExitCode> {
  const { out, say, open, locale, signal } = context
  const last = numberOption(options, 'last') ?? USUAL_LAST
  const found = await withProgramme(open, (programme) =>
    countSeries(programme, { ...asked, last }, { locale, signal }),
  )
  for (const row of issueLines(context, found.issues)) out.note(row)
  out.answer(found, () => [
    found.sentence,
    '',
    ...tableLines(
      [
        { title: say('col-when') },
        { title: say('col-members'), right: true },
        { title: say('col-population'), right: true },
        { title: say('col-share'), right: true },
      ],
      found.points.map((p) => [
        out.instant(p.asOf, found.timeZone),
        out.number(p.count),
        out.number(p.population),
        out.percent(p.share),
      ]),
    ),
  ])
  return EXIT.ok
}
