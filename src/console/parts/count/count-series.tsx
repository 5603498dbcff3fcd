/** A definition tried on the past: how many met it at the end of each period. */
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { CountSeriesRequest, CountSeriesWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import type { TimeWord } from '../../words/time.ts'
import { PeriodChart } from '../chart/period-chart.tsx'
import { Choice } from '../choice.tsx'
import { useLanguage } from '../language.tsx'
import { Problem } from '../problem.tsx'

type Each = CountSeriesRequest['each']

const PERIODS: readonly (readonly [Each, number, TimeWord])[] = [
  ['month', 12, 'eachMonth'],
  ['week', 12, 'eachWeek'],
  ['day', 14, 'eachDay'],
]

/** Asked for by button, for each point costs a count of everybody. */
export function CountSeries(props: {
  readonly definition: string
  /** Name of the CSV. */
  readonly file: string
  readonly isDisabled?: boolean
}): ReactElement {
  const { t, locale } = useLanguage()
  const { definition, file, isDisabled } = props
  const [each, setEach] = useState<Each>('month')
  const last = PERIODS.find(([id]) => id === each)?.[1] ?? 12
  const run = useMutation<CountSeriesWire, ApiError>({
    mutationFn: () => api.countSeries({ definition, each, last }, { locale }),
  })
  return (
    <>
      <p className="quiet small-text">{t('seriesIntro')}</p>
      <div className="row end">
        <Choice
          label={t('seriesEach')}
          value={each}
          options={PERIODS.map(([id, , word]) => ({ id, label: t(word) }))}
          onChange={(id) => setEach(PERIODS.find(([one]) => one === id)?.[0] ?? 'month')}
        />
        <Button
          className="button"
          isDisabled={isDisabled === true || run.isPending}
          onPress={() => run.mutate()}
        >
          {run.isPending ? t('seriesRunning') : t('seriesRun')}
        </Button>
      </div>
      {run.error && <Problem error={run.error} retry={() => run.mutate()} />}
      {run.data && <SeriesChart series={run.data} file={file} />}
    </>
  )
}

function SeriesChart(props: {
  readonly series: CountSeriesWire
  readonly file: string
}): ReactElement {
  const { t } = useLanguage()
  const { series, file } = props
  return (
    <div data-series={series.points.length}>
      <PeriodChart
        id={`series-of-${file}`}
        file={`${file}-past`}
        periods={{
          kind: 'lines',
          title: t('sizeTitle'),
          period: t('period'),
          step: 'day',
          series: [t('sizeUnit')],
          points: series.points.map((p) => ({ start: p.asOf, values: [p.count] })),
        }}
      />
    </div>
  )
}
