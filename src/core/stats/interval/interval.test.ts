// Intervals against published figures, at degenerate sizes, and by simulated coverage.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { binomialDraw, multinomialDraw } from './binomial-draw.ts'
import { bootstrap } from './bootstrap.ts'
import { mean, meanDifference, meanRatio, meanTest } from './mean.ts'
import {
  detectableDifference,
  detectableRise,
  meanPower,
  proportionPower,
  sizeForShares,
} from './power.ts'
import { netPromoter } from './promoter.ts'
import { proportion, proportionDifference, proportionRatio, proportionTest } from './proportion.ts'
import { quantile } from './quantile.ts'
import { compress, momentsOf } from './sums.ts'

const moments = (values: readonly number[]): ReturnType<typeof momentsOf> =>
  momentsOf(Float64Array.from(values))

test('Wilson: Newcombe 1998, table I', () => {
  const first = proportion({ hits: 81, n: 263 })
  expect(first.low).toBeCloseTo(0.2553, 4)
  expect(first.high).toBeCloseTo(0.3662, 4)
  const second = proportion({ hits: 15, n: 148 })
  expect(second.low).toBeCloseTo(0.0624, 4)
  expect(second.high).toBeCloseTo(0.1605, 4)
  const none = proportion({ hits: 0, n: 20 })
  expect([none.low, none.high?.toFixed(4)]).toEqual([0, '0.1611'])
  expect(proportion({ hits: 1, n: 29 }).low).toBeCloseTo(0.0061, 4)
})

test('Newcombe: method 10, published comparisons', () => {
  const cases: readonly (readonly [number, number, number, number, number, number])[] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ]
  for (const [a, m, b, n, low, high] of cases) {
    const found = proportionDifference({ of: { hits: a, n: m }, against: { hits: b, n } })
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  }
})

test('ratio of shares: aspirin and heart attacks (Agresti 2002, section 3.1.4)', () => {
  const found = proportionRatio({ of: { hits: 189, n: 11_034 }, against: { hits: 104, n: 11_037 } })
  expect(found.value).toBeCloseTo(1.818, 3)
  expect(found.low).toBeCloseTo(1.433, 3)
  expect(found.high).toBeCloseTo(2.306, 3)
  const empty = proportionRatio({ of: { hits: 3, n: 10 }, against: { hits: 0, n: 10 } })
  expect([empty.value, empty.high, empty.status]).toEqual([undefined, undefined, 'not-identified'])
})

