// Which checks are kept: one of each day for two months, then one of each month, and which of them a month lies between.
import { expect, test } from 'vitest'
import { aMonthBefore, thinned, type SegmentCheck } from './records.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-06-30T10:00:00Z')

test('a check of the same day is replaced, older days are kept, long ago one of a month', () => {
  const own = Array.from({ length: 200 }, (_, i) => ({ id: 200 - i, at: NOW - i * DAY }))
  const gone = new Set(thinned(own, NOW))
  expect(gone.has(200)).toBe(true)
  const kept = own.filter(({ id }) => !gone.has(id))
  expect(kept.filter(({ at }) => NOW - at <= 62 * DAY)).toHaveLength(62)
  const months = kept
    .filter(({ at }) => NOW - at > 62 * DAY)
    .map(({ at }) => new Date(at).toISOString().slice(0, 7))
  expect(months).toEqual(['2026-04', '2026-03', '2026-02', '2026-01', '2025-12'])
  // Thinned again, nothing more goes.
  expect(thinned(kept, NOW + DAY).length).toBeLessThanOrEqual(1)
})

test('about a month before: the nearest to thirty days, none where none is near', () => {
  const at = (days: number): SegmentCheck => ({
    segment: 'x',
    asOf: NOW - days * DAY,
    meaning: '',
    verdict: 'good',
    grades: {},
    worst: undefined,
    figures: { days: 365, population: 1 },
    tookMs: 1,
  })
  expect(aMonthBefore([at(60), at(33), at(26), at(1)], NOW)?.asOf).toBe(NOW - 33 * DAY)
  expect(aMonthBefore([at(71), at(24), at(0)], NOW)).toBeUndefined()
})
