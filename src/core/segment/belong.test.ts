/** Lists, consents, scores, ranks, buckets, places and currencies: text in, truth out. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutoffsOf, isWithin, type Cutoffs, type RankBand } from './index.ts'
import { asked, customer, instant, was, worth } from './wide-shop.test-kit.ts'

const nobody = customer('')
const BUCKET_OF_ANA = 0.374195661

describe('records', () => {
  const record = (list: string, at: string, seq: number, listed: boolean) => ({
    list,
    at: instant(at),
    seq,
    listed,
  })
  test.each([
    [[record('vip', '2026-03-15T12:00Z', 1, true)], true],
    [[record('vip', '2026-03-15T12:00:00.001Z', 1, true)], false],
    [[record('other', '2026-03-01', 1, true)], false],
    [[record('vip', '2026-03-01', 2, false), record('vip', '2026-03-01', 1, true)], false],
    [[record('vip', '2026-03-02', 1, true), record('vip', '2026-03-01', 2, false)], true],
    [[], false],
  ])('[SEE-8] [LISTED-1] %j: %s', (lists, truth) =>
    expect(asked('in list "vip"', { ...nobody, lists })).toBe(truth),
  )

  const score = (at: string, seq: number, value: number | null) => ({
    name: 'clv.expected_12m',
    at: instant(at),
    seq,
    value,
  })
  test.each([
    [[score('2026-03-01', 1, 3), score('2026-03-02', 1, 4)], 4],
    [[score('2026-03-01', 2, 3), score('2026-03-01', 1, 4)], 3],
    [[score('2026-03-01', 1, 3), score('2026-03-02', 1, null)], null],
    [[score('2026-03-16', 1, 3)], null],
    [[{ ...score('2026-03-01', 1, 3), name: 'churn' }], null],
  ])('[SEE-8] [SCORE-1] %j: %s', (scores, value) =>
    expect(worth('score(clv.expected_12m)', { ...nobody, scores })).toBe(value),
  )

  test('[SEE-8] a list or a score alone makes nobody known', () => {
    const unknown = {
      customerId: 'x',
      traits: [],
      events: [],
      lists: [record('vip', '2026-03-01', 1, true)],
    }
    expect(asked('in list "vip"', unknown)).toBe(false)
    expect(asked('everyone', unknown)).toBe(false)
  })

  test.each([
    ['', false],
    ['2026-03-01 agreed=true', true],
    ['2026-03-01 agreed=false', false],
    ['2026-03-01 agreed=true\n2026-03-02 agreed=-', false],
  ])('[CONSENT-1] %j: %s', (traits, truth) => {
    expect(asked('consent(email, marketing)', customer('', traits))).toBe(truth)
    expect(asked('not consent(email, marketing)', customer('', traits))).toBe(!truth)
  })

  test.each([
    ['tier = "gold"', [], true],
    ['tier = "gold"', ['exclude'], false],
    ['tier = "gold"', ['include', 'exclude'], false],
    ['tier = "silver"', ['include'], true],
    ['tier = "silver"', [], false],
  ])('[SEG-4] %s, on the lists %j: %s', (text, which, truth) => {
    const lists = which.map((w) => record(`segment:vip:${w}`, '2026-03-01', 1, true))
    const history = { ...customer('', '2026-03-01 tier=gold'), lists }
    expect(asked(text, history, { overridden: new Set(['vip']) })).toBe(truth)
    expect(asked(text, history, { overridden: new Set(['other']) })).toBe(text.includes('gold'))
  })
})

describe('ranks', () => {
  const top = (count: number, of: 'percent' | 'customers' = 'customers'): RankBand => ({
    kind: 'top',
    count,
    of,
  })
  const bottom = (count: number, of: 'percent' | 'customers' = 'customers'): RankBand => ({
    kind: 'bottom',
    count,
    of,
  })
  const part = (parts: 4 | 5 | 10 | 100, from: number, to = from): RankBand => ({
    kind: 'quantile',
    parts,
    from,
    to,
  })
  const members = (values: readonly number[], band: RankBand): readonly number[] => {
    const cutoffs = cutoffsOf(values, band)
    return cutoffs === undefined ? [] : values.filter((value) => isWithin(value, cutoffs))
  }
  const TEN = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
  test.each([
    [TEN, top(2), [90, 100]],
    [TEN, top(10, 'percent'), [100]],
    [TEN, top(11, 'percent'), [90, 100]],
    [TEN, bottom(1), [10]],
    [TEN, bottom(20, 'percent'), [10, 20]],
    [TEN, top(11), TEN],
    [TEN, top(100, 'percent'), TEN],
    [[1, 5, 5, 5, 9], top(2), [5, 5, 5, 9]],
    [[1, 1, 1, 9], bottom(1), [1, 1, 1]],
    [[], top(5), []],
    [[7], top(1, 'percent'), [7]],
    // 7 percent of a hundred is seven, although 0.07 * 100 is a little more in doubles.
    [Array.from({ length: 100 }, (_, i) => i), top(7, 'percent'), [93, 94, 95, 96, 97, 98, 99]],
  ])('[RANK-2] %j %j: %j', (values, band, expected) =>
    expect(members(values, band)).toEqual(expected),
  )
  test.each([
    [TEN, part(5, 5), [90, 100]],
    [TEN, part(5, 1), [10, 20]],
    [TEN, part(10, 3, 4), [30, 40]],
    [TEN, part(4, 1), [10, 20, 30]],
    [TEN, part(100, 95), []],
    [TEN, part(100, 90, 95), [100]],
    [[3, 3, 3, 3], part(4, 1), [3, 3, 3, 3]],
    [[3, 3, 3, 3], part(4, 4), []],
    [[1, 2], part(5, 3, 4), [2]],
    [[], part(5, 5), []],
  ])('[RANK-3] %j %j: %j', (values, band, expected) =>
    expect(members(values, band)).toEqual(expected),
  )

  test('[RANK-3] every value is in exactly one part, the one that counting gives', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(values, fc.constantFrom(4, 5, 10, 100), (all, parts) => {
        for (const value of all) {
          const below = all.filter((other) => other < value).length
          const expected = Math.floor((below * parts) / all.length) + 1
          for (let p = 1; p <= parts; p++) {
            expect(members(all, part(parts, p)).includes(value)).toBe(p === expected)
          }
        }
      }),
    )
  })

  const text = 'rank(sum(purchase.amount)) in top 10%'
  const spent = customer('purchase 2026-03-01 amount=50')
  test.each<readonly [Cutoffs | undefined, boolean]>([
    [{ low: 50 }, true],
    [{ low: 50.000001 }, false],
    [{ high: 50 }, true],
    [{ high: 50, highOpen: true }, false],
    [{ low: 40, high: 60 }, true],
    [{}, true],
    [undefined, false],
  ])('[RANK-4] with the thresholds %j: %s', (cutoffs, truth) => {
    expect(asked(text, spent, { cutoffs: () => cutoffs })).toBe(truth)
  })
  test('[RANK-1] who has no value is in no part', () => {
    expect(asked('rank(avg(purchase.amount)) in bottom 90%', nobody, { cutoffs: () => ({}) })).toBe(
      false,
    )
    expect(asked('rank(sum(purchase.amount)) in bottom 90%', nobody, { cutoffs: () => ({}) })).toBe(
      true,
    )
  })
  test('[RANK-1] equal questions share their thresholds, others do not', () => {
    const keyOf = (definition: string): string => {
      let asks = ''
      asked(definition, spent, { cutoffs: (key) => ((asks = key), undefined) })
      return asks
    }
    const own = keyOf(text)
    expect(own).toMatch(/^[0-9a-f]{16}$/)
    expect(keyOf(`everyone and ${text}`)).toBe(own)
    expect(keyOf('measure s = sum(purchase.amount) rank(s) in top 10%')).toBe(own)
    expect(keyOf('rank(sum(purchase.amount)) in top 11%')).not.toBe(own)
    expect(keyOf('rank(sum(purchase.amount, last 9 days)) in top 10%')).not.toBe(own)
    expect(keyOf(`time zone "Asia/Tokyo" ${text}`)).not.toBe(own)
  })
})

describe('who and where', () => {
  test('[BUCKET-1] the same customer and text give the same number, as the engine would', () => {
    // ClickHouse: bitShiftRight(toUInt128(sipHash64('spring-test\0ana')) * 1000000000, 64) / 1000000000.
    expect(worth('bucket("spring-test")', nobody)).toBe(BUCKET_OF_ANA)
    expect(asked('bucket("spring-test") >= 0% and bucket("spring-test") < 100%', nobody)).toBe(true)
    expect(worth('bucket("autumn-test")', nobody)).not.toBe(BUCKET_OF_ANA)
  })
  test('[BUCKET-1] a fifth of the base is in a bucket of 20%', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `c-${i}`)
    const share = ids.filter((customerId) => asked('bucket("s") < 20%', { ...nobody, customerId }))
    // Five standard deviations of a binomial.
    expect(Math.abs(share.length - 400)).toBeLessThan(5 * Math.sqrt(2000 * 0.2 * 0.8))
  })

  const at = (home: readonly [number, number] | null) => ({
    ...nobody,
    traits: [{ at: 0, seq: 0, traits: { home } }],
  })
  test.each([
    [[38.72, -9.14], 0],
    // Lisbon to Porto, Lisbon to New York: as ClickHouse answers to the same formula.
    [[41.15, -8.61], 273_954.877],
    [[40.7128, -74.006], 5_422_087.561],
    // Half the circumference of the sphere.
    [[-38.72, 170.86], 20_015_114.442],
  ] as const)('[DIST-1] from %j: %s m', (home, metres) =>
    expect(worth('distance(home, (38.72, -9.14))', at(home))).toBe(metres),
  )
  test('[DIST-1] [TYPE-9] beside a length; missing for a missing place', () => {
    expect(asked('distance(home, (38.72, -9.14)) < 1 km', at([38.721, -9.14]))).toBe(true)
    expect(asked('distance(home, (38.72, -9.14)) > 100 m', at([38.721, -9.14]))).toBe(true)
    expect(asked('distance(home, (38.72, -9.14)) / 1 mi < 0.07', at([38.721, -9.14]))).toBe(true)
    expect(asked('2 * distance(home, (38.72, -9.14)) + 1 km > 1.2 km', at([38.721, -9.14]))).toBe(
      true,
    )
    expect(asked('20% = 0.2 and 12.5% * 8 = 1', nobody)).toBe(true)
    expect(worth('distance(home, (38.72, -9.14))', at(null))).toBe(null)
  })
})

describe('several currencies', () => {
  const orders = (lines: string) => customer(lines)
  test.each([
    ['order 2026-01-01 amount=10 currency=USD', 9],
    ['order 2026-01-31T23:59Z amount=10 currency=USD', 9],
    ['order 2026-02-01 amount=10 currency=USD', 8],
    ['order 2025-12-31T23:59Z amount=10 currency=USD', 0],
    ['order 2026-02-01 amount=10 currency=EUR', 10],
    ['order 2026-02-01 amount=10', 10],
    ['order 2026-02-01 amount=10 currency=GBP', 0],
    // 123.456789 * 0.006123457 is 0.755982...; cut, not rounded.
    ['order 2026-02-01 amount=123.456789 currency=JPY', 0.755982],
    ['order 2026-02-01 amount=-123.456789 currency=JPY', -0.755982],
    ['order 2026-02-01 amount=10 currency=USD\norder 2026-02-01 amount=1', 9],
  ])('[MONEY-3] %j is %s EUR', (events, sum) =>
    expect(worth('sum(order.amount)', orders(events))).toBe(sum),
  )
  test('[MONEY-3] in filters, and in what one row says, too; by days of the programme', () => {
    const two = orders('order 2026-02-01 amount=10 currency=USD\norder 2026-02-02 amount=9')
    expect(asked('count(order where amount > 8.5 EUR) = 1', two)).toBe(true)
    expect(asked('first(order).amount = 8 and max(order.amount) = 9', two)).toBe(true)
    expect(
      asked(
        'time zone "Asia/Tokyo" first(order).amount = 9',
        orders('order 2026-01-31T20:00Z amount=10 currency=USD'),
      ),
    ).toBe(true)
  })
  test('[MONEY-3] an amount has the currency of its own event or element', () => {
    const [order] = customer('order 2026-02-01 amount=10 currency=USD').events
    if (order === undefined) throw new Error('?')
    const line = [{ price: 10, currency: 'EUR' }, { price: 10, currency: 'USD' }, { price: 10 }]
    const history = { ...customer(''), events: [{ ...order, elements: { line } }] }
    expect(worth('sum(order.line.price)', history)).toBe(10 + 8 + 10)
    expect(worth('sum(order.line.amount)', history)).toBe(3 * 8)
    expect(asked('any(order where any line (amount = 8 and price = 10))', history)).toBe(true)
  })
  test('[MONEY-4] without a rate an amount is missing', () => {
    const early = orders('order 2025-12-31 amount=10 currency=USD')
    expect(asked('any(order where amount is missing) and count(order) = 1', early)).toBe(true)
    expect(worth('avg(order.amount)', early)).toBe(null)
  })
})

test('[SEE-4] records are written short in these tests', () => {
  expect(was('2026-01-01 tier=gold visits=3')[0]?.traits).toEqual({ tier: 'gold', visits: 3 })
})
