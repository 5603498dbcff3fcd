/** Features cut into at most 255 bins, once, so that a split is sought in counts and not in rows. */
import { rowsOf, type Feature } from './table.ts'

/** How one feature is binned. */
export interface BinnedFeature {
  readonly kind: 'number' | 'category'
  readonly name: string
  /** Bins in use, the bin of missing values included. */
  readonly bins: number
  /** Numbers: bin b (from 1) holds values up to `edges[b - 1]`, the last one all above; bin 0 holds missing ones. */
  readonly edges: Float64Array
  /** Categories: bin = code. */
  readonly levels: readonly string[]
}

/** All rows in bins. */
export interface Binned {
  readonly rows: number
  readonly features: readonly BinnedFeature[]
  /** Row-major: `features.length` bins per row. */
  readonly bins: Uint8Array
}

/** Bins of numbers by default; more cost time and seldom help (Ke et al. 2017 report the same of 63 and 255). */
export const DEFAULT_BINS = 128

/** Edges from a table: midpoints between distinct values when few, else between quantiles of the rows. */
export function binFeatures(
  features: readonly Feature[],
  most: number = DEFAULT_BINS,
): BinnedFeature[] {
  return features.map((feature) => {
    if (feature.kind === 'category') {
      const { kind, name, levels } = feature
      return { kind, name, levels, bins: levels.length, edges: new Float64Array(0) }
    }
    const edges = edgesOf(feature.values, Math.min(most, 254))
    return { kind: 'number', name: feature.name, levels: [], bins: edges.length + 2, edges }
  })
}

function edgesOf(values: Float64Array, most: number): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const edges: number[] = []
  const n = sorted.length
  let distinct = n > 0 ? 1 : 0
  for (let i = 1; i < n; i++) if (sorted[i] !== sorted[i - 1]) distinct++
  const step = distinct <= most ? 0 : n / most
  let next = step
  for (let i = 1; i < n; i++) {
    const value = sorted[i] as number
    const before = sorted[i - 1] as number
    if (value === before || i < next) continue
    const middle = before + (value - before) / 2
    edges.push(middle < value ? middle : before)
    if (step > 0) next = (Math.floor(i / step) + 1) * step
  }
  return Float64Array.from(edges)
}

/** Puts rows into bins fixed earlier; features are taken in order and levels must be the same. */
export function binRows(layout: readonly BinnedFeature[], features: readonly Feature[]): Binned {
  const rows = rowsOf(features)
  const width = layout.length
  const bins = new Uint8Array(rows * width)
  for (const [f, binned] of layout.entries()) {
    const feature = features[f]
    if (feature?.kind === 'category')
      for (let i = 0; i < rows; i++) bins[i * width + f] = feature.codes[i] as number
    else if (feature?.kind === 'number')
      for (let i = 0; i < rows; i++)
        bins[i * width + f] = binOf(binned.edges, feature.values[i] as number)
  }
  return { rows, features: layout, bins }
}

function binOf(edges: Float64Array, value: number): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (edges[middle] as number)) high = middle
    else low = middle + 1
  }
  return low + 1
}
