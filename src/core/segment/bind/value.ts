/** Values: each kind to its binder, names to what they stand for. */
import { never, nearest } from '../../base/index.ts'
import type { BoundValue } from '../bound.ts'
import { parseExpression } from '../syntax/parse.ts'
import type { Expression } from '../tree.ts'
import { bindArithmetic, bindNegate } from './arithmetic.ts'
import { report, spend, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { bindNet, bindShare, bindTrend } from './combined.ts'
import { bindBucket, bindDistance, bindScore } from './customer-value.ts'
import { bindLiteral } from './literal.ts'
import { bindMeasure } from './measure.ts'
import { bindProperty, bindRole, bindTrait } from './name.ts'
import { isMoment, toDate } from './type.ts'

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
    case 'length':
      return bindLiteral(node)
    case 'trait':
    case 'named':
    case 'property':
      return bindName(b, node, scope)
    case 'distance':
      return bindDistance(b, node, scope)
    case 'daysSince': {
      const of = bindMoment(b, node.of, scope)
      return of && plain({ kind: 'daysSince', type: 'number', of: of.value }, of.canMiss)
    }
    case 'calendarPart':
      return bindPart(b, node, scope)
    case 'eventTime': {
      if (scope.kind !== 'rows')
        return report(b, 'segment/only-in-where', node, { found: 'event time' })
      return plain({ kind: 'eventTime', type: 'instant' }, false)
    }
    case 'arithmetic':
      return bindArithmetic(b, node, scope)
    case 'negate':
      return bindNegate(b, node, scope)
    default:
      return bindOfCustomer(b, node, scope)
  }
}

type OfCustomer = Extract<
  Expression,
  { kind: 'measure' | 'share' | 'net' | 'trend' | 'score' | 'bucket' | 'age' | 'tenure' }
>

/** What speaks of the customer, and so has no place where one event is spoken of. */
function bindOfCustomer(b: Binder, node: OfCustomer, scope: Scope): Typed | undefined {
  if (scope.kind === 'rows') {
    const isWord = node.kind === 'age' || node.kind === 'tenure'
    const name = node.kind === 'measure' ? node.fn : node.kind
    return report(b, 'segment/not-in-where', node, { found: isWord ? name : `${name}(...)` })
  }
  switch (node.kind) {
    case 'measure':
      return bindMeasure(b, node)
    case 'share':
      return bindShare(b, node)
    case 'net':
      return bindNet(b, node)
    case 'trend':
      return bindTrend(b, node)
    case 'score':
      return bindScore(b, node)
    case 'bucket':
      return bindBucket(b, node)
    case 'age':
    case 'tenure':
      return bindSinceRole(b, node)
    default:
      return never(node)
  }
}

function plain(value: BoundValue, canMiss: boolean): Typed {
  return { value, type: value.type, literal: false, canMiss }
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
  // Not the measure's fault, but that of its use in a trend.
  const window = inner.issues.find((issue) => issue.code === 'segment/window-not-here')
  if (window !== undefined) return report(b, 'segment/window-not-here', node, window.params)
  const broken = inner.issues.find((issue) => issue.severity === 'error')
  if (broken === undefined) return typed
  const reason =
    broken.code === 'segment/measure-broken' ? (broken.params['reason'] ?? '') : broken.code
  return report(b, 'segment/measure-broken', node, { name: node.name, reason })
}

/** Part of a calendar day; only instants have hours. */
function bindPart(
  b: Binder,
  node: Extract<Expression, { kind: 'calendarPart' }>,
  scope: Scope,
): Typed | undefined {
  const { part } = node
  const of = bindMoment(b, node.of, scope)
  if (of === undefined) return undefined
  if (part === 'hour' && of.type === 'date') {
    const params = { expectedTypes: ['instant'], foundType: typeName(of) }
    return report(b, 'segment/wrong-type', node.of, params)
  }
  const value = part === 'hour' ? of.value : toDate(of)
  return plain({ kind: 'calendarPart', type: 'number', part, of: value }, of.canMiss)
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
