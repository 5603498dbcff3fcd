/** The segments with their exact counts: searched, filtered by status, sorted. */
import { useState, type ReactElement } from 'react'
import { inLocale, type Locale } from '../../core/base/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { Choice, Search } from '../parts/choice.tsx'
import { useFormat } from '../parts/format.ts'
import { AsOf } from '../parts/fresh.tsx'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { Empty } from '../parts/problem.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { SegmentBadges } from '../parts/segment-badges.tsx'
import { SortHeader, type Sort } from '../parts/sort-header.tsx'
import { address } from '../router.ts'
import { QualityBadge } from './segment/quality.tsx'

type Column = 'name' | 'count'

const STATUSES = ['all', 'active', 'draft', 'retired'] as const
type Status = (typeof STATUSES)[number]

/** Words are found without regard to case, accents and kinds of space, as people type them. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function select(
  segments: readonly SegmentWire[],
  wish: {
    readonly search: string
    readonly status: Status
    readonly sort: Sort<Column>
    readonly locale: Locale
  },
): readonly SegmentWire[] {
  const { search, status, sort, locale } = wish
  const collator = new Intl.Collator(locale, { numeric: true })
  const sign = sort.descending ? -1 : 1
  return segments
    .filter((s) => status === 'all' || s.status === status)
    .filter((s) =>
      [s.key, inLocale(s.name, locale), s.sentence].some((x) => plain(x).includes(plain(search))),
    )
    .toSorted((a, b) =>
      sort.column === 'count' && a.count !== b.count
        ? sign * ((a.count ?? -1) - (b.count ?? -1))
        : (sort.column === 'name' ? sign : 1) *
          collator.compare(inLocale(a.name, locale), inLocale(b.name, locale)),
    )
}

/** The table of segments, or how to make the first one. */
export function SegmentList({
  segments,
}: {
  readonly segments: readonly SegmentWire[]
}): ReactElement {
  const { t, locale } = useLanguage()
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState<Status>('all')
  const [sort, setSort] = useState<Sort<Column>>({ column: 'count', descending: true })
  const labels = {
    all: t('statusAll'),
    active: t('statusActive'),
    draft: t('statusDraft'),
    retired: t('statusRetired'),
  }
  const found = select(segments, { search, status, sort, locale })
  return (
    <>
      <div className="row spread">
        <div className="row">
          <h2 id="segments-title">{t('segments')}</h2>
          <AsOf />
        </div>
        <a className="button small" href={address(['new'])}>
          <Icon name="plus" />
          {t('navNew')}
        </a>
      </div>
      {segments.length === 0 ? (
        <Empty title={t('noSegmentsTitle')}>
          <p>{t('noSegmentsBody')}</p>
        </Empty>
      ) : (
        <>
          <div className="row filters">
            <Search label={t('searchSegments')} value={search} onChange={setSearch} />
            <Choice
              bare
              label={t('status')}
              value={status}
              options={STATUSES.map((id) => ({ id, label: labels[id] }))}
              onChange={(id) => setStatus(STATUSES.find((s) => s === id) ?? 'all')}
            />
          </div>
          <SegmentTable segments={found} sort={sort} onSort={setSort} />
          {found.length === 0 && <p className="quiet">{t('noMatch')}</p>}
        </>
      )}
    </>
  )
}

function SegmentTable(props: {
  readonly segments: readonly SegmentWire[]
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
}): ReactElement {
  const { t } = useLanguage()
  const { segments, sort, onSort } = props
  return (
    <table className="segment-table">
      <thead>
        <tr>
          <SortHeader column="name" label={t('segmentName')} sort={sort} onSort={onSort} />
          <SortHeader column="count" label={t('customers')} sort={sort} onSort={onSort} numeric />
          <th scope="col" className="number">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {segments.map((segment) => (
          <SegmentRow key={segment.key} segment={segment} />
        ))}
      </tbody>
    </table>
  )
}

function SegmentRow({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const { count, share } = segment
  return (
    <tr>
      <th scope="row">
        <a href={address(['segments', segment.key])}>
          {inLocale(segment.name, locale) || segment.key}
        </a>
        <SegmentBadges segment={segment} />
        <QualityBadge segment={segment} />
        <p className="quiet small-text sentence">{segment.brief}</p>
      </th>
      <td className="number">
        {count === null ? <span className="quiet">{t('notCounted')}</span> : format.number(count)}
      </td>
      <td className="number share">
        {share !== null && (
          <>
            {format.percent(share)}
            <ShareBar share={share} />
          </>
        )}
      </td>
    </tr>
  )
}
