/** `tessera load`: files in, with progress; questions asked where somebody can answer them. */
import { Failure } from '../../core/base/index.ts'
import type { IssueWire, LoadReportWire } from '../../core/contract/index.ts'
import {
  failureWire,
  loadIntoProgramme,
  mappingOf,
  readText,
  withProgramme,
  type LoadInto,
  type OpenProgramme,
} from '../../engine/run/index.ts'
import {
  flag,
  listOption,
  textOption,
  UsageMistake,
  type CommandRun,
  type Options,
} from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { issueLines } from '../issue-lines.ts'
import { progressLine } from '../progress.ts'
import { tableLines } from '../table.ts'

export const run: CommandRun = async (context, files, options) => {
  const { open, out, say } = context
  const retry = textOption(options, 'retry')
  if (files.length === 0 && retry === undefined) throw new UsageMistake(say('files-needed'))
  const reports = await withProgramme({ ...open, command: 'tessera load' }, (programme) =>
    loadAsking(context, programme, requestOf(context, files, options)),
  )
  out.answer(reports, () => reports.flatMap((report) => reportLines(context, report)))
  return exitOf(reports)
}

function requestOf(context: Context, files: readonly string[], options: Options): LoadInto {
  const as = textOption(options, 'as')
  const mapping = textOption(options, 'mapping')
  const retry = textOption(options, 'retry')
  return {
    files: retry === undefined ? files : [retry],
    locale: context.locale,
    signal: context.signal,
    map: listOption(options, 'map'),
    dryRun: flag(options, 'dryRun'),
    retry: retry !== undefined,
    ...(as === undefined ? {} : { as: as.replace(/^event:/, '') }),
    ...(mapping === undefined ? {} : { mapping: mappingOf(readText(mapping)) }),
  }
}

/** Loads; when the files can be read in several ways, asks, and loads again with the answers. */
async function loadAsking(
  context: Context,
  programme: OpenProgramme,
  request: LoadInto,
): Promise<readonly LoadReportWire[]> {
  const line = progressLine(context)
  try {
    return await loadIntoProgramme(programme, { ...request, report: line.show })
  } catch (error) {
    line.clear()
    const questions = questionsOf(error, context)
    if (questions.length === 0) throw error
    if (!context.interactive) {
      sayHow(context, questions)
      throw error
    }
    const answers = await askAll(context, questions)
    return await loadAsking(context, programme, {
      ...request,
      map: [...(request.map ?? []), ...answers],
    })
  } finally {
    line.clear()
  }
}

function questionsOf(error: unknown, { locale }: Context): readonly IssueWire[] {
  if (!(error instanceof Failure)) return []
  const { issues } = failureWire(error, locale)
  // An error that is no question stands in the way whatever is answered.
  return issues.every((issue) => issue.question !== undefined) ? issues : []
}

async function askAll(context: Context, questions: readonly IssueWire[]): Promise<string[]> {
  const { askOne, askText } = await import('../ask.ts')
  const map: string[] = []
  for (const { message, question } of questions) {
    if (question === undefined) continue
    const { option, answers } = question
    const answer =
      answers.length === 0
        ? await askText(context, message, '')
        : await askOne(
            context,
            message,
            answers.map((value) => ({ value, label: value })),
          )
    map.push(`${option}=${answer.replaceAll(',', '\\,')}`)
  }
  return map
}

/** The exact text that answers, for scripts. */
function sayHow({ out, say }: Context, questions: readonly IssueWire[]): void {
  const files = new Set(questions.map(({ at }) => (at?.kind === 'file' ? at.file : '')))
  for (const file of files) {
    out.note(say('load-questions', { file }))
    for (const { at, question } of questions) {
      if (question === undefined || (at?.kind === 'file' && at.file !== file)) continue
      const answers = question.answers.length === 0 ? '…' : question.answers.join('|')
      out.note(`  --map '${question.option}=${answers}'`)
    }
  }
}

function reportLines(context: Context, report: LoadReportWire): string[] {
  const { out, say } = context
  return [
    out.paint('bold', report.file),
    `  ${say('load-line', {
      read: report.read,
      accepted: report.accepted,
      rejected: report.rejected,
      known: report.alreadyKnown,
    })} (${out.duration(report.seconds)})`,
    ...readLines(context, report),
    ...(report.state === 'dry-run' ? [`  ${say('load-dry')}`] : []),
    ...(report.state === 'nothing-new' ? [`  ${say('load-nothing-new')}`] : []),
    ...tableLines(
      [{ title: '', right: true }, { title: '' }],
      report.reasons.map((reason) => [out.number(reason.count), reason.message]),
    )
      .slice(1)
      .map((row) => `    ${row}`),
    ...(report.quarantine === null
      ? []
      : [
          `  ${say('load-quarantine', { path: report.quarantine })}`,
          `  ${say('load-retry', { path: report.quarantine })}`,
        ]),
    ...issueLines(
      context,
      report.issues.filter((issue) => issue.code !== 'intake/already-loaded'),
    ).map((row) => `  ${row}`),
  ]
}

const ASPECTS = [
  'compression',
  'type',
  'encoding',
  'delimiter',
  'quote',
  'header',
  'decimal',
  'dates',
  'missing',
] as const

/** How the file was read; a rehearsal shows the whole mapping, to be saved and edited. */
function readLines({ out, say }: Context, report: LoadReportWire): string[] {
  const found = report.detection.flatMap(({ aspect, value }) => {
    const known = ASPECTS.find((one) => one === aspect)
    const shown = value === '\t' ? '\\t' : value
    return known === undefined || value === '' ? [] : [`${say(`aspect-${known}`)} ${shown}`]
  })
  return [
    ...(found.length === 0 ? [] : [`  ${out.paint('dim', found.join(' · '))}`]),
    ...(report.state === 'dry-run' ? report.mapping.trimEnd().split('\n').map(indent) : []),
  ]
}

function indent(line: string): string {
  return `    ${line}`
}

function exitOf(reports: readonly LoadReportWire[]): ExitCode {
  // Loading the same file again does not mend the rows that the first load set aside.
  return reports.some((report) => report.rejected > 0) ? EXIT.rejected : EXIT.ok
}
