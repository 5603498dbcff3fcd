/** Distinct values of a column, so that logarithms are taken once per value instead of once per row. */

/** `values[at[i]]` is the value of row i. */
export interface Column {
  readonly values: Float64Array
  readonly at: Int32Array
}

/** Finds the distinct values, in order of appearance. */
export function distinct(column: Float64Array): Column {
  const seen = new Map<number, number>()
  const at = new Int32Array(column.length)
  let last = Number.NaN
  let lastAt = -1
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number
    // Rows come sorted, so that neighbours are often equal.
    if (value !== last) {
      last = value
      const known = seen.get(value)
      lastAt = known ?? seen.size
      if (known === undefined) seen.set(value, lastAt)
    }
    at[i] = lastAt
  }
  return { values: Float64Array.from(seen.keys()), at }
}

/** ln(shift + value) and 1 / (shift + value) of a column, refreshed as the shift changes. */
export interface ShiftedLogs {
  readonly log: Float64Array
  readonly inverse: Float64Array
  readonly update: (shift: number) => void
}

/** Room for the logs of a column. */
export function shiftedLogs(column: Column): ShiftedLogs {
  const { values } = column
  const log = new Float64Array(values.length)
  const inverse = new Float64Array(values.length)
  const update = (shift: number): void => {
    for (let i = 0; i < values.length; i++) {
      const sum = shift + (values[i] as number)
      log[i] = Math.log(sum)
      inverse[i] = 1 / sum
    }
  }
  return { log, inverse, update }
}
