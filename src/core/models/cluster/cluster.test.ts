// Clusters planted are found, the same on every run, and every row is assigned as the fit says.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { adjustedRand, bestJaccard, crossTable, matchLabels } from './agreement.ts'
import { cheapestPairing } from './assignment.ts'
import { centroidForm, labelOf } from './centroid-form.ts'
import { gaussianMixture } from './gaussian-mixture.ts'
import { evenWeights, fieldInfluence, gowerDistance, mixedData } from './mixed/gower.ts'
import { assignToCentres, kMeans } from './k-means.ts'
import { mixedClusters, partitionAroundMedoids } from './mixed/medoids.ts'
import { planted, shapeless } from './planted.test-kit.ts'
import { fitScaling, scalePoints, scaleValue, unscaleValue } from './scaling.ts'

describe('k-means', () => {
  test('finds planted clusters, the same for the same seed, in order of weight', () => {
    const { points, truth } = planted({ seed: 3, clusters: 4, rows: 1200, radius: 8 })
    const fit = kMeans(points, { k: 4, seed: 1 })
    expect(adjustedRand(crossTable(truth, fit.labels))).toBeGreaterThan(0.98)
    expect(kMeans(points, { k: 4, seed: 1 })).toEqual(fit)
    expect([...fit.weights]).toEqual([...fit.weights].sort((a, b) => b - a))
    expect(fit).toMatchObject({ converged: true, status: 'ok', n: 1200 })
    expect(assignToCentres(points, fit.centres)).toEqual(fit.labels)
  })

  test('a weight is as many rows', () => {
    const { points } = planted({ seed: 5, clusters: 3, rows: 60, radius: 6 })
    const weights = Float64Array.from({ length: 60 }, (_, i) => 1 + (i % 3))
    const repeated: number[] = []
    for (let i = 0; i < 60; i++) {
      for (let copy = 0; copy <= i % 3; copy++) {
        repeated.push(...points.values.subarray(i * 3, i * 3 + 3))
      }
    }
    const weighted = kMeans({ ...points, weights }, { k: 3, seed: 1 })
    const plain = kMeans(
      { values: Float64Array.from(repeated), rows: repeated.length / 3, columns: 3 },
      { k: 3, seed: 2 },
    )
    expect(weighted.inertia).toBeCloseTo(plain.inertia, 8)
    expect([...weighted.weights]).toEqual([...plain.weights])
  })

  test('centres are the means of their rows and no single move of a row helps', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 5 }), (seed, k) => {
        const points = shapeless({ seed, shape: 'normal', rows: 40, columns: 2 })
        const fit = kMeans(points, { k, seed: 1, starts: 3 })
        expect(assignToCentres(points, fit.centres)).toEqual(fit.labels)
        let inertia = 0
        for (let i = 0; i < 40; i++) {
          for (let j = 0; j < 2; j++) {
            const centre = fit.centres[(fit.labels[i] ?? 0) * 2 + j] ?? Number.NaN
            inertia += ((points.values[i * 2 + j] ?? 0) - centre) ** 2
          }
        }
        expect(fit.inertia).toBeCloseTo(inertia, 8)
      }),
      { numRuns: 40 },
    )
  })

  test('fewer distinct rows than clusters give fewer clusters; no rows give none', () => {
    const values = Float64Array.of(1, 1, 1, 5, 5, 5)
    expect(kMeans({ values, rows: 6, columns: 1 }, { k: 4, seed: 1 })).toMatchObject({
      k: 2,
      inertia: 0,
      explained: 1,
    })
    const none = kMeans({ values: new Float64Array(0), rows: 0, columns: 2 }, { k: 3, seed: 1 })
    expect(none).toMatchObject({ k: 0, status: 'none' })
  })

  test('starts on a sample reach the optimum of all rows', () => {
    const { points } = planted({ seed: 9, clusters: 5, rows: 6000, radius: 9 })
    const all = kMeans(points, { k: 5, seed: 1 })
    const sampled = kMeans(points, { k: 5, seed: 1, startRows: 500 })
    expect(sampled.inertia).toBeLessThan(all.inertia * 1.0001)
  })

  test('a number that is none is refused', () => {
    const values = Float64Array.of(1, Number.NaN)
    expect(() => kMeans({ values, rows: 2, columns: 1 }, { k: 1, seed: 1 })).toThrow('not finite')
  })
})

