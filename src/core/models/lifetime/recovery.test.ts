// Fits against simulated truth: parameters, coverage of intervals, scores; and data that cannot answer.
import { assert as holds, double, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { parameterEstimates, scoreWithIntervals } from './certainty.ts'
import { chooseLifetime } from './choose.ts'
import { discountedPurchases, lifetimeValue } from './clv.ts'
import { fitLifetime, lifetimeLikelihood } from './fit.ts'
import type { LifetimeKind, LifetimeModel } from './model.ts'
import { paretoOdds } from './pareto.ts'
import { compressLifetime, type LifetimeRows } from './rows.ts'
import { expectedFromBirth, scoreLifetime } from './score.ts'
import { draw, gammaDraw } from './simulate.test-kit.ts'
import { fitSpend } from './spend.ts'
import { createRandom } from '../../stats/index.ts'

const TRUTHS: readonly LifetimeModel[] = [
  { kind: 'nbd', parameters: [0.6, 8] },
  { kind: 'bg-nbd', parameters: [0.8, 6, 0.9, 2.5] },
  { kind: 'mbg-nbd', parameters: [0.9, 5, 0.8, 2.2] },
  { kind: 'pareto-nbd', parameters: [0.9, 6, 0.7, 15] },
]

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

test.each(TRUTHS)('$kind: gradients agree with differences', ({ kind, parameters }) => {
  const { rows } = draw({ kind, parameters }, { n: 200, span: 60, seed: 3 })
  const likelihood = lifetimeLikelihood(kind, rows)
  for (const factor of [0.2, 1, 9]) {
    const at = Float64Array.from(parameters, (p, i) => (i % 2 === 0 ? p * factor : p / factor))
    const gradient = new Float64Array(at.length)
    likelihood(at, gradient)
    for (const [i, g] of gradient.entries()) {
      const step = 1e-5 * (at[i] ?? 1)
      const shifted = (by: number): number =>
        likelihood(
          at.map((v, j) => (j === i ? v + by : v)),
          new Float64Array(at.length),
        )
      const numeric = (shifted(step) - shifted(-step)) / (2 * step)
      expect(Math.abs(g - numeric)).toBeLessThan(1e-5 * (Math.abs(numeric) + 1))
    }
  }
})

test.each(TRUTHS)('$kind: intervals cover the truth', ({ kind, parameters }) => {
  let covered = 0
  const runs = 40
  const n = kind === 'pareto-nbd' ? 600 : 3000
  for (let seed = 1; seed <= runs; seed++) {
    const fit = fitLifetime(draw({ kind, parameters }, { n, span: 60, seed }).rows, kind)
    const error = Math.sqrt(fit?.logCovariance?.[0] ?? Number.NaN)
    const r = Math.log(fit?.model.parameters[0] ?? Number.NaN)
    if (Math.abs(r - Math.log(parameters[0] ?? 0)) < 1.96 * error) covered++
  }
  // 95 % of 40 is 38; fewer than 34 has a chance of one in a hundred.
  expect(covered).toBeGreaterThanOrEqual(34)
})

test.each(TRUTHS)('$kind: scores foretell what the simulation does', (model) => {
  const { rows, alive, later } = draw(model, { n: 20_000, span: 60, seed: 5, horizon: 40 })
  const scores = scoreLifetime(model, rows, 40)
  expect(sum(scores.expected) / sum(later)).toBeCloseTo(1, 1)
  if (scores.alive !== undefined) {
    expect(sum(scores.alive) / rows.x.length).toBeCloseTo(sum(alive) / rows.x.length, 2)
  }
  const total = rows.T.reduce((all, T) => all + expectedFromBirth(model, T), 0)
  expect(total / sum(rows.x)).toBeCloseTo(1, 1)
})

test('Pareto/NBD: the series and the quadrature agree where they meet', () => {
  const random = createRandom(9)
  for (let i = 0; i < 300; i++) {
    const x = random.below(60)
    const T = 5 + random.next() * 100
    const tx = x === 0 ? 0 : random.next() * T
    const alpha = Math.exp(random.normal())
    // The method changes at z = .4; a hair on either side must give the same.
    const other = (side: number): number => (alpha + 0.4 * side * tx) / (1 - 0.4 * side)
    const of = (beta: number): number => {
      const odds = paretoOdds()
      odds.update(0.7, alpha, 1.4, beta)
      odds.at(x, tx, T)
      return odds.out[0] ?? Number.NaN
    }
    const low = of(other(1 - 1e-9))
    const high = of(other(1 + 1e-9))
    if (Number.isFinite(low)) expect(Math.abs(low - high)).toBeLessThan(1e-6)
    else expect(high).toBe(low)
  }
})

test('hundreds of purchases and long silences neither overflow nor end', () => {
  const rows: LifetimeRows = {
    x: Float64Array.of(900, 900, 0, 1),
    tx: Float64Array.of(3, 999, 0, 1e-6),
    T: Float64Array.of(1000, 1000, 1000, 1000),
    weight: Float64Array.of(1, 1, 1, 1),
  }
  for (const model of TRUTHS) {
    const { alive, expected } = scoreLifetime(model, rows, 50)
    for (const v of [...(alive ?? []), ...expected]) expect(v).toBeGreaterThanOrEqual(0)
    for (const v of alive ?? []) expect(v).toBeLessThanOrEqual(1)
    if (alive !== undefined) expect(alive[0]).toBeLessThan(1e-6)
  }
})

test('the unit of time does not matter', () => {
  const { rows } = draw(TRUTHS[3] as LifetimeModel, { n: 1500, span: 60, seed: 2 })
  const days = { ...rows, tx: rows.tx.map((t) => 7 * t), T: rows.T.map((t) => 7 * t) }
  for (const { kind } of TRUTHS) {
    const weekly = fitLifetime(rows, kind)
    const daily = fitLifetime(days, kind)
    const alphas = [weekly?.model.parameters[1] ?? 0, daily?.model.parameters[1] ?? 0] as const
    expect(alphas[1] / alphas[0]).toBeCloseTo(7, 3)
    const shift = sum(rows.x) * Math.log(7)
    expect(daily?.logLikelihood).toBeCloseTo((weekly?.logLikelihood ?? 0) - shift, 4)
  }
})

test('compressing changes nothing but the number of rows', () => {
  const small = integer({ min: 0, max: 4 })
  holds(
    property(double({ min: 0.1, max: 5, noNaN: true }), small, (factor, seed) => {
      const { rows } = draw(TRUTHS[1] as LifetimeModel, { n: 150, span: 30, seed })
      const round = (v: Float64Array): Float64Array => v.map((t) => Math.round(t * factor))
      const coarse = { ...rows, tx: round(rows.tx), T: round(rows.T) }
      const { rows: packed, index } = compressLifetime(coarse)
      expect(sum(packed.weight)).toBe(150)
      for (const [i, at] of index.entries()) {
        expect([packed.x[at], packed.tx[at], packed.T[at]]).toEqual([
          coarse.x[i],
          coarse.tx[i],
          coarse.T[i],
        ])
      }
      const key = (i: number): string => `${packed.x[i]} ${packed.tx[i]} ${packed.T[i]}`
      expect(new Set([...packed.x.keys()].map(key)).size).toBe(packed.x.length)
    }),
    { numRuns: 20 },
  )
})

test('Gamma-Gamma: recovers its parameters; finds spend that goes with frequency', () => {
  const random = createRandom(4)
  const n = 5000
  const x = new Float64Array(n)
  const mean = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    x[i] = 1 + random.below(6)
    mean[i] = gammaDraw(random, 6 * (x[i] ?? 0), (x[i] ?? 0) * gammaDraw(random, 4, 15))
  }
  const weight = new Float64Array(n).fill(1)
  const fit = fitSpend({ x, mean, weight })
  expect(fit.status).toBe('ok')
  for (const [i, truth] of [6, 4, 15].entries()) {
    expect(Math.abs((fit.parameters?.[i] ?? 0) - truth)).toBeLessThan(3 * (fit.errors[i] ?? 0))
  }
  expect(fit.mean.low).toBeLessThan(30)
  expect(fit.mean.high).toBeGreaterThan(30)
  const tied = fitSpend({ x, mean: mean.map((m, i) => m * (x[i] ?? 0)), weight })
  expect(tied.status).toBe('weak')
  expect(tied.reasons).toContain('spend-depends-on-frequency')
  expect(fitSpend({ x, mean: mean.fill(20), weight }).reasons).toEqual(['spend-does-not-vary'])
  // Pareto tails of infinite mean.
  const wild = mean.map(() => Math.pow(1 - random.next(), -1.6))
  expect(fitSpend({ x: x.fill(1), mean: wild, weight }).status).toBe('not-identified')
})

