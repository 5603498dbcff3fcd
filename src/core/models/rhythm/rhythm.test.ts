// Own rhythm: shrinkage between the customer's gaps and the cohort's, on simulated rhythms.
import { expect, test } from 'vitest'
import { compress, createRandom } from '../../stats/index.ts'
import { fitRhythm, rhythmLimit, rhythmState, type RhythmModel, type RhythmSums } from './rhythm.ts'

const fit = (customers: readonly (readonly number[])[]): RhythmModel => {
  const gaps = customers.flat()
  const weights = customers.flatMap((own) => own.map(() => 1 / own.length))
  const add = (f: (logs: readonly number[]) => number): number =>
    customers
      .filter((own) => own.length > 0)
      .reduce((sum, own) => sum + f(own.map((g) => Math.log(g))), 0)
  const total = (logs: readonly number[]): number => logs.reduce((a, b) => a + b, 0)
  const sums: RhythmSums = {
    customers: add(() => 1),
    gaps: add((y) => y.length),
    squaredGaps: add((y) => y.length ** 2),
    logs: add(total),
    squaredLogs: add((y) => total(y.map((v) => v * v))),
    ownSquares: add((y) => total(y) ** 2 / y.length),
  }
  return fitRhythm(compress(Float64Array.from(gaps), Float64Array.from(weights)), sums)
}

/** Customers whose log gaps vary by `within` about own means that vary by `between`. */
const simulate = (between: number, within: number, seed: number): number[][] => {
  const random = createRandom(seed)
  return Array.from({ length: 800 }, () => {
    const own = Math.log(30) + between * random.normal()
    return Array.from({ length: 1 + random.below(12) }, () =>
      Math.exp(own + within * random.normal()),
    )
  })
}

test('the prior is the ratio of the variances', () => {
  expect(fit(simulate(0.8, 0.4, 1)).prior).toBeCloseTo(0.5, 0)
  expect(fit(simulate(0.3, 0.6, 2)).prior / 4).toBeCloseTo(1, 0)
  // No rhythm of one's own: the cohort speaks for all, within what chance leaves.
  expect(fit(simulate(0, 0.5, 3)).prior).toBeGreaterThan(50)
})

test('the limit moves from the cohort to the customer as gaps become known', () => {
  const model = fit(simulate(0.8, 0.4, 1))
  const cohort = model.cohort.value ?? 0
  const limits = [0, 1, 3, 30, 3000].map((gaps) => rhythmLimit(model, { gaps, quantile: 10 }) ?? 0)
  expect(limits[0]).toBe(cohort)
  expect(limits).toEqual(limits.toSorted((a, b) => b - a))
  expect(limits[4]).toBeCloseTo(10, 1)
  const state = rhythmState(model, { gaps: 30, quantile: 10, sinceLast: 25 })
  expect(state.isLate).toBe(true)
  expect(state.lateness).toBeGreaterThan(2)
  expect(rhythmState(model, { gaps: 0, quantile: 0, sinceLast: 25 }).isLate).toBe(false)
})

test('few or no gaps: says so', () => {
  expect(fit([]).status).toBe('none')
  expect(rhythmLimit(fit([]), { gaps: 0, quantile: 0 })).toBeUndefined()
  expect(rhythmState(fit([]), { gaps: 0, quantile: 0, sinceLast: 9 }).isLate).toBeUndefined()
  // One gap each: that customers differ cannot be seen.
  const single = fit([[5], [40], [12]])
  expect(single.status).toBe('not-identified')
  expect(rhythmLimit(single, { gaps: 1, quantile: 5 })).toBe(single.cohort.value)
  expect(
    fit([
      [5, 6],
      [40, 44],
      [12, 13, 11],
    ]).status,
  ).toBe('weak')
})

test('customers who buy often do not speak for the rest', () => {
  const daily = Array.from({ length: 200 }, () => 1)
  const model = fit([daily, ...Array.from({ length: 40 }, () => [30, 31])])
  expect(model.cohort.value).toBeGreaterThan(29)
})
