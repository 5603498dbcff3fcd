/** The law of ranks: by the thresholds that one statement finds, exactly those belong whom counting by hand puts there. */
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  emitCutoffs,
  emitSelect,
  PLAN_SETTINGS,
  weave,
  type Cutoff,
} from '../../src/core/plan/index.ts'
import {
  cutoffsOf,
  isKnown,
  traitAt,
  type BoundDefinition,
  type CustomerHistory,
  type RankBand,
} from '../../src/core/segment/index.ts'
import { ensureFacts } from '../../src/engine/run/facts.ts'
import { useStore } from '../kit/store.ts'
import { membershipOf, numbersOf } from './agreement.ts'
import { LAW_CATALOGUE } from './catalogue.ts'
import { keyOf, storeFacts } from './store-facts.ts'

const AS_OF = Date.parse('2026-05-01T00:00:00Z')
const SEED = Number(process.env['LAW_SEED'] ?? Date.now() % 2 ** 31)
const BANDS: readonly RankBand[] = [
  ...[1, 7, 10, 50, 100].flatMap((count): RankBand[] => [
    { kind: 'top', count, of: 'percent' },
    { kind: 'bottom', count, of: 'percent' },
  ]),
  ...[1, 3, 1000].flatMap((count): RankBand[] => [
    { kind: 'top', count, of: 'customers' },
    { kind: 'bottom', count, of: 'customers' },
  ]),
  ...[1, 2, 3, 4, 5].map((n): RankBand => ({ kind: 'quantile', parts: 5, from: n, to: n })),
  { kind: 'quantile', parts: 4, from: 2, to: 3 },
  { kind: 'quantile', parts: 100, from: 90, to: 95 },
]

const kit = useStore()

beforeAll(async () => {
  await ensureFacts({ analytics: kit.store.analytics, programme: { catalogue: LAW_CATALOGUE } })
})

function definitions(): readonly BoundDefinition[] {
  return BANDS.map((band, i) => ({
    segment: `s${i}`,
    timeZone: 'UTC',
    refersTo: [],
    condition: {
      node: 0,
      kind: 'rank',
      key: JSON.stringify(band),
      value: { kind: 'trait', type: 'number', name: 'score' },
      band,
    },
  }))
}

/** As the language says it: ties together, parts by how many lie strictly below. */
function byHand(band: RankBand, all: readonly number[], x: number): boolean {
  const n = all.length
  if (band.kind === 'quantile') {
    const below = all.filter((v) => v < x).length
    const part = Math.floor((below * band.parts) / n) + 1
    return band.from <= part && part <= band.to
  }
  const wanted = Math.min(
    n,
    band.of === 'customers' ? band.count : Math.ceil((band.count * n) / 100),
  )
  const sorted = all.toSorted((a, b) => (band.kind === 'top' ? b - a : a - b))
  const limit = sorted[wanted - 1]
  if (limit === undefined) return false
  return band.kind === 'top' ? x >= limit : x <= limit
}

test('ranks by their thresholds are ranks counted by hand', { timeout: 300_000 }, async () => {
  const { analytics } = kit.store
  const anyScore = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -3, max: 12 }),
    fc.constantFrom(0.5, 2.25),
  )
  const plan = weave(definitions(), LAW_CATALOGUE)
  const property = fc.asyncProperty(fc.array(anyScore, { maxLength: 60 }), async (scores) => {
    const histories = scores.map((score, i): CustomerHistory => ({
      customerId: `customer ${i}`,
      traits: [{ at: AS_OF + (i % 17 === 16 ? 1 : -i), seq: 0, traits: { score, vip: true } }],
      events: [],
    }))
    await storeFacts(analytics, LAW_CATALOGUE, histories)
    const cutoffs = emitCutoffs(plan, { table: analytics.table, asOf: AS_OF })
    if (cutoffs === undefined) throw new Error('no ranks')
    const rows = await analytics.query<{
      key: string
      low: number | null
      high: number | null
      high_open: number
    }>(cutoffs, { settings: PLAN_SETTINGS })
    const found = new Map(
      rows.map((r): [string, Cutoff] => [
        r.key,
        {
          ...(r.low === null ? {} : { low: r.low }),
          ...(r.high === null ? {} : { high: r.high }),
          highOpen: r.high_open === 1,
        },
      ]),
    )
    const states = await analytics.query<{ customer_key: string; bits: readonly string[] }>(
      emitSelect(plan, {
        table: analytics.table,
        at: { kind: 'fixed', asOf: AS_OF },
        numbers: numbersOf(plan),
        cutoffs: (key) => found.get(key),
      }),
      { settings: PLAN_SETTINGS },
    )
    const ids = new Map(histories.map((h, i) => [String(keyOf(i)), h.customerId]))
    const members = membershipOf(
      plan,
      states.map((s) => ({ id: ids.get(s.customer_key) ?? '', bits: s.bits })),
    )
    const values = histories.flatMap((h) => {
      const v = isKnown(h, AS_OF) ? traitAt(h, 'score', AS_OF) : null
      return typeof v === 'number' ? [{ id: h.customerId, v }] : []
    })
    const all = values.map((x) => x.v)
    BANDS.forEach((band, i) => {
      const limits = cutoffsOf(all, band)
      const cutoff = found.get(JSON.stringify(band))
      const isEmpty = cutoff?.low !== undefined && cutoff.low === cutoff.high && cutoff.highOpen
      expect([band, isEmpty === true ? undefined : cutoff && [cutoff.low, cutoff.high]]).toEqual([
        band,
        limits && [limits.low, limits.high],
      ])
      const wanted = values.filter((x) => byHand(band, all, x.v)).map((x) => x.id)
      expect([band, [...(members.get(`s${i}`) ?? [])].sort()]).toEqual([band, wanted.sort()])
    })
  })
  await fc.assert(property, { seed: SEED, numRuns: 25, endOnFailure: true })
})
