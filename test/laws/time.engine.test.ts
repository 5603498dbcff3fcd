/**
 * The laws of time: customers at instants of their own are as the interpreter sees them there, and between an instant
 * and the next flip that the plan names for it nothing changes, so that following the flips misses nothing.
 */
import * as fc from 'fast-check'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../src/core/base/index.ts'
import { emitSelect, PLAN_SETTINGS, weave, type At, type Plan } from '../../src/core/plan/index.ts'
import {
  isKnown,
  type BoundDefinition,
  type CustomerHistory,
} from '../../src/core/segment/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { membershipOf, numbersOf } from './agreement.ts'
import { anyDefinitions } from './bound-arbitrary.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { anyCustomers, toHistories } from './facts-arbitrary.ts'
import { anyAsOf } from './instants.ts'
import { membersAt } from './replay/arriving.ts'
import { changePoints } from './change-points.ts'
import { keyOf, storeFacts } from './store-facts.ts'

const RUNS = Number(process.env['LAW_TIME_RUNS'] ?? 6)
const DEFINITIONS = 12
const ROUNDS = 8
const PROBES = 120
const HORIZON_MS = 60 * 86_400_000
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
  await kit.store.analytics.tables.create({
    name: 'due',
    columns: [
      { name: 'customer_key', type: 'UInt64' },
      { name: 'as_of', type: "DateTime64(3, 'UTC')" },
    ],
    orderBy: ['customer_key'],
  })
})

interface State {
  readonly asOf: Instant
  readonly known: boolean
  readonly members: ReadonlySet<string>
  readonly nextFlip: Instant | undefined
}

interface Row {
  readonly customer_key: string
  readonly bits: readonly string[]
  readonly flip: string | null
  readonly now?: string
}

async function statesAt(
  plan: Plan,
  at: At,
  histories: readonly CustomerHistory[],
): Promise<Map<string, State>> {
  const { analytics } = kit.store
  const select = emitSelect(plan, { table: analytics.table, at, numbers: numbersOf(plan) })
  const own = at.kind === 'own' ? ', toUnixTimestamp64Milli(as_of) AS now' : ''
  const { raw, sql } = await import('../../src/core/sql/index.ts')
  const rows = await analytics.query<Row>(
    sql`SELECT customer_key, bits, toUnixTimestamp64Milli(next_flip) AS flip${raw(own)} FROM (${select})`,
    { settings: PLAN_SETTINGS },
  )
  const ids = new Map(histories.map((h, i) => [String(keyOf(i)), h.customerId]))
  return new Map(
    rows.map((row) => {
      const id = ids.get(row.customer_key) ?? row.customer_key
      const members = membershipOf(plan, [{ id, bits: row.bits }])
      return [
        id,
        {
          asOf: at.kind === 'fixed' ? at.asOf : Number(row.now),
          known: row.bits.length > 0,
          members: new Set([...members].filter(([, who]) => who.has(id)).map(([key]) => key)),
          nextFlip: row.flip === null ? undefined : Number(row.flip),
        },
      ]
    }),
  )
}

