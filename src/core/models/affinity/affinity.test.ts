// Affinities by hand, against chance, and with what was planted.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress, createRandom } from '../../stats/index.ts'
import { pairAffinities, type PairCounts } from './basket.ts'
import { fitBetaPrior, smoothedShare } from './beta-binomial.ts'
import { discountAffinity, fitDiscountAffinity } from './discount.ts'
import { headroomFor, headroomOf } from './headroom.ts'
import { fitNextItem, hitRates, nextItems } from './next-item.ts'
import { preferenceFor, preferences } from './preference.ts'

/** Counts of items and pairs in sets of items. */
function countPairs(sets: readonly ReadonlySet<number>[], items: number): PairCounts {
  const itemCounts = new Float64Array(items)
  const pairs = new Map<number, number>()
  for (const set of sets) {
    const sorted = [...set].sort((a, b) => a - b)
    for (const [k, b] of sorted.entries()) {
      itemCounts[b] = (itemCounts[b] ?? 0) + 1
      for (const a of sorted.slice(0, k))
        pairs.set(a * items + b, (pairs.get(a * items + b) ?? 0) + 1)
    }
  }
  return {
    baskets: sets.length,
    itemCounts,
    first: Uint32Array.from(pairs.keys(), (key) => Math.floor(key / items)),
    second: Uint32Array.from(pairs.keys(), (key) => key % items),
    both: Float64Array.from(pairs.values()),
  }
}

test('support, confidence, lift and leverage by hand', () => {
  const counts = {
    baskets: 1000,
    itemCounts: Float64Array.of(200, 100),
    first: Uint32Array.of(0),
    second: Uint32Array.of(1),
    both: Float64Array.of(60),
  }
  const [pair] = pairAffinities(counts)
  expect(pair?.support.value).toBeCloseTo(0.06, 12)
  expect(pair?.confidence.value).toBeCloseTo(0.3, 12)
  expect(pair?.reverseConfidence.value).toBeCloseTo(0.6, 12)
  expect(pair?.lift.value).toBeCloseTo(3, 12)
  expect(pair?.leverage.value).toBeCloseTo(0.04, 12)
})

test('no pair out of independent baskets, the planted one first, though a rare one has a higher lift', () => {
  let alarms = 0
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRandom(seed)
    const sets = Array.from({ length: 2000 }, () => {
      const set = new Set<number>()
      for (let item = 0; item < 30; item++) if (random.next() < 0.02 + item * 0.005) set.add(item)
      return set
    })
    alarms += pairAffinities(countPairs(sets, 30)).length
    for (const [k, set] of sets.entries()) {
      if (k % 8 === 0) set.add(28).add(29)
      if (k % 333 === 0) set.add(30).add(31)
    }
    const counts = countPairs(sets, 32)
    expect(pairAffinities(counts)[0]).toMatchObject({ first: 28, second: 29 })
    const rare = pairAffinities(counts, { minItem: 5 }).find((pair) => pair.first === 30)
    expect(rare?.lift.value ?? 0).toBeGreaterThan(100)
    expect(pairAffinities(counts, { minItem: 5 })[0]).toMatchObject({ first: 28, second: 29 })
  }
  // 435 pairs, twenty times, at 5 % for the whole family each time.
  expect(alarms).toBeLessThanOrEqual(3)
})

test('the habit of two customers is no pair of everybody', () => {
  const random = createRandom(5)
  const draw = (): Set<number> =>
    new Set([0, 1, 2, 3].filter((item) => random.next() < (item < 2 ? 0.01 : 0.3)))
  const others = Array.from({ length: 3000 }, draw)
  // Two customers with sixty baskets each, all of them with both.
  const own = Array.from({ length: 120 }, () => new Set([0, 1]))
  const counts = countPairs([...others, ...own], 4)
  const habit = 2
  const customers = Float64Array.from(counts.both, (both, i) =>
    counts.first[i] === 0 && counts.second[i] === 1 ? habit : both,
  )
  const found = (pairs: PairCounts): readonly (readonly number[])[] =>
    pairAffinities(pairs).map(({ first, second }) => [first, second])
  expect(found(counts)).toContainEqual([0, 1])
  expect(found({ ...counts, customers })).not.toContainEqual([0, 1])
})

