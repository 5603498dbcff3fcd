/** One segment: why it exists, what it means in plain words, how many, who and for what reason. */
import { lazy, Suspense, type ReactElement } from 'react'
import { inLocale } from '../../core/base/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { ApiError } from '../api.ts'
import { useSegment } from '../data.ts'
import { DefinitionText } from '../editor/definition-text.tsx'
import { Evaluate } from '../parts/evaluate.tsx'
import { useFormat } from '../parts/format.ts'
import { AsOf } from '../parts/fresh.tsx'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { Empty, Issues, Problem, Skeleton } from '../parts/problem.tsx'
import { SegmentBadges } from '../parts/segment-badges.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { address } from '../router.ts'
import { Members } from './members.tsx'
import { DeleteSegment } from './segment-delete.tsx'
import { Overrides } from './segment/overrides.tsx'
import { QualityBadge, QualityPanel } from './segment/quality.tsx'
import { Standing } from './segment/standing.tsx'

const History = lazy(async () => ({ default: (await import('./segment/history.tsx')).History }))
const Past = lazy(async () => ({ default: (await import('./segment/past.tsx')).Past }))
const Profile = lazy(async () => ({ default: (await import('./segment/profile.tsx')).Profile }))
const Versions = lazy(async () => ({ default: (await import('./segment/versions.tsx')).Versions }))

/** The page of a segment. */
export function SegmentScene(props: {
  readonly segmentKey: string
  readonly view: string
}): ReactElement {
  const { t } = useLanguage()
  const { segmentKey, view } = props
  const { data, error, refetch } = useSegment(segmentKey)
  if (error instanceof ApiError && error.status === 404) {
    return (
      <div className="sheet">
        <h1>{t('segmentMissing', { key: segmentKey })}</h1>
        <a href={address([])}>{t('toOverview')}</a>
      </div>
    )
  }
  if (data === undefined) {
    return error ? <Problem error={error} retry={() => void refetch()} /> : <Skeleton lines={7} />
  }
  return <Segment segment={data} view={view} />
}

function Segment(props: { readonly segment: SegmentWire; readonly view: string }): ReactElement {
  const { segment, view } = props
  return (
    <>
      <Head segment={segment} />
      <Standing segment={segment} />
      <Views segmentKey={segment.key} view={view} />
      <Suspense fallback={<Skeleton lines={6} />}>
        <View segment={segment} view={view} />
      </Suspense>
    </>
  )
}

const VIEWS = [
  ['', 'tabMembers'],
  ['profile', 'tabProfile'],
  ['history', 'tabHistory'],
  ['past', 'tabPast'],
  ['versions', 'tabVersions'],
] as const

/** Each view has an address, so that it can be shared and gone back to. */
function Views(props: { readonly segmentKey: string; readonly view: string }): ReactElement {
  const { t } = useLanguage()
  const { segmentKey, view } = props
  return (
    <nav className="tabs" aria-label={t('segmentViews')}>
      {VIEWS.map(([id, word]) => (
        <a
          key={id}
          className="tab"
          href={address(id === '' ? ['segments', segmentKey] : ['segments', segmentKey, id])}
          {...(view === id ? { 'aria-current': 'page' as const } : {})}
        >
          {t(word)}
        </a>
      ))}
    </nav>
  )
}

function View(props: { readonly segment: SegmentWire; readonly view: string }): ReactElement {
  const { segment, view } = props
  if (view === 'profile') return <Profile segment={segment} />
  if (view === 'history') return <History segment={segment} />
  if (view === 'past') return <Past segment={segment} />
  if (view === 'versions') return <Versions segment={segment} />
  return <People segment={segment} />
}

function People({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  return (
    <div className="columns">
      <section className="sheet" aria-labelledby="members-title">
        {segment.count === null ? (
          <Empty title={t('members')}>
            <p>{t('notInSnapshot')}</p>
          </Empty>
        ) : (
          <Members segment={segment} />
        )}
      </section>
      <div className="stack">
        <section className="sheet" aria-labelledby="meaning-title">
          <h2 id="meaning-title">{t('meaning')}</h2>
          {segment.sentence !== '' && <p>{segment.sentence}</p>}
          {segment.issues.length > 0 && <Issues issues={segment.issues} />}
          <h3>{t('definition')}</h3>
          <DefinitionText text={segment.definition} />
        </section>
        <QualityPanel segment={segment} />
        {segment.standing.version !== null && <Overrides segment={segment.key} />}
      </div>
    </div>
  )
}

function Head({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t, locale } = useLanguage()
  const why = inLocale(segment.why, locale)
  return (
    <div className="head">
      <div className="head-text">
        <p className="small-text">
          <a href={address([])}>{t('segments')}</a>
        </p>
        <h1>
          {inLocale(segment.name, locale) || segment.key} <SegmentBadges segment={segment} />
          <QualityBadge segment={segment} />
        </h1>
        {why !== '' && <p className="quiet">{why}</p>}
      </div>
      <Figures segment={segment} />
      <div className="row">
        <a className="button" href={address(['segments', segment.key, 'edit'])}>
          <Icon name="edit" />
          {t('edit')}
        </a>
        <Evaluate />
        <DeleteSegment segment={segment} />
      </div>
    </div>
  )
}

function Figures({ segment }: { readonly segment: SegmentWire }): ReactElement | null {
  const { t } = useLanguage()
  const format = useFormat()
  const { count, share } = segment
  if (count === null) return null
  return (
    <dl className="figures">
      <div>
        <dt>{t('customers')}</dt>
        <dd>
          <span className="big">{format.number(count)}</span>
          <AsOf />
        </dd>
      </div>
      {share !== null && (
        <div>
          <dt>{t('share')}</dt>
          <dd>
            <span className="big">{format.percent(share)}</span>
            <ShareBar share={share} />
            <span className="quiet small-text">{t('ofPopulation')}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}