const customers = (...list: readonly (readonly [number, number, number])[]): LifetimeRows => ({
  x: Float64Array.from(list, ([x]) => x),
  tx: Float64Array.from(list, ([, tx]) => tx),
  T: Float64Array.from(list, ([, , T]) => T),
  weight: new Float64Array(list.length).fill(1),
})

test.each([
  ['nobody', customers(), 'none', 'no-customers'],
  ['one', customers([3, 20, 40]), 'not-identified', 'too-few-repeat-buyers'],
  ['two', customers([3, 20, 40], [0, 0, 40]), 'not-identified', 'too-few-repeat-buyers'],
  [
    'only one-time buyers',
    customers(...Array.from({ length: 500 }, (_, i) => [0, 0, 20 + (i % 9)] as const)),
    'not-identified',
    'no-repeat-purchases',
  ],
  [
    'all with the same x',
    customers(...Array.from({ length: 500 }, (_, i) => [4, 30 + (i % 9), 40] as const)),
    'not-identified',
    'purchase-rate-at-bound',
  ],
] as const)('%s: says that it cannot tell', (_, rows, status, reason) => {
  const choice = chooseLifetime(rows)
  expect(choice.status).toBe(status)
  expect(choice.reasons).toContain(reason)
  expect(choice.chosen).toBeUndefined()
  expect(choice.alive.mean).toBeUndefined()
})

