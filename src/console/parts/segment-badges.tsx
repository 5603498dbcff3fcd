/** What is particular about a segment: draft, retired, edited since it was counted, wrong. */
import type { ReactElement } from 'react'
import type { SegmentWire } from '../../core/contract/index.ts'
import { useLanguage } from './language.tsx'

/** An active segment in good order has no badge. */
export function SegmentBadges({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const hasErrors = segment.issues.some((i) => i.severity === 'error')
  return (
    <>
      {segment.status === 'draft' && <span className="badge">{t('statusDraft')}</span>}
      {segment.status === 'retired' && <span className="badge">{t('statusRetired')}</span>}
      {segment.stale && (
        <span className="badge warm" title={t('staleHint')}>
          {t('stale')}
        </span>
      )}
      {hasErrors && <span className="badge bad">{t('hasErrors')}</span>}
    </>
  )
}
