/** Ways through tests and values. */
import type { Test, Value } from './logic.ts'

/** The tests directly below, of the same row; the inside of a measure or of `any item` is another row's. */
export function partsOfTest(test: Test): readonly Test[] {
  switch (test.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      return test.of
    case 'not':
      return [test.of]
    default:
      return []
  }
}

/** Every distinct value that a test looks at, with the values inside of it; measures are not entered. */
export function valuesIn(test: Test): ReadonlySet<Value> {
  const seen = new Set<Test>()
  const values = new Set<Value>()
  const value = (v: Value): void => {
    if (values.has(v)) return
    values.add(v)
    if ('of' in v && typeof v.of === 'object') value(v.of)
    if (v.kind === 'arithmetic') {
      value(v.left)
      value(v.right)
    } else if (v.kind === 'extreme') v.parts.forEach(value)
  }
  const visit = (t: Test): void => {
    if (seen.has(t)) return
    seen.add(t)
    partsOfTest(t).forEach(visit)
    if (t.kind === 'compare') {
      value(t.left)
      value(t.right)
    } else if (t.kind === 'sequence') {
      value(t.first)
      t.steps.forEach((step) => value(step.times))
    } else if ('value' in t && typeof t.value === 'object') value(t.value)
  }
  visit(test)
  return values
}
