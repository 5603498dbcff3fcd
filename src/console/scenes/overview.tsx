/** The programme at a glance: how many customers, how fresh, which segments, which data. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import type { OverviewWire } from '../../core/contract/index.ts'
import { useOverview } from '../data.ts'
import { ActivityChart } from '../parts/activity-chart.tsx'
import { Evaluate, useStartEvaluation } from '../parts/evaluate.tsx'
import { useFormat } from '../parts/format.ts'
import { AsOf } from '../parts/fresh.tsx'
import { useLanguage } from '../parts/language.tsx'
import { dataEnd, pastMoment } from '../parts/moment.ts'
import { Empty, Issues, Problem, Skeleton } from '../parts/problem.tsx'
import { address } from '../router.ts'
import { Coverage, EventTable } from './overview-data.tsx'
import { SegmentList } from './segment-list.tsx'

/** The first page. */
export function OverviewScene(): ReactElement {
  const { data, error, refetch } = useOverview()
  if (data === undefined) {
    return error ? <Problem error={error} retry={() => void refetch()} /> : <Skeleton lines={8} />
  }
  return <Overview overview={data} />
}

function Overview({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t } = useLanguage()
  return (
    <>
      <Head overview={overview} />
      {overview.issues.length > 0 && (
        <section className="sheet">
          <h2>{t('programmeIssues')}</h2>
          <Issues issues={overview.issues} />
        </section>
      )}
      <Pending overview={overview} />
      <FirstStep overview={overview} />
      <OldData overview={overview} />
      <div className="columns">
        <section className="sheet wide" aria-labelledby="segments-title">
          <SegmentList segments={overview.segments} />
        </section>
        <div className="stack">
          {overview.activity.length > 0 && (
            <section className="sheet" aria-labelledby="activity-title">
              <h2 id="activity-title">{t('activity')}</h2>
              <ActivityChart overview={overview} />
            </section>
          )}
          {overview.population > 0 && (
            <>
              <EventTable overview={overview} />
              {overview.traits.length > 0 && <Coverage overview={overview} />}
            </>
          )}
        </div>
      </div>
    </>
  )
}

function Head({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { snapshot, population } = overview
  return (
    <div className="head">
      <div>
        <h1>{overview.name}</h1>
        {overview.synthetic && <p className="quiet">{t('syntheticHint')}</p>}
      </div>
      <dl className="figures">
        <div>
          <dt>{t('customers')}</dt>
          <dd className="big">{format.number(population)}</dd>
        </div>
        <div>
          <dt>{t('freshness')}</dt>
          <dd>{snapshot === null ? t('neverEvaluated') : <AsOf long />}</dd>
        </div>
        <div>
          <dt>{t('timeZone')}</dt>
          <dd>
            {overview.timeZone}
            <span className="quiet small-text">{overview.currency}</span>
          </dd>
        </div>
      </dl>
      {population > 0 && <Evaluate primary={snapshot === null} />}
    </div>
  )
}

/** Definitions that were edited and are not in force yet. */
function Pending({ overview }: { readonly overview: OverviewWire }): ReactElement | null {
  const { t, locale } = useLanguage()
  if (overview.snapshot === null) return null
  const open = overview.segments.filter((s) => s.standing.pending !== 'none')
  if (open.length === 0) return null
  return (
    <section className="sheet hint-sheet" aria-labelledby="pending-title">
      <div className="row spread">
        <div className="head-text">
          <h2 id="pending-title">{t('notInForce')}</h2>
          <p className="quiet">{open.map((s) => inLocale(s.name, locale) || s.key).join(', ')}</p>
        </div>
        <a className="button" href={address(['changes'])}>
          {t('reviewChanges')}
        </a>
      </div>
    </section>
  )
}

/** What to do next when there is no data, or data that nobody has counted. */
function FirstStep({ overview }: { readonly overview: OverviewWire }): ReactElement | null {
  const { t } = useLanguage()
  if (overview.population === 0) {
    return (
      <section className="sheet">
        <Empty title={t('noDataTitle')}>
          <p>{t('noDataBody')}</p>
          <a className="button primary" href={address(['import'])}>
            {t('loadFile')}
          </a>
        </Empty>
      </section>
    )
  }
  if (overview.snapshot !== null || overview.segments.length === 0) return null
  return (
    <section className="sheet">
      <Empty title={t('noSnapshotTitle')}>
        <p>{t('noSnapshotBody')}</p>
      </Empty>
    </section>
  )
}

/** Data of long ago, counted as of now, looks empty: says so and offers the moment at which it was young. */
function OldData({ overview }: { readonly overview: OverviewWire }): ReactElement | null {
  const { t } = useLanguage()
  const format = useFormat()
  const { isRunning, start } = useStartEvaluation()
  const [now] = useState(() => Date.now())
  const end = dataEnd(overview, now)
  const isNow = overview.snapshot !== null && pastMoment(overview.snapshot) === undefined
  if (end?.isOld !== true || !isNow) return null
  const date = format.date(end.at)
  return (
    <section className="sheet hint-sheet" aria-labelledby="old-data-title">
      <div className="row spread">
        <div className="head-text">
          <h2 id="old-data-title">{t('oldDataTitle', { date })}</h2>
          <p className="quiet">{t('oldDataBody')}</p>
        </div>
        <Button className="button" isDisabled={isRunning} onPress={() => start(end.day)}>
          {t('oldDataEvaluate', { date })}
        </Button>
      </div>
    </section>
  )
}
