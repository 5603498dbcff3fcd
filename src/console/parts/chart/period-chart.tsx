/** A chart of figures per period that a page knows itself, apart from reports. */
import { useMemo, type ReactElement } from 'react'
import { Chart } from './chart.tsx'
import { periodChart, type Periods } from './chart-data.ts'
import { useFigures } from './figures.ts'

/** The chart; its file is made in the page. */
export function PeriodChart(props: {
  readonly periods: Periods
  readonly id: string
  readonly file: string
  readonly level?: 2 | 3
  readonly isBare?: boolean
}): ReactElement {
  const { periods, ...rest } = props
  const figures = useFigures()
  const own = useMemo(() => periodChart(periods), [periods])
  return <Chart {...own} {...rest} figures={figures} />
}
