// Breaks are told from the natural fall of losses; carriers from chance.
import { expect, test } from 'vitest'
import {
  kaplanMeier,
  survivalAt,
  type SurvivalCurve,
  type SurvivalRows,
} from '../../models/index.ts'
import { createRandom, type Estimate, type Moments } from '../../stats/index.ts'
import { judgeCarriers } from './carriers.ts'
import { matchedDifference } from './matched.ts'
import { judgePaces } from './pace.ts'
import { judgeSteps, lossError } from './steps.ts'
import { judgeUse } from './use.ts'
import { backBy, lateNow, lossAt, patienceOf, patienceWithin } from './waiting.ts'

/** The share `lost` of n customers never comes back, the others after 10 days each. */
function wait(n: number, lost: number): SurvivalRows {
  return {
    time: Float64Array.of(10, 200),
    events: Float64Array.of(n - lost, 0),
    censored: Float64Array.of(0, lost),
  }
}

function lossOf(n: number, lost: number): Estimate {
  return survivalAt(kaplanMeier(wait(n, lost)), 100)
}

test('the error comes back from the log-log interval as Greenwood had it', () => {
  expect(lossError(lossOf(1000, 200))).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 1000), 10)
  expect(lossError(lossOf(50, 0))).toBe(0)
})

/** Customers whose chance of leaving is drawn once (beta): those who tend to leave are gone first. */
function differing(seed: number, extraAt?: number): readonly { step: number; loss: Estimate }[] {
  const random = createRandom(seed)
  let here = 3000
  return Array.from({ length: 9 }, (_, i) => {
    const step = i + 1
    // Beta-geometric with a = .5, b = 2: the chance of leaving after n purchases is a / (a + b + n - 1).
    const chance = 0.5 / (2.5 + i) + (step === extraAt ? 0.06 : 0)
    let lost = 0
    for (let c = 0; c < here; c++) if (random.next() < chance) lost++
    const loss = lossOf(here, lost)
    here -= lost
    return { step, loss }
  })
}

test('customers who merely differ make no break; a planted one is found where it is', () => {
  let alarms = 0
  let hits = 0
  for (let seed = 1; seed <= 40; seed++) {
    if (judgeSteps(differing(seed)).some((one) => one.isBreak)) alarms++
    const found = judgeSteps(differing(seed, 3)).filter((one) => one.isBreak)
    if (found.some((one) => one.step === 3)) hits++
    expect(found.every((one) => one.step === 3)).toBe(true)
  }
  expect(alarms).toBeLessThanOrEqual(1)
  expect(hits).toBeGreaterThanOrEqual(38)
})

test.each`
  case                            | sizes                    | lost               | breaks
  ${'a cliff after the second'}   | ${[2000, 1500, 1200]}    | ${[300, 200, 40]}  | ${[2]}
  ${'large but too small a part'} | ${[90000, 80000, 70000]} | ${[900, 880, 490]} | ${[]}
  ${'too few customers'}          | ${[40, 30, 20]}          | ${[5, 15, 1]}      | ${[]}
  ${'nobody lost'}                | ${[500, 500, 500]}       | ${[0, 0, 0]}       | ${[]}
`('judged steps: $case', ({ sizes, lost, breaks }) => {
  const steps = sizes.map((n: number, i: number) => ({ step: i + 1, loss: lossOf(n, lost[i]) }))
  const found = judgeSteps(steps).filter((one) => one.isBreak)
  expect(found.map((one) => one.step)).toEqual(breaks)
})

test('a value is named when it loses surely more and by enough; chance and trifles are not', () => {
  const pairs = [
    { of: lossOf(300, 100), others: lossOf(2000, 200) },
    { of: lossOf(300, 33), others: lossOf(2000, 200) },
    { of: lossOf(20, 15), others: lossOf(2000, 200) },
    { of: lossOf(40000, 4800), others: lossOf(40000, 4000) },
    { of: lossOf(300, 0), others: lossOf(2000, 200) },
  ]
  expect(judgeCarriers(pairs).map((one) => one.relevance)).toEqual([
    'relevant',
    'no-relevant-difference',
    'cannot-tell',
    'significant-yet-irrelevant',
    'relevant',
  ])
})

