/** Form fields of the console: a choice from a list, a line of text, a search. */
import type { ReactElement } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label,
  Popover,
  SearchField,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { useLanguage } from './language.tsx'
import { Options, type Option } from './form/options.tsx'

export type { Option } from './form/options.tsx'

/** A choice of one from a list; `bare` hides the label from sight, `icon` stands for it; `note` says below what it is for. */
export function Choice(props: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (id: string) => void
  readonly bare?: boolean
  readonly icon?: IconName
  readonly note?: string
}): ReactElement {
  const { label, value, options, onChange, bare, icon, note } = props
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(bare === true ? { 'aria-label': label } : {})}
    >
      {bare !== true && <Label className="label">{label}</Label>}
      <Button className="choice">
        {icon && <Icon name={icon} />}
        <SelectValue className="choice-value">{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="chevron" />
      </Button>
      {note !== undefined && note !== '' && (
        <Text slot="description" className="hint">
          {note}
        </Text>
      )}
      <Popover className="popover">
        <Options options={options} />
      </Popover>
    </Select>
  )
}

/** A line, or with `rows` some lines, of text. */
export function TextInput(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly rows?: number
  readonly readOnly?: boolean
  readonly mono?: boolean
  readonly lang?: string
}): ReactElement {
  const { label, value, onChange, hint, error, rows, readOnly, mono, lang } = props
  const className = mono === true ? 'input mono' : 'input'
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isReadOnly={readOnly ?? false}
    >
      <Label className="label">{label}</Label>
      {rows === undefined ? (
        <Input className={className} lang={lang} spellCheck={mono === true ? 'false' : 'true'} />
      ) : (
        <TextArea
          className={className}
          rows={rows}
          lang={lang}
          spellCheck={mono === true ? 'false' : 'true'}
        />
      )}
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}

/** A search field with its clear button; `/` moves the focus here. */
export function Search(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}): ReactElement {
  const { t } = useLanguage()
  return (
    <SearchField
      className="search"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
    >
      <Icon name="search" />
      <Input placeholder={props.label} data-search />
      {props.value !== '' && (
        <Button className="icon-button" aria-label={t('clear')}>
          <Icon name="cross" />
        </Button>
      )}
    </SearchField>
  )
}
