/** A choice of several from a list, in the order in which they were chosen, each as a chip that can be taken away. */
import { useState, type ReactElement } from 'react'
import {
  Button,
  Label,
  Popover,
  Select,
  SelectValue,
  Tag,
  TagGroup,
  TagList,
  Text,
} from 'react-aria-components'
import { Icon } from '../icon.tsx'
import { useLanguage } from '../language.tsx'
import { Options, type Option } from './options.tsx'

/** What stays keeps its place, what is new comes last. */
export function inOrder(before: readonly string[], now: readonly string[]): readonly string[] {
  return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))]
}

/**
 * `value` keeps what is not among the options, such as what an old address names, so that it can be seen and taken
 * away; `onChange` is told once the list is closed. `none` is what it says while nothing is chosen.
 */
export function Choices(props: {
  readonly label: string
  readonly value: readonly string[]
  readonly options: readonly Option[]
  readonly none: string
  readonly note?: string
  readonly onChange: (ids: readonly string[]) => void
}): ReactElement {
  const { t } = useLanguage()
  const { label, value, options, none, note, onChange } = props
  const [draft, setDraft] = useState<readonly string[]>()
  const chosen = draft ?? value
  const named = new Map(options.map((option) => [option.id, option.label]))
  return (
    <div className="field choices">
      <Select
        className="contents"
        selectionMode="multiple"
        value={[...chosen]}
        onChange={(keys) => setDraft(inOrder(chosen, keys.map(String)))}
        onOpenChange={(isOpen) => {
          if (isOpen || draft === undefined) return
          setDraft(undefined)
          if (draft.join() !== value.join()) onChange(draft)
        }}
      >
        <Label className="label">{label}</Label>
        <Button className="choice">
          <SelectValue className="choice-value">
            {() => (chosen.length === 0 ? none : t('choicesChosen', { n: chosen.length }))}
          </SelectValue>
          <Icon name="chevron" />
        </Button>
        {note !== undefined && note !== '' && (
          <Text slot="description" className="hint">
            {note}
          </Text>
        )}
        <Popover className="popover">
          <Options isSearched options={options} />
        </Popover>
      </Select>
      {chosen.length > 0 && (
        <Chips
          label={label}
          ids={chosen}
          named={named}
          onRemove={(gone) => onChange(chosen.filter((id) => !gone.has(id)))}
        />
      )}
    </div>
  )
}

function Chips(props: {
  readonly label: string
  readonly ids: readonly string[]
  readonly named: ReadonlyMap<string, string>
  readonly onRemove: (gone: ReadonlySet<string>) => void
}): ReactElement {
  const { label, ids, named, onRemove } = props
  return (
    <TagGroup aria-label={label} onRemove={(keys) => onRemove(new Set([...keys].map(String)))}>
      <TagList className="chips" items={ids.map((id) => ({ id }))}>
        {({ id }) => (
          <Tag id={id} textValue={named.get(id) ?? id} className="chip">
            {named.get(id) ?? id}
            <Button slot="remove" className="chip-remove">
              <Icon name="cross" />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
