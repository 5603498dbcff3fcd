/** One static list: who is on it, adding and removing, and every edit with who and why. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { ListPageWire } from '../../../core/contract/index.ts'
import { api, saveBlob } from '../../api.ts'
import { useAsk } from '../../data.ts'
import { toCsv } from '../../parts/csv.ts'
import { useFormat } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { ListForm, useListEdit } from '../../parts/form/list-form.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf, Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { useListName } from './lists.tsx'

const PAGE = '50'

/** The page of a list. */
export function ListScene({ name }: { readonly name: string }): ReactElement {
  const { t } = useLanguage()
  const nameOf = useListName()
  const [pages, setPages] = useState<readonly string[]>([''])
  const path = `/lists/${encodeURIComponent(name)}`
  const query = { limit: PAGE, after: pages.at(-1) ?? '' }
  const { data, error, refetch } = useAsk<ListPageWire>('lists', path, { query, keeps: true })
  return (
    <>
      <div className="head-text">
        <p className="small-text">
          <a href={address(['lists'])}>{t('listsTitle')}</a>
        </p>
        <h1>{nameOf(name)}</h1>
        {data !== undefined && data.comment !== '' && <p className="quiet">{data.comment}</p>}
        {!name.startsWith('segment:') && (
          <p className="quiet small-text">
            {t('listUse')} <code>{`in list "${name}"`}</code>
          </p>
        )}
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={6} />}
      {data && (
        <div className="columns">
          <ListMembers list={data} pages={pages} onPages={setPages} />
          <div className="stack">
            <section className="sheet" aria-labelledby="edit-list-title">
              <h2 id="edit-list-title">{t('overrideEdit')}</h2>
              <ListForm list={name} />
            </section>
            <ListEdits list={data} />
          </div>
        </div>
      )}
    </>
  )
}

function ListMembers(props: {
  readonly list: ListPageWire
  readonly pages: readonly string[]
  readonly onPages: (pages: readonly string[]) => void
}): ReactElement {
  const { t, n, locale } = useLanguage()
  const notify = useNotify()
  const { list, pages, onPages } = props
  const edit = useListEdit(list.name)
  const save = async (): Promise<void> => {
    const ids: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: ListPageWire = await api.list(list.name, after, { locale })
      ids.push(...page.customers)
      after = page.next
    }
    const rows = [['customer'], ...ids.map((id) => [id])]
    saveBlob(new Blob([toCsv(rows)], { type: 'text/csv' }), `${list.name}.csv`)
  }
  return (
    <section className="sheet" aria-labelledby="listed-title">
      <div className="row spread">
        <h2 id="listed-title">{n('members', list.members)}</h2>
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
      {list.customers.length === 0 && <p className="quiet">{t('listEmpty')}</p>}
      <ul className="chips">
        {list.customers.map((customer) => (
          <li key={customer}>
            <span className="mono">{customer}</span>
            <Button
              className="icon-button"
              aria-label={t('listTake', { customer })}
              isDisabled={edit.isPending}
              onPress={() => edit.mutate({ remove: [customer] })}
            >
              <Icon name="cross" />
            </Button>
          </li>
        ))}
      </ul>
      <PageButtons next={list.next} pages={pages} onPages={onPages} />
    </section>
  )
}

function PageButtons(props: {
  readonly next: string | null
  readonly pages: readonly string[]
  readonly onPages: (pages: readonly string[]) => void
}): ReactElement | null {
  const { t } = useLanguage()
  const { next, pages, onPages } = props
  if (pages.length === 1 && next === null) return null
  return (
    <div className="row end-line">
      <Button
        className="button small"
        isDisabled={pages.length === 1}
        onPress={() => onPages(pages.slice(0, -1))}
      >
        {t('previousPage')}
      </Button>
      <Button
        className="button small"
        isDisabled={next === null}
        onPress={() => next !== null && onPages([...pages, next])}
      >
        {t('nextPage')}
      </Button>
    </div>
  )
}

function ListEdits({ list }: { readonly list: ListPageWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <section className="sheet" aria-labelledby="edits-title">
      <h2 id="edits-title">{t('listEdits')}</h2>
      {list.edits.length === 0 && <p className="quiet">{t('listNobody')}</p>}
      <ol className="versions">
        {list.edits.map((edit) => (
          <li key={`${edit.at} ${edit.added} ${edit.removed}`} className="version">
            <p>
              {t('listEdited', {
                added: format.number(edit.added),
                removed: format.number(edit.removed),
              })}
              {edit.why !== '' && ` “${edit.why}”`}
            </p>
            <p className="quiet small-text">
              {t('byWho', { who: edit.who, date: format.dateTime(edit.at) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
