// Changes add up, planted ones are found, chance is not taken for them.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, type Moments } from '../../stats/index.ts'
import { judgeApart } from './apart.ts'
import { judgeCohorts } from './cohorts.ts'
import { spendChange } from './decompose.ts'
import { judgeDrifts, withoutSeason } from './drifts.ts'
import { netMoves } from './flows.ts'
import { judgeSizes } from './sizes.ts'
import { judgeGaps } from './gaps.ts'

const span = fc
  .record({
    customers: fc.integer({ min: 1, max: 10_000 }),
    each: fc.integer({ min: 1, max: 20 }),
    basket: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ customers, each, basket }) => ({
    customers,
    orders: customers * each,
    spend: customers * each * basket,
  }))

test('the parts of a change add up, and turn their sign with time', () => {
  fc.assert(
    fc.property(span, span, (before, after) => {
      const there = spendChange(before, after)
      const back = spendChange(after, before)
      const scale = Math.max(before.spend, after.spend)
      const sum = there.customers + there.frequency + there.basket
      expect(Math.abs(sum - there.total) / scale).toBeLessThan(1e-12)
      expect(Math.abs(there.frequency + back.frequency) / scale).toBeLessThan(1e-9)
      expect(Math.abs(there.basket + back.basket) / scale).toBeLessThan(1e-9)
    }),
  )
})

test.each`
  before           | after            | customers | frequency | basket
  ${[10, 20, 200]} | ${[20, 40, 400]} | ${200}    | ${0}      | ${0}
  ${[10, 20, 200]} | ${[10, 40, 400]} | ${0}      | ${200}    | ${0}
  ${[10, 20, 200]} | ${[10, 20, 400]} | ${0}      | ${0}      | ${200}
  ${[10, 20, 200]} | ${[10, 20, 200]} | ${0}      | ${0}      | ${0}
  ${[0, 0, 0]}     | ${[10, 20, 200]} | ${200}    | ${0}      | ${0}
`('$before to $after: $customers, $frequency, $basket', ({ before, after, ...parts }) => {
  const asParts = ([customers, orders, spend]: number[]) => ({
    customers: customers ?? 0,
    orders: orders ?? 0,
    spend: spend ?? 0,
  })
  const found = spendChange(asParts(before), asParts(after))
  expect(found.customers).toBeCloseTo(parts.customers, 9)
  expect(found.frequency).toBeCloseTo(parts.frequency, 9)
  expect(found.basket).toBeCloseTo(parts.basket, 9)
})

/** Three years of months with a Christmas, a growth per year and a little noise. */
function months(seed: number, growth: number, jumpAt = Infinity): Float64Array {
  const random = createRandom(seed)
  return Float64Array.from({ length: 36 }, (_, i) => {
    const season = i % 12 === 11 ? 2 : i % 12 === 10 ? 1.4 : 1
    const noise = 1 + (random.next() + random.next() + random.next() - 1.5) * 0.06
    return 1000 * season * (1 + (growth * i) / 12) * (i >= jumpAt ? 0.7 : 1) * noise
  })
}

test('a season is neither trend nor jump; growth and a fall of the level are told apart', () => {
  let alarms = 0
  for (let seed = 1; seed <= 30; seed++) {
    const series = (values: Float64Array) => ({ values, season: 12 })
    const [still, growing, fallen] = judgeDrifts([
      series(months(seed, 0)),
      series(months(seed + 100, 0.3)),
      series(months(seed + 200, 0, 18)),
    ])
    if (still?.relevance === 'relevant' || (still?.jumps.length ?? 0) > 0) alarms++
    expect(growing?.relevance).toMatch(/relevant/)
    expect(growing?.trend.change.value).toBeGreaterThan(0)
    const isFall =
      fallen?.jumps.some(({ at }) => Math.abs(at - 18) <= 1) === true ||
      (fallen?.trend.change.value ?? 0) < -0.1
    expect(isFall).toBe(true)
  }
  expect(alarms).toBeLessThanOrEqual(1)
})

test('a climb is not cut into steps', () => {
  let jumps = 0
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRandom(seed)
    let drift = 0
    const values = Float64Array.from({ length: 104 }, (_, i) => {
      // Persistent chance on top, so that the trend may not be sure.
      drift = 0.7 * drift + (random.next() - 0.5) * 60
      return 1000 + 6 * i + drift
    })
    jumps += judgeDrifts([{ values }])[0]?.jumps.length ?? 0
  }
  expect(jumps).toBeLessThanOrEqual(1)
})

test('a year is judged by its customers where the trend cannot tell', () => {
  const flat = { values: months(1, 0), season: 12 }
  const [grown, same] = judgeDrifts([
    { ...flat, years: { before: 1000, after: 1300, squares: 900 } },
    { ...flat, years: { before: 1000, after: 1010, squares: 900 } },
  ])
  expect(grown?.yearRelevance).toBe('relevant')
  expect(grown?.year?.value).toBeCloseTo(0.3, 12)
  expect(same?.yearRelevance).toBe('no-relevant-difference')
})

