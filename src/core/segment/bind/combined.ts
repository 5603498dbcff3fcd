/** Shares, net amounts and trends: measures written out as arithmetic between simpler ones. */
import type { BoundValue } from '../bound.ts'
import type { Expression, Source } from '../tree.ts'
import { report, standIn, typeName, type Binder, type Typed } from './binder.ts'
import { bindMeasure, type Measure } from './measure.ts'
import { isPrefix } from './source.ts'

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

/** The rows (or the sum over them) that meet the filter, over all; missing when all is zero. */
export function bindShare(b: Binder, node: Of<'share'>): Typed | undefined {
  const { source, property } = elementOrProperty(b, node)
  if (source.where === undefined) return report(b, 'segment/share-needs-where', node)
  const { where: _, ...all } = source
  const part = bindMeasure(b, totalOf(b, node, source, property))
  const whole = bindMeasure(b, totalOf(b, node, standIn(b, all, node.source), property))
  if (part === undefined || whole === undefined) return undefined
  const value = calculated('/', 'number', part.value, whole.value)
  return { value, type: 'number', literal: false, canMiss: true }
}

/** `purchase.item` may be an element of the event or a property; the catalogue gives no name twice. */
function elementOrProperty(
  b: Binder,
  { source, property }: Of<'share'>,
): { readonly source: Source; readonly property?: string } {
  const { events } = b.context.catalogue
  const event = Object.hasOwn(events, source.event) ? events[source.event] : undefined
  if (property === undefined) return { source }
  const isElement = source.element === undefined && Object.hasOwn(event?.elements ?? {}, property)
  if (!isElement) return { source, property }
  return { source: standIn(b, { ...source, element: property }, source) }
}

function totalOf(b: Binder, node: Expression, source: Source, property?: string): Measure {
  const measure: Measure =
    property === undefined
      ? { kind: 'measure', fn: 'count', source }
      : { kind: 'measure', fn: 'sum', source, property }
  return standIn(b, measure, node)
}

/** The sum less the sum over the refunds of the same window, of whom the filter asks the same. */
export function bindNet(b: Binder, node: Of<'net'>): Typed | undefined {
  const { source, property } = node
  if (isPrefix(source)) return report(b, 'segment/prefix-measure', node, { fn: 'net' })
  const sum = bindMeasure(b, totalOf(b, node, source, property))
  if (sum === undefined) return undefined
  const refunds = Object.values(b.context.catalogue.events).filter(
    ({ refundOf }) => refundOf?.event === source.event,
  )
  if (refunds.length === 0) {
    return report(b, 'segment/no-refund', node, { event: source.event })
  }
  let net = sum
  for (const refund of refunds) {
    const inner: Binder = { ...b, issues: [], reported: new Set() }
    const of = bindMeasure(inner, totalOf(b, node, { ...source, event: refund.name }, property))
    b.nextNumber = inner.nextNumber
    if (of === undefined || of.type !== sum.type || of.money !== sum.money) {
      const params = { event: source.event, refund: refund.name }
      return report(b, 'segment/refund-differs', node, params)
    }
    net = { ...net, value: calculated('-', 'number', net.value, of.value) }
  }
  return net
}

/**
 * The least-squares slope per period over whole periods before the current one: with n periods and weights
 * w = 2i - (n + 1) for i = 1 (the oldest) to n, the sum of w times each value over n (n^2 - 1) / 6.
 */
export function bindTrend(b: Binder, node: Of<'trend'>): Typed | undefined {
  const { count, unit } = node
  if (b.period !== undefined) {
    return report(b, 'segment/window-not-here', node, { found: 'trend(...)' })
  }
  let first: Typed | undefined
  let sum: BoundValue | undefined
  for (let i = 1; i <= count; i++) {
    const inner: Binder = { ...b, period: { kind: 'period', unit, back: count - i + 1 } }
    const of = b.bindValue(inner, node.of, { kind: 'customer' })
    b.nextNumber = inner.nextNumber
    if (of === undefined) return undefined
    if (!measures(of.value)) return report(b, 'segment/trend-no-measure', node.of)
    if (of.type !== 'number' && of.type !== 'duration') {
      const params = { expectedTypes: ['number', 'duration'], foundType: typeName(of) }
      return report(b, 'segment/wrong-type', node.of, params)
    }
    first ??= of
    const weighed = calculated('*', of.type, of.value, number(2 * i - count - 1))
    sum = sum === undefined ? weighed : calculated('+', of.type, sum, weighed)
  }
  if (first === undefined || sum === undefined) return undefined
  const type = first.type === 'duration' ? 'duration' : 'number'
  const value = calculated('/', type, sum, number((count * (count * count - 1)) / 6))
  return { ...first, value, literal: false }
}

/** Whether anything in the value is measured in the period. */
function measures(value: BoundValue): boolean {
  switch (value.kind) {
    case 'measure':
      return true
    case 'arithmetic':
      return measures(value.left) || measures(value.right)
    case 'extreme':
      return value.of.some(measures)
    case 'daysSince':
    case 'elapsed':
    case 'localDate':
    case 'calendarPart':
    case 'negate':
      return measures(value.of)
    default:
      return false
  }
}

function number(value: number): BoundValue {
  return { kind: 'literal', type: 'number', value }
}

function calculated(
  op: '+' | '-' | '*' | '/',
  type: 'number' | 'duration',
  left: BoundValue,
  right: BoundValue,
): BoundValue {
  return { kind: 'arithmetic', type, op, left, right }
}
