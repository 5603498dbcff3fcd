/** Arithmetic: which types go together, and what becomes of currencies and lengths. */
import type { BoundValue } from '../bound.ts'
import type { Expression } from '../tree.ts'
import { report, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { isMoment } from './type.ts'

/** Minus a number or a duration. */
export function bindNegate(
  b: Binder,
  node: Extract<Expression, { kind: 'negate' }>,
  scope: Scope,
): Typed | undefined {
  const of = b.bindValue(b, node.of, scope)
  if (of === undefined) return undefined
  if (of.type !== 'number' && of.type !== 'duration') {
    const params = { expectedTypes: ['number', 'duration'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node.of, params)
  }
  return { ...of, value: { kind: 'negate', type: of.type, of: of.value } }
}

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>

/** The value with the type of the result; moments may be subtracted, which gives a duration. */
export function bindArithmetic(b: Binder, node: Arithmetic, scope: Scope): Typed | undefined {
  const left = b.bindValue(b, node.left, scope)
  const right = b.bindValue(b, node.right, scope)
  if (left === undefined || right === undefined) return undefined
  // The other way round, because `elapsed` counts back from the instant asked about.
  if (node.op === '-' && isMoment(left.type) && isMoment(right.type)) {
    return arithmetic(
      node,
      { ...right, value: elapsed(right) },
      { ...left, value: elapsed(left) },
      'duration',
    )
  }
  const type = resultType(node.op, left, right)
  if (type === undefined) {
    const params = { op: node.op, leftType: typeName(left), rightType: typeName(right) }
    return report(b, 'segment/bad-arithmetic', node, params)
  }
  const money = moneyOf(b, node, left, right)
  const length = lengthOf(b, node, left, right)
  if (money === false || length === undefined) return undefined
  return {
    ...arithmetic(node, left, right, type),
    ...(money === undefined ? {} : { money }),
    ...(length ? { length } : {}),
  }
}

function elapsed(typed: Typed): BoundValue {
  return { kind: 'elapsed', type: 'duration', of: typed.value }
}

function arithmetic(
  node: Arithmetic,
  left: Typed,
  right: Typed,
  type: 'number' | 'duration',
): Typed {
  const value: BoundValue = {
    kind: 'arithmetic',
    type,
    op: node.op,
    left: left.value,
    right: right.value,
  }
  return {
    value,
    type,
    literal: left.literal && right.literal,
    canMiss: left.canMiss || right.canMiss || node.op === '/',
  }
}

function resultType(
  op: Arithmetic['op'],
  left: Typed,
  right: Typed,
): 'number' | 'duration' | undefined {
  const types = `${left.type} ${op} ${right.type}`
  if (left.type === 'number' && right.type === 'number') return 'number'
  if (/^duration [+-] duration$|^duration [*/] number$|^number \* duration$/.test(types)) {
    return 'duration'
  }
  return types === 'duration / duration' ? 'number' : undefined
}

/** The currency of the result, undefined when it is no amount, false when an issue was reported. */
function moneyOf(
  b: Binder,
  node: Arithmetic,
  left: Typed,
  right: Typed,
): string | undefined | false {
  const both = left.money !== undefined && right.money !== undefined
  if (node.op === '+' || node.op === '-' || (node.op === '/' && both)) {
    if (!sameMoney(b, node.right, left, right)) return false
    return node.op === '/' ? undefined : (left.money ?? right.money)
  }
  const wrong = node.op === '*' ? both : right.money !== undefined
  if (!wrong) return left.money ?? right.money
  const params = { op: node.op, leftType: typeName(left), rightType: typeName(right) }
  report(b, 'segment/bad-arithmetic', node, params)
  return false
}

/** Whether the result is a length, undefined when an issue was reported. */
function lengthOf(b: Binder, node: Arithmetic, left: Typed, right: Typed): boolean | undefined {
  const lengths = [left, right].filter((side) => side.length === true).length
  const isSum = node.op === '+' || node.op === '-'
  if (lengths === 0 || (node.op === '/' && lengths === 2)) return false
  const fits = isSum ? lengths === 2 : node.op === '*' ? lengths === 1 : left.length === true
  if (fits) return true
  const params = { op: node.op, leftType: typeName(left), rightType: typeName(right) }
  return report(b, 'segment/bad-arithmetic', node, params)
}

/** One currency on both sides; a bare number takes that of the other side. */
export function sameMoney(b: Binder, at: object, left: Typed, right: Typed): boolean {
  if (left.money !== undefined && right.money !== undefined && left.money !== right.money) {
    report(b, 'segment/currency-mismatch', at, { left: left.money, right: right.money })
    return false
  }
  const stray = [
    [left, right],
    [right, left],
  ].find(([a, other]) => a?.literal === true && a.money !== undefined && other?.money === undefined)
  // A literal beside a literal says nothing wrong; beside a count it does.
  if (stray === undefined || (left.literal && right.literal)) return true
  report(b, 'segment/not-money', at, { currency: stray[0]?.money ?? '' })
  return false
}
