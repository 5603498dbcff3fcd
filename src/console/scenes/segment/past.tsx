/** The past of a segment: its members at a moment, its definition tried on former periods, frozen snapshots. */
import { useState, type ReactElement } from 'react'
import type { SegmentWire } from '../../../core/contract/index.ts'
import { useLanguage } from '../../parts/language.tsx'
import { CountSeries } from '../../parts/count/count-series.tsx'
import { Frozen } from './frozen.tsx'
import { PastMembers } from './past-members.tsx'

/** Three sheets. */
export function Past({ segment }: { readonly segment: SegmentWire }): ReactElement {
  const { t } = useLanguage()
  const [asOf, setAsOf] = useState<string>()
  return (
    <>
      <section className="sheet" aria-labelledby="series-title">
        <h2 id="series-title">{t('seriesTitle')}</h2>
        <CountSeries definition={segment.definition} file={segment.key} />
      </section>
      <section className="sheet" aria-labelledby="past-title">
        <h2 id="past-title">{t('pastTitle')}</h2>
        <p className="quiet">{t('pastIntro')}</p>
        <PastMembers segment={segment.key} onAsk={setAsOf} />
      </section>
      <section className="sheet" aria-labelledby="frozen-title">
        <Frozen segment={segment.key} asOf={asOf} />
      </section>
    </>
  )
}
