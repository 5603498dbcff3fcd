// Learners against hand-made and published figures, laws of calibration, and planted structure.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { fitBoosted } from './boost.ts'
import { applyCalibration, fitIsotonic, fitPlatt } from './calibrate.ts'
import { choose } from './choose.ts'
import { importanceOf } from './importance.ts'
import { findLeaks } from './leak.ts'
import { fitLogistic } from './logistic.ts'
import { trainLookalike } from './lookalike.ts'
import { splitByChance, splitByTime } from './parts.ts'
import { scorePropensity, trainPropensity } from './propensity.ts'
import { qualityOf } from './quality.ts'
import { scoreBoosted } from './score-boosted.ts'
import { chances, scoreLogistic } from './score-logistic.ts'
import { category, pick, type Feature, type LearningTable } from './table.ts'
import type { TreeNode } from './tree.ts'

const number = (name: string, values: readonly number[]): Feature => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
})

test('logistic: two by two is the log odds ratio with its standard error', () => {
  const features = [category('arm', ['a', 'a', 'b', 'b'])]
  const weights = Float64Array.of(30, 70, 50, 40)
  const model = fitLogistic({ features, outcome: Uint8Array.of(1, 0, 1, 0), weights }, { ridge: 0 })
  const [term] = model.terms
  expect(term?.kind === 'category' && term.reference).toBe('a')
  const adds = term?.kind === 'category' ? term.levels[0]?.adds : undefined
  expect(adds?.value).toBeCloseTo(Math.log((50 * 70) / (40 * 30)), 7)
  expect(adds?.se).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70 + 1 / 50 + 1 / 40), 6)
  expect(model.n).toBe(190)
})

test('logistic: O-ring failures by temperature (Dalal et al. 1989; Agresti 2002: 15.0429, -.2322, s.e. .1082)', () => {
  const temperature = [
    66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58,
  ]
  const failed = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1]
  const features = [number('temperature', temperature)]
  const model = fitLogistic({ features, outcome: Uint8Array.from(failed) }, { ridge: 0 })
  const [term] = model.terms
  if (term?.kind !== 'number') throw new Error('a number was given')
  expect(term.slope.value).toBeCloseTo(-0.2322, 4)
  expect(term.slope.se).toBeCloseTo(0.1082, 4)
  expect(model.intercept.value - term.slope.value * term.mean).toBeCloseTo(15.0429, 4)
  expect(2 * 23 * (model.logLoss ?? 0)).toBeCloseTo(20.315, 3)
  expect(model.status).toBe('weak')
})

test('logistic says what it cannot answer', () => {
  const x = number('x', [1, 2, 3, 4])
  expect(fitLogistic({ features: [x], outcome: Uint8Array.of(1, 1, 1, 1) }).status).toBe(
    'not-identified',
  )
  expect(
    fitLogistic({ features: [x], outcome: Uint8Array.of(0, 0, 1, 1) }, { ridge: 0 }).status,
  ).toBe('not-identified')
  const twice = number('y', [1, 2, 3, 4])
  const double = { features: [x, twice], outcome: Uint8Array.of(0, 1, 0, 1) }
  expect(fitLogistic(double, { ridge: 0 }).status).toBe('not-identified')
  expect(fitLogistic({ features: [], outcome: new Uint8Array(0) }).status).toBe('none')
})

test('weights are repetitions; missing values have their own term', () => {
  const one = { features: [number('x', [1, 2, 3, Number.NaN])], outcome: Uint8Array.of(0, 1, 1, 1) }
  const repeated = pick(one, Uint32Array.of(0, 0, 1, 1, 1, 2, 3, 0))
  const weighted = { ...one, weights: Float64Array.of(3, 3, 1, 1) }
  const a = fitLogistic(repeated)
  const b = fitLogistic(weighted)
  expect(a.intercept.value).toBeCloseTo(b.intercept.value, 9)
  const scores = chances(scoreLogistic(b, one.features))
  expect(scores.every((chance) => chance > 0 && chance < 1)).toBe(true)
  expect(b.terms[0]?.kind === 'number' && b.terms[0].missing !== undefined).toBe(true)
})

/** The outcome depends on an exclusive-or of two numbers and on one level; 30 % of `z` is missing. */
function planted(rows: number, seed: number): LearningTable {
  const random = createRandom(seed)
  const x = Float64Array.from({ length: rows }, () => random.normal())
  const y = Float64Array.from({ length: rows }, () => random.normal())
  const z = Float64Array.from({ length: rows }, () =>
    random.next() < 0.3 ? Number.NaN : random.normal(),
  )
  const texts = Array.from(
    { length: rows },
    () => ['north', 'south', 'east', 'west'][random.below(4)] ?? '',
  )
  const outcome = Uint8Array.from(x, (value, i) => {
    const eta =
      (value > 0 === (y[i] ?? 0) > 0 ? 1 : -1) +
      (texts[i] === 'west' ? 1 : 0) +
      (Number.isNaN(z[i]) ? 0.8 : 0)
    return random.next() < 1 / (1 + Math.exp(-eta)) ? 1 : 0
  })
  const numbers: Feature[] = [
    { kind: 'number', name: 'x', values: x },
    { kind: 'number', name: 'y', values: y },
    { kind: 'number', name: 'z', values: z },
  ]
  return { features: [...numbers, category('region', texts)], outcome }
}

