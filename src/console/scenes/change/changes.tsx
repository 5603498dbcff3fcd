/** The plan: what the edited files would do to real customers, and putting them in force. */
import type { ReactElement } from 'react'
import type { ChangePlanWire } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Empty, Issues, Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { Apply } from './apply.tsx'
import { ChangedSegment } from './changed-segment.tsx'
import { Cost, Moved } from './plan-parts.tsx'

/** Everything that differs from what is in force. */
export function ChangesScene(): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useAsk<ChangePlanWire>('plan', '/plan', { keeps: true })
  return (
    <>
      <div className="head-text">
        <p className="small-text">
          <a href={address([])}>{t('segments')}</a>
        </p>
        <h1>{t('changesHead')}</h1>
        {data && <Intro plan={data} />}
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={7} />}
      {data && <Plan plan={data} />}
    </>
  )
}

function Intro({ plan }: { readonly plan: ChangePlanWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <p className="quiet">
      {t('changesIntro', { date: format.dateTime(plan.asOf) })}
      {plan.isFirst && ` ${t('changesFirst')}`}
    </p>
  )
}

function Plan({ plan }: { readonly plan: ChangePlanWire }): ReactElement {
  const { t } = useLanguage()
  const { changes, moved, cost } = plan
  // Notes on definitions that stay as they are would bury the change.
  const errors = plan.issues.filter((issue) => issue.severity === 'error')
  if (changes.length === 0) {
    return (
      <section className="sheet">
        <Empty title={t('changesNone')}>
          <p>{t('changesNoneBody')}</p>
        </Empty>
        {errors.length > 0 && <Issues issues={errors} />}
      </section>
    )
  }
  const failed = changes.reduce((sum, change) => sum + change.examples.failed, 0)
  return (
    <div className="columns">
      <div className="stack">
        {changes.map((change) => (
          <ChangedSegment key={change.key} change={change} />
        ))}
        {moved.length > 0 && <Moved moved={moved} />}
      </div>
      <div className="stack">
        <Apply
          failed={failed}
          hasBroken={changes.some((c) => c.pending === 'broken')}
          canApply={changes.some((c) => c.pending !== 'broken')}
        />
        <Cost cost={cost} />
      </div>
    </div>
  )
}