test(
  'time changes nothing before the next flip, and following flips misses nothing',
  { timeout: 900_000 },
  async () => {
    const { analytics } = kit.store
    const tally = { states: 0, probes: 0, changes: 0 }
    const property = fc.asyncProperty(
      anyDefinitions(DEFINITIONS),
      anyCustomers(12),
      anyAsOf,
      fc.nat(),
      async (definitions, customers, asOf, seed) => {
        const histories = toHistories(customers, [asOf])
        const byId = new Map(histories.map((h, i) => [h.customerId, { history: h, key: keyOf(i) }]))
        await storeFacts(analytics, LAW_CATALOGUE, histories)
        const plan = weave(definitions, LAW_CATALOGUE)
        const horizon = asOf + HORIZON_MS
        let states = await statesAt(plan, { kind: 'fixed', asOf }, histories)
        for (const { history } of byId.values())
          if (isKnown(history, asOf)) expect(states.has(history.customerId)).toBe(true)
        for (let round = 0; round < ROUNDS; round++) {
          for (const [id, state] of states) {
            const found = byId.get(id)
            if (found === undefined) throw new Error(`unknown ${id}`)
            const { history } = found
            tally.states++
            const where = `seed ${SEED}: ${id} at ${new Date(state.asOf).toISOString()}`
            const expected = membersAt(definitions, history, state.asOf)
            const wrong = definitions.filter(
              (d) => state.members.has(d.segment) !== expected.has(d.segment),
            )
            if (wrong.length > 0)
              throw new Error(
                `${where}, round ${round}, is wrong: ${JSON.stringify(wrong)} ${JSON.stringify(history)}`,
              )
            expect([where, state.known]).toEqual([where, isKnown(history, state.asOf)])
            const end = Math.min(state.nextFlip ?? Infinity, horizon)
            if (state.nextFlip !== undefined) expect(state.nextFlip).toBeGreaterThan(state.asOf)
            const points = changePoints(history, definitions, {
              after: state.asOf,
              before: end,
              most: PROBES,
              seed,
            })
            for (const point of points) {
              const now = membersAt(definitions, history, point)
              tally.probes++
              const differ = [...now]
                .filter((s) => !state.members.has(s))
                .concat([...state.members].filter((s) => !now.has(s)))
              if (differ.length > 0)
                throw new Error(
                  `${where} changes at ${new Date(point).toISOString()}, before ${state.nextFlip === undefined ? 'never' : new Date(state.nextFlip).toISOString()}: ` +
                    JSON.stringify(
                      definitions
                        .filter((d) => differ.includes(d.segment))
                        .map((d) => [d.timeZone, d.condition]),
                    ) +
                    JSON.stringify(history),
                )
            }
          }
          const due = [...states].flatMap(([id, s]) =>
            s.nextFlip !== undefined && s.nextFlip <= horizon ? [{ id, at: s.nextFlip }] : [],
          )
          if (due.length === 0) break
          await analytics.tables.truncate('due')
          const lines = due.map(
            ({ id, at }) =>
              `${JSON.stringify({ customer_key: String(byId.get(id)?.key), as_of: new Date(at).toISOString().replace('T', ' ').replace('Z', '') })}\n`,
          )
          await analytics.insert(
            { table: 'due', format: 'JSONEachRow' },
            Readable.from([Buffer.from(lines.join(''))]),
          )
          const instants = due.map((d) => d.at)
          const before = states
          states = await statesAt(
            plan,
            {
              kind: 'own',
              due: analytics.table('due'),
              from: Math.min(...instants),
              to: Math.max(...instants),
            },
            histories,
          )
          expect(states.size).toBe(due.length)
          for (const [id, s] of states) {
            expect(s.asOf).toBe(before.get(id)?.nextFlip)
            if ([...s.members].sort().join() !== [...(before.get(id)?.members ?? [])].sort().join())
              tally.changes++
          }
        }
      },
    )
    await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
    console.log(
      `${tally.states} states, ${tally.probes} probes, ${tally.changes} changes by time, seed ${SEED}`,
    )
    expect(tally.changes).toBeGreaterThan(RUNS)
  },
)

test('two times of which one is missing do not turn by themselves', async () => {
  const { analytics } = kit.store
  const elapsed = (event: string): unknown => ({
    kind: 'elapsed',
    type: 'duration',
    of: { kind: 'measure', type: 'instant', fn: 'last', source: { event } },
  })
  const condition = { node: 0, kind: 'compare', op: '<', left: elapsed('purchase') }
  const definition = {
    segment: 's0',
    timeZone: 'Europe/Lisbon',
    refersTo: [],
    condition: { ...condition, right: elapsed('refund') },
  } as BoundDefinition
  const asOf = Date.parse('2026-05-01T10:00:00Z')
  const traits = [{ at: asOf - 1000, seq: 1, traits: { score: 1 } }]
  const history: CustomerHistory = { customerId: 'nobody', traits, events: [] }
  await storeFacts(analytics, LAW_CATALOGUE, [history])
  const plan = weave([definition], LAW_CATALOGUE)
  const states = await statesAt(plan, { kind: 'fixed', asOf }, [history])
  expect(states.get('nobody')).toMatchObject({ known: true, nextFlip: undefined })
})
