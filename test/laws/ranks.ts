/** Ranks inside of random definitions, and the thresholds that both evaluators are given for them. */
import type { BoundCondition, BoundDefinition, Cutoffs } from '../../src/core/segment/index.ts'

/** By key: one side, both, an open end, everybody with a value, and none at all. */
const THRESHOLDS: readonly (Cutoffs | undefined)[] = [
  { low: 0.3 },
  { high: 1 },
  { low: 1, high: 2 },
  { low: 0, high: 2, highOpen: true },
  {},
  { low: -1, high: -1 },
  undefined,
]

/** The thresholds of a key of `withRanks`. */
export function lawCutoffs(key: string): Cutoffs | undefined {
  return THRESHOLDS[Number(key.slice(1))]
}

/** The same definitions, with some comparisons of a customer's numbers made into ranks of these. */
export function withRanks(definitions: readonly BoundDefinition[]): readonly BoundDefinition[] {
  let seen = 0
  const ranked = (condition: BoundCondition): BoundCondition => {
    switch (condition.kind) {
      case 'and':
      case 'or':
      case 'atLeast':
        return { ...condition, of: condition.of.map(ranked) }
      case 'not':
        return { ...condition, of: ranked(condition.of) }
      case 'compare': {
        if (condition.left.type !== 'number' || seen++ % 3 !== 0) return condition
        const key = `r${seen % THRESHOLDS.length}`
        const band = { kind: 'top', count: 10, of: 'percent' } as const
        return { node: condition.node, kind: 'rank', key, value: condition.left, band }
      }
      default:
        return condition
    }
  }
  return definitions.map((d) => ({ ...d, condition: ranked(d.condition) }))
}
