/** How many customers the text means, now or as of the moment of the published counts: a quick estimate first, then exact. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { CountWire } from '../../../core/contract/index.ts'
import { api, type ApiError } from '../../api.ts'
import { useOverview } from '../../data.ts'
import { CountFigure } from '../../parts/count/count-figure.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { pastMoment } from '../../parts/moment.ts'
import { Problem } from '../../parts/problem.tsx'

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
function useCount(
  question: { readonly text: string; readonly asOf: string | undefined },
  approximate: boolean,
  enabled: boolean,
) {
  const { locale } = useLanguage()
  const { text, asOf } = question
  return useQuery<CountWire, ApiError>({
    queryKey: ['programme', 'count', text, approximate, asOf],
    queryFn: ({ signal }) =>
      api.count(
        { definition: text, approximate, ...(asOf === undefined ? {} : { asOf }) },
        { locale, signal },
      ),
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
  const past = pastMoment(useOverview().data?.snapshot)
  const [wantsNow, setWantsNow] = useState(false)
  const question = { text: settled, asOf: wantsNow ? undefined : past }
  const quick = useCount(question, true, isReady)
  const needsExact = quick.data?.estimate !== undefined || quick.error !== null
  const exact = useCount(question, false, isReady && needsExact)
  const answer = exact.data ?? quick.data
  const error = exact.error
  return (
    <section className="sheet" aria-labelledby="count-title" aria-live="polite">
      <h2 id="count-title">{t('liveCount')}</h2>
      {!isSound && <p className="quiet">{t('waitsForFix')}</p>}
      {isSound && error && <Problem error={error} retry={() => void exact.refetch()} />}
      {isSound && !error && <CountFigure answer={isReady ? answer : undefined} />}
      {isSound && past !== undefined && (
        <Moment past={past} isNow={wantsNow} onChange={setWantsNow} />
      )}
    </section>
  )
}

/** Says as of when it is counted while the published counts are of the past, and switches. */
function Moment(props: {
  readonly past: string
  readonly isNow: boolean
  readonly onChange: (isNow: boolean) => void
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { past, isNow, onChange } = props
  const date = format.dateTime(past)
  return (
    <div className="row spread small-text" data-moment={isNow ? 'now' : 'published'}>
      <span className="quiet">{isNow ? t('countsNow', { date }) : t('countsPublished')}</span>
      <Button className="button small" onPress={() => onChange(!isNow)}>
        {isNow ? t('countPublished') : t('countNow')}
      </Button>
    </div>
  )
}
