/**
 * The laws of the state carried on: whatever arrives, late or early, and however the clock ticks, it is the state
 * computed anew, digest for digest; and for facts that came on time the history says when the truth changed.
 */
import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/base/index.ts'
import { sql } from '../../../src/core/sql/index.ts'
import { type BoundDefinition, type CustomerHistory } from '../../../src/core/segment/index.ts'
import { advance } from '../../../src/engine/run/evaluation/advance.ts'
import { evaluate } from '../../../src/engine/run/evaluation/evaluate.ts'
import { instant } from '../../../src/engine/run/evaluation/generation/state.ts'
import { readNumbers } from '../../../src/engine/run/evaluation/generation/numbers.ts'
import { readMembers } from '../../../src/engine/run/evaluation/members.ts'
import { verify } from '../../../src/engine/run/evaluation/verify.ts'
import type { Handle } from '../../../src/engine/run/handle.ts'
import { openTestStore, type TestStore } from '../../kit/store.ts'
import { factsOf, knownBy, membersAt, touchedBy, turnsOf } from './arriving.ts'
import { anyDefinitions } from '../bound-arbitrary.ts'
import { lawHandle } from '../law-handle.ts'
import { LAW_CATALOGUE } from '../catalogue.ts'
import { anyCustomers, toHistories } from '../facts-arbitrary.ts'
import { anyAsOf } from '../instants.ts'
import { keyOf, storeFacts } from '../store-facts.ts'

const RUNS = Number(process.env['LAW_REPLAY_RUNS'] ?? 3)
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)
const DEFINITIONS = 16
const DAY = 86_400_000

let store: TestStore | undefined
afterEach(async () => {
  await store?.close()
  store = undefined
})

async function freshHandle(): Promise<Handle> {
  // Opened before the other is closed: the engines go on.
  const before = store
  store = await openTestStore()
  await before?.close()
  const handle = await lawHandle(store)
  return handle
}

async function expectState(
  handle: Handle,
  definitions: readonly BoundDefinition[],
  histories: readonly CustomerHistory[],
  asOf: Instant,
): Promise<void> {
  const expected = histories.map((h) => membersAt(definitions, h, asOf))
  for (const { segment } of definitions) {
    const { customerIds, total } = await readMembers(handle, segment, { limit: 1000 })
    const wanted = histories
      .filter((_, i) => expected[i]?.has(segment) === true)
      .map((h) => h.customerId)
    const found = customerIds.toSorted()
    if (JSON.stringify(found) !== JSON.stringify(wanted.toSorted())) {
      const definition = definitions.find((d) => d.segment === segment)
      const odd = histories.filter(
        (h) => found.includes(h.customerId) !== wanted.includes(h.customerId),
      )
      throw new Error(`${segment} at ${asOf}: ${JSON.stringify({ definition, odd })}`)
    }
    expect([segment, total]).toEqual([segment, wanted.length])
  }
}

/** Where time moves values along a curve, what comes and goes at once may be missing among the possible instants. */
function isCurved(definition: BoundDefinition): boolean {
  const text = JSON.stringify(definition.condition)
  return /"(daysSince|yearsSince|elapsed)"/.test(text) && /"op":"[*/]"/.test(text)
}

/** A counterexample fills screens: the seed brings it back. */
async function holdsAlways<T>(property: fc.IAsyncProperty<T>): Promise<void> {
  const found = await fc.check(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
  if (found.failed) throw new Error(`LAW_SEED=${SEED}`, { cause: found.errorInstance })
}

const anyTicks = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 2 * DAY })),
  { minLength: 2, maxLength: 4 },
)

/** Calls that come too often: customers who are due again each millisecond are right and never done. */
function endless(): () => void {
  let rounds = 0
  return () => {
    rounds++
    if (rounds > 3000) throw new Error(`an advance that does not end, seed ${SEED}`)
  }
}