test('where nobody leaves, NBD stands in and P(alive) is not given', () => {
  let alarms = 0
  for (let seed = 1; seed <= 20; seed++) {
    const { rows } = draw(TRUTHS[0] as LifetimeModel, { n: 2000, span: 52, seed })
    const choice = chooseLifetime(compressLifetime(rows).rows, { kinds: ['bg-nbd', 'mbg-nbd'] })
    if (choice.status !== 'not-identified') alarms++
    else {
      expect(choice.chosen?.model.kind).toBe('nbd')
      expect(choice.alive.status).toBe('not-identified')
    }
  }
  expect(alarms).toBeLessThanOrEqual(2)
})

test('where people leave, the choice finds it and mostly the way they do', () => {
  let right = 0
  for (let seed = 1; seed <= 4; seed++) {
    const { rows } = draw(TRUTHS[1] as LifetimeModel, { n: 2500, span: 60, seed })
    const choice = chooseLifetime(rows)
    expect(choice.status).not.toBe('not-identified')
    if (choice.chosen?.model.kind === 'bg-nbd') right++
  }
  expect(right).toBeGreaterThanOrEqual(3)
})

test('value: the same seed gives the same interval; without spend there is none', () => {
  const { rows } = draw(TRUTHS[1] as LifetimeModel, { n: 1000, span: 60, seed: 8 })
  const fit = fitLifetime(rows, 'bg-nbd')
  if (fit === undefined) throw new Error('nothing was fitted')
  const random = createRandom(3)
  const meanSpend = rows.x.map((x) =>
    x > 0 ? gammaDraw(random, 5 * x, x * gammaDraw(random, 4, 12)) : 0,
  )
  const spend = fitSpend({ x: rows.x, mean: meanSpend, weight: rows.weight })
  const options = { horizon: 52, discount: 0.002, margin: 0.25, seed: 11, draws: 60 }
  const first = lifetimeValue(fit, spend, { ...rows, meanSpend }, options)
  const second = lifetimeValue(fit, spend, { ...rows, meanSpend }, options)
  expect(second.total).toEqual(first.total)
  expect(first.total.status).toBe(spend.status)
  for (const [i, v] of first.value.entries()) {
    expect(first.low?.[i]).toBeLessThanOrEqual(v)
    expect(first.high?.[i]).toBeGreaterThanOrEqual(v)
  }
  const undiscounted = discountedPurchases(fit.model, rows, { horizon: 52, discount: 0 })
  expect(undiscounted).toEqual(scoreLifetime(fit.model, rows, 52).expected)
  const empty = new Float64Array(0)
  const unknown = fitSpend({ x: empty, mean: empty, weight: empty })
  expect(unknown.status).toBe('none')
  expect(lifetimeValue(fit, unknown, { ...rows, meanSpend }, options).total.value).toBeUndefined()
})

