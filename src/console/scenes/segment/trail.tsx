/** Every entry and exit, newest first: who, when it became true, when it was computed, why, by which version. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { ChangeWire, TrailWire } from '../../../core/contract/index.ts'
import { api, saveBlob } from '../../api.ts'
import { useAsk } from '../../data.ts'
import { toCsv } from '../../parts/csv.ts'
import { useFormat } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem, Skeleton } from '../../parts/problem.tsx'
import { Search } from '../../parts/choice.tsx'
import { address } from '../../router.ts'
import type { TimeWord } from '../../words/time.ts'

const PAGE = 20
/** As many as the server gives at once. */
const CSV_PAGE = 500
const CSV_MOST = 20_000

const CAUSES: Readonly<Record<string, TimeWord>> = {
  event: 'causeEvent',
  trait: 'causeTrait',
  list: 'causeList',
  score: 'causeScore',
  definition: 'causeDefinition',
  time: 'causeTime',
  merge: 'causeMerge',
  rebuild: 'causeRebuild',
}

/** The list with its search, pages and CSV. */
export function Trail({ segment }: { readonly segment: string }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const [customer, setCustomer] = useState('')
  const [offset, setOffset] = useState(0)
  const query = { segment, customer: customer.trim(), limit: String(PAGE), offset: String(offset) }
  const { data, error, refetch } = useAsk<TrailWire>('history', '/history', { query, keeps: true })
  const save = async (): Promise<void> => {
    const all: ChangeWire[] = []
    let next: number | null = 0
    while (next !== null && all.length < CSV_MOST) {
      const asked = { ...query, limit: String(CSV_PAGE), offset: String(next) }
      const page: TrailWire = await api.history(asked, { locale })
      all.push(...page.changes)
      next = page.next
    }
    const rows = all.map((c) => [
      c.customerId,
      c.entered ? 'entered' : 'left',
      c.at,
      c.computedAt,
      c.cause,
      c.version,
    ])
    const head = ['customer', 'change', 'at', 'computed_at', 'cause', 'version']
    saveBlob(new Blob([toCsv([head, ...rows])], { type: 'text/csv' }), `${segment}-history.csv`)
  }
  return (
    <>
      <div className="row spread">
        <h2 id="trail-title">{t('changesTitle')}</h2>
        <Button
          className="button small"
          onPress={() => {
            save().catch((e: unknown) => notify({ text: messageOf(e, t), tone: 'bad' }))
          }}
        >
          <Icon name="download" />
          {t('downloadCsv')}
        </Button>
      </div>
      <Search
        label={t('searchMembers')}
        value={customer}
        onChange={(text) => {
          setCustomer(text)
          setOffset(0)
        }}
      />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={6} />}
      {data?.changes.length === 0 && <p className="quiet">{t('noHistoryYet')}</p>}
      {data && data.changes.length > 0 && <TrailTable changes={data.changes} segment={segment} />}
      {data && (offset > 0 || data.next !== null) && (
        <Pages offset={offset} next={data.next} onChange={setOffset} />
      )}
    </>
  )
}

function TrailTable(props: {
  readonly changes: readonly ChangeWire[]
  readonly segment: string
}): ReactElement {
  const { t } = useLanguage()
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t('customer')}</th>
          <th scope="col">{t('change')}</th>
          <th scope="col">{t('becameTrue')}</th>
          <th scope="col">{t('cause')}</th>
          <th scope="col">{t('computed')}</th>
          <th scope="col" className="number">
            {t('version')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.changes.map((c) => (
          <TrailRow key={`${c.customerId} ${c.at} ${c.computedAt} ${c.entered}`} change={c} />
        ))}
      </tbody>
    </table>
  )
}

function TrailRow({ change }: { readonly change: ChangeWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { customerId, segment, entered, at, computedAt, cause, version } = change
  const word = CAUSES[cause]
  return (
    <tr>
      <th scope="row">
        <a className="mono" href={address(['explain'], { customer: customerId, segment })}>
          {customerId}
        </a>
      </th>
      <td>
        <span className={entered ? 'badge good' : 'badge warm'}>
          {entered ? t('entered') : t('left')}
        </span>
      </td>
      <td data-label={t('becameTrue')}>{format.clock(at)}</td>
      <td data-label={t('cause')}>{word === undefined ? cause : t(word)}</td>
      <td data-label={t('computed')} className="quiet">
        {format.clock(computedAt)}
      </td>
      <td data-label={t('version')} className="number">
        {version}
      </td>
    </tr>
  )
}

function Pages(props: {
  readonly offset: number
  readonly next: number | null
  readonly onChange: (offset: number) => void
}): ReactElement {
  const { t } = useLanguage()
  const { offset, next, onChange } = props
  return (
    <div className="row end-line">
      <Button
        className="button small"
        isDisabled={offset === 0}
        onPress={() => onChange(Math.max(0, offset - PAGE))}
      >
        <Icon name="previous" />
        {t('previousPage')}
      </Button>
      <Button
        className="button small"
        isDisabled={next === null}
        onPress={() => next !== null && onChange(next)}
      >
        {t('nextPage')}
        <Icon name="next" />
      </Button>
    </div>
  )
}
