// Judgements about segments: laws and tables.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../catalog/index.ts'
import { bindAll, type BoundDefinition } from '../../segment/index.ts'
import { verbatim } from '../text.ts'
import type { Aspect, NumberSums, ValueCount, WordSums } from './aspect.ts'
import { compareGroups, type Compared } from './compare.ts'
import { pickDifferences } from './pick.ts'
import {
  activationWarnings,
  closenessOf,
  gradeActionable,
  gradeLarge,
  gradeMeaningful,
  gradeStable,
  verdictOf,
  type Grade,
} from './quality.ts'
import { hiddenCounts, PRIVACY_FLOOR, shownWithin } from './small.ts'
import { usesOf } from './uses.ts'

const aspect = (key: string, more: Partial<Aspect> = {}): Aspect => ({
  key,
  area: 'people',
  label: verbatim(key),
  unit: 'number',
  uses: [],
  ...more,
})

const flag = (key: string, of: number, against: number, n: number): NumberSums => ({
  aspect: aspect(key, { unit: 'share' }),
  isFlag: true,
  of: { n, sum: of, sumSquares: of },
  against: { n, sum: against, sumSquares: against },
})

const words = (key: string, values: readonly (readonly [string, number, number])[]): WordSums => {
  const total = (side: 1 | 2): number => values.reduce((sum, value) => sum + value[side], 0)
  return {
    aspect: aspect(key, { unit: 'share' }),
    several: false,
    known: { of: total(1), against: total(2) },
    values: values.map(([value, of, against]): ValueCount => ({
      value,
      label: verbatim(value),
      of,
      against,
    })),
  }
}

const compare = (
  numbers: readonly NumberSums[],
  chars: readonly WordSums[] = [],
  n = 1000,
): readonly Compared[] =>
  compareGroups({
    sizes: { of: n, against: n, both: 0 },
    numbers,
    words: chars,
    against: 'rest',
    uses: new Set(['trait:asked']),
  })

describe('hiding small counts', () => {
  test('groups within groups are never shown so that fewer than the floor lie between two of them', () => {
    expect(shownWithin([3, 10, 15, 20, 40])).toEqual([false, false, false, true, true])
    expect(shownWithin([12, 12, 23])).toEqual([true, true, true])
    expect(shownWithin([4])).toEqual([false])
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 12 }), (steps) => {
        let sum = 0
        const counts = steps.map((step) => (sum += step))
        const shown = shownWithin(counts)
        const kept = counts.filter((_, i) => shown[i])
        for (const [i, count] of kept.entries()) {
          const apart = count - (kept[i - 1] ?? 0)
          expect(apart === 0 || apart >= PRIVACY_FLOOR).toBe(true)
        }
      }),
    )
  })
  const counts = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 })

  test('no count of a few is ever shown, and none can be worked out from the total', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const hidden = hiddenCounts(all, 'known')
        for (const [i, count] of all.entries())
          if (count < PRIVACY_FLOOR) expect(hidden[i]).toBe(true)
        const few = all.filter((count) => count > 0 && count < PRIVACY_FLOOR).length
        const rest = all.filter((_, i) => hidden[i] === true)
        // With one cell hidden the total would give it away; with one cell in all there is nothing to hide behind.
        if (few > 0 && all.length > 1) expect(rest.length).toBeGreaterThan(1)
      }),
    )
  })

  test('nobody at all hides nobody else', () => {
    expect(hiddenCounts([0, 20, 30], 'known')).toEqual([true, false, false])
    expect(hiddenCounts([5, 20, 30], 'known')).toEqual([true, true, false])
    expect(hiddenCounts([5, 20, 30], 'unknown')).toEqual([true, false, false])
  })
})

