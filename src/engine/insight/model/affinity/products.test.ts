// Numbers of products stay, and are never given twice.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersAfter, numbersFor } from './products.ts'

const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 })

test('a product keeps its number through any runs, and no two have had the same', () => {
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (runs) => {
      const given = new Map<string, number>()
      let before: unknown
      for (const products of runs) {
        const numbers = numbersFor(products, before)
        for (const [i, name] of products.entries()) {
          expect(given.get(name) ?? numbers[i]).toBe(numbers[i])
          given.set(name, numbers[i] ?? 0)
        }
        before = { products: numbersAfter({ products, numbers }, before) }
      }
      expect(new Set(given.values()).size).toBe(given.size)
      expect(Math.min(...given.values())).toBe(1)
    }),
  )
})
