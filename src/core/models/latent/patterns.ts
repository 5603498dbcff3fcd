/** Categorical answers as unique patterns with how many customers gave each: what latent classes are fitted on. */
import { assert } from '../../base/index.ts'

/** A question with a fixed set of answers: codes 0..categories-1, -1 where there is none. */
export interface CategoricalItem {
  readonly name: string
  readonly categories: number
  readonly codes: Int32Array
}

/** Unique patterns, one row of `items` codes each. */
export interface Patterns {
  readonly names: readonly string[]
  readonly categories: Int32Array
  readonly rows: number
  readonly codes: Int32Array
  readonly weights: Float64Array
  readonly total: number
  /** Patterns with an answer missing. */
  readonly incomplete: number
}

/**
 * Merges equal rows. `weights` counts a row as so many customers: pass patterns already grouped by the database. Rows
 * without any answer say nothing of classes and are left out of the patterns; `patternOf` is -1 for them.
 */
export function compressPatterns(
  items: readonly CategoricalItem[],
  weights?: Float64Array,
): { readonly patterns: Patterns; readonly patternOf: Int32Array } {
  const length = items[0]?.codes.length ?? 0
  const width = items.length
  const patternOf = new Int32Array(length).fill(-1)
  const known = new Map<string, number>()
  const codes: number[] = []
  const counts: number[] = []
  let incomplete = 0
  for (let i = 0; i < length; i++) {
    const row = items.map((item) => checked(item, i))
    if (row.every((code) => code < 0)) continue
    const key = row.join(',')
    let pattern = known.get(key)
    if (pattern === undefined) {
      pattern = counts.length
      known.set(key, pattern)
      codes.push(...row)
      counts.push(0)
      if (row.includes(-1)) incomplete++
    }
    patternOf[i] = pattern
    counts[pattern] =
      (counts[pattern] as number) + (weights === undefined ? 1 : (weights[i] as number))
  }
  assert(codes.length === counts.length * width, 'latent: shape')
  const patterns = {
    names: items.map((item) => item.name),
    categories: Int32Array.from(items, (item) => item.categories),
    rows: counts.length,
    codes: Int32Array.from(codes),
    weights: Float64Array.from(counts),
    total: counts.reduce((sum, count) => sum + count, 0),
    incomplete,
  }
  return { patterns, patternOf }
}

function checked(item: CategoricalItem, row: number): number {
  const code = item.codes[row] as number
  assert(code < item.categories, 'latent: code beyond its categories')
  return code < 0 ? -1 : code
}
