/** A chart with its heading, a table of the same figures, and the figures as a file. */
import { useMemo, useState, type ReactElement } from 'react'
import { Button, Heading } from 'react-aria-components'
import { saveBlob } from '../../api.ts'
import { toCsv } from '../csv.ts'
import { Icon } from '../icon.tsx'
import { useLanguage } from '../language.tsx'
import { withMonths, type ChartSpec, type ChartTable } from './chart-data.ts'
import type { Figures } from './figures.ts'
import { panelsOf } from './panel.ts'
import { Plot } from './plot.tsx'
import { FigureTable } from './table.tsx'

/** Chart or table, as the reader likes. */
export function Chart(props: {
  readonly chart: ChartSpec
  readonly table: ChartTable
  readonly figures: Figures
  readonly id: string
  /** Of its heading, as the page around it wants. */
  readonly level?: 2 | 3
  /** Fetches the file, or the name of one made of the table here. */
  readonly file: string | (() => void)
  /** Says the title elsewhere, so that it is only read out. */
  readonly isBare?: boolean
}): ReactElement {
  const { t } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const { chart, figures, id, level, file, isBare } = props
  const table = useMemo(() => withMonths(props.table), [props.table])
  const panels = useMemo(() => panelsOf(chart, table), [chart, table])
  const save = (): void => (typeof file === 'string' ? saveTable(table, file) : file())
  return (
    <figure className="chart" aria-labelledby={id} data-chart={chart.kind}>
      <div className="row spread">
        <Heading id={id} level={level ?? 3} className={isBare === true ? 'visually-hidden' : ''}>
          {chart.title}
        </Heading>
        <div className="row chart-tools">
          <Button
            className="button small quiet"
            aria-label={`${asTable ? t('showChart') : t('showTable')}: ${chart.title}`}
            onPress={() => setAsTable(!asTable)}
          >
            <Icon name={asTable ? 'overview' : 'table'} />
            <span className="wide-only">{asTable ? t('showChart') : t('showTable')}</span>
          </Button>
          <Button
            className="icon-button"
            aria-label={`${t('downloadCsv')}: ${chart.title}`}
            onPress={save}
          >
            <Icon name="download" />
          </Button>
        </div>
      </div>
      {asTable ? (
        <FigureTable table={table} figures={figures} />
      ) : panels.every((panel) => panel.marks.length === 0) ? (
        <p className="quiet">{t('chartEmpty')}</p>
      ) : (
        panels.map((panel) => <Plot key={panel.y.key} panel={panel} figures={figures} />)
      )}
    </figure>
  )
}

/** All columns, those that the page hides too. */
export function saveTable({ columns, rows }: ChartTable, file: string): void {
  const cells = rows.map((row) =>
    columns.map(({ key }) => {
      const value = row[key] ?? ''
      return typeof value === 'boolean' ? String(value) : value
    }),
  )
  const text = toCsv([columns.map((column) => column.title), ...cells])
  saveBlob(new Blob([text], { type: 'text/csv' }), `${file}.csv`)
}
