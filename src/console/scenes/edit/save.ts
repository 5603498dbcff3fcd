/** Saving a draft: undo afterwards, and both versions side by side when somebody else was quicker. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { inLocale } from '../../../core/base/index.ts'
import type { SegmentWire } from '../../../core/contract/index.ts'
import { api, ApiError } from '../../api.ts'
import { useForget } from '../../data.ts'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf } from '../../parts/problem.tsx'
import { address, go } from '../../router.ts'
import { draftOf, keep, tidyText, type Draft } from './draft.ts'

/** What to do about a conflict. */
export type Settlement = 'mine' | 'theirs' | 'later'

interface Saving {
  /** `review` goes on to what applying would change. */
  readonly save: (draft: Draft, review?: boolean) => void
  readonly isSaving: boolean
  /** The version that somebody else saved; present while there is a conflict. */
  readonly theirs: SegmentWire | undefined
  readonly settle: (how: Settlement, mine: Draft) => void
}

/** Puts back what was there before a save: the former version, or nothing. */
function useUndo(): (before: Draft, after: SegmentWire) => void {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  return (before, after) => {
    const isNew = before.revision === undefined
    const done = isNew
      ? api.deleteSegment(after.key, { locale })
      : api.saveSegment({ ...before, revision: after.revision }, { locale })
    done
      .then(() => {
        if (isNew) go(address([]))
        forget(isNew ? after.key : undefined)
        notify({
          text: t(isNew ? 'deleted' : 'restored', {
            name: inLocale(after.name, locale) || after.key,
          }),
        })
      })
      .catch((error: unknown) => notify({ text: messageOf(error, t), tone: 'bad' }))
  }
}

/** `restart` begins a new edit from what was saved. */
export function useSave(options: {
  readonly segmentKey: string | undefined
  readonly saved: Draft
  readonly restart: (from: Draft) => void
}): Saving {
  const { segmentKey, saved, restart } = options
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const undo = useUndo()
  const [theirs, setTheirs] = useState<SegmentWire>()
  const mutation = useMutation({
    mutationFn: ({ draft }: { readonly draft: Draft; readonly review: boolean }) =>
      api.saveSegment(
        { ...draft, name: tidyText(draft.name), why: tidyText(draft.why) },
        { locale },
      ),
    onSuccess: (after, { review }) => {
      keep(segmentKey, undefined)
      restart(draftOf(after))
      forget()
      go(address(review ? ['changes'] : ['segments', after.key]))
      notify({
        text: [
          t('saved', { name: inLocale(after.name, locale) || after.key }),
          ...(after.status === 'active' ? [t('savedApply')] : []),
        ].join(' '),
        action: { label: t('undo'), run: () => undo(saved, after) },
      })
    },
    onError: async (error, { draft }) => {
      if (error instanceof ApiError && error.status === 409) {
        setTheirs(await api.segment(draft.key, { locale }))
      } else notify({ text: messageOf(error, t), tone: 'bad' })
    },
  })
  return {
    save: (draft, review = false) => mutation.mutate({ draft, review }),
    isSaving: mutation.isPending,
    theirs,
    settle: (how, mine) => {
      setTheirs(undefined)
      if (theirs === undefined || how === 'later') return
      if (how === 'theirs') restart(draftOf(theirs))
      else mutation.mutate({ draft: { ...mine, revision: theirs.revision }, review: false })
    },
  }
}
