/** The reference evaluator: small, slow, obvious. What it answers is what the language means. */
import { RE2JS } from 're2js'
import {
  assert,
  daysBetween,
  localDate,
  MS_PER_DAY,
  startOfLocalDay,
  wholeYears,
  windowEdges,
  type Instant,
} from '../base/index.ts'
import type { BoundCondition, BoundDefinition, BoundSource, BoundValue } from './bound.ts'
import type { CustomerHistory, EventRecord, StoredValue } from './history.ts'
import { firstRow, lastRow, sumExactly, type Row, type Value } from './measure.ts'
import type { CompareOp, ListOp, TextOp } from './tree.ts'

/** The instant asked about, and who is in the segments that a definition refers to at that instant. */
export interface EvaluationContext {
  readonly asOf: Instant
  readonly memberOf: (segment: string) => boolean
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
  const { asOf, memberOf } = context
  return { asOf, memberOf, history, timeZone: bound.timeZone }
}

/** A customer is known from the instant of their earliest fact on. */
export function isKnown(history: CustomerHistory, asOf: Instant): boolean {
  const known = (fact: { readonly at: Instant }): boolean => fact.at <= asOf
  return history.traits.some(known) || history.events.some(known)
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
      return typeof value === 'string' && textHolds(condition.op, value, condition.text)
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
    case 'inSegment':
      return scope.memberOf(condition.segment)
  }
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
      return measureOf(value, scope)
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

function compares(op: CompareOp, left: NonNullable<Value>, right: NonNullable<Value>): boolean {
  switch (op) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

function textHolds(op: TextOp, value: string, text: string): boolean {
  switch (op) {
    case 'contains':
      return value.includes(text)
    case 'starts with':
      return value.startsWith(text)
    case 'ends with':
      return value.endsWith(text)
    case 'matches':
      return pattern(text).matcher(value).find()
  }
}

const patterns = new Map<string, RE2JS>()

/** `.` matches line breaks too, as in the engine's match(). A pattern that RE2 refuses does not get past the checker. */
function pattern(text: string): RE2JS {
  let compiled = patterns.get(text)
  if (compiled === undefined) {
    compiled = RE2JS.compile(text, RE2JS.DOTALL)
    // Patterns come from definitions, of which there are few; a page that is edited for hours must not hoard them.
    if (patterns.size >= 500) patterns.clear()
    patterns.set(text, compiled)
  }
  return compiled
}

function listHolds(op: ListOp, value: Value, options: readonly string[]): boolean {
  const has = (option: string): boolean => Array.isArray(value) && value.some((v) => v === option)
  switch (op) {
    case 'has any':
      return options.some(has)
    case 'has all':
      return Array.isArray(value) && options.every(has)
    case 'has none':
      return !options.some(has)
  }
}

/** The value set or cleared last, by instant and then by sequence, at or before `asOf`. */
export function traitAt(history: CustomerHistory, name: string, asOf: Instant): Value {
  const mentions = history.traits.filter((record) => {
    const value = Object.hasOwn(record.traits, name) ? record.traits[name] : undefined
    // Empty text and the empty list say nothing; null clears.
    return record.at <= asOf && (value === null || present(value) !== null)
  })
  const last = mentions.sort((a, b) => a.at - b.at || a.seq - b.seq).at(-1)
  return last === undefined ? null : present(last.traits[name])
}

/** Empty text and the empty list are missing. */
function present(value: StoredValue | undefined): Value {
  if (value === undefined || value === null || value === '') return null
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** A property of the row's event or element; null when it is missing. */
export function valueIn(
  row: Row,
  property: { readonly name: string; readonly of: 'event' | 'element' },
): Value {
  const holder = property.of === 'element' ? row.element : row.event.properties
  return holder !== undefined && Object.hasOwn(holder, property.name)
    ? present(holder[property.name])
    : null
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

/** Sums and counts over nothing are 0, all else is missing. Rows whose property is missing are skipped, save by count, first and last. */
function measureOf(measure: Extract<BoundValue, { kind: 'measure' }>, scope: Scope): Value {
  const rows = rowsOf(measure.source, scope)
  const { fn, property } = measure
  if (fn === 'count') return rows.length
  if (fn === 'first' || fn === 'last') {
    const row = fn === 'first' ? firstRow(rows) : lastRow(rows)
    if (row === undefined) return null
    return property === undefined ? row.event.at : valueIn(row, property)
  }
  assert(property !== undefined, `${fn} without a property`)
  const values = rows.map((row) => valueIn(row, property)).filter((value) => value !== null)
  if (fn === 'count distinct') return new Set(values).size
  if (fn === 'sum') return sumExactly(values)
  if (values.length === 0) return null
  if (fn === 'avg') return sumExactly(values) / values.length
  return values.reduce((best, value) =>
    (fn === 'min' ? value < best : value > best) ? value : best,
  )
}
