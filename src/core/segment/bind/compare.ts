/** Comparisons: one type and one currency on both sides, with remedies for what people mix up. */
import type { BoundCondition, BoundLiteralValue, BoundValue } from '../bound.ts'
import { printLiteral, printNode } from '../syntax/print.ts'
import type { Condition, Expression, Literal } from '../tree.ts'
import { sameMoney } from './arithmetic.ts'
import { report, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { checkKnown } from './known.ts'
import { bindLiteral } from './literal.ts'
import { isComparable, isMoment, isOrdered, toDate, UNIT_MS } from './type.ts'
import { bindValue } from './value.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined
/** A value and the node that it came from. */
interface Side {
  readonly node: Expression
  readonly typed: Typed
}

function bindSide(b: Binder, node: Expression, scope: Scope): Side | undefined {
  const typed = bindValue(b, node, scope)
  return typed && { node, typed }
}

/** `=`, `!=` and orders; one side of every pair may be a literal of the other's type. */
export function bindCompare(b: Binder, node: Of<'compare'>, scope: Scope, number: number): Bound {
  const left = bindSide(b, node.left, scope)
  const right = bindSide(b, node.right, scope)
  if (left === undefined || right === undefined) return undefined
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!isComparable(side.typed.type)) return noComparison(b, node, side, other)
  }
  const pair = unify(b, left, right)
  if (pair === undefined) return undefined
  const { type } = pair[0]
  const isEquality = node.op === '=' || node.op === '!='
  if (!isEquality && !isOrdered(type)) {
    const params = { op: node.op, type: typeName(left.typed) }
    return report(b, 'segment/no-comparison', node, params)
  }
  if (isEmptyText(left.node) || isEmptyText(right.node)) {
    const value = isEmptyText(left.node) ? right.node : left.node
    const fix = `${printNode(value)} is ${node.op === '=' ? 'missing' : 'known'}`
    return report(b, 'segment/empty-text', node, {}, { fix })
  }
  noteComparison(b, node, left, right)
  return { node: number, kind: 'compare', op: node.op, left: pair[0], right: pair[1] }
}

/** What holds but may surprise: values near known ones, `!=` and missing, "fewer than n" and zero. */
function noteComparison(b: Binder, node: Of<'compare'>, left: Side, right: Side): void {
  for (const [value, literal] of [
    [left, right],
    [right, left],
  ] as const) {
    if (literal.node.kind === 'text') {
      checkKnown(b, literal.node, { of: value.typed, text: literal.node.value })
    }
    if (includesZero(node, value, literal)) {
      report(b, 'segment/includes-zero', node, {}, { severity: 'info' })
    }
  }
  if (node.op === '!=' && (left.typed.canMiss || right.typed.canMiss)) {
    report(b, 'segment/not-equal-missing', node, {}, { severity: 'info' })
  }
}

/** `count(...) < 5`: zero satisfies. `< 1` and `= 0` say so themselves. */
function includesZero(node: Of<'compare'>, value: Side, literal: Side): boolean {
  if (literal.node.kind !== 'number' || value.typed.value.kind !== 'measure') return false
  if (!['count', 'count distinct', 'streak', 'most'].includes(value.typed.value.fn)) return false
  const valueIsLeft = node.left === value.node
  const least = literal.node.value
  if (node.op === (valueIsLeft ? '<' : '>')) return least > 1
  return node.op === (valueIsLeft ? '<=' : '>=') && least >= 1
}

function isEmptyText(node: Expression): boolean {
  return node.kind === 'text' && node.value === ''
}

function noComparison(b: Binder, node: Of<'compare'>, side: Side, other: Side): undefined {
  if (side.typed.type !== 'list') {
    return report(b, 'segment/no-comparison', node, { op: node.op, type: typeName(side.typed) })
  }
  const op = node.op === '!=' ? 'has none' : 'has any'
  const fix =
    other.node.kind === 'text'
      ? `${printNode(side.node)} ${op} (${printLiteral(other.node)})`
      : undefined
  return report(b, 'segment/list-needs-has', node, {}, { fix })
}

/** Both as one type: an instant beside a date becomes its local day. */
function unify(b: Binder, left: Side, right: Side): readonly [BoundValue, BoundValue] | undefined {
  if (!sameMoney(b, right.node, left.typed, right.typed)) return undefined
  if (left.typed.type === right.typed.type && left.typed.length !== right.typed.length) {
    return report(b, 'segment/not-length', left.typed.length === true ? right.node : left.node)
  }
  if (left.typed.type === right.typed.type) return [left.typed.value, right.typed.value]
  if (isMoment(left.typed.type) && isMoment(right.typed.type)) {
    return [toDate(left.typed), toDate(right.typed)]
  }
  const [days, span] = left.typed.type === 'duration' ? [right, left] : [left, right]
  const elapsed = span.typed.type === 'duration' ? elapsedOf(days.typed.value) : undefined
  // Beside a written duration the days are a slip, which the remedy below mends.
  if (elapsed !== undefined && !span.typed.literal) {
    return days === left ? [elapsed, right.typed.value] : [left.typed.value, elapsed]
  }
  const params = { leftType: typeName(left.typed), rightType: typeName(right.typed) }
  const fix = asOtherType(right.node, left) ?? asOtherType(left.node, right)
  const at =
    asOtherType(right.node, left) === undefined && fix !== undefined ? left.node : right.node
  return report(b, 'segment/type-mismatch', at, params, { fix })
}

