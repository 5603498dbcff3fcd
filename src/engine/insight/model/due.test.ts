// When models are due, by the calendar of the programme.
import { expect, test } from 'vitest'
import type { Refresh } from '../../../core/catalog/index.ts'
import { isDue, nextDue } from './due.ts'
import { MODEL_KINDS } from './kinds.ts'
import { MODEL_SPECS } from '../../../core/catalog/index.ts'

const at = (text: string): number => Date.parse(text)

test.each([
  // refresh, last as of, now, due in Lisbon (UTC+1 in summer)
  ['daily', '2026-07-01T10:00Z', '2026-07-01T22:59Z', false],
  ['daily', '2026-07-01T10:00Z', '2026-07-01T23:01Z', true],
  ['weekly', '2026-07-01T10:00Z', '2026-07-05T22:59Z', false],
  ['weekly', '2026-07-01T10:00Z', '2026-07-05T23:00Z', true],
  ['monthly', '2026-07-01T10:00Z', '2026-07-31T22:59Z', false],
  ['monthly', '2026-07-01T10:00Z', '2026-07-31T23:00Z', true],
  ['never', '2026-07-01T10:00Z', '2027-07-31T23:00Z', false],
  // A clock that went back asks for nothing.
  ['daily', '2026-07-03T10:00Z', '2026-07-01T23:00Z', false],
] as const)('%s, last as of %s, at %s: %s', (refresh: Refresh, last, now, due) => {
  const of = { refresh, digest: 'd', last: { asOf: at(last), digest: 'd' } }
  expect(isDue(of, at(now), 'Europe/Lisbon')).toBe(due)
})

test('what was never computed is due, and what was told something else since', () => {
  const now = at('2026-07-01T10:00Z')
  expect(isDue({ refresh: 'monthly', digest: 'd', last: undefined }, now, 'UTC')).toBe(true)
  const last = { asOf: now, digest: 'other' }
  expect(isDue({ refresh: 'monthly', digest: 'd', last }, now, 'UTC')).toBe(true)
  expect(isDue({ refresh: 'never', digest: 'd', last: undefined }, now, 'UTC')).toBe(false)
})

test.each([
  // refresh, last as of, next due in Lisbon
  ['daily', '2026-07-01T22:59Z', '2026-07-02'],
  ['daily', '2026-07-01T23:01Z', '2026-07-03'],
  ['weekly', '2026-07-01T10:00Z', '2026-07-06'],
  ['monthly', '2026-12-31T10:00Z', '2027-01-01'],
  ['never', '2026-07-01T10:00Z', undefined],
] as const)('%s, last as of %s: next due on %s', (refresh, last, next) => {
  const of = { refresh, digest: 'd', last: { asOf: at(last), digest: 'd' } }
  expect(nextDue(of, 'Europe/Lisbon')).toBe(next)
  if (next === undefined) return
  const day = at(`${next}T12:00Z`)
  expect(isDue(of, day, 'Europe/Lisbon')).toBe(true)
  expect(isDue(of, day - 86_400_000, 'Europe/Lisbon')).toBe(false)
})

test('whatever can be written can be computed, and the other way round', () => {
  expect(MODEL_KINDS.map((kind) => kind.kind).toSorted()).toEqual(
    MODEL_SPECS.map((spec) => spec.kind).toSorted(),
  )
})
