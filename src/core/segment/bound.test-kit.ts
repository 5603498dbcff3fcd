/** Bound trees and pasts written short, for the tests of this room. */
import type { Window } from '../base/index.ts'
import type {
  BoundCondition,
  BoundDefinition,
  BoundSource,
  BoundType,
  BoundValue,
} from './bound.ts'
import type { CustomerHistory, EventRecord, StoredValue } from './history.ts'
import { interpret, scopeOf, valueOf, type EvaluationContext } from './interpret.ts'
import type { Value } from './measure.ts'
import type { MeasureFn } from './tree.ts'

export const at = (text: string): number => Date.parse(text)
export const AS_OF: number = at('2026-03-15T12:00:00.000Z')

export const trait = (name: string, type: BoundType = 'text'): BoundValue => ({
  kind: 'trait',
  type,
  name,
})
export const number = (value: number): BoundValue => ({ kind: 'literal', type: 'number', value })
export const text = (value: string): BoundValue => ({ kind: 'literal', type: 'text', value })
export const date = (value: string): BoundValue => ({ kind: 'literal', type: 'date', value })
export const own = (name: string, type: BoundType = 'text'): BoundValue => ({
  kind: 'property',
  type,
  name,
  of: 'event',
})
export const element = (name: string, type: BoundType = 'text'): BoundValue => ({
  kind: 'property',
  type,
  name,
  of: 'element',
})

export function measure(fn: MeasureFn, source: BoundSource, name?: string): BoundValue {
  const of = source.element === undefined ? 'event' : 'element'
  const property = name === undefined ? {} : { property: { name, of, type: 'number' } as const }
  return {
    kind: 'measure',
    type: fn === 'first' || fn === 'last' ? 'instant' : 'number',
    fn,
    source,
    ...property,
  }
}

export function compare(
  left: BoundValue,
  op: '=' | '!=' | '<' | '<=' | '>' | '>=',
  right: BoundValue,
): BoundCondition {
  return { node: 0, kind: 'compare', op, left, right }
}

export const yes: BoundCondition = { node: 0, kind: 'constant', value: true }
export const no: BoundCondition = { node: 0, kind: 'constant', value: false }
export const not = (of: BoundCondition): BoundCondition => ({ node: 0, kind: 'not', of })
export const any = (source: BoundSource): BoundCondition => ({ node: 0, kind: 'any', source })
export const within = (value: BoundValue, window: Window): BoundCondition => ({
  node: 0,
  kind: 'within',
  value,
  window,
})

export const bound = (condition: BoundCondition, timeZone = 'UTC'): BoundDefinition => ({
  segment: 's',
  timeZone,
  condition,
  refersTo: [],
})

export interface EventText extends Partial<Omit<EventRecord, 'at'>> {
  readonly at: string
}

export function past(
  events: readonly EventText[],
  traits: Readonly<Record<string, StoredValue>> = {},
): CustomerHistory {
  return {
    customerId: 'c',
    traits: [{ at: 0, seq: 1, traits }],
    events: events.map((e, i) => ({
      event: 'purchase',
      id: `e${i}`,
      properties: {},
      elements: {},
      ...e,
      at: at(e.at),
    })),
  }
}

export const context: EvaluationContext = { asOf: AS_OF, memberOf: (): boolean => false }
export const truth = (
  condition: BoundCondition,
  history: CustomerHistory,
  timeZone?: string,
): boolean => interpret(bound(condition, timeZone), history, context)
export const value = (v: BoundValue, history: CustomerHistory, timeZone?: string): Value =>
  valueOf(v, scopeOf(bound(yes, timeZone), history, context))

export const nobody: CustomerHistory = past([])
export const purchase: BoundSource = { event: 'purchase' }

export const presence = (v: BoundValue, missing: boolean): BoundCondition => ({
  node: 0,
  kind: 'presence',
  value: v,
  missing,
})

export const arithmetic = (
  left: BoundValue,
  op: '+' | '-' | '*' | '/',
  right: BoundValue,
): BoundValue => ({ kind: 'arithmetic', type: 'number', op, left, right })

export const list = (
  op: 'has any' | 'has all' | 'has none',
  ...options: string[]
): BoundCondition => ({ node: 0, kind: 'list', op, value: trait('list', 'list'), options })

export const amounts = (...list: StoredValue[]): CustomerHistory =>
  past(list.map((a, i) => ({ at: `2026-03-01T00:00:0${i}Z`, properties: { a } })))

export const elapsed = (of: BoundValue): BoundValue => ({ kind: 'elapsed', type: 'duration', of })

export const since = (of: BoundValue): BoundValue => ({ kind: 'daysSince', type: 'number', of })
