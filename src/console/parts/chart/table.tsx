/** A table of figures: sorted by any column, with intervals below their figures, in pages when it is long. */
import { useMemo, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useLanguage } from '../language.tsx'
import { Scroll } from '../scroll.tsx'
import { SortHeader, type Sort } from '../sort-header.tsx'
import type { ChartCell, ChartColumn, ChartRow, ChartTable } from './chart-data.ts'
import type { Figures } from './figures.ts'

const PAGE = 20

const WORDS: ReadonlySet<string> = new Set(['text', 'date', 'month', 'day', 'second'])
const isWord = (column: ChartColumn): boolean => WORDS.has(column.kind)

/** Rows in the reader's order; nothing comes last whichever way. */
function sorted(
  rows: readonly ChartRow[],
  sort: Sort<string>,
  locale: string,
): readonly ChartRow[] {
  if (sort.column === '') return rows
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sign = sort.descending ? -1 : 1
  const order = (a: ChartCell, b: ChartCell): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))
  return rows.toSorted((one, other) => {
    const a = one[sort.column] ?? null
    const b = other[sort.column] ?? null
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return sign * order(a, b)
  })
}

/** The table; the first column names its rows. */
export function FigureTable(props: {
  readonly table: ChartTable
  readonly figures: Figures
}): ReactElement {
  const { t, locale } = useLanguage()
  const { table, figures } = props
  const [sort, setSort] = useState<Sort<string>>({ column: '', descending: false })
  const [page, setPage] = useState(0)
  const columns = table.columns.filter((column) => !column.hidden)
  const rows = useMemo(() => sorted(table.rows, sort, locale), [table.rows, sort, locale])
  const from = page * PAGE
  const shown = rows.slice(from, from + PAGE)
  if (rows.length === 0) return <p className="quiet">{t('chartEmpty')}</p>
  return (
    <>
      <Scroll label={table.title}>
        <table className="figure-table">
          <thead>
            <tr>
              {columns.map((column, i) => (
                <SortHeader
                  key={column.key}
                  column={column.key}
                  label={column.title}
                  sort={sort}
                  numeric={i > 0 && !isWord(column)}
                  onSort={(next) => {
                    setSort(next)
                    setPage(0)
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={from + i}>
                {columns.map((column, c) => (
                  <Cell
                    key={column.key}
                    row={row}
                    column={column}
                    isFirst={c === 0}
                    figures={figures}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Pages total={rows.length} page={page} onPage={setPage} />
    </>
  )
}

function Pages(props: {
  readonly total: number
  readonly page: number
  readonly onPage: (page: number) => void
}): ReactElement | null {
  const { t } = useLanguage()
  const { total, page, onPage } = props
  if (total <= PAGE) return null
  const from = page * PAGE
  const to = Math.min(total, from + PAGE)
  return (
    <div className="row end-line">
      <span className="quiet small-text">{t('tableRange', { from: from + 1, to, total })}</span>
      <Button className="button small" isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        {t('previousPage')}
      </Button>
      <Button className="button small" isDisabled={to >= total} onPress={() => onPage(page + 1)}>
        {t('nextPage')}
      </Button>
    </div>
  )
}

function Cell(props: {
  readonly row: ChartRow
  readonly column: ChartColumn
  readonly isFirst: boolean
  readonly figures: Figures
}): ReactElement {
  const { row, column, isFirst, figures } = props
  const { key, kind, low, high } = column
  const text = figures.write(kind, row[key])
  if (isFirst) return <th scope="row">{text}</th>
  const bounds = low === null || high === null ? undefined : [row[low] ?? null, row[high] ?? null]
  const [from = null, to = null] = bounds ?? []
  return (
    <td className={isWord(column) ? '' : 'number'}>
      {text}
      {from !== null && to !== null && (
        <span className="interval-text">{figures.between(kind, from, to)}</span>
      )}
    </td>
  )
}
