/** Customer ids out of a file: one a line, or one column of a CSV file. */
import { Failure } from '../../../core/base/index.ts'
import { readText } from '../programme/on-disk.ts'

const USUAL = /^(customer|customer[ _-]?id|client[ _-]?id|id)$/i
const DELIMITERS = [',', ';', '\t', '|'] as const

/** The ids of a file, in its order, each once. Throws `run/list-rows` when the column cannot be told. */
export function idsInFile(path: string, column?: string): readonly string[] {
  const rows = rowsOf(readText(path).replace(/^\uFEFF/, ''))
  const [head = []] = rows
  const found = head.findIndex((name) =>
    column === undefined ? USUAL.test(name.trim()) : name.trim() === column,
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

/** Rows of cells; cells in double quotes may hold delimiters, line breaks and doubled quotes (RFC 4180). */
function rowsOf(text: string): readonly (readonly string[])[] {
  const [first = ''] = text.split('\n', 1)
  const delimiter = DELIMITERS.find((one) => first.includes(one)) ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = (): void => {
    row.push(cell)
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) {
      row.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  endRow()
  return rows
}
