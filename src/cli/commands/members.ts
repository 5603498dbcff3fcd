/** `tessera members <segment>`: who is in it, and why. */
import { memberPage, withProgramme } from '../../engine/run/index.ts'
import { numberOption, textOption, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { freshLines } from '../fresh-lines.ts'
import { tableLines } from '../table.ts'
import { membersThen } from './past/members-past.ts'

const USUAL_LIMIT = 20

export const run: CommandRun = async (context, [segment = ''], options) => {
  const { out, say, open, locale } = context
  const asOf = textOption(options, 'asOf')
  const limit = numberOption(options, 'limit') ?? USUAL_LIMIT
  if (asOf !== undefined) return await membersThen(context, { segment, asOf, limit }, options)
  const after = textOption(options, 'after')
  const search = textOption(options, 'search')
  const page = await withProgramme(open, (programme) =>
    memberPage(programme, {
      segment,
      locale,
      limit,
      ...(after === undefined ? {} : { after }),
      ...(search === undefined ? {} : { search }),
    }),
  )
  out.answer(page, () => [
    ...tableLines(
      [{ title: say('col-customer') }, { title: say('col-reason') }],
      page.members.map((m) => [m.customerId, m.reason]),
      process.stdout.columns,
    ),
    '',
    say('members-line', {
      shown: page.members.length,
      total: page.total,
      segment,
      asOf: say('as-of', { at: out.instant(page.snapshot.asOf, page.snapshot.timeZone) }),
    }),
    ...freshLines(context, page.snapshot),
    ...(page.stale ? [`${segment}: ${say('stale')}`] : []),
    ...(page.next === null ? [] : [say('members-next', { after: page.next })]),
  ])
  return EXIT.ok
}
