/** Every programme under `examples` loads and gives the members written down beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateProgramme } from '../src/engine/run/index.ts'
import { openTestFolder } from './kit/folder.ts'

interface Expected {
  readonly asOf: string
  readonly population: readonly string[]
  readonly members: Readonly<Record<string, readonly string[]>>
}

const root = join(import.meta.dirname, '../examples')
const examples = readdirSync(root).filter((name) => existsSync(join(root, name, 'expected.json')))

describe('examples', () => {
  test('there are some', () => expect(examples.length).toBeGreaterThan(0))
  test.each(examples)('%s', async (name) => {
    const expected: Expected = JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8'))
    const shop = await openTestFolder(join(root, name))
    try {
      const data = join(root, name, 'data')
      const reports = await shop.load(readdirSync(data).map((file) => join(data, file)))
      expect(reports.map((r) => r.rejected)).toEqual(reports.map(() => 0))
      const report = await evaluateProgramme(shop.programme, { asOf: expected.asOf, locale: 'en' })
      expect(report.snapshot.population).toBe(expected.population.length)
      for (const [segment, ids] of Object.entries(expected.members))
        expect([segment, await shop.members(segment)]).toEqual([segment, ids])
    } finally {
      await shop.close()
    }
  })
})
