/** Values as noun phrases, windows as adverbs. */
import { never, type Window } from '../../base/index.ts'
import type { Expression, MeasureFn, Source } from '../tree.ts'
import { partName } from './part.ts'
import {
  isOne,
  label,
  literal,
  nounOf,
  number,
  place,
  point,
  propertyNamed,
  type Speaker,
} from './speaker.ts'
import type { Nature, Noun } from './voice.ts'

/** A value as a noun phrase that can begin or end a clause. */
export function sayValue(s: Speaker, node: Expression): string {
  switch (node.kind) {
    case 'number':
    case 'length':
    case 'text':
    case 'boolean':
    case 'date':
    case 'instant':
    case 'duration':
      return literal(s, node)
    case 'trait':
    case 'property':
      return propertyNamed(s, node.name) === undefined && s.event === undefined
        ? s.voice.quote(node.name)
        : s.voice.label(label(s, node.name))
    case 'named':
      return s.voice.quote(node.name)
    case 'measure':
      return sayMeasure(s, node)
    case 'daysSince':
      return s.voice.daysSince(sayMoment(s, node.of))
    case 'calendarPart':
      return s.voice.calendarPart[node.part](sayMoment(s, node.of))
    case 'age':
    case 'tenure':
    case 'eventTime':
      return s.voice[node.kind]
    case 'arithmetic': {
      const sign = { '+': '+', '-': '−', '*': '×', '/': '÷' }[node.op]
      return `${sayOperand(s, node.left)} ${sign} ${sayOperand(s, node.right)}`
    }
    case 'negate':
      return s.voice.minus(sayOperand(s, node.of))
    case 'share':
    case 'net':
    case 'trend':
      return sayDerived(s, node)
    case 'score':
      return s.voice.score(s.voice.quote(node.name))
    case 'bucket':
      return s.voice.bucket(s.voice.quote(node.salt))
    case 'distance':
      return s.voice.distance(sayValue(s, node.of), place(s, node.to))
    default:
      return never(node)
  }
}

/** Arithmetic inside arithmetic, and measures with their own words, are set apart. */
function sayOperand(s: Speaker, node: Expression): string {
  const text = sayValue(s, node)
  return OPERANDS_APART.has(node.kind) ? `(${text})` : text
}

const OPERANDS_APART: ReadonlySet<Expression['kind']> = new Set([
  'arithmetic',
  'negate',
  'measure',
  'daysSince',
  'calendarPart',
  'share',
  'net',
  'trend',
  'distance',
])

/** "purchases in the last 30 days where (...)"; `what` is the noun in the number wanted. */
export function saySource(s: Speaker, source: Source, what: string): string {
  const withWindow = source.window === undefined ? what : `${what} ${sayWindow(s, source.window)}`
  if (source.where === undefined) return withWindow
  return s.voice.where(withWindow, s.sayCondition(inside(s, source), source.where))
}

/** Speaks of the rows of a source from here on. */
export function inside(s: Speaker, source: Pick<Source, 'event' | 'element'>): Speaker {
  const { event, element } = source
  return element === undefined ? { ...s, event } : { ...s, event, element }
}

/** Values made of measures: a share, a sum less refunds, a trend. */
function sayDerived(
  s: Speaker,
  node: Extract<Expression, { kind: 'share' | 'net' | 'trend' }>,
): string {
  if (node.kind === 'trend') {
    const { count, unit } = node
    return s.voice.trend(
      sayValue(s, node.of),
      unit,
      sayWindow(s, { kind: 'previous', count, unit }),
    )
  }
  const { source, property: named } = ofElements(s, node)
  const { other } = nounOf(s, source.event, source.element)
  const rows = inside(s, source)
  const property = named === undefined ? '' : s.voice.label(label(rows, named))
  if (node.kind === 'net') return s.voice.net(saySource(s, source, other), property)
  const all = source.window === undefined ? other : `${other} ${sayWindow(s, source.window)}`
  const condition = s.sayCondition(rows, source.where ?? { kind: 'everyone' })
  return named === undefined
    ? s.voice.share(all, condition)
    : s.voice.shareOf(property, all, condition)
}

/** `share(purchase.item where ...)`: a property that is an element of the event means its rows. */
function ofElements(
  s: Speaker,
  { kind, source, property }: Extract<Expression, { kind: 'share' | 'net' }>,
): { readonly source: Source; readonly property?: string } {
  const elements = s.catalogue.events[source.event]?.elements ?? {}
  const isElement =
    kind === 'share' &&
    property !== undefined &&
    source.element === undefined &&
    Object.hasOwn(elements, property)
  if (isElement) return { source: { ...source, element: property } }
  return property === undefined ? { source } : { source, property }
}

