/** Distance between customers described by numbers and categories at once, with the part each field has in it on record. */
import { assert } from '../../../base/index.ts'
import { createRandom } from '../../../stats/index.ts'

/** A field: numbers (NaN = missing) differ by |x - y| / range, categories (codes, -1 = missing) by 0 or 1. */
export type MixedField =
  | {
      readonly kind: 'number'
      readonly name: string
      readonly values: Float64Array
      readonly weight?: number
    }
  | {
      readonly kind: 'category'
      readonly name: string
      readonly codes: Int32Array
      readonly weight?: number
    }

/** Fields with the ranges their differences are divided by, so that new rows are measured as the first were. */
export interface MixedData {
  readonly rows: number
  readonly fields: readonly MixedField[]
  /** One per field; categories have 1. */
  readonly ranges: Float64Array
}

/** A field's part in the distances: the average part over random pairs; the parts sum to 1. */
export interface FieldInfluence {
  readonly name: string
  readonly kind: MixedField['kind']
  readonly weight: number
  readonly share: number
}

/** Ranges of the numbers; pass `ranges` of a fit to measure later rows alike. */
export function mixedData(fields: readonly MixedField[], ranges?: Float64Array): MixedData {
  const rows = fields.length === 0 ? 0 : lengthOf(fields[0] as MixedField)
  for (const field of fields) assert(lengthOf(field) === rows, 'gower: lengths differ')
  return { rows, fields, ranges: ranges ?? Float64Array.from(fields, rangeOf) }
}

function lengthOf(field: MixedField): number {
  return field.kind === 'number' ? field.values.length : field.codes.length
}

function rangeOf(field: MixedField): number {
  if (field.kind === 'category') return 1
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < field.values.length; i++) {
    const x = field.values[i] as number
    if (x < low) low = x
    if (x > high) high = x
  }
  return high > low ? high - low : 0
}

/** The difference in one field, 0..1, or NaN where either is missing or the field is constant. */
function difference(data: MixedData, f: number, i: number, j: number): number {
  const field = data.fields[f] as MixedField
  if (field.kind === 'category') {
    const a = field.codes[i] as number
    const b = field.codes[j] as number
    return a < 0 || b < 0 ? Number.NaN : a === b ? 0 : 1
  }
  const range = data.ranges[f] as number
  if (range === 0) return Number.NaN
  return Math.min(1, Math.abs((field.values[i] as number) - (field.values[j] as number)) / range)
}

/**
 * Gower's distance, 0..1 (Gower 1971, equation 5, as 1 - similarity): the weighted mean of the differences in the fields
 * that both have. Two rows with no field in common are at distance 1. The choice of weights decides everything:
 * show `fieldInfluence` with any result, for a category counts its full weight where a number rarely does.
 */
export function gowerDistance(data: MixedData, i: number, j: number): number {
  let sum = 0
  let weights = 0
  for (let f = 0; f < data.fields.length; f++) {
    const gap = difference(data, f, i, j)
    if (Number.isNaN(gap)) continue
    const weight = data.fields[f]?.weight ?? 1
    sum += weight * gap
    weights += weight
  }
  return weights > 0 ? sum / weights : 1
}

/** All distances among `rows`, as a full square, row-major. Cost rows^2 x fields; keep to some thousands. */
export function gowerMatrix(data: MixedData, rows: Int32Array): Float64Array {
  const n = rows.length
  const square = new Float64Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const distance = gowerDistance(data, rows[a] as number, rows[b] as number)
      square[a * n + b] = distance
      square[b * n + a] = distance
    }
  }
  return square
}

/** The part of each field in the distances, over `pairs` random pairs. */
export function fieldInfluence(
  data: MixedData,
  options: { readonly seed: number; readonly pairs?: number },
): readonly FieldInfluence[] {
  const random = createRandom(options.seed)
  const parts = new Float64Array(data.fields.length)
  const pairs = data.rows > 1 ? (options.pairs ?? 20_000) : 0
  for (let pair = 0; pair < pairs; pair++) {
    const i = random.below(data.rows)
    const j = random.below(data.rows)
    for (let f = 0; f < parts.length; f++) {
      const gap = difference(data, f, i, j)
      if (!Number.isNaN(gap)) parts[f] = (parts[f] as number) + (data.fields[f]?.weight ?? 1) * gap
    }
  }
  const total = parts.reduce((sum, part) => sum + part, 0)
  return data.fields.map((field, f) => ({
    name: field.name,
    kind: field.kind,
    weight: field.weight ?? 1,
    share: total > 0 ? (parts[f] as number) / total : 0,
  }))
}

/** Weights under which each field has the same part in the distances: the fair default when nobody chose. */
export function evenWeights(
  data: MixedData,
  options: { readonly seed: number; readonly pairs?: number },
): Float64Array {
  const plain: MixedData = { ...data, fields: data.fields.map((f) => ({ ...f, weight: 1 })) }
  const shares = fieldInfluence(plain, options).map((f) => f.share)
  const inverse = Float64Array.from(shares, (share) => (share > 0 ? 1 / share : 0))
  const most = Math.max(...inverse, Number.MIN_VALUE)
  return inverse.map((x) => x / most)
}
