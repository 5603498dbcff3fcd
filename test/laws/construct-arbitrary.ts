/** Random values and conditions of the constructs that look at order, state, lists, scores and places. */
import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { PeriodUnit } from '../../src/core/base/index.ts'
import type {
  BoundCondition,
  BoundSource,
  BoundType,
  BoundValue,
} from '../../src/core/segment/index.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { LISTS, SCORES, TEXTS } from './facts-arbitrary.ts'
import { anyWindow } from './instants.ts'
import { anyLiteral, anyLiteralValue, BOUND_TYPE } from './literals.ts'
import type { RowProperty } from './row-property.ts'

/** How the parts of a construct are made, one level deeper. */
export interface Parts {
  readonly value: (type: BoundType) => Arbitrary<BoundValue>
  /** A value that time alone does not change. */
  readonly still: (type: BoundType) => Arbitrary<BoundValue>
  readonly source: Arbitrary<BoundSource>
  /** Sources whose rows have a property of that type, with it. */
  readonly property: (type: BoundType) => Arbitrary<SourcedProperty>
}

export interface SourcedProperty {
  readonly source: BoundSource
  readonly property: RowProperty
}

const UNITS: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year']
const DAY = 86_400_000
/** Facts lie on the edges of windows of these lengths, so that steps and states end on the millisecond. */
const STRETCHES = [1, 60_000, DAY, 14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY, 365 * DAY] as const
const anyStretch = fc.constantFrom<number>(...STRETCHES)
const anyPlaceInOrder = fc.constantFrom(1, 2, 3, 5, -1, -2, -4)
/** The places that facts hold, near and far, and where calculation is hard: poles and the other side of the globe. */
const POINTS = [
  [38.72, -9.14],
  [0, 0],
  [-38.72, 170.86],
  [90, 0],
  [51.5, 0.12],
] as const

/** Values of a type that only a customer has. */
export function orderedValues(type: BoundType, parts: Parts): Arbitrary<BoundValue>[] {
  switch (type) {
    case 'number':
      return numbers(parts)
    case 'duration':
      return [
        fc
          .tuple(fc.constantFrom('gap' as const, 'median gap' as const), parts.source)
          .map(([fn, source]) => ({ kind: 'measure', type, fn, source })),
      ]
    case 'instant':
      return [
        fc
          .tuple(anyPlaceInOrder, parts.source)
          .map(([n, source]) => ({ kind: 'measure', type, fn: 'nth', source, n })),
        nthProperty(type, parts),
        extreme(type, parts),
      ]
    default:
      return [nthProperty(type, parts), ...(type === 'date' ? [extreme(type, parts)] : [])]
  }
}

function numbers(parts: Parts): Arbitrary<BoundValue>[] {
  const type = 'number'
  return [
    parts
      .property(type)
      .map(({ source, property }) => ({ kind: 'measure', type, fn: 'median', source, property })),
    nthProperty(type, parts),
    fc
      .tuple(fc.constantFrom(...UNITS), parts.source)
      .map(([per, source]) => ({ kind: 'measure', type, fn: 'streak', source, per })),
    mostAlike(parts),
    fc.constantFrom(...SCORES).map((name) => ({ kind: 'score', type, name })),
    fc.constantFrom('spring', '', 'é').map((salt) => ({ kind: 'bucket', type, salt })),
    fc
      .tuple(parts.value('geo'), fc.constantFrom(...POINTS))
      .map(([of, [latitude, longitude]]) => ({ kind: 'distance', type, of, latitude, longitude })),
    extreme(type, parts),
  ]
}

/** How often the value comes that comes most often. */
function mostAlike(parts: Parts): Arbitrary<BoundValue> {
  return fc
    .constantFrom<BoundType>('text', 'number', 'date', 'instant', 'boolean')
    .chain(parts.property)
    .map(({ source, property }) => ({
      kind: 'measure',
      type: 'number',
      fn: 'most',
      source,
      property,
    }))
}

function nthProperty(type: BoundType, parts: Parts): Arbitrary<BoundValue> {
  return fc.tuple(anyPlaceInOrder, parts.property(type)).map(([n, { source, property }]) => ({
    kind: 'measure',
    type,
    fn: 'nth',
    source,
    property,
    n,
  }))
}

function extreme(type: BoundType, parts: Parts): Arbitrary<BoundValue> {
  return fc
    .tuple(
      fc.constantFrom('least' as const, 'greatest' as const),
      fc.array(parts.still(type), { minLength: 1, maxLength: 3 }),
    )
    .map(([op, of]) => ({ kind: 'extreme', type, op, of }))
}

function compare(left: Arbitrary<BoundValue>, right: Arbitrary<number>): Arbitrary<BoundCondition> {
  return fc
    .tuple(left, fc.constantFrom('<' as const, '>=' as const, '=' as const), right)
    .map(([value, op, number]) => ({
      node: 0,
      kind: 'compare',
      op,
      left: value,
      right: { kind: 'literal', type: value.type, value: number },
    }))
}

