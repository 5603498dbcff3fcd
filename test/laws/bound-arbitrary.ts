/** Random bound definitions of every construct, over the catalogue of the laws. */
import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Window } from '../../src/core/base/index.ts'
import type { ElementKind, EventKind } from '../../src/core/catalog/index.ts'
import type {
  BoundCondition,
  BoundDefinition,
  BoundSource,
  BoundType,
  BoundValue,
  CompareOp,
  MeasureFn,
} from '../../src/core/segment/index.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { TEXTS } from './facts-arbitrary.ts'
import {
  orderedConditions,
  orderedValues,
  type Parts,
  type SourcedProperty,
} from './construct-arbitrary.ts'
import { AHEAD, anyWindow, anyZone, WINDOWS } from './instants.ts'
import { likelyParts, partOf } from './part-arbitrary.ts'
import { propertiesOf, purchaseProperty } from './row-property.ts'
import { anyLiteral, anyLiteralValue, namesOf, PATTERNS } from './literals.ts'

type Arithmetic = Extract<BoundValue, { kind: 'arithmetic' }>['op']
const OPERATORS: readonly CompareOp[] = ['=', '!=', '<', '<=', '>', '>=']
/** Windows that are likely to hold something. */
const WIDE: readonly Window['kind'][] = ['rolling', 'current', 'before', 'since']

/** Where a value may come from: a customer, or inside `where` one event, with an element or without. */
interface Place {
  readonly event?: EventKind
  readonly element?: ElementKind
}

/** A definition of `segment` that may refer to `others`. */
export function anyDefinition(
  segment: string,
  others: readonly string[],
): Arbitrary<BoundDefinition> {
  return fc.record({ condition: anyCondition({}, 3, others), timeZone: anyZone }).map((d) => ({
    segment,
    ...d,
    refersTo: others.filter((key) => JSON.stringify(d.condition).includes(`"segment":"${key}"`)),
  }))
}

/** Definitions s0, s1, ... each of which may refer to earlier ones. */
export function anyDefinitions(count: number): Arbitrary<readonly BoundDefinition[]> {
  const keys = Array.from({ length: count }, (_, i) => `s${i}`)
  return fc.tuple(...keys.map((key, i) => anyDefinition(key, keys.slice(Math.max(0, i - 3), i))))
}

function anyCondition(
  place: Place,
  depth: number,
  others: readonly string[],
): Arbitrary<BoundCondition> {
  const leaves = anyLeaf(place, depth)
  const segments: Arbitrary<BoundCondition>[] =
    others.length === 0 || place.event !== undefined
      ? []
      : [fc.constantFrom(...others).map((key) => node({ kind: 'inSegment', segment: key }))]
  if (depth <= 0) return fc.oneof(leaves, ...segments)
  const inner = anyCondition(place, depth - 1, others)
  const several = fc.array(inner, { minLength: 1, maxLength: 3 })
  const groups = fc.oneof(
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: several }).map(node),
    inner.map((of) => node({ kind: 'not', of })),
    several.chain((of) =>
      fc.integer({ min: 1, max: of.length }).map((count) => node({ kind: 'atLeast', count, of })),
    ),
  )
  return fc.oneof(
    { weight: 5, arbitrary: leaves },
    { weight: 3, arbitrary: groups },
    ...segments.map((arbitrary) => ({ weight: 1, arbitrary })),
  )
}

type Unnumbered<T> = T extends { readonly node: number } ? Omit<T, 'node'> : never

function node(c: Unnumbered<BoundCondition>): BoundCondition {
  return { node: 0, ...c } as BoundCondition
}

function anyLeaf(place: Place, depth: number): Arbitrary<BoundCondition> {
  const leaves: Arbitrary<BoundCondition>[] = [
    anyComparison(place, depth),
    anyComparison(place, depth),
    anyComparison(place, depth),
    anyComparison(place, depth),
    anyBetween(place, depth),
    anyIn(place, depth),
    fc
      .constantFrom<BoundType>(
        'number',
        'text',
        'boolean',
        'date',
        'instant',
        ...listAndPlace(place),
      )
      .chain((type) =>
        fc.record({
          kind: fc.constant('presence' as const),
          value: anyValue(type, place, depth),
          missing: fc.boolean(),
        }),
      )
      .map(node),
    ...anyTextTests(place, depth),
    fc
      .constantFrom<BoundType>('date', 'instant')
      .chain((type) =>
        fc.record({
          kind: fc.constant('within' as const),
          value: anyValue(type, place, depth),
          window: fc.oneof(anyWindow, anyWindow, fc.constantFrom(...AHEAD)),
        }),
      )
      .map(node),
    ...likelyParts((type) => anyValue(type, place, depth)),
  ]
  if (listAndPlace(place).length > 0) leaves.push(anyListTest(place, depth))
  if (place.event === undefined) {
    leaves.push(anySource(depth).map((source) => node({ kind: 'any', source })))
    if (depth > 0) leaves.push(...orderedConditions(partsAt(depth)))
  } else if (depth > 0) {
    const { event } = place
    for (const element of Object.values(event.elements))
      leaves.push(
        anyCondition({ event, element }, depth - 2, []).map((where) =>
          node({ kind: 'anyElement', element: element.name, where }),
        ),
      )
  }
  return fc.oneof(
    { weight: 1, arbitrary: fc.boolean().map((value) => node({ kind: 'constant', value })) },
    ...leaves.map((arbitrary) => ({ weight: 3, arbitrary })),
  )
}

