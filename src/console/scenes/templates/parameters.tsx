/** The figures of a template: fields with what the data suggests, and why. */
import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { TemplateParameterWire } from '../../../core/contract/index.ts'
import { Choice, TextInput } from '../../parts/choice.tsx'
import { useFormat } from '../../parts/format.ts'
import { useLanguage } from '../../parts/language.tsx'

type Typed = Readonly<Record<string, string>>

/** What the reader typed over the suggestions, by parameter. */
export function useTyped(): {
  readonly typed: Typed
  readonly type: (name: string, text: string) => void
  readonly reset: () => void
} {
  const [typed, setTyped] = useState<Typed>({})
  return {
    typed,
    type: (name, text) => setTyped((all) => ({ ...all, [name]: text })),
    reset: () => setTyped({}),
  }
}

/** One field for each parameter. */
export function Parameters(props: {
  readonly parameters: readonly TemplateParameterWire[]
  readonly typed: Typed
  readonly type: (name: string, text: string) => void
  readonly reset: () => void
}): ReactElement {
  const { t } = useLanguage()
  const { parameters, typed, type, reset } = props
  return (
    <section className="sheet" aria-labelledby="parameters-title">
      <div className="row spread">
        <h2 id="parameters-title">{t('templateParameters')}</h2>
        {Object.keys(typed).length > 0 && (
          <Button className="button small quiet" onPress={reset}>
            {t('templateReset')}
          </Button>
        )}
      </div>
      {parameters.length === 0 && <p className="quiet">{t('templateNoParameters')}</p>}
      {parameters.map((one) => (
        <Field
          key={one.name}
          parameter={one}
          text={typed[one.name]}
          onChange={(text) => type(one.name, text)}
        />
      ))}
    </section>
  )
}

/** Labels that name the unit themselves, in any language. */
const SAYS_DAYS = /(^|\s)(days?|d[ií]as?|jours?)\b/i

function Field(props: {
  readonly parameter: TemplateParameterWire
  readonly text: string | undefined
  readonly onChange: (text: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const suggested = useSuggested(props.parameter)
  const { parameter, text, onChange } = props
  const { label, kind, options, basis, currency } = parameter
  const title =
    kind === 'days' && !SAYS_DAYS.test(label)
      ? t('templateDays', { label })
      : currency === undefined
        ? label
        : `${label} (${currency})`
  const hint = suggested === '' ? basis : `${t('templateDefault', { value: suggested })} ${basis}`
  if (kind === 'text' && options.length > 0) {
    return (
      <div className="stack tight">
        <Choice
          label={title}
          value={text ?? String(parameter.value ?? '')}
          options={options.map((id) => ({ id, label: id }))}
          onChange={onChange}
        />
        <p className="hint">{hint}</p>
      </div>
    )
  }
  return <TextInput label={title} value={text ?? suggested} onChange={onChange} hint={hint} />
}

/** A default as people would type it: shares in per cent, numbers in their own way. */
function useSuggested({ kind, default: preset }: TemplateParameterWire): string {
  const format = useFormat()
  if (preset === null) return ''
  if (typeof preset === 'string') return preset
  return kind === 'share' ? format.percent(preset) : String(preset)
}
