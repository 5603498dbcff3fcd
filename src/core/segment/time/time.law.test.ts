/** Between two change points nothing changes, whatever the definition; turns are exact to the millisecond. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAW_CATALOGUE } from '../../../../test/laws/catalogue.ts'
import { anyDefinition } from '../../../../test/laws/definition-arbitrary.ts'
import { anyCustomers, toHistories } from '../../../../test/laws/facts-arbitrary.ts'
import { EXPLAINED_INGREDIENTS } from '../../../../test/laws/ingredients.ts'
import { anyAsOf } from '../../../../test/laws/instants.ts'
import { anyDefinitions } from '../../../../test/laws/bound-arbitrary.ts'
import { bind } from '../bind/bind.ts'
import type { BoundDefinition } from '../bound.ts'
import { print } from '../syntax/print.ts'
import { changePoints } from './change-points.ts'
import { memberAt } from './membership.ts'
import { turnAfter, turnBefore } from './turn.ts'

const DAY = 86_400_000

const definition = anyDefinition({ ...EXPLAINED_INGREDIENTS, segments: [] })

/** In steps of any size, so that edges of any kind are stepped over. */
const anyProbe = fc.oneof(
  fc.integer({ min: 1, max: 400 * DAY }),
  fc.integer({ min: 1, max: 400 }).map((days) => days * DAY),
  fc.integer({ min: 1, max: 48 }).map((hours) => hours * 3_600_000),
)

test('between two change points nothing changes', () => {
  let bound = 0
  fc.assert(
    fc.property(
      definition,
      anyCustomers(2),
      anyAsOf,
      fc.array(anyProbe, { minLength: 20, maxLength: 40, size: 'max' }),
      (tree, drafts, asOf, probes) => {
        const context = { catalogue: LAW_CATALOGUE, timeZone: 'Europe/Lisbon', currency: 'EUR' }
        const checked = bind(tree, { ...context, measures: {} })
        if (!checked.ok) return
        bound += 1
        const around = { memberOf: () => false, cutoffs: () => ({ low: 1, high: 100 }) }
        for (const history of toHistories(drafts, [asOf])) {
          const points = changePoints([checked.value], history, {
            from: asOf,
            to: asOf + 400 * DAY,
            cutoffs: around.cutoffs,
          })
          const probed = [
            ...probes.map((probe) => asOf + probe),
            ...points.slice(0, 50).map((point) => point - 1),
          ].filter((at) => at > asOf)
          for (const at of probed) {
            const last = points.findLast((point) => point <= at) ?? asOf
            const [then, now] = [last, at].map((one) =>
              memberAt(checked.value, history, { asOf: one, around }),
            )
            if (then !== now)
              throw new Error(
                `${print(tree)}\nchanged between ${iso(last)} and ${iso(at)}: ${JSON.stringify(history)}`,
              )
          }
        }
      },
    ),
    { numRuns: 100 },
  )
  expect(bound).toBeGreaterThan(80)
}, 120_000)

test('a turn is the first instant that differs, ahead and behind', () => {
  fc.assert(
    fc.property(definition, anyCustomers(2), anyAsOf, (tree, drafts, asOf) => {
      const context = { catalogue: LAW_CATALOGUE, timeZone: 'Europe/Lisbon', currency: 'EUR' }
      const checked = bind(tree, { ...context, measures: {} })
      if (!checked.ok) return
      const around = { memberOf: () => false, cutoffs: () => ({ low: 1, high: 100 }) }
      for (const history of toHistories(drafts, [asOf])) {
        const asked = { bound: checked.value, history, asOf, around }
        const member = (at: number): boolean =>
          memberAt(checked.value, history, { asOf: at, around })
        const next = turnAfter(asked)
        if (next !== undefined) {
          expect(next).toBeGreaterThan(asOf)
          expect([member(next - 1), member(next)]).toEqual([member(asOf), !member(asOf)])
        }
        const since = turnBefore(asked)
        if (since === undefined || since === 'never') continue
        expect(since).toBeLessThanOrEqual(asOf)
        expect([member(since - 1), member(since)]).toEqual([!member(asOf), member(asOf)])
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('nor does it for definitions that refer to each other, of any shape that can be bound', () => {
  fc.assert(
    fc.property(
      anyDefinitions(3),
      anyCustomers(1),
      anyAsOf,
      fc.array(anyProbe, { minLength: 20, maxLength: 20, size: 'max' }),
      (all, drafts, asOf, probes) => {
        const definitions = new Map(all.map((one) => [one.segment, one]))
        const bound = all[2]
        if (bound === undefined) return
        const cutoffs = (): { low: number; high: number } => ({ low: 1, high: 100 })
        const around = { memberOf: () => false, definitions, cutoffs }
        for (const history of toHistories(drafts, [asOf])) {
          const stretch = { from: asOf, to: asOf + 400 * DAY, cutoffs }
          const points = changePoints(all, history, stretch)
          const edges = points.slice(0, 40).map((point) => point - 1)
          for (const at of [...probes.map((probe) => asOf + probe), ...edges]) {
            if (at <= asOf) continue
            const last = points.findLast((point) => point <= at) ?? asOf
            const [then, now] = [last, at].map((one) =>
              memberAt(bound, history, { asOf: one, around }),
            )
            expect([iso(at), now]).toEqual([iso(at), then])
          }
        }
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)

test('the day of an instant leaves a window of minutes a minute after its start', () => {
  const at = Date.parse('2025-03-01T00:00:30Z')
  const seen = { kind: 'trait', type: 'instant', name: 'seen_at' } as const
  const bound: BoundDefinition = {
    segment: 's',
    timeZone: 'UTC',
    refersTo: [],
    condition: {
      node: 0,
      kind: 'within',
      value: { kind: 'localDate', type: 'date', of: seen },
      window: { kind: 'rolling', count: 1, unit: 'minute' },
    },
  }
  const traits = [{ at: at - DAY, seq: 1, traits: { seen_at: at, clock: 9e15 } }]
  const history = { customerId: 'c', traits, events: [] }
  const around = { memberOf: () => false, cutoffs: () => undefined }
  const turn = turnAfter({ bound, history, asOf: at, around })
  expect(turn === undefined ? turn : iso(turn)).toBe('2025-03-01T00:01:00.000Z')
})

const iso = (at: number): string => new Date(at).toISOString()
