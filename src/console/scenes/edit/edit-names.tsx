/** What a segment is called and why it exists, in up to four languages, and the key of a new one. */
import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { inLocale, LOCALES } from '../../../core/base/index.ts'
import { TextInput } from '../../parts/choice.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { LANGUAGE_NAMES } from '../../words/words.ts'
import { KEY_PATTERN, keyOf, type Draft } from './draft.ts'

/** One tab per language; a dot marks those with a name. */
export function EditNames(props: {
  readonly draft: Draft
  readonly isNew: boolean
  readonly keys: readonly string[]
  readonly change: (part: Partial<Draft>) => void
}): ReactElement {
  const { t, locale } = useLanguage()
  const { draft, isNew, change } = props
  const rename = (l: (typeof LOCALES)[number], text: string): void => {
    const followsName = isNew && draft.key === keyOf(inLocale(draft.name, locale))
    const name = { ...draft.name, [l]: text }
    change({ name, ...(followsName ? { key: keyOf(inLocale(name, locale)) } : {}) })
  }
  return (
    <section className="sheet" aria-labelledby="names-title">
      <h2 id="names-title">{t('names')}</h2>
      <Tabs defaultSelectedKey={locale}>
        <TabList className="tabs" aria-label={t('language')}>
          {LOCALES.map((l) => (
            <Tab key={l} id={l} className="tab">
              {LANGUAGE_NAMES[l].replace(/ .*/, '')}
              {(draft.name[l] ?? '') !== '' && <span className="dot" />}
            </Tab>
          ))}
        </TabList>
        {LOCALES.map((l) => (
          <TabPanel key={l} id={l} className="tab-panel">
            <TextInput
              label={t('name')}
              lang={l}
              value={draft.name[l] ?? ''}
              onChange={(x) => rename(l, x)}
            />
            <TextInput
              label={t('why')}
              lang={l}
              rows={2}
              hint={t('whyHint')}
              value={draft.why[l] ?? ''}
              onChange={(x) => change({ why: { ...draft.why, [l]: x } })}
            />
          </TabPanel>
        ))}
      </Tabs>
      <KeyField {...props} />
    </section>
  )
}

function KeyField(props: {
  readonly draft: Draft
  readonly isNew: boolean
  readonly keys: readonly string[]
  readonly change: (part: Partial<Draft>) => void
}): ReactElement {
  const { t } = useLanguage()
  const { draft, isNew, keys, change } = props
  const { key } = draft
  const isTaken = isNew && keys.includes(key)
  const isBad = key !== '' && !KEY_PATTERN.test(key)
  return (
    <TextInput
      label={t('key')}
      mono
      value={key}
      readOnly={!isNew}
      onChange={(text) => change({ key: text })}
      error={isTaken ? t('keyTaken') : isBad ? t('keyBad') : undefined}
      {...(isNew ? { hint: t('keyHint') } : {})}
    />
  )
}
