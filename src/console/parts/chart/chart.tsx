/** A chart over time with its heading, a table of the same figures, and the figures as CSV. */
import { useState, type ReactElement } from 'react'
import { Button, Heading } from 'react-aria-components'
import { saveBlob } from '../../api.ts'
import { toCsv } from '../csv.ts'
import { useFormat } from '../format.ts'
import { Icon } from '../icon.tsx'
import { useLanguage } from '../language.tsx'
import { Scroll } from '../scroll.tsx'
import type { ChartData } from './chart-data.ts'
import { Plot } from './plot.tsx'

/** Chart or table, as the reader likes. */
export function Chart({
  data,
  id,
  level = 3,
}: {
  readonly data: ChartData
  readonly id: string
  /** Of its heading, as the page around it wants. */
  readonly level?: 2 | 3
}): ReactElement {
  const { t } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const { title, series, points, file } = data
  const save = (): void => {
    const rows = points.map((p) => [p.start, ...p.values.map((v) => v ?? '')])
    saveBlob(
      new Blob([toCsv([['start', ...series], ...rows])], { type: 'text/csv' }),
      `${file}.csv`,
    )
  }
  return (
    <figure className="chart" aria-labelledby={id}>
      <div className="row spread">
        <Heading id={id} level={level}>
          {title}
        </Heading>
        <div className="row">
          <Button className="button small quiet" onPress={() => setAsTable(!asTable)}>
            {asTable ? t('showChart') : t('showTable')}
          </Button>
          <Button className="icon-button" aria-label={t('downloadCsv')} onPress={save}>
            <Icon name="download" />
          </Button>
        </div>
      </div>
      {asTable ? <ChartTable data={data} /> : <Plot data={data} />}
    </figure>
  )
}

function ChartTable({ data }: { readonly data: ChartData }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <Scroll label={data.title} short>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {data.series.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.points.toReversed().map(({ start, values }) => (
            <tr key={start}>
              <td>{data.step === 'second' ? format.clock(start) : format.date(start)}</td>
              {values.map((value, i) => (
                <td key={data.series[i]} className="number">
                  {value === null ? '–' : format.number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