/** Comparisons that these values are likely to decide. */
export function likelyComparisons(parts: Parts): Arbitrary<BoundCondition>[] {
  const gaps = fc.oneof(...orderedValues('duration', parts))
  const distance: Arbitrary<BoundValue> = fc
    .tuple(parts.value('geo'), fc.constantFrom(...POINTS))
    .map(([of, [latitude, longitude]]) => ({
      kind: 'distance',
      type: 'number',
      of,
      latitude,
      longitude,
    }))
  const streak: Arbitrary<BoundValue> = fc
    .tuple(fc.constantFrom(...UNITS), parts.source)
    .map(([per, source]) => ({ kind: 'measure', type: 'number', fn: 'streak', source, per }))
  const bucket: Arbitrary<BoundValue> = fc
    .constantFrom('spring', 'autumn')
    .map((salt) => ({ kind: 'bucket', type: 'number', salt }))
  return [
    compare(gaps, anyStretch),
    compare(distance, fc.constantFrom(0, 10_000, 4_000_000, 12_000_000, 20_000_000)),
    compare(streak, fc.constantFrom(1, 2, 3)),
    compare(mostAlike(parts), fc.constantFrom(1, 2, 3)),
    compare(bucket, fc.constantFrom(0.2, 0.5, 0.9)),
  ]
}

/** Conditions that only a customer can meet. */
export function orderedConditions(parts: Parts): Arbitrary<BoundCondition>[] {
  return [
    ...likelyComparisons(parts),
    fc.constantFrom(...LISTS).map((list) => ({ node: 0, kind: 'inList', list })),
    anySequence(parts.source),
    anySequence(parts.source),
    anyState,
    anyState,
    anyListing,
    fc
      .tuple(
        parts.value('date'),
        fc.constantFrom('next' as const, 'last' as const),
        fc.constantFrom(1, 2, 7, 30, 180, 364, 365, 366),
      )
      .map(([value, direction, days]) => ({
        node: 0,
        kind: 'anniversary',
        value,
        direction,
        days,
      })),
  ]
}

function withoutWindow({ event, element, where }: BoundSource): BoundSource {
  return {
    event,
    ...(element === undefined ? {} : { element }),
    ...(where === undefined ? {} : { where }),
  }
}

/** One to four steps after the first; only the first has a window. */
function anySequence(source: Arbitrary<BoundSource>): Arbitrary<BoundCondition> {
  const bare = source.map(withoutWindow)
  const step = fc.oneof(
    fc.tuple(bare, fc.option(anyStretch, { nil: undefined })).map(([of, withinMs]) => ({
      source: of,
      negated: false,
      ...(withinMs === undefined ? {} : { withinMs }),
    })),
    fc.tuple(bare, anyStretch).map(([of, withinMs]) => ({ source: of, negated: true, withinMs })),
  )
  return fc
    .tuple(
      bare,
      fc.option(anyWindow, { nil: undefined }),
      fc.array(step, { minLength: 1, maxLength: 4 }),
    )
    .map(([of, window, steps]) => ({
      node: 0,
      kind: 'sequence',
      first: window === undefined ? of : { ...of, window },
      steps,
    }))
}

const traits = Object.values(LAW_CATALOGUE.traits)

const anyState: Arbitrary<BoundCondition> = fc.constantFrom(...traits).chain((trait) =>
  fc
    .tuple(stateCondition(trait.name, BOUND_TYPE[trait.type]), fc.boolean(), anyStretch)
    .map(([condition, longer, durationMs]) => ({
      node: 0,
      kind: 'stateFor',
      condition,
      trait: trait.name,
      longer,
      durationMs,
    })),
)

/** On a list, or off it, for a time. */
const anyListing: Arbitrary<BoundCondition> = fc
  .tuple(fc.constantFrom(...LISTS), fc.boolean(), fc.boolean(), anyStretch)
  .map(([list, isOn, longer, durationMs]) => {
    const listed: BoundCondition = { node: 0, kind: 'inList', list }
    const condition: BoundCondition = isOn ? listed : { node: 0, kind: 'not', of: listed }
    return { node: 0, kind: 'stateFor', condition, list, longer, durationMs }
  })

/** A condition on one trait and literals alone. */
function stateCondition(name: string, type: BoundType): Arbitrary<BoundCondition> {
  const value: BoundValue = { kind: 'trait', type, name }
  const presence: Arbitrary<BoundCondition> = fc
    .boolean()
    .map((missing) => ({ node: 0, kind: 'presence', value, missing }))
  const simple: Arbitrary<BoundCondition>[] = [presence]
  if (type === 'list')
    simple.push(
      fc
        .tuple(fc.constantFrom('has any', 'has all', 'has none'), fc.constantFrom(...TEXTS))
        .map(([op, text]) => ({ node: 0, kind: 'list', op, value, options: [text] })),
    )
  else if (type !== 'geo') {
    const ordered = type !== 'text' && type !== 'boolean'
    simple.push(
      fc
        .tuple(
          fc.constantFrom(...(ordered ? (['>=', '<'] as const) : (['=', '!='] as const))),
          anyLiteral(type),
        )
        .map(([op, right]) => ({ node: 0, kind: 'compare', op, left: value, right })),
      fc
        .tuple(fc.array(anyLiteralValue(type), { minLength: 1, maxLength: 4 }), fc.boolean())
        .map(([options, negated]) => ({ node: 0, kind: 'in', value, options, negated })),
    )
  }
  const one = fc.oneof(...simple)
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: one.map((of): BoundCondition => ({ node: 0, kind: 'not', of })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(one, { minLength: 2, maxLength: 2 }),
        )
        .map(([kind, of]): BoundCondition => ({ node: 0, kind, of })),
    },
  )
}
