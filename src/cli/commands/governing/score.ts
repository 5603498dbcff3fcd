/** `tessera score`: what models say of customers. */
import type { ScoreLoadWire, ScoresWire } from '../../../core/contract/index.ts'
import { loadScores, readText, showScores, withProgramme } from '../../../engine/run/index.ts'
import { textOption, UsageMistake, type CommandRun, type Options } from '../../command.ts'
import type { Context } from '../../context.ts'
import { EXIT, type ExitCode } from '../../exit.ts'
import { issueLines } from '../../issue-lines.ts'
import { tableLines } from '../../table.ts'

const ACTIONS = ['load', 'show'] as const

export const run: CommandRun = async (context, [asked = '', file], options) => {
  const { say } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'show') return await show(context)
  if (file === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'file', command: 'score' }))
  }
  return await load(context, file, options)
}

async function load(context: Context, file: string, options: Options): Promise<ExitCode> {
  const { open, out, say, locale, signal } = context
  const given = Object.fromEntries(
    (['score', 'at', 'version', 'why'] as const).flatMap((name) => {
      const text = textOption(options, name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  const text = readText(file)
  const done: ScoreLoadWire = await withProgramme(
    { ...open, command: 'tessera score' },
    (programme) => loadScores(programme, { ...given, text, file, locale, signal }),
  )
  const { read, written, unchanged, rejected } = done
  out.answer(done, () => [
    ...issueLines(context, done.issues),
    say('score-loaded', { scores: done.scores.join(', '), read, written, unchanged, rejected }),
  ])
  return rejected > 0 ? EXIT.rejected : EXIT.ok
}

/** Decimals that are worth reading. */
const DIGITS: Readonly<Record<ScoresWire['scores'][number]['unit'], number>> = {
  number: 2,
  count: 0,
  money: 2,
  share: 3,
  days: 1,
  class: 0,
}

async function show({ open, out, say, locale }: Context): Promise<ExitCode> {
  const found: ScoresWire = await withProgramme(open, (programme) =>
    showScores(programme, { locale }),
  )
  const { scores, loads } = found
  out.answer(found, () =>
    scores.length === 0
      ? say('score-none')
      : [
          ...tableLines(
            [
              { title: say('col-score') },
              { title: say('col-customers'), right: true },
              { title: say('col-spread'), right: true },
              { title: say('col-used-by') },
            ],
            scores.map(({ name, unit, customers, spread, usedBy }) => [
              name,
              out.number(customers),
              spread === null
                ? ''
                : [spread.low, spread.middle, spread.high]
                    .map((n) => (unit === 'share' ? out.percent(n) : out.number(n, DIGITS[unit])))
                    .join(' · '),
              usedBy.join(', '),
            ]),
            process.stdout.columns,
          ),
          ...loads.map(
            (l) =>
              `${out.instant(l.at)}  ${l.who}  ${l.scores.join(', ')}  ${l.file}  +${out.number(l.written - l.cleared)} -${out.number(l.cleared)}  ${l.finished ? '' : say('score-unfinished')}${l.version}  ${l.why}`,
          ),
        ],
  )
  return EXIT.ok
}
