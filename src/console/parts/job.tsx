/** A running job: how far, how fast, how long still, and a way to stop it. */
import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Button, Label, ProgressBar } from 'react-aria-components'
import type { JobWire } from '../../core/contract/index.ts'
import { api } from '../api.ts'
import { useFormat } from './format.ts'
import { useLanguage } from './language.tsx'

/** Progress as a bar; without a known end it moves to and fro. */
export function Progress(props: {
  readonly label: string
  readonly share: number | null
}): ReactElement {
  const { label, share } = props
  return (
    <ProgressBar className="progress" value={(share ?? 0) * 100} isIndeterminate={share === null}>
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className="progress-head">
            <Label>{label}</Label>
            {!isIndeterminate && <span className="number">{valueText}</span>}
          </div>
          <div className="track">
            <div
              className={isIndeterminate ? 'fill moving' : 'fill'}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}

/** A job's progress with rows, rate, remaining time and the button to cancel. */
export function JobProgress(props: {
  readonly job: JobWire
  readonly label: string
}): ReactElement {
  const { t, n, locale } = useLanguage()
  const format = useFormat()
  const { job, label } = props
  const cancel = useMutation({ mutationFn: () => api.cancelJob(job.id, { locale }) })
  const facts = [
    job.rows > 0 && n('rows', job.rows),
    job.rejected > 0 && n('rejectedRows', job.rejected),
    job.rowsPerSecond > 0 && t('perSecond', { rows: format.number(Math.round(job.rowsPerSecond)) }),
    job.secondsLeft !== null &&
      t('timeLeft', { time: format.duration(Math.ceil(job.secondsLeft)) }),
  ].filter((f) => f !== false)
  return (
    <div className="job">
      <Progress label={label} share={job.progress} />
      <div className="row spread">
        <span className="quiet">{facts.join(' · ')}</span>
        <Button
          className="button"
          onPress={() => cancel.mutate()}
          isDisabled={cancel.isPending || job.state !== 'running'}
        >
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
