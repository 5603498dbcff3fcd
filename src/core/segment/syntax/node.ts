/** What parentheses may hold: a value or a condition, known only afterwards. */
import { nearest } from '../../base/index.ts'
import type { Condition, Expression } from '../tree.ts'
import { isCondition } from '../walk.ts'
import { complain, peek, Stop, type Cursor } from './cursor.ts'

/** A value or a condition. */
export type Node = Expression | Condition

/** Stands for what could not be read; the whole definition has no meaning then. */
export const BROKEN: Condition = { kind: 'everyone' }

/** A value alone is no condition: says so at its place. */
export function asCondition(c: Cursor, node: Node): Condition {
  if (isCondition(node)) return node
  const span = c.spans.get(node)?.get('') ?? peek(c)
  const name = node.kind === 'trait' || node.kind === 'property' ? node.name : ''
  const near = name.length < 5 ? undefined : nearest(name, ['everyone'])
  complain(c, 'segment/expected-comparison', span, { found: name, nearest: near ?? '' }, near)
  throw new Stop()
}

/** A condition is no value: says so at its place. */
export function asExpression(c: Cursor, node: Node): Expression {
  if (!isCondition(node)) return node
  const span = c.spans.get(node)?.get('') ?? peek(c)
  if (node !== BROKEN) complain(c, 'segment/expected-value', span)
  throw new Stop()
}
