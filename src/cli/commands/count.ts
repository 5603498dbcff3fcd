/** `tessera count '<definition>'`: how many customers a definition describes, without saving it. */
import { countDefinition, withProgramme } from '../../engine/run/index.ts'
import { flag, textOption, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'
import { countEach } from './past/count-series.ts'

const EACH = ['day', 'week', 'month'] as const

export const run: CommandRun = async (context, [definition = ''], options) => {
  const { out, say, open, locale, signal } = context
  const each = EACH.find((one) => one === textOption(options, 'each'))
  if (each !== undefined) return await countEach(context, { definition, each }, options)
  const asOf = textOption(options, 'asOf')
  const found = await withProgramme(open, (programme) =>
    countDefinition(
      programme,
      {
        definition,
        approximate: flag(options, 'approximate'),
        ...(asOf === undefined ? {} : { asOf }),
      },
      { locale, signal },
    ),
  )
  for (const line of issueLines(context, found.issues)) out.note(line)
  out.answer(found, () => [
    found.sentence,
    say('count-line', {
      count: found.count,
      population: found.population,
      share: out.percent(found.share),
      asOf: say('as-of', { at: out.instant(found.asOf, found.timeZone) }),
    }),
    ...(found.estimate === undefined ? [] : [say('count-estimate', { ...found.estimate })]),
  ])
  return EXIT.ok
}
