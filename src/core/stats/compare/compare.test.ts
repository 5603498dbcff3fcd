// Comparisons against published or hand-made figures, and against chance.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { multinomialDraw } from '../interval/binomial-draw.ts'
import { momentsOf } from '../interval/sums.ts'
import { createRandom } from '../random.ts'
import { associationOf } from './association.ts'
import { driftOf, largestGap } from './drift.ts'
import { meanIndex, shareIndex } from './index-against.ts'
import { benjaminiHochberg } from './multiple.ts'
import { overlapOf } from './overlap.ts'
import { relevanceOf } from './relevance.ts'
import { separation } from './separation.ts'
import { standardisedDifference, standardisedShareDifference } from './standardised.ts'

const f = (...values: readonly number[]): Float64Array => Float64Array.from(values)

test("Cramer's V: hair and eye colour of 592 students (Snee 1974)", () => {
  const table = f(68, 20, 15, 5, 119, 84, 54, 29, 26, 17, 14, 14, 7, 94, 10, 16)
  const found = associationOf(table, 4)
  expect(found.chiSquare).toBeCloseTo(138.29, 2)
  expect(found.degrees).toBe(9)
  expect(found.p).toBeLessThan(1e-20)
  // sqrt((138.29 / 592 - 9 / 591) / (3 - 9 / 591)), Bergsma 2013.
  expect(found.v.value).toBeCloseTo(0.27048, 4)
  expect(found.v.low).toBeLessThan(0.24)
  expect(found.v.high).toBeGreaterThan(0.3)
  expect(associationOf(f(5, 5), 2).v.status).toBe('not-identified')
  expect(associationOf(f(0, 0, 0, 0), 2).v.status).toBe('none')
})

test('independent tables: V near zero, its interval reaches zero, p uniform', () => {
  const random = createRandom(4)
  const into = new Float64Array(12)
  let alarms = 0
  let apart = 0
  for (let run = 0; run < 400; run++) {
    multinomialDraw(f(6, 3, 1, 12, 6, 2, 6, 3, 1, 12, 6, 2), 600, random, into)
    const found = associationOf(into, 3)
    if ((found.p ?? 1) < 0.05) alarms++
    if ((found.v.low ?? 0) > 0) apart++
  }
  expect(alarms).toBeGreaterThan(8)
  expect(alarms).toBeLessThan(34)
  expect(apart).toBeLessThan(24)
})

test('standardised differences', () => {
  const of = momentsOf(f(2, 4, 6))
  const against = momentsOf(f(1, 3, 5))
  const found = standardisedDifference({ of, against })
  expect(found.value).toBeCloseTo(0.5, 12)
  // sqrt(6 / 9 + .25 / 12)
  expect((found.high ?? 0) - 0.5).toBeCloseTo(1.959964 * 0.829156, 4)
  const shares = { of: { hits: 50, n: 100 }, against: { hits: 20, n: 100 } }
  expect(standardisedShareDifference(shares).value).toBeCloseTo(0.3 / Math.sqrt(0.205), 12)
  expect(
    standardisedDifference({ of: momentsOf(f(1, 1)), against: momentsOf(f(2, 2)) }).status,
  ).toBe('not-identified')
  expect(standardisedDifference({ of: momentsOf(f()), against }).status).toBe('none')
})

test('index against the base, and that its interval covers', () => {
  const found = shareIndex({ segment: { hits: 40, n: 100 }, base: { hits: 200, n: 1000 } })
  expect(found.value).toBeCloseTo(200, 10)
  expect(found.low).toBeGreaterThan(150)
  const all = shareIndex({ segment: { hits: 200, n: 1000 }, base: { hits: 200, n: 1000 } })
  expect([all.value, all.low, all.high]).toEqual([100, 100, 100])
  expect(shareIndex({ segment: { hits: 0, n: 9 }, base: { hits: 0, n: 99 } }).status).toBe(
    'not-identified',
  )
  const means = meanIndex({ segment: momentsOf(f(2, 4)), base: momentsOf(f(2, 4, 1, 1)) })
  expect(means.value).toBeCloseTo(150, 10)
  const random = createRandom(8)
  const into = new Float64Array(4)
  let covered = 0
  for (let run = 0; run < 400; run++) {
    multinomialDraw(f(40, 60, 160, 740), 1000, random, into)
    const [a = 0, b = 0, c = 0] = into
    const index = shareIndex({ segment: { hits: a, n: a + b }, base: { hits: a + c, n: 1000 } })
    if ((index.low ?? 0) <= 200 && (index.high ?? 0) >= 200) covered++
  }
  expect(covered).toBeGreaterThan(368)
})

test('an index of nothing has a width', () => {
  // Twelve who spend nothing within a thousand of whom the others spend 10 or 30.
  const base = { n: 1012, sum: 20_000, sumSquares: 500_000 }
  const found = meanIndex({ segment: { n: 12, sum: 0, sumSquares: 0 }, base })
  expect(found.value).toBe(0)
  // One standard error of twelve such customers is 10 / sqrt(12), a seventh of the mean.
  expect(found.high ?? 0).toBeGreaterThan(25)
})

