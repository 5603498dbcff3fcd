// Optimisers on functions whose minima are known, with and without a box.
import { expect, test } from 'vitest'
import { hessian, withDifferences, type Objective } from './objective.ts'
import { minimise } from './quasi-newton.ts'
import { minimiseSimplex } from './simplex.ts'

const at = (x: Float64Array, i: number): number => x[i] ?? Number.NaN

/** Rosenbrock's valley, lowest at (1, 1). */
const valley: Objective = (x, gradient) => {
  const a = at(x, 0)
  const b = at(x, 1)
  gradient[0] = -2 * (1 - a) - 400 * a * (b - a * a)
  gradient[1] = 200 * (b - a * a)
  return (1 - a) ** 2 + 100 * (b - a * a) ** 2
}
const valleyValue = (x: Float64Array): number => valley(x, new Float64Array(2))

test('the valley of Rosenbrock', () => {
  const found = minimise(valley, Float64Array.of(-1.2, 1))
  expect(found.converged).toBe(true)
  expect(found.evaluations).toBeLessThan(80)
  expect(at(found.x, 0)).toBeCloseTo(1, 7)
  expect(at(found.x, 1)).toBeCloseTo(1, 7)
})

test('differences lead there too, and so does the simplex', () => {
  expect(at(minimise(withDifferences(valleyValue), Float64Array.of(-1.2, 1)).x, 1)).toBeCloseTo(
    1,
    5,
  )
  const found = minimiseSimplex(valleyValue, Float64Array.of(-1.2, 1))
  expect(found.converged).toBe(true)
  expect(at(found.x, 1)).toBeCloseTo(1, 3)
})

test('a box holds, and the end it rests on is told', () => {
  const box = { low: Float64Array.of(-2, -2), high: Float64Array.of(0.5, 2) }
  const found = minimise(valley, Float64Array.of(-1.2, 1), { box })
  // Along a = .5 the lowest is b = .25.
  expect([...found.x].map((v) => v.toFixed(6))).toEqual(['0.500000', '0.250000'])
  expect(found.atBound).toEqual([0])
  expect(found.converged).toBe(true)
  const simplex = minimiseSimplex(valleyValue, Float64Array.of(-1.2, 1), { box })
  expect(at(simplex.x, 1)).toBeCloseTo(0.25, 3)
})

test('what lies on an end of the box does not bend the way of the others', () => {
  // A long narrow valley across all three; the third would go on to 8.8.
  const lowest = Float64Array.of(7, -3, 8.8)
  const ways = [
    { way: Float64Array.of(1, 2, -2), steep: 1 },
    { way: Float64Array.of(2, 1, 2), steep: 30 },
    { way: Float64Array.of(2, -2, -1), steep: 3000 },
  ]
  const slope: Objective = (x, gradient) => {
    gradient.fill(0)
    let sum = 0
    for (const { way, steep } of ways) {
      const along = way.reduce((total, w, i) => total + w * (at(x, i) - at(lowest, i)), 0) / 3
      sum += (steep * along * along) / 2
      for (let i = 0; i < 3; i++) gradient[i] = at(gradient, i) + (steep * along * at(way, i)) / 3
    }
    return sum
  }
  const box = { low: new Float64Array(3).fill(-99), high: Float64Array.of(99, 99, 2) }
  const found = minimise(slope, Float64Array.of(0, 0, 0), { box })
  expect(found.converged).toBe(true)
  expect(found.atBound).toEqual([2])
  const left = new Float64Array(3)
  slope(found.x, left)
  expect(Math.max(Math.abs(at(left, 0)), Math.abs(at(left, 1)))).toBeLessThan(1e-6)
  expect(found.evaluations).toBeLessThan(60)
})

test('second derivatives by differences', () => {
  const [aa, ab, ba, bb] = hessian(valley, Float64Array.of(1, 1))
  expect(aa).toBeCloseTo(802, 3)
  expect(ab).toBeCloseTo(-400, 3)
  expect(ba).toBe(ab)
  expect(bb).toBeCloseTo(200, 6)
})

test('nowhere to go: says that it did not converge', () => {
  const found = minimise((_, gradient) => {
    gradient.fill(1)
    return Infinity
  }, Float64Array.of(0))
  expect(found.converged).toBe(false)
})
