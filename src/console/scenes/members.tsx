/** Who is in a segment, each with the reason; searched, paged, taken away as CSV, explained on demand. */
import { useDeferredValue, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { MemberWire, SegmentWire } from '../../core/contract/index.ts'
import { download } from '../api.ts'
import { useMembers } from '../data.ts'
import { Search } from '../parts/choice.tsx'
import { AsOf } from '../parts/fresh.tsx'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { useNotify } from '../parts/notices.tsx'
import { messageOf, Problem, Skeleton } from '../parts/problem.tsx'
import { ExplainDialog } from './explain-dialog.tsx'

/** Ten people with the reason fit a screen; a page of twenty needs little scrolling. */
const PAGE = 20

/** The members of a counted segment. */
export function Members({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t, n, locale } = useLanguage()
  const notify = useNotify()
  const [search, setSearch] = useState('')
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const [asked, setAsked] = useState<string>()
  const settled = useDeferredValue(search.trim())
  const after = pages.at(-1)
  const page = useMembers(
    segment.key,
    { search: settled, limit: PAGE, ...(after === undefined ? {} : { after }) },
    true,
  )
  // The total counts everybody; of those searched for the number is known when they fit on one page.
  const isWhole = settled !== '' && pages.length === 1 && page.data?.next === null
  const save = (): void => {
    download(`/segments/${encodeURIComponent(segment.key)}/members.csv`, `${segment.key}.csv`, {
      locale,
    }).catch((error: unknown) => notify({ text: messageOf(error, t), tone: 'bad' }))
  }
  return (
    <>
      <div className="row spread">
        <h2 id="members-title">{t('members')}</h2>
        <Button className="button small" onPress={save}>
          <Icon name="download" />
          {t('downloadCsv')}
        </Button>
      </div>
      <Search
        label={t('searchMembers')}
        value={search}
        onChange={(text) => {
          setSearch(text)
          setPages([undefined])
        }}
      />
      {page.error && <Problem error={page.error} retry={() => void page.refetch()} />}
      {page.data === undefined && !page.error && <Skeleton lines={8} />}
      {page.data && page.data.members.length > 0 && (
        <MemberTable members={page.data.members} onAsk={setAsked} />
      )}
      {page.data?.members.length === 0 && (
        <p className="quiet">
          {settled === '' ? t('noMembers') : t('noMembersFound', { text: settled })}
        </p>
      )}
      {page.data && (
        <div className="row spread">
          <output className="quiet">
            {settled === '' && n('members', page.data.total)}
            {isWhole && n('members', page.data.members.length)} <AsOf />
          </output>
          <Pager pages={pages} next={page.data.next} onChange={setPages} />
        </div>
      )}
      <ExplainDialog customer={asked} segment={segment} onClose={() => setAsked(undefined)} />
    </>
  )
}

function MemberTable(props: {
  readonly members: readonly MemberWire[]
  readonly onAsk: (customer: string) => void
}): ReactElement {
  const { t } = useLanguage()
  return (
    <table className="member-table">
      <thead>
        <tr>
          <th scope="col">{t('customer')}</th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {props.members.map(({ customerId, reason }) => (
          <tr key={customerId}>
            <th scope="row">
              <Button
                className="link mono"
                aria-label={t('fullReason', { customer: customerId })}
                onPress={() => props.onAsk(customerId)}
              >
                {customerId}
              </Button>
            </th>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pager(props: {
  readonly pages: readonly (string | undefined)[]
  readonly next: string | null
  readonly onChange: (pages: readonly (string | undefined)[]) => void
}): ReactElement | null {
  const { t } = useLanguage()
  const { pages, next, onChange } = props
  if (pages.length === 1 && next === null) return null
  return (
    <div className="row">
      <Button
        className="button small"
        isDisabled={pages.length === 1}
        onPress={() => onChange(pages.slice(0, -1))}
      >
        <Icon name="previous" />
        {t('previousPage')}
      </Button>
      <Button
        className="button small"
        isDisabled={next === null}
        onPress={() => next !== null && onChange([...pages, next])}
      >
        {t('nextPage')}
        <Icon name="next" />
      </Button>
    </div>
  )
}
