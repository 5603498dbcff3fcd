/** Log odds of rows under a logistic model. */
import type { LogisticModel } from './logistic.ts'
import { rowsOf, type Feature } from './table.ts'

/** Log odds per row; features are found by name, levels by text. A feature that is absent adds nothing. */
export function scoreLogistic(model: LogisticModel, features: readonly Feature[]): Float64Array {
  const rows = rowsOf(features)
  const scores = new Float64Array(rows).fill(model.intercept.value)
  const byName = new Map(features.map((feature) => [feature.name, feature]))
  for (const term of model.terms) {
    const feature = byName.get(term.feature)
    if (term.kind === 'number' && feature?.kind === 'number') {
      const { values } = feature
      const slope = term.slope.value
      const { mean } = term
      const missing = term.missing?.value ?? 0
      for (let i = 0; i < rows; i++) {
        const value = values[i] as number
        const adds = Number.isNaN(value) ? missing : slope * (value - mean)
        scores[i] = (scores[i] as number) + adds
      }
    } else if (term.kind === 'category' && feature?.kind === 'category') {
      const known = new Map(term.levels.map(({ level, adds }) => [level, adds.value]))
      const adds = Float64Array.from(feature.levels, (level) => known.get(level) ?? 0)
      const { codes } = feature
      for (let i = 0; i < rows; i++)
        scores[i] = (scores[i] as number) + (adds[codes[i] as number] as number)
    }
  }
  return scores
}

/** Chances from log odds. */
export function chances(logOdds: Float64Array): Float64Array {
  return logOdds.map((eta) => 1 / (1 + Math.exp(-eta)))
}
