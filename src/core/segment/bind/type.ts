/** Types of catalogue properties at evaluation, and what may be done with them. */
import type { Property, ValueType } from '../../catalog/index.ts'
import type { BoundType, BoundValue } from '../bound.ts'
import type { Typed } from './binder.ts'

const BOUND_TYPES: Readonly<Record<ValueType, BoundType>> = {
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

/** The type that evaluators see. */
export function boundType(property: Property): BoundType {
  return BOUND_TYPES[property.type]
}

/** Types that have an order: `<`, `between`, `min`, `max`. */
export function isOrdered(type: BoundType): boolean {
  return type === 'number' || type === 'date' || type === 'instant' || type === 'duration'
}

/** Types whose values can be told equal. */
export function isComparable(type: BoundType): boolean {
  return type !== 'list' && type !== 'geo'
}

/** Types that lie in time. */
export function isMoment(type: BoundType): boolean {
  return type === 'date' || type === 'instant'
}

/** Durations have fixed units only, so that a day is 24 hours. */
export const UNIT_MS = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const

/** The local calendar day of a date or instant. */
export function toDate(typed: Typed): BoundValue {
  return typed.type === 'instant'
    ? { kind: 'localDate', type: 'date', of: typed.value }
    : typed.value
}
