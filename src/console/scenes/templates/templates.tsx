/** The gallery of ready segments: by group, searched, those that fit this programme's data first. */
import { useState, type ReactElement } from 'react'
import { Checkbox } from 'react-aria-components'
import { inLocale, typeset, type Locale } from '../../../core/base/index.ts'
import type { TemplateWire } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { Choice, Search } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'

/** Words are found without regard to case and accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function has(one: TemplateWire, search: string, locale: Locale): boolean {
  const texts = [one.key, one.groupLabel, one.name, one.why, one.use, one.brief]
  const wanted = plain(search.trim())
  return texts.some((x) => plain(typeof x === 'string' ? x : inLocale(x, locale)).includes(wanted))
}

/** The page of all templates. */
export function TemplatesScene(): ReactElement {
  const { t } = useLanguage()
  const { data, error, refetch } = useAsk<readonly TemplateWire[]>('templates', '/templates')
  return (
    <>
      <div className="head-text">
        <h1>{t('templatesTitle')}</h1>
        <p className="quiet">{t('templatesIntro')}</p>
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={8} />}
      {data && <Gallery templates={data} />}
    </>
  )
}

function Gallery({ templates }: { readonly templates: readonly TemplateWire[] }): ReactElement {
  const { t, locale } = useLanguage()
  const [search, setSearch] = useState('')
  const [group, setGroup] = useState('all')
  const [fitting, setFitting] = useState(false)
  const groups = [...new Map(templates.map((one) => [one.group, one.groupLabel]))]
  const found = templates.filter(
    (one) =>
      (group === 'all' || one.group === group) &&
      (!fitting || one.fits) &&
      has(one, search, locale),
  )
  return (
    <>
      <section className="sheet" aria-label={t('templatesSearch')}>
        <div className="row filters">
          <Search label={t('templatesSearch')} value={search} onChange={setSearch} />
          <Choice
            bare
            label={t('templatesGroup')}
            value={group}
            options={[
              { id: 'all', label: t('templatesAll') },
              ...groups.map(([id, label]) => ({ id, label })),
            ]}
            onChange={setGroup}
          />
        </div>
        <div className="row spread">
          <Checkbox className="checkbox" isSelected={fitting} onChange={setFitting}>
            <span className="check-mark">
              <Icon name="check" />
            </span>
            {t('templatesFitting')}
          </Checkbox>
          <output className="quiet small-text" data-shown={found.length}>
            {t('templatesShown', { shown: found.length, total: templates.length })}
          </output>
        </div>
      </section>
      {groups.map(([id, label]) => {
        const own = found.filter((one) => one.group === id)
        return own.length === 0 ? null : (
          <section key={id} className="stack tight" aria-labelledby={`group-${id}`}>
            <h2 id={`group-${id}`}>{label}</h2>
            <div className="cards wide">
              {own.map((one) => (
                <Card key={one.key} template={one} />
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}

function Card({ template }: { readonly template: TemplateWire }): ReactElement {
  const { t, locale } = useLanguage()
  const { key, name, why, use, fits, usedBy } = template
  return (
    <a className="card template" href={address(['templates', key])} data-fits={fits}>
      <strong>
        {inLocale(name, locale)}
        {!fits && <span className="badge">{t('templateMissing')}</span>}
        {usedBy.length > 0 && <span className="badge good">{t('templateUsed')}</span>}
      </strong>
      <span className="small-text">{typeset(inLocale(why, locale), locale)}</span>
      <span className="quiet small-text">→ {typeset(inLocale(use, locale), locale)}</span>
    </a>
  )
}
