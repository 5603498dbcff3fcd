/** Customers that are always or never in a segment, whatever its definition says. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { ListWire } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'
import { ListForm } from '../../parts/form/list-form.tsx'
import { address } from '../../router.ts'

/** Both lists with their sizes; the forms open on demand. */
export function Overrides({ segment }: { readonly segment: string }): ReactElement {
  const { t } = useLanguage()
  const { data } = useAsk<readonly ListWire[]>('lists', '/lists')
  return (
    <section className="sheet" aria-labelledby="overrides-title">
      <h2 id="overrides-title">{t('overridesTitle')}</h2>
      <p className="quiet small-text">{t('overridesIntro')}</p>
      {(['include', 'exclude'] as const).map((how) => {
        const name = `segment:${segment}:${how}`
        return (
          <Override
            key={how}
            name={name}
            label={how === 'include' ? t('overrideInclude') : t('overrideExclude')}
            list={data?.find((list) => list.name === name)}
          />
        )
      })}
    </section>
  )
}

function Override(props: {
  readonly name: string
  readonly label: string
  readonly list: ListWire | undefined
}): ReactElement {
  const { t, n } = useLanguage()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { name, label, list } = props
  const count = list?.members ?? 0
  return (
    <div className="override" data-list={name} data-members={count}>
      <div className="row spread">
        <h3>{label}</h3>
        <span className="quiet" aria-label={n('members', count)}>
          {count === 0 ? t('overridesNone') : format.number(count)}
        </span>
        <div className="row">
          {list !== undefined && (
            <a className="small-text" href={address(['lists', name])}>
              {t('details')}
            </a>
          )}
          <Button
            className="button small"
            aria-expanded={isOpen}
            aria-label={`${t('overrideEdit')}: ${label}`}
            onPress={() => setOpen(!isOpen)}
          >
            {t('overrideEdit')}
          </Button>
        </div>
      </div>
      {isOpen && <ListForm list={name} />}
    </div>
  )
}
