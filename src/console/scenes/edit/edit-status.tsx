/** Whether a segment is counted. */
import type { ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useLanguage } from '../../parts/language.tsx'
import type { Draft } from './draft.ts'

/** Draft, active or retired, each with what it means. */
export function EditStatus(props: {
  readonly status: Draft['status']
  readonly onChange: (status: Draft['status']) => void
}): ReactElement {
  const { t } = useLanguage()
  const options = [
    ['draft', t('statusDraft'), t('draftHint')],
    ['active', t('statusActive'), t('activeHint')],
    ['retired', t('statusRetired'), t('retiredHint')],
  ] as const
  return (
    <section className="sheet">
      <RadioGroup
        className="radios"
        value={props.status}
        onChange={(value) => props.onChange(options.find(([id]) => id === value)?.[0] ?? 'draft')}
      >
        <Label className="label">{t('status')}</Label>
        {options.map(([id, label, hint]) => (
          <Radio key={id} value={id} className="radio">
            <span className="radio-mark" />
            <span>
              {label}
              <span className="quiet small-text"> · {hint}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </section>
  )
}
