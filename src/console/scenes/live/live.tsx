/** What arrives over HTTP now: rate, backlog, latest and refused messages; keys and how to send. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { ArrivalsWire } from '../../../core/contract/index.ts'
import { ask, type ApiError } from '../../api.ts'
import { PeriodChart } from '../../parts/chart/period-chart.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { Arriving, Dropped } from './arriving.tsx'
import { Keys } from './keys.tsx'
import { Refused } from './refused.tsx'
import { Snippet } from './snippet.tsx'

/** Every other second is live enough to watch, and lets people read. */
const POLL_MS = 2000

/** The page of events as they arrive. */
export function LiveScene(): ReactElement {
  const { t, locale } = useLanguage()
  const [isPaused, setPaused] = useState(false)
  const { data, error, refetch } = useQuery<ArrivalsWire, ApiError>({
    queryKey: ['arrivals', locale],
    queryFn: ({ signal }) => ask('/arrivals', { locale, signal, query: { limit: '20' } }),
    refetchInterval: isPaused ? false : POLL_MS,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className="head">
        <div className="head-text">
          <h1>{t('liveTitle')}</h1>
          <p className="quiet">{t('liveIntro')}</p>
        </div>
        <Button className="button" onPress={() => setPaused(!isPaused)}>
          {isPaused ? t('resume') : t('pause')}
        </Button>
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={7} />}
      {data && <Flow arrivals={data} />}
      <div className="columns">
        <div className="stack">
          {data && <Arriving arrivals={data} />}
          {data && <Refused refused={data.refused} />}
        </div>
        <div className="stack">
          <Keys />
          <Snippet />
          {data && data.dropped.length > 0 && <Dropped dropped={data.dropped} />}
        </div>
      </div>
    </>
  )
}

function Flow({ arrivals }: { readonly arrivals: ArrivalsWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { now, perSecond, accepted, refusedCount, backlog, lastAbsorbedAt } = arrivals
  const last = perSecond.slice(-10)
  const rate = last.reduce((sum, s) => sum + s.accepted + s.refused, 0) / Math.max(1, last.length)
  const end = Math.floor(Date.parse(now) / 1000) * 1000
  return (
    <section className="sheet" aria-label={t('rateTitle')}>
      <dl className="figures start">
        <div>
          <dt>{t('liveRate')}</dt>
          <dd className="big">{format.number(Math.round(rate * 10) / 10)}</dd>
        </div>
        <div>
          <dt>{t('liveAccepted')}</dt>
          <dd>
            <span className="big" data-accepted={accepted}>
              {format.number(accepted)}
            </span>
            <span className="quiet small-text">{t('liveSince')}</span>
          </dd>
        </div>
        <div>
          <dt>{t('liveRefused')}</dt>
          <dd className="big">{format.number(refusedCount)}</dd>
        </div>
        <div>
          <dt>{t('liveBacklog')}</dt>
          <dd>
            <span className="big">{format.number(backlog.rows)}</span>
            <span className="quiet small-text">
              {backlog.rows === 0
                ? t('liveBacklogNone')
                : `${t('liveBacklogRows', { size: format.bytes(backlog.bytes) })}, ${t('liveWaits', { time: format.duration(backlog.seconds) })}`}
            </span>
            {lastAbsorbedAt !== null && (
              <span className="quiet small-text">
                {t('liveAbsorbed', { date: format.clock(lastAbsorbedAt) })}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <PeriodChart
        id="rate-title"
        level={2}
        file="arrivals"
        periods={{
          kind: 'bars',
          title: t('rateTitle'),
          period: t('period'),
          step: 'second',
          series: [t('liveAccepted'), t('liveRefused')],
          points: perSecond.map((s, i) => ({
            start: new Date(end - (perSecond.length - i) * 1000).toISOString(),
            values: [s.accepted, s.refused],
          })),
          mirrored: true,
        }}
      />
    </section>
  )
}
