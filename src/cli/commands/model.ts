/** `tessera model`: which models there are, a run by hand, what one found, a first file. */
import { BY_SCHEDULE, type ModelRunWire, type ModelWire } from '../../core/contract/index.ts'
import { initModel, modelCsv, runModel, showModel, showModels } from '../../engine/insight/index.ts'
import { withProgramme } from '../../engine/run/index.ts'
import {
  flag,
  numberOption,
  textOption,
  UsageMistake,
  type CommandRun,
  type Options,
} from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'
import { progressLine } from '../progress.ts'
import { reportLines } from '../report-lines.ts'
import { tableLines } from '../table.ts'

const ACTIONS = ['list', 'run', 'show', 'init'] as const

export const run: CommandRun = async (context, [asked = '', name], options) => {
  const { say } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'list') return await list(context)
  if (action === 'run') return await compute(context, name)
  if (name === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'model', command: 'model' }))
  }
  return action === 'show' ? await show(context, name, options) : await init(context, name, options)
}

async function list(context: Context): Promise<ExitCode> {
  const { open, out, say, locale } = context
  const found = await withProgramme(open, (programme) => showModels(programme, locale))
  out.answer(found, () => [
    ...issueLines(context, found.issues),
    ...(found.models.length === 0
      ? [say('model-none'), ...found.kinds.map((kind) => `  ${kind.kind.padEnd(12)} ${kind.about}`)]
      : tableLines(
          [
            { title: say('col-model') },
            { title: say('col-refresh') },
            { title: say('col-status') },
            { title: say('col-scores') },
          ],
          found.models.map((model) => [
            `${model.key}  ${model.label}`,
            say(`refresh-${model.refresh}`),
            standing(context, model),
            model.outputs.map((output) => output.score).join(', '),
          ]),
          process.stdout.columns,
        )),
  ])
  return found.issues.some((issue) => issue.severity === 'error') ? EXIT.issues : EXIT.ok
}

function standing({ say, out }: Context, model: ModelWire): string {
  const { missing, last, stale, version, due, nextDue } = model
  if (missing.length > 0) return say('model-lacks', { missing: missing.join(', ') })
  if (last === null) return say('model-never')
  const { status, n } = last
  const seconds = out.number(last.seconds ?? 0, 1)
  return [
    status === null
      ? say(`run-${last.state}`)
      : say('model-last', { version: last.version, status: say(`status-${status}`), n, seconds }),
    ...(stale ? [say('model-stale', { version: version ?? '' })] : []),
    ...(due ? [say('model-due')] : []),
    ...(nextDue === null || due ? [] : [say('model-next', { date: out.date(nextDue) })]),
  ].join('; ')
}

async function compute(context: Context, name: string | undefined): Promise<ExitCode> {
  const { open, out, say, locale, signal } = context
  const line = progressLine(context)
  const idle = { progress: null, rows: 0, rejected: 0, rowsPerSecond: 0, secondsLeft: null }
  const done: ModelRunWire[] = await withProgramme(
    { ...open, command: 'tessera model' },
    async (programme) => {
      const all =
        name === undefined
          ? (await showModels(programme, locale)).models.map((model) => model.key)
          : [name]
      const runs: ModelRunWire[] = []
      for (const model of all) {
        const report = (progress: object): void => line.show({ ...idle, phase: model, ...progress })
        runs.push(await runModel(programme, { model, locale, signal, report }).finally(line.clear))
      }
      return runs
    },
  )
  out.answer(name === undefined ? done : done[0], () =>
    done.length === 0 ? say('model-none') : done.map((run) => runLine(context, run)),
  )
  return EXIT.ok
}

function runLine({ say, out }: Context, run: ModelRunWire): string {
  const { model, n, written, cleared, scored } = run
  const status = say(`status-${run.status ?? 'none'}`)
  const seconds = out.number(run.seconds ?? 0, 1)
  return scored
    ? say('model-wrote', { model, status, n, written, cleared, seconds })
    : say('model-left', { model, status, seconds })
}

async function show(context: Context, model: string, options: Options): Promise<ExitCode> {
  const { open, out, say, locale } = context
  const run = numberOption(options, 'run')
  const table = textOption(options, 'table')
  const which = { model, locale, ...(run === undefined ? {} : { run }) }
  if (flag(options, 'csv')) {
    const { text } = await withProgramme(open, (programme) =>
      modelCsv(programme, { ...which, ...(table === undefined ? {} : { table }) }),
    )
    process.stdout.write(text)
    return EXIT.ok
  }
  const found = await withProgramme(open, (programme) => showModel(programme, which))
  const { report, shown, timeZone, currency } = found
  out.answer(found, () => [
    `${out.paint('bold', found.label)}  ${out.paint('dim', standing(context, found))}`,
    found.about,
    ...found.outputs.map(({ score, label }) => out.paint('dim', `  score(${score})  ${label}`)),
    ...(shown?.asOf === null || shown === null
      ? []
      : ['', out.paint('dim', say('as-of', { at: out.instant(shown.asOf, timeZone) }))]),
    ...(shown?.error === null || shown === null
      ? []
      : [say('model-error', { model, message: shown.error.message })]),
    ...(report === null ? [] : reportLines(context, { ...report, currency }, table)),
    '',
    ...found.runs.map((one) =>
      out.paint(
        'dim',
        `${String(one.run).padStart(5)}  ${out.instant(one.startedAt, timeZone)}  ${one.who === BY_SCHEDULE ? say('model-by-schedule') : one.who}  ${say(`run-${one.state}`)}  ${one.status === null ? '' : say(`status-${one.status}`)}${one.error === null ? '' : `  ${one.error.message}`}`,
      ),
    ),
  ])
  return EXIT.ok
}

async function init(context: Context, kind: string, options: Options): Promise<ExitCode> {
  const { open, out, say, locale } = context
  const key = textOption(options, 'key')
  const made = await withProgramme(open, (programme) =>
    initModel(programme, { kind, locale, ...(key === undefined ? {} : { key }) }),
  )
  out.answer(made, () => [
    say('model-written', { file: made.file, key: made.key }),
    ...(made.missing.length === 0
      ? []
      : [say('model-lacks', { missing: made.missing.join(', ') })]),
  ])
  return EXIT.ok
}