function sayMeasure(s: Speaker, node: Extract<Expression, { kind: 'measure' }>): string {
  const { fn, source } = node
  const noun = nounOf(s, source.event, source.element)
  const rows = inside(s, source)
  const property = node.property === undefined ? '' : s.voice.label(label(rows, node.property))
  if (fn === 'first' || fn === 'last' || fn === 'nth') {
    const what = saySource(s, source, whichOf(noun, node))
    return node.property === undefined ? s.voice.momentOf(what) : s.voice.propertyOf(property, what)
  }
  if (fn === 'streak')
    return s.voice.streak(node.per ?? 'month', saySource(s, source, `${number(s, 1)} ${noun.one}`))
  const what = saySource(s, source, noun.other)
  if (fn === 'gap' || fn === 'median gap') return s.voice.gap[fn](what)
  const isMoment = isMomentType(propertyNamed(rows, node.property ?? '')?.type)
  if (isMoment && fn === 'min') return s.voice.earliest(what, property)
  if (isMoment && fn === 'max') return s.voice.latest(what, property)
  return s.voice.measure[fn](what, property)
}

/** "days since the last purchase", not since its moment. */
export function sayMoment(s: Speaker, node: Expression): string {
  if (!isEvent(node)) return sayValue(s, node)
  const noun = nounOf(s, node.source.event, node.source.element)
  return saySource(s, node.source, whichOf(noun, node))
}

/** "the first purchase", "the 2nd most recent purchase" */
function whichOf(noun: Noun, node: Extract<Expression, { kind: 'measure' }>): string {
  if (node.fn === 'nth') return noun.nth(Math.abs(node.n ?? 1), (node.n ?? 1) < 0)
  return noun[node.fn === 'first' ? 'first' : 'last']
}

/** The first or last event itself, rather than one of its properties. */
export function isEvent(node: Expression): node is Extract<Expression, { kind: 'measure' }> {
  return (
    node.kind === 'measure' &&
    node.property === undefined &&
    (node.fn === 'first' || node.fn === 'last' || node.fn === 'nth')
  )
}

function isMomentType(type: string | undefined): boolean {
  return type === 'date' || type === 'instant'
}

/** Whether a value is compared as an amount, as a moment or as something else. */
export function natureOf(s: Speaker, node: Expression): Nature {
  switch (node.kind) {
    case 'date':
    case 'instant':
    case 'eventTime':
      return 'moment'
    case 'text':
    case 'boolean':
      return 'other'
    case 'calendarPart':
      return node.part === 'month' || node.part === 'weekday' ? 'other' : 'amount'
    case 'trait':
    case 'property':
    case 'named':
      return natureOfType(propertyNamed(s, node.name)?.type)
    case 'measure': {
      if (AMOUNTS.has(node.fn)) return 'amount'
      if (node.property === undefined) return 'moment'
      return natureOfType(propertyNamed(inside(s, node.source), node.property)?.type)
    }
    default:
      return 'amount'
  }
}

const AMOUNTS: ReadonlySet<MeasureFn> = new Set([
  'count',
  'count distinct',
  'gap',
  'median gap',
  'streak',
  'most',
])

function natureOfType(type: string | undefined): Nature {
  if (isMomentType(type)) return 'moment'
  return type === 'number' || type === 'money' ? 'amount' : 'other'
}

/** A literal beside a value: the 3 of `month of birth_date = 3` is March. */
export function sayBeside(s: Speaker, node: Expression, beside: Expression): string {
  const name =
    node.kind === 'number' && beside.kind === 'calendarPart'
      ? partName(s.locale, beside.part, node.value)
      : undefined
  return name ?? sayValue(s, node)
}

/** A window as an adverb: "in the last 30 days". */
export function sayWindow(s: Speaker, window: Window): string {
  const said = sayStretch(s, window)
  return window.timeZone === undefined ? said : s.voice.inZone(said, window.timeZone)
}

function sayStretch(s: Speaker, window: Window): string {
  const { voice } = s
  switch (window.kind) {
    case 'rolling':
      return voice.rolling(number(s, window.count), window.unit, window.count === 1)
    case 'calendarDays':
      return window.count === 1 ? voice.current.day : voice.calendarDays(number(s, window.count))
    case 'current':
      return voice.current[window.unit]
    case 'previous':
      return window.count === 1
        ? voice.previousOne[window.unit]
        : voice.previous(number(s, window.count), window.unit)
    case 'since':
      return voice.since(point(s, window.from))
    case 'before':
      return voice.before(point(s, window.to))
    case 'between':
      return voice.fromTo(point(s, window.from), point(s, window.to))
    case 'ago': {
      const [one, other] = voice.units[window.unit]
      const unit = isOne(s, Math.max(window.far, window.near)) ? one : other
      return voice.ago(number(s, window.far), number(s, window.near), unit)
    }
    // Nobody writes this one; it is what rhythms and trends are made of.
    case 'period':
      return window.back === 0 ? voice.current[window.unit] : voice.previousOne[window.unit]
    case 'ahead':
      return voice.ahead(number(s, window.count), window.unit, window.count === 1)
    case 'following':
      return voice.following[window.unit]
    default:
      return never(window)
  }
}
