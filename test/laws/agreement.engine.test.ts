/** The law: members by the reference evaluator are members by the compiled SQL, on random bases, definitions and instants. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { differences, membersByInterpreter, membersBySql } from './agreement.ts'
import { anyDefinitions } from './bound-arbitrary.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { anyAsOf } from './instants.ts'
import { storeFacts } from './store-facts.ts'

/** Cases are definitions times instants, each over a whole base. */
const WANTED_CASES = 20_000
const DEFINITIONS = 48
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

test('SQL members are interpreter members', { timeout: 900_000 }, async () => {
  const { analytics } = kit.store
  let cases = 0
  const property = fc.asyncProperty(
    anyDefinitions(DEFINITIONS),
    anyCustomers(24),
    fc.array(anyAsOf, { minLength: 3, maxLength: 3 }),
    async (definitions, customers, asOfs) => {
      const histories = toHistories(customers, asOfs)
      await storeFacts(analytics, LAW_CATALOGUE, histories)
      for (const asOf of asOfs) {
        const one = { definitions, histories, asOf }
        const found = await membersBySql(analytics, LAW_CATALOGUE, one)
        expect(differences(membersByInterpreter(one), found)).toEqual([])
        cases += definitions.length
      }
    },
  )
  const begun = performance.now()
  const runs = Math.ceil(WANTED_CASES / (DEFINITIONS * 3))
  await fc.assert(property, {
    seed: SEED,
    numRuns: Number(process.env['LAW_RUNS'] ?? runs),
    endOnFailure: process.env['LAW_SHRINK'] === undefined,
  })
  console.log(
    `${cases} cases agreed, seed ${SEED}, ${Math.round((performance.now() - begun) / 1000)} s`,
  )
})
