/** The rows a learner sees: one typed array per feature, an outcome, and weights. */

/** A measured feature; `NaN` is missing. */
export interface NumberFeature {
  readonly kind: 'number'
  readonly name: string
  readonly values: Float64Array
}

/** A feature of named levels; `codes` index `levels`. A missing answer is a level of its own; 255 levels at most. */
export interface CategoryFeature {
  readonly kind: 'category'
  readonly name: string
  readonly codes: Uint8Array
  readonly levels: readonly string[]
}

export type Feature = NumberFeature | CategoryFeature

/**
 * Rows to learn from. A row with a weight stands for that many equal rows, which is how compressed tables are fitted.
 */
export interface LearningTable {
  readonly features: readonly Feature[]
  /** 0 or 1 per row. */
  readonly outcome: Uint8Array
  readonly weights?: Float64Array
}

/** Most levels a category may have; the rarest beyond it share the last, see `category`. */
export const MOST_LEVELS = 255

/** The level that rare texts share, and that texts unseen in training fall to. */
export const OTHER_LEVEL = 'other'

/**
 * A category from texts: levels by frequency, most frequent first; levels below `fewest` rows, and beyond the 254th,
 * become `other`, always the last level, so that a value never seen before has a place.
 */
export function category(
  name: string,
  texts: readonly string[],
  fewest: number = 1,
): CategoryFeature {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const kept = [...counts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_LEVELS - 1)
    .map(([text]) => text)
    .filter((text) => text !== OTHER_LEVEL)
  const levels = [...kept, OTHER_LEVEL]
  return { kind: 'category', name, codes: encode(levels, texts), levels }
}

/** Codes of texts under levels fixed earlier; what is unknown falls to the last level. */
export function encode(levels: readonly string[], texts: readonly string[]): Uint8Array {
  const codeOf = new Map(levels.map((level, i) => [level, i]))
  const last = levels.length - 1
  return Uint8Array.from(texts, (text) => codeOf.get(text) ?? last)
}

/** Rows of a table. */
export function rowsOf(features: readonly Feature[]): number {
  const first = features[0]
  if (first === undefined) return 0
  return first.kind === 'number' ? first.values.length : first.codes.length
}

/** The table's rows at `rows`, in that order. */
export function pick(table: LearningTable, rows: Uint32Array): LearningTable {
  const { outcome, weights } = table
  return {
    features: table.features.map((feature) => pickFeature(feature, rows)),
    outcome: Uint8Array.from(rows, (i) => outcome[i] as number),
    ...(weights === undefined
      ? {}
      : { weights: Float64Array.from(rows, (i) => weights[i] as number) }),
  }
}

function pickFeature(feature: Feature, rows: Uint32Array): Feature {
  if (feature.kind === 'number') {
    const values = new Float64Array(rows.length)
    for (let k = 0; k < rows.length; k++) values[k] = feature.values[rows[k] as number] as number
    return { ...feature, values }
  }
  const codes = new Uint8Array(rows.length)
  for (let k = 0; k < rows.length; k++) codes[k] = feature.codes[rows[k] as number] as number
  return { ...feature, codes }
}

/** The table without the named features. */
export function without(table: LearningTable, names: ReadonlySet<string>): LearningTable {
  return { ...table, features: table.features.filter((feature) => !names.has(feature.name)) }
}
