/** Definitions that only say what customers did not do take in everyone who never did anything. */
import type { Condition } from '../tree.ts'

/** True when a customer may be in for what is absent alone: some branch holds no condition that asks for something. */
export function isOnlyNegative(node: Condition): boolean {
  switch (node.kind) {
    case 'not':
      return node.of.kind !== 'everyone' && !isOnlyNegative(node.of)
    case 'and':
      return node.of.every(isOnlyNegative)
    case 'or':
      return node.of.some(isOnlyNegative)
    case 'atLeast':
      return node.count >= 1 && node.of.filter(isOnlyNegative).length >= node.count
    case 'presence':
      return node.missing
    case 'list':
      return node.op === 'has none'
    case 'compare':
      return isAtMostZero(node)
    default:
      return false
  }
}

/** `count(...) = 0` and `count(...) < 1` are `not any(...)` in other words. */
function isAtMostZero(node: Extract<Condition, { kind: 'compare' }>): boolean {
  if (node.left.kind !== 'measure' || node.right.kind !== 'number') return false
  if (!['count', 'count distinct', 'sum', 'streak', 'most'].includes(node.left.fn)) return false
  return node.right.value <= (node.op === '<' ? 1 : 0) && ['=', '<', '<='].includes(node.op)
}
