/** How far a `count distinct` must count: `>= 3` does not care whether it is four or four thousand. */
import type { Measure, Test, Value } from './logic.ts'
import { partsOfTest, valuesIn } from './walk.ts'

/** Longer lists are searched from end to end for every row; sets are quicker then. */
const LONGEST = 64

/**
 * For each measure `count distinct` that is only ever compared with literals, a number above all of these:
 * counts beyond it need not be told apart. Measures that are absent must be counted to the end.
 */
export function distinctBounds(tests: readonly Test[]): ReadonlyMap<Measure, number> {
  const bounds = new Map<Measure, number>()
  const seen = new Set<Test>()
  const raise = (v: Value, to: number): void => {
    if (v.kind === 'measure' && v.measure.fn === 'count distinct')
      bounds.set(v.measure, Math.max(bounds.get(v.measure) ?? 1, to))
  }
  const visit = (test: Test): void => {
    if (seen.has(test)) return
    seen.add(test)
    const parts = partsOfTest(test)
    if (parts.length > 0) return parts.forEach(visit)
    const limit = test.kind === 'compare' ? literalOf(test.right) : undefined
    if (test.kind === 'compare' && test.left.kind === 'measure' && limit !== undefined)
      raise(test.left, Math.floor(limit) + 1)
    // Whatever else is done with it needs the number itself.
    else for (const v of valuesIn(test)) raise(v, Number.POSITIVE_INFINITY)
  }
  tests.forEach(visit)
  return new Map([...bounds].filter(([, bound]) => bound <= LONGEST))
}

function literalOf(v: Value): number | undefined {
  return v.kind === 'literal' && typeof v.value === 'number' ? v.value : undefined
}