describe('scaling', () => {
  const random = createRandom(4)
  const skewed = Float64Array.from({ length: 500 }, () => Math.exp(3 + random.normal()))
  const even = Float64Array.from({ length: 500 }, () => random.normal() - 3)
  const swinging = Float64Array.from({ length: 500 }, (_, i) => (i < 5 ? 400 : random.normal()))

  test('the choice follows the shape and is on record', () => {
    const scaling = fitScaling([
      { name: 'spend', values: skewed },
      { name: 'margin', values: even },
      { name: 'balance', values: swinging },
      { name: 'asked', values: even, transform: 'log1p' },
      { name: 'same', values: new Float64Array(500).fill(7) },
    ])
    expect(scaling.map((s) => `${s.name} ${s.transform} ${s.reason} ${s.constant}`)).toEqual([
      'spend log1p skewed false',
      'margin z even false',
      'balance winsor heavy-tailed false',
      'asked winsor negative false',
      'same z even true',
    ])
  })

  test('ends in mean 0 and deviation of the weight; missing is the centre; the way back is the way', () => {
    const values = skewed.slice()
    values[0] = Number.NaN
    const measures = [{ name: 'spend', values, weight: 2 }]
    const scaling = fitScaling(measures)
    const points = scalePoints(measures, scaling)
    const [how] = scaling
    if (how === undefined) throw new Error('no scaling')
    expect(how.missing).toBe(1)
    expect(points.values[0]).toBe(0)
    const square = points.values.reduce((sum, x) => sum + x * x, 0) / 499
    expect(square).toBeCloseTo(4, 10)
    expect(unscaleValue(scaleValue(33, how), how)).toBeCloseTo(33, 10)
  })

  test('the form alone assigns as the fit did', () => {
    const measures = [
      { name: 'spend', values: skewed },
      { name: 'margin', values: even },
    ]
    const scaling = fitScaling(measures)
    const fit = kMeans(scalePoints(measures, scaling), { k: 3, seed: 1 })
    const form = centroidForm(fit, scaling)
    const labels = Int32Array.from(skewed, (x, i) => labelOf(form, [x, even[i] ?? Number.NaN]))
    expect(labels).toEqual(fit.labels)
    expect(form.centroids.reduce((sum, c) => sum + c.share, 0)).toBeCloseTo(1, 12)
    const kept = centroidForm(fit, scaling, Int32Array.of(4, 0, 7))
    expect(labelOf(kept, form.centroids[2]?.typical ?? [])).toBe(7)
  })
})

describe('mixture', () => {
  test('finds stretched clouds that k-means cuts', () => {
    const random = createRandom(2)
    const values = new Float64Array(1600)
    const truth = Int32Array.from({ length: 800 }, (_, i) => i % 2)
    for (let i = 0; i < 800; i++) {
      values[i * 2] = random.normal() * 8
      values[i * 2 + 1] = random.normal() * 0.5 + 4 * (i % 2)
    }
    const points = { values, rows: 800, columns: 2 }
    const fit = gaussianMixture(points, { k: 2, seed: 1, starts: 20 })
    expect(adjustedRand(crossTable(truth, fit.labels))).toBeGreaterThan(0.95)
    expect(fit).toMatchObject({ status: 'ok', collapsed: [], discreteColumns: [] })
    expect(fit.parameters).toBe(11)
    const one = gaussianMixture(points, { k: 1, seed: 1 })
    expect(fit.bic).toBeLessThan(one.bic)
  })

  test('a discrete measure is seen, and a component squeezed onto a value is no cluster', () => {
    const random = createRandom(6)
    const values = new Float64Array(1200)
    for (let i = 0; i < 600; i++) {
      values[i * 2] = random.normal()
      values[i * 2 + 1] = random.next() < 0.5 ? 1 : 2 + random.below(3)
    }
    const fit = gaussianMixture({ values, rows: 600, columns: 2 }, { k: 3, seed: 1 })
    expect(fit.discreteColumns).toEqual([1])
    expect(fit.status).toBe('not-identified')
    expect(fit.collapsed.map((c) => c.column)).toContain(1)
  })
})

