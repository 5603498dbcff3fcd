/** Whether a segment is good, by its last check: a badge for lists, a panel for its page. */
import type { ReactElement } from 'react'
import type { SegmentQualityWire, SegmentWire } from '../../../core/contract/index.ts'
import { address } from '../../router.ts'
import { useFormat, type Format } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import type { Translate } from '../../words/words.ts'

const TONE: Readonly<Record<SegmentQualityWire['verdict'], string>> = {
  good: 'good',
  'with-care': 'warm',
  'not-yet': 'bad',
}

/** The verdict with what speaks most against it, leading to all of it; nothing before the first check. */
export function QualityBadge({ segment }: { readonly segment: SegmentWire }): ReactElement | null {
  const { t } = useLanguage()
  const { quality } = segment
  if (quality === null) return null
  const { verdict, label, worst } = quality
  return (
    <a
      className={`badge ${TONE[verdict]}`}
      href={address(['segments', segment.key, 'profile'])}
      title={worst?.text ?? t('qualityFine')}
      data-verdict={verdict}
    >
      {worst === null ? label : t('qualityBadge', { label, why: worst.label })}
    </a>
  )
}

/** The same in a sentence, with the day it speaks of and what has changed within a month. */
export function QualityPanel({ segment }: { readonly segment: SegmentWire }): ReactElement | null {
  const { t } = useLanguage()
  const format = useFormat()
  const { quality, count } = segment
  if (count === null) return null
  const more = <a href={address(['segments', segment.key, 'profile'])}>{t('qualityMore')}</a>
  return (
    <section className="sheet" aria-labelledby="quality-title">
      <h2 id="quality-title">{t('qualityTitle')}</h2>
      {quality === null ? (
        <p className="quiet">
          {t('qualityNone')} {more}
        </p>
      ) : (
        <>
          <p>
            <strong>{quality.label}.</strong> {quality.worst?.text ?? t('qualityFine')}
          </p>
          <p className="quiet small-text">
            {[
              t('qualityOf', { date: format.dateTime(quality.asOf) }),
              ...driftText(quality.drift, { t, format }),
            ].join(' · ')}
          </p>
          {quality.outdated && <p className="quiet small-text">{t('qualityOutdated')}</p>}
          <p className="small-text">{more}</p>
        </>
      )}
    </section>
  )
}

function driftText(
  drift: SegmentQualityWire['drift'],
  { t, format }: { readonly t: Translate; readonly format: Format },
): readonly string[] {
  if (drift === null || drift.members === null) return []
  const date = format.date(drift.since)
  const members = format.change(drift.members)
  return drift.spend === null
    ? [t('qualityDriftMembers', { date, members })]
    : [t('qualityDriftBoth', { date, members, spend: format.change(drift.spend) })]
}
