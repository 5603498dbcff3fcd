// RFM against the published counts of the R package, and the promises about ties.
import { assert as holds, array, integer, property } from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compress, type Compressed } from '../../stats/index.ts'
import { cutScores, scoreOf } from './cuts.ts'
import { fitRfm } from './fit.ts'
import { RFM_SEGMENT_WORDS } from './words.ts'
import { gridCells, OTHERS, RFM_GRID, segmentOf, toFive, type GridSegment } from './grid.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/rfm_package')
const isPresent = existsSync(join(folder, 'rfm_data_orders.csv.gz'))
const lines = (file: string): string[][] =>
  gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
const of = (values: Iterable<number>): Compressed => compress(Float64Array.from(values))

/** The grid of the package's own test (tests/testthat/test-rfm-segment.R). */
const GRID_OF_TEST: readonly GridSegment[] = (
  [
    ['champions', [4, 5], [4, 5], [4, 5]],
    ['loyal', [2, 5], [3, 5], [3, 5]],
    ['potential', [3, 5], [1, 3], [1, 3]],
    ['new', [4, 5], [1, 1], [1, 1]],
    ['promising', [3, 4], [1, 1], [1, 1]],
    ['attention', [2, 3], [2, 3], [2, 3]],
    ['sleep', [2, 3], [1, 2], [1, 2]],
    ['risk', [1, 2], [2, 5], [2, 5]],
    ['cannot-lose', [1, 1], [4, 5], [4, 5]],
    ['lost', [1, 2], [1, 2], [1, 2]],
  ] as const
).map(([name, recency, frequency, monetary]) => ({ name, recency, frequency, monetary }))

describe.skipIf(!isPresent)('the data of R package rfm (skipped where absent)', () => {
  const customers = new Map<string, { last: number; n: number; sum: number }>()
  const end = Date.parse('2006-12-31') / 86_400_000
  for (const [id = '', date = '', revenue = ''] of isPresent
    ? lines('rfm_data_orders.csv.gz')
    : []) {
    const known = customers.get(id) ?? { last: 0, n: 0, sum: 0 }
    const day = Date.parse(date) / 86_400_000
    customers.set(id, {
      last: Math.max(known.last, day),
      n: known.n + 1,
      sum: known.sum + Number(revenue),
    })
  }
  const list = [...customers.values()]
  const fit = fitRfm(
    {
      recency: of(list.map((c) => end - c.last)),
      frequency: of(list.map((c) => c.n)),
      monetary: of(list.map((c) => c.sum)),
    },
    { method: { kind: 'quantile' } },
  )

  test('cut points of its documentation', () => {
    expect(list.length).toBe(995)
    const rounded = (cuts: readonly number[]): number[] => cuts.map((c) => Math.round(c))
    expect(rounded(fit.recency.cuts)).toEqual([115, 181, 297, 482])
    expect(rounded(fit.frequency.cuts)).toEqual([4, 5, 6, 8])
    expect(rounded(fit.monetary.cuts)).toEqual([256, 382, 506, 666])
  })

  test('counts of its test: 158 champions, 1,234 orders, 120,178 of revenue', () => {
    const names = list.map((c) =>
      segmentOf(
        {
          recency: scoreOf(fit.recency, end - c.last),
          frequency: scoreOf(fit.frequency, c.n),
          monetary: scoreOf(fit.monetary, c.sum),
        },
        GRID_OF_TEST,
      ),
    )
    const champions = list.filter((_, i) => names[i] === 'champions')
    expect(champions.length).toBe(158)
    expect(champions.reduce((sum, c) => sum + c.n, 0)).toBe(1234)
    expect(champions.reduce((sum, c) => sum + c.sum, 0)).toBe(120_178)
    const counts = Object.fromEntries(
      [...Map.groupBy(names, (n) => n)].map(([k, v]) => [k, v.length]),
    )
    expect(counts).toEqual({
      loyal: 278,
      potential: 229,
      champions: 158,
      lost: 111,
      risk: 86,
      sleep: 50,
      [OTHERS]: 48,
      attention: 35,
    })
  })

  test('its larger table: every customer gets a score, near-equal bins', () => {
    const rows = lines('rfm_data_customer.csv.gz').map((l) => l.map(Number))
    const at = (i: number): Compressed => of(rows.map((r) => r[i] ?? Number.NaN))
    const large = fitRfm({ recency: at(4), frequency: at(3), monetary: at(1) })
    expect(large.n).toBe(39_999)
    for (const c of large.monetary.counts) expect(Math.abs(c / 39_999 - 0.2)).toBeLessThan(0.01)
  })
})

