/** What is particular about a segment: its reports, and those that can be made for its customers alone. */
import type { ReactElement } from 'react'
import type { ReportKindWire, SegmentWire } from '../../../core/contract/index.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Empty, Problem, Skeleton } from '../../parts/problem.tsx'
import { useReport, useReports } from '../../parts/report/ask-report.ts'
import { ReportCard } from '../../parts/report/report-card.tsx'
import { ReportView } from '../../parts/report/report-view.tsx'
import { address } from '../../router.ts'

/** Shown here at once, in this order. */
const SHOWN: readonly string[] = ['profile', 'segment-quality']

/** Reports that can be told a segment and have all they need. */
function useAbout(): {
  readonly shown: readonly ReportKindWire[]
  readonly more: readonly ReportKindWire[]
  readonly error: unknown
  readonly isReady: boolean
} {
  const { data, error } = useReports()
  const able = (data ?? []).filter(
    (report) =>
      report.missing.length === 0 && report.parameters.some(({ name }) => name === 'segment'),
  )
  return {
    shown: SHOWN.flatMap((name) => able.filter((report) => report.name === name)),
    more: able.filter((report) => !SHOWN.includes(report.name)),
    error,
    isReady: data !== undefined,
  }
}

/** The reports, then cards of the others. */
export function Profile({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const { shown, more, error, isReady } = useAbout()
  if (segment.count === null) {
    return (
      <section className="sheet">
        <Empty title={t('tabProfile')}>
          <p>{t('notInSnapshot')}</p>
        </Empty>
      </section>
    )
  }
  if (!isReady) return error ? <Problem error={error} /> : <Skeleton lines={6} />
  return (
    <>
      {shown.map((report) => (
        <Part key={report.name} report={report} segment={segment.key} />
      ))}
      {more.length > 0 && (
        <section className="stack tight" aria-labelledby="more-title">
          <h2 id="more-title">{t('profileMore')}</h2>
          <p className="quiet small-text">{t('profileMoreHint')}</p>
          <div className="cards wide">
            {more.map((report) => (
              <ReportCard key={report.name} report={report} told={{ segment: segment.key }} />
            ))}
          </div>
        </section>
      )}
      {shown.length + more.length === 0 && <p className="quiet">{t('reportsNone')}</p>}
    </>
  )
}

function Part(props: {
  readonly report: ReportKindWire
  readonly segment: string
}): ReactElement | null {
  const { t } = useLanguage()
  const { report, segment } = props
  const told = { segment }
  const answer = useReport(report.name, told, true)
  // A server of an older make does not know it.
  if (answer.error?.status === 404) return null
  return (
    <section className="stack" aria-labelledby={`part-${report.name}`}>
      <div className="row spread">
        <div className="head-text">
          <h2 id={`part-${report.name}`} className="part-title">
            {report.title}
          </h2>
          <p className="quiet">{report.about}</p>
        </div>
        <a className="button small" href={address(['understand', report.name], told)}>
          {t('profileOpen')}
        </a>
      </div>
      <ReportView answer={answer} id={`part-${report.name}`} />
    </section>
  )
}
