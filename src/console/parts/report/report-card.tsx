/** A report as a card: its title, the question it answers, and what it lacks. */
import type { ReactElement } from 'react'
import type { ReportKindWire } from '../../../core/contract/index.ts'
import { address } from '../../router.ts'
import { useLanguage } from '../language.tsx'
import type { Told } from './ask-report.ts'

/** A link to the report, with what it is to be told. */
export function ReportCard(props: {
  readonly report: ReportKindWire
  readonly told?: Told
}): ReactElement {
  const { t } = useLanguage()
  const { report, told } = props
  const { name, title, about, missing } = report
  return (
    <a
      className="card template"
      href={address(['understand', name], told)}
      data-fits={missing.length === 0}
      data-report-card={name}
    >
      <strong>{title}</strong>
      <span className="small-text">{about}</span>
      {missing.length > 0 && (
        <span className="warm small-text">{t('reportLacks', { parts: missing.join(', ') })}</span>
      )}
    </a>
  )
}
