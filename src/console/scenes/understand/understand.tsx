/** All reports by group: what each answers, and what it lacks. */
import type { ReactElement } from 'react'
import type { ReportKindWire } from '../../../core/contract/index.ts'
import { AsOf } from '../../parts/fresh.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { useReports } from '../../parts/report/ask-report.ts'
import { ReportCard } from '../../parts/report/report-card.tsx'
import { address } from '../../router.ts'

/** The page of reports. */
export function UnderstandScene(): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useReports()
  return (
    <>
      <div className="head-text">
        <h1>{t('understandTitle')}</h1>
        <p className="quiet">{t('understandIntro')}</p>
        <AsOf />
      </div>
      <p>
        <a href={address(['models'])}>{t('modelsOpen')}</a>
      </p>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={7} />}
      {data?.length === 0 && <p className="quiet">{t('reportsNone')}</p>}
      {data && <Groups reports={data} />}
    </>
  )
}

/** From knowing whom one has to what to do about it; groups that this page does not know come last. */
const ORDER: readonly string[] = [
  'segments',
  'value',
  'patterns',
  'movement',
  'weak-points',
  'money',
  'voice',
  'data',
]

function place(group: string): number {
  const at = ORDER.indexOf(group)
  return at < 0 ? ORDER.length : at
}

/** Groups in that order, their reports in the order in which the server lists them. */
function Groups({ reports }: { readonly reports: readonly ReportKindWire[] }): ReactElement {
  const groups = new Map(reports.map((report) => [report.group, report.groupLabel]))
  const ordered = [...groups].toSorted(([a], [b]) => place(a) - place(b))
  return (
    <>
      {ordered.map(([group, label]) => (
        <section key={group} className="stack tight" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{label}</h2>
          <div className="cards wide">
            {reports
              .filter((report) => report.group === group)
              .map((report) => (
                <ReportCard key={report.name} report={report} />
              ))}
          </div>
        </section>
      ))}
    </>
  )
}
