/** Adds pasted ids to a list, or takes them off; says which ids nobody has. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { ListEditRequest, ListEditWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useForget } from '../../data.ts'
import { TextInput } from '../choice.tsx'
import { useFormat } from '../format.ts'
import { idsIn } from './id-text.ts'
import { useLanguage } from '../language.tsx'
import { useNotify } from '../notices.tsx'
import { Problem } from '../problem.tsx'

/** Sends edits of one list, tells what they did, and asks anew for what depends on it. */
export function useListEdit(
  list: string,
  onDone?: () => void,
): UseMutationResult<ListEditWire, ApiError, ListEditRequest> {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const notify = useNotify()
  const forget = useForget()
  return useMutation<ListEditWire, ApiError, ListEditRequest>({
    mutationFn: (edit) => api.editList(list, edit, { locale }),
    onSuccess: (done) => {
      onDone?.()
      forget()
      const { added, removed, unknown, unknownCount } = done
      const parts = [
        t('listEdited', { added: format.number(added), removed: format.number(removed) }),
        ...(unknownCount === 0
          ? []
          : [t('listUnknown', { n: unknownCount, ids: unknown.join(', ') })]),
      ]
      notify({ text: parts.join(' '), tone: unknownCount === 0 ? 'good' : 'bad' })
    },
  })
}

/** The field for ids with its reason and both buttons. */
export function ListForm({ list }: { readonly list: string }): ReactElement {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const edit = useListEdit(list, () => {
    setText('')
    setWhy('')
  })
  const ids = idsIn(text)
  const reason = why.trim() === '' ? {} : { why: why.trim() }
  const isDisabled = ids.length === 0 || edit.isPending
  return (
    <div className="stack tight">
      <TextInput
        label={t('listIds')}
        value={text}
        onChange={setText}
        rows={4}
        mono
        hint={t('listIdsHint')}
      />
      <TextInput label={t('listWhy')} value={why} onChange={setWhy} />
      <div className="row">
        <Button
          className="button primary"
          isDisabled={isDisabled}
          onPress={() => edit.mutate({ add: ids, ...reason })}
        >
          {t('listAdd', { n: ids.length })}
        </Button>
        <Button
          className="button"
          isDisabled={isDisabled}
          onPress={() => edit.mutate({ remove: ids, ...reason })}
        >
          {t('listRemove', { n: ids.length })}
        </Button>
      </div>
      {edit.error && <Problem error={edit.error} />}
    </div>
  )
}
