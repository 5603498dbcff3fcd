/** Proves that pasted ids are read as people mean them. */
import { expect, test } from 'vitest'
import { idsIn } from './id-text.ts'

test.each([
  ['C1\nC2\r\nC3', ['C1', 'C2', 'C3']],
  ['C1, C2;C3\tC4', ['C1', 'C2', 'C3', 'C4']],
  ['"C 1"\n\'C2\'', ['C 1', 'C2']],
  ['C1\n\nC1\n  ', ['C1']],
  ['', []],
])('%j', (text, ids) => {
  expect(idsIn(text)).toEqual(ids)
})
