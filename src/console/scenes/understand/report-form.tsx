/** What a report is told, as a small form; what is shown goes into the address. */
import { useMemo, useState, type ReactElement } from 'react'
import { Button, Form } from 'react-aria-components'
import { inLocale, type Locale } from '../../../core/base/index.ts'
import type { ReportKindWire, ReportParameterWire } from '../../../core/contract/index.ts'
import { useCatalogue, useOverview } from '../../data.ts'
import { Choice, TextInput, type Option } from '../../parts/choice.tsx'
import { Choices } from '../../parts/form/choices.tsx'
import { useLanguage } from '../../parts/language.tsx'
import type { Told } from '../../parts/report/ask-report.ts'
import { address, go } from '../../router.ts'

/** Stands for "nothing", for which lists have no entry. */
const NOTHING = '*'

/** Choices take effect at once, what is typed with the button or Enter. */
export function ReportForm(props: {
  readonly kind: ReportKindWire
  readonly told: Told
  readonly isBusy: boolean
}): ReactElement {
  const { t } = useLanguage()
  const { kind, told, isBusy } = props
  const [typed, setTyped] = useState<Told>({})
  const shown = JSON.stringify(told)
  const [seen, setSeen] = useState(shown)
  // What was typed has been shown, or another address has been gone to; the focus stays where it is.
  if (seen !== shown) {
    setSeen(shown)
    setTyped({})
  }
  const show = (more: Told): void => {
    const all = { ...told, ...typed, ...more }
    // What is as it would be anyway stays out of the address.
    const kept = kind.parameters
      .map(({ name, default: preset }) => [name, (all[name] ?? '').trim(), preset] as const)
      .filter(([, value, preset]) => value !== '' && value !== preset)
    go(address(['understand', kind.name], Object.fromEntries(kept)))
  }
  const isChanged = Object.entries(typed).some(([name, text]) => text !== shownOf(kind, told, name))
  return (
    <Form
      className="sheet report-form"
      aria-label={t('reportParameters')}
      onSubmit={(e) => {
        e.preventDefault()
        show({})
      }}
    >
      {kind.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={typed[parameter.name] ?? shownOf(kind, told, parameter.name)}
          onType={(text) => setTyped((all) => ({ ...all, [parameter.name]: text }))}
          onChoose={(value) => show({ [parameter.name]: value })}
        />
      ))}
      <div className="row">
        {kind.parameters.some((parameter) => isTyped(parameter)) && (
          <Button type="submit" className="button" isDisabled={!isChanged || isBusy}>
            {t('reportShow')}
          </Button>
        )}
        {Object.keys(told).length > 0 && (
          <Button className="button quiet" onPress={() => go(address(['understand', kind.name]))}>
            {t('reportDefaults')}
          </Button>
        )}
      </div>
    </Form>
  )
}

function shownOf(kind: ReportKindWire, told: Told, name: string): string {
  const preset = kind.parameters.find((parameter) => parameter.name === name)?.default
  return told[name] ?? preset ?? ''
}

function isTyped({ kind }: ReportParameterWire): boolean {
  return kind === 'number' || kind === 'text' || kind === 'model'
}

function Field(props: {
  readonly parameter: ReportParameterWire
  readonly value: string
  readonly onType: (text: string) => void
  readonly onChoose: (value: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const { parameter, value, onType, onChoose } = props
  const options = useOptions(parameter)
  const { label, help, default: preset, required } = parameter
  const hints = [
    help,
    isTyped(parameter) && preset !== null && value !== preset
      ? t('reportDefault', { value: preset })
      : '',
  ].filter(Boolean)
  const hint = hints.join(' ')
  if (isTyped(parameter)) {
    return (
      <TextInput label={label} value={value} onChange={onType} {...(hint === '' ? {} : { hint })} />
    )
  }
  if (parameter.kind === 'segments') {
    return (
      <Choices
        label={label}
        value={value
          .split(',')
          .map((key) => key.trim())
          .filter(Boolean)}
        options={options}
        none={t('reportByData')}
        note={hint}
        onChange={(keys) => onChoose(keys.join(','))}
      />
    )
  }
  const word = required
    ? t('reportRequired')
    : parameter.kind === 'segment'
      ? t('reportEverybody')
      : t('reportByData')
  const none = preset === null ? [{ id: NOTHING, label: word }] : []
  return (
    <Choice
      label={label}
      value={value === '' ? NOTHING : value}
      options={[...none, ...options]}
      note={hint}
      onChange={(id) => onChoose(id === NOTHING ? '' : id)}
    />
  )
}

/** What can be chosen: the parameter's own choices, or what the programme has of its kind. */
function useOptions({ kind, choices }: ReportParameterWire): readonly Option[] {
  const { locale } = useLanguage()
  const overview = useOverview().data
  const catalogue = useCatalogue().data?.catalogue
  return useMemo(() => {
    if (kind === 'choice') return choices.map(({ value, label }) => ({ id: value, label }))
    if (kind === 'segment' || kind === 'segments') {
      const counted = overview?.segments.filter((segment) => segment.count !== null) ?? []
      return counted.map(({ key, name }) => ({ id: key, label: inLocale(name, locale) || key }))
    }
    if (kind === 'event') return labelled(catalogue?.events ?? {}, locale)
    if (kind === 'trait') return labelled(catalogue?.traits ?? {}, locale)
    return kind === 'score' ? labelled(catalogue?.scores ?? {}, locale) : []
  }, [kind, choices, overview, catalogue, locale])
}

function labelled(
  things: Readonly<Record<string, { readonly label?: Readonly<Record<string, string>> }>>,
  locale: Locale,
): readonly Option[] {
  return Object.entries(things).map(([id, { label }]) => ({
    id,
    label: inLocale(label ?? {}, locale) || id,
  }))
}
