// Thresholds, resellers, ratios, heavy few, chance and steps: against figures by hand.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { heavyFew } from './heavy.ts'
import { nextPurchases, type NextCounts } from './next-purchase.ts'
import { onlyByChance } from './only-discount.ts'
import { ratioOfTotals } from './ratio.ts'
import { resellerOrder } from './resellers.ts'
import { judgeTastes } from './tastes.ts'
import { roundThresholds, thresholdReach } from './threshold.ts'

test('thresholds are round, each once, and their reach is counted', () => {
  expect(roundThresholds([493, 1612, 1068, 4110, 1609, 0, 0.0123])).toEqual([
    4100, 1600, 1100, 490, 0.012,
  ])
  const reach = thresholdReach(
    { from: 100, above: { n: 4, sum: 800, sumSquares: 180_000 }, near: { n: 2, sum: 188 } },
    { n: 40, sum: 2000 },
  )
  expect(reach).toMatchObject({
    customers: 4,
    ofBuyers: 0.1,
    ofSpend: 0.4,
    nearMisses: 2,
    lacking: 6,
  })
  expect(reach.perHead.value).toBe(200)
})

test('an order is a reseller’s far beyond the typical one only', () => {
  const typical = Math.log(30)
  // Nearly equal orders: the spread would call 31 an outlier, four times the typical order does not.
  expect(resellerOrder({ median: typical, mad: 0.01 })).toBeCloseTo(120, 8)
  expect(resellerOrder({ median: typical, mad: 0.6745 })).toBeCloseTo(30 * Math.exp(3.5), 6)
  expect(resellerOrder({ median: Number.NaN, mad: Number.NaN })).toBeUndefined()
})

describe('a ratio of totals', () => {
  test('is the total over the total, and its interval covers as often as promised', () => {
    const random = createRandom(11)
    let covered = 0
    for (let run = 0; run < 400; run++) {
      const sums = { n: 200, part: 0, whole: 0, partSquares: 0, wholeSquares: 0, cross: 0 }
      for (let i = 0; i < 200; i++) {
        const whole = -Math.log(1 - random.next()) * 50
        const part = whole * random.next() * 0.4
        sums.part += part
        sums.whole += whole
        sums.partSquares += part * part
        sums.wholeSquares += whole * whole
        sums.cross += part * whole
      }
      const { low = 1, high = 0 } = ratioOfTotals(sums)
      if (low <= 0.2 && high >= 0.2) covered++
    }
    expect(covered / 400).toBeGreaterThan(0.91)
    expect(covered / 400).toBeLessThan(0.98)
  })

  test('has no value over nothing', () => {
    const none = { n: 5, part: 1, whole: 0, partSquares: 1, wholeSquares: 0, cross: 0 }
    expect(ratioOfTotals(none)).toMatchObject({ value: undefined, status: 'not-identified' })
    expect(ratioOfTotals({ ...none, n: 0 }).status).toBe('none')
  })
})

test('a heavy few stand out; one each does not', () => {
  const table = [
    { count: 1, customers: 900 },
    { count: 8, customers: 20 },
    { count: 20, customers: 10 },
  ]
  // 200 + 160 of 1,260: the ten with twenty are 16 %, with the twenty of eight 29 %.
  expect(heavyFew(table, 10_000)).toEqual({
    from: 8,
    customers: 30,
    ofCustomers: 0.003,
    held: 360 / 1260,
  })
  expect(heavyFew([{ count: 1, customers: 500 }], 1000)).toBeUndefined()
  expect(heavyFew([{ count: 2, customers: 500 }], 1000)).toBeUndefined()
  expect(heavyFew([], 1000)).toBeUndefined()
})

test('so many buy at a discount only by chance', () => {
  const table = [
    { orders: 1, customers: 1000 },
    { orders: 3, customers: 80 },
    { orders: 4, customers: 16 },
  ]
  expect(onlyByChance(table, 0.5, 3)).toBe(11)
})

/** Two items and a third; steps as told. */
function steps(both: number): NextCounts {
  return {
    steps: 10_000,
    before: Float64Array.of(500, 400, 300),
    after: Float64Array.of(1000, 900, 800),
    from: Uint32Array.of(0, 1),
    to: Uint32Array.of(1, 2),
    both: Float64Array.of(both, 32),
    together: Float64Array.of(100, 0),
    customers: Float64Array.of(both, 32),
  }
}

