/** The state carried on over three shards: the rebuilt one, the interpreter's members, and both readings of the past. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../../src/core/base/index.ts'
import type { BoundDefinition, CustomerHistory } from '../../../src/core/segment/index.ts'
import { advance } from '../../../src/engine/run/evaluation/advance.ts'
import { compact } from '../../../src/engine/run/evaluation/compact.ts'
import { evaluate } from '../../../src/engine/run/evaluation/evaluate.ts'
import {
  readIds,
  readMembers,
  requireSnapshot,
} from '../../../src/engine/run/evaluation/members.ts'
import { heldAt, heldKeys } from '../../../src/engine/run/evaluation/past/held.ts'
import { recomputedKeys } from '../../../src/engine/run/evaluation/past/recomputed.ts'
import { verify } from '../../../src/engine/run/evaluation/verify.ts'
import type { Handle } from '../../../src/engine/run/handle.ts'
import { startCluster, type TestServer } from '../../kit/cluster.ts'
import { openTestStore, type TestStore } from '../../kit/store.ts'
import { factsOf, knownBy, membersAt, touchedBy } from './arriving.ts'
import { anyDefinitions } from '../bound-arbitrary.ts'
import { lawHandle } from '../law-handle.ts'
import { LAW_CATALOGUE } from '../catalogue.ts'
import { anyCustomers, toHistories } from '../facts-arbitrary.ts'
import { anyAsOf } from '../instants.ts'
import { storeFacts } from '../store-facts.ts'

const DEFINITIONS = 10
const DAY = 86_400_000
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

let server: TestServer
let store: TestStore
let handle: Handle

beforeAll(async () => {
  server = await startCluster(3)
  store = await openTestStore({ clickhouseUrl: server.clickhouseUrl })
  handle = await lawHandle(store)
})

afterAll(async () => {
  await store.close()
  await server.stop()
})

function idsAt(
  definitions: readonly BoundDefinition[],
  histories: readonly CustomerHistory[],
  segment: string,
  asOf: Instant,
): readonly string[] {
  return histories
    .filter((history) => membersAt(definitions, history, asOf).has(segment))
    .map((history) => history.customerId)
    .toSorted()
}

test('on three shards too, carrying on is computing anew', { timeout: 600_000 }, async () => {
  const [one] = fc.sample(fc.tuple(anyDefinitions(DEFINITIONS), anyCustomers(24), anyAsOf), {
    numRuns: 1,
    seed: SEED,
  })
  if (one === undefined) throw new Error('nothing to test')
  const [definitions, customers, start] = one
  const ends = [start + 3 * 3_600_000, start + DAY, start + DAY]
  const histories = toHistories(customers, [start, ...ends])
  const facts = factsOf(histories, (_, n) => (n * 7919) % 4)
  const inForce = { definitions, texts: new Map<string, string>() }
  const said = (segment: string, at: Instant, ids: readonly string[]): unknown[] => [
    SEED,
    segment,
    at,
    ids.toSorted(),
  ]
  await storeFacts(handle.analytics, LAW_CATALOGUE, knownBy(histories, facts, 0))
  await evaluate(handle, { ...inForce, asOf: start, computedAt: start })
  for (const [i, to] of ends.entries()) {
    const known = knownBy(histories, facts, i + 1)
    await storeFacts(handle.analytics, LAW_CATALOGUE, known)
    const touched = [touchedBy(facts.filter((fact) => fact.step === i + 1))]
    // The last step is a base of its own, so that the past is read across one.
    if (i === 2) await compact(handle, await requireSnapshot(handle), to)
    await advance(handle, { ...inForce, to, computedAt: to + i, touched })
    const found = await verify(handle, { ...inForce, computedAt: to + i })
    expect({ seed: SEED, differences: found.differences }).toEqual({ seed: SEED, differences: [] })
    expect(found.held).toBe(found.rebuilt)
    for (const { segment } of definitions) {
      const { customerIds, total } = await readMembers(handle, segment, { limit: 1000 })
      expect(said(segment, to, customerIds)).toEqual(
        said(segment, to, idsAt(definitions, known, segment, to)),
      )
      expect(total).toBe(customerIds.length)
    }
  }
  const final = knownBy(histories, facts, ends.length)
  const numbers = (await requireSnapshot(handle)).segments
  for (const [i, at] of [start, ...ends.slice(0, 2)].entries()) {
    const known = knownBy(histories, facts, i)
    const held = await heldAt(handle, i === 2 ? at + 1 : at)
    for (const { segment } of definitions) {
      const then = await readIds(
        handle,
        heldKeys(handle, held, numbers.get(segment)?.number ?? 0),
        {
          limit: 1000,
        },
      )
      expect(said(segment, at, then.customerIds)).toEqual(
        said(segment, at, idsAt(definitions, known, segment, at)),
      )
      const now = await recomputedKeys(handle, { definitions, segment, asOf: at })
      const ids = (await readIds(handle, now, { limit: 1000 })).customerIds
      expect(said(segment, at, ids)).toEqual(
        said(segment, at, idsAt(definitions, final, segment, at)),
      )
    }
  }
})
