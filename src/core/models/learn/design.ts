/** A table laid out for a regression: standardised numbers row by row, and the few columns of levels that are one. */
import { rowsOf, type Feature } from './table.ts'

/** How a number enters: `(x - mean) / scale`; a constant column has scale 0 and stays out. */
export interface NumberLayout {
  readonly kind: 'number'
  readonly name: string
  readonly mean: number
  readonly scale: number
  /** Column of the standardised value; -1 = left out. */
  readonly column: number
  /** Column that is 1 where the value is missing; -1 = none was missing. */
  readonly missingColumn: number
}

/** How levels enter: a column for each, -1 for the reference (the most frequent) and for levels never seen. */
export interface CategoryLayout {
  readonly kind: 'category'
  readonly name: string
  readonly levels: readonly string[]
  readonly columns: Int32Array
  readonly reference: number
}

export type Layout = NumberLayout | CategoryLayout

/** Column 0 is the intercept, then `numbers` standardised columns, then columns of levels. */
export interface Design {
  readonly rows: number
  readonly size: number
  readonly layouts: readonly Layout[]
  /** Row-major, `numbers` per row. */
  readonly values: Float64Array
  readonly numbers: number
  /** Row-major, `slots` per row: the column that is 1, or -1. */
  readonly ones: Int32Array
  readonly slots: number
}

/** Lays the table out; means and scales are weighted. */
export function designOf(features: readonly Feature[], weights: Float64Array | undefined): Design {
  const rows = rowsOf(features)
  const spreads = features.map((f) =>
    f.kind === 'number' ? spreadOf(f.values, weights) : undefined,
  )
  let size = 1
  const columns = spreads.map((spread) => (spread !== undefined && spread.scale > 0 ? size++ : -1))
  const numbers = size - 1
  const layouts = features.map((feature, k): Layout => {
    const spread = spreads[k]
    if (feature.kind === 'number') {
      const missingColumn = spread?.missing === true ? size++ : -1
      const { mean = 0, scale = 0 } = spread ?? {}
      return {
        kind: 'number',
        name: feature.name,
        mean,
        scale,
        column: columns[k] ?? -1,
        missingColumn,
      }
    }
    const counts = new Float64Array(feature.levels.length)
    for (let i = 0; i < rows; i++)
      counts[feature.codes[i] as number] =
        (counts[feature.codes[i] as number] as number) +
        (weights === undefined ? 1 : (weights[i] as number))
    const reference = counts.indexOf(Math.max(...counts))
    const own = Int32Array.from(counts, (count, level) =>
      count > 0 && level !== reference ? size++ : -1,
    )
    return { kind: 'category', name: feature.name, levels: feature.levels, columns: own, reference }
  })
  return { rows, size, layouts, numbers, ...fill(features, layouts, rows, numbers) }
}

function fill(
  features: readonly Feature[],
  layouts: readonly Layout[],
  rows: number,
  numbers: number,
): { values: Float64Array; ones: Int32Array; slots: number } {
  const values = new Float64Array(rows * numbers)
  const slots = layouts.filter((l) => l.kind === 'category' || l.missingColumn >= 0).length
  const ones = new Int32Array(rows * slots).fill(-1)
  let slot = 0
  for (const [k, layout] of layouts.entries()) {
    const feature = features[k]
    if (layout.kind === 'number' && feature?.kind === 'number') {
      const { mean, scale, column, missingColumn } = layout
      for (let i = 0; i < rows; i++) {
        const value = feature.values[i] as number
        if (Number.isNaN(value)) ones[i * slots + slot] = missingColumn
        else if (column >= 0) values[i * numbers + column - 1] = (value - mean) / scale
      }
      if (missingColumn >= 0) slot++
    } else if (layout.kind === 'category' && feature?.kind === 'category') {
      for (let i = 0; i < rows; i++)
        ones[i * slots + slot] = layout.columns[feature.codes[i] as number] as number
      slot++
    }
  }
  return { values, ones, slots }
}

/** Weighted mean and standard deviation of what is not missing. */
export function spreadOf(
  values: Float64Array,
  weights: Float64Array | undefined,
): { readonly mean: number; readonly scale: number; readonly missing: boolean } {
  let n = 0
  let sum = 0
  let missing = false
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) {
      missing = true
      continue
    }
    const weight = weights === undefined ? 1 : (weights[i] as number)
    n += weight
    sum += weight * value
  }
  const mean = n > 0 ? sum / n : 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    squares += (weights === undefined ? 1 : (weights[i] as number)) * (value - mean) ** 2
  }
  const scale = n > 0 ? Math.sqrt(squares / n) : 0
  return { mean, scale: scale > Math.abs(mean) * 1e-12 ? scale : 0, missing }
}
