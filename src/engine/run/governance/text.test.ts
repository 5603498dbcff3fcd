// Texts compared, meanings told apart, ids read: the parts of governance that need no engine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idsInFile } from './id-file.ts'
import { overrideOf } from './known-lists.ts'
import { meaningOf } from './meaning.ts'
import { diffLines } from './text-diff.ts'

describe('a comparison of texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })

  test('holds both texts whole, and no line is both removed and added needlessly', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const lines = diffLines(from, to)
        const side = (mark: string): string[] =>
          lines.filter((l) => l.mark === ' ' || l.mark === mark).map((l) => l.text)
        expect(side('-')).toEqual(from)
        expect(side('+')).toEqual(to)
        expect(lines.filter((l) => l.mark === ' ')).toHaveLength(longestCommon(from, to))
      }),
    )
  })

  /** By trying everything that is shorter: slow and plain. */
  function longestCommon(from: readonly string[], to: readonly string[]): number {
    const [a, ...restA] = from
    const [b, ...restB] = to
    if (a === undefined || b === undefined) return 0
    if (a === b) return 1 + longestCommon(restA, restB)
    return Math.max(longestCommon(restA, to), longestCommon(from, restB))
  }
})

describe('meaning', () => {
  const measures = { spend: 'sum(purchase.amount)', basket: 'spend / count(purchase)' }
  const digest = (definition: string, more = {}, known = measures): string =>
    meaningOf({ definition, ...more }, known).digest

  test('layout and comments are no part of it, words are', () => {
    expect(digest('any(purchase)  -- why not')).toBe(digest('any( purchase )'))
    expect(digest('any(purchase)')).not.toBe(digest('any(visit)'))
    expect(digest('everyone')).not.toBe(digest('everyone', { timeZone: 'Asia/Tokyo' }))
  })

  test('measures are part of it as far as they are used, also through others', () => {
    const { measures: used } = meaningOf({ definition: 'basket > 10' }, measures)
    expect(Object.keys(used)).toEqual(['basket', 'spend'])
    const dearer = { ...measures, spend: 'sum(purchase.item.amount)' }
    expect(digest('basket > 10')).not.toBe(digest('basket > 10', {}, dearer))
    expect(digest('any(purchase)')).toBe(digest('any(purchase)', {}, dearer))
  })
})

test('a list says by its name which segment it overrides', () => {
  expect(overrideOf('segment:loyal:include')).toEqual({ segment: 'loyal', side: 'include' })
  expect(overrideOf('segment:loyal:exclude')).toEqual({ segment: 'loyal', side: 'exclude' })
  expect(overrideOf('loyal')).toBeUndefined()
})

describe('ids in a file', () => {
  test.each([
    ['C1\nC2\r\n\nC1\n', undefined, ['C1', 'C2']],
    ['customer_id\nC1\n', undefined, ['C1']],
    ['name;Customer ID\n"Ana; B";"C ""1"""\nBea;C2\n', undefined, ['C "1"', 'C2']],
    ['who,n\nC7,1\n', 'who', ['C7']],
    ['\uFEFFid\tn\n007\t1\n', undefined, ['007']],
  ])('%j by %s', (text, column, expected) => {
    expect(inFile(text, column)).toEqual(expected)
  })

  test('a column that cannot be told is refused', () => {
    const code = expect.objectContaining({ code: 'run/list-rows' }) as Error
    expect(() => inFile('who,n\nC7,1\n')).toThrow(code)
    expect(() => inFile('id,n\nC7,1\n', 'customer')).toThrow(code)
  })

  function inFile(text: string, column?: string): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-ids-'))
    const path = join(folder, 'ids.csv')
    writeFileSync(path, text)
    try {
      return idsInFile(path, column)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
})
