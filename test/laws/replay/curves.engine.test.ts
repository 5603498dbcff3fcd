/** Comparisons that time moves along curves change at their instants, found in few rounds however long nobody looked. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check, type BoundDefinition } from '../../../src/core/segment/index.ts'
import { sql } from '../../../src/core/sql/index.ts'
import { advance } from '../../../src/engine/run/evaluation/advance.ts'
import { evaluate } from '../../../src/engine/run/evaluation/evaluate.ts'
import { readNumbers } from '../../../src/engine/run/evaluation/generation/numbers.ts'
import { verify } from '../../../src/engine/run/evaluation/verify.ts'
import type { Handle } from '../../../src/engine/run/handle.ts'
import { openTestStore, type TestStore } from '../../kit/store.ts'
import { membersAt, turnsOf } from './arriving.ts'
import { lawHandle } from '../law-handle.ts'
import { LAW_CATALOGUE } from '../catalogue.ts'
import { anyCustomers, toHistories } from '../facts-arbitrary.ts'
import { keyOf, storeFacts } from '../store-facts.ts'

const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)
const START = Date.parse('2026-05-31T10:15:30.123Z')
const DAY = 86_400_000
/** Every curve bends one way in the time that is looked at. */
const TEXTS = [
  '100 / days since last(purchase) > 3.7',
  'days since first(purchase) * days since last(purchase) > 400',
  'days since last(purchase) / days since first(purchase) >= 0.5',
  'count(purchase) / days since first(purchase) < 0.01',
  '(days since last(purchase) + 3) * (days since last(visit) + 2) <= 5000',
  'days since last(visit) * days since last(purchase) * days since first(purchase) > 20000',
  '1 / (days since last(purchase) - 40) is known',
  'days since last(purchase) / (days since last(visit) + 1) in (1, 2)',
]

let store: TestStore
let handle: Handle

beforeAll(async () => {
  store = await openTestStore()
  handle = await lawHandle(store)
})

afterAll(() => store.close())

function definitionOf(text: string, i: number): BoundDefinition {
  const context = {
    catalogue: LAW_CATALOGUE,
    timeZone: 'UTC',
    currency: 'EUR',
    measures: {},
  }
  const checked = check(text, context, `curve${i}`)
  if (!checked.ok) throw new Error(`${text}: ${JSON.stringify(checked.issues)}`)
  return checked.value.bound
}

test('changes along curves bear their instants', { timeout: 600_000 }, async () => {
  const definitions = TEXTS.map(definitionOf)
  const inForce = { definitions, texts: new Map<string, string>() }
  const [customers = []] = fc.sample(anyCustomers(24), { numRuns: 1, seed: SEED })
  const histories = toHistories(customers, [START, START - 20 * DAY])
  await storeFacts(handle.analytics, LAW_CATALOGUE, histories)
  await evaluate(handle, { ...inForce, asOf: START, computedAt: START })
  const to = START + 40 * DAY
  let rounds = 0
  await advance(handle, { ...inForce, to, computedAt: to, onRound: () => void rounds++ })
  const keys = new Map([...(await readNumbers(handle))].map(([key, n]) => [n, key]))
  const rows = await handle.analytics.query<{
    n: number
    key: string
    entered: number
    at: string
  }>(
    sql`SELECT segment_number AS n, customer_key AS key, entered, toUnixTimestamp64Milli(at) AS at
      FROM member_change WHERE segment_number < 65535`,
  )
  const found = rows.map(
    (row) => `${row.key} ${keys.get(row.n)} ${row.entered === 1 ? 'in' : 'out'} ${row.at}`,
  )
  const expected = histories.flatMap((history, i) =>
    turnsOf(definitions, history, String(keyOf(i)), { from: START, to }),
  )
  // What comes and goes within a step of the interpreter's search is only found by the plan.
  const missing = expected.filter((one) => !found.includes(one))
  expect({ seed: SEED, missing }).toEqual({ seed: SEED, missing: [] })
  expect(expected.length).toBeGreaterThan(0)
  for (const row of rows) {
    const history = histories.find((_, i) => String(keyOf(i)) === row.key)
    if (history === undefined) throw new Error('somebody unknown')
    const [before, now] = [1, 0].map((ms) =>
      membersAt(definitions, history, Number(row.at) - ms).has(keys.get(row.n) ?? ''),
    )
    expect([SEED, row, before, now]).toEqual([SEED, row, row.entered === 0, row.entered === 1])
  }
  const checked = await verify(handle, { ...inForce, computedAt: to })
  expect({ seed: SEED, differences: checked.differences }).toEqual({ seed: SEED, differences: [] })
  console.log(`seed ${SEED}: ${found.length} changes (${expected.length}) in ${rounds} rounds`)
  expect(rounds).toBeLessThan(100)
})
