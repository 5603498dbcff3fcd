// Learners on real data: what independent programs computed, a leak to be named, times that change.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fitLogistic } from './logistic.ts'
import { splitByChance } from './parts.ts'
import { trainOn, trainPropensity } from './propensity.ts'
import { category, type Feature, type LearningTable } from './table.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data')
const present =
  existsSync(join(folder, 'bank_marketing')) && existsSync(join(folder, 'adult_income'))

function read(
  file: string,
  outcome: { column: string; yes: string },
  numbers: string[],
): LearningTable {
  const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8')
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  const target = head.indexOf(outcome.column)
  const features = head.flatMap((name, k): Feature[] => {
    if (k === target) return []
    if (!numbers.includes(name))
      return [
        category(
          name,
          rows.map((row) => row[k] ?? ''),
        ),
      ]
    return [{ kind: 'number', name, values: Float64Array.from(rows, (row) => Number(row[k])) }]
  })
  return {
    features,
    outcome: Uint8Array.from(rows, (row) => (row[target] === outcome.yes ? 1 : 0)),
  }
}

describe.skipIf(!present)('real data (skipped where ../shared/data is absent)', () => {
  const numbers = ['age', 'balance', 'day', 'duration', 'campaign', 'pdays', 'previous']
  const bank = present
    ? read('bank_marketing/bank_full.csv.gz', { column: 'deposit', yes: 'yes' }, numbers)
    : { features: [], outcome: new Uint8Array(0) }

  test('bank marketing: coefficients as NumPy computes them from the normal equations', () => {
    const model = fitLogistic(bank, { ridge: 0 })
    expect(model.status).toBe('ok')
    expect(model.logLoss).toBeCloseTo(0.238462655435, 10)
    expect(model.intercept.value).toBeCloseTo(-2.99453789, 7)
    expect(model.intercept.se).toBeCloseTo(0.07262349, 7)
    const job = model.terms.find((term) => term.feature === 'job')
    const student =
      job?.kind === 'category' ? job.levels.find(({ level }) => level === 'student') : undefined
    expect(student?.adds.value).toBeCloseTo(0.69200831, 7)
    expect(student?.adds.se).toBeCloseTo(0.10957773, 7)
  })

  test('bank marketing: the call duration is named and left out, by time and by chance', () => {
    const times = Float64Array.from(bank.outcome, (_, i) => i)
    const byTime = trainPropensity(bank, times, { seed: 1 })
    expect(byTime.leftOut).toEqual(['duration'])
    // The share of deposits rises from 5 to 28 %: chances learned early cannot hold, and the product must say so.
    expect(byTime.rates.test).toBeGreaterThan(5 * (byTime.rates.train ?? 1))
    expect(byTime.status).toBe('weak')
    const byChance = trainOn(bank, splitByChance(bank.outcome.length, 3), { seed: 1 })
    expect(byChance.leftOut).toEqual(['duration'])
    expect(byChance.choice.chosen).toBe('challenger')
    expect(byChance.quality.auc.value).toBeGreaterThan(0.79)
    expect(byChance.quality.auc.value).toBeLessThan(0.82)
    expect(byChance.quality.calibrationGap).toBeLessThan(0.02)
    expect(byChance.status).toBe('ok')
  })

  test('adult income: no suspect, an AUC as published for boosted trees (about .92), calibrated', () => {
    const adult = read('adult_income/adult.csv.gz', { column: 'income >50K', yes: '1' }, [
      'age',
      'education-num',
      'capital-gain',
      'capital-loss',
      'hours-per-week',
    ])
    const found = trainOn(adult, splitByChance(adult.outcome.length, 3), { seed: 1 })
    expect(found.leftOut).toEqual([])
    expect(found.choice.chosen).toBe('challenger')
    expect(found.quality.auc.value).toBeGreaterThan(0.915)
    expect(found.baseline.auc.value).toBeGreaterThan(0.895)
    expect(found.quality.calibrationGap).toBeLessThan(0.02)
  })
})
