/** How many customers a definition means: the figure, its share and, while it is an estimate, its interval. */
import type { ReactElement } from 'react'
import type { CountWire } from '../../../core/contract/index.ts'
import { useFormat } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { ShareBar } from '../share-bar.tsx'

/** Without an answer yet it says that it is being counted. */
export function CountFigure({ answer }: { readonly answer: CountWire | undefined }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  if (answer === undefined) return <p className="big quiet">{t('counting')}</p>
  const { estimate } = answer
  return (
    <div data-count={answer.count} data-exact={estimate === undefined}>
      <p>
        <span className="big">{format.number(answer.count)}</span>{' '}
        <span className="quiet">
          {format.percent(answer.share)} {t('ofPopulation')}
        </span>
      </p>
      <ShareBar share={answer.share} />
      <p className="quiet small-text">
        {estimate === undefined
          ? t('exact')
          : t('estimated', {
              low: format.number(estimate.low),
              high: format.number(estimate.high),
            })}
        {' · '}
        {t('asOf', { date: format.dateTime(answer.asOf) })}
      </p>
    </div>
  )
}
