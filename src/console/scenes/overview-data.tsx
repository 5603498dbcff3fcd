/** Which events there are and what is known of customers. */
import type { ReactElement } from 'react'
import { inLocale } from '../../core/base/index.ts'
import type { OverviewWire } from '../../core/contract/index.ts'
import { useFormat } from '../parts/format.ts'
import { useLanguage } from '../parts/language.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { typeName } from '../parts/type-name.ts'

/** Records by kind of event, with the first and last day. */
export function EventTable({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  return (
    <section className="sheet" aria-labelledby="data-title">
      <h2 id="data-title">{t('data')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('eventKind')}</th>
            <th scope="col" className="number">
              {t('records')}
            </th>
            <th scope="col" className="number">
              {t('last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.events.map((event) => (
            <tr key={event.name}>
              <th scope="row">{inLocale(event.label, locale) || event.name}</th>
              <td className="number">{format.number(event.count)}</td>
              <td
                className="number quiet"
                title={
                  event.first === null
                    ? undefined
                    : `${t('labelled', { label: t('first') })} ${format.date(event.first)}`
                }
              >
                {event.last === null ? '–' : format.date(event.last)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** For each trait, of how many customers its value is known. */
export function Coverage({ overview }: { readonly overview: OverviewWire }): ReactElement {
  const { t, locale } = useLanguage()
  const format = useFormat()
  const rows = overview.traits.toSorted((a, b) => b.known - a.known)
  return (
    <section className="sheet" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('coverage')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('trait')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col" className="number">
              {t('known')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((trait) => {
            const share = trait.known / Math.max(1, overview.population)
            return (
              <tr key={trait.name}>
                <th scope="row">{inLocale(trait.label, locale) || trait.name}</th>
                <td className="quiet">{typeName(trait.type, t)}</td>
                <td className="number share inline" title={format.number(trait.known)}>
                  <ShareBar share={share} />
                  {format.percent(share)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
