// Instants as people write them.
import { expect, test } from 'vitest'
import { instantText, parseAsOf, parseLocal } from './time.ts'

test.each([
  ['2026-01-31', 'Europe/Lisbon', '2026-01-31T23:59:59.999Z'],
  // Summer time begins on this day in Lisbon and ends an hour earlier in UTC.
  ['2026-03-29', 'Europe/Lisbon', '2026-03-29T22:59:59.999Z'],
  ['2026-01-31', 'America/Sao_Paulo', '2026-02-01T02:59:59.999Z'],
  ['2026-01-31T10:00Z', 'America/Sao_Paulo', '2026-01-31T10:00:00.000Z'],
  ['2026-01-31 10:00:01.5+02:00', 'UTC', '2026-01-31T08:00:01.500Z'],
])('%s in %s is %s', (text, zone, expected) => {
  expect(instantText(parseAsOf(text, zone))).toBe(expected)
})

test.each(['soon', '2026-02-30', '2026-01-31T10:00', '31/01/2026', ''])(
  '"%s" is run/bad-instant',
  (text) => {
    expect(() => parseAsOf(text, 'UTC')).toThrow(
      expect.objectContaining({ code: 'run/bad-instant' }) as Error,
    )
  },
)

test.each([
  ['2026-01-31', 'America/Sao_Paulo', '2026-01-31T03:00:00.000Z'],
  ['2026-06-30T10:00', 'Europe/Lisbon', '2026-06-30T09:00:00.000Z'],
  ['2026-06-30 10:00:01.5Z', 'Europe/Lisbon', '2026-06-30T10:00:01.500Z'],
  // Skipped, and twice there.
  ['2026-03-29T01:30', 'Europe/Lisbon', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T01:30', 'Europe/Lisbon', '2026-10-25T00:30:00.000Z'],
])('%s as it is written in %s is %s', (text, zone, expected) => {
  expect(instantText(parseLocal(text, zone) ?? 0)).toBe(expected)
})

test.each(['soon', '2026-02-30', '2026-02-30T10:00', '2026-01-31T25:00', ''])(
  '"%s" is no time of a file',
  (text) => expect(parseLocal(text, 'UTC')).toBeUndefined(),
)
