/** What a report found, in words: tone by icon, colour and word, and the way to the customers meant. */
import type { ReactElement } from 'react'
import { inLocale } from '../../../core/base/index.ts'
import type { ReportFindingWire } from '../../../core/contract/index.ts'
import { useOverview } from '../../data.ts'
import { address } from '../../router.ts'
import type { ReportWord } from '../../words/report.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useLanguage } from '../language.tsx'

const TONES: Readonly<
  Record<ReportFindingWire['tone'], { readonly icon: IconName; readonly word: ReportWord }>
> = {
  good: { icon: 'good', word: 'toneGood' },
  neutral: { icon: 'info', word: 'toneNeutral' },
  bad: { icon: 'bad', word: 'toneBad' },
  caution: { icon: 'warning', word: 'toneCaution' },
}

/** In the order of the report: what matters most comes first. */
export function Findings(props: {
  readonly findings: readonly ReportFindingWire[]
  /** The segment that the whole report is about; no finding needs to lead there. */
  readonly here: string | undefined
}): ReactElement {
  const { t } = useLanguage()
  const { findings, here } = props
  if (findings.length === 0) return <p className="quiet">{t('reportSilent')}</p>
  return (
    <ul className="findings">
      {findings.map((finding, i) => (
        <Entry key={`${finding.code} ${i}`} finding={finding} here={here} />
      ))}
    </ul>
  )
}

function Entry(props: {
  readonly finding: ReportFindingWire
  readonly here: string | undefined
}): ReactElement {
  const { t } = useLanguage()
  const { tone, text, definition, code } = props.finding
  const segment = props.finding.segment === props.here ? null : props.finding.segment
  const { icon, word } = TONES[tone]
  return (
    <li className="finding" data-tone={tone} data-finding={code}>
      <span className="tone">
        <Icon name={icon} />
        <span>{t(word)}</span>
      </span>
      <p className="finding-text">{text}</p>
      {(definition !== null || segment !== null) && (
        <div className="finding-ways">
          {definition !== null && (
            <a className="button small" href={address(['new'], { definition, why: text })}>
              <Icon name="people" />
              {t('reportLook')}
            </a>
          )}
          {segment !== null && <SegmentLink segment={segment} />}
        </div>
      )}
    </li>
  )
}

/** Leads to a segment by its name. */
export function SegmentLink({ segment }: { readonly segment: string }): ReactElement {
  const { t, locale } = useLanguage()
  const known = useOverview().data?.segments.find((one) => one.key === segment)
  const name = inLocale(known?.name ?? {}, locale) || segment
  return (
    <a className="button small quiet" href={address(['segments', segment])}>
      {t('reportSegment', { name })}
    </a>
  )
}
