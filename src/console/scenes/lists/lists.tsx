/** All static lists, and making a new one. */
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import { inLocale } from '../../../core/base/index.ts'
import type { ListWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useAsk, useForget, useOverview } from '../../data.ts'
import { TextInput } from '../../parts/choice.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { address, go } from '../../router.ts'

/** The page of all lists. */
export function ListsScene(): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useAsk<readonly ListWire[]>('lists', '/lists')
  return (
    <>
      <div className="head-text">
        <h1>{t('listsTitle')}</h1>
        <p className="quiet">{t('listsIntro')}</p>
      </div>
      <div className="columns">
        <section className="sheet" aria-label={t('listsTitle')}>
          {error && <Problem error={error} retry={() => void refetch()} />}
          {data === undefined && !error && <Skeleton lines={5} />}
          {data?.length === 0 && <p className="quiet">{t('listsNone')}</p>}
          {data && data.length > 0 && <ListTable lists={data} />}
        </section>
        <NewList />
      </div>
    </>
  )
}

function ListTable({ lists }: { readonly lists: readonly ListWire[] }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const nameOf = useListName()
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="number">
            {t('customers')}
          </th>
          <th scope="col">{t('listUsedBy')}</th>
          <th scope="col">{t('keyCreated')}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <tr key={list.name}>
            <th scope="row">
              <a href={address(['lists', list.name])}>{nameOf(list.name)}</a>
              {list.comment !== '' && <p className="quiet small-text">{list.comment}</p>}
            </th>
            <td className="number" data-label={t('customers')}>
              {format.number(list.members)}
            </td>
            <td data-label={t('listUsedBy')}>
              {list.usedBy.length === 0 ? '–' : list.usedBy.join(', ')}
            </td>
            <td data-label={t('keyCreated')} className="quiet">
              {format.date(list.createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Lists that override a segment are called by what they do. */
export function useListName(): (name: string) => string {
  const { t, locale } = useLanguage()
  const segments = useOverview().data?.segments
  return (name) => {
    const [, key, how] = /^segment:(.+):(include|exclude)$/.exec(name) ?? []
    if (key === undefined) return name
    const found = segments?.find((s) => s.key === key)
    const segment = (found && inLocale(found.name, locale)) || key
    return t('overrideOf', {
      how: how === 'include' ? t('overrideInclude') : t('overrideExclude'),
      segment,
    })
  }
}

function NewList(): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const [name, setName] = useState('')
  const [comment, setComment] = useState('')
  const make = useMutation<ListWire, ApiError>({
    mutationFn: () => api.createList(name.trim(), { comment: comment.trim() }, { locale }),
    onSuccess: (made) => {
      forget()
      notify({ text: t('listCreated', { name: made.name }) })
      go(address(['lists', made.name]))
    },
  })
  return (
    <section className="sheet" aria-labelledby="new-list-title">
      <h2 id="new-list-title">{t('listCreate')}</h2>
      <Form
        className="stack tight"
        onSubmit={(e) => {
          e.preventDefault()
          if (name.trim() !== '') make.mutate()
        }}
      >
        <TextInput label={t('listName')} value={name} onChange={setName} />
        <TextInput
          label={t('listComment')}
          value={comment}
          onChange={setComment}
          hint={t('listCommentHint')}
        />
        <Button
          type="submit"
          className="button primary"
          isDisabled={name.trim() === '' || make.isPending}
        >
          {t('listCreate')}
        </Button>
      </Form>
      {make.error && <Problem error={make.error} />}
    </section>
  )
}
