/** What is particular about a segment: draft, retired, edited but not applied, wrong, carried. */
import type { ReactElement } from 'react'
import type { SegmentWire } from '../../core/contract/index.ts'
import type { ChangeWord } from '../words/change.ts'
import { useLanguage } from './language.tsx'

const PENDING: Readonly<Record<'added' | 'changed' | 'status' | 'removed', ChangeWord>> = {
  added: 'pendingAdded',
  changed: 'pendingChanged',
  status: 'pendingStatus',
  removed: 'pendingRemoved',
}

/** An active segment in good order has no badge. */
export function SegmentBadges({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const { pending, carried } = segment.standing
  const hasErrors = segment.issues.some((i) => i.severity === 'error')
  return (
    <>
      {segment.status === 'draft' && <span className="badge">{t('statusDraft')}</span>}
      {segment.status === 'retired' && <span className="badge">{t('statusRetired')}</span>}
      {pending !== 'none' && pending !== 'broken' && (
        <span className="badge warm">{t(PENDING[pending])}</span>
      )}
      {(hasErrors || pending === 'broken') && <span className="badge bad">{t('hasErrors')}</span>}
      {carried && (
        <span className="badge warm" title={t('carriedHint')}>
          {t('carried')}
        </span>
      )}
    </>
  )
}
