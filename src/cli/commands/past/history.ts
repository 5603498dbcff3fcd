/** `tessera history`: who entered and left which segment, when and why, newest first. */
import { memberTrail, withProgramme } from '../../../engine/run/index.ts'
import { numberOption, textOption, type CommandRun } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { tableLines } from '../../table.ts'

const USUAL_LIMIT = 20
const CAUSES = [
  'event',
  'trait',
  'list',
  'score',
  'definition',
  'time',
  'merge',
  'rebuild',
] as const

export const run: CommandRun = async ({ open, out, say }, [segment], options) => {
  const asked = {
    segment,
    customer: textOption(options, 'customer'),
    since: textOption(options, 'since'),
    until: textOption(options, 'until'),
  }
  const given = Object.fromEntries(
    Object.entries(asked).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  )
  const limit = numberOption(options, 'limit') ?? USUAL_LIMIT
  const trail = await withProgramme(open, (programme) =>
    memberTrail(programme, { ...given, limit }),
  )
  const cause = (code: string): string => {
    const known = CAUSES.find((one) => one === code)
    return known === undefined ? code : say(`cause-${known}`)
  }
  out.answer(trail, () =>
    trail.changes.length === 0
      ? [say('history-none')]
      : tableLines(
          [
            { title: say('col-when') },
            { title: say('col-customer') },
            { title: say('col-change') },
            { title: say('col-segment') },
            { title: say('col-cause') },
          ],
          trail.changes.map((c) => [
            out.instant(c.at, trail.timeZone),
            c.customerId,
            say(c.entered ? 'history-in' : 'history-out'),
            c.segment,
            cause(c.cause),
          ]),
          process.stdout.columns,
        ),
  )
  return EXIT.ok
}
