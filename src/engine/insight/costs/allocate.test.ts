// Allocations add up to the pools, whatever the capacity; the example of the method's authors.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'

test('the customer service of Kaplan and Anderson 2004: 80 cents a minute, and a sixth idle', () => {
  // 560,000 dollars a quarter, 700,000 minutes; orders 8, inquiries 44, credit checks 50 minutes.
  const uses = { order: 8, inquiry: 44, check: 50 }
  const counts = new Map([
    ['order', 49_000],
    ['inquiry', 1400],
    ['check', 2500],
  ])
  const [pool] = allocate({ service: { cost: 560_000, capacity: 700_000, uses } }, counts)
  expect(pool?.rate).toBeCloseTo(0.8)
  expect(pool?.uses.map((use) => use.unitCost)).toEqual(
    [6.4, 35.2, 40].map((v) => expect.closeTo(v)),
  )
  expect(pool?.used).toBe(578_600)
  expect(pool?.allocated).toBeCloseTo(462_880)
  expect(pool?.idle).toBeCloseTo(97_120)
})

test('a time too short for a number charges nothing', () => {
  const pools = { care: { cost: 1, uses: { refund: 5e-324 } } }
  expect(allocate(pools, new Map([['refund', 1]]))).toMatchObject([{ allocated: 0, idle: 1 }])
})

const amounts = fc.double({ min: 0, max: 1e7, noNaN: true })
const pools = fc.dictionary(
  fc.constantFrom('care', 'returns', 'post'),
  fc.record(
    {
      cost: amounts,
      capacity: amounts,
      uses: fc.dictionary(fc.constantFrom('ticket', 'refund', 'purchase'), amounts, { maxKeys: 3 }),
    },
    { requiredKeys: ['cost', 'uses'] },
  ),
)
const counts = fc.dictionary(fc.constantFrom('ticket', 'refund', 'purchase'), fc.nat(1e6))

test('what is charged and what is idle add up to each pool; nothing is charged twice or below 0', () => {
  fc.assert(
    fc.property(pools, counts, (given, of) => {
      for (const pool of allocate(given, new Map(Object.entries(of)))) {
        const near = 1e-9 * Math.max(1, pool.cost)
        const charged = pool.uses.reduce((sum, use) => sum + use.cost, 0)
        expect(Math.abs(charged - pool.allocated)).toBeLessThanOrEqual(near)
        expect(Math.abs(pool.allocated + pool.idle - pool.cost)).toBeLessThanOrEqual(near)
        expect(pool.idle).toBeGreaterThanOrEqual(-near)
        if (pool.used === 0) expect(pool.allocated).toBe(0)
      }
    }),
  )
})
