// Where there are clusters they are counted; where there are none, none are reported.
import { describe, expect, test } from 'vitest'
import { bestJaccard, crossTable } from './agreement.ts'
import { chooseK } from './choose-k.ts'
import { gapChoice } from './gap.ts'
import { kMeans } from './k-means.ts'
import { planted, shapeless, type Shapeless } from './planted.test-kit.ts'
import { bootstrapStability, predictionStrength, stabilityWord } from './repeatability.ts'
import { silhouette } from './silhouette.ts'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

describe('no structure, no clusters', () => {
  // At 1,000 rows and 8 clusters all five shapes pass 20 seeds too; here fewer, to spare the watch of those who wait.
  const shapes: readonly (readonly [Shapeless, number])[] = [
    ['uniform', 20],
    ['normal', 20],
    ['slanted', 5],
    ['lognormal', 5],
    ['heavy', 5],
  ]
  test.each(shapes)('%s: no false alarm over %i seeds', (shape, seeds) => {
    const alarms = SEEDS.slice(0, seeds).filter((seed) => {
      const points = shapeless({ seed, shape, rows: 150 })
      return chooseK(points, { seed, most: 3 }).verdict === 'structure'
    })
    expect(alarms).toEqual([])
  })

  test('k-means alone would have cut it', () => {
    const points = shapeless({ seed: 1, shape: 'uniform', rows: 400 })
    expect(kMeans(points, { k: 4, seed: 1 })).toMatchObject({ k: 4, status: 'ok' })
  })

  test('too few rows are told from no structure', () => {
    const few = chooseK(shapeless({ seed: 1, shape: 'normal', rows: 30 }), { seed: 1 })
    expect(few).toMatchObject({ verdict: 'too-few', k: undefined, status: 'not-identified' })
    const none = chooseK(shapeless({ seed: 1, shape: 'normal', rows: 0 }), { seed: 1 })
    expect(none).toMatchObject({ verdict: 'too-few', n: 0, status: 'none' })
  })
})

describe('planted clusters', () => {
  test.each([2, 3, 4])('%i are counted over 3 seeds', (clusters) => {
    const counted = SEEDS.slice(0, 3).map((seed) => {
      const { points } = planted({ seed, clusters, rows: 250, radius: clusters + 2 })
      return chooseK(points, { seed, most: 5 }).k
    })
    expect(counted).toEqual(counted.map(() => clusters))
  })

  test('the same seed gives the same evidence, and a floor of size is an objection', () => {
    const { points } = planted({ seed: 2, clusters: 3, rows: 300, radius: 6 })
    const choice = chooseK(points, { seed: 4, most: 4 })
    expect(chooseK(points, { seed: 4, most: 4 })).toEqual(choice)
    expect(choice.evidence.find((e) => e.k === 3)?.votes).toContain('gap')
    const floor = chooseK(points, { seed: 4, most: 4, leastShare: 0.4 })
    expect(floor.evidence.find((e) => e.k === 3)?.against).toEqual(['too-small'])
    expect(floor.k).not.toBe(3)
  })
})

describe('judges', () => {
  test('silhouette of four rows by hand', () => {
    const points = { values: Float64Array.of(0, 1, 10, 12), rows: 4, columns: 1 }
    const found = silhouette(points, Int32Array.of(0, 0, 1, 1), { k: 2, seed: 1 })
    const widths = [1 - 1 / 11, 1 - 1 / 10, 1 - 2 / 9.5, 1 - 2 / 11.5]
    expect(found.mean.value).toBeCloseTo(widths.reduce((sum, w) => sum + w, 0) / 4, 12)
    expect(found.clusters[0]).toBeCloseTo((1 - 1 / 11 + 0.9) / 2, 12)
    expect(found.mean.status).toBe('weak')
    const one = silhouette(points, new Int32Array(4), { k: 1, seed: 1 })
    expect(one.mean).toMatchObject({ value: undefined, status: 'none' })
  })

  test('the rule of the gap: the least k that the next does not beat by its error', () => {
    const of = (k: number, gap: number): Parameters<typeof gapChoice>[0][number] => ({
      k,
      gap,
      error: 0.1,
      excess: 0,
    })
    expect(gapChoice([of(1, 0.2), of(2, 0.5), of(3, 0.55), of(4, 0.2)])).toBe(2)
    expect(gapChoice([of(1, 0), of(2, 1), of(3, 2)])).toBeUndefined()
  })

  test('prediction strength is 1 for one cluster, high for the true k, low beyond', () => {
    const { points } = planted({ seed: 7, clusters: 3, rows: 400, radius: 8 })
    const at = (k: number): number => predictionStrength(points, { k, seed: 1 }).value ?? Number.NaN
    expect(at(1)).toBe(1)
    expect(at(3)).toBeGreaterThan(0.95)
    expect(at(4)).toBeLessThan(0.7)
  })

  test("bootstrap: planted clusters are stable, halves of one cloud are not; Hennig's words", () => {
    const { points } = planted({ seed: 7, clusters: 3, rows: 400, radius: 8 })
    const three = bootstrapStability(points, kMeans(points, { k: 3, seed: 1 }), { seed: 1 })
    expect(three.map((c) => c.word)).toEqual(['stable', 'stable', 'stable'])
    const cloud = shapeless({ seed: 1, shape: 'normal', rows: 400 })
    const five = bootstrapStability(cloud, kMeans(cloud, { k: 5, seed: 1 }), { seed: 1 })
    expect(five.map((c) => c.word)).toContain('unstable')
    expect([0.59, 0.6, 0.75].map(stabilityWord)).toEqual(['unstable', 'pattern', 'stable'])
    expect([...bestJaccard(crossTable(Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1)))]).toEqual([
      0.5, 0.5,
    ])
  })
})
