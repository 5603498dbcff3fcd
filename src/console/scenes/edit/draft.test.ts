/** Proves the small rules of drafts: keys, empty texts, sameness. */
import { expect, test } from 'vitest'
import { EMPTY_DRAFT, isSame, KEY_PATTERN, keyOf, tidyText } from './draft.ts'

test('a key is made of a name in any of the languages', () => {
  expect(keyOf('Já comprou 2x!')).toBe('ja-comprou-2x')
  expect(keyOf('  2 compras, já sumiu ')).toBe('compras-ja-sumiu')
  expect(keyOf('¿?')).toBe('')
  for (const name of ['Fidèles', 'x'.repeat(200), 'Two purchases, then gone']) {
    expect(keyOf(name)).toMatch(KEY_PATTERN)
  }
})

test('empty texts are left out', () => {
  expect(tidyText({ en: ' Hello ', fr: '  ' })).toEqual({ en: 'Hello' })
})

test('the revision does not make a difference, anything else does', () => {
  expect(isSame(EMPTY_DRAFT, { ...EMPTY_DRAFT, revision: 'x' })).toBe(true)
  expect(isSame(EMPTY_DRAFT, { ...EMPTY_DRAFT, name: { fr: 'x' } })).toBe(false)
})
