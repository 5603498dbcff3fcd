/** The latest accepted messages, and properties that were left out. */
import type { ReactElement } from 'react'
import type { ArrivalsWire } from '../../../core/contract/index.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'

/** Newest first. */
export function Arriving({ arrivals }: { readonly arrivals: ArrivalsWire }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  const { recent } = arrivals
  return (
    <section className="sheet" aria-labelledby="arriving-title">
      <h2 id="arriving-title">{t('arriving')}</h2>
      {recent.length === 0 ? (
        <p className="quiet">{t('arrivingNone')}</p>
      ) : (
        <table className="stacking">
          <thead>
            <tr>
              <th scope="col">{t('event')}</th>
              <th scope="col">{t('customer')}</th>
              <th scope="col">{t('happened')}</th>
              <th scope="col">{t('messageId')}</th>
            </tr>
          </thead>
          <tbody>
            {recent.map((one, i) => (
              <tr key={`${one.messageId} ${one.receivedAt} ${i}`}>
                <th scope="row">
                  {one.name === '' ? one.type : one.name}
                  {one.dropped.length > 0 && (
                    <p className="warm small-text">
                      {t('leftOut', { names: one.dropped.join(', ') })}
                    </p>
                  )}
                </th>
                <td className="mono" data-label={t('customer')}>
                  {one.customer}
                </td>
                <td data-label={t('happened')}>{format.clock(one.at)}</td>
                <td className="mono quiet anywhere" data-label={t('messageId')}>
                  {one.messageId}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Undeclared properties, most frequent first. */
export function Dropped(props: { readonly dropped: ArrivalsWire['dropped'] }): ReactElement {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <section className="sheet" aria-labelledby="dropped-title">
      <h2 id="dropped-title">{t('droppedTitle')}</h2>
      <p className="quiet small-text">{t('droppedIntro')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('property')}</th>
            <th scope="col" className="number">
              {t('times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.dropped.map(({ name, property, count }) => (
            <tr key={`${name} ${property}`}>
              <td className="mono anywhere">{`${name}.${property}`}</td>
              <td className="number">{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
