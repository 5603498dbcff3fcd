// What answers mean, who differs, what themes say, and the weighted figure: against figures by hand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { voiceDifferences } from './differ.ts'
import { codedMoments, guessScale, metricOf, unhappyShare, voiceFigure } from './scale.ts'
import { judgeThemes } from './themes.ts'
import { weightedFigure } from './weighting.ts'

describe('scales', () => {
  test.each([
    ['nps', 'nps'],
    ['NPS after delivery', 'nps'],
    ['recomendacao', 'nps'],
    ['csat', 'csat'],
    ['satisfaction', 'csat'],
    ['ces', 'ces'],
    ['esfuerzo', 'ces'],
    ['success', 'score'],
    ['mood', 'score'],
  ])('%s asks for %s', (name, metric) => expect(metricOf(name)).toBe(metric))

  test.each([
    ['nps', 0, 10, 'nps 0-10 good 9 bad 6'],
    ['nps', 3, 9, 'nps 0-10 good 9 bad 6'],
    ['nps', 1, 100, 'score 0-100 good 75 bad 37'],
    ['csat', 1, 5, 'csat 1-5 good 4 bad 2'],
    ['csat', 2, 4, 'csat 1-5 good 4 bad 2'],
    ['ces', 1, 7, 'ces 1-7 good 6 bad 3'],
    ['csat', 1, 9, 'csat 1-10 good 8 bad 4'],
    ['csat', 0, 8, 'csat 0-10 good 8 bad 3'],
    ['csat', 0, 100, 'csat 0-100 good 75 bad 37'],
  ] as const)('%s from %d to %d', (metric, min, max, told) => {
    const scale = guessScale(metric, { min, max })
    const { low, high, goodFrom, badTo } = scale
    expect(`${scale.metric} ${low}-${high} good ${goodFrom} bad ${badTo}`).toBe(told)
  })

  test('the published NPS, a satisfied share, a mean', () => {
    const nps = guessScale('nps', { min: 0, max: 10 })
    const answers = [
      { score: 10, n: 100 },
      { score: 9, n: 50 },
      { score: 8, n: 70 },
      { score: 4, n: 30 },
    ]
    const { value, low, high } = voiceFigure(nps, answers)
    expect([value, low, high].map((one) => Number(one?.toFixed(2)))).toEqual([48, 38.78, 56.08])
    // The mean of the coded answers is the same score.
    const { n, sum } = codedMoments(nps, answers)
    expect(sum / n).toBeCloseTo(48, 12)
    expect(unhappyShare(nps, answers).value).toBeCloseTo(30 / 250, 12)
    const csat = guessScale('csat', { min: 1, max: 5 })
    const stars = [1, 2, 3, 4, 5].map((score) => ({ score, n: 10 }))
    expect(voiceFigure(csat, stars).value).toBeCloseTo(0.4, 12)
    expect(voiceFigure(guessScale('ces', { min: 1, max: 5 }), stars).value).toBeCloseTo(3, 12)
  })
})

describe('themes', () => {
  test('where only the unhappy name themes, no theme is blamed', () => {
    const judged = judgeThemes(
      [
        { theme: 'delivery', unhappy: 60, n: 60 },
        { theme: 'store', unhappy: 40, n: 41 },
      ],
      { hits: 100, n: 101 },
    )
    expect(judged.onlyUnhappy).toBe(true)
    expect(judged.themes.map(({ lift }) => lift)).toEqual([undefined, undefined])
    expect(judged.themes[0]?.amongUnhappy.value).toBeCloseTo(0.6, 12)
  })

  test('a theme of the unhappy is told from a frequent one', () => {
    const { themes } = judgeThemes(
      [
        { theme: 'delivery', unhappy: 60, n: 100 },
        { theme: 'product', unhappy: 80, n: 400 },
      ],
      { hits: 140, n: 500 },
    )
    const delivery = themes.find(({ theme }) => theme === 'delivery')
    expect(delivery?.lift?.value).toBeCloseTo(3, 12)
    expect(delivery?.relevance).toBe('relevant')
    expect(themes[0]?.theme).toBe('product')
  })
})

test('groups that answer alike are called different about as seldom as promised', () => {
  const random = createRandom(7)
  let named = 0
  for (let run = 0; run < 200; run++) {
    const groups = Array.from({ length: 10 }, () => {
      let sum = 0
      for (let i = 0; i < 60; i++) sum += random.next() < 0.5 ? 100 : -100
      return { n: 60, sum, sumSquares: 60 * 10_000 }
    })
    const all = groups.reduce((a, b) => ({
      n: a.n + b.n,
      sum: a.sum + b.sum,
      sumSquares: a.sumSquares + b.sumSquares,
    }))
    if (voiceDifferences(all, groups).some(({ adjustedP }) => (adjustedP ?? 1) <= 0.05)) named++
  }
  expect(named / 200).toBeLessThan(0.09)
})

describe('the weighted figure', () => {
  const heavy = { customers: 100, answers: { n: 80, sum: 80, sumSquares: 80 } }
  const light = { customers: 900, answers: { n: 90, sum: 0, sumSquares: 0 } }

  test('undoes that the heavy ones answer more often', () => {
    const { figure, unheard } = weightedFigure([heavy, light])
    // 80 of 170 answers say yes; of the customers it is a tenth.
    expect(figure.value).toBeLessThan(0.13)
    expect(figure.low).toBeLessThan(0.1)
    expect(figure.high).toBeGreaterThan(0.1)
    expect(unheard).toBe(0)
  })

  test('names the share that nobody speaks for', () => {
    const silent = { customers: 1000, answers: { n: 3, sum: 3, sumSquares: 3 } }
    const { figure, unheard } = weightedFigure([heavy, light, silent])
    expect(unheard).toBeCloseTo(0.5, 12)
    expect(figure.status).toBe('weak')
    expect(weightedFigure([silent]).figure).toMatchObject({ value: undefined, status: 'none' })
  })

  test('is the plain mean where everybody answers at one rate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 12 }),
        (sizes) => {
          const strata = sizes.map((n, i) => ({
            customers: n * 4,
            answers: { n, sum: n * i, sumSquares: n * i * i + n },
          }))
          const n = sizes.reduce((a, b) => a + b, 0)
          const plain = strata.reduce((sum, { answers }) => sum + answers.sum, 0) / n
          expect(weightedFigure(strata).figure.value).toBeCloseTo(plain, 8)
        },
      ),
      { numRuns: 50 },
    )
  })
})
