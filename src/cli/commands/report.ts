/** `tessera report`: findings in words, the tables behind them, or one table as CSV. */
import { listReports, makeReport, reportCsv } from '../../engine/insight/index.ts'
import { withProgramme } from '../../engine/run/index.ts'
import { flag, listOption, textOption, type CommandRun } from '../command.ts'
import { EXIT } from '../exit.ts'
import { pairsIn } from '../pairs.ts'
import { reportLines } from '../report-lines.ts'
import { tableLines } from '../table.ts'

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
  const asOf = context.say('as-of', { at: out.instant(made.asOf, made.timeZone) })
  out.answer(made, () => [
    `${out.paint('bold', made.title)}  ${out.paint('dim', asOf)}`,
    made.about,
    '',
    ...reportLines(context, made, table),
  ])
  return EXIT.ok
}
