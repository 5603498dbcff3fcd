/** Other ids of one customer: merged into it, and taken back exactly. */
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import type { MergeWire } from '../../core/contract/index.ts'
import { api, type ApiError } from '../api.ts'
import { useAsk, useForget } from '../data.ts'
import { TextInput } from '../parts/choice.tsx'
import { useFormat } from '../parts/format.ts'
import { useLanguage } from '../parts/language.tsx'
import { useNotify } from '../parts/notices.tsx'
import { messageOf, Problem } from '../parts/problem.tsx'

/** The merges of a customer, whichever side of them it is on. */
export function Merges({ customer }: { readonly customer: string }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const [alias, setAlias] = useState('')
  const { data } = useAsk<readonly MergeWire[]>('merges', '/merges', { query: { limit: '500' } })
  const mine = data?.filter((m) => m.customer === customer || m.alias === customer) ?? []
  const merge = useMutation<MergeWire, ApiError>({
    mutationFn: () => api.merge({ alias: alias.trim(), customer }, { locale }),
    onSuccess: (made) => {
      setAlias('')
      forget()
      notify({ text: t('mergeDone', { alias: made.alias, customer: made.customer }) })
    },
  })
  return (
    <section className="sheet" aria-labelledby="merges-title">
      <h2 id="merges-title">{t('mergesTitle')}</h2>
      <p className="quiet small-text">{t('mergesIntro')}</p>
      {mine.length > 0 && (
        <ul className="versions">
          {mine.map((one) => (
            <Merge key={one.id} merge={one} />
          ))}
        </ul>
      )}
      <Form
        className="row end question"
        onSubmit={(e) => {
          e.preventDefault()
          if (alias.trim() !== '') merge.mutate()
        }}
      >
        <TextInput
          label={t('mergeAlias')}
          value={alias}
          onChange={setAlias}
          mono
          hint={t('mergeAliasHint', { customer })}
        />
        <Button
          type="submit"
          className="button"
          isDisabled={alias.trim() === '' || merge.isPending}
        >
          {t('mergeDo')}
        </Button>
      </Form>
      {merge.error && <Problem error={merge.error} />}
    </section>
  )
}

function Merge({ merge }: { readonly merge: MergeWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const notify = useNotify()
  const forget = useForget()
  const { alias, customer, state, mergedAt, undoneAt } = merge
  const undo = useMutation<MergeWire, ApiError>({
    mutationFn: () => api.unmerge(alias, { locale }),
    onSuccess: () => {
      forget()
      notify({ text: t('mergeUndone', { alias }) })
    },
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  const words = {
    open: t('mergeOpen'),
    done: t('mergeIs', { date: format.dateTime(mergedAt) }),
    undoing: t('mergeUndoing'),
    undone: t('mergeWas', { date: format.dateTime(undoneAt ?? mergedAt) }),
  }
  return (
    <li className="row spread" data-merge={alias} data-state={state}>
      <span>
        <span className="mono">{alias}</span> → <span className="mono">{customer}</span>{' '}
        <span className="quiet small-text">{words[state]}</span>
      </span>
      {(state === 'done' || state === 'open') && (
        <Button
          className="button small"
          aria-label={`${t('mergeUndo')}: ${alias}`}
          isDisabled={undo.isPending}
          onPress={() => undo.mutate()}
        >
          {t('mergeUndo')}
        </Button>
      )}
    </li>
  )
}
