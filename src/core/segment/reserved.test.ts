/** Two rooms know which words are reserved; they must know the same ones. */
import { expect, test } from 'vitest'
import { RESERVED_WORDS as WARNED_OF } from '../catalog/index.ts'
import { RESERVED_WORDS } from './index.ts'

test('[PARSE-4] names that need backticks are those that the catalogue warns of', () => {
  expect([...WARNED_OF].sort()).toEqual([...RESERVED_WORDS].sort())
})
