/** Customer ids out of a file: one a line, or one column of a CSV file. */
import { Failure } from '../../../core/base/index.ts'
import { readText } from '../programme/on-disk.ts'
import { csvRows } from './csv-rows.ts'

/** Titles that a column of customer ids usually has. */
export const USUAL_ID_TITLE: RegExp = /^(customer|customer[ _-]?id|client[ _-]?id|id)$/i

/** The ids of a file, in its order, each once. Throws `run/list-rows` when the column cannot be told. */
export function idsInFile(path: string, column?: string): readonly string[] {
  const rows = csvRows(readText(path)).map((row) => row.cells)
  const [head = []] = rows
  const found = head.findIndex((name) =>
    column === undefined ? USUAL_ID_TITLE.test(name.trim()) : name.trim() === column,
  )
  // A file of one column without a title holds nothing but ids.
  if (found === -1 && (column !== undefined || head.length > 1)) {
    throw new Failure('no such column', {
      code: 'run/list-rows',
      params: { column: column ?? 'customer_id', file: path },
    })
  }
  const ids = rows.slice(found === -1 ? 0 : 1).map((row) => row[Math.max(0, found)]?.trim() ?? '')
  return [...new Set(ids.filter((id) => id !== ''))]
}
