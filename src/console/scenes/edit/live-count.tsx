/** How many customers the text means right now: a quick estimate first where the base is large, then exact. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import type { CountWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Problem } from '../../parts/problem.tsx'
import { ShareBar } from '../../parts/share-bar.tsx'

/** Long enough not to count every keystroke, short enough to feel live. */
const PAUSE_MS = 300

function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** A new text aborts the request for the old one; the server then stops counting. */
function useCount(text: string, approximate: boolean, enabled: boolean) {
  const { locale } = useLanguage()
  return useQuery<CountWire, ApiError>({
    queryKey: ['programme', 'count', text, approximate],
    queryFn: ({ signal }) => api.count({ definition: text, approximate }, { locale, signal }),
    enabled,
    retry: false,
  })
}

/** The figure with its share and, while it is an estimate, its interval. */
export function LiveCount(props: {
  readonly text: string
  readonly isSound: boolean
}): ReactElement {
  const { t } = useLanguage()
  const { text, isSound } = props
  const settled = useSettled(text)
  const isReady = isSound && settled === text
  const quick = useCount(settled, true, isReady)
  const needsExact = quick.data?.estimate !== undefined || quick.error !== null
  const exact = useCount(settled, false, isReady && needsExact)
  const answer = exact.data ?? quick.data
  const error = exact.error
  return (
    <section className="sheet" aria-labelledby="count-title" aria-live="polite">
      <h2 id="count-title">{t('liveCount')}</h2>
      {!isSound && <p className="quiet">{t('waitsForFix')}</p>}
      {isSound && error && <Problem error={error} retry={() => void exact.refetch()} />}
      {isSound && !error && <Figure answer={isReady ? answer : undefined} />}
    </section>
  )
}

function Figure({ answer }: { readonly answer: CountWire | undefined }): ReactElement {
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