function anyTextTests(place: Place, depth: number): Arbitrary<BoundCondition>[] {
  const types: readonly BoundType[] = ['text', ...listAndPlace(place).filter((t) => t === 'list')]
  const value = fc.oneof(...types.map((type) => anyValue(type, place, depth)))
  return [
    fc
      .tuple(
        fc.constantFrom('contains', 'starts with', 'ends with'),
        value,
        fc.constantFrom(...TEXTS, 'B', 'a', '\n', '\\', '%'),
      )
      .map(([op, of, text]) => node({ kind: 'text', op, value: of, text })),
    fc
      .tuple(value, fc.constantFrom(...PATTERNS))
      .map(([of, text]) => node({ kind: 'text', op: 'matches', value: of, text })),
  ]
}

function anyListTest(place: Place, depth: number): Arbitrary<BoundCondition> {
  return fc
    .record({
      kind: fc.constant('list' as const),
      op: fc.constantFrom('has any', 'has all', 'has none'),
      value: anyValue('list', place, depth),
      options: fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }),
    })
    .map(node)
}

/** There are no literals of these types, so they exist where a property has them. */
function listAndPlace({ event }: Place): BoundType[] {
  return event === undefined || event.name === 'purchase' ? ['list', 'geo'] : []
}

const anyComparable = fc.constantFrom<BoundType>(
  'number',
  'number',
  'number',
  'number',
  'number',
  'text',
  'boolean',
  'date',
  'instant',
  'duration',
)

function anyComparison(place: Place, depth: number): Arbitrary<BoundCondition> {
  return anyComparable.chain((type) => {
    const ordered = type !== 'text' && type !== 'boolean'
    return fc
      .record({
        swapped: fc.boolean(),
        op: fc.constantFrom(...(ordered ? OPERATORS : OPERATORS.slice(0, 2))),
        left: anyValue(type, place, depth),
        right: fc.oneof(
          { weight: 3, arbitrary: anyLiteral(type) },
          { weight: 1, arbitrary: anyValue(type, place, depth) },
        ),
      })
      .map(({ swapped, op, left, right }) =>
        node({
          kind: 'compare',
          op,
          left: swapped ? right : left,
          right: swapped ? left : right,
        }),
      )
  })
}

function anyBetween(place: Place, depth: number): Arbitrary<BoundCondition> {
  return fc
    .constantFrom<BoundType>('number', 'date', 'instant', 'duration')
    .chain((type) =>
      fc.record({
        kind: fc.constant('between' as const),
        value: anyValue(type, place, depth),
        low: anyLiteral(type),
        high: fc.oneof(anyLiteral(type), anyValue(type, place, 0)),
      }),
    )
    .map(node)
}

function anyIn(place: Place, depth: number): Arbitrary<BoundCondition> {
  return fc
    .constantFrom<BoundType>('number', 'text', 'date', 'instant', 'boolean')
    .chain((type) =>
      fc.record({
        kind: fc.constant('in' as const),
        value: anyValue(type, place, depth),
        options: fc.array(anyLiteralValue(type), { minLength: 1, maxLength: 4 }),
        negated: fc.boolean(),
      }),
    )
    .map(node)
}

/** A value of a type, at a place. Every type has at least one property wherever events have any. */
function anyValue(type: BoundType, place: Place, depth: number): Arbitrary<BoundValue> {
  const options: Arbitrary<BoundValue>[] = []
  const add = (names: readonly string[], make: (name: string) => BoundValue): void => {
    if (names.length > 0) options.push(fc.constantFrom(...names).map(make))
  }
  const { event, element } = place
  if (event === undefined) {
    add(namesOf(LAW_CATALOGUE.traits, type), (name) => ({ kind: 'trait', type, name }))
    if (depth > 0) {
      const measures = anyMeasure(type, depth)
      if (measures !== undefined) options.push(measures, measures)
      options.push(...orderedValues(type, partsAt(depth)))
    }
  } else {
    const source = {
      event: event.name,
      ...(element === undefined ? {} : { element: element.name }),
    }
    const fitting = propertiesOf(source).filter((p) => p.type === type)
    if (fitting.length > 0)
      options.push(fc.constantFrom(...fitting).map((p) => ({ kind: 'property', ...p })))
    if (type === 'instant') options.push(fc.constant({ kind: 'eventTime', type }))
  }
  options.push(...derived(type, place, depth))
  return options.length === 0 ? anyLiteral(type) : fc.oneof(...options)
}

