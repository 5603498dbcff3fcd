/** Segments over real data have the members that SQL written by hand finds in the raw files. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DATA, holdByHand, openReal } from './kit/real.ts'

const root = join(import.meta.dirname, 'real')
// A set with a test of its own is held there.
const sets = readdirSync(root).filter(
  (name) =>
    existsSync(join(root, name, 'case.json')) && !existsSync(join(root, `${name}.engine.test.ts`)),
)

describe.skipIf(!existsSync(DATA))('real data (skipped where ../shared/data is absent)', () => {
  test.each(sets)('%s', async (name) => {
    const real = await openReal(name)
    try {
      await holdByHand(name, real)
    } finally {
      await real.close()
    }
    expect(sets.length).toBeGreaterThan(2)
  })
})
