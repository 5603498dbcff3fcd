/** `tessera diff`: files compared with what is in force, or two versions with each other. */
import type { DiffWire } from '../../../core/contract/index.ts'
import { diffDefinitions, withProgramme } from '../../../engine/run/index.ts'
import { listOption, UsageMistake, type CommandRun, type Options } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT } from '../../exit.ts'
import { diffLines } from './plan-lines.ts'

export const run: CommandRun = async (context, [segment], options) => {
  const { out, say, open, locale } = context
  const versions = versionsIn(context, options)
  if (versions !== undefined && segment === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'segment', command: 'diff' }))
  }
  const found = await withProgramme(open, (programme) =>
    diffDefinitions(programme, {
      locale,
      ...(segment === undefined ? {} : { segment }),
      ...(versions === undefined ? {} : { versions }),
    }),
  )
  out.answer(found, () =>
    found.length === 0 ? say('diff-none') : found.flatMap((one) => oneDiff(context, one)),
  )
  return EXIT.ok
}

function versionsIn({ say }: Context, options: Options): readonly [number, number] | undefined {
  const given = listOption(options, 'versions')
  if (given.length === 0) return undefined
  const [from = 0, to = 0, ...more] = given.map(Number)
  if (
    given.length === 2 &&
    more.length === 0 &&
    [from, to].every((n) => Number.isInteger(n) && n > 0)
  ) {
    return [from, to]
  }
  const wanted = say('wanted-number', { low: 1, high: 1_000_000 })
  throw new UsageMistake(
    say('invalid-value', { value: given.join(' '), name: '--versions', wanted }),
  )
}

function oneDiff(context: Context, diff: DiffWire): string[] {
  const { out, say } = context
  const side = (version: number | null, otherwise: string): string =>
    version === null ? otherwise : say('diff-version', { version })
  const isFile = diff.to === null
  const from = side(diff.from, say('diff-nothing'))
  return [
    `${out.paint('bold', diff.key)}  ${from} → ${side(diff.to, isFile ? say('diff-file') : '')}`,
    ...(diff.was === '' ? [] : [`  ${say('plan-was', { sentence: diff.was })}`]),
    ...(diff.sentence === '' ? [] : [`  ${say('plan-now', { sentence: diff.sentence })}`]),
    ...diffLines(context, diff.lines),
    '',
  ]
}
