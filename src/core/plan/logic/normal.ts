/** Builds tests and values in normal form: constants folded, groups flat, sorted and without repetition, `not` outside of groups. */
import { never } from '../../base/index.ts'
import type { BoundLiteralValue, BoundType, CompareOp } from '../../segment/index.ts'
import type { Test, Value } from './logic.ts'
import type { Pool } from './pool.ts'

/** What a comparison becomes when its sides change places. */
export const FLIPPED: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

export function constant(pool: Pool, value: boolean): Test {
  return pool.one<Test>({ kind: 'constant', value })
}

export function literal(pool: Pool, type: BoundType, value: BoundLiteralValue): Value {
  // Empty text is missing, also where somebody wrote it.
  if (value === '') return missing(pool, type)
  return pool.one<Value>({ kind: 'literal', type, value })
}

export function missing(pool: Pool, type: BoundType): Value {
  return pool.one<Value>({ kind: 'missing', type })
}

/** `and` or `or` of any number of tests. */
export function group(pool: Pool, kind: 'and' | 'or', tests: readonly Test[]): Test {
  const absorbing = kind === 'or'
  const flat = tests.flatMap((t) => (t.kind === kind ? t.of : [t]))
  if (flat.some((t) => t.kind === 'constant' && t.value === absorbing))
    return constant(pool, absorbing)
  const of = inOrder(
    pool,
    flat.filter((t) => t.kind !== 'constant'),
  )
  const [only] = of
  if (only === undefined) return constant(pool, !absorbing)
  if (of.length === 1) return only
  // x and not x, x or not x: truth has two values, so this needs no look at x.
  const members = new Set(of)
  if (of.some((t) => t.kind === 'not' && members.has(t.of))) return constant(pool, absorbing)
  // Not a and not b is not (a or b), so that both ways of writing it are one.
  const inner = of.flatMap((t) => (t.kind === 'not' ? [t.of] : []))
  if (inner.length === of.length)
    return not(pool, group(pool, kind === 'and' ? 'or' : 'and', inner))
  return pool.one<Test>({ kind, of })
}

/**
 * The exact opposite. It stays outside of groups: pushed inside, a segment and its opposite would share nothing,
 * and a reference to `not in segment` would compute that segment a second time.
 */
export function not(pool: Pool, test: Test): Test {
  if (test.kind === 'constant') return constant(pool, !test.value)
  return test.kind === 'not' ? test.of : pool.one<Test>({ kind: 'not', of: test })
}

/** `count` or more of these hold; the same condition written twice counts twice. */
export function atLeast(pool: Pool, count: number, tests: readonly Test[]): Test {
  const always = tests.filter((t) => t.kind === 'constant' && t.value).length
  const open = tests.filter((t) => t.kind !== 'constant')
  const need = count - always
  if (need <= 0) return constant(pool, true)
  if (need > open.length) return constant(pool, false)
  if (need === 1) return group(pool, 'or', open)
  if (need === open.length) return group(pool, 'and', open)
  const of = open.toSorted((a, b) => pool.numberOf(a) - pool.numberOf(b))
  return pool.one<Test>({ kind: 'atLeast', count: need, of })
}

export function compare(pool: Pool, op: CompareOp, left: Value, right: Value): Test {
  if (left.kind === 'missing' || right.kind === 'missing') return constant(pool, false)
  if (left.kind === 'literal' && right.kind === 'literal')
    return constant(pool, holds(op, left.value, right.value))
  const swap =
    left.kind === 'literal' ||
    (right.kind !== 'literal' && pool.numberOf(left) > pool.numberOf(right))
  return swap
    ? pool.one<Test>({ kind: 'compare', op: FLIPPED[op], left: right, right: left })
    : pool.one<Test>({ kind: 'compare', op, left, right })
}

/** Membership in a list of literals; `negated` is known and none of them. */
export function among(
  pool: Pool,
  value: Value,
  options: readonly BoundLiteralValue[],
  negated: boolean,
): Test {
  if (value.kind === 'missing') return constant(pool, false)
  const distinct = [...new Set(options.filter((o) => o !== ''))].sort(byTypeAndValue)
  if (value.kind === 'literal') return constant(pool, distinct.includes(value.value) !== negated)
  if (distinct.length === 0) return negated ? known(pool, value) : constant(pool, false)
  const [only] = distinct
  if (only !== undefined && distinct.length === 1)
    return compare(pool, negated ? '!=' : '=', value, literal(pool, value.type, only))
  return pool.one<Test>({ kind: 'in', value, options: distinct, negated })
}

/** Whether a value is there. */
export function known(pool: Pool, value: Value): Test {
  if (value.kind === 'missing') return constant(pool, false)
  if (value.kind === 'literal' || isAlwaysKnown(value)) return constant(pool, true)
  return pool.one<Test>({ kind: 'known', value })
}

/** A calculation; what can be calculated now is, in the same doubles as later. */
export function arithmetic(
  pool: Pool,
  type: BoundType,
  op: '+' | '-' | '*' | '/',
  left: Value,
  right: Value,
): Value {
  if (left.kind === 'missing' || right.kind === 'missing') return missing(pool, type)
  if (
    left.kind === 'literal' &&
    right.kind === 'literal' &&
    typeof left.value === 'number' &&
    typeof right.value === 'number'
  ) {
    const result = calculate(op, left.value, right.value)
    return Number.isFinite(result) ? literal(pool, type, result) : missing(pool, type)
  }
  return pool.one<Value>({ kind: 'arithmetic', type, op, left, right })
}

/** Zero minus a value, so that nothing becomes -0. */
export function negate(pool: Pool, type: BoundType, of: Value): Value {
  if (of.kind === 'missing') return missing(pool, type)
  if (of.kind === 'literal' && typeof of.value === 'number')
    return literal(pool, type, 0 - of.value)
  return pool.one<Value>({ kind: 'negate', type, of })
}

function isAlwaysKnown(value: Value): boolean {
  if (value.kind !== 'measure') return false
  const { fn } = value.measure
  return ['count', 'count distinct', 'sum', 'streak', 'most'].includes(fn)
}

function inOrder(pool: Pool, tests: readonly Test[]): readonly Test[] {
  return [...new Set(tests)].sort((a, b) => pool.numberOf(a) - pool.numberOf(b))
}

function holds(op: CompareOp, a: BoundLiteralValue, b: BoundLiteralValue): boolean {
  switch (op) {
    case '=':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      return never(op)
  }
}

function calculate(op: '+' | '-' | '*' | '/', a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    default:
      return never(op)
  }
}

function byTypeAndValue(a: BoundLiteralValue, b: BoundLiteralValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
