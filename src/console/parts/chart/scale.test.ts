/** Proves that axes hold all values between round numbers, and labels fit their room. */
import { array, assert, constantFrom, double, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { clipped, scaleOf, window, wrapped } from './scale.ts'

test('every value lies on the axis, and the ticks are whole, even and few', () => {
  assert(
    property(
      array(integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 40 }),
      constantFrom('zero', 'fits', 'free'),
      (values, reach) => {
        const { low, high, ticks } = scaleOf(values, reach)
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

test('fractions lie on axes of few ticks too', () => {
  assert(
    property(
      array(double({ min: -50, max: 50, noNaN: true, noDefaultInfinity: true }), {
        minLength: 1,
        maxLength: 20,
      }),
      constantFrom('zero', 'fits', 'free'),
      (values, reach) => {
        const { low, high, ticks } = scaleOf(values, reach, false)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-6)
          expect(value).toBeLessThanOrEqual(high + 1e-6)
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(8)
      },
    ),
  )
  expect(scaleOf([0.12, 0.31], 'zero', false).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4])
})

test('an axis starts from zero unless it may fit and the values are far above', () => {
  expect(scaleOf([90, 100], 'zero').low).toBe(0)
  expect(scaleOf([90, 100], 'fits').low).toBeGreaterThan(0)
  expect(scaleOf([10, 100], 'fits').low).toBe(0)
  expect(scaleOf([40, 100], 'free').low).toBeGreaterThan(0)
  expect(scaleOf([0, 0], 'fits')).toEqual({ low: 0, high: 1, ticks: [0, 1] })
})

test('an interval without end does not flatten what it belongs to', () => {
  expect(window([1, 3], [0.5, 4])).toEqual({ low: 0.5, high: 4 })
  expect(window([1, 3], [0.5, 900])).toEqual({ low: 0.5, high: 6 })
})

test('labels are never longer than their lines', () => {
  assert(
    property(string({ maxLength: 80 }), integer({ min: 40, max: 200 }), (text, width) => {
      const most = Math.floor(width / 6.9)
      expect(clipped(text, width).length).toBeLessThanOrEqual(Math.max(3, most))
      const lines = wrapped(text, width)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(4, most))
    }),
  )
  expect(wrapped('Customers who buy seldom', 105)).toEqual(['Customers who', 'buy seldom'])
})
