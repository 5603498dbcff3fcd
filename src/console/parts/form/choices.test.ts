/** Proves that what was chosen keeps the order in which it was chosen. */
import { expect, test } from 'vitest'
import { inOrder } from './choices.tsx'

test('what stays keeps its place and what is new comes last, whatever order a list reports', () => {
  expect(inOrder(['vip', 'new'], ['lapsing', 'new', 'vip'])).toEqual(['vip', 'new', 'lapsing'])
  expect(inOrder(['vip', 'new', 'lapsing'], ['lapsing', 'vip'])).toEqual(['vip', 'lapsing'])
  expect(inOrder([], ['a', 'b'])).toEqual(['a', 'b'])
  expect(inOrder(['a'], [])).toEqual([])
})
