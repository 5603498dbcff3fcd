/** One segment of the plan: who enters and leaves, what it meant and will mean, the text compared. */
import type { ReactElement } from 'react'
import { inLocale } from '../../../core/base/index.ts'
import type { PendingWire, SegmentChangeWire } from '../../../core/contract/index.ts'
import { DiffLines } from '../../parts/count/diff-lines.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Issues } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import type { ChangeWord } from '../../words/change.ts'
import { Effect } from './plan-parts.tsx'

const PENDING: Readonly<Record<Exclude<PendingWire, 'none'>, ChangeWord>> = {
  added: 'pendingAdded',
  changed: 'pendingChanged',
  status: 'pendingStatus',
  removed: 'pendingRemoved',
  broken: 'pendingBroken',
}

/** A sheet of the plan. */
export function ChangedSegment({ change }: { readonly change: SegmentChangeWire }): ReactElement {
  const { t, locale } = useLanguage()
  const { key, name, pending, from, effect, diff, was, sentence, examples, issues } = change
  const title = inLocale(name, locale) || key
  return (
    <section className="sheet" aria-labelledby={`change-${key}`} data-change={key}>
      <h2 id={`change-${key}`}>
        {pending === 'removed' ? title : <a href={address(['segments', key])}>{title}</a>}
        {pending !== 'none' && (
          <span className={pending === 'broken' ? 'badge bad' : 'badge warm'}>
            {t(PENDING[pending])}
          </span>
        )}
      </h2>
      {pending === 'broken' && (
        <p className="warm">
          {from === null ? t('brokenNewHint') : t('brokenHint', { version: from.version })}
        </p>
      )}
      {pending !== 'broken' && <Effect effect={effect} fallback={t('effectNone')} />}
      {(was !== '' || sentence !== '') && <Meanings was={was} sentence={sentence} />}
      {diff.length > 0 && (
        <div className="stack tight">
          <h3>{t('textDiff')}</h3>
          <DiffLines lines={diff} />
        </div>
      )}
      {examples.passed + examples.failed > 0 && (
        <p className={examples.failed > 0 ? 'warm' : 'good'}>{t('examplesSum', { ...examples })}</p>
      )}
      {issues.length > 0 && <Issues issues={issues} />}
    </section>
  )
}

function Meanings(props: { readonly was: string; readonly sentence: string }): ReactElement {
  const { t } = useLanguage()
  const { was, sentence } = props
  return (
    <dl className="outlook">
      {was !== '' && <dt>{t('wasMeaning')}</dt>}
      {was !== '' && <dd className="quiet">{was}</dd>}
      {sentence !== '' && <dt>{t('nowMeaning')}</dt>}
      {sentence !== '' && <dd>{sentence}</dd>}
    </dl>
  )
}
