/** The laws of the compiler: SQL members are interpreter members, and many segments at once are each one alone. */
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { differences, membersByInterpreter, membersBySql, type Case } from './agreement.ts'
import { anyDefinitions } from './bound-arbitrary.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { anyAsOf } from './instants.ts'
import { keepCase, keptCases, shrink } from './shrink.ts'
import { withRanks } from './ranks.ts'
import { aliasesOf, storeFacts } from './store-facts.ts'

/** Cases are definitions times instants, each over a whole base. */
const WANTED_CASES = Number(process.env['LAW_CASES'] ?? 2_000)
const DEFINITIONS = 48
const INSTANTS = 3
/** Instants of a run are few, so that facts placed on their edges meet. */
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

async function disagreements(one: Case): Promise<readonly string[]> {
  const found = await membersBySql(kit.store.analytics, LAW_CATALOGUE, one)
  return differences(membersByInterpreter(one), found)
}

/** Alone: its own facts in the store, and an engine that refuses the statement disagrees as well. */
async function disagreesAlone(one: Case): Promise<boolean> {
  await storeFacts(kit.store.analytics, LAW_CATALOGUE, one.histories, one.aliases)
  return await disagreements(one).then(
    (found) => found.length > 0,
    () => true,
  )
}

test.for(keptCases())('kept case %s agrees', async ([, one]) => {
  await storeFacts(kit.store.analytics, LAW_CATALOGUE, one.histories)
  expect(await disagreements(one)).toEqual([])
})

test(
  'SQL members are interpreter members; fused segments are separate ones [SEE-1] [SEE-3] [SEE-4] [NUM-1]',
  { timeout: 900_000 },
  async () => {
    const { analytics } = kit.store
    const tally = { cases: 0, mixed: 0, alone: 0 }
    const property = fc.asyncProperty(
      anyDefinitions(DEFINITIONS),
      anyCustomers(24),
      fc.array(anyAsOf, { minLength: INSTANTS, maxLength: INSTANTS }),
      fc.nat(DEFINITIONS - 1),
      async (drafts, customers, asOfs, chosen) => {
        const definitions = withRanks(drafts)
        const histories = toHistories(customers, asOfs)
        const aliases = aliasesOf(histories)
        await storeFacts(analytics, LAW_CATALOGUE, histories, aliases)
        for (const asOf of asOfs) {
          const one = { definitions, histories, asOf, aliases }
          const expected = membersByInterpreter(one)
          const fused = await membersBySql(analytics, LAW_CATALOGUE, one).catch(() => undefined)
          if (fused === undefined || differences(expected, fused).length > 0) await fail(one)
          const alone = await membersBySql(analytics, LAW_CATALOGUE, one, [`s${chosen}`])
          expect(differences(expected, alone)).toEqual([])
          tally.cases += definitions.length
          tally.alone++
          for (const members of expected.values())
            if (members.size > 0 && members.size < histories.length) tally.mixed++
        }
      },
    )
    const begun = performance.now()
    const numRuns = Math.ceil(WANTED_CASES / (DEFINITIONS * INSTANTS))
    // Disagreements are made small here, where one question costs one statement, not by generating anew.
    await fc.assert(property, { seed: SEED, numRuns, endOnFailure: true })
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.log(
      `${tally.cases} cases agreed (${tally.mixed} with some customers in and some out), ${tally.alone} definitions alone, seed ${SEED}, ${seconds} s`,
    )
    expect(tally.cases).toBeGreaterThanOrEqual(WANTED_CASES)
    // A law over empty segments would hold for any compiler.
    expect(tally.mixed).toBeGreaterThan(tally.cases / 5)
  },
)

async function fail(one: Case): Promise<never> {
  const small = await shrink(one, disagreesAlone)
  const name = keepCase(small)
  await storeFacts(kit.store.analytics, LAW_CATALOGUE, small.histories, small.aliases)
  const found = await disagreements(small).catch((error: unknown) => [String(error)])
  throw new Error(
    `seed ${SEED}, kept as test/laws/cases/${name}: ${found.join('; ')}\n${JSON.stringify(small)}`,
  )
}
