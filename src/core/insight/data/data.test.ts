// Judgements about data: laws and tables.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshnessOf } from './freshness.ts'
import { isMark, looksLikeMark } from './mark.ts'
import { farBounds } from './outlier.ts'
import { rankProblems } from './problem.ts'
import { createRandom, type Random } from '../../stats/index.ts'
import { compareGroups } from '../segment/compare.ts'
import { verbatim } from '../text.ts'
import { BIAS_ALPHA, biasOf, parseReference, weightsOf, type Bias } from './representative.ts'

const every = (step: number, until: number, count = 10) => {
  const days = Array.from(
    { length: Math.floor(400 / step) },
    (_, i) => until - i * step,
  ).toReversed()
  return { days, counts: days.map(() => count) }
}

describe('freshness', () => {
  test.each([
    ['daily, yesterday', every(1, 999), 'fresh'],
    ['daily, three days ago', every(1, 997), 'fresh'],
    ['daily, four days ago', every(1, 996), 'stopped'],
    ['monthly, six weeks ago', every(30, 958), 'fresh'],
    ['monthly, three months ago', every(30, 910), 'stopped'],
    ['weekly, ten days ago', every(7, 990), 'fresh'],
    ['six days in all', { days: [1, 2, 3, 4, 5, 6], counts: [9, 9, 9, 9, 9, 9] }, 'too-few'],
    ['nothing', { days: [], counts: [] }, 'too-few'],
  ] as const)('%s: %s', (_, source, state) => {
    expect(freshnessOf({ ...source, today: 1000 }).state).toBe(state)
  })

  test('a week far below a usual one is fading', () => {
    const { days, counts } = every(1, 1000)
    const faded = counts.map((count, i) => (days[i] !== undefined && days[i] > 993 ? 1 : count))
    expect(freshnessOf({ days, counts: faded, today: 1000 })).toMatchObject({
      state: 'fading',
      lastWeek: 7,
      usualWeek: 70,
    })
  })
})

describe('far outside', () => {
  test('on the log scale for amounts, on their own for numbers', () => {
    expect(farBounds({ median: Math.log(100), mad: 0.6745, log: true })?.high).toBeCloseTo(
      100 * Math.exp(6),
      3,
    )
    expect(farBounds({ median: 40, mad: 6.745, log: false })).toEqual({ low: -20, high: 100 })
  })
  test('where most are equal nothing is far', () => {
    expect(farBounds({ median: 1, mad: 0, log: false })).toBeUndefined()
  })
})

test('what misleads every figure comes first, and what segments rest on before the rest of its kind', () => {
  const problem = (kind: 'sparse' | 'stopped' | 'constant', where: string, isUsed = false) => ({
    kind,
    where,
    count: 10,
    of: 100,
    isUsed,
  })
  const ranked = rankProblems([
    problem('constant', 'a'),
    problem('sparse', 'b'),
    problem('sparse', 'c', true),
    problem('stopped', 'd'),
  ])
  expect(ranked.map(({ where }) => where)).toEqual(['d', 'c', 'b', 'a'])
})

describe('weights', () => {
  const part = fc.record({
    stratum: fc.string(),
    known: fc.integer({ min: 0, max: 300 }),
    more: fc.integer({ min: 0, max: 300 }),
  })
  const parts = fc
    .array(part, { minLength: 1, maxLength: 8 })
    .map((all) => all.map(({ stratum, known, more }) => ({ stratum, known, base: known + more })))

  test('without a cap the weighted known have the shares of the base; no weight leaves its bounds', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const { strata, effective } = weightsOf(all, Number.POSITIVE_INFINITY)
        const usable = strata.filter(({ weight }) => weight !== undefined)
        const base = usable.reduce((sum, one) => sum + one.base, 0)
        const known = usable.reduce((sum, one) => sum + one.known, 0)
        for (const one of usable)
          expect(((one.weight ?? 0) * one.known) / known).toBeCloseTo(one.base / base, 9)
        expect(effective).toBeLessThanOrEqual(known + 1e-9)
        for (const { weight = 1 } of weightsOf(all, 3).strata) {
          expect(weight).toBeLessThanOrEqual(3)
          expect(weight).toBeGreaterThanOrEqual(1 / 3)
        }
      }),
    )
  })

  test('a part of which a handful is known has no weight, and is said to be uncovered', () => {
    const { strata, uncovered } = weightsOf([
      { stratum: 'a', base: 900, known: 500 },
      { stratum: 'b', base: 100, known: 10 },
    ])
    expect(strata.map(({ weight }) => weight)).toEqual([1, undefined])
    expect(uncovered).toBeCloseTo(0.1, 12)
  })
})

