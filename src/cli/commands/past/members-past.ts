/** `tessera members --as-of`: who was a member at an instant of the past, as held or as known now. */
import type { PastDifferenceWire } from '../../../core/contract/index.ts'
import { pastMembers, withProgramme } from '../../../engine/run/index.ts'
import { textOption, type Options } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT, type ExitCode } from '../../exit.ts'

/** Shows one page of ids, and why the two readings differ. */
export async function membersThen(
  context: Context,
  asked: { readonly segment: string; readonly asOf: string; readonly limit: number },
  options: Options,
): Promise<ExitCode> {
  const { out, say, open } = context
  const after = textOption(options, 'after')
  const reading = textOption(options, 'reading') === 'recomputed' ? 'recomputed' : 'held'
  const page = await withProgramme(open, (programme) =>
    pastMembers(programme, {
      ...asked,
      reading,
      explain: after === undefined,
      ...(after === undefined ? {} : { after }),
    }),
  )
  out.answer(page, () => [
    ...page.customerIds,
    '',
    say(reading === 'held' ? 'past-held' : 'past-recomputed', {
      total: page.total,
      segment: page.segment,
      at: out.instant(page.at, page.timeZone),
    }),
    ...(page.difference === null ? [] : differenceLines(context, page.difference)),
    ...(page.next === null ? [] : [say('members-next', { after: page.next })]),
  ])
  return EXIT.ok
}

function differenceLines({ say }: Context, difference: PastDifferenceWire): string[] {
  const { held, recomputed, groups } = difference
  if (groups.length === 0) return [say('past-agree')]
  return [
    say('past-differ', { held, recomputed }),
    ...groups.map(
      ({ because, only, count, examples }) =>
        `  ${say(`past-${only}-${because}`, { count, examples: examples.join(', ') })}`,
    ),
  ]
}