const values = array(integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 200 })

test('ranks: monotone, equal customers alike, and where all differ bins are even', () => {
  holds(
    property(values, integer({ min: 2, max: 10 }), (list, bins) => {
      const data = of(list)
      const fit = cutScores(data, { method: { kind: 'rank' }, bins })
      expect(fit.counts.reduce((a, b) => a + b, 0)).toBe(list.length)
      const scores = [...data.values].map((v) => scoreOf(fit, v))
      expect(scores).toEqual(scores.toSorted((a, b) => a - b))
      const turned = cutScores(data, { method: { kind: 'rank' }, bins, isReversed: true })
      expect(turned.counts).toEqual(fit.counts.toReversed())
      const distinct = cutScores(of(Array.from({ length: bins * 7 }, (_, i) => i * 1.5)), {
        method: { kind: 'rank' },
        bins,
      })
      expect(distinct.counts).toEqual(Array.from({ length: bins }, () => 7))
      expect(distinct.warnings).toEqual([])
    }),
  )
})

test('little variation collapses bins, and it is said', () => {
  const data = of([...Array.from({ length: 80 }, () => 1), ...Array.from({ length: 20 }, () => 2)])
  for (const kind of ['rank', 'quantile'] as const) {
    const { warnings, counts } = cutScores(data, { method: { kind } })
    expect(warnings).toContain('bins-collapsed')
    expect(counts.filter((c) => c > 0)).toEqual([80, 20])
  }
})

test('the added 1 breaks below 1: said, and avoidable', () => {
  const data = of(Array.from({ length: 100 }, (_, i) => i / 100))
  const broken = cutScores(data, { method: { kind: 'quantile' } })
  expect(broken.warnings).toContain('offset-presumes-whole-numbers')
  expect(broken.counts[0]).toBe(100)
  const sound = cutScores(data, { method: { kind: 'quantile', offset: 0 } })
  expect(sound.warnings).toEqual([])
  expect(sound.counts).toEqual([20, 20, 20, 20, 20])
})

test('thresholds bring their own number of bins; recency turns round', () => {
  const fit = cutScores(of([10, 40, 40, 100]), {
    method: { kind: 'thresholds', cuts: [30, 60] },
    isReversed: true,
  })
  expect(fit.bins).toBe(3)
  expect([10, 29.9, 30, 60, 1000].map((v) => scoreOf(fit, v))).toEqual([3, 3, 2, 1, 1])
  expect(fit.counts).toEqual([1, 2, 1])
  const wrong = cutScores(of([1, 2]), { method: { kind: 'thresholds', cuts: [5, 3] } })
  expect(wrong.warnings).toContain('cuts-not-ascending')
})

test('degenerate bases', () => {
  const nobody = { recency: of([]), frequency: of([]), monetary: of([]) }
  expect(fitRfm(nobody).status).toBe('none')
  const one = { recency: of([3]), frequency: of([1]), monetary: of([20]) }
  expect(fitRfm(one).status).toBe('not-identified')
  expect(fitRfm({ ...one, monetary: of([20, 30]) }).status).toBe('weak')
})

test('the grid: first match wins, cells cover the cube, other numbers of bins keep the ends', () => {
  expect(segmentOf({ recency: 5, frequency: 5, monetary: 5 })).toBe('champions')
  expect(segmentOf({ recency: 5, frequency: 5, monetary: 4 })).toBe('potential-loyalist')
  expect(segmentOf({ recency: 1, frequency: 1, monetary: 1 })).toBe('lost')
  const cells = gridCells()
  expect(cells.length).toBe(125)
  const named = new Set(cells.map((c) => c.name))
  // What the package's grid leaves out is said, not hidden.
  expect(cells.filter((c) => c.name === OTHERS).length).toBe(10)
  expect(RFM_GRID.map((s) => s.name).filter((name) => !named.has(name))).toEqual([])
  const words = Object.keys(RFM_SEGMENT_WORDS.fr)
  expect([...RFM_GRID.map((s) => s.name), OTHERS].toSorted()).toEqual(words.toSorted())
  expect([1, 2, 3].map((s) => toFive(s, 3))).toEqual([1, 3, 5])
  expect(toFive(10, 10)).toBe(5)
  expect(gridCells({ recency: 3, frequency: 3, monetary: 3 }).length).toBe(27)
})
