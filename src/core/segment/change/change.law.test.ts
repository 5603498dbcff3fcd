/** Applying the change that is told flips the membership, always; for any definition, customer and instant. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAW_CATALOGUE } from '../../../../test/laws/catalogue.ts'
import { anyDefinition } from '../../../../test/laws/definition-arbitrary.ts'
import { anyCustomers, toHistories } from '../../../../test/laws/facts-arbitrary.ts'
import { EXPLAINED_INGREDIENTS } from '../../../../test/laws/ingredients.ts'
import { anyAsOf } from '../../../../test/laws/instants.ts'
import { anyDefinitions } from '../../../../test/laws/bound-arbitrary.ts'
import { bind } from '../bind/bind.ts'
import { memberAt } from '../time/membership.ts'
import { applyChange, later } from './change.ts'
import { nearestChange } from './nearest.ts'

const definition = anyDefinition(EXPLAINED_INGREDIENTS)
const context = { catalogue: LAW_CATALOGUE, timeZone: 'Europe/Lisbon', currency: 'EUR' }

test('applying the stated change flips the membership, and its deadline is one', () => {
  const tally: Record<string, number> = { change: 0 }
  fc.assert(
    fc.property(definition, anyCustomers(2), anyAsOf, fc.boolean(), (tree, drafts, asOf, other) => {
      const checked = bind(tree, { ...context, measures: {} })
      if (!checked.ok) return
      const bound = checked.value
      const around = { memberOf: () => other, cutoffs: () => ({ low: 1, high: 100 }) }
      for (const history of toHistories(drafts, [asOf])) {
        const was = memberAt(bound, history, { asOf, around })
        const found = nearestChange({ bound, history, asOf, around })
        if (typeof found === 'string') {
          tally[found] = (tally[found] ?? 0) + 1
          continue
        }
        tally['change'] = (tally['change'] ?? 0) + 1
        const changed = applyChange(history, found)
        expect(memberAt(bound, changed, { asOf: found.at, around })).toBe(!was)
        // Without the acts it would not be so: it is they that do it, not time.
        expect(memberAt(bound, history, { asOf: found.at, around })).toBe(was)
        if (found.before === undefined) continue
        tally['before'] = (tally['before'] ?? 0) + 1
        const [intime, late] = [found.before - 1, found.before].map((at) => {
          const acts = later(found.acts, at - asOf)
          const end = found.at + at - asOf
          return memberAt(bound, applyChange(history, { acts }), { asOf: end, around })
        })
        expect([intime, late]).toEqual([!was, was])
      }
    }),
    { numRuns: 200 },
  )
  // Of random definitions many hold whatever happens; of the others, most can be turned round.
  expect(tally['change']).toBeGreaterThan(80)
}, 120_000)

test('so it does through segments that refer to each other, and for any shape that can be bound', () => {
  let changes = 0
  fc.assert(
    fc.property(anyDefinitions(3), anyCustomers(1), anyAsOf, (all, drafts, asOf) => {
      const definitions = new Map(all.map((one) => [one.segment, one]))
      const bound = all[2]
      if (bound === undefined) return
      const around = {
        memberOf: () => false,
        definitions,
        cutoffs: () => ({ low: 1, high: 100 }),
      }
      for (const history of toHistories(drafts, [asOf])) {
        const found = nearestChange({ bound, history, asOf, around })
        if (typeof found === 'string') continue
        changes += 1
        const was = memberAt(bound, history, { asOf, around })
        const changed = applyChange(history, found)
        expect(memberAt(bound, changed, { asOf: found.at, around })).toBe(!was)
        expect(memberAt(bound, history, { asOf: found.at, around })).toBe(was)
      }
    }),
    { numRuns: 200 },
  )
  expect(changes).toBeGreaterThan(30)
}, 120_000)
