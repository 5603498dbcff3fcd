/** Aligned tables for a terminal: widths by what is seen, not by code units. */
import { stripVTControlCharacters } from 'node:util'

/** A column: its title, and whether it holds numbers (which end at the right). */
export interface TableColumn {
  readonly title: string
  readonly right?: boolean
}

/**
 * Lines of a table with two blanks between columns; the last column may run past `width` and is cut there
 * with an ellipsis. Cost: linear in the cells.
 */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number = Number.POSITIVE_INFINITY,
): string[] {
  const widths = columns.map((column, i) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[i] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, i) => {
        const cell = cells[i] ?? ''
        const last = i === columns.length - 1
        const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell)))
        if (column.right === true) return blanks + cell
        if (!last) return cell + blanks
        const before = widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 0)
        return cut(cell, width - before)
      })
      .join('  ')
      .trimEnd()
  return [line(columns.map((c) => c.title)), ...rows.map(line)]
}

/** Columns of a terminal that a text takes: wide East Asian characters take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of GRAPHEMES.segment(stripVTControlCharacters(text))) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        segment,
      )
        ? 2
        : 1
  }
  return width
}

const GRAPHEMES: Intl.Segmenter = new Intl.Segmenter()

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width || width < 10) return text
  return `${[...text].slice(0, width - 1).join('')}…`
}
