/** Deletes a segment at once and offers to bring it back: no question beforehand, nothing lost. */
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { inLocale } from '../../core/base/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { api } from '../api.ts'
import { useForget } from '../data.ts'
import { Icon } from '../parts/icon.tsx'
import { useLanguage } from '../parts/language.tsx'
import { useNotify } from '../parts/notices.tsx'
import { messageOf } from '../parts/problem.tsx'
import { address, go } from '../router.ts'

/** The button; undo writes the file anew with the same content. */
export function DeleteSegment({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const label = inLocale(segment.name, locale) || segment.key
  const complain = (error: unknown): void => notify({ text: messageOf(error, t), tone: 'bad' })
  const { key, name, why, status, definition } = segment
  const restore = useMutation({
    mutationFn: () => api.saveSegment({ key, name, why, status, definition }, { locale }),
    onSuccess: () => {
      forget()
      notify({ text: t('restored', { name: label }) })
    },
    onError: complain,
  })
  const remove = useMutation({
    mutationFn: () => api.deleteSegment(key, { locale }),
    onSuccess: () => {
      go(address([]))
      forget(key)
      notify({
        text: t('deleted', { name: label }),
        action: { label: t('undo'), run: () => restore.mutate() },
      })
    },
    onError: complain,
  })
  return (
    <Button
      className="icon-button"
      aria-label={t('remove')}
      isDisabled={remove.isPending}
      onPress={() => remove.mutate()}
    >
      <Icon name="trash" />
    </Button>
  )
}
