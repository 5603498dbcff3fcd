// Checks take a fifth of the time, and wait for a busy machine, though not for ever.
import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('after work comes four times as much rest', () => {
  const pace = createPace(() => 0, 2)
  pace.took(1000, 1000)
  expect([1000, 4999, 5000].map((now) => pace.may(now))).toEqual([false, false, true])
})

test('nothing in the first minute', () => {
  const pace = createPace(() => 0, 2)
  expect([500, 60_499, 60_500].map((now) => pace.may(now))).toEqual([false, false, true])
})

test('a busy machine is waited for ten minutes, counted anew after each piece of work', () => {
  const pace = createPace(() => 2.5, 2)
  pace.took(0, 0)
  expect([0, 599_999, 600_000].map((now) => pace.may(now))).toEqual([false, false, true])
  pace.took(601_000, 1000)
  expect([605_000, 1_204_999, 1_205_000].map((now) => pace.may(now))).toEqual([false, false, true])
})
