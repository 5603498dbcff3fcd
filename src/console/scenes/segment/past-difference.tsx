/** Why what was held then and what is true of then are not the same. */
import type { ReactElement } from 'react'
import type { PastDifferenceWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import type { TimeWord } from '../../words/time.ts'

const BECAUSE: Readonly<Record<PastDifferenceWire['groups'][number]['because'], TimeWord>> = {
  facts: 'becauseFacts',
  definition: 'becauseDefinition',
  time: 'becauseTime',
  both: 'becauseBoth',
}

/** One line per reason and direction, or that there is no difference. */
export function Difference({
  difference,
}: {
  readonly difference: PastDifferenceWire
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { held, recomputed, groups } = difference
  if (groups.length === 0) {
    return <p className="good small-text">{t('pastSame', { count: format.number(held) })}</p>
  }
  return (
    <div className="sentence-box">
      <p>
        {t('pastDiffers', { held: format.number(held), recomputed: format.number(recomputed) })}
      </p>
      <ul className="bullets">
        {groups.map((g) => (
          <li key={`${g.because} ${g.only}`}>
            {g.only === 'held' ? t('onlyHeld') : t('onlyNow')}:{' '}
            <strong>{format.number(g.count)}</strong> · {t(BECAUSE[g.because])}
            <span className="quiet small-text">
              {' '}
              {t('labelled', { label: t('forExample') })} {g.examples.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
