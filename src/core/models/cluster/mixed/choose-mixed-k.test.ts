// Kinds in mixed data are found; numbers that go together, and categories alone, are no kinds.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../stats/index.ts'
import { chooseMixedK } from './choose-mixed-k.ts'
import { mixedData, type MixedData } from './gower.ts'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

/** Age and income go together, two categories go with nothing; or all go with one of `kinds` kinds. */
function people(seed: number, kinds: number): MixedData {
  const random = createRandom(seed)
  const rows = 120
  const kind = Int32Array.from({ length: rows }, () => random.below(Math.max(1, kinds)))
  const age = Float64Array.from(kind, (t) => 8 * t + random.normal())
  const income = age.map((x, i) =>
    random.next() < 0.05 ? Number.NaN : x + 0.7 * random.normal() + (kind[i] ?? 0),
  )
  const codes = (n: number): Int32Array =>
    kind.map((t) => (kinds > 0 && random.next() < 0.8 ? t % n : random.below(n)))
  return mixedData([
    { kind: 'number', name: 'age', values: age },
    { kind: 'number', name: 'income', values: income },
    { kind: 'category', name: 'region', codes: codes(4), weight: 0.3 },
    { kind: 'category', name: 'channel', codes: codes(3), weight: 0.3 },
  ])
}

describe('how many kinds', () => {
  test('none where there are none, over 20 seeds', () => {
    const alarms = SEEDS.filter(
      (seed) => chooseMixedK(people(seed, 0), { seed, most: 3 }).verdict === 'structure',
    )
    expect(alarms).toEqual([])
  })

  test('three where three were planted, over 3 seeds', () => {
    const found = SEEDS.slice(0, 3).map(
      (seed) => chooseMixedK(people(seed, 3), { seed, most: 4 }).k,
    )
    expect(found).toEqual([3, 3, 3])
  })

  test('too few rows', () => {
    const few = mixedData([{ kind: 'number', name: 'x', values: Float64Array.of(1, 2, 3) }])
    expect(chooseMixedK(few, { seed: 1 })).toMatchObject({
      verdict: 'too-few',
      status: 'not-identified',
    })
  })
})
