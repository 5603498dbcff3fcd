/** What a report or a model found, as lines for a terminal. */
import { endsOf } from '../core/base/index.ts'
import type { ReportColumnWire, ReportTableWire, ReportWire } from '../core/contract/index.ts'
import type { Context } from './context.ts'
import { tableLines } from './table.ts'

/** Rows of a table that a terminal shows; the file has all. */
const SHOWN_ROWS = 25

/** What is printed. */
export type ReportBody = Pick<ReportWire, 'findings' | 'tables' | 'method' | 'currency'>

/** Findings, tables and method as lines; of one table only, where one is named. */
export function reportLines(
  context: Context,
  made: ReportBody,
  only: string | undefined,
): readonly string[] {
  const { out } = context
  const marks = { good: '+', bad: '!', caution: '?', neutral: '·' } as const
  const paints = { good: 'green', bad: 'red', caution: 'yellow', neutral: 'dim' } as const
  return [
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
  { currency }: ReportBody,
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
    const ends = endsOf((end, more) =>
      cellText(context, { value: end === 'low' ? low : high, column, currency }, more),
    )
    return `${text} (${ends.join(' – ')})`
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
  more = 0,
): string {
  const { value, column } = of
  if (value === null) return '–'
  if (typeof value === 'boolean') return value ? '✓' : ''
  if (typeof value === 'string') return value
  if (column.kind === 'share') return out.percent(value, more)
  if (column.kind === 'money') return `${out.number(value, 2 + more)} ${of.currency}`
  return out.number(value, column.kind === 'count' ? 0 : digitsFor(value) + more)
}

/** About three digits that mean something. */
function digitsFor(value: number): number {
  const size = Math.abs(value)
  return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
}
