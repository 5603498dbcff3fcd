/** What parentheses may hold: a value or a condition, known only afterwards. */
import type { Condition, Expression } from '../tree.ts'
import { complain, peek, Stop, type Cursor } from './cursor.ts'

export type Node = Expression | Condition

/** Stands for what could not be read; the whole definition has no meaning then. */
export const BROKEN: Condition = { kind: 'everyone' }

const CONDITION_KINDS: ReadonlySet<string> = new Set<Condition['kind']>([
  'everyone',
  'and',
  'or',
  'not',
  'atLeast',
  'compare',
  'between',
  'in',
  'list',
  'presence',
  'under',
  'within',
  'any',
  'anyElement',
  'inSegment',
])

export function isCondition(node: Node): node is Condition {
  // A text literal and a question about text are both tagged `text`.
  return node.kind === 'text' ? 'op' in node : CONDITION_KINDS.has(node.kind)
}

/** A value alone is no condition: says so at its place. */
export function asCondition(c: Cursor, node: Node): Condition {
  if (isCondition(node)) return node
  const span = c.spans.get(node)?.get('') ?? peek(c)
  const name = node.kind === 'trait' || node.kind === 'property' ? node.name : ''
  complain(c, 'segment/expected-comparison', span, { found: name })
  throw new Stop()
}

/** A condition is no value: says so at its place. */
export function asExpression(c: Cursor, node: Node): Expression {
  if (!isCondition(node)) return node
  const span = c.spans.get(node)?.get('') ?? peek(c)
  if (node !== BROKEN) complain(c, 'segment/expected-value', span)
  throw new Stop()
}