/** What the constructs of a customer are made of. */
function partsAt(depth: number): Parts {
  const still = (type: BoundType): Arbitrary<BoundValue> =>
    fc.oneof(anyValue(type, {}, 0), anyMeasure(type, depth - 1) ?? anyLiteral(type))
  return {
    value: (type) => anyValue(type, {}, depth - 1),
    still,
    source: anySource(depth - 1),
    property: (type) => anyProperty(type, depth - 1),
  }
}

/** Values made of other values: days since, ages, local days, arithmetic. */
function derived(type: BoundType, place: Place, depth: number): Arbitrary<BoundValue>[] {
  if (depth <= 0) return []
  const of = (t: BoundType): Arbitrary<BoundValue> => anyValue(t, place, depth - 1)
  if (type === 'date')
    return [of('instant').map((v) => ({ kind: 'localDate', type: 'date', of: v }))]
  if (type === 'duration')
    return [
      fc
        .oneof(of('date'), of('instant'))
        .map((v) => ({ kind: 'elapsed', type: 'duration', of: v })),
      fc
        .tuple(fc.oneof(of('instant'), of('date')), fc.oneof(of('instant'), of('date')))
        .map(([left, right]) => ({ kind: 'arithmetic', type: 'duration', op: '-', left, right })),
    ]
  if (type !== 'number') return []
  return [
    fc.oneof(of('date'), of('instant')).map((v) => ({ kind: 'daysSince', type: 'number', of: v })),
    of('date').map((v) => ({ kind: 'yearsSince', type: 'number', of: v })),
    partOf(of),
    of('number').map((v) => ({ kind: 'negate', type: 'number', of: v })),
    fc
      .tuple(
        fc.constantFrom<Arithmetic>('+', '-', '*', '/'),
        of('number'),
        fc.oneof(of('number'), anyLiteral('number')),
      )
      .map(([op, left, right]) => ({ kind: 'arithmetic', type: 'number', op, left, right })),
  ]
}

function anySource(depth: number, withLists = false): Arbitrary<BoundSource> {
  const kinds = Object.values(LAW_CATALOGUE.events).filter(
    (event) => !withLists || listAndPlace({ event }).length > 0,
  )
  const places = kinds.flatMap((event): Place[] => [
    { event },
    ...Object.values(event.elements).map((element) => ({ event, element })),
  ])
  return fc.constantFrom(...places).chain((place) =>
    fc
      .record({
        where: fc.option(anyCondition(place, Math.min(depth - 1, 2), []), {
          nil: undefined,
          freq: 1,
        }),
        window: fc.oneof(
          anyWindow,
          fc.constantFrom(undefined, ...WINDOWS.filter(({ kind }) => WIDE.includes(kind))),
        ),
      })
      .map(({ where, window }) => ({
        event: place.event?.name ?? '',
        ...(place.element === undefined ? {} : { element: place.element.name }),
        ...(where === undefined ? {} : { where }),
        ...(window === undefined ? {} : { window }),
      })),
  )
}

/** A property of a type, with rows that have it. */
function anyProperty(type: BoundType, depth: number): Arbitrary<SourcedProperty> {
  return anySource(depth, type === 'list' || type === 'geo').chain((source) =>
    // Visits have no property of some types.
    fc
      .constantFrom(...propertiesOf(source).filter((p) => p.type === type), undefined)
      .map((property) =>
        property === undefined
          ? { source: { event: 'purchase' }, property: purchaseProperty(type) }
          : { source, property },
      ),
  )
}

/** The measures that give a type; a missing property makes `first` and `last` the instant of the row. */
function anyMeasure(type: BoundType, depth: number): Arbitrary<BoundValue> | undefined {
  if (type === 'duration') return undefined
  return anySource(depth, type === 'list' || type === 'geo').chain((source) => {
    const all = propertiesOf(source)
    const same = all.filter((p) => p.type === type)
    const choices: Arbitrary<BoundValue>[] = []
    const measure = (fn: MeasureFn, property?: (typeof all)[number]): BoundValue => ({
      kind: 'measure',
      type,
      fn,
      source,
      ...(property === undefined ? {} : { property }),
    })
    const add = (fns: readonly MeasureFn[], properties: typeof all): void => {
      if (properties.length > 0)
        choices.push(
          fc
            .tuple(fc.constantFrom(...fns), fc.constantFrom(...properties))
            .map(([fn, property]) => measure(fn, property)),
        )
    }
    if (type === 'number') {
      choices.push(fc.constant(measure('count')), fc.constant(measure('count')))
      add(['sum', 'avg', 'min', 'max'], same)
      add(['sum', 'avg'], same)
      const distinct = all.filter((p) => p.type !== 'list' && p.type !== 'geo')
      add(['count distinct'], distinct)
      add(['count distinct'], distinct)
    }
    if (type === 'date' || type === 'instant') add(['min', 'max'], same)
    if (type === 'instant')
      choices.push(fc.constant(measure('first')), fc.constant(measure('last')))
    add(['first', 'last'], same)
    return choices.length === 0 ? anyLiteral(type) : fc.oneof(...choices)
  })
}
