/** What a chart is given: periods with their figures, and how to draw them. */

/** One period; a value that is not known is null. */
export interface ChartPoint {
  readonly start: string
  readonly values: readonly (number | null)[]
}

/** What a chart shows; the first series may be a line or bars, further ones are bars downwards. */
export interface ChartData {
  readonly title: string
  /** What the numbers count, written at the axis. */
  readonly unit: string
  readonly kind: 'line' | 'bars'
  /** Periods are days or longer unless said. */
  readonly step?: 'second'
  readonly series: readonly string[]
  readonly points: readonly ChartPoint[]
  /** File name of the CSV, without its ending. */
  readonly file: string
}
