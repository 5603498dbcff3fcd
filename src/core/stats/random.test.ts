// Chance that repeats, and looks like chance.
import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('a seed repeats, another does not', () => {
  const of = (seed: number): number[] => {
    const random = createRandom(seed)
    return Array.from({ length: 5 }, random.next)
  }
  expect(of(7)).toEqual(of(7))
  expect(of(7)).not.toEqual(of(8))
})

test('moments of uniform and normal draws', () => {
  const random = createRandom(1)
  const n = 100_000
  const mean = (draw: () => number): number => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += draw()
    return sum / n
  }
  expect(mean(random.next)).toBeCloseTo(0.5, 2)
  expect(mean(random.normal)).toBeCloseTo(0, 1)
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1)
  expect(mean(() => random.below(10))).toBeCloseTo(4.5, 1)
})
