/** Nearest names: slips people make. */
import { expect, test } from 'vitest'
import { nearest } from './index.ts'

test.each([
  ['contry', 'country'],
  ['coutnry', 'country'],
  ['Country', 'country'],
  ['purchse', 'purchase'],
  ['timezone', 'timeZone'],
  ['city', 'city'],
  ['xyz', undefined],
  ['', undefined],
])('%s -> %s', (typed, meant) => {
  expect(nearest(typed, ['country', 'county', 'purchase', 'timeZone', 'city'])).toBe(meant)
})