/** One row down a plain tree: what SQL printed from it does. */
function walk(node: TreeNode, features: readonly Feature[], row: number): number {
  if (node.kind === 'leaf') return node.value
  const feature = features[node.feature]
  if (node.kind === 'category') {
    const level = feature?.kind === 'category' ? feature.levels[feature.codes[row] ?? 0] : undefined
    return walk(node.levels.includes(level ?? '') ? node.left : node.right, features, row)
  }
  const value = feature?.kind === 'number' ? (feature.values[row] ?? 0) : Number.NaN
  const left = Number.isNaN(value) ? node.missingLeft : value <= node.atMost
  return walk(left ? node.left : node.right, features, row)
}

test('boosted trees learn what a line cannot; fast scoring equals walking the trees', () => {
  const all = planted(8003, 1)
  const parts = splitByChance(8003, 2)
  const [train, tune, check] = [
    pick(all, parts.train),
    pick(all, parts.tune),
    pick(all, parts.test),
  ]
  const model = fitBoosted(train, tune, { seed: 5 })
  expect(model).toEqual(fitBoosted(train, tune, { seed: 5 }))
  expect(model.status).toBe('ok')
  const scores = scoreBoosted(model, check.features)
  for (let row = 0; row < scores.length; row += 7) {
    const walked = model.trees.reduce(
      (sum, tree) => sum + walk(tree, check.features, row),
      model.base,
    )
    expect(scores[row]).toBeCloseTo(walked, 9)
  }
  const stored: typeof model = JSON.parse(JSON.stringify(model))
  expect(scoreBoosted(stored, check.features)).toEqual(scores)
  const auc = qualityOf(chances(scores), check.outcome).auc.value ?? 0
  const line = chances(scoreLogistic(fitLogistic(train), check.features))
  const lineAuc = qualityOf(line, check.outcome).auc.value ?? 1
  expect(auc).toBeGreaterThan(0.75)
  expect(lineAuc).toBeLessThan(0.67)
  expect(choose({ baseline: line, challenger: chances(scores) }, check.outcome).chosen).toBe(
    'challenger',
  )
  const found = importanceOf(check, (features) => scoreBoosted(model, features), 3)
  expect(new Set(found.slice(0, 2).map(({ feature }) => feature))).toEqual(new Set(['x', 'y']))
  expect(found.find(({ feature }) => feature === 'region')?.highest).toBe('west')
})

test('trees on nothing learn nothing', () => {
  const random = createRandom(4)
  const features = [
    number(
      'x',
      Array.from({ length: 4000 }, () => random.normal()),
    ),
  ]
  const table = { features, outcome: Uint8Array.from({ length: 4000 }, () => random.below(2)) }
  const found = trainPropensity(
    table,
    Float64Array.from({ length: 4000 }, (_, i) => i),
    { seed: 1 },
  )
  expect(found.choice.chosen).toBe('baseline')
  expect(found.status).toBe('weak')
  const one = { features, outcome: new Uint8Array(4000) }
  const never = trainPropensity(
    one,
    Float64Array.from({ length: 4000 }, (_, i) => i),
    { seed: 1 },
  )
  expect(never.status).toBe('not-identified')
  expect(scorePropensity(never, features).every((chance) => chance > 0 && chance < 0.5)).toBe(true)
})

test('quality by hand', () => {
  const found = qualityOf(Float64Array.of(0.9, 0.8, 0.7, 0.6), Uint8Array.of(1, 0, 1, 0))
  expect(found.auc.value).toBeCloseTo(0.75, 12)
  expect(found.averagePrecision).toBeCloseTo(1 / 2 + (1 / 2) * (2 / 3), 12)
  expect(found.brier).toBeCloseTo((0.01 + 0.64 + 0.09 + 0.36) / 4, 12)
  expect(found.logLoss).toBeCloseTo(
    -(Math.log(0.9) + Math.log(0.2) + Math.log(0.7) + Math.log(0.4)) / 4,
    12,
  )
  expect(found.deciles[0]?.lift).toBeCloseTo(2, 12)
  expect(found.deciles[9]?.captured).toBeCloseTo(1, 12)
  expect(qualityOf(new Float64Array(0), new Uint8Array(0)).auc.status).toBe('none')
})