test.each(['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const)(
  '%s: E[X(t)] rises from 0 and passes smoothly over the hole at 1',
  (kind: LifetimeKind) => {
    const at = (third: number): number =>
      expectedFromBirth(
        { kind, parameters: [0.5, 5, third, 2].slice(0, kind === 'nbd' ? 2 : 4) },
        30,
      )
    expect(at(1)).toBeCloseTo((at(1 - 1e-5) + at(1 + 1e-5)) / 2, 8)
    expect(expectedFromBirth({ kind, parameters: [0.5, 5, 0.7, 2] }, 0)).toBe(0)
  },
)

test('intervals of scores cover what the true parameters say', () => {
  const rows = customers([0, 0, 50], [1, 5, 50], [4, 45, 50], [9, 20, 50], [2, 30, 40])
  for (const truth of TRUTHS) {
    const told = scoreLifetime(truth, rows, 30)
    let covered = 0
    let asked = 0
    for (let seed = 1; seed <= 20; seed++) {
      const fit = fitLifetime(draw(truth, { n: 1200, span: 60, seed }).rows, truth.kind)
      const scores = fit && scoreWithIntervals(fit, rows, { horizon: 30 })
      if (scores === undefined) continue
      for (const [i, e] of told.expected.entries()) {
        asked++
        if ((scores.expectedLow[i] ?? 1) <= e && (scores.expectedHigh[i] ?? 0) >= e) covered++
        const alive = told.alive?.[i]
        if (alive === undefined) continue
        asked++
        if ((scores.aliveLow?.[i] ?? 1) <= alive && (scores.aliveHigh?.[i] ?? 0) >= alive) covered++
      }
    }
    expect(covered / asked).toBeGreaterThan(0.88)
    expect(asked).toBeGreaterThanOrEqual(90)
  }
})

test('intervals of parameters enclose them and stay above 0', () => {
  const fit = fitLifetime(
    draw(TRUTHS[1] as LifetimeModel, { n: 800, span: 60, seed: 1 }).rows,
    'bg-nbd',
  )
  const estimates = fit === undefined ? [] : parameterEstimates(fit)
  expect(estimates.map((e) => e.name)).toEqual(['r', 'alpha', 'a', 'b'])
  for (const { value, low, high, n } of estimates) {
    expect(low).toBeGreaterThan(0)
    expect(low).toBeLessThan(value ?? 0)
    expect(high).toBeGreaterThan(value ?? Infinity)
    expect(n).toBe(800)
  }
})
