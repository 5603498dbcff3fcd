// Trends and jumps: found when planted, not found in noise, partial periods left out.
import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { changePoints } from './change-points.ts'
import { kendallTrend } from './kendall.ts'
import { trendOf } from './trend.ts'

/** Noise with autocorrelation `rho` and unit variance. */
function noise(n: number, rho: number, seed: number): Float64Array {
  const random = createRandom(seed)
  let last = random.normal()
  return Float64Array.from({ length: n }, () => {
    last = rho * last + Math.sqrt(1 - rho * rho) * random.normal()
    return last
  })
}

test('Sen slope and Mann-Kendall by hand', () => {
  const found = kendallTrend(Float64Array.of(1, 2, 4, 3, 5), { level: 0.95 })
  expect(found?.slope).toBeCloseTo(1, 12)
  // S = 9 - 1 = 8, variance 5 x 4 x 15 / 18.
  expect(found?.p).toBeCloseTo(0.0864107, 5)
})

test('a series upside down has the same interval upside down', () => {
  const values = noise(17, 0.2, 3)
  const up = kendallTrend(values, { level: 0.95 })
  const down = kendallTrend(
    values.map((value) => -value),
    { level: 0.95 },
  )
  expect(up?.low).toBeCloseTo(-(down?.high ?? Number.NaN), 12)
  expect(up?.high).toBeCloseTo(-(down?.low ?? Number.NaN), 12)
})

test('a partial last month is not a fall', () => {
  const values = Float64Array.from({ length: 14 }, (_, i) => (i === 13 ? 40 : 100 + (i % 3)))
  const found = trendOf({ values, lastIsPartial: true })
  expect(found).toMatchObject({ leftOut: true, n: 13, direction: 'flat' })
  expect(changePoints({ values, lastIsPartial: true })).toEqual([])
})

test('significance and relevance apart', () => {
  const creep = Float64Array.from({ length: 40 }, (_, i) => 1000 + i * 0.5)
  expect(trendOf({ values: creep }).relevance).toBe('significant-yet-irrelevant')
  const climb = Float64Array.from({ length: 40 }, (_, i) => 100 + 3 * i)
  expect(trendOf({ values: climb })).toMatchObject({ relevance: 'relevant', direction: 'up' })
  expect(trendOf({ values: Float64Array.of(1, 2) }).relevance).toBe('cannot-tell')
  expect(trendOf({ values: new Float64Array(0) }).slope.status).toBe('none')
})

test('seasons are not a trend', () => {
  const season = (i: number): number => 30 * Math.sin((2 * Math.PI * i) / 12)
  const values = noise(36, 0, 5).map((x, i) => 100 + season(i) + x)
  expect(trendOf({ values, season: 12 }).direction).toBe('flat')
  const rising = values.map((x, i) => x + 0.4 * i)
  expect(trendOf({ values: rising, season: 12 }).direction).toBe('up')
  expect(trendOf({ values: rising.slice(0, 18), season: 12 }).slope.status).toBe('weak')
})

test('false alarms of trends stay near the level, in white and in persistent noise; slopes are covered', () => {
  for (const rho of [0, 0.3])
    for (const n of [24, 52]) {
      let alarms = 0
      let covered = 0
      for (let seed = 1; seed <= 200; seed++) {
        const found = trendOf({ values: noise(n, rho, seed).map((x, i) => 50 + x + 0.2 * i) })
        if ((found.slope.low ?? 0) <= 0.2 && (found.slope.high ?? 1) >= 0.2) covered++
        if (trendOf({ values: noise(n, rho, seed + 1000) }).direction !== 'flat') alarms++
      }
      expect(alarms, `rho ${rho}, n ${n}`).toBeLessThanOrEqual(18)
      expect(covered, `rho ${rho}, n ${n}`).toBeGreaterThanOrEqual(180)
    }
})

test('jumps: at most one false alarm in twenty over 200 seeds', () => {
  for (const rho of [0, 0.3])
    for (const n of [24, 52, 104]) {
      let alarms = 0
      for (let seed = 1; seed <= 200; seed++)
        if (changePoints({ values: noise(n, rho, seed) }).length > 0) alarms++
      expect(alarms, `rho ${rho}, n ${n}`).toBeLessThanOrEqual(10)
    }
})

test('planted jumps are found where they are', () => {
  let hits = 0
  for (let seed = 1; seed <= 50; seed++) {
    const values = noise(48, 0.3, seed).map(
      (x, i) => 100 + x + (i >= 20 ? 3 : 0) - (i >= 36 ? 4 : 0),
    )
    const found = changePoints({ values }).map((change) => change.at)
    if (
      found.length === 2 &&
      Math.abs((found[0] ?? 0) - 20) <= 1 &&
      Math.abs((found[1] ?? 0) - 36) <= 1
    )
      hits++
  }
  expect(hits).toBeGreaterThanOrEqual(35)
  const clean = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 5 : 8))
  const [only] = changePoints({ values: clean })
  expect(only).toMatchObject({ at: 10, before: 5, after: 8, relevance: 'relevant' })
  expect(changePoints({ values: new Float64Array(20).fill(3) })).toEqual([])
})

test('a season is not a row of jumps, and a jump is seen through it', () => {
  let alarms = 0
  let hits = 0
  for (let seed = 1; seed <= 200; seed++) {
    const seasonal = noise(48, 0.3, seed).map((x, i) => 100 + x + (i % 12 >= 10 ? 12 : 0))
    if (changePoints({ values: seasonal, season: 12 }).length > 0) alarms++
    const jumping = seasonal.map((x, i) => x + (i >= 27 ? 4 : 0))
    const found = changePoints({ values: jumping, season: 12 })
    if (found.length === 1 && Math.abs((found[0]?.at ?? 0) - 27) <= 1) hits++
  }
  expect(alarms).toBeLessThanOrEqual(10)
  expect(hits).toBeGreaterThanOrEqual(160)
})
