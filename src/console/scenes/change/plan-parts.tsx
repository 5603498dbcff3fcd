/** Figures of a plan: who comes and goes, which other segments move, what it costs. */
import type { ReactElement } from 'react'
import { inLocale } from '../../../core/base/index.ts'
import type { ChangePlanWire, EffectWire, MovedSegmentWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { address } from '../../router.ts'

/** Enter, leave, stay as figures; `fallback` is said when there is nothing to compare. */
export function Effect(props: {
  readonly effect: EffectWire | null
  readonly fallback: string
}): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { effect, fallback } = props
  if (effect === null) return <p className="quiet">{fallback}</p>
  const figures = [
    ['enter', '+', effect.enter, t('effectEnter')],
    ['leave', '−', effect.leave, t('effectLeave')],
    ['stay', '', effect.stay, t('effectStay')],
  ] as const
  return (
    <div className="effect" data-enter={effect.enter} data-leave={effect.leave}>
      {figures.map(([id, sign, count, label]) => (
        <span key={id} data-kind={id}>
          <strong className="big">
            {count > 0 && sign}
            {format.number(count)}
          </strong>{' '}
          {label}
        </span>
      ))}
      <span className="quiet small-text">
        {t('effectSizes', {
          before: format.number(effect.before),
          after: format.number(effect.after),
        })}
      </span>
    </div>
  )
}

/** Segments that refer to a changed one. */
export function Moved({ moved }: { readonly moved: readonly MovedSegmentWire[] }): ReactElement {
  const { t, locale } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="moved-title">
      <h2 id="moved-title">{t('movedTitle')}</h2>
      <p className="quiet">{t('movedIntro')}</p>
      {moved.map(({ key, name, because, effect }) => (
        <div key={key} className="stack tight" data-moved={key}>
          <h3>
            <a href={address(['segments', key])}>{inLocale(name, locale) || key}</a>{' '}
            <span className="quiet small-text">
              {t('movedBecause', { names: because.join(', ') })}
            </span>
          </h3>
          <Effect effect={effect} fallback="" />
        </div>
      ))}
    </section>
  )
}

/** What an evaluation takes now and afterwards. */
export function Cost({ cost }: { readonly cost: ChangePlanWire['cost'] }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const rows = [
    ['measures', t('costMeasures')],
    ['passes', t('costPasses')],
    ['rowsToRead', t('costRows')],
  ] as const
  return (
    <section className="sheet" aria-labelledby="cost-title">
      <h2 id="cost-title">{t('costTitle')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('effect')}</span>
            </th>
            <th scope="col" className="number">
              {t('costBefore')}
            </th>
            <th scope="col" className="number">
              {t('costAfter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, label]) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="number">{format.number(cost.before[id])}</td>
              <td className="number">{format.number(cost.after[id])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
