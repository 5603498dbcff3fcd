/** Questions about two known values, a text, or a list. */
import { RE2JS } from 're2js'
import type { Value } from '../measure.ts'
import type { CompareOp, ListOp, TextOp } from '../tree.ts'

/** Both sides are of one type; dates compare as text, which is their order in time. */
export function compares(
  op: CompareOp,
  left: NonNullable<Value>,
  right: NonNullable<Value>,
): boolean {
  switch (op) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

/** Exact and by case, save for what a pattern itself says. */
export function textHolds(op: TextOp, value: string, text: string): boolean {
  switch (op) {
    case 'contains':
      return value.includes(text)
    case 'starts with':
      return value.startsWith(text)
    case 'ends with':
      return value.endsWith(text)
    case 'matches':
      return pattern(text).matcher(value).find()
  }
}

const patterns = new Map<string, RE2JS>()

/** `.` matches line breaks too, as in the engine's match(). A pattern that RE2 refuses does not get past the checker. */
function pattern(text: string): RE2JS {
  let compiled = patterns.get(text)
  if (compiled === undefined) {
    compiled = RE2JS.compile(text, RE2JS.DOTALL)
    // Patterns come from definitions, of which there are few; a page that is edited for hours must not hoard them.
    if (patterns.size >= 500) patterns.clear()
    patterns.set(text, compiled)
  }
  return compiled
}

/** A missing list holds nothing, so that `has none` is true of it. */
export function listHolds(op: ListOp, value: Value, options: readonly string[]): boolean {
  const has = (option: string): boolean => Array.isArray(value) && value.some((v) => v === option)
  switch (op) {
    case 'has any':
      return options.some(has)
    case 'has all':
      return Array.isArray(value) && options.every(has)
    case 'has none':
      return !options.some(has)
  }
}
