// Rules read like rules, say what the tree says, and their fidelity is what counting gives.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../stats/index.ts'
import { meetsRule, simplified } from './box.ts'
import { clusterRules, placeRows } from './cluster-rules.ts'
import { roundestBetween } from './round-number.ts'
import { fitScaling } from '../scaling.ts'
import type { RuleNode } from './rule-tree.ts'
import { setsApart } from './sets-apart.ts'

/** Three kinds by two thresholds nobody would guess: spend 118.3 and visits 7; a tenth of a percent errs. */
function kinds(rows: number): {
  readonly measures: readonly { readonly name: string; readonly values: Float64Array }[]
  readonly labels: Int32Array
} {
  const random = createRandom(12)
  const spend = Float64Array.from({ length: rows }, () => Math.exp(4.5 + random.normal()))
  const visits = Float64Array.from({ length: rows }, () => random.below(15))
  const noise = Float64Array.from({ length: rows }, random.normal)
  const labels = Int32Array.from(spend, (x, i) => {
    if (random.next() < 0.01) return random.below(3)
    return x < 118.3 ? 0 : (visits[i] ?? 0) < 7 ? 1 : 2
  })
  return {
    measures: [
      { name: 'spend', values: spend },
      { name: 'noise', values: noise },
      { name: 'visits', values: visits },
    ],
    labels,
  }
}

/** What the tree answers for each row, -1 where a value asked for is missing. */
function answersOf(
  tree: RuleNode,
  measures: readonly { readonly values: Float64Array }[],
  rows: number,
): readonly number[] {
  return Array.from({ length: rows }, (_, i) => {
    let node = tree
    while (node.kind === 'split') {
      const value = measures[node.measure]?.values[i] ?? Number.NaN
      if (Number.isNaN(value)) return -1
      node = value >= node.threshold ? node.above : node.below
    }
    return node.label
  })
}

