/** The reference evaluator: small, slow, obvious. What it answers is what the language means. */
import {
  assert,
  calendarPart,
  daysBetween,
  daysToReturn,
  localDate,
  MS_PER_DAY,
  startOfLocalDay,
  wholeYears,
  windowEdges,
  type Instant,
} from '../base/index.ts'
import type { BoundCondition, BoundDefinition, BoundSource, BoundValue } from './bound.ts'
import { measureOf } from './evaluate/aggregate.ts'
import { heldSince, sequenceHolds } from './evaluate/chain.ts'
import { valueIn } from './convert.ts'
import type { CustomerHistory, EventRecord } from './history.ts'
import type { Row, Value } from './measure.ts'
import { bucketOf, distanceMetres } from './evaluate/place.ts'
import { compares, listHolds, textHolds } from './evaluate/predicate.ts'
import { isWithin, type Cutoffs } from './evaluate/rank.ts'
import { isKnown, isListed, knownFrom, scoreAt, traitAt } from './record.ts'

/** The instant asked about, and who is in the segments that a definition refers to at that instant. */
export interface EvaluationContext {
  readonly asOf: Instant
  readonly memberOf: (segment: string) => boolean
  /** The thresholds of a rank, by its key, as frozen at the last refresh; nobody is in a rank without them. */
  readonly cutoffs?: (key: string) => Cutoffs | undefined
}

/** What a condition or value is evaluated in. */
export interface Scope extends EvaluationContext {
  readonly history: CustomerHistory
  readonly timeZone: string
  /** Inside a `where`. */
  readonly row?: Row
}

/**
 * Whether the customer belongs to the segment at `asOf`. Who is not known by then belongs to none.
 * Cost: linear in the events for each measure.
 */
export function interpret(
  bound: BoundDefinition,
  history: CustomerHistory,
  context: EvaluationContext,
): boolean {
  if (!isKnown(history, context.asOf)) return false
  return holds(bound.condition, scopeOf(bound, history, context))
}

/** Where the top condition of a definition is evaluated. */
export function scopeOf(
  bound: BoundDefinition,
  history: CustomerHistory,
  context: EvaluationContext,
): Scope {
  return { ...context, history, timeZone: bound.timeZone }
}

/** The truth of a condition: true or false, never missing. */
export function holds(condition: BoundCondition, scope: Scope): boolean {
  switch (condition.kind) {
    case 'constant':
      return condition.value
    case 'and':
      return condition.of.every((part) => holds(part, scope))
    case 'or':
      return condition.of.some((part) => holds(part, scope))
    case 'not':
      return !holds(condition.of, scope)
    case 'atLeast':
      return condition.of.filter((part) => holds(part, scope)).length >= condition.count
    case 'compare': {
      const left = valueOf(condition.left, scope)
      const right = valueOf(condition.right, scope)
      return left !== null && right !== null && compares(condition.op, left, right)
    }
    case 'between': {
      const value = valueOf(condition.value, scope)
      const low = valueOf(condition.low, scope)
      const high = valueOf(condition.high, scope)
      if (value === null || low === null || high === null) return false
      return compares('>=', value, low) && compares('<=', value, high)
    }
    case 'in': {
      const value = valueOf(condition.value, scope)
      if (value === null) return false
      return condition.options.some((option) => option === value) !== condition.negated
    }
    case 'text': {
      const value = valueOf(condition.value, scope)
      return textsIn(value).some((one) => textHolds(condition.op, one, condition.text))
    }
    case 'list':
      return listHolds(condition.op, valueOf(condition.value, scope), condition.options)
    case 'presence':
      return (valueOf(condition.value, scope) === null) === condition.missing
    case 'within': {
      const at = momentOf(condition.value, scope)
      const { after, upTo } = windowEdges(condition.window, scope.asOf, scope.timeZone)
      return at !== null && after < at && at <= upTo
    }
    case 'any':
      return rowsOf(condition.source, scope).length > 0
    case 'anyElement': {
      assert(scope.row !== undefined, 'any element outside of a where')
      const { event } = scope.row
      return elementsOf(event, condition.element).some((row) =>
        holds(condition.where, { ...scope, row }),
      )
    }
    default:
      return belongs(condition, scope)
  }
}

type Kind<K extends BoundCondition['kind']> = Extract<BoundCondition, { kind: K }>

/** What is asked of the customer as a whole: lists, ranks, and what happened in turn. */
function belongs(
  condition: Kind<'inSegment' | 'inList' | 'rank' | 'sequence' | 'stateFor' | 'anniversary'>,
  scope: Scope,
): boolean {
  switch (condition.kind) {
    case 'inSegment':
      return scope.memberOf(condition.segment)
    case 'inList':
      return isListed(scope.history, condition.list, scope.asOf)
    case 'rank': {
      const value = valueOf(condition.value, scope)
      const cutoffs = scope.cutoffs?.(condition.key)
      return typeof value === 'number' && cutoffs !== undefined && isWithin(value, cutoffs)
    }
    case 'sequence':
      return sequenceHolds(
        condition,
        (source) => rowsOf(source, scope).map((row) => row.event.at),
        scope.asOf,
      )
    case 'stateFor':
      return stateHolds(condition, scope)
    case 'anniversary': {
      const date = valueOf(condition.value, scope)
      if (typeof date !== 'string') return false
      const away = daysToReturn(date, localDate(scope.asOf, scope.timeZone), condition.direction)
      return away !== undefined && away < condition.days
    }
  }
}

