/** Nothing may be published that does not add up. */
import { expect, test } from 'vitest'
import { assertAddsUp } from './stage.ts'

test.each([
  [{ added: 1, known: 2, rejected: 3 }, 6, true],
  [{ added: 1, known: 2, rejected: 2 }, 6, false],
  [{ added: 7, known: 0, rejected: 0 }, 6, false],
])('%j of %i', (counts, read, isRight) => {
  if (isRight) assertAddsUp(read, counts)
  else
    expect(() => assertAddsUp(read, counts)).toThrow(
      expect.objectContaining({ code: 'intake/miscounted' }),
    )
})