test.each([
  [
    'F:0.51,M:0.49',
    [
      ['F', 0.51],
      ['M', 0.49],
    ],
  ],
  [
    'F: 51 %, M: 49%',
    [
      ['F', 0.51],
      ['M', 0.49],
    ],
  ],
  [
    'a:b:1,c:3',
    [
      ['a:b', 0.25],
      ['c', 0.75],
    ],
  ],
  ['F:0.51', undefined],
  ['F:0.5,F:0.5', undefined],
  ['F:half,M:half', undefined],
  ['F:-1,M:2', undefined],
  ['F:,M:1', undefined],
  ['F:0,M:0', undefined],
  ['', undefined],
])('the reference %s', (text, shares) => {
  const read = parseReference(text)
  expect(read === undefined ? undefined : [...read]).toEqual(shares)
})

describe('gaps over 200 seeds', () => {
  const COUNTRIES = ['US', 'GB', 'BR', 'ES', 'MX', 'FR']
  const SEEDS = 200

  /** A base of customers, of each of whom something is known with a chance that may depend on the country or on spend. */
  const judge = (
    random: Random,
    n: number,
    chance: (country: string, spend: number) => number,
  ): Bias => {
    const aspect = { area: 'spend', unit: 'money', uses: [] } as const
    const moments = () => ({ n: 0, sum: 0, sumSquares: 0 })
    const spend = { of: moments(), against: moments() }
    const orders = { of: moments(), against: moments() }
    const counts = COUNTRIES.map((value) => ({ value, label: verbatim(value), of: 0, against: 0 }))
    const sizes = { of: 0, against: 0, both: 0 }
    for (let i = 0; i < n; i++) {
      const at = Math.floor(random.next() * COUNTRIES.length)
      const amount = Math.exp(4 + random.normal())
      const side = random.next() < chance(COUNTRIES[at] ?? '', amount) ? 'of' : 'against'
      sizes[side]++
      const count = counts[at]
      if (count !== undefined) count[side]++
      for (const [sums, x] of [
        [spend, amount],
        [orders, Math.floor(amount / 40 + 3 * random.next())],
      ] as const) {
        sums[side].n++
        sums[side].sum += x
        sums[side].sumSquares += x * x
      }
    }
    const number = (key: string, sums: typeof spend) => ({
      aspect: { ...aspect, key, label: verbatim(key) },
      isFlag: false,
      ...sums,
    })
    const known = { of: sizes.of, against: sizes.against }
    const country = { ...aspect, key: 'country', label: verbatim('country') }
    const compared = compareGroups({
      sizes,
      numbers: [number('spend', spend), number('orders', orders)],
      words: [{ aspect: country, several: false, known, values: counts }],
      against: 'group',
      uses: new Set(),
      alpha: BIAS_ALPHA,
    })
    return biasOf(compared).bias
  }
  const found = (n: number, chance: (country: string, spend: number) => number): number =>
    Array.from({ length: SEEDS }, (_, seed) => judge(createRandom(seed + 1), n, chance)).filter(
      (bias) => bias === 'biased',
    ).length

  test('gaps by chance alone are hardly ever called biased', () => {
    expect(found(2000, () => 0.25)).toBeLessThanOrEqual(2)
    expect(found(500, () => 0.5)).toBeLessThanOrEqual(4)
  })
  test('gaps in one country, or of those who spend little, are always found', () => {
    expect(found(2000, (country) => (country === 'MX' ? 0.13 : 0.6))).toBe(SEEDS)
    expect(found(2000, (_, spend) => (spend > 60 ? 0.6 : 0.2))).toBe(SEEDS)
  })
})

describe('numbers that stand for something else', () => {
  const pdays = { value: -1, count: 36_954, of: 45_211, distinct: 559, next: 1 }
  const gain = { value: 99_999, count: 159, of: 32_561, distinct: 119, next: 41_310 }
  test.each([
    ['never called before', pdays, true],
    ['a cap far above the next', gain, true],
    ['the highest of many hours', { ...gain, value: 99, next: 98 }, false],
    ['a debt of one among debts', { ...pdays, next: -0.5 }, false],
    ['met a few times', { ...pdays, count: 12 }, false],
    ['an answer of three', { ...pdays, distinct: 3, next: 0 }, false],
    ['any other number', { ...gain, value: 100_000 }, false],
  ])('%s', (_, extreme, is) => expect(isMark(extreme)).toBe(is))
  test('are known by how they are written', () => {
    expect([-1, -999, 99, 9999].every(looksLikeMark)).toBe(true)
    expect([0, 1, -2, 100].some(looksLikeMark)).toBe(false)
  })
})