test('stability index: by hand, with the rule for zero bins, and quiet under chance', () => {
  const found = driftOf({ of: f(50, 30, 20), against: f(400, 400, 200) })
  expect(found.psi.value).toBeCloseTo(0.1 * Math.log(1.25) - 0.1 * Math.log(0.75), 10)
  const empty = driftOf({ of: f(50, 50, 0), against: f(50, 30, 20) })
  expect(empty.emptyBins).toBe(1)
  expect(empty.psi.value).toBeLessThan(Infinity)
  expect(driftOf({ of: f(0, 0), against: f(1, 1) }).psi.status).toBe('none')
  const same = driftOf({ of: f(10, 10), against: f(100, 100) })
  expect(same.psi.value).toBe(0)
  const random = createRandom(6)
  const now = new Float64Array(10)
  const then = new Float64Array(10)
  const cells = f(1, 2, 3, 4, 5, 5, 4, 3, 2, 1)
  let alarms = 0
  for (let run = 0; run < 300; run++) {
    multinomialDraw(cells, 80, random, now)
    multinomialDraw(cells, 80, random, then)
    const drift = driftOf({ of: now, against: then })
    if (drift.level === 'watch' || drift.level === 'shifted') alarms++
  }
  expect(alarms).toBeLessThan(15)
})

test('largest gap', () => {
  const found = largestGap({ of: f(10, 0, 0), against: f(4, 3, 3) })
  expect(found.distance).toBeCloseTo(0.6, 12)
  expect(found.bin).toBe(0)
  expect(largestGap({ of: f(), against: f() }).distance).toBeUndefined()
  // 1.358 is the 5 % point of Kolmogorov's limit.
  const big = largestGap({ of: f(519_206, 480_794), against: f(500_000, 500_000) })
  expect(big.p).toBeLessThan(1e-6)
})

test('separation equals counting pairs; its interval covers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 6 }),
      (bins) => {
        let pairs = 0
        let won = 0
        for (const [i, [a]] of bins.entries())
          for (const [j, [, b]] of bins.entries()) {
            pairs += a * b
            won += a * b * (i > j ? 1 : i === j ? 0.5 : 0)
          }
        const found = separation({
          of: f(...bins.map((x) => x[0])),
          against: f(...bins.map((x) => x[1])),
        })
        if (pairs === 0) expect(found.value).toBeUndefined()
        else expect(found.value).toBeCloseTo(won / pairs, 12)
      },
    ),
  )
  const random = createRandom(7)
  const of = new Float64Array(4)
  const against = new Float64Array(4)
  let covered = 0
  for (let run = 0; run < 400; run++) {
    multinomialDraw(f(1, 2, 3, 4), 60, random, of)
    multinomialDraw(f(4, 3, 2, 1), 90, random, against)
    const found = separation({ of, against })
    if ((found.low ?? 0) <= 0.75 && (found.high ?? 1) >= 0.75) covered++
  }
  expect(covered).toBeGreaterThan(368)
  expect(covered).toBeLessThan(396)
})

test('Benjamini and Hochberg as R p.adjust', () => {
  const found = benjaminiHochberg(f(0.01, 0.04, 0.03, Number.NaN, 0.5))
  expect(Array.from(found, (x) => Number(x.toFixed(6)))).toEqual([
    0.04,
    0.053333,
    0.053333,
    Number.NaN,
    0.5,
  ])
})

test('overlap', () => {
  const found = overlapOf({ both: 30, onlyFirst: 10, onlySecond: 60 })
  expect(found.jaccard.value).toBeCloseTo(0.3, 12)
  expect(found.coefficient.value).toBeCloseTo(0.75, 12)
  expect(found.secondInFirst.value).toBeCloseTo(1 / 3, 12)
  expect(overlapOf({ both: 0, onlyFirst: 0, onlySecond: 0 }).jaccard.status).toBe('none')
})

test('relevance is not significance', () => {
  const of = (value: number, low: number, high: number): string =>
    relevanceOf({ value, low, high, level: 0.95, n: 100, status: 'ok' }, { matters: 0.2 })
  expect(of(0.5, 0.3, 0.7)).toBe('relevant')
  expect(of(0.3, 0.1, 0.5)).toBe('probably-relevant')
  expect(of(0.05, 0.01, 0.09)).toBe('significant-yet-irrelevant')
  expect(of(0.05, -0.1, 0.15)).toBe('no-relevant-difference')
  expect(of(0.3, -0.1, 0.7)).toBe('unsure')
  const nothing = { value: undefined, low: undefined, high: undefined, level: 0.95, n: 0 }
  expect(relevanceOf({ ...nothing, status: 'none' }, { matters: 0.2 })).toBe('cannot-tell')
})
