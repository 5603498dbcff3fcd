/** Rows of a small text table that people hand us; large files go through the intake. */

const DELIMITERS = [',', ';', '\t', '|'] as const

/** A row that is not empty, and the line it begins on, from 1. */
export interface TextRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Cells in double quotes may hold delimiters, line breaks and doubled quotes (RFC 4180). */
export function csvRows(text: string): readonly TextRow[] {
  const [first = ''] = text.split('\n', 1)
  const delimiter = DELIMITERS.find((one) => first.includes(one)) ?? ','
  const rows: TextRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begun = 1
  const endRow = (): void => {
    cells.push(cell)
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
    begun = line
  }
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char === '\n') line += 1
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  endRow()
  return rows
}
