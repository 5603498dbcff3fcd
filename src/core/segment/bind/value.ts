/** Values: literals, names, measures, arithmetic, each with its type and currency. */
import { never, nearest } from '../../base/index.ts'
import type { BoundValue } from '../bound.ts'
import { parseExpression } from '../syntax/parse.ts'
import type { Expression, Literal, MeasureFn } from '../tree.ts'
import { report, spend, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { bindProperty, bindRole, bindTrait } from './name.ts'
import { bindSource } from './source.ts'
import { isComparable, isMoment, isOrdered, UNIT_MS } from './type.ts'

/** The value with its type and currency, or undefined when something in it is broken. */
export function bindValue(b: Binder, node: Expression, scope: Scope): Typed | undefined {
  if (!spend(b, node)) return undefined
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'instant':
    case 'duration':
      return bindLiteral(node)
    case 'trait':
    case 'named':
    case 'property':
      return bindName(b, node, scope)
    case 'measure':
      return scope.kind === 'customer'
        ? bindMeasure(b, node)
        : onlyOutside(b, node, `${node.fn}(...)`)
    case 'daysSince': {
      const of = bindMoment(b, node.of, scope)
      return of && plain({ kind: 'daysSince', type: 'number', of: of.value }, of.canMiss)
    }
    case 'age':
    case 'tenure':
      return scope.kind === 'customer' ? bindSinceRole(b, node) : onlyOutside(b, node, node.kind)
    case 'arithmetic':
      return bindArithmetic(b, node, scope)
    case 'negate':
      return bindNegate(b, node, scope)
    default:
      return never(node)
  }
}

function onlyOutside(b: Binder, node: Expression, found: string): undefined {
  return report(b, 'segment/not-in-where', node, { found })
}

function plain(value: BoundValue, canMiss: boolean): Typed {
  return { value, type: value.type, literal: false, canMiss }
}

/** The value as both evaluators take it: durations in milliseconds. */
export function bindLiteral(node: Literal): Typed {
  const value = node.kind === 'duration' ? node.count * UNIT_MS[node.unit] : node.value
  const typed: Typed = {
    value: { kind: 'literal', type: node.kind, value },
    type: node.kind,
    literal: true,
    canMiss: false,
  }
  const currency = node.kind === 'number' ? node.currency : undefined
  return currency === undefined ? typed : { ...typed, money: currency }
}

function bindName(
  b: Binder,
  node: Extract<Expression, { kind: 'trait' | 'named' | 'property' }>,
  scope: Scope,
): Typed | undefined {
  if (scope.kind === 'rows') return bindProperty(b, node.name, scope, node)
  const local = b.local.get(node.name)
  if (local !== undefined) return writeOut(b, node, (inner) => bindValue(inner, local, scope))
  const { catalogue, measures } = b.context
  if (Object.hasOwn(catalogue.traits, node.name)) return bindTrait(b, node.name, node)
  const text = Object.hasOwn(measures, node.name) ? measures[node.name] : undefined
  if (text !== undefined) return writeOut(b, node, (inner) => bindText(inner, node, text))
  if (node.kind !== 'named') return bindTrait(b, node.name, node)
  const known = [...b.local.keys(), ...Object.keys(measures)]
  const near = nearest(node.name, known)
  return report(b, 'segment/unknown-measure', node, { name: node.name, nearest: near ?? '', known })
}

/** A measure stands for its text; one that leads back to itself is named with its path. */
function writeOut(
  b: Binder,
  node: Extract<Expression, { kind: 'trait' | 'named' | 'property' }>,
  bind: (inner: Binder) => Typed | undefined,
): Typed | undefined {
  const from = b.within.indexOf(node.name)
  if (from !== -1) {
    const path = [...b.within.slice(from), node.name].join(' → ')
    return report(b, 'segment/measure-cycle', node, { path })
  }
  const inner: Binder = { ...b, within: [...b.within, node.name] }
  const typed = bind(inner)
  b.nextNumber = inner.nextNumber
  return typed
}

