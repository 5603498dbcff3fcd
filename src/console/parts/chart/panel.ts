/** Reads a chart out of its table: names along the axis, series, and a mark for each figure. */
import type { ChartCell, ChartColumn, ChartRow, ChartSpec, ChartTable } from './chart-data.ts'

/** One figure of a chart. */
export interface Mark {
  /** Place along the axis, in `Panel.names`. */
  readonly at: number
  readonly series: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly isPartial: boolean
  /** What it is called where the axis does not say it. */
  readonly name: string
}

/** What is drawn on one pair of axes. */
export interface Panel {
  readonly kind: ChartSpec['kind']
  readonly title: string
  readonly x: ChartColumn
  readonly y: ChartColumn
  /** Of the y axis: titles of the columns drawn. */
  readonly unit: string
  readonly names: readonly ChartCell[]
  readonly series: readonly string[]
  /** The column whose values are the series, if any. */
  readonly split: ChartColumn | undefined
  readonly marks: readonly Mark[]
  readonly reference: number | null
  readonly isMirrored: boolean
}

/** Counts and other numbers go together: what was counted is compared with what was expected. */
function axisOf({ kind }: ChartColumn): ChartColumn['kind'] {
  return kind === 'count' ? 'number' : kind
}

/** Columns of one kind share an axis; each further kind gets axes of its own. */
export function panelsOf(chart: ChartSpec, bare: ChartTable): readonly Panel[] {
  const table = withSubjects(chart, bare)
  const columns = new Map(table.columns.map((column) => [column.key, column]))
  const x = columns.get(chart.x)
  if (x === undefined) return []
  const ys = chart.y.map((key) => columns.get(key)).filter((column) => column !== undefined)
  const kinds = [...new Set(ys.map(axisOf))]
  return kinds.map((kind, i) =>
    panelOf(chart, table, {
      x,
      ys: ys.filter((column) => axisOf(column) === kind),
      split: columns.get(chart.series ?? ''),
      // A reference is a number on the first axis; elsewhere it would mean something else.
      reference: i === 0 ? chart.reference : null,
    }),
  )
}

/**
 * A value says little without what it is a value of, and two of one name would be drawn over each other: where a table of
 * charts has the columns `what` and `value`, both are the name.
 */
function withSubjects({ x }: ChartSpec, table: ChartTable): ChartTable {
  const isTold =
    x === 'value' && table.columns.some(({ key, kind }) => key === 'what' && kind === 'text')
  if (!isTold) return table
  const rows = table.rows.map((row) => {
    const parts = [row['what'], row['value']].filter((part) => typeof part === 'string')
    return { ...row, value: parts.join(' · ') }
  })
  return { ...table, rows }
}

interface Columns {
  readonly x: ChartColumn
  readonly ys: readonly ChartColumn[]
  readonly split: ChartColumn | undefined
  readonly reference: number | null
}

function panelOf(chart: ChartSpec, table: ChartTable, columns: Columns): Panel {
  const { x, ys, split, reference } = columns
  // One that has fractions says how all are written.
  const y = ys.find((column) => column.kind !== 'count') ?? ys[0] ?? x
  const places = placesOf(table.rows, x.key)
  if (chart.kind === 'heat' && split !== undefined) alike(places, placesOf(table.rows, split.key))
  const groups =
    split === undefined ? [''] : [...placesOf(table.rows, split.key).keys()].map(String)
  const series = groups.flatMap((group) =>
    ys.map((column) => [group, ys.length > 1 || group === '' ? column.title : ''].filter(Boolean)),
  )
  const marks = table.rows.flatMap((row) =>
    ys.flatMap((column, i) => {
      const value = numberIn(row, column.key)
      const at = places.get(row[x.key] ?? null)
      if (value === null || at === undefined) return []
      const group = split === undefined ? 0 : groups.indexOf(String(row[split.key] ?? null))
      return [
        {
          at,
          series: group * ys.length + i,
          value,
          low: numberIn(row, column.low),
          high: numberIn(row, column.high),
          isPartial: chart.partial !== null && row[chart.partial] === true,
          name: nameOf(row, table.columns, [x.key, split?.key]),
        },
      ]
    }),
  )
  return {
    kind: chart.kind,
    title: chart.title,
    x,
    y,
    unit: ys.map((column) => column.title).join(' · '),
    names: [...places.keys()],
    series: series.map((parts) => parts.join(' · ')),
    split,
    marks,
    reference,
    isMirrored: chart.mirrored === true,
  }
}

/** Distinct values in the order of the rows. */
function placesOf(rows: readonly ChartRow[], key: string): Map<ChartCell, number> {
  const places = new Map<ChartCell, number>()
  for (const row of rows) {
    const value = row[key] ?? null
    if (!places.has(value)) places.set(value, places.size)
  }
  return places
}

/** A matrix of the same names both ways has its diagonal in the middle. */
function alike(places: Map<ChartCell, number>, rows: Map<ChartCell, number>): void {
  if (![...places.keys()].every((name) => typeof name === 'string' && rows.has(name))) return
  const names = [...rows.keys()].filter((name) => places.has(name))
  places.clear()
  names.forEach((name, i) => places.set(name, i))
}

function numberIn(row: ChartRow, key: string | null): number | null {
  const value = key === null ? null : row[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The first text of the row that is not on an axis: what a point of a scatter is called. */
function nameOf(
  row: ChartRow,
  columns: readonly ChartColumn[],
  taken: readonly (string | undefined)[],
): string {
  const column = columns.find((c) => c.kind === 'text' && !c.hidden && !taken.includes(c.key))
  return column === undefined ? '' : String(row[column.key] ?? '')
}
