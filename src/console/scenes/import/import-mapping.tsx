/** Where each column goes, as a form and as the text that is kept for the next load. */
import { useState, type ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { inLocale } from '../../../core/base/index.ts'
import type { PreviewRequest, PreviewWire } from '../../../core/contract/index.ts'
import { useOverview } from '../../data.ts'
import { Choice, TextInput, type Option } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { typeName } from '../../parts/type-name.ts'
import type { Translate } from '../../words/words.ts'

interface Props {
  readonly preview: PreviewWire
  readonly onChange: (change: Partial<PreviewRequest>) => void
}

/** The words of a target such as `trait:country` or `item:price`. */
export function labelOf(to: string, t: Translate): string {
  const [kind = '', name = ''] = to.split(/:(.*)/s)
  if (to === 'ignore') return t('toIgnore')
  if (to === 'customer') return t('toCustomer')
  if (to === 'at') return t('toAt')
  if (to === 'id') return t('toId')
  if (to === 'product') return t('toProductId')
  if (kind === 'product') return t('toProduct', { name })
  if (kind === 'trait') return t('toTrait', { name })
  if (kind === 'property') return t('toProperty', { name })
  if (kind === 'new-trait') return t('newTrait', { name })
  if (kind === 'new-property') return t('newProperty', { name })
  if (kind.startsWith('new-')) return t('newItem', { name })
  return name === '' ? to : t('toItem', { name })
}

/** Names of traits and properties are small letters, digits and underscores. */
function nameFor(column: string): string {
  return column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
}

function optionsFor(
  preview: PreviewWire,
  column: PreviewWire['columns'][number],
  t: Translate,
): readonly Option[] {
  const name = nameFor(column.column)
  const kinds = new Set(preview.choices.filter((c) => c.includes(':')).map((c) => c.split(':')[0]))
  const known = preview.choices.some((c) => c.endsWith(`:${name}`))
  const fresh = name === '' || known ? [] : [...kinds].map((kind) => `new-${kind ?? ''}:${name}`)
  const ids = new Set([...preview.choices, column.to, ...fresh, 'ignore'])
  return [...ids].map((id) => ({ id, label: labelOf(id, t) }))
}

/** One row per column with its examples. */
export function MappingForm({ preview, onChange }: Props): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="mapping-title">
      <div className="row spread end">
        <h2 id="mapping-title">{t('mapping')}</h2>
        <TargetChoice preview={preview} onChange={onChange} />
      </div>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('samples')}</th>
            <th scope="col">{t('goesTo')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column) => (
            <tr key={column.column}>
              <th scope="row">
                {column.column} <span className="quiet small-text">{typeName(column.type, t)}</span>
                {!column.certain && <span className="badge warm">{t('unsure')}</span>}
              </th>
              <td className="quiet small-text samples">
                {column.samples.filter(Boolean).slice(0, 3).join(' · ')}
              </td>
              <td>
                <Choice
                  bare
                  label={`${column.column}: ${t('goesTo')}`}
                  value={column.to}
                  options={optionsFor(preview, column, t)}
                  onChange={(to) => onChange({ columns: { [column.column]: to } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the rows are; another choice makes the server guess the columns anew. */
function TargetChoice({ preview, onChange }: Props): ReactElement {
  const { t, locale } = useLanguage()
  const events = useOverview().data?.events ?? []
  const options = [
    { id: 'customers', label: t('customerRows') },
    ...events.map((e) => ({ id: e.name, label: inLocale(e.label, locale) || e.name })),
    { id: 'products', label: t('productRows') },
  ]
  return (
    <Choice
      label={t('rowsAre')}
      value={preview.target}
      options={options}
      onChange={(as) => {
        if (as !== preview.target) onChange({ answers: { as } })
      }}
    />
  )
}

/** The YAML, for those who prefer text or need what the form does not offer. */
export function MappingText({ preview, onChange }: Props): ReactElement {
  const { t } = useLanguage()
  const [text, setText] = useState(preview.mapping)
  return (
    <Disclosure className="sheet fold">
      <Heading level={2}>
        <Button slot="trigger" className="fold-button">
          <Icon name="next" />
          {t('mappingText')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="stack tight">
          <TextInput
            label={t('mappingText')}
            hint={t('mappingTextHint')}
            value={text}
            onChange={setText}
            rows={Math.min(24, text.split('\n').length + 1)}
            mono
          />
          <div className="row">
            <Button
              className="button"
              isDisabled={text === preview.mapping}
              onPress={() => onChange({ mapping: text })}
            >
              {t('apply')}
            </Button>
          </div>
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}
