// Survival curves and the log-rank test against published and hand-computed values, and against simulation.
import { assert as holds, array, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { kaplanMeier, restrictedMean, survivalAt, survivalQuantile } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'
import { compressSurvival, type SurvivalRows } from './rows.ts'

/** Times; a trailing + means that the event had not happened by then. */
const rows = (text: string): SurvivalRows => {
  const cells = text.split(' ').filter((c) => c !== '')
  return compressSurvival({
    time: Float64Array.from(cells, Number.parseFloat),
    event: cells.map((c) => (c.endsWith('+') ? 0 : 1)),
  })
}

// Weeks of remission in leukaemia: Freireich and others, Blood 21 (1963), in every textbook since Cox 1972.
const treated = rows('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const placebo = rows('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

test('remission: the curve, its errors and medians', () => {
  const curve = kaplanMeier(treated)
  expect([...curve.time]).toEqual([6, 7, 10, 13, 16, 22, 23])
  expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6])
  expect([...curve.survival].map((s) => s.toFixed(4))).toEqual([
    '0.8571',
    '0.8067',
    '0.7529',
    '0.6902',
    '0.6275',
    '0.5378',
    '0.4482',
  ])
  expect(survivalQuantile(curve)).toMatchObject({ value: 23, low: 13, high: undefined })
  const other = kaplanMeier(placebo)
  expect(survivalQuantile(other)).toMatchObject({ value: 8, low: 4, high: 11, status: 'ok' })
  // R: survfit(conf.type = "log") gives 4 to 12.
  expect(survivalQuantile(kaplanMeier(placebo, { interval: 'log' }))).toMatchObject({
    low: 4,
    high: 12,
  })
  // By hand at 10 weeks: Greenwood 3/(21 18) + 1/(17 16) + 1/(15 14) = .016375.
  const at = survivalAt(curve, 10)
  const power = (1.959964 * Math.sqrt(0.016375)) / -Math.log(0.752941)
  expect(at.low).toBeCloseTo(0.752941 ** Math.exp(power), 5)
  expect(at.high).toBeCloseTo(0.752941 ** Math.exp(-power), 5)
})

test('remission: log-rank 16.79, expected 19.25 and 10.75', () => {
  const result = logRank([treated, placebo])
  expect(result.statistic).toBeCloseTo(16.793, 3)
  expect(result.groups.map((g) => g.expected.toFixed(2))).toEqual(['19.25', '10.75'])
  expect(result.p).toBeCloseTo(4.17e-5, 7)
  expect(result.degrees).toBe(1)
})

test('the restricted mean: the area under the steps', () => {
  const curve = kaplanMeier(rows('1 2 3+ 4'))
  // 1 + .75 + .5 (from 2 to 4): 2.75; the variance by hand is (1.75^2 / 12 + 1 / 6) at the limit of 4.
  const mean = restrictedMean(curve, 4)
  expect(mean.value).toBeCloseTo(2.75, 12)
  const variance = 1.75 ** 2 / 12 + 1 / 6
  expect((mean.value ?? 0) - (mean.low ?? 0)).toBeCloseTo(1.959964 * Math.sqrt(variance), 5)
  expect(restrictedMean(kaplanMeier(treated), 100).status).toBe('not-identified')
})

test('without anyone cut off the curve is the share left, and the median that of the times', () => {
  holds(
    property(array(integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (times) => {
      const time = Float64Array.from(times)
      const curve = kaplanMeier(compressSurvival({ time, event: times.map(() => 1) }))
      for (const [i, t] of curve.time.entries()) {
        const share = times.filter((v) => v > t).length / times.length
        expect(curve.survival[i]).toBeCloseTo(share, 10)
      }
    }),
  )
})

test('weights count as customers; groups in any order; a group against itself shows nothing', () => {
  const observation = tuple(integer({ min: 1, max: 15 }), integer({ min: 0, max: 1 }))
  holds(
    property(array(observation, { minLength: 12, maxLength: 40 }), (list) => {
      const time = Float64Array.from(list, ([t]) => t)
      const event = list.map(([, e]) => e)
      const one = compressSurvival({ time, event })
      const weight = new Float64Array(list.length).fill(3)
      const weighted = compressSurvival({ time, event, weight })
      const twice = [...list, ...list, ...list]
      const repeated = compressSurvival({
        time: Float64Array.from(twice, ([t]) => t),
        event: twice.map(([, e]) => e),
      })
      expect(weighted).toEqual(repeated)
      const same = logRank([one, one])
      if (same.statistic !== undefined) expect(same.statistic).toBeCloseTo(0, 10)
      const three = logRank([one, treated, placebo]).statistic
      const turned = logRank([placebo, one, treated]).statistic
      if (three !== undefined) expect(turned).toBeCloseTo(three, 8)
    }),
    { numRuns: 50 },
  )
})

test('intervals hold their level and the test its size', () => {
  const random = createRandom(6)
  const exponential = (): number => -Math.log(1 - random.next())
  const sample = (n: number): SurvivalRows => {
    const pairs = Array.from({ length: n }, () => [exponential(), 1.5 * exponential()] as const)
    return compressSurvival({
      time: Float64Array.from(pairs, ([t, c]) => Math.min(t, c)),
      event: pairs.map(([t, c]) => (t <= c ? 1 : 0)),
    })
  }
  let covered = 0
  let coveredMedian = 0
  let rejected = 0
  const runs = 400
  for (let run = 0; run < runs; run++) {
    const first = sample(60)
    const curve = kaplanMeier(first)
    const at = survivalAt(curve, 0.5)
    if ((at.low ?? 1) <= Math.exp(-0.5) && (at.high ?? 0) >= Math.exp(-0.5)) covered++
    const median = survivalQuantile(curve)
    if ((median.low ?? 0) <= Math.LN2 && (median.high ?? Infinity) >= Math.LN2) coveredMedian++
    if ((logRank([first, sample(60), sample(60)]).p ?? 1) < 0.05) rejected++
  }
  expect(covered / runs).toBeGreaterThan(0.92)
  expect(coveredMedian / runs).toBeGreaterThan(0.92)
  expect(rejected / runs).toBeLessThan(0.08)
})

test('what cannot be told is not told', () => {
  const nobody = kaplanMeier(rows(''))
  expect(nobody.status).toBe('none')
  expect(survivalAt(nobody, 1)).toMatchObject({ value: undefined, status: 'none' })
  const unseen = kaplanMeier(rows('3+ 4+ 9+'))
  expect(unseen.status).toBe('not-identified')
  expect(survivalQuantile(unseen)).toMatchObject({ value: undefined, status: 'not-identified' })
  expect(survivalAt(unseen, 20).status).toBe('not-identified')
  const one = kaplanMeier(rows('5'))
  expect(one.status).toBe('weak')
  expect([...one.survival]).toEqual([0])
  expect(one.low[0]).toBeNaN()
  expect(logRank([treated]).status).toBe('not-identified')
  expect(logRank([treated, rows('')]).status).toBe('not-identified')
  expect(logRank([]).status).toBe('none')
})