test('t: Student 1908, sleep data, as R prints them', () => {
  const first = moments([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
  const second = moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
  const found = meanDifference({ of: first, against: second })
  expect(found.low).toBeCloseTo(-3.3654832, 6)
  expect(found.high).toBeCloseTo(0.2054832, 6)
  expect(meanTest({ of: first, against: second })).toBeCloseTo(0.07939, 5)
  const paired = mean(moments([-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]))
  expect(paired.low).toBeCloseTo(-2.4598858, 6)
  expect(paired.high).toBeCloseTo(-0.7001142, 6)
})

test('net promoter: Rocks 2016', () => {
  const found = netPromoter({ promoters: 150, passives: 70, detractors: 30 })
  expect(found.value).toBeCloseTo(48, 10)
  expect(found.se).toBeCloseTo(4.425, 3)
  expect(found.low).toBeCloseTo(38.78, 2)
  expect(found.high).toBeCloseTo(56.08, 2)
  const all = netPromoter({ promoters: 10, passives: 0, detractors: 0 })
  expect(all.value).toBe(100)
  expect((all.high ?? 0) - (all.low ?? 0)).toBeGreaterThan(20)
})

test('power: the examples of R power.prop.test and power.t.test', () => {
  const fifty = { of: 50, against: 50 }
  expect(proportionPower(fifty, { of: 0.5, against: 0.75 })).toBeCloseTo(0.7401659, 6)
  expect(sizeForShares({ of: 0.5, against: 0.75 }, 0.9)).toBeCloseTo(76.7, 1)
  expect(meanPower({ of: 20, against: 20 }, { difference: 1, sd: 1 })).toBeCloseTo(0.8689528, 3)
  expect(detectableDifference({ of: 20, against: 20 }, 1, 0.8689528)).toBeCloseTo(1, 3)
  const rise = detectableRise(fifty, 0.5, 0.7401659)
  expect(rise).toBeCloseTo(0.25, 5)
  expect(detectableRise({ of: 2, against: 2 }, 0.5)).toBeUndefined()
  expect(detectableRise({ of: 0, against: 2 }, 0.5)).toBeUndefined()
})

test('a side without spread lends no certainty to a comparison', () => {
  // Thirty who all used nothing, against ten thousand of whom a tenth did: 0 of 30 may be anything up to a tenth.
  const none = { n: 30, sum: 0, sumSquares: 0 }
  const many = { n: 10_000, sum: 1000, sumSquares: 1000 }
  const found = meanDifference({ of: none, against: many })
  expect(found.low ?? 0).toBeLessThan(-0.19)
  expect(found.high ?? -1).toBeGreaterThan(0)
  expect(meanTest({ of: none, against: many }) ?? 0).toBeGreaterThan(0.05)
  const equal = meanRatio({ of: { n: 30, sum: 30, sumSquares: 30 }, against: many })
  expect((equal.high ?? 0) / (equal.low ?? 1)).toBeGreaterThan(1.1)
})

test('a ratio of shares without a miss is not certain', () => {
  const both = proportionRatio({ of: { hits: 5, n: 5 }, against: { hits: 5, n: 5 } })
  // Wilson's lower end for 5 of 5.
  expect(both.low).toBeCloseTo(0.5655, 4)
  expect(both.high).toBeCloseTo(1 / 0.5655, 3)
  expect(both.status).toBe('weak')
  const one = proportionRatio({ of: { hits: 8, n: 8 }, against: { hits: 500, n: 1000 } })
  expect(one.low ?? 2).toBeLessThan(2 * 0.68)
})

test('nothing in, nothing out', () => {
  expect(proportion({ hits: 0, n: 0 })).toMatchObject({ value: undefined, status: 'none', n: 0 })
  expect(mean(moments([]))).toMatchObject({ value: undefined, status: 'none' })
  expect(mean(moments([4]))).toMatchObject({ value: 4, low: undefined, status: 'weak' })
  expect(mean(moments([0.1, 0.1, 0.1]))).toMatchObject({ low: undefined, status: 'weak' })
  expect(netPromoter({ promoters: 0, passives: 0, detractors: 0 }).value).toBeUndefined()
  expect(quantile(compress(new Float64Array(0)), 0.5).status).toBe('none')
  expect(meanRatio({ of: moments([-1, -2]), against: moments([1, 2]) }).status).toBe(
    'not-identified',
  )
})

test('quantiles are those of the uncompressed values, and the interval covers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, q) => {
        const sorted = Float64Array.from(values).sort()
        const at = q * (sorted.length - 1)
        const first = sorted[Math.floor(at)] ?? 0
        const expected = first + (at % 1) * ((sorted[Math.ceil(at)] ?? 0) - first)
        const found = quantile(compress(sorted), q)
        expect(found.value).toBeCloseTo(expected, 9)
        expect(found.low ?? -1).toBeLessThanOrEqual(found.value ?? 0)
        expect(found.high ?? 10).toBeGreaterThanOrEqual(found.value ?? 0)
      },
    ),
  )
  const random = createRandom(3)
  let covered = 0
  for (let run = 0; run < 400; run++) {
    const found = quantile(compress(Float64Array.from({ length: 80 }, random.next)), 0.7)
    if ((found.low ?? 0) <= 0.7 && (found.high ?? 1) >= 0.7) covered++
  }
  expect(covered).toBeGreaterThanOrEqual(376)
  expect(covered).toBeLessThan(400)
})

test('binomial draws have the right mean and variance at every size', () => {
  const random = createRandom(11)
  for (const [n, p] of [
    [5, 0.3],
    [400, 0.01],
    [1000, 0.4],
    [1e6, 0.9],
  ] as const) {
    let sum = 0
    let squares = 0
    const draws = 20_000
    for (let i = 0; i < draws; i++) {
      const draw = binomialDraw(n, p, random) - n * p
      sum += draw
      squares += draw * draw
    }
    const variance = n * p * (1 - p)
    expect(Math.abs(sum / draws) / Math.sqrt(variance / draws)).toBeLessThan(4)
    expect(squares / draws / variance).toBeGreaterThan(0.95)
    expect(squares / draws / variance).toBeLessThan(1.05)
  }
  const into = new Float64Array(3)
  multinomialDraw(Float64Array.of(1, 0, 3), 1000, random, into)
  expect(into[0] ?? 0).toBeGreaterThan(200)
  expect((into[0] ?? 0) + (into[2] ?? 0)).toBe(1000)
})

test('bootstrap of a mean agrees with t; the same seed gives the same interval', () => {
  const random = createRandom(5)
  const data = compress(Float64Array.from({ length: 2000 }, () => random.below(20)))
  const statistic = (counts: readonly Float64Array[]): number => {
    const found = momentsOf(data.values, counts[0])
    return found.sum / found.n
  }
  const options = { strata: [data.counts], statistic, seed: 9, draws: 2000 }
  const found = bootstrap(options)
  const exact = mean(momentsOf(data.values, data.counts))
  expect(found).toEqual(bootstrap(options))
  expect(found.value).toBeCloseTo(exact.value ?? 0, 10)
  expect(Math.abs((found.low ?? 0) - (exact.low ?? 0))).toBeLessThan(0.02)
  expect(Math.abs((found.high ?? 0) - (exact.high ?? 0))).toBeLessThan(0.02)
})

test('equal shares are called different in about one of twenty', () => {
  const random = createRandom(2)
  let wolves = 0
  for (let run = 0; run < 2000; run++) {
    const draw = (): { hits: number; n: number } => ({
      hits: binomialDraw(300, 0.2, random),
      n: 300,
    })
    if (proportionTest({ of: draw(), against: draw() }) < 0.05) wolves++
  }
  expect(wolves).toBeGreaterThan(65)
  expect(wolves).toBeLessThan(135)
})