test('the beta prior of a simulated base is found again; a maximum, as SciPy finds it', () => {
  const table = {
    hits: Float64Array.of(0, 1, 2, 3, 4, 5),
    n: new Float64Array(6).fill(5),
    customers: Float64Array.of(50, 30, 20, 15, 10, 8),
  }
  const found = fitBetaPrior(table)
  expect(found?.alpha).toBeCloseTo(0.608014, 4)
  expect(found?.beta).toBeCloseTo(1.4547, 4)
  const nothing = { hits: Float64Array.of(0), n: Float64Array.of(3), customers: Float64Array.of(9) }
  expect(fitBetaPrior(nothing)).toBeUndefined()
  const same = { hits: Float64Array.of(1), n: Float64Array.of(2), customers: Float64Array.of(500) }
  expect(fitBetaPrior(same)?.status).toBe('weak')
})

test('few purchases are drawn to the base, many speak for themselves', () => {
  const table = {
    purchases: Float64Array.of(1, 1, 40, 40),
    discountedShare: Float64Array.of(1, 0, 0.9, 0.1),
    customers: Float64Array.of(100, 300, 50, 150),
  }
  const prior = fitDiscountAffinity(table)
  if (prior === undefined) throw new Error('there is something to fit')
  const [once = 0, never = 0, often = 0, seldom = 0] = discountAffinity(prior, table)
  expect(once).toBeLessThan(often)
  expect(never).toBeGreaterThan(seldom)
  const share = smoothedShare(prior, { hits: 36, n: 40 })
  expect(share.value).toBeCloseTo(often, 12)
  expect(share.low).toBeGreaterThan(0.7)
  expect(smoothedShare(prior, { hits: 0, n: 0 })).toMatchObject({ status: 'none' })
})

test('preference: one unit of a rare category is no passion; the ratio lies between the base and the raw one', () => {
  const rare = preferenceFor({ own: 1, total: 1, baseShare: 0.01 })
  expect(rare.value).toBeLessThan(11)
  expect(rare.status).toBe('weak')
  expect(preferenceFor({ own: 0, total: 0, baseShare: 0.2 })).toMatchObject({
    value: 1,
    status: 'none',
  })
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.nat(50),
      fc.integer({ min: 1, max: 100 }),
      (own, others, percent) => {
        fc.pre(own + others > 0 && (percent < 100 || others === 0))
        const baseShare = percent / 100
        const total = own + others
        const raw = own / total / baseShare
        const value = preferenceFor({ own, total, baseShare }).value ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(Math.min(1, raw) - 1e-12)
        expect(value).toBeLessThanOrEqual(Math.max(1, raw) + 1e-12)
        const row = {
          own: Float64Array.of(own),
          total: Float64Array.of(total),
          baseShare: Float64Array.of(baseShare),
        }
        expect(preferences(row)[0]).toBeCloseTo(value, 12)
      },
    ),
  )
})

test('next item: what follows from what is owned beats what is popular', () => {
  const random = createRandom(7)
  const draw = (): Set<number> => {
    const kind = random.below(4)
    const set = new Set<number>()
    while (set.size < 4)
      set.add(random.next() < 0.75 ? 1 + kind * 8 + random.below(8) : random.below(33))
    return set
  }
  const model = fitNextItem(countPairs(Array.from({ length: 3000 }, draw), 33))
  const rows = Array.from({ length: 500 }, () => {
    const owned = draw()
    const [next = 0] = owned
    owned.delete(next)
    return { owned, next }
  })
  const found = hitRates(model, rows)
  expect(found.hits).toBeGreaterThan(1.6 * found.popularHits)
  const [first] = nextItems(model, new Set([1, 2]))
  expect(first?.because === 1 || first?.because === 2).toBe(true)
  expect(nextItems(model, new Set([1, 2])).some(({ item }) => item === 1 || item === 2)).toBe(false)
  expect(nextItems(model, new Set(), 3).every(({ because }) => because === undefined)).toBe(true)
  expect(nextItems(model, new Set(), 3)).toHaveLength(3)
})

test('headroom', () => {
  const group = compress(Float64Array.from({ length: 101 }, (_, i) => i))
  const found = headroomOf(group)
  expect(found.target.value).toBe(75)
  expect(found.below).toBe(75)
  expect(found.total.value).toBe((75 * 76) / 2)
  expect(found.total.low).toBeLessThan(found.total.value ?? 0)
  expect(headroomFor(80, 75)).toBe(0)
  expect(headroomOf(compress(new Float64Array(0))).status).toBe('none')
  expect(headroomOf(compress(Float64Array.of(1, 2, 3))).status).toBe('weak')
})
