/** The button that counts all segments anew, now or as of the past, with its progress; one at a time for the whole page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useState, type ReactElement } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { EvaluationWire, JobWire } from '../../core/contract/index.ts'
import { api } from '../api.ts'
import { forgetDerived, useJob } from '../data.ts'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { JobProgress } from './job.tsx'
import { useLanguage } from './language.tsx'
import { pastMoment } from './moment.ts'
import { useNotify } from './notices.tsx'
import { messageOf, Skeleton } from './problem.tsx'

const EvaluateWhen = lazy(async () => ({
  default: (await import('./evaluate-when.tsx')).EvaluateWhen,
}))

/** Which evaluation is under way, shared by every button through the query cache. */
const SLOT = ['evaluation'] as const

/** Starts evaluations; whoever shows a button may, `Evaluate` alone follows and tells how it went. */
export function useStartEvaluation(): {
  readonly id: string | undefined
  readonly isRunning: boolean
  /** As of now, or of an instant, or of the end of a day. */
  readonly start: (asOf?: string) => void
} {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const notify = useNotify()
  const running = useQuery<string | null>({
    queryKey: SLOT,
    queryFn: () => null,
    staleTime: Infinity,
  })
  const begin = useMutation({
    mutationFn: (asOf: string | undefined) => api.evaluate(asOf, { locale }),
    onSuccess: (started) => client.setQueryData(SLOT, started.id),
    onError: (error) => notify({ text: messageOf(error, t), tone: 'bad' }),
  })
  const id = running.data ?? undefined
  return { id, isRunning: begin.isPending || id !== undefined, start: (asOf) => begin.mutate(asOf) }
}

/** Follows the evaluation under way to its end. */
function useEvaluation(id: string | undefined): JobWire | undefined {
  const { t } = useLanguage()
  const format = useFormat()
  const client = useQueryClient()
  const notify = useNotify()
  const onEnd = useCallback(
    (job: JobWire) => {
      client.setQueryData(SLOT, null)
      forgetDerived(client)
      if (job.state === 'done') {
        const past = pastMoment((job.report as EvaluationWire | undefined)?.snapshot)
        notify({
          text:
            past === undefined
              ? t('evaluateDone')
              : t('evaluateDonePast', { date: format.dateTime(past) }),
        })
      } else if (job.state === 'cancelled') notify({ text: t('evaluateCancelled') })
      else notify({ text: job.error?.message ?? t('errorTitle'), tone: 'bad' })
    },
    [client, notify, t, format],
  )
  const job = useJob(id, onEnd).data
  return id === undefined ? undefined : job
}

/** The button with its menu of moments, replaced by the progress while it works. */
export function Evaluate({ primary }: { readonly primary?: boolean }): ReactElement {
  const { t } = useLanguage()
  const { id, isRunning, start } = useStartEvaluation()
  const job = useEvaluation(id)
  if (job !== undefined && job.state === 'running') {
    return <JobProgress job={job} label={t('evaluating')} />
  }
  const look = primary === true ? 'button primary' : 'button'
  return (
    <div className="split">
      <Button className={look} onPress={() => start()} isDisabled={isRunning}>
        <Icon name="refresh" />
        {t('evaluate')}
      </Button>
      <Moments look={look} isDisabled={isRunning} start={start} />
    </div>
  )
}

function Moments(props: {
  readonly look: string
  readonly isDisabled: boolean
  readonly start: (asOf: string | undefined) => void
}): ReactElement {
  const { t } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={props.look} aria-label={t('evaluateWhen')} isDisabled={props.isDisabled}>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="dialog when">
          <Suspense fallback={<Skeleton lines={4} />}>
            <EvaluateWhen
              onStart={(asOf) => {
                setOpen(false)
                props.start(asOf)
              }}
            />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