/** A measure of the programme has a text of its own: its issues are told as one, at the place where it is used. */
function bindText(b: Binder, node: Expression & { name: string }, text: string): Typed | undefined {
  const parsed = parseExpression(text, { measures: Object.keys(b.context.measures) })
  if (!parsed.ok) {
    const reason = parsed.issues[0]?.code ?? ''
    return report(b, 'segment/measure-broken', node, { name: node.name, reason })
  }
  const { expression, spanOf } = parsed.value
  const inner: Binder = { ...b, issues: [], reported: new Set(), spanOf, local: new Map() }
  const typed = bindValue(inner, expression, { kind: 'customer' })
  b.nextNumber = inner.nextNumber
  const cycle = inner.issues.find((issue) => issue.code === 'segment/measure-cycle')
  if (cycle !== undefined) return report(b, 'segment/measure-cycle', node, cycle.params)
  const broken = inner.issues.find((issue) => issue.severity === 'error')
  if (broken === undefined) return typed
  const reason =
    broken.code === 'segment/measure-broken' ? (broken.params['reason'] ?? '') : broken.code
  return report(b, 'segment/measure-broken', node, { name: node.name, reason })
}

/** A date or an instant, or an issue at its place. */
export function bindMoment(b: Binder, node: Expression, scope: Scope): Typed | undefined {
  const typed = bindValue(b, node, scope)
  if (typed === undefined || isMoment(typed.type)) return typed
  const params = { expectedTypes: ['date', 'instant'], foundType: typeName(typed) }
  return report(b, 'segment/wrong-type', node, params)
}

function bindSinceRole(
  b: Binder,
  node: Extract<Expression, { kind: 'age' | 'tenure' }>,
): Typed | undefined {
  const of = bindRole(b, node.kind === 'age' ? 'birth-date' : 'joined', node)
  if (of === undefined) return undefined
  if (!isMoment(of.type)) {
    const params = { expectedTypes: ['date', 'instant'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node, params)
  }
  if (node.kind === 'tenure') {
    return plain({ kind: 'elapsed', type: 'duration', of: of.value }, of.canMiss)
  }
  return plain({ kind: 'yearsSince', type: 'number', of: toDate(of) }, of.canMiss)
}

/** The local calendar day of a date or instant. */
export function toDate(typed: Typed): BoundValue {
  return typed.type === 'instant'
    ? { kind: 'localDate', type: 'date', of: typed.value }
    : typed.value
}

const NEVER_MISSING: ReadonlySet<MeasureFn> = new Set(['count', 'count distinct', 'sum'])

function bindMeasure(b: Binder, node: Extract<Expression, { kind: 'measure' }>): Typed | undefined {
  const found = bindSource(b, node.source)
  if (found === undefined) return undefined
  const { source, scope } = found
  const canMiss = !NEVER_MISSING.has(node.fn)
  if (node.property === undefined) {
    const type = node.fn === 'count' ? 'number' : 'instant'
    return plain({ kind: 'measure', type, fn: node.fn, source }, canMiss)
  }
  const of = bindProperty(b, node.property, scope, [node, 'property'])
  if (of === undefined || of.value.kind !== 'property') return undefined
  if (!takes(node.fn, of)) {
    const params = { fn: node.fn, name: node.property, foundType: typeName(of) }
    return report(b, 'segment/measure-type', [node, 'property'], params)
  }
  const { name, of: owner, type } = of.value
  const result = node.fn === 'count distinct' ? 'number' : type
  const value: BoundValue = {
    kind: 'measure',
    type: result,
    fn: node.fn,
    source,
    property: { name, of: owner, type },
  }
  const typed = plain(value, canMiss)
  if (node.fn === 'count distinct') return typed
  const { property, money } = of
  return {
    ...typed,
    ...(property === undefined ? {} : { property }),
    ...(money === undefined ? {} : { money }),
  }
}

function takes(fn: MeasureFn, of: Typed): boolean {
  if (fn === 'sum' || fn === 'avg') return of.type === 'number'
  if (fn === 'min' || fn === 'max') return isOrdered(of.type)
  return fn === 'count distinct' ? isComparable(of.type) : true
}

function bindNegate(
  b: Binder,
  node: Extract<Expression, { kind: 'negate' }>,
  scope: Scope,
): Typed | undefined {
  const of = bindValue(b, node.of, scope)
  if (of === undefined) return undefined
  if (of.type !== 'number' && of.type !== 'duration') {
    const params = { expectedTypes: ['number', 'duration'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node.of, params)
  }
  return { ...of, value: { kind: 'negate', type: of.type, of: of.value } }
}

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>

function bindArithmetic(b: Binder, node: Arithmetic, scope: Scope): Typed | undefined {
  const left = bindValue(b, node.left, scope)
  const right = bindValue(b, node.right, scope)
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
  if (money === false) return undefined
  const typed = arithmetic(node, left, right, type)
  return money === undefined ? typed : { ...typed, money }
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
