/** What became of a load: every row is accounted for. */
import type { ReactElement } from 'react'
import type { JobWire, LoadReportWire } from '../../../core/contract/index.ts'
import { Evaluate } from '../../parts/evaluate.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Issues } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import type { Word } from '../../words/word.ts'

const STATE_WORDS: Readonly<Record<LoadReportWire['state'], Word>> = {
  done: 'reportDone',
  failed: 'reportFailed',
  cancelled: 'reportCancelled',
  'dry-run': 'reportDry',
  'nothing-new': 'reportNothingNew',
}

/** How a load ended: its report, what it failed of, or that it was cancelled. */
export function LoadEnd({ job }: { readonly job: JobWire }): ReactElement {
  const { t } = useLanguage()
  if (job.error) return <Issues issues={[job.error]} />
  if (job.report !== undefined) return <ImportReport report={job.report as LoadReportWire} />
  return (
    <output className="report" data-state={job.state}>
      <h3>{t(job.state === 'cancelled' ? 'reportCancelled' : 'reportFailed')}</h3>
    </output>
  )
}

/** Figures that add up, reasons with counts, and the way to the rows set aside. */
function ImportReport({ report }: { readonly report: LoadReportWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { read, accepted, rejected, alreadyKnown, reasons, state } = report
  const figures = [
    [t('read'), read],
    [t('accepted'), accepted],
    [t('alreadyKnown'), alreadyKnown],
    [t('rejected'), rejected],
  ] as const
  const isStored = state === 'done'
  return (
    <output className="report" data-state={state}>
      <h3>
        {t(STATE_WORDS[state])}{' '}
        <span className="quiet small-text">{format.duration(report.seconds)}</span>
      </h3>
      <dl className="figures start">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="big">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('sumCheck', { read, accepted, rejected })}</p>
      {report.issues.length > 0 && <Issues issues={report.issues} />}
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      <div className="row">
        {isStored && rejected > 0 && report.quarantine !== null && (
          <a className="button" href={address(['import', String(report.importId)])}>
            {t('quarantine')}
          </a>
        )}
        {isStored && <Evaluate primary />}
      </div>
    </output>
  )
}

function Reasons(props: { readonly reasons: LoadReportWire['reasons'] }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('reasons')}</th>
          <th scope="col" className="number">
            {t('rowsWord')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.reasons.map((reason) => (
          <tr key={reason.code}>
            <td>{reason.message}</td>
            <td className="number">{format.number(reason.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
