/** Random well-typed values and conditions of the constructs that look at rhythm, rank, order, state, lists and scores. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Condition, Expression, Source } from '../../src/core/segment/index.ts'
import {
  anyLiteral,
  anySource,
  anyValue,
  nameNode,
  type Kind,
  type Kitchen,
  type Scope,
} from './value-arbitrary.ts'

const CUSTOMER: Scope = { kind: 'customer' }
const PERIODS = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
const SPAN = fc.record({
  count: fc.constantFrom(1, 14, 30, 60, 90),
  unit: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const),
})

/** Without a window of its own. */
function bareSource(k: Kitchen, depth: number): Arbitrary<Source> {
  return anySource(k, depth).map(({ source }) => {
    const { window: _, ...bare } = source
    return bare
  })
}

function filtered(source: Source): Source {
  return source.where === undefined ? { ...source, where: { kind: 'everyone' } } : source
}

/** Values of that kind that only these constructs give. */
export function wideValues(k: Kitchen, kind: Kind, depth: number): Arbitrary<Expression>[] {
  const source = anySource(k, depth).map((made) => made.source)
  if (kind === 'duration') {
    const fn = fc.constantFrom('gap' as const, 'median gap' as const)
    return [fc.record({ kind: fc.constant('measure' as const), fn, source })]
  }
  if (kind === 'money') {
    const window = fc.option(fc.constantFrom(...k.of.windows), { nil: undefined })
    return Object.values(k.of.catalogue.events).flatMap(({ refundOf }) =>
      refundOf === undefined
        ? []
        : window.map((w): Expression => ({
            kind: 'net',
            source:
              w === undefined ? { event: refundOf.event } : { event: refundOf.event, window: w },
            property: 'amount',
          })),
    )
  }
  if (kind !== 'number') return []
  const counted = bareSource(k, depth).map((of): Expression => {
    return { kind: 'measure', fn: 'count', source: of }
  })
  return [
    fc.record({
      kind: fc.constant('measure' as const),
      fn: fc.constant('streak' as const),
      source,
      per: PERIODS,
    }),
    source.map((of): Expression => {
      const { element, ...rows } = filtered(of)
      return element === undefined
        ? { kind: 'share', source: rows }
        : { kind: 'share', source: rows, property: element }
    }),
    fc.record({
      kind: fc.constant('trend' as const),
      of: counted,
      count: fc.constantFrom(2, 3, 6),
      unit: PERIODS,
    }),
    ...(Object.keys(k.of.catalogue.scores ?? {}).length === 0
      ? []
      : [
          fc
            .constantFrom(...Object.keys(k.of.catalogue.scores ?? {}))
            .map((name): Expression => ({ kind: 'score', name })),
        ]),
    fc.constantFrom('spring', 'a "b"').map((salt): Expression => ({ kind: 'bucket', salt })),
    fc
      .constantFrom(20, 0.5, -3)
      .map((value): Expression => ({ kind: 'number', value, percent: true })),
  ]
}

