/** A column heading that sorts. */
import type { ReactElement } from 'react'

/** How a table is sorted. */
export interface Sort<Column extends string> {
  readonly column: Column
  readonly descending: boolean
}

/** Pressing again turns the order round; numbers begin with the largest. */
export function SortHeader<Column extends string>(props: {
  readonly column: Column
  readonly label: string
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
  readonly numeric?: boolean
}): ReactElement {
  const { column, label, sort, onSort, numeric } = props
  const isMine = sort.column === column
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={numeric === true ? 'number' : ''}
      aria-sort={isMine ? direction : 'none'}
    >
      <button
        type="button"
        className="sort"
        onClick={() => onSort({ column, descending: isMine ? !sort.descending : numeric === true })}
      >
        {label}
        <span aria-hidden="true" className="sort-arrow">
          {isMine ? (sort.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