test('without its season a series of one shape is flat', () => {
  const flat = withoutSeason({
    values: Float64Array.from({ length: 24 }, (_, i) => (i % 12 === 11 ? 300 : 100)),
    season: 12,
  })
  for (const value of flat.values) expect(value).toBeCloseTo((11 * 100 + 300) / 12, 6)
})

test('even swaps are no flow, one-sided ones are', () => {
  const moves = [
    { from: 0, to: 1, customers: 50 },
    { from: 1, to: 0, customers: 48 },
    { from: 0, to: 2, customers: 60 },
    { from: 2, to: 0, customers: 10 },
    { from: 0, to: 0, customers: 400 },
  ]
  const found = netMoves(
    moves,
    new Map([
      [0, 510],
      [1, 300],
      [2, 200],
    ]),
  )
  expect(found.map(({ from, to, there, back }) => [from, to, there, back])).toEqual([
    [0, 2, 60, 10],
    [0, 1, 50, 48],
  ])
  expect(found[0]?.adjustedP).toBeLessThan(0.001)
  expect(found[1]?.adjustedP).toBeGreaterThan(0.5)
  expect(found[0]?.share.value).toBeCloseTo(60 / 510, 12)
})

function spread(n: number, each: number, deviation: number): Moments {
  const variance = deviation * deviation
  return { n, sum: n * each, sumSquares: n * each * each + (n - 1) * variance }
}

test('gaps stand against comparable customers, not against everybody', () => {
  const [poorCountry, really, few] = judgeGaps([
    // All in the stratum that spends little: like the others there.
    [{ of: spread(300, 100, 80), others: spread(900, 101, 80) }],
    [
      { of: spread(300, 60, 80), others: spread(900, 100, 80) },
      { of: spread(200, 150, 90), others: spread(400, 200, 90) },
    ],
    [{ of: spread(12, 10, 80), others: spread(900, 100, 80) }],
  ])
  expect(poorCountry?.matters).toBe(false)
  expect(really?.matters).toBe(true)
  expect(really?.amount.value).toBeCloseTo(300 * 40 + 200 * 50, 6)
  expect(really?.own).toBeCloseTo((300 * 60 + 200 * 150) / 500, 9)
  expect(few?.amount.status).toBe('not-identified')
})

test('a group that moves with everybody is not apart', () => {
  const everybody = {
    before: 100_000,
    after: 120_000,
    customers: 1000,
    squares: { before: 2e7, after: 3e7, both: 2.2e7 },
  }
  const [along, behind, few] = judgeApart(
    [
      {
        before: 10_000,
        after: 12_000,
        customers: 100,
        squares: { before: 2e6, after: 3e6, both: 2.2e6 },
      },
      {
        before: 10_000,
        after: 4000,
        customers: 100,
        squares: { before: 2e6, after: 1e6, both: 1e6 },
      },
      { before: 100, after: 0, customers: 3, squares: { before: 1e4, after: 0, both: 0 } },
    ],
    everybody,
  )
  expect(along?.amount.value).toBeCloseTo(0, 9)
  expect(along?.matters).toBe(false)
  expect(behind?.amount.value).toBeCloseTo(-8000, 9)
  expect(behind?.matters).toBe(true)
  expect(few?.amount.status).toBe('not-identified')
})

test('cohorts: one that keeps fewer is named, the others are not, a decline is seen', () => {
  const random = createRandom(4)
  const cohort = (month: number, chance: number) => {
    let hits = 0
    for (let i = 0; i < 300; i++) if (random.next() < chance) hits++
    return { month, early: { hits, n: 300 } }
  }
  const one = judgeCohorts(Array.from({ length: 18 }, (_, m) => cohort(m, m === 9 ? 0.45 : 0.65)))
  const named = one.cohorts.filter(({ relevance }) => /^(probably-)?relevant$/.test(relevance))
  expect(named.map(({ month }) => month)).toEqual([9])
  const falling = judgeCohorts(Array.from({ length: 18 }, (_, m) => cohort(m, 0.75 - m * 0.015)))
  expect(falling.trend.direction).toBe('down')
  expect(falling.trend.relevance).toMatch(/^(probably-)?relevant$/)
})

test.each`
  before  | after   | matters
  ${202}  | ${64}   | ${true}
  ${100}  | ${111}  | ${false}
  ${9000} | ${9400} | ${false}
  ${9000} | ${9950} | ${true}
  ${10}   | ${90}   | ${false}
  ${0}    | ${0}    | ${false}
`('a size of $before that becomes $after matters: $matters', ({ before, after, matters }) => {
  const [found] = judgeSizes([{ before, after }])
  expect(found?.matters).toBe(matters)
})

test('the interval of a change of size holds its textbook value', () => {
  // ln(64 / 202) -+ 1.959964 sqrt(1/64 + 1/202).
  const [found] = judgeSizes([{ before: 202, after: 64 }])
  expect(found?.change?.value).toBeCloseTo(-0.683168, 6)
  expect(found?.change?.low).toBeCloseTo(Math.exp(-1.1493837 - 0.2811846) - 1, 4)
  expect(found?.change?.high).toBeCloseTo(Math.exp(-1.1493837 + 0.2811846) - 1, 4)
})