/** Conditions of these constructs about a customer. */
export function wideConditions(k: Kitchen, depth: number): Arbitrary<Condition>[] {
  const below = Math.max(0, depth - 1)
  const source = bareSource(k, depth)
  const traits = Object.values(k.of.catalogue.traits)
  const moment = fc.oneof(
    anyValue(k, CUSTOMER, 'date', below),
    anyValue(k, CUSTOMER, 'instant', below),
  )
  const direction = fc.constantFrom('next' as const, 'last' as const)
  const days = fc.constantFrom(1, 7, 31, 366)
  const found: Arbitrary<Condition>[] = [
    sequences(k, source),
    fc.record({
      kind: fc.constant('rank' as const),
      value: anyValue(k, CUSTOMER, 'number', below),
      band: BAND,
    }),
    fc.record({ kind: fc.constant('anniversary' as const), of: moment, direction, days }),
    fc.record({
      kind: fc.constant('regular' as const),
      source,
      count: fc.constantFrom(1, 2, 3),
      of: fc.constantFrom(3, 4),
      unit: PERIODS,
    }),
    fc.record({
      kind: fc.constantFrom('stopped' as const, 'restarted' as const),
      source,
      duration: SPAN,
    }),
    lasting(k),
    fc.constantFrom('*', 'pur*', 'visi*').map((event) => ({ kind: 'any', source: { event } })),
  ]
  if (traits.some((trait) => trait.role === 'birth-date')) {
    found.push(fc.record({ kind: fc.constant('anniversary' as const), direction, days }))
  }
  if (k.of.lists !== undefined) {
    found.push(...listings(k.of.lists))
  }
  for (const { consent } of traits) {
    if (consent === undefined) continue
    found.push(fc.constant({ kind: 'consent', ...consent }))
  }
  for (const trait of traits) {
    if (trait.type !== 'geo' || trait.sensitivity === 'sensitive') continue
    const to = { latitude: 38.72, longitude: -9.14 }
    const left: Expression = { kind: 'distance', of: nameNode(CUSTOMER, trait.name), to }
    found.push(
      fc
        .record({ count: fc.constantFrom(0, 0.5, 10), unit: fc.constantFrom('m', 'km', 'mi') })
        .map((length) => ({
          kind: 'compare',
          op: '<',
          left,
          right: { kind: 'length', ...length },
        })),
    )
  }
  return found
}

const BAND = fc.constantFrom(
  { kind: 'top', count: 10, of: 'percent' } as const,
  { kind: 'bottom', count: 2, of: 'customers' } as const,
  { kind: 'quantile', parts: 5, from: 5, to: 5 } as const,
  { kind: 'quantile', parts: 100, from: 40, to: 95 } as const,
)

function sequences(k: Kitchen, source: Arbitrary<Source>): Arbitrary<Condition> {
  const step = fc
    .record({ source, within: SPAN, is: fc.constantFrom('then', 'then within', 'then not') })
    .map(({ source, within, is }) =>
      is === 'then' ? { source, negated: false } : { source, within, negated: is === 'then not' },
    )
  const steps = fc.array(step, { minLength: 1, maxLength: 3 })
  return fc
    .tuple(source, steps, fc.option(fc.constantFrom(...k.of.windows), { nil: undefined }))
    .map(([first, steps, window]) =>
      window === undefined
        ? { kind: 'sequence', first, steps }
        : { kind: 'sequence', first, steps, window },
    )
}

/** On a list, at all or for a time. */
function listings(lists: readonly string[]): Arbitrary<Condition>[] {
  const listed = fc.constantFrom(...lists).map((list): Condition => ({ kind: 'inList', list }))
  return [
    listed,
    fc.record({
      kind: fc.constant('stateFor' as const),
      condition: listed,
      op: fc.constantFrom('at least' as const, 'less than' as const),
      duration: SPAN,
    }),
  ]
}

/** A condition on one trait, for a time. */
function lasting(k: Kitchen): Arbitrary<Condition> {
  const traits = Object.values(k.of.catalogue.traits).filter(
    ({ type, sensitivity }) =>
      (type === 'text' || type === 'boolean') && sensitivity !== 'sensitive',
  )
  const condition = fc.constantFrom(...traits).chain((trait): Arbitrary<Condition> => {
    const value = nameNode(CUSTOMER, trait.name)
    const kind: Kind = trait.type === 'boolean' ? 'boolean' : 'text'
    return fc.oneof(
      anyLiteral(k, kind).map((right): Condition => {
        return { kind: 'compare', op: '=', left: value, right }
      }),
      fc.boolean().map((missing): Condition => ({ kind: 'presence', value, missing })),
    )
  })
  return fc.record({
    kind: fc.constant('stateFor' as const),
    condition,
    op: fc.constantFrom('at least' as const, 'less than' as const),
    duration: SPAN,
  })
}
