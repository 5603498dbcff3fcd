/** `tessera report`: findings in words, the tables behind them, or one table as CSV. */
import type { ReportColumnWire, ReportTableWire, ReportWire } from '../../core/contract/index.ts'
import { listReports, makeReport, reportCsv } from '../../engine/insight/index.ts'
import { withProgramme } from '../../engine/run/index.ts'
import { flag, listOption, textOption, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { pairsIn } from '../pairs.ts'
import { tableLines } from '../table.ts'

/** Rows of a table that a terminal shows; the file has all. */
const SHOWN_ROWS = 25

export const run: CommandRun = async (context, [name], options) => {
  const { open, out, locale, signal } = context
  if (name === undefined || name === 'list') {
    const all = await withProgramme(open, (programme) => listReports(programme, locale))
    out.answer(all, () =>
      [...new Set(all.map((report) => report.groupLabel))].flatMap((group) => [
        out.paint('bold', group),
        ...tableLines(
          [{ title: '' }, { title: '' }],
          all
            .filter((report) => report.groupLabel === group)
            .map((report) => [
              `  ${report.name}`,
              report.missing.length === 0
                ? report.about
                : context.say('template-missing', { missing: report.missing.join('; ') }),
            ]),
          process.stdout.columns,
        ).slice(1),
        '',
      ]),
    )
    return EXIT.ok
  }
  const asked = { name, parameters: pairsIn(context, listOption(options, 'set')), locale, signal }
  const table = textOption(options, 'table')
  if (flag(options, 'csv')) {
    const { text } = await withProgramme(open, (programme) =>
      reportCsv(programme, { ...asked, ...(table === undefined ? {} : { table }) }),
    )
    process.stdout.write(text)
    return EXIT.ok
  }
  const made = await withProgramme(open, (programme) => makeReport(programme, asked))
  out.answer(made, () => reportLines(context, made, table))
  return EXIT.ok
}

function reportLines(
  context: Context,
  made: ReportWire,
  only: string | undefined,
): readonly string[] {
  const { out, say } = context
  const marks = { good: '+', bad: '!', caution: '?', neutral: '·' } as const
  const paints = { good: 'green', bad: 'red', caution: 'yellow', neutral: 'dim' } as const
  return [
    `${out.paint('bold', made.title)}  ${out.paint('dim', say('as-of', { at: out.instant(made.asOf, made.timeZone) }))}`,
    made.about,
    '',
    ...made.findings.flatMap((finding) => [
      `${out.paint(paints[finding.tone], marks[finding.tone])} ${finding.text}`,
      ...(finding.definition === null ? [] : [out.paint('dim', `    ${finding.definition}`)]),
    ]),
    ...made.tables
      .filter((table) => only === undefined || table.name === only)
      .flatMap((table) => ['', ...tableOf(context, made, table)]),
    '',
    ...made.method.map((line) => out.paint('dim', line)),
  ]
}

function tableOf(
  context: Context,
  { currency }: ReportWire,
  table: ReportTableWire,
): readonly string[] {
  const { out, say } = context
  const columns = table.columns.filter((column) => !column.hidden)
  const shown = table.rows.slice(0, SHOWN_ROWS)
  const more = table.rows.length - shown.length
  const cell = (row: ReportTableWire['rows'][number], column: ReportColumnWire): string => {
    const value = row[column.key] ?? null
    const [low, high] = [column.low, column.high].map((key) =>
      key === null ? null : (row[key] ?? null),
    )
    const text = cellText(context, { value, column, currency })
    if (low === null || high === null || low === undefined || high === undefined) return text
    const bound = (v: string | number | boolean): string =>
      cellText(context, { value: v, column, currency })
    return `${text} (${bound(low)} – ${bound(high)})`
  }
  return [
    `${out.paint('bold', table.title)}  ${out.paint('dim', table.name)}`,
    ...tableLines(
      columns.map((column) => ({ title: column.title, right: column.kind !== 'text' })),
      shown.map((row) => columns.map((column) => cell(row, column))),
      process.stdout.columns,
    ),
    ...(more > 0 ? [out.paint('dim', say('report-more', { count: more, table: table.name }))] : []),
  ]
}

function cellText(
  { out }: Context,
  of: {
    readonly value: string | number | boolean | null
    readonly column: ReportColumnWire
    readonly currency: string
  },
): string {
  const { value, column } = of
  if (value === null) return '–'
  if (typeof value === 'boolean') return value ? '✓' : ''
  if (typeof value === 'string') return value
  if (column.kind === 'share') return out.percent(value)
  if (column.kind === 'money') return `${out.number(value, 2)} ${of.currency}`
  return out.number(value, column.kind === 'count' ? 0 : 3)
}
