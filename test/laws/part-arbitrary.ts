/** Random parts of calendar days and hours, compared with numbers that they can be. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { BoundCondition, BoundType, BoundValue } from '../../src/core/segment/index.ts'

/** The greatest that each can be. */
const PARTS = { year: 2026, month: 12, day: 31, weekday: 7, hour: 23 } as const
type Part = keyof typeof PARTS

function partIs(part: Part, of: (type: BoundType) => Arbitrary<BoundValue>): Arbitrary<BoundValue> {
  const value = of(part === 'hour' ? 'instant' : 'date')
  return value.map((v) => ({ kind: 'calendarPart', type: 'number', part, of: v }))
}

const anyPart = fc.constantFrom<Part>('year', 'month', 'day', 'weekday', 'hour')

/** A part of some moment, given how moments are made. */
export function partOf(of: (type: BoundType) => Arbitrary<BoundValue>): Arbitrary<BoundValue> {
  return anyPart.chain((part) => partIs(part, of))
}

/** Questions about parts that some moments answer one way and some the other. */
export function likelyParts(
  of: (type: BoundType) => Arbitrary<BoundValue>,
): Arbitrary<BoundCondition>[] {
  return [
    anyPart.chain((part) =>
      fc
        .tuple(
          partIs(part, of),
          fc.constantFrom('=' as const, '<' as const, '>=' as const),
          fc.integer({ min: part === 'year' ? 1990 : 0, max: PARTS[part] }),
        )
        .map(([left, op, value]) => ({
          node: 0,
          kind: 'compare',
          op,
          left,
          right: { kind: 'literal', type: 'number', value },
        })),
    ),
  ]
}
