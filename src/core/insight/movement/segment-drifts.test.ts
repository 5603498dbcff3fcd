// Drifts of segments: planted ones are found, chance, seasons and what happens to all are not taken for them.
import { expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { judgeSegmentDrifts, type SegmentDrift, type SegmentSeries } from './segment-drifts.ts'

const SEEDS = 20
const SEGMENTS = 17
const FIGURES = 7

interface Shape {
  readonly months?: number
  /** Noise of a month as a share of the level. */
  readonly noise?: number
  readonly rho?: number
  /** What the segment does apart from all, by month. */
  readonly plant?: (month: number) => number
  readonly isShare?: boolean
}

/** A figure of a segment; everybody's has a Christmas and grows by a fifth a year. */
function figure(seed: number, shape: Shape = {}): SegmentSeries {
  const { months = 24, noise = 0.06, rho = 0.3, plant = () => 1, isShare = false } = shape
  const random = createRandom(seed)
  const all = (i: number): number => (i % 12 === 11 ? 1.3 : 1) * (1 + i / 60)
  let last = random.normal()
  const own = new Float64Array(months)
  const others = new Float64Array(months)
  for (let i = 0; i < months; i++) {
    last = rho * last + Math.sqrt(1 - rho * rho) * random.normal()
    const chance = 1 + noise * last
    others[i] = isShare ? 0.2 + 0.05 * (all(i) - 1) : 50 * all(i) * (1 + 0.01 * random.normal())
    own[i] = isShare
      ? 0.3 * plant(i) * chance + 0.05 * (all(i) - 1)
      : 80 * all(i) * plant(i) * chance
  }
  return { own, others, isShare }
}

/** A whole programme without any drift, with what is given in the place of its first figures. */
function programme(seed: number, planted: readonly SegmentSeries[] = []): readonly SegmentSeries[] {
  const still = Array.from({ length: SEGMENTS * FIGURES - planted.length }, (_, i) =>
    figure(1000 * seed + i, { isShare: i % FIGURES > 3 }),
  )
  return [...planted, ...still]
}

const isFound = ({ kind }: SegmentDrift): boolean => kind === 'trend' || kind === 'jump'

test('without a drift hardly any programme hears of one', () => {
  let alarms = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    if (judgeSegmentDrifts(programme(seed)).some(isFound)) alarms++
  }
  expect(alarms).toBeLessThanOrEqual(2)
})

test('what others do is not a drift of a segment that moves little by itself', () => {
  const step = (was: number, is: number): Float64Array =>
    Float64Array.from({ length: 24 }, (_, i) => (i < 12 ? was : is) + 0.002 * Math.sin(i * i))
  const [first] = judgeSegmentDrifts([
    { own: step(0.3, 0.26), others: step(0.3, 0.5), isShare: true },
    ...programme(1),
  ])
  expect(first).toMatchObject({ kind: 'steady', at: undefined })
  const [itself] = judgeSegmentDrifts([
    { own: step(0.3, 0.5), others: step(0.3, 0.26), isShare: true },
    ...programme(1),
  ])
  expect(itself).toMatchObject({ kind: 'jump', at: 12 })
})

test('steady drifts and jumps are found among a hundred figures, with their size and month', () => {
  let [trends, jumps, alarms] = [0, 0, 0]
  for (let seed = 1; seed <= SEEDS; seed++) {
    const [rising, falling, ...rest] = judgeSegmentDrifts(
      programme(seed, [
        figure(seed, { noise: 0.05, plant: (i) => 1 + (0.4 * i) / 23 }),
        figure(seed + 500, { noise: 0.05, plant: (i) => (i < 14 ? 1 : 0.7), isShare: true }),
      ]),
    )
    if (rising !== undefined && isFound(rising)) {
      trends++
      expect(rising.change?.value).toBeGreaterThan(0.15)
      expect(rising.after / rising.before).toBeGreaterThan(rising.othersAfter / rising.othersBefore)
    }
    if (falling !== undefined && isFound(falling)) {
      jumps++
      expect(falling.kind).toBe('jump')
      expect(Math.abs((falling.at ?? 0) - 14)).toBeLessThanOrEqual(2)
      expect(falling.change?.value).toBeLessThan(-0.15)
    }
    alarms += rest.filter(isFound).length
  }
  expect(trends).toBeGreaterThanOrEqual(17)
  expect(jumps).toBeGreaterThanOrEqual(17)
  expect(alarms).toBeLessThanOrEqual(4)
})

test('what happens to everybody, and a season of the own, are no drifts of a segment', () => {
  let alarms = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    // New customers of the calendar year: the longer the year, the more they buy.
    const saw = figure(seed, { plant: (i) => 1 + 0.06 * (i % 12), noise: 0.04 })
    const hump = figure(seed + 50, { plant: (i) => (i % 12 > 4 && i % 12 < 9 ? 1.3 : 1) })
    const found = judgeSegmentDrifts([saw, hump])
    alarms += found.filter(isFound).length
  }
  expect(alarms).toBeLessThanOrEqual(2)
})

test('too few months, and shares that move by a point, say nothing', () => {
  const few = figure(1, { months: 5, plant: (i) => 1 + i })
  const small: SegmentSeries = {
    own: Float64Array.from({ length: 24 }, (_, i) => 0.02 + i * 0.0005),
    others: new Float64Array(24).fill(0.5),
    isShare: true,
  }
  const [first, second] = judgeSegmentDrifts([few, small])
  expect(first?.kind).toBe('cannot-tell')
  expect(second?.kind).toBe('steady')
})
