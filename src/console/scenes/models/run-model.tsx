/** The button that computes a model now, with its progress and the way to stop it. */
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { JobWire, ModelWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useForget, useJob } from '../../data.ts'
import { Icon } from '../../parts/icon.tsx'
import { JobProgress } from '../../parts/job.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { messageOf } from '../../parts/problem.tsx'

/** When it is done, everything that rests on its scores is asked for anew. */
export function RunModel(props: {
  readonly model: Pick<ModelWire, 'key' | 'label' | 'missing'>
  readonly primary?: boolean
}): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const { model, primary } = props
  const [id, setId] = useState<string>()
  const begin = useMutation<JobWire, ApiError>({
    mutationFn: () => api.runModel(model.key, { locale }),
    onSuccess: (job) => setId(job.id),
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  const { label } = model
  const onEnd = useCallback(
    (job: JobWire) => {
      setId(undefined)
      forget()
      if (job.state === 'done') notify({ text: t('modelRan', { name: label }) })
      else if (job.state === 'cancelled') notify({ text: t('modelStopped') })
      else notify({ text: job.error?.message ?? t('errorTitle'), tone: 'bad' })
    },
    [forget, notify, t, label],
  )
  const job = useJob(id, onEnd).data
  if (id !== undefined && job !== undefined && job.state === 'running') {
    return <JobProgress job={job} label={t('modelRunning', { name: label })} />
  }
  return (
    <Button
      className={primary === true ? 'button primary' : 'button small'}
      aria-label={t('modelRunNamed', { name: label })}
      isDisabled={begin.isPending || id !== undefined || model.missing.length > 0}
      onPress={() => begin.mutate()}
    >
      <Icon name="refresh" />
      {t('modelRun')}
    </Button>
  )
}