describe('comparing', () => {
  test('equal groups differ in nothing that matters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 989 }), (hits) => {
        const [one] = compare([flag('a', hits, hits, 1000)])
        expect(one?.standardised.value).toBe(0)
        expect(one?.index.value).toBeCloseTo(100, 9)
        expect(one?.relevance).toBe('no-relevant-difference')
      }),
    )
  })

  test('a sure but small difference is significant yet irrelevant, a large one is relevant', () => {
    const of = (a: number, b: number, n: number) =>
      compare([flag('a', a, b, n)], [], n)[0]?.relevance
    expect(of(51_500, 50_000, 100_000)).toBe('significant-yet-irrelevant')
    expect(of(700, 500, 1000)).toBe('relevant')
    expect(of(620, 500, 1000)).toBe('probably-relevant')
    expect(of(14, 11, 30)).toBe('unsure')
  })

  test('the largest comes first, whatever its direction; too small groups are empty and hidden', () => {
    const rows = compare([
      flag('small', 520, 500, 1000),
      flag('down', 200, 600, 1000),
      flag('few', 4, 5, 10),
    ])
    expect(rows.map((row) => row.aspect.key)).toEqual(['down', 'small', 'few'])
    const few = rows.at(-1)
    expect(few?.hidden).toBe(true)
    expect(few?.of.value).toBeUndefined()
    // Four who have it among many are as easily recognised as four in all.
    expect(compare([flag('rare', 4, 500, 1000)])[0]?.hidden).toBe(true)
  })

  test('missing values are counted, not compared', () => {
    const [row] = compareGroups({
      sizes: { of: 1500, against: 1200, both: 0 },
      numbers: [flag('a', 500, 500, 1000)],
      words: [],
      against: 'rest',
      uses: new Set(),
    })
    expect(row?.missing).toEqual({ of: 500, against: 200 })
    expect(row?.of.n).toBe(1000)
  })

  test('values with a few members are left empty on both sides', () => {
    const rows = compare(
      [],
      [
        words('country', [
          ['BR', 700, 400],
          ['PT', 295, 580],
          ['XX', 5, 20],
        ]),
      ],
    )
    const of = (value: string) => rows.find((row) => row.value?.value === value)
    expect(of('XX')?.hidden).toBe(true)
    expect(of('PT')?.hidden).toBe(true)
    expect(of('BR')?.hidden).toBe(false)
    expect(of('BR')?.index.value).toBeCloseTo((100 * 0.7) / 0.55, 6)
  })
})

test('each thing is told once, what the definition asks for apart', () => {
  const asked = {
    ...flag('asked', 900, 100, 1000),
    aspect: aspect('asked', { uses: ['trait:asked'] }),
  }
  const compared = compare(
    [asked, flag('clear', 700, 300, 1000), flag('none', 500, 500, 1000)],
    [
      words('country', [
        ['BR', 800, 300],
        ['PT', 200, 700],
      ]),
    ],
    1500,
  )
  const picked = pickDifferences(compared, { most: 5, sizes: { of: 1500, against: 1500 } })
  expect(picked.tell.map((one) => one.aspect.key)).toEqual(['country', 'clear'])
  expect(picked.byDefinition.map(({ key }) => key)).toEqual(['asked'])
  // Of a third of both groups nothing is known.
  expect(picked.gaps.map((gap) => gap.of)).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3])
})

test('rare things differ by little and by much in proportion; what nobody was told of is no gap', () => {
  const sizes = { of: 21_000, against: 21_000 }
  const compared = compare(
    [
      flag('bought', 263, 120, 21_000),
      flag('owns', 11_500, 11_000, 21_000),
      flag('never', 0, 0, 0),
    ],
    [],
    21_000,
  )
  const picked = pickDifferences(compared, { most: 5, sizes })
  expect(picked.tell).toEqual([])
  expect(picked.proportionate.map(({ aspect: { key } }) => key)).toEqual(['bought'])
  expect(picked.irrelevant.map(({ key }) => key)).toEqual(['owns'])
  expect(picked.gaps).toEqual([])
})

