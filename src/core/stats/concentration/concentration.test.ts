// Concentration by hand, by law and by simulated coverage.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress } from '../interval/sums.ts'
import { createRandom } from '../random.ts'
import { concentrationOf } from './lorenz.ts'

const of = (...values: readonly number[]): ReturnType<typeof concentrationOf> =>
  concentrationOf(compress(Float64Array.from(values)), { tops: [0.2, 0.5], helds: [0.8] })

test('small cases by hand', () => {
  expect(of(1, 2, 3, 4).gini.value).toBeCloseTo(0.25, 12)
  expect(of(1, 2, 3, 4).top[1]?.held.value).toBeCloseTo(0.7, 12)
  expect(of(5, 5, 5).gini).toMatchObject({ value: 0, low: undefined, status: 'weak' })
  expect(of(0, 0, 0, 10).gini.value).toBeCloseTo(0.75, 12)
  expect(of(1, 1, 1, 1, 16).top[0]?.held.value).toBeCloseTo(0.8, 12)
  expect(of(1, 1, 1, 1, 16).needed[0]?.population).toBeCloseTo(0.2, 12)
  expect(of().gini.status).toBe('none')
  expect(of(0, 0).gini.status).toBe('not-identified')
  const negative = of(-3, 1, 2)
  expect(negative.negative).toEqual({ n: 1, sum: -3 })
  expect(negative.gini.value).toBeCloseTo(of(0, 1, 2).gini.value ?? -1, 12)
})

test('the Gini is half the relative mean difference, whatever is compressed', () => {
  const cents = fc.array(fc.nat(30), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(cents, (values) => {
      const sum = values.reduce((a, b) => a + b, 0)
      if (sum === 0) return
      let gaps = 0
      for (const a of values) for (const b of values) gaps += Math.abs(a - b)
      expect(of(...values).gini.value).toBeCloseTo(gaps / (2 * values.length * sum), 10)
    }),
  )
})

test('exponential spend: Gini 1/2, top fifth .2 (1 - ln .2); intervals cover', () => {
  const random = createRandom(12)
  const truth = 0.2 * (1 - Math.log(0.2))
  let gini = 0
  let top = 0
  for (let run = 0; run < 300; run++) {
    const found = concentrationOf(
      compress(Float64Array.from({ length: 400 }, () => -Math.log(1 - random.next()))),
    )
    if ((found.gini.low ?? 1) <= 0.5 && (found.gini.high ?? 0) >= 0.5) gini++
    const held = found.top[3]?.held
    if ((held?.low ?? 1) <= truth && (held?.high ?? 0) >= truth) top++
  }
  expect(gini).toBeGreaterThan(273)
  expect(top).toBeGreaterThan(273)
})
