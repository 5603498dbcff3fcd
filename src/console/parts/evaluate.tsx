/** The button that counts all segments anew, with its progress; one at a time for the whole page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { JobWire } from '../../core/contract/index.ts'
import { api } from '../api.ts'
import { forgetDerived, useJob } from '../data.ts'
import { Icon } from './icon.tsx'
import { JobProgress } from './job.tsx'
import { useLanguage } from './language.tsx'
import { useNotify } from './notices.tsx'
import { messageOf } from './problem.tsx'

/** Which evaluation is under way, shared by every button through the query cache. */
const SLOT = ['evaluation'] as const

/** Starts an evaluation and tells how it went. */
export function useEvaluation(): {
  readonly job: JobWire | undefined
  readonly isRunning: boolean
  readonly start: () => void
} {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const notify = useNotify()
  const running = useQuery<string | null>({
    queryKey: SLOT,
    queryFn: () => null,
    staleTime: Infinity,
  })
  const onEnd = useCallback(
    (job: JobWire) => {
      client.setQueryData(SLOT, null)
      forgetDerived(client)
      if (job.state === 'done') notify({ text: t('evaluateDone') })
      else if (job.state === 'cancelled') notify({ text: t('evaluateCancelled') })
      else notify({ text: job.error?.message ?? t('errorTitle'), tone: 'bad' })
    },
    [client, notify, t],
  )
  const id = running.data ?? undefined
  const job = useJob(id, onEnd).data
  const begin = useMutation({
    mutationFn: () => api.evaluate({ locale }),
    onSuccess: (started) => client.setQueryData(SLOT, started.id),
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  return {
    job: id === undefined ? undefined : job,
    isRunning: begin.isPending || id !== undefined,
    start: () => begin.mutate(),
  }
}

/** The button, replaced by the progress while it works. */
export function Evaluate({ primary }: { readonly primary?: boolean }): ReactElement {
  const { t } = useLanguage()
  const { job, isRunning, start } = useEvaluation()
  if (job !== undefined && job.state === 'running') {
    return <JobProgress job={job} label={t('evaluating')} />
  }
  return (
    <Button
      className={primary === true ? 'button primary' : 'button'}
      onPress={start}
      isDisabled={isRunning}
    >
      <Icon name="refresh" />
      {t('evaluate')}
    </Button>
  )
}