describe('mixed data', () => {
  const number = {
    kind: 'number',
    name: 'age',
    values: Float64Array.of(20, 30, 40, Number.NaN),
  } as const
  const category = { kind: 'category', name: 'channel', codes: Int32Array.of(0, 0, 1, 1) } as const

  test("Gower's distance over what both have", () => {
    const data = mixedData([number, category])
    expect(gowerDistance(data, 0, 1)).toBeCloseTo(0.25, 12)
    expect(gowerDistance(data, 0, 2)).toBe(1)
    expect(gowerDistance(data, 2, 3)).toBe(0)
    expect(gowerDistance(mixedData([{ ...number, weight: 3 }, category]), 0, 1)).toBeCloseTo(
      0.375,
      12,
    )
  })

  test('shows how categories drown numbers, and even weights mend it', () => {
    const random = createRandom(8)
    const data = mixedData([
      { kind: 'number', name: 'x', values: Float64Array.from({ length: 400 }, random.normal) },
      {
        kind: 'category',
        name: 'c',
        codes: Int32Array.from({ length: 400 }, () => random.below(2)),
      },
    ])
    const [x, c] = fieldInfluence(data, { seed: 1 })
    expect((x?.share ?? 1) * 2).toBeLessThan(c?.share ?? 0)
    const weights = evenWeights(data, { seed: 1 })
    const evened = mixedData(data.fields.map((f, i) => ({ ...f, weight: weights[i] ?? 0 })))
    expect(fieldInfluence(evened, { seed: 1 })[0]?.share).toBeCloseTo(0.5, 10)
  })

  test('medoids of planted groups, every row assigned', () => {
    const random = createRandom(11)
    const truth = Int32Array.from({ length: 900 }, () => random.below(3))
    const data = mixedData([
      {
        kind: 'number',
        name: 'x',
        values: Float64Array.from(truth, (t) => 10 * t + random.normal()),
      },
      {
        kind: 'category',
        name: 'c',
        // At full weight the category would drown the number: see the test above.
        weight: 0.3,
        codes: truth.map((t) => (random.next() < 0.9 ? t : random.below(3))),
      },
    ])
    const fit = mixedClusters(data, { k: 3, seed: 1, sample: 300 })
    expect(adjustedRand(crossTable(truth, fit.labels))).toBeGreaterThan(0.95)
    expect(fit).toMatchObject({ k: 3, sampled: 300, n: 900, status: 'ok' })
  })

  test('PAM: one medoid is the best of all, of two no swap of one helps', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 }), (seed, k) => {
        const points = shapeless({ seed, shape: 'normal', rows: 12, columns: 2 })
        const square = new Float64Array(144)
        for (let i = 0; i < 144; i++) {
          const a = Math.floor(i / 12) * 2
          const b = (i % 12) * 2
          const at = (j: number): number => points.values[j] ?? 0
          square[i] = Math.hypot(at(a) - at(b), at(a + 1) - at(b + 1))
        }
        const costOf = (medoids: readonly number[]): number => {
          let cost = 0
          for (let i = 0; i < 12; i++) {
            cost += Math.min(...medoids.map((m) => square[m * 12 + i] ?? 0))
          }
          return cost
        }
        const fit = partitionAroundMedoids(square, 12, { k, seed: 1 })
        const found = [...fit.medoids]
        expect(fit.cost).toBeCloseTo(costOf(found), 10)
        for (let x = 0; x < 12; x++) {
          for (let out = 0; out < k; out++) {
            const swapped = found.map((m, i) => (i === out ? x : m))
            expect(costOf(swapped)).toBeGreaterThan(fit.cost - 1e-9)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('agreement', () => {
  test('adjusted Rand of a worked table', () => {
    // Pairs together in both: C(3,2) + C(3,2) + C(3,2) + C(2,2); Hubert and Arabie, equation 5, over C(12,2) = 66.
    const a = Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2)
    const b = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2)
    const both = 3 + 1 + 3 + 3
    const inA = 10 + 6 + 3
    const inB = 3 + 10 + 6
    const expected = (inA * inB) / 66
    expect(adjustedRand(crossTable(a, b))).toBeCloseTo((both - expected) / (19 - expected), 12)
    expect(adjustedRand(crossTable(a, a))).toBe(1)
    expect(adjustedRand(crossTable(Int32Array.of(0), Int32Array.of(0)))).toBeUndefined()
  })

  test('renaming changes nothing, and numbers come back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 60 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (labels, names) => {
          const before = Int32Array.from([...labels, 0, 1, 2, 3])
          const renamed = before.map((label) => names[label] ?? -1)
          expect(adjustedRand(crossTable(before, renamed))).toBe(1)
          expect([...bestJaccard(crossTable(before, renamed))]).toEqual([1, 1, 1, 1])
          const { number, ended } = matchLabels(before, renamed)
          expect(renamed.map((label) => number[label] ?? -1)).toEqual(before)
          expect(ended).toEqual([])
        },
      ),
    )
  })

  test('a cluster that is new gets a new number, one that is gone is told', () => {
    const previous = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, -1, -1)
    const current = Int32Array.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2)
    const match = matchLabels(previous, current, { least: 0.5 })
    expect([...match.number]).toEqual([1, 0, 3])
    expect(match.ended).toEqual([2])
    expect([...matchLabels(previous, current, { least: 0.5, next: 9 }).number]).toEqual([1, 0, 9])
  })

  test('the pairing is the cheapest of all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 16, maxLength: 16 }),
        (cells) => {
          const cost = Float64Array.from(cells)
          const pairing = cheapestPairing(cost, 4, 4)
          const costOf = (of: readonly number[]): number =>
            of.reduce((sum, j, i) => sum + (cost[i * 4 + j] ?? 0), 0)
          const all = [0, 1, 2, 3].flatMap((a) =>
            [0, 1, 2, 3].flatMap((b) =>
              [0, 1, 2, 3].flatMap((c) =>
                [0, 1, 2, 3].map((d) => [a, b, c, d]).filter((p) => new Set(p).size === 4),
              ),
            ),
          )
          expect(costOf([...pairing])).toBe(Math.min(...all.map(costOf)))
        },
      ),
    )
  })
})
