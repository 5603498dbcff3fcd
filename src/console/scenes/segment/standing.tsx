/** How a segment's file stands to what is in force, and the way to put it in force. */
import type { ReactElement } from 'react'
import type { SegmentWire, StandingWire } from '../../../core/contract/index.ts'
import { useLanguage } from '../../parts/language.tsx'
import { address } from '../../router.ts'
import type { Translate } from '../../words/words.ts'

function hintOf({ pending, version, carried }: StandingWire, t: Translate): string | undefined {
  if (pending === 'broken') {
    return version === null ? t('brokenNewHint') : t('brokenHint', { version })
  }
  if (pending === 'added' || (pending !== 'none' && version === null)) return t('addedHint')
  if (pending === 'removed') return t('removedHint', { version: version ?? 0 })
  if (pending === 'changed' || pending === 'status')
    return t('pendingHint', { version: version ?? 0 })
  return carried ? t('carriedHint') : undefined
}

/** Nothing when the file is what is in force. */
export function Standing({ segment }: { readonly segment: SegmentWire }): ReactElement | null {
  const { t } = useLanguage()
  const { standing } = segment
  const hint = hintOf(standing, t)
  if (hint === undefined) return null
  const canApply = standing.pending !== 'none' && standing.pending !== 'broken'
  return (
    <section className="sheet hint-sheet" data-pending={standing.pending}>
      <div className="row spread">
        <p className="head-text">{hint}</p>
        {canApply && (
          <a className="button primary" href={address(['changes'])}>
            {t('reviewChanges')}
          </a>
        )}
      </div>
    </section>
  )
}
