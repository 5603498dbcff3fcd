/** How a model stands: by status, as of when, whether it is due, with words beside every colour. */
import type { ReactElement } from 'react'
import type { ModelRunWire, ModelWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import type { ModelWord } from '../../words/model.ts'

interface Look {
  readonly word: ModelWord
  readonly hint?: ModelWord
  readonly tone: 'good' | 'warm' | 'bad' | ''
}

const STATUS: Readonly<Record<NonNullable<ModelRunWire['status']>, Look>> = {
  ok: { word: 'modelOk', tone: 'good' },
  weak: { word: 'modelWeak', hint: 'modelWeakHint', tone: 'warm' },
  'not-identified': { word: 'modelNotIdentified', hint: 'modelNotIdentifiedHint', tone: 'warm' },
  none: { word: 'modelNoData', hint: 'modelNoDataHint', tone: '' },
}
const STATE: Readonly<Record<Exclude<ModelRunWire['state'], 'done'>, Look>> = {
  running: { word: 'modelStateRunning', tone: '' },
  failed: { word: 'modelStateFailed', tone: 'bad' },
  cancelled: { word: 'modelStateCancelled', tone: '' },
  died: { word: 'modelStateDied', tone: 'bad' },
}

/** Words of how often a model is computed anew. */
export const REFRESH_WORDS: Readonly<Record<ModelWire['refresh'], ModelWord>> = {
  daily: 'refreshDaily',
  weekly: 'refreshWeekly',
  monthly: 'refreshMonthly',
  never: 'refreshNever',
}

function lookOf(run: ModelRunWire | null): Look {
  if (run === null) return { word: 'modelNever', tone: '' }
  return run.state === 'done' ? STATUS[run.status ?? 'none'] : STATE[run.state]
}

/** How a run ended, as a badge. */
export function RunBadge({ run }: { readonly run: ModelRunWire | null }): ReactElement {
  const { t } = useLanguage()
  const { word, hint, tone } = lookOf(run)
  return (
    <span className={`badge ${tone}`} {...(hint === undefined ? {} : { title: t(hint) })}>
      {t(word)}
    </span>
  )
}

/** Badges and one line of facts. */
export function ModelStanding({ model }: { readonly model: ModelWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { last, scoredAsOf, due, stale, refresh, nextDue } = model
  const facts = [
    ...(scoredAsOf === null ? [] : [t('asOf', { date: format.dateTime(scoredAsOf) })]),
    ...(last !== null && last.n > 0 ? [t('modelFrom', { n: format.number(last.n) })] : []),
    t(REFRESH_WORDS[refresh]),
    ...(nextDue === null || due ? [] : [t('modelNext', { date: format.calendarDate(nextDue) })]),
  ]
  return (
    <p className="quiet small-text model-standing" data-model-state={last?.status ?? 'never'}>
      <RunBadge run={last} />
      {due && <span className="badge">{t('modelDue')}</span>}
      {stale && (
        <span className="badge warm" title={t('modelStaleHint')}>
          {t('modelStale')}
        </span>
      )}{' '}
      {facts.join(' · ')}
    </p>
  )
}
