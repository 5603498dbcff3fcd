// Survey scales: the published figures of the big five, and bad scales called bad.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../base/index.ts'
import { createRandom, symmetricEigen } from '../../stats/index.ts'
import { adequacy } from './adequacy.ts'
import { keyedAnswers, scaleScores, type Scale } from './answers.ts'
import { completeRows, pairMoments } from './correlation.ts'
import { factorAnalysis } from './factors.ts'
import { aboveChance, reliability } from './reliability.ts'
import { scaleWarningWords } from './words.ts'

const BFI = join(import.meta.dirname, '../../../../../shared/data/bfi_likert')
const hasBfi = existsSync(BFI)

/** The five scales with their published keys. */
function bfi(): { readonly scales: readonly Scale[]; readonly items: readonly Float64Array[] } {
  const table = gunzipSync(readFileSync(join(BFI, 'bfi.csv.gz'))).toString('utf8')
  const rows = table
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', '').split(','))
  const [head = [], ...body] = rows
  const column = (name: string): Float64Array => {
    const at = head.indexOf(name)
    return Float64Array.from(body, (row) => (row[at] === '' ? Number.NaN : Number(row[at])))
  }
  const keys = readFileSync(join(BFI, 'keys.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  const byScale = new Map<string, string[]>()
  for (const line of keys) {
    const [scale = '', item = ''] = line.replaceAll('"', '').split(',')
    byScale.set(scale, [...(byScale.get(scale) ?? []), item])
  }
  const scales = [...byScale].map(([name, names]) => ({
    name,
    low: 1,
    high: 6,
    items: names.map((key) => {
      const reversed = key.startsWith('-')
      const item = reversed ? key.slice(1) : key
      return { name: item, values: column(item), reversed }
    }),
  }))
  return { scales, items: head.slice(1, 26).map(column) }
}

describe.skipIf(!hasBfi)('big five (skipped where ../shared/data is absent)', () => {
  const { scales, items } = hasBfi ? bfi() : { scales: [], items: [] }
  const reports = scales.map((scale) => reliability(scale, { seed: 1 }))

  test('alphas as published', () => {
    expect(reports.map((r) => r.alpha.value?.toFixed(2))).toEqual([
      '0.70',
      '0.73',
      '0.76',
      '0.81',
      '0.60',
    ])
    const [agree] = reports
    expect(agree?.alpha.n).toBe(2800)
    expect([agree?.alpha.low?.toFixed(2), agree?.alpha.high?.toFixed(2)]).toEqual(['0.69', '0.72'])
    expect(agree?.items.map((i) => i.itemRest?.toFixed(2))).toEqual([
      '0.31',
      '0.56',
      '0.59',
      '0.39',
      '0.49',
    ])
    expect(agree?.items.map((i) => i.alphaWithout?.toFixed(2))).toEqual([
      '0.72',
      '0.62',
      '0.60',
      '0.69',
      '0.64',
    ])
    expect(agree?.items.map((i) => i.n)).toEqual([2784, 2773, 2774, 2781, 2784])
  })

  test('openness is warned about, neuroticism is not', () => {
    const codes = reports.map((r) => r.warnings.map((w) => w.code))
    expect(codes[4]).toContain('alpha-low')
    expect(reports[4]?.alpha.status).toBe('weak')
    expect(codes[3]).not.toContain('alpha-low')
  })

  test('a forgotten key is found and not turned round in silence', () => {
    const [agree] = scales
    if (agree === undefined) throw new Error('no scale')
    const forgotten = { ...agree, items: agree.items.map((i) => ({ ...i, reversed: false })) }
    const report = reliability(forgotten, { seed: 1 })
    expect(report.alpha.value?.toFixed(2)).toBe('0.43')
    expect(report.warnings).toContainEqual({
      code: 'item-against',
      item: 'A1',
      itemRest: expect.closeTo(-0.31, 2),
    })
  })

  test('eigenvalues and sampling adequacy as published', () => {
    expect(pairMoments(items)).toMatchObject({ rows: 2800, complete: 2436 })
    // The published figures are of the people who answered everything.
    const moments = pairMoments(completeRows(items))
    expect(moments).toMatchObject({ leastPairs: 2436, complete: 2436 })
    const { values } = symmetricEigen(moments.correlation, 25)
    expect([...values.subarray(0, 5)].map((x) => x.toFixed(3))).toEqual([
      '5.134',
      '2.752',
      '2.143',
      '1.852',
      '1.548',
    ])
    const kmo = adequacy(pairMoments(items).correlation, 25, 2800)
    expect(kmo.kmo?.toFixed(2)).toBe('0.85')
    expect(kmo.bartlett?.df).toBe(300)
    expect(aboveChance([...values], moments, 1)).toBeGreaterThanOrEqual(5)
  })

  test('five factors gather the five scales', () => {
    const moments = pairMoments(items)
    const fit = factorAnalysis(moments.correlation, 25, { factors: 5, n: 2800 })
    expect(fit).toMatchObject({ heywood: [], status: 'ok' })
    expect(fit.test?.df).toBe(185)
    const home = Array.from({ length: 25 }, (_, i) => {
      const own = Array.from(fit.loadings.subarray(i * 5, i * 5 + 5), Math.abs)
      return own.indexOf(Math.max(...own))
    })
    const gathered = [0, 5, 10, 15, 20].map((from) => {
      const block = home.slice(from, from + 5)
      return Math.max(...block.map((f) => block.filter((g) => g === f).length))
    })
    expect(gathered).toEqual([5, 5, 5, 5, 5])
  })
})

describe('factors', () => {
  // Six ability tests of 112 people (R's `ability.cov`; Bartholomew, Knott 1999), lower triangle of the covariances.
  const lower = [
    [24.641],
    [5.991, 6.7],
    [33.52, 18.137, 149.831],
    [6.023, 1.782, 19.424, 12.711],
    [20.755, 4.936, 31.43, 4.757, 52.604],
    [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
  ]
  const at = (i: number, j: number): number =>
    (i >= j ? lower[i]?.[j] : lower[j]?.[i]) ?? Number.NaN
  const correlation = Float64Array.from({ length: 36 }, (_, cell) => {
    const i = Math.floor(cell / 6)
    const j = cell % 6
    return at(i, j) / Math.sqrt(at(i, i) * at(j, j))
  })

  /** What varimax makes large: the variance of squared loadings of normalised rows, per factor. */
  const criterion = (loadings: readonly number[]): number => {
    const squares = loadings.map((x, i) => {
      const other = loadings[i % 2 === 0 ? i + 1 : i - 1] ?? Number.NaN
      return (x * x) / (x * x + other * other)
    })
    return [0, 1].reduce((sum, f) => {
      const own = squares.filter((_, i) => i % 2 === f)
      const mean = own.reduce((total, x) => total + x, 0) / 6
      return sum + own.reduce((total, x) => total + (x - mean) ** 2, 0)
    }, 0)
  }

  test("two factors as R's factanal prints them", () => {
    const fit = factorAnalysis(correlation, 6, { factors: 2, n: 112 })
    expect([...fit.uniqueness].map((x) => x.toFixed(3))).toEqual([
      '0.455',
      '0.589',
      '0.218',
      '0.769',
      '0.052',
      '0.334',
    ])
    // R's rotation stops at a tolerance of 1e-5, a few thousandths short of the angle that varimax asks for.
    const printed = [
      0.499, 0.543, 0.156, 0.622, 0.206, 0.86, 0.109, 0.468, 0.956, 0.182, 0.785, 0.225,
    ]
    for (const [i, x] of printed.entries())
      expect(Math.abs((fit.loadings[i] ?? 9) - x)).toBeLessThan(0.003)
    expect(criterion([...fit.loadings])).toBeGreaterThan(criterion(printed))
    expect(fit.test?.chiSquare.toFixed(2)).toBe('6.11')
    expect(fit.test?.df).toBe(4)
    expect(fit.test?.p.toFixed(3)).toBe('0.191')
  })

  test('more factors than items can carry are not identified', () => {
    expect(factorAnalysis(correlation, 6, { factors: 4, n: 112 }).status).toBe('not-identified')
    const twice = Float64Array.of(1, 1, 1, 1)
    expect(factorAnalysis(twice, 2, { factors: 1, n: 50 }).status).toBe('not-identified')
    expect(adequacy(twice, 2, 50).kmo).toBeUndefined()
  })
})

describe('scales made up', () => {
  const random = createRandom(5)
  const answer = (trait: number): number =>
    Math.min(5, Math.max(1, Math.round(3 + trait + random.normal())))

  test('a good alpha from two traits is no proof of one', () => {
    const rows = 600
    const first = Float64Array.from({ length: rows }, random.normal)
    const second = Float64Array.from({ length: rows }, random.normal)
    const items = Array.from({ length: 12 }, (_, i) => ({
      name: `q${i}`,
      reversed: false,
      values: (i < 6 ? first : second).map((trait) => answer(1.3 * trait)),
    }))
    const report = reliability({ name: 'two', low: 1, high: 5, items }, { seed: 1 })
    expect(report.alpha.value).toBeGreaterThan(0.7)
    expect(report.warnings).toEqual([{ code: 'several-dimensions', dimensions: 2 }])
  })

  test('noise is called noise', () => {
    const items = Array.from({ length: 4 }, (_, i) => ({
      name: `q${i}`,
      reversed: false,
      values: Float64Array.from({ length: 500 }, () => 1 + random.below(5)),
    }))
    const report = reliability({ name: 'noise', low: 1, high: 5, items }, { seed: 1 })
    expect(report.warnings.map((w) => w.code)).toContain('alpha-very-low')
    expect(report.dimensions).toBe(0)
  })

  test("Feldt's interval covers the true alpha", () => {
    // Four items, trait and error of variance 1 each: alpha = 4 x 1 / (4 x 1 + 1) = .8.
    let covered = 0
    for (let run = 0; run < 300; run++) {
      const trait = Float64Array.from({ length: 80 }, random.normal)
      const items = Array.from({ length: 4 }, (_, i) => ({
        name: `q${i}`,
        reversed: false,
        values: trait.map((t) => t + random.normal()),
      }))
      const { alpha } = reliability({ name: 's', low: -99, high: 99, items }, { seed: run })
      if ((alpha.low ?? 1) <= 0.8 && (alpha.high ?? 0) >= 0.8) covered++
    }
    expect(covered / 300).toBeGreaterThan(0.92)
    expect(covered / 300).toBeLessThan(0.98)
  })

  test('scores: means of what was answered, nothing from too little, no answers no score', () => {
    const NONE = Number.NaN
    const scale: Scale = {
      name: 's',
      low: 1,
      high: 5,
      items: [
        { name: 'a', reversed: false, values: Float64Array.of(5, 4, NONE, NONE) },
        { name: 'b', reversed: true, values: Float64Array.of(1, NONE, 2, NONE) },
        { name: 'c', reversed: false, values: Float64Array.of(5, 2, NONE, 9) },
        { name: 'd', reversed: false, values: Float64Array.of(4, NONE, NONE, NONE) },
      ],
    }
    const scored = scaleScores(scale)
    expect([...scored.scores]).toEqual([4.75, 3, NONE, NONE])
    expect(scored).toMatchObject({ n: 2, partial: 1, mean: 3.875 })
    expect(scored.deviation).toBeCloseTo(Math.sqrt(2 * 0.875 ** 2), 12)
    expect([...(keyedAnswers(scale)[1] ?? [])]).toEqual([5, NONE, 4, NONE])
    const none = reliability({ ...scale, items: [] }, { seed: 1 })
    expect(none.alpha.status).toBe('none')
  })
})

test('a warning in words, with figures as the language writes them', () => {
  const warning = { code: 'item-against', item: 'A1', itemRest: -0.3142 } as const
  expect(scaleWarningWords(warning, 'en')).toContain(
    'Item A1 runs against the others (correlation -0.31)',
  )
  expect(scaleWarningWords(warning, 'pt-BR')).toContain('(correlação -0,31)')
  for (const locale of LOCALES) expect(scaleWarningWords(warning, locale)).not.toMatch(/[{}]/)
})
