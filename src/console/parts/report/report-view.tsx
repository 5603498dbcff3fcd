/** One report as it is made: on its way, made, or the reason why not and what to do. */
import type { ReactElement } from 'react'
import type { ReportWire } from '../../../core/contract/index.ts'
import { ApiError } from '../../api.ts'
import type { Answer } from '../../data.ts'
import { Evaluate } from '../evaluate.tsx'
import { useLanguage } from '../language.tsx'
import { Empty, Problem, Skeleton } from '../problem.tsx'
import { ReportBody, useSaveTable } from './report-body.tsx'

/** The body, or what stands in its place; the former one is dimmed while a new one is made. */
export function ReportView(props: {
  readonly answer: Answer<ReportWire>
  readonly id: string
}): ReactElement {
  const { t } = useLanguage()
  const { answer, id } = props
  const { data, error, refetch, isPlaceholderData } = answer
  if (error) return <NotMade error={error} retry={() => void refetch()} />
  if (data === undefined) {
    return (
      <div className="sheet">
        <Skeleton lines={7} />
        <p className="quiet small-text late">{t('reportWorking')}</p>
      </div>
    )
  }
  return (
    <div className="stack report-body" aria-busy={isPlaceholderData} data-report={data.name}>
      <Made report={data} id={id} />
    </div>
  )
}

function Made(props: { readonly report: ReportWire; readonly id: string }): ReactElement {
  const { report, id } = props
  const save = useSaveTable(report)
  return <ReportBody report={report} id={id} save={save} />
}

function NotMade(props: { readonly error: unknown; readonly retry: () => void }): ReactElement {
  const { t } = useLanguage()
  const { error, retry } = props
  if (error instanceof ApiError && error.code === 'run/not-evaluated') {
    return (
      <section className="sheet">
        <Empty title={t('noSnapshotTitle')}>
          <p>{t('reportNotEvaluated')}</p>
          <Evaluate primary />
        </Empty>
      </section>
    )
  }
  return <Problem error={error} retry={retry} />
}
