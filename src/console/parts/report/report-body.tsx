/** A report that was made: findings first, then charts, then the figures that no chart shows, then the method. */
import type { ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { ReportTableWire, ReportWire } from '../../../core/contract/index.ts'
import { download } from '../../api.ts'
import { Chart } from '../chart/chart.tsx'
import { withMonths } from '../chart/chart-data.ts'
import { useFigures, type Figures } from '../chart/figures.ts'
import { FigureTable } from '../chart/table.tsx'
import { Icon } from '../icon.tsx'
import { useLanguage } from '../language.tsx'
import { useNotify } from '../notices.tsx'
import { messageOf } from '../problem.tsx'
import { Findings } from './findings.tsx'

/** More tables than this are folded up, so that the page can be overlooked. */
const MOST_OPEN = 2
/** A chart with more rows than this is taller than what could stand beside it. */
const TALL = 12

/** What a report says, and what it needs to be written: all that runs of models have too. */
export type Made = Pick<
  ReportWire,
  'findings' | 'tables' | 'charts' | 'method' | 'timeZone' | 'currency' | 'parameters'
>

/** Everything below the heading of a report; `id` keeps several on one page apart. */
export function ReportBody(props: {
  readonly report: Made
  readonly id: string
  /** Fetches a table as a file. */
  readonly save: (table: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const { report, id, save } = props
  const figures = useFigures(report)
  const tables = new Map(report.tables.map((table) => [table.name, table]))
  const drawn = new Set(report.charts.map((chart) => chart.table))
  const wide = wideOf(
    report.charts.map(({ kind, table }) => {
      const isRows = kind === 'dots' || kind === 'bars'
      const rows = tables.get(table)?.rows.length ?? 0
      return kind === 'heat' || kind === 'flow' || (isRows && rows > TALL)
    }),
  )
  const rest = report.tables.filter((table) => !drawn.has(table.name))
  return (
    <>
      <section className="sheet" aria-labelledby={`${id}-findings`}>
        <h2 id={`${id}-findings`}>{t('reportFindings')}</h2>
        <Findings findings={report.findings} here={report.parameters['segment']} />
      </section>
      {report.charts.length > 0 && (
        <div className="charts">
          {report.charts.map((chart, i) => {
            const table = tables.get(chart.table)
            return table === undefined ? null : (
              <section key={`${chart.table} ${chart.title}`} className="sheet" data-wide={wide[i]}>
                <Chart
                  id={`${id}-chart-${i}`}
                  level={2}
                  chart={chart}
                  table={table}
                  figures={figures}
                  file={() => save(chart.table)}
                />
              </section>
            )
          })}
        </div>
      )}
      {rest.map((table) => (
        <Table
          key={table.name}
          id={id}
          table={table}
          figures={figures}
          isFolded={rest.length > MOST_OPEN}
          save={save}
        />
      ))}
      {report.method.length > 0 && <Method id={id} method={report.method} />}
    </>
  )
}

/** What is wide takes the whole width, and so does a chart that would stand beside nothing. */
function wideOf(wide: readonly boolean[]): readonly boolean[] {
  const isWide = [...wide]
  let left: number | undefined
  wide.forEach((one, i) => {
    if (one && left !== undefined) isWide[left] = true
    left = one || left !== undefined ? undefined : i
  })
  if (left !== undefined) isWide[left] = true
  return isWide
}

function Table(props: {
  readonly id: string
  readonly table: ReportTableWire
  readonly figures: Figures
  readonly isFolded: boolean
  readonly save: (table: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const { id, table, figures, isFolded, save } = props
  const title = `${id}-table-${table.name}`
  return (
    <Disclosure className="sheet fold" defaultExpanded={!isFolded} data-table={table.name}>
      <div className="row spread table-head">
        <Heading level={2} id={title}>
          <Button slot="trigger" className="fold-button">
            <Icon name="next" />
            <span>
              {table.title} <span className="quiet">({table.rows.length})</span>
            </span>
          </Button>
        </Heading>
        <Button
          className="icon-button"
          aria-label={`${t('downloadCsv')}: ${table.title}`}
          onPress={() => save(table.name)}
        >
          <Icon name="download" />
        </Button>
      </div>
      <DisclosurePanel aria-labelledby={title}>
        <FigureTable table={withMonths(table)} figures={figures} />
      </DisclosurePanel>
    </Disclosure>
  )
}

function Method(props: { readonly id: string; readonly method: readonly string[] }): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="method quiet small-text" aria-labelledby={`${props.id}-method`}>
      <h2 id={`${props.id}-method`}>{t('reportMethod')}</h2>
      {props.method.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

/** Fetches tables of a report from the server, with what the report was told. */
export function useSaveTable({ name, parameters }: ReportWire): (table: string) => void {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  return (table) => {
    const query = { ...parameters, table }
    download(`/reports/${encodeURIComponent(name)}/table.csv`, `${name}-${table}.csv`, {
      locale,
      query,
    }).catch((error: unknown) => notify({ text: messageOf(error, t), tone: 'bad' }))
  }
}