function stateHolds(state: Extract<BoundCondition, { kind: 'stateFor' }>, scope: Scope): boolean {
  const { history, asOf } = scope
  const known = knownFrom(history)
  // It changes at its records only, and nothing is known of it before the customer is.
  const records =
    state.list === undefined
      ? history.traits.filter((record) => Object.hasOwn(record.traits, state.trait ?? ''))
      : (history.lists ?? []).filter((record) => record.list === state.list)
  const changes = records.map((record) => record.at).filter((at) => at > known && at <= asOf)
  const since = heldSince([known, ...changes], (at) =>
    holds(state.condition, { ...scope, asOf: at }),
  )
  return since !== undefined && asOf - since >= state.durationMs === state.longer
}

/** What an expression stands for; null when it is missing. */
export function valueOf(value: BoundValue, scope: Scope): Value {
  switch (value.kind) {
    case 'literal':
      return value.value
    case 'trait':
      return traitAt(scope.history, value.name, scope.asOf)
    case 'property':
      assert(scope.row !== undefined, 'a property outside of a where')
      return valueIn(scope.row, value)
    case 'measure':
      return measureOf(value, rowsOf(value.source, scope), scope)
    case 'score':
      return scoreAt(scope.history, value.name, scope.asOf)
    case 'bucket':
      return bucketOf(value.salt, scope.history.customerId)
    case 'distance': {
      const of = valueOf(value.of, scope)
      if (!isPoint(of)) return null
      return distanceMetres({ latitude: of[0], longitude: of[1] }, value)
    }
    case 'extreme': {
      const known = value.of.map((one) => valueOf(one, scope)).filter((one) => one !== null)
      if (known.length === 0) return null
      return known.reduce((best, one) =>
        compares(value.op === 'least' ? '<' : '>', one, best) ? one : best,
      )
    }
    case 'daysSince': {
      const of = valueOf(value.of, scope)
      if (typeof of === 'string') return daysBetween(of, localDate(scope.asOf, scope.timeZone))
      return typeof of === 'number' ? (scope.asOf - of) / MS_PER_DAY : null
    }
    case 'yearsSince': {
      const of = valueOf(value.of, scope)
      return typeof of === 'string' ? wholeYears(of, localDate(scope.asOf, scope.timeZone)) : null
    }
    case 'elapsed': {
      const from = momentOf(value.of, scope)
      return from === null ? null : scope.asOf - from
    }
    case 'localDate': {
      const at = valueOf(value.of, scope)
      return typeof at === 'number' ? localDate(at, scope.timeZone) : null
    }
    case 'calendarPart': {
      const of = valueOf(value.of, scope)
      if (of === null) return null
      assert(typeof of === 'string' || typeof of === 'number', 'a part of no moment')
      return calendarPart(value.part, of, scope.timeZone)
    }
    case 'eventTime':
      assert(scope.row !== undefined, 'an event outside of a where')
      return scope.row.event.at
    case 'arithmetic': {
      const left = momentOf(value.left, scope)
      const right = momentOf(value.right, scope)
      return left === null || right === null ? null : calculated(value.op, left, right)
    }
    case 'negate': {
      const of = valueOf(value.of, scope)
      return typeof of === 'number' ? 0 - of : null
    }
  }
}

/** The texts that are looked at: one, or the entries of a list. */
function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function isPoint(value: Value): value is readonly [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number'
}

/** Number, instant or duration as it is; a date stands for the start of its local day. */
function momentOf(value: BoundValue, scope: Scope): number | null {
  const of = valueOf(value, scope)
  if (value.type === 'date' && typeof of === 'string') return startOfLocalDay(of, scope.timeZone)
  return typeof of === 'number' ? of : null
}

function calculated(op: '+' | '-' | '*' | '/', left: number, right: number): number | null {
  const results = { '+': left + right, '-': left - right, '*': left * right, '/': left / right }
  // There is one zero: nobody is to read "-0 days".
  const result = results[op] + 0
  return Number.isFinite(result) ? result : null
}

/** Events of a kind that have happened by `asOf`; one sent twice exists once. */
function eventsOf(kind: string, scope: Scope): readonly EventRecord[] {
  const seen = new Set<string>()
  return scope.history.events.filter((event) => {
    if (event.event !== kind || seen.has(event.id)) return false
    seen.add(event.id)
    return event.at <= scope.asOf
  })
}

function elementsOf(event: EventRecord, element: string): readonly Row[] {
  const elements = Object.hasOwn(event.elements, element) ? event.elements[element] : undefined
  return (elements ?? []).map((properties, index) => ({ event, element: properties, index }))
}

/** The rows that a measure looks at: in the window, and meeting the filter; in no particular order. */
export function rowsOf(source: BoundSource, scope: Scope): readonly Row[] {
  const { after, upTo } = windowEdges(source.window, scope.asOf, scope.timeZone)
  const { element, where } = source
  return eventsOf(source.event, scope)
    .filter((event) => after < event.at && event.at <= upTo)
    .flatMap((event) =>
      element === undefined ? [{ event, index: 0 }] : elementsOf(event, element),
    )
    .filter((row) => where === undefined || holds(where, { ...scope, row }))
}
