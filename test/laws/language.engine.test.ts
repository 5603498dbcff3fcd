/** The whole way: random definitions as text, read, bound to the catalogue, compiled; members are those of the reference. */
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bind, parse, print, type BoundDefinition } from '../../src/core/segment/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { differences, membersByInterpreter, membersBySql } from './agreement.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyDefinition } from './definition-arbitrary.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { LAW_INGREDIENTS } from './ingredients.ts'
import { anyAsOf } from './instants.ts'
import { storeFacts } from './store-facts.ts'

const WANTED_CASES = Number(process.env['LANGUAGE_LAW_CASES'] ?? 500)
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)
const DEFINITIONS = 40

/** Two definitions that refer to none, and the others, which may refer to those two. */
const texts = fc
  .tuple(
    fc.array(anyDefinition(LAW_INGREDIENTS), { minLength: 2, maxLength: 2 }),
    fc.array(anyDefinition({ ...LAW_INGREDIENTS, segments: ['s0', 's1'] }), {
      minLength: DEFINITIONS - 2,
      maxLength: DEFINITIONS - 2,
    }),
  )
  .map(([base, others]) => [...base, ...others].map(print))

function bound(text: string, index: number): BoundDefinition {
  const read = parse(text)
  if (!read.ok) throw new Error(`${text}\n${JSON.stringify(read.issues)}`)
  const context = {
    catalogue: LAW_CATALOGUE,
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    measures: {},
  }
  const result = bind(read.value.definition, context, { segment: `s${index}` })
  if (!result.ok) throw new Error(`${text}\n${JSON.stringify(result.issues)}`)
  return result.value
}

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

test('definitions as people write them have the same members in both evaluators', async () => {
  let cases = 0
  let mixed = 0
  await fc.assert(
    fc.asyncProperty(texts, anyCustomers(16), anyAsOf, async (written, customers, asOf) => {
      const definitions = written.map(bound)
      const histories = toHistories(customers, [asOf])
      await storeFacts(kit.store.analytics, LAW_CATALOGUE, histories)
      const one = { definitions, histories, asOf }
      const expected = membersByInterpreter(one)
      const found = await membersBySql(kit.store.analytics, LAW_CATALOGUE, one)
      const wrong = differences(expected, found)
      const blamed = written.filter((_, i) =>
        wrong.some((line) => line.includes(`s${i} `) || line.includes(`s${i}:`)),
      )
      if (wrong.length > 0)
        throw new Error(`${wrong.join('\n')}\n${blamed.slice(0, 3).join('\n\n')}`)
      cases += definitions.length
      for (const members of expected.values()) {
        if (members.size > 0 && members.size < histories.length) mixed += 1
      }
    }),
    { seed: SEED, numRuns: Math.ceil(WANTED_CASES / DEFINITIONS), endOnFailure: true },
  )
  console.log(`${cases} texts agreed (${mixed} with some customers in and some out), seed ${SEED}`)
  expect(mixed).toBeGreaterThan(cases / 10)
}, 600_000)