test(
  'whatever arrives and however the clock ticks, the state is the rebuilt one',
  { timeout: 900_000 },
  async () => {
    const tally = { ticks: 0, changes: 0, evaluated: 0 }
    const property = fc.asyncProperty(
      anyDefinitions(DEFINITIONS),
      anyCustomers(14),
      anyAsOf,
      anyTicks,
      fc.nat(),
      async (definitions, customers, start, ticks, seed) => {
        const handle = await freshHandle()
        const ends = ticks.map((_, i) => start + ticks.slice(0, i + 1).reduce((a, b) => a + b, 0))
        const histories = toHistories(customers, [start, ...ends])
        // Facts arrive in any step, whatever their instants.
        const facts = factsOf(histories, (_, n) => ((seed + n * 7919) % (ticks.length + 2)) - 1)
        const inForce = { definitions, texts: new Map<string, string>() }
        await storeFacts(handle.analytics, LAW_CATALOGUE, knownBy(histories, facts, 0))
        await evaluate(handle, { ...inForce, asOf: start, computedAt: start })
        for (const [i, to] of ends.entries()) {
          const known = knownBy(histories, facts, i + 1)
          await storeFacts(handle.analytics, LAW_CATALOGUE, known)
          const some = facts.filter((f) => f.step === i + 1)
          const touched = some.length === 0 ? [] : [touchedBy(some)]
          const onRound = endless()
          const done = await advance(handle, { ...inForce, to, computedAt: to, touched, onRound })
          tally.ticks++
          tally.evaluated += done.evaluated
          const found = await verify(handle, { ...inForce, computedAt: to })
          expect({ seed: SEED, differences: found.differences }).toEqual({
            seed: SEED,
            differences: [],
          })
          expect(found.held).toBe(found.rebuilt)
          await expectState(handle, definitions, known, to)
        }
        const [row] = await handle.analytics.query<{ n: string }>(
          sql`SELECT count() AS n FROM member_change`,
        )
        tally.changes += Number(row?.n)
      },
    )
    await holdsAlways(property)
    console.log(`seed ${SEED}: ${JSON.stringify(tally)}`)
    expect(tally.changes).toBeGreaterThan(0)
  },
)

test(
  'for facts on time, the history is every change of the truth, at its instant, and nothing else',
  { timeout: 900_000 },
  async () => {
    const tally = { changes: 0, byTime: 0 }
    const property = fc.asyncProperty(
      anyDefinitions(DEFINITIONS),
      anyCustomers(12),
      anyAsOf,
      anyTicks,
      async (definitions, customers, start, ticks) => {
        const handle = await freshHandle()
        const ends = ticks.map((_, i) => start + ticks.slice(0, i + 1).reduce((a, b) => a + b, 0))
        const histories = toHistories(customers, [start, ...ends])
        // Each arrives in the tick in which it happens; those that happen after the end never do.
        const stepOf = (at: Instant): number =>
          at <= start ? 0 : ends.findIndex((to) => at <= to) + 1 || 99
        const facts = factsOf(histories, stepOf)
        const inForce = { definitions, texts: new Map<string, string>() }
        await storeFacts(handle.analytics, LAW_CATALOGUE, knownBy(histories, facts, 0))
        await evaluate(handle, { ...inForce, asOf: start, computedAt: start })
        for (const [i, to] of ends.entries()) {
          await storeFacts(handle.analytics, LAW_CATALOGUE, knownBy(histories, facts, i + 1))
          const some = facts.filter((f) => f.step === i + 1)
          const touched = some.length === 0 ? [] : [touchedBy(some)]
          await advance(handle, { ...inForce, to, computedAt: to, touched, onRound: endless() })
        }
        const numbers = new Map([...(await readNumbers(handle))].map(([key, n]) => [n, key]))
        const rows = await handle.analytics.query<{
          n: number
          key: string
          entered: number
          at: string
          cause: string
        }>(
          sql`SELECT segment_number AS n, customer_key AS key, entered, toUnixTimestamp64Milli(at) AS at, cause FROM member_change
          WHERE segment_number < 65535 AND at > ${instant(start)}`,
        )
        const final = knownBy(histories, facts, ends.length)
        const range = { from: start, to: ends.at(-1) ?? start }
        const expected = final.flatMap((h, i) => turnsOf(definitions, h, String(keyOf(i)), range))
        const found = rows.map(
          (row) => `${row.key} ${numbers.get(row.n)} ${row.entered === 1 ? 'in' : 'out'} ${row.at}`,
        )
        const [more, none] = [new Set(found), new Set(expected)]
        const isBrief = (one: string): boolean => {
          const [key, segment = '', way, text] = one.split(' ')
          const history = final.find((_, i) => String(keyOf(i)) === key)
          if (history === undefined || !definitions.some(isCurved)) return false
          const [now, before] = [0, 1].map((ms) =>
            membersAt(definitions, history, Number(text) - ms).has(segment),
          )
          return now !== before && now === (way === 'in')
        }
        const wrong = {
          surplus: found.filter((one) => !none.has(one) && !isBrief(one)),
          missing: expected.filter((one) => !more.has(one)),
        }
        if (wrong.surplus.length + wrong.missing.length > 0) {
          const odd = [...wrong.surplus, ...wrong.missing].map((one) => one.split(' '))
          throw new Error(
            JSON.stringify({
              ...wrong,
              definitions: definitions.filter((d) => odd.some(([, key]) => key === d.segment)),
              histories: final.filter((_, i) => odd.some(([key]) => key === String(keyOf(i)))),
            }),
          )
        }
        expect(found.length).toBe(more.size)
        tally.changes += found.length
        tally.byTime += rows.filter((row) => row.cause === 'time').length
      },
    )
    await holdsAlways(property)
    console.log(`seed ${SEED}: ${JSON.stringify(tally)}`)
    expect(tally.changes).toBeGreaterThan(0)
  },
)