describe('rules', () => {
  test('finds the planted thresholds, rounded, and reports its fidelity', () => {
    const { measures, labels } = kinds(3000)
    const { rules, accuracy, kappa, unplaced } = clusterRules(measures, labels, { k: 3, seed: 1 })
    expect(rules.map((r) => r.boxes)).toEqual([
      [[{ measure: 'spend', op: '<', threshold: 120 }]],
      [
        [
          { measure: 'spend', op: '>=', threshold: 120 },
          { measure: 'visits', op: '<', threshold: 7 },
        ],
      ],
      [
        [
          { measure: 'spend', op: '>=', threshold: 120 },
          { measure: 'visits', op: '>=', threshold: 7 },
        ],
      ],
    ])
    expect(accuracy.value).toBeGreaterThan(0.97)
    expect(kappa).toMatchObject({ status: 'ok', n: 3000 })
    expect(unplaced).toBe(0)
    for (const rule of rules) expect(rule.kappa.value).toBeGreaterThan(0.95)
  })

  test('boxes say what the tree says, miss no one and overlap nowhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const random = createRandom(seed)
        const rows = 200
        const measures = ['a', 'b', 'c'].map((name) => ({
          name,
          values: Float64Array.from({ length: rows }, () =>
            random.next() < 0.1 ? Number.NaN : Math.round(20 * random.normal()) / 4,
          ),
        }))
        const labels = Int32Array.from({ length: rows }, (_, i) =>
          Math.min(
            2,
            Math.floor(Math.abs(measures[0]?.values[i] || measures[1]?.values[i] || 0) / 3),
          ),
        )
        const { tree, rules, unplaced, n } = clusterRules(measures, labels, {
          k: 3,
          seed: 1,
          depth: 4,
          leastLeaf: 5,
        })
        const boxes = new Map(rules.map((rule) => [rule.label, rule.boxes]))
        const placed = placeRows(boxes, measures, rows)
        const answers = answersOf(tree, measures, rows)
        let missed = 0
        for (let i = 0; i < rows; i++) {
          const value = (name: string): number =>
            measures.find((m) => m.name === name)?.values[i] ?? Number.NaN
          const taken = rules.filter((r) => meetsRule(r.boxes, value)).map((r) => r.label)
          expect(taken).toEqual((placed[i] ?? -1) < 0 ? [] : [placed[i]])
          // Where the tree has an answer the boxes have the same.
          if ((answers[i] ?? -1) >= 0) expect(placed[i]).toBe(answers[i])
          if (taken.length === 0) missed++
        }
        expect(missed).toBe(unplaced)
        expect(n).toBe(rows)
        for (const rule of rules) {
          const told = placed.filter((p) => p === rule.label).length
          const hits = placed.filter((p, i) => p === rule.label && labels[i] === p).length
          expect(rule.precision.value).toBe(told > 0 ? hits / told : undefined)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a condition that keeps nobody out is not said', () => {
    const few = { measure: 'visits', op: '<', threshold: 5 } as const
    const many = { measure: 'visits', op: '>=', threshold: 5 } as const
    const cheap = { measure: 'spend', op: '<', threshold: 100 } as const
    const lean = { measure: 'meat', op: '<', threshold: 69 } as const
    expect(
      simplified([
        [cheap, few],
        [cheap, many, lean],
      ]),
    ).toEqual([
      [cheap, few],
      [cheap, lean],
    ])
    expect(simplified([[few], [many]])).toEqual([[]])
    expect(simplified([[cheap, few], [many]])).toEqual([[cheap], [many]])
  })

  test('the ends of a range stand side by side', () => {
    const values = Float64Array.from({ length: 600 }, (_, i) => i / 2)
    const other = Float64Array.from({ length: 600 }, (_, i) => i % 50)
    const labels = values.map((x, i) => (x >= 100 && x < 200 && (other[i] ?? 0) >= 20 ? 0 : 1))
    const { rules } = clusterRules(
      [
        { name: 'x', values },
        { name: 'y', values: other },
      ],
      Int32Array.from(labels),
      { k: 2, seed: 1 },
    )
    const said = rules[0]?.boxes.map((box) => box.map((c) => `${c.measure} ${c.op} ${c.threshold}`))
    expect(said).toEqual([expect.arrayContaining(['x >= 100', 'x < 200', 'y >= 20'])])
    const order = said?.[0] ?? []
    expect(order.indexOf('x < 200')).toBe(order.indexOf('x >= 100') + 1)
  })

  test('no difference, no question: everyone is the larger cluster and kappa says 0', () => {
    const random = createRandom(3)
    const measures = [{ name: 'x', values: Float64Array.from({ length: 400 }, random.normal) }]
    const labels = Int32Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0))
    const { rules, kappa } = clusterRules(measures, labels, { k: 2, seed: 1, leastLeaf: 100 })
    expect(rules.map((r) => r.boxes)).toEqual([[[]], []])
    expect(kappa).toMatchObject({ value: 0, status: 'weak' })
    expect(rules[1]?.precision.status).toBe('none')
  })

  test.each([
    [46.2, 53.1, 50],
    [0.9, 1.4, 1],
    [1.1, 1.9, 1.5],
    [2, 3, 3],
    [-3, 4, 0],
    [-8.7, -4.2, -5],
    [1234.5, 1234.6, 1234.6],
    [0.00012, 0.00019, 0.00015],
    [5, 5.000_000_000_1, 5.000_000_000_1],
  ])('between %f and %f the roundest is %f', (low, high, expected) => {
    const { value } = roundestBetween(low, high)
    expect(value).toBeCloseTo(expected, 9)
    expect(value > low && value <= high).toBe(true)
  })
})

describe('what sets a cluster apart', () => {
  test('ranks measures, tells directions, and leaves noise unnamed', () => {
    const { measures, labels } = kinds(2000)
    const scaling = fitScaling(measures)
    const profiles = setsApart(measures, labels, { k: 3, scaling })
    const [low, , loyal] = profiles
    expect(low?.trademarks[0]).toMatchObject({
      measure: 'spend',
      direction: 'lower',
      word: 'large',
    })
    expect(loyal?.trademarks.map((t) => t.word)).toEqual(['large', 'large', 'none'])
    expect(loyal?.trademarks[2]?.measure).toBe('noise')
    expect(profiles.reduce((sum, p) => sum + p.share, 0)).toBeCloseTo(1, 12)
  })

  test('by hand: means 2 and 5 with variance 1 on both sides', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6)
    const [first] = setsApart([{ name: 'x', values }], Int32Array.of(0, 0, 0, 1, 1, 1), { k: 2 })
    expect(first?.trademarks[0]).toMatchObject({ inside: 2, outside: 5, direction: 'lower' })
    expect(first?.trademarks[0]?.difference.value).toBeCloseTo(-3, 12)
  })
})
