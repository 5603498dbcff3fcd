/** What a chart is given: a table and how to draw it, as reports send them; pages of this console make such tables too. */
import type {
  ReportChartWire,
  ReportColumnWire,
  ReportTableWire,
} from '../../../core/contract/index.ts'

/**
 * Kinds of the contract, and more about time: `month` is a date or moment that stands for its month, `day` a moment on the
 * programme's calendar, `second` one with its seconds.
 */
export type FigureKind = ReportColumnWire['kind'] | 'month' | 'day' | 'second'

/** A column of figures. */
export interface ChartColumn extends Omit<ReportColumnWire, 'kind'> {
  readonly kind: FigureKind
}

/** A table to be drawn or read. */
export interface ChartTable extends Omit<ReportTableWire, 'columns'> {
  readonly columns: readonly ChartColumn[]
}

/** A row of such a table. */
export type ChartRow = ChartTable['rows'][number]

/** A value of such a row. */
export type ChartCell = string | number | boolean | null

/** How a table is drawn. */
export interface ChartSpec extends ReportChartWire {
  /** Series after the first count downwards from zero. */
  readonly mirrored?: true
}

/** What a page draws besides reports. */
export interface OwnChart {
  readonly chart: ChartSpec
  readonly table: ChartTable
}

/** Figures per period, as pages of this console know them. */
export interface Periods {
  readonly kind: 'lines' | 'bars'
  readonly title: string
  /** Heading of the periods, and how their starts are written. */
  readonly period: string
  readonly step: 'month' | 'day' | 'second'
  readonly series: readonly string[]
  readonly points: readonly {
    readonly start: string
    readonly values: readonly (number | null)[]
  }[]
  readonly mirrored?: true
}

const PLAIN = { low: null, high: null, hidden: false } as const

/** Periods as a table with one column for each series, and its chart. */
export function periodChart(periods: Periods): OwnChart {
  const { kind, title, period, step, series, points, mirrored } = periods
  return {
    chart: {
      kind,
      title,
      table: 'periods',
      x: 'start',
      y: series.map((_, i) => `v${i}`),
      series: null,
      partial: null,
      reference: null,
      ...(mirrored === true ? { mirrored } : {}),
    },
    table: {
      name: 'periods',
      title,
      columns: [
        { key: 'start', title: period, kind: step, ...PLAIN },
        ...series.map((name, i) => ({
          key: `v${i}`,
          title: name,
          kind: 'count' as const,
          ...PLAIN,
        })),
      ],
      rows: points.map(({ start, values }) => ({
        start,
        ...Object.fromEntries(values.map((value, i) => [`v${i}`, value])),
      })),
    },
  }
}

const MONTH = /^\d{4}-\d{2}$/

/** Dates that are all the first of a month mean months, and so do texts such as `2026-03`. */
export function withMonths(table: ChartTable): ChartTable {
  const isMonths = ({ key, kind }: ChartColumn): boolean => {
    const values = table.rows.map((row) => row[key]).filter((v) => typeof v === 'string')
    if (values.length === 0) return false
    if (kind === 'date') return values.every((v) => v.endsWith('-01') || MONTH.test(v))
    return kind === 'text' && values.every((v) => MONTH.test(v))
  }
  return {
    ...table,
    columns: table.columns.map((c) => (isMonths(c) ? { ...c, kind: 'month' as const } : c)),
  }
}
