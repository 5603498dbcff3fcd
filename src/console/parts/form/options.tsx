/** What a field offers to choose from, with a search of its own where there is much of it. */
/* oxlint-disable jsx-a11y/no-autofocus -- the list opens on demand, and its focus stands in the search as it would stand in the list */
import type { ReactElement } from 'react'
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components'
import { Icon } from '../icon.tsx'
import { useLanguage } from '../language.tsx'

/** One of the answers to choose from. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly hint?: string
}

/** More than this is searched rather than read. */
const MOST_READ = 9

/** The list of a popover; the field around it knows what is chosen. Searched if it is long, or wherever it `isSearched`. */
export function Options(props: {
  readonly options: readonly Option[]
  readonly isSearched?: boolean
}): ReactElement {
  const { options, isSearched } = props
  const { t } = useLanguage()
  const { contains } = useFilter({ sensitivity: 'base' })
  const list = (
    <ListBox
      className="options"
      items={options}
      renderEmptyState={() => <p className="quiet small-text no-option">{t('nothingFound')}</p>}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className="option">
          {({ isSelected }) => (
            <>
              <Text slot="label">{option.label}</Text>
              {isSelected && <Icon name="check" />}
              {option.hint !== undefined && <Text slot="description">{option.hint}</Text>}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
  if (isSearched !== true && options.length <= MOST_READ) return list
  return (
    <Autocomplete filter={contains}>
      <SearchField className="search option-search" aria-label={t('searchOptions')} autoFocus>
        <Icon name="search" />
        <Input placeholder={t('searchOptions')} />
      </SearchField>
      {list}
    </Autocomplete>
  )
}
