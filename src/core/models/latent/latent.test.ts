// Latent classes: a classic table to the digits printed, planted classes found, no classes where there are none.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import { chooseClasses, classChances, latentClasses } from './latent-classes.ts'
import { compressPatterns, type CategoricalItem } from './patterns.ts'

/** Stouffer and Toby 1951, four conflicts of role, 216 students: cells from 0000 to 1111 in binary order, 0 = universalistic. */
const ROLE_CONFLICT = [42, 23, 6, 25, 6, 24, 7, 38, 1, 4, 1, 6, 2, 9, 2, 20]

function roleConflict(): readonly CategoricalItem[] {
  return ['A', 'B', 'C', 'D'].map((name, j) => ({
    name,
    categories: 2,
    codes: Int32Array.from(ROLE_CONFLICT, (_, cell) => (cell >> (3 - j)) & 1),
  }))
}

/** Three classes over six items of three answers; a tenth of the answers missing. */
function plantedClasses(
  seed: number,
  rows: number,
): {
  readonly items: readonly CategoricalItem[]
  readonly truth: Int32Array
} {
  const random = createRandom(seed)
  const truth = Int32Array.from({ length: rows }, () => {
    const u = random.next()
    return u < 0.5 ? 0 : u < 0.8 ? 1 : 2
  })
  const items = Array.from({ length: 6 }, (_, j) => ({
    name: `q${j}`,
    categories: 3,
    codes: truth.map((t) => {
      if (random.next() < 0.1) return -1
      return random.next() < 0.75 ? (t + (j % 2)) % 3 : random.below(3)
    }),
  }))
  return { items, truth }
}

describe('published', () => {
  const { patterns } = compressPatterns(roleConflict(), Float64Array.from(ROLE_CONFLICT))

  test('Goodman 1974: two classes of the role conflict table', () => {
    const fit = latentClasses(patterns, { classes: 2, seed: 1 })
    expect(fit).toMatchObject({ n: 216, parameters: 9, status: 'ok' })
    expect(fit.deviance?.df).toBe(6)
    expect(fit.deviance?.value.toFixed(2)).toBe('2.72')
    expect(fit.classes.map((c) => c.share.value?.toFixed(3))).toEqual(['0.721', '0.279'])
    const first = (c: number): readonly (string | undefined)[] =>
      fit.classes[c]?.items.map((item) => item.chances[0]?.value?.toFixed(3)) ?? []
    expect(first(1)).toEqual(['0.993', '0.940', '0.927', '0.769'])
    expect(first(0)).toEqual(['0.714', '0.330', '0.354', '0.132'])
  })

  test('independence of the four items is refused: 81.08 on 11', () => {
    const one = latentClasses(patterns, { classes: 1, seed: 1 })
    expect(one.deviance?.value.toFixed(2)).toBe('81.08')
    expect(one.deviance?.df).toBe(11)
    expect(one.entropy).toBe(1)
    expect(chooseClasses(patterns, { most: 3, seed: 1 }).classes).toBe(2)
  })

  test('four classes of four yes-no items are more than the table can tell', () => {
    expect(latentClasses(patterns, { classes: 4, seed: 1, starts: 5 }).status).toBe(
      'not-identified',
    )
  })
})

describe('planted', () => {
  test('three classes are found, sized and told apart, with answers missing', () => {
    const { items, truth } = plantedClasses(3, 1500)
    const { patterns, patternOf } = compressPatterns(items)
    const { fits, classes } = chooseClasses(patterns, { most: 4, seed: 1, starts: 20 })
    expect(classes).toBe(3)
    const fit = fits[2]
    if (fit === undefined) throw new Error('no fit')
    const actual = [0, 1, 2].map((t) => truth.filter((x) => x === t).length / 1500)
    for (const [c, { share }] of fit.classes.entries()) {
      expect(share.low).toBeLessThan(actual[c] ?? 0)
      expect(share.high).toBeGreaterThan(actual[c] ?? 1)
    }
    const right = truth.filter((t, i) => fit.labels[patternOf[i] ?? -1] === t).length / 1500
    expect(right).toBeGreaterThan(0.9)
    expect(fit.deviance).toBeUndefined()
    expect(fit.entropy).toBeGreaterThan(0.7)
  })

  test('the same seed gives the same fit; one customer scored as the fit scored the pattern', () => {
    const { patterns } = compressPatterns(plantedClasses(4, 400).items)
    const fit = latentClasses(patterns, { classes: 3, seed: 2, starts: 10 })
    expect(latentClasses(patterns, { classes: 3, seed: 2, starts: 10 })).toEqual(fit)
    const codes = [...patterns.codes.subarray(6, 12)]
    const chances = classChances(fit, codes)
    expect(Math.max(...chances)).toBeCloseTo(fit.certainty[1] ?? 0, 10)
    const unknown = classChances(fit, [-1, -1, -1, -1, -1, -1])
    for (const [c, share] of fit.state.shares.entries()) expect(unknown[c]).toBeCloseTo(share, 12)
  })

  test('independent answers have one class over 20 seeds', () => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      const random = createRandom(seed + 1)
      const items = Array.from({ length: 5 }, (_, j) => ({
        name: `q${j}`,
        categories: 3,
        codes: Int32Array.from({ length: 300 }, () => random.below(3)),
      }))
      return chooseClasses(compressPatterns(items).patterns, { most: 2, seed, starts: 8 }).classes
    })
    expect(found).toEqual(found.map(() => 1))
  })

  test("the interval of a class's share covers the truth", () => {
    let covered = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { patterns } = compressPatterns(plantedClasses(seed, 600).items)
      const fit = latentClasses(patterns, { classes: 3, seed, starts: 5 })
      const [first] = fit.classes
      if ((first?.share.low ?? 1) <= 0.5 && (first?.share.high ?? 0) >= 0.5) covered++
    }
    expect(covered / 60).toBeGreaterThan(0.88)
  })
})

test('rows without any answer, and no rows at all', () => {
  const codes = Int32Array.of(-1, 0, 1, 1)
  const { patterns, patternOf } = compressPatterns([{ name: 'a', categories: 2, codes }])
  expect([...patternOf]).toEqual([-1, 0, 1, 1])
  expect(patterns).toMatchObject({ rows: 2, total: 3, incomplete: 0 })
  const empty = compressPatterns([{ name: 'a', categories: 2, codes: new Int32Array(0) }])
  expect(latentClasses(empty.patterns, { classes: 2, seed: 1 })).toMatchObject({
    n: 0,
    status: 'none',
  })
})
