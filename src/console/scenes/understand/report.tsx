/** One report: what it answers, as of when, what it is told, what it found. */
import type { ReactElement } from 'react'
import type { ReportKindWire, ReportWire } from '../../../core/contract/index.ts'
import { formatOf } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Empty, Problem, Skeleton } from '../../parts/problem.tsx'
import { useReport, useReports, type Told } from '../../parts/report/ask-report.ts'
import { SegmentLink } from '../../parts/report/findings.tsx'
import { ReportView } from '../../parts/report/report-view.tsx'
import { address } from '../../router.ts'
import { ReportForm } from './report-form.tsx'

/** The page of a report; the address keeps what it is told, so that it can be shared. */
export function ReportScene(props: {
  readonly name: string
  readonly told: URLSearchParams
}): ReactElement {
  const { t } = useLanguage()
  const { name } = props
  const { data, error, refetch } = useReports()
  const kind = data?.find((report) => report.name === name)
  if (data === undefined) {
    return error ? <Problem error={error} retry={() => void refetch()} /> : <Skeleton lines={7} />
  }
  if (kind === undefined) {
    return (
      <div className="sheet">
        <h1>{t('reportGone', { name })}</h1>
        <a href={address(['understand'])}>{t('understandTitle')}</a>
      </div>
    )
  }
  return <Report kind={kind} told={Object.fromEntries(props.told)} />
}

function Report(props: { readonly kind: ReportKindWire; readonly told: Told }): ReactElement {
  const { kind, told } = props
  const open = kind.parameters.find(
    (parameter) => parameter.required && !told[parameter.name] && parameter.default === null,
  )
  const isPossible = kind.missing.length === 0 && open === undefined
  const answer = useReport(kind.name, told, isPossible)
  return (
    <>
      <Head kind={kind} report={isPossible ? answer.data : undefined} />
      {kind.parameters.length > 0 && kind.missing.length === 0 && (
        <ReportForm kind={kind} told={told} isBusy={isPossible && answer.isFetching} />
      )}
      {isPossible ? (
        <ReportView answer={answer} id="report" />
      ) : (
        <NotYet kind={kind} open={open?.label} />
      )}
    </>
  )
}

function Head(props: {
  readonly kind: ReportKindWire
  readonly report: ReportWire | undefined
}): ReactElement {
  const { t, locale } = useLanguage()
  const { kind, report } = props
  const segment = report?.parameters['segment']
  return (
    <div className="head-text">
      <p className="small-text">
        <a href={address(['understand'])}>{t('understandTitle')}</a>
      </p>
      <h1>{kind.title}</h1>
      <p className="quiet">{kind.about}</p>
      {report && (
        <p className="quiet small-text" data-as-of={report.asOf}>
          {t('asOf', { date: formatOf(locale, report.timeZone).dateTime(report.asOf) })}
        </p>
      )}
      {segment !== undefined && <SegmentLink segment={segment} />}
    </div>
  )
}

function NotYet(props: {
  readonly kind: ReportKindWire
  readonly open: string | undefined
}): ReactElement {
  const { t } = useLanguage()
  const { kind, open } = props
  return (
    <section className="sheet">
      {kind.missing.length > 0 ? (
        <Empty title={t('reportLacksTitle')}>
          <p>{t('reportLacksBody', { parts: kind.missing.join(', ') })}</p>
        </Empty>
      ) : (
        <p className="quiet">{t('reportChoose', { label: open ?? '' })}</p>
      )}
    </section>
  )
}
