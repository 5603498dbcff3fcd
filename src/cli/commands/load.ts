/** `tessera load`: files in, with progress; questions asked where somebody can answer them. */
import type { LoadReportWire } from '../../core/contract/index.ts'
import {
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
import { asking } from '../asking.ts'
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

/** Loads, with progress; what can be read in several ways is asked. */
async function loadAsking(
  context: Context,
  programme: OpenProgramme,
  request: LoadInto,
): Promise<readonly LoadReportWire[]> {
  const line = progressLine(context)
  const given = request.map ?? []
  try {
    return await asking(context, line.clear, (answers) =>
      loadIntoProgramme(programme, { ...request, map: [...given, ...answers], report: line.show }),
    )
  } finally {
    line.clear()
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