/** Counts over the steps between the baskets of each customer, as the store makes them. */
function countSteps(
  customers: readonly (readonly ReadonlySet<number>[])[],
  items: number,
): NextCounts {
  const make = (): Float64Array => new Float64Array(items)
  const square = (): Float64Array => new Float64Array(items * items)
  const [before, after, both, together, people] = [make(), make(), square(), square(), square()]
  let steps = 0
  const add = (to: Float64Array, i: number): void => {
    to[i] = (to[i] ?? 0) + 1
  }
  for (const baskets of customers) {
    const seen = new Set<number>()
    for (const [k, second] of baskets.slice(1).entries()) {
      const first = baskets[k] ?? new Set()
      steps++
      for (const i of first) {
        add(before, i)
        for (const j of first) if (j !== i) add(together, i * items + j)
        for (const j of second)
          if (!first.has(j)) {
            add(both, i * items + j)
            seen.add(i * items + j)
          }
      }
      for (const j of second) if (!first.has(j)) add(after, j)
    }
    for (const key of seen) add(people, key)
  }
  const keys = [...both.keys()].filter((key) => (both[key] ?? 0) > 0)
  const pick = (of: Float64Array): Float64Array => Float64Array.from(keys, (key) => of[key] ?? 0)
  return {
    steps,
    before,
    after,
    from: Uint32Array.from(keys, (key) => Math.floor(key / items)),
    to: Uint32Array.from(keys, (key) => key % items),
    both: pick(both),
    together: pick(together),
    customers: pick(people),
  }
}

describe('what is bought next', () => {
  test('a step that is more frequent than from elsewhere is found, one at chance is not', () => {
    const found = nextPurchases(steps(100))
    expect(found.map(({ from, to }) => [from, to])).toEqual([[0, 1]])
    // Of 400 steps from the first without the second in the same basket; of the 9,200 others without the second.
    expect(found[0]?.chance.value).toBeCloseTo(0.25, 12)
    expect(found[0]?.otherwise).toBeCloseTo(800 / 9200, 12)
    expect(found[0]?.lift.value).toBeCloseTo(0.25 / (800 / 9200), 12)
  })
  test('baskets that know nothing of each other have no next step, however few items they hold', () => {
    let alarms = 0
    for (let seed = 1; seed <= 20; seed++) {
      const random = createRandom(seed)
      const one = (): number => (random.next() < 0.5 ? 0 : random.next() < 0.6 ? 1 : 2)
      const customers = Array.from({ length: 500 }, () =>
        Array.from({ length: 6 }, () => new Set([one()])),
      )
      alarms += nextPurchases(countSteps(customers, 3)).length
    }
    expect(alarms).toBeLessThanOrEqual(2)
  })
  test('the habit of a few customers is no step of everybody', () => {
    const random = createRandom(7)
    const customers = Array.from({ length: 400 }, (_, c) =>
      Array.from({ length: 40 }, (_, k) => {
        const basket = new Set<number>()
        for (let item = 0; item < 6; item++) if (random.next() < 0.2) basket.add(item)
        if (c < 6) basket.add(6 + (k % 2))
        return basket
      }),
    )
    const counts = countSteps(customers, 8)
    expect(nextPurchases(counts).map(({ from, to }) => [from, to])).not.toContainEqual([6, 7])
    // Taken for independent, the 240 steps of six people look like everybody's.
    const blind = nextPurchases({ ...counts, customers: counts.both })
    expect(blind.map(({ from, to }) => [from, to])).toContainEqual([6, 7])
  })
  test('a few steps are an anecdote', () => expect(nextPurchases(steps(9))).toEqual([]))
})

test('a taste of one’s own needs both difference and size', () => {
  const base = { n: 10_000, sum: 2000, sumSquares: 900 }
  const [large, small, few] = judgeTastes([
    { segment: { n: 1000, sum: 400, sumSquares: 250 }, base },
    { segment: { n: 1000, sum: 210, sumSquares: 95 }, base },
    { segment: { n: 12, sum: 9, sumSquares: 8 }, base },
  ])
  expect(large?.relevance).toBe('relevant')
  expect(large?.index.value).toBeCloseTo(200, 8)
  expect(['significant-yet-irrelevant', 'no-relevant-difference']).toContain(small?.relevance)
  expect(few?.relevance).toBe('cannot-tell')
})