test('isotonic steps rise, keep totals and never promise certainty; Platt mends a wrong scale', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(rows, (pairs) => {
      const scores = Float64Array.from(pairs, ([score]) => score)
      const found = fitIsotonic(
        scores,
        Uint8Array.from(pairs, ([, hit]) => (hit ? 1 : 0)),
      )
      const applied = applyCalibration(found, scores.slice().sort())
      for (let i = 1; i < applied.length; i++)
        expect(applied[i]).toBeGreaterThanOrEqual(applied[i - 1] ?? 0)
      expect(applied.every((chance) => chance > 0 && chance < 1)).toBe(true)
    }),
  )
  const random = createRandom(9)
  const truth = Float64Array.from({ length: 20_000 }, () => random.normal() - 1)
  const outcome = Uint8Array.from(truth, (eta) =>
    random.next() < 1 / (1 + Math.exp(-eta)) ? 1 : 0,
  )
  const found = fitPlatt(
    truth.map((eta) => 3 * eta + 2),
    outcome,
  )
  expect(found.slope).toBeCloseTo(1 / 3, 1)
  expect(found.intercept).toBeCloseTo(-2 / 3, 1)
  const steps = qualityOf(applyCalibration(fitIsotonic(truth, outcome), truth), outcome)
  expect(steps.calibrationGap).toBeLessThan(0.01)
})

test('a split by time never teaches with later rows, and keeps equal times together', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 80 }), (days) => {
      const times = Float64Array.from(days)
      const parts = splitByTime(times)
      const at = (rows: Uint32Array): number[] => Array.from(rows, (i) => times[i] ?? 0)
      expect(parts.train.length + parts.tune.length + parts.test.length).toBe(days.length)
      expect(Math.max(-1, ...at(parts.train))).toBeLessThan(
        Math.min(99, ...at(parts.tune), ...at(parts.test)),
      )
      expect(Math.max(-1, ...at(parts.tune))).toBeLessThan(Math.min(99, ...at(parts.test)))
    }),
  )
})

test('a feature that knows the answer is named and left out, unless confirmed', () => {
  const table = planted(4000, 8)
  const random = createRandom(1)
  const leak = number(
    'cancelled later',
    Array.from(table.outcome, (hit) => hit + 0.05 * random.normal()),
  )
  const leaky = { ...table, features: [...table.features, leak] }
  expect(findLeaks(table).suspects).toEqual([])
  expect(findLeaks(leaky).suspects).toMatchObject([
    { feature: 'cancelled later', reason: 'near-perfect' },
  ])
  const times = Float64Array.from(table.outcome, (_, i) => i)
  const honest = trainPropensity(leaky, times, { seed: 1 })
  expect(honest.leftOut).toEqual(['cancelled later'])
  expect(honest.quality.auc.value).toBeLessThan(0.85)
  const trusting = trainPropensity(leaky, times, { seed: 1, confirmed: ['cancelled later'] })
  expect(trusting.leftOut).toEqual([])
  expect(trusting.quality.auc.value).toBeGreaterThan(0.99)
})

test('a strong feature among strong ones is suspected only where nobody knows since when it was known', () => {
  const random = createRandom(4)
  const outcome = Uint8Array.from({ length: 4000 }, () => (random.next() < 0.3 ? 1 : 0))
  const features = ['talked', 'asked'].map((name) =>
    number(
      name,
      Array.from(outcome, (hit) => 0.95 * hit + random.normal()),
    ),
  )
  const noise = number(
    'noise',
    Array.from(outcome, () => random.normal()),
  )
  const table = { features: [...features, noise], outcome }
  expect(findLeaks(table).suspects).toEqual([])
  const [strongest] = findLeaks(table).strengths
  const doubted = findLeaks(table, 0.95, new Set(['talked', 'asked', 'noise']))
  expect(doubted.suspects.map(({ feature }) => feature)).toEqual([strongest?.feature])
})

test('a column of levels by chance is no leak, however many levels', () => {
  const table = planted(3000, 3)
  const random = createRandom(2)
  const texts = Array.from({ length: 3000 }, () => String(random.below(250)))
  const report = findLeaks({ ...table, features: [...table.features, category('id', texts)] })
  const id = report.strengths.find(({ feature }) => feature === 'id')
  expect(Math.abs((id?.auc.value ?? 1) - 0.5)).toBeLessThan(0.06)
})

test('lookalikes: customers like the seeds score higher', () => {
  const table = planted(6000, 6)
  const random = createRandom(3)
  const [x] = table.features
  const values = x?.kind === 'number' ? x.values : new Float64Array(0)
  const seeds = Uint8Array.from(values, (value) =>
    random.next() < 0.3 / (1 + Math.exp(-2 * value)) ? 1 : 0,
  )
  const found = trainLookalike(table.features, seeds, { seed: 2 })
  expect(found.status).toBe('ok')
  expect(found.importance[0]).toMatchObject({ feature: 'x', direction: 'up' })
  const scores = scorePropensity(found, table.features)
  const expected = qualityOf(
    scores,
    Uint8Array.from(values, (value) => (value > 0 ? 1 : 0)),
  )
  expect(expected.auc.value).toBeGreaterThan(0.95)
})