/** `days since x` as the duration that it counts, for comparing it with measured ones such as `gap(purchase)`. */
function elapsedOf(value: BoundValue): BoundValue | undefined {
  if (value.kind !== 'daysSince') return undefined
  if (value.of.type === 'instant') return { kind: 'elapsed', type: 'duration', of: value.of }
  const day: BoundValue = { kind: 'literal', type: 'duration', value: UNIT_MS.day }
  return { kind: 'arithmetic', type: 'duration', op: '*', left: value, right: day }
}

/** `60 days` beside `days since` is 60, and `30` beside `tenure` is `30 days`; text that is a number is that number. */
function asOtherType(node: Expression, other: Side): string | undefined {
  if (node.kind === 'duration' && other.node.kind === 'daysSince') {
    const days = (node.count * UNIT_MS[node.unit]) / UNIT_MS.day
    return Number.isInteger(days) ? String(days) : undefined
  }
  if (node.kind === 'number' && other.typed.type === 'duration' && Number.isInteger(node.value)) {
    return `${node.value} days`
  }
  if (node.kind === 'number' && other.typed.type === 'text') return `"${node.value}"`
  if (node.kind !== 'text') return undefined
  if (other.typed.type === 'number' && /^-?\d{1,11}(\.\d{1,6})?$/.test(node.value))
    return node.value
  if (other.typed.type === 'boolean' && /^(true|false)$/i.test(node.value)) {
    return node.value.toLowerCase()
  }
  return isMoment(other.typed.type) && /^\d{4}-\d\d-\d\d$/.test(node.value) ? node.value : undefined
}

/** Both ends included; a warning when they are literals in the wrong order. */
export function bindBetween(b: Binder, node: Of<'between'>, scope: Scope, number: number): Bound {
  const value = bindSide(b, node.value, scope)
  const low = bindSide(b, node.low, scope)
  const high = bindSide(b, node.high, scope)
  if (value === undefined || low === undefined || high === undefined) return undefined
  if (!isOrdered(value.typed.type)) {
    const params = { op: 'between', type: typeName(value.typed) }
    return report(b, 'segment/no-comparison', node, params)
  }
  const withLow = unify(b, value, low)
  const withHigh = unify(b, value, high)
  if (withLow === undefined || withHigh === undefined) return undefined
  const ends = { low: withLow[1], high: withHigh[1] }
  // One day among the ends makes days of all three.
  const asDays = [value, low, high].some((side) => side.typed.type === 'date')
  const bound: BoundCondition = asDays
    ? {
        node: number,
        kind: 'between',
        value: toDate(value.typed),
        low: toDate(low.typed),
        high: toDate(high.typed),
      }
    : { node: number, kind: 'between', value: value.typed.value, ...ends }
  const [from, to] = [literalOf(bound.low), literalOf(bound.high)]
  if (from !== undefined && to !== undefined && from > to) {
    report(b, 'segment/never-true', node, {}, { severity: 'warning' })
  }
  return bound
}

function literalOf(value: BoundValue): BoundLiteralValue | undefined {
  return value.kind === 'literal' ? value.value : undefined
}

/** Options are literals of the value's type; days make an instant its local day. */
export function bindIn(b: Binder, node: Of<'in'>, scope: Scope, number: number): Bound {
  const value = bindSide(b, node.value, scope)
  if (value === undefined) return undefined
  if (value.typed.type === 'list')
    return report(b, 'segment/list-needs-has', node, {}, { fix: hasFix(node) })
  if (!isComparable(value.typed.type)) {
    return report(b, 'segment/no-comparison', node, { op: 'in', type: typeName(value.typed) })
  }
  const options = node.options.map((option) => bindOption(b, option, value))
  if (options.includes(undefined)) return undefined
  const whole = options.filter((option) => option !== undefined)
  const days = node.options.filter((option) => option.kind === 'date').length
  const isDays = value.typed.type === 'instant' && days > 0
  if (isDays && days < node.options.length) {
    const params = { leftType: 'date', rightType: 'instant' }
    return report(b, 'segment/type-mismatch', node, params)
  }
  if (node.negated && value.typed.canMiss) {
    report(b, 'segment/not-equal-missing', node, {}, { severity: 'info' })
  }
  const compared = isDays ? toDate(value.typed) : value.typed.value
  return { node: number, kind: 'in', value: compared, options: whole, negated: node.negated }
}

function bindOption(b: Binder, option: Literal, value: Side): BoundLiteralValue | undefined {
  const side = { node: option, typed: bindLiteral(option) }
  if (isEmptyText(option)) return report(b, 'segment/empty-text', option)
  // A day stands for no single instant, so that a date can not be compared with instants here.
  if (value.typed.type === 'date' && option.kind === 'instant') {
    const params = { leftType: 'date', rightType: 'instant' }
    return report(b, 'segment/type-mismatch', option, params)
  }
  if (unify(b, value, side) === undefined) return undefined
  if (option.kind === 'text') checkKnown(b, option, { of: value.typed, text: option.value })
  return literalOf(side.typed.value)
}

function hasFix(node: Of<'in'>): string | undefined {
  const texts = node.options.filter((option) => option.kind === 'text')
  if (texts.length !== node.options.length) return undefined
  const op = node.negated ? 'has none' : 'has any'
  return `${printNode(node.value)} ${op} (${texts.map(printLiteral).join(', ')})`
}