describe('what a definition asks about', () => {
  const text = { type: 'text', required: false, sensitivity: 'none', label: {} } as const
  const catalogue: Catalogue = {
    traits: { country: { name: 'country', ...text }, plan: { name: 'plan', ...text } },
    trees: {},
    products: {},
    scores: { clv: { name: 'clv', label: {}, unit: 'money' } },
    events: {
      purchase: {
        name: 'purchase',
        label: {},
        properties: {
          amount: { ...text, name: 'amount', type: 'money' },
          channel: { name: 'channel', ...text },
        },
        elements: {
          item: { name: 'item', label: {}, properties: { brand: { name: 'brand', ...text } } },
        },
      },
    },
  }
  const bound = (text: string, key = 'one'): BoundDefinition => {
    const context = { catalogue, currency: 'EUR', timeZone: 'UTC', measures: {} }
    const read = bindAll([{ key, text }], { ...context, segments: ['one', 'other'] }).get(key)
    if (read?.ok !== true) throw new Error(JSON.stringify(read?.issues))
    return read.value
  }
  test.each([
    ['country = "BR"', ['trait:country']],
    ['count(purchase) > 3', ['event:purchase']],
    [
      'sum(purchase.amount where channel = "web") > 3',
      ['event:purchase', 'event:purchase.amount', 'event:purchase.channel'],
    ],
    ['any(purchase where any item (brand = "x"))', ['event:purchase', 'event:purchase.brand']],
    ['score(clv) > 3', ['score:clv']],
    ['plan = "a" for at least 9 days', ['trait:plan']],
  ])('%s', (definition, uses) => {
    expect([...usesOf(bound(definition))].toSorted()).toEqual(uses)
  })
  test('through other segments', () => {
    const other = bound('country = "BR"', 'other')
    expect([...usesOf(bound('in segment "other"'), () => other)]).toEqual(['trait:country'])
  })
})

describe('is a segment good', () => {
  test.each([
    [{ both: 100, onlyFirst: 0, onlySecond: 0 }, 'same'],
    [{ both: 90, onlyFirst: 5, onlySecond: 5 }, 'near-duplicate'],
    [{ both: 100, onlyFirst: 2, onlySecond: 900 }, 'inside'],
    [{ both: 50, onlyFirst: 50, onlySecond: 50 }, 'overlapping'],
    [{ both: 1, onlyFirst: 99, onlySecond: 99 }, 'apart'],
    [{ both: 0, onlyFirst: 0, onlySecond: 0 }, 'apart'],
  ] as const)('%o is %s', (parts, closeness) => {
    expect(closenessOf(parts).closeness).toBe(closeness)
  })

  test.each([
    [10, 'fail'],
    [11, 'care'],
    [49, 'care'],
    [50, 'pass'],
  ] as const)('%i members: %s', (members, grade) => expect(gradeLarge(members)).toBe(grade))

  test('what cannot be told is not called fine', () => {
    expect(gradeStable({ monthly: undefined, drift: undefined, roughness: undefined })).toBe(
      'unknown',
    )
    expect(gradeStable({ monthly: 0.8, drift: 'stable', roughness: 0.1 })).toBe('pass')
    expect(gradeStable({ monthly: 0.7, drift: 'stable', roughness: 0.1 })).toBe('care')
    expect(gradeStable({ monthly: 0.8, drift: 'shifted', roughness: 0.1 })).toBe('care')
    expect(gradeStable({ monthly: 0.8, drift: 'unsure', roughness: 0.5 })).toBe('care')
    expect(gradeActionable(undefined)).toBe('unknown')
    expect(gradeActionable(0)).toBe('fail')
    expect(gradeMeaningful([])).toBe('unknown')
  })

  test('a verdict is as good as its worst answer', () => {
    const grades = (more: Partial<Record<'distinct' | 'large', Grade>>) =>
      verdictOf({
        distinct: 'pass',
        meaningful: 'pass',
        actionable: 'pass',
        stable: 'pass',
        large: 'pass',
        fair: 'pass',
        explained: 'pass',
        ...more,
      })
    expect(grades({})).toBe('good')
    expect(grades({ distinct: 'care' })).toBe('with-care')
    expect(grades({ distinct: 'unknown' })).toBe('with-care')
    expect(grades({ distinct: 'care', large: 'fail' })).toBe('not-yet')
  })

  test('before activation: too few, or the same as another', () => {
    const kinds = (members: number, others: Parameters<typeof activationWarnings>[1] = []) =>
      activationWarnings(members, others).map(({ kind, other }) => `${kind} ${other ?? ''}`.trim())
    expect(kinds(5)).toEqual(['under-privacy-floor'])
    expect(kinds(20)).toEqual(['under-activation-floor'])
    const other = { key: 'b', members: 100, both: 90 }
    expect(kinds(100, [other])).toEqual(['near-duplicate b'])
    expect(kinds(100, [{ ...other, both: 88 }])).toEqual([])
    // Of a handful nothing is told.
    expect(kinds(5, [{ key: 'b', members: 5, both: 5 }])).toEqual(['under-privacy-floor'])
  })
})
