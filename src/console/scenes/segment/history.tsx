/** How a segment grew and shrank: its size, entries and exits per day, and each of them with its cause. */
import { useState, type ReactElement } from 'react'
import type { FlowWire, SegmentWire } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { PeriodChart } from '../../parts/chart/period-chart.tsx'
import { Choice } from '../../parts/choice.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { Trail } from './trail.tsx'

const SPANS = ['14', '30', '90', '365'] as const

/** Two charts over the same days, then the list. */
export function History({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const [days, setDays] = useState<string>('30')
  const path = `/segments/${encodeURIComponent(segment.key)}/flow`
  const flow = useAsk<FlowWire>('flow', path, { query: { days }, keeps: true })
  return (
    <>
      <section className="sheet" aria-labelledby="size-title">
        <div className="row end-line">
          <Choice
            bare
            label={t('period')}
            value={days}
            options={SPANS.map((id) => ({ id, label: t('lastDays', { n: id }) }))}
            onChange={setDays}
          />
        </div>
        {flow.error && <Problem error={flow.error} retry={() => void flow.refetch()} />}
        {flow.data === undefined && !flow.error && <Skeleton lines={6} />}
        {flow.data && <Charts flow={flow.data} />}
      </section>
      <section className="sheet" aria-labelledby="trail-title">
        <Trail segment={segment.key} />
      </section>
    </>
  )
}

function Charts({ flow }: { readonly flow: FlowWire }): ReactElement {
  const { t } = useLanguage()
  const { segment, days } = flow
  const isQuiet = days.every((d) => d.entered === 0 && d.left === 0)
  return (
    <div className="columns even">
      <PeriodChart
        id="size-title"
        level={2}
        file={`${segment}-size`}
        periods={{
          kind: 'lines',
          title: t('sizeTitle'),
          period: t('period'),
          step: 'day',
          series: [t('sizeUnit')],
          points: days.map((d) => ({ start: d.start, values: [d.count] })),
        }}
      />
      {isQuiet ? (
        <p className="quiet">{t('noHistory')}</p>
      ) : (
        <PeriodChart
          id="flow-title"
          level={2}
          file={`${segment}-flow`}
          periods={{
            kind: 'bars',
            title: t('flowTitle'),
            period: t('period'),
            step: 'day',
            series: [t('entered'), t('left')],
            points: days.map((d) => ({ start: d.start, values: [d.entered, d.left] })),
            mirrored: true,
          }}
        />
      )}
    </div>
  )
}