test('patience, pace of return, and who is late', () => {
  const days = Array.from({ length: 100 }, (_, i) => i + 1)
  const curve = kaplanMeier({
    time: Float64Array.from([...days, 400]),
    events: Float64Array.from([...days.map(() => 8), 0]),
    censored: Float64Array.from([...days.map(() => 0), 200]),
  })
  expect(patienceOf(curve)).toBe(100)
  expect(backBy(curve, 100, 0.5)).toBeCloseTo(50.5, 6)
  const silent = [
    { days: 10, customers: 5 },
    { days: 60, customers: 4 },
    { days: 100, customers: 9 },
  ]
  const { late, gone } = lateNow(curve, silent, { from: 40, patience: 100 })
  expect(late).toBe(4)
  // Of those silent for 60 days, 200 of 520 never come back.
  expect(gone).toBeCloseTo((4 * 200) / 520, 6)
  expect(patienceOf(kaplanMeier(wait(0, 0)))).toBeUndefined()
})

test('at equal numbers of purchases only what differs there counts', () => {
  // Those with a reward bought more often, where hardly anybody stops: alike at each step.
  const alike = matchedDifference([
    { withIt: lossOf(50, 10), without: lossOf(1000, 200) },
    { withIt: lossOf(1000, 20), without: lossOf(50, 1) },
  ])
  expect(alike.difference.value).toBeCloseTo(0, 9)
  expect(alike.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12)
  const apart = matchedDifference([
    { withIt: lossOf(500, 50), without: lossOf(500, 100) },
    { withIt: lossOf(500, 25), without: lossOf(500, 75) },
    { withIt: lossOf(3, 3), without: lossOf(500, 75) },
  ])
  expect(apart.difference.value).toBeCloseTo(-0.1, 9)
  expect(apart.weights[2]).toBe(0)
  expect(apart.p).toBeLessThan(0.001)
  expect(matchedDifference([]).difference.status).toBe('none')
})

/** n customers, each there after `each` purchases, or cut off at 50. */
function way(n: number, each: number, share: number): SurvivalCurve {
  const there = Math.round(n * share)
  return kaplanMeier({
    time: Float64Array.of(each, 50),
    events: Float64Array.of(there, 0),
    censored: Float64Array.of(0, n - there),
  })
}

test('nobody of a few is no certainty', () => {
  // By Fisher's exact test none of forty against fifty of a thousand is chance (p = .26).
  const [one] = judgeCarriers([{ of: lossOf(40, 0), others: lossOf(1000, 50) }])
  expect(one?.adjustedP ?? 0).toBeGreaterThan(0.05)
  const matched = matchedDifference([{ withIt: lossOf(40, 0), without: lossOf(1000, 50) }])
  expect(matched.p ?? 0).toBeGreaterThan(0.05)
  expect(matched.difference.high ?? -1).toBeGreaterThan(0)
  // None of four hundred is.
  const [many] = judgeCarriers([{ of: lossOf(400, 0), others: lossOf(1000, 50) }])
  expect(many?.adjustedP ?? 1).toBeLessThan(0.001)
})

test('slow is who takes twice as long, or where half never get there', () => {
  const paces = judgePaces(
    [
      { of: way(200, 30, 1), others: way(800, 8, 1) },
      { of: way(200, 12, 1), others: way(800, 8, 1) },
      { of: way(200, 8, 0.2), others: way(800, 8, 1) },
      { of: way(10, 30, 1), others: way(800, 8, 1) },
      { of: way(200, 2, 1), others: way(800, 8, 1) },
    ],
    10,
  )
  expect(paces.map(({ isSlow }) => isSlow)).toEqual([true, false, true, false, false])
})

test('use: much less is named, little less and few are not', () => {
  const used = (n: number, share: number): Moments => ({ n, sum: n * share, sumSquares: n * share })
  const found = judgeUse([
    { of: used(300, 0.05), others: used(2000, 0.55) },
    { of: used(2000, 0.5), others: used(5000, 0.55) },
    { of: used(12, 0), others: used(2000, 0.55) },
  ])
  expect(found.map(({ relevance }) => relevance)).toEqual([
    'relevant',
    'significant-yet-irrelevant',
    'cannot-tell',
  ])
})

test('short data bound the patience, and an end at nothing is no loss of nothing', () => {
  const slow = kaplanMeier({
    time: Float64Array.of(10, 100, 300),
    events: Float64Array.of(40, 40, 20),
    censored: Float64Array.of(0, 0, 0),
  })
  expect(patienceWithin(slow, 2000)).toEqual({ days: 300, isShort: false })
  expect(patienceWithin(slow, 365)).toEqual({ days: 180, isShort: true })
  expect(lossAt(slow, 200).value).toBeCloseTo(0.2, 12)
  expect(lossAt(slow, 300).status).toBe('not-identified')
})
