/** Over every construct of the language: explanations never disagree with the evaluator. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAW_CATALOGUE } from '../../../../test/laws/catalogue.ts'
import { anyDefinition } from '../../../../test/laws/definition-arbitrary.ts'
import { anyCustomers, toHistories } from '../../../../test/laws/facts-arbitrary.ts'
import { EXPLAINED_INGREDIENTS } from '../../../../test/laws/ingredients.ts'
import { anyAsOf } from '../../../../test/laws/instants.ts'
import { LOCALES } from '../../base/index.ts'
import { bind, explain, interpret, type ExplainedNode } from '../index.ts'

const definition = anyDefinition(EXPLAINED_INGREDIENTS)

/** A node's truth follows from that of its parts, and so does what it rests on. */
function checkNode(node: ExplainedNode): void {
  const held = node.children.filter((child) => child.truth).length
  if (node.kind === 'and') expect(node.truth).toBe(held === node.children.length)
  if (node.kind === 'or') expect(node.truth).toBe(held > 0)
  if (node.kind === 'not') expect(node.truth).toBe(held === 0)
  for (const child of node.children) {
    const carries = node.kind === 'not' || child.truth === node.truth
    expect(child.decisive).toBe(node.decisive && carries)
    checkNode(child)
  }
  for (const { total, events } of node.evidence) {
    expect(events.length).toBe(Math.min(20, total))
    expect(events.map((e) => e.at)).toEqual(
      events
        .map((e) => e.at)
        .toSorted()
        .toReversed(),
    )
  }
}

test('the tree adds up, its top is what the evaluator answers, and it is plain JSON', () => {
  let bound = 0
  fc.assert(
    fc.property(
      definition,
      anyCustomers(3),
      anyAsOf,
      fc.boolean(),
      fc.constantFrom(...LOCALES),
      (tree, drafts, asOf, other, locale) => {
        const context = {
          catalogue: LAW_CATALOGUE,
          timeZone: 'Europe/Lisbon',
          currency: 'EUR',
          measures: {},
        }
        const checked = bind(tree, context)
        if (!checked.ok) return
        bound += 1
        for (const history of toHistories(drafts, [asOf])) {
          const around = { asOf, memberOf: () => other, cutoffs: () => ({ low: 1, high: 100 }) }
          const found = explain(checked.value, tree, history, around, {
            locale,
            catalogue: LAW_CATALOGUE,
          })
          expect(found.member).toBe(interpret(checked.value, history, around))
          expect(JSON.parse(JSON.stringify(found))).toEqual(found)
          expect(found.reason).not.toBe('')
          checkNode(found.root)
        }
      },
    ),
    { numRuns: 50 },
  )
  expect(bound).toBeGreaterThan(40)
}, 60_000)
