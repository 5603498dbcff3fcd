/** Proves that axes hold all values between round numbers. */
import { array, assert, boolean, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { labelled, scaleOf } from './scale.ts'

test('every value lies on the axis, and the ticks are whole, even and few', () => {
  assert(
    property(
      array(integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 40 }),
      boolean(),
      (values, fits) => {
        const { low, high, ticks } = scaleOf(values, fits)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(high)
        }
        expect(ticks.every(Number.isInteger)).toBe(true)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks[0]).toBe(low)
        expect(ticks.at(-1)).toBe(high)
      },
    ),
  )
})

test('an axis starts from zero unless it may fit and the values are far above', () => {
  expect(scaleOf([90, 100], false).low).toBe(0)
  expect(scaleOf([90, 100], true).low).toBeGreaterThan(0)
  expect(scaleOf([10, 100], true).low).toBe(0)
  expect(scaleOf([0, 0], true)).toEqual({ low: 0, high: 1, ticks: [0, 1] })
})

test('the last place is always labelled, and never more than asked', () => {
  assert(
    property(integer({ min: 1, max: 400 }), integer({ min: 2, max: 12 }), (count, most) => {
      const places = labelled(count, most)
      expect(places.has(count - 1)).toBe(true)
      expect(places.size).toBeLessThanOrEqual(most)
    }),
  )
})
