/** Puts the plan in force, with a reason; follows the evaluation to its end. */
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState, type ReactElement } from 'react'
import { Button, Checkbox, Form } from 'react-aria-components'
import type { ApplyWire, JobWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useForget, useJob } from '../../data.ts'
import { TextInput } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { JobProgress } from '../../parts/job.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useNotify } from '../../parts/notices.tsx'
import { Issues, Problem } from '../../parts/problem.tsx'

/** `failed` is the number of examples that do not hold: these must be overruled with a reason. */
export function Apply(props: {
  readonly failed: number
  readonly hasBroken: boolean
  readonly canApply: boolean
}): ReactElement {
  const { t, locale } = useLanguage()
  const notify = useNotify()
  const forget = useForget()
  const { failed, hasBroken, canApply } = props
  const [why, setWhy] = useState('')
  const [force, setForce] = useState(false)
  const [ended, setEnded] = useState<JobWire>()
  const start = useMutation<JobWire, ApiError>({
    mutationFn: () => api.apply({ why: why.trim(), ...(force ? { force } : {}) }, { locale }),
    onMutate: () => setEnded(undefined),
  })
  const onEnd = useCallback(
    (job: JobWire) => {
      setEnded(job)
      if (job.state !== 'done') return
      const { applied } = job.report as ApplyWire
      const names = applied.map((a) => a.key).join(', ')
      notify({ text: applied.length === 0 ? t('applyNothing') : t('applied', { names }) })
      setWhy('')
      forget()
    },
    [forget, notify, t],
  )
  const job = useJob(start.data?.id, onEnd).data
  const isRunning = start.isPending || job?.state === 'running'
  const needsForce = failed > 0 && !(force && why.trim() !== '')
  return (
    <section className="sheet" aria-labelledby="apply-title">
      <h2 id="apply-title">{t('applyTitle')}</h2>
      <Form
        className="stack tight"
        onSubmit={(e) => {
          e.preventDefault()
          if (!isRunning && !needsForce && canApply) start.mutate()
        }}
      >
        <TextInput
          label={t('applyWhy')}
          value={why}
          onChange={setWhy}
          rows={3}
          hint={t('applyWhyHint')}
        />
        {failed > 0 && <Overrule isSelected={force} onChange={setForce} />}
        {hasBroken && <p className="warm small-text">{t('applyBrokenStay')}</p>}
        <Button
          type="submit"
          className="button primary"
          isDisabled={isRunning || needsForce || !canApply}
        >
          <Icon name="check" />
          {t('applyNow')}
        </Button>
      </Form>
      {job?.state === 'running' && <JobProgress job={job} label={t('applying')} />}
      {start.error && <Problem error={start.error} />}
      {ended?.state === 'failed' && ended.error && <Issues issues={[ended.error]} />}
    </section>
  )
}

function Overrule(props: {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}): ReactElement {
  const { t } = useLanguage()
  return (
    <Checkbox className="checkbox" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="check-mark">
        <Icon name="check" />
      </span>
      {t('applyForce')}
    </Checkbox>
  )
}
