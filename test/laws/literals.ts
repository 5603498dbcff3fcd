/** Literals of every type, chosen so that they meet what the facts of the laws hold. */
import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Property } from '../../src/core/catalog/index.ts'
import type { BoundType, BoundValue } from '../../src/core/segment/index.ts'
import { CATEGORIES, DATES, NUMBERS, TEXTS } from './facts-arbitrary.ts'
import { MOMENTS } from './instants.ts'

/** What a stored type is at evaluation. */
export const BOUND_TYPE: Readonly<Record<Property['type'], BoundType>> = {
  text: 'text',
  category: 'text',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
  list: 'list',
  geo: 'geo',
}

/** Patterns for texts of which some have line breaks. */
export const PATTERNS = [
  'a.b',
  '^B',
  '(?i)BR$',
  '^$',
  '[^a]$',
  'é',
  '^a.b$',
  '\\d',
  '(?m)^b$',
] as const

const DAY = 86_400_000

/** A plain value of a type; durations are milliseconds. */
export function anyLiteralValue(type: BoundType): Arbitrary<number | string | boolean> {
  switch (type) {
    case 'number':
      return fc.oneof(
        fc.constantFrom<number>(...NUMBERS),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: -3, max: 400 }),
      )
    case 'text':
      return fc.constantFrom<string>(...TEXTS, ...CATEGORIES)
    case 'boolean':
      return fc.boolean()
    case 'date':
      return fc.constantFrom<string>(...DATES)
    case 'instant':
      return fc.constantFrom(...MOMENTS)
    default:
      return fc.oneof(
        fc.integer({ min: -3, max: 800 }).map((days) => days * DAY),
        fc.constantFrom(0, 60_000, 3_600_000, 7 * DAY),
      )
  }
}

/** The same as a bound literal. */
export function anyLiteral(type: BoundType): Arbitrary<BoundValue> {
  return anyLiteralValue(type).map((value) => ({ kind: 'literal', type, value }))
}

/** The properties of a type. */
export function namesOf(properties: Readonly<Record<string, Property>>, type: BoundType): string[] {
  return Object.values(properties)
    .filter((p) => BOUND_TYPE[p.type] === type)
    .map((p) => p.name)
}
