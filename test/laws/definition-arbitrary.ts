/** Random well-typed definitions of every construct of the language over a catalogue. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Window } from '../../src/core/base/index.ts'
import type { CategoryNode } from '../../src/core/catalog/index.ts'
import type { CompareOp, Condition, Definition, Expression } from '../../src/core/segment/index.ts'
import {
  anyLiteral,
  anySource,
  anyValue,
  hasMoney,
  nameNode,
  properties,
  remembered,
  scopeKey,
  type Ingredients,
  type Kind,
  type Kitchen,
  type Scope,
} from './value-arbitrary.ts'
import { wideConditions, wideValues } from './wide-arbitrary.ts'

export type { Ingredients } from './value-arbitrary.ts'

/**
 * Definitions that bind without an error against the catalogue (warnings may come). `depth` bounds how deep
 * groups, filters and arithmetic nest; 2 meets every construct.
 */
export function anyDefinition(given: Ingredients, depth = 2): Arbitrary<Definition> {
  // Single periods are what binding makes of trends; nobody writes them.
  const windows = given.windows.filter((window) => window.kind !== 'period')
  const of: Ingredients = { ...given, windows }
  const wide = of.lists === undefined ? () => [] : wideValues
  const outer: Kitchen = { of, memo: new Map(), measures: [], condition: anyCondition, wide }
  const customer: Scope = { kind: 'customer' }
  const kind = fc.constantFrom<Kind>('number', 'money', 'duration', 'date', 'instant', 'text')
  const measures = fc
    .array(kind, { maxLength: 2 })
    .chain((kinds) =>
      fc.tuple(
        ...kinds.map((one, i) =>
          anyValue(outer, customer, one, 1).map((value) => ({ one, i, value })),
        ),
      ),
    )
  const inner = new Map<string, Arbitrary<Condition>>()
  return fc
    .tuple(measures, fc.option(fc.constantFrom(...of.zones), { nil: undefined }))
    .chain(([made, timeZone]) => {
      const names = made.map(({ one, i }) => ({ name: `m${i} ${one}`, kind: one }))
      const key = names.map((m) => m.name).join()
      const kitchen: Kitchen = { ...outer, memo: new Map(), measures: names }
      const condition =
        inner.get(key) ?? anyCondition(names.length === 0 ? outer : kitchen, customer, depth)
      inner.set(key, condition)
      return condition.map((condition) => ({
        measures: made.map(({ value }, i) => ({ name: names[i]?.name ?? '', value })),
        condition,
        ...(timeZone === undefined ? {} : { timeZone }),
      }))
    })
}

/** A condition in a scope. */
export function anyCondition(k: Kitchen, scope: Scope, depth: number): Arbitrary<Condition> {
  return remembered(k, `condition ${scopeKey(scope)} ${depth}`, () => {
    const leaves = fc.oneof(...questions(k, scope, depth), ...special(k, scope, depth))
    if (depth === 0) return leaves
    const part = anyCondition(k, scope, depth - 1)
    const parts = fc.array(part, { minLength: 2, maxLength: 3 })
    return fc.oneof(
      { weight: 3, arbitrary: leaves },
      { weight: 1, arbitrary: parts.map((of): Condition => ({ kind: 'and', of })) },
      { weight: 1, arbitrary: parts.map((of): Condition => ({ kind: 'or', of })) },
      { weight: 1, arbitrary: part.map((of): Condition => ({ kind: 'not', of })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat())
          .map(([of, n]): Condition => ({ kind: 'atLeast', count: 1 + (n % of.length), of })),
      },
    )
  })
}

/** Only values lie in them. */
const AHEAD: readonly Window[] = [
  { kind: 'ahead', count: 7, unit: 'day' },
  { kind: 'ahead', count: 36, unit: 'hour' },
  { kind: 'ahead', count: 2, unit: 'week' },
  { kind: 'following', unit: 'day' },
  { kind: 'following', unit: 'month' },
]

const ORDERED: readonly Kind[] = ['number', 'money', 'date', 'instant', 'duration']
const EQUAL: readonly Kind[] = [...ORDERED, 'text', 'boolean']

/** Questions to a value. */
function questions(k: Kitchen, scope: Scope, depth: number): Arbitrary<Condition>[] {
  const value = (kind: Kind): Arbitrary<Expression> => anyValue(k, scope, kind, depth)
  const inReach = (kind: Kind): boolean => kind !== 'money' || hasMoney(k, scope)
  const ordered = ORDERED.filter(inReach)
  const equal = EQUAL.filter(inReach)
  const side = (kind: Kind): Arbitrary<Expression> =>
    fc.oneof({ weight: 3, arbitrary: anyLiteral(k, kind) }, { weight: 1, arbitrary: value(kind) })
  const moment = fc.oneof(value('date'), value('instant'))
  const compare = (kind: Kind, ops: readonly CompareOp[]): Arbitrary<Condition> =>
    fc
      .tuple(value(kind), fc.constantFrom(...ops), side(kind), fc.boolean())
      .map(([l, op, r, swap]) => ({ kind: 'compare', op, left: swap ? r : l, right: swap ? l : r }))
  const result: Arbitrary<Condition>[] = [
    ...ordered.map((kind) => compare(kind, ['=', '!=', '<', '<=', '>', '>='])),
    compare('text', ['=', '!=']),
    compare('boolean', ['=', '!=']),
    fc
      .tuple(value('instant'), fc.constantFrom<CompareOp>('<', '>=', '='), anyLiteral(k, 'date'))
      .map(([left, op, right]) => ({ kind: 'compare', op, left, right })),
    fc.oneof(
      ...ordered.map((kind) =>
        fc
          .tuple(value(kind), side(kind), side(kind))
          .map(([value, low, high]): Condition => ({ kind: 'between', value, low, high })),
      ),
    ),
    fc.oneof(
      ...equal.map((kind) =>
        fc
          .tuple(
            value(kind),
            fc.array(anyLiteral(k, kind), { minLength: 1, maxLength: 3 }),
            fc.boolean(),
          )
          .map(([value, options, negated]): Condition => ({ kind: 'in', value, options, negated })),
      ),
    ),
    fc
      .tuple(fc.oneof(...equal.map(value)), fc.boolean())
      .map(([value, missing]) => ({ kind: 'presence', value, missing })),
    fc
      .tuple(moment, fc.constantFrom(...k.of.windows, ...AHEAD))
      .map(([value, window]) => ({ kind: 'within', value, window })),
    ...textQuestions(k, value('text')),
  ]
  const hasList = properties(k, scope).some(
    (p) => p.type === 'list' && p.sensitivity !== 'sensitive',
  )
  if (!hasList) return result
  return [...result, listQuestion(k, value('list')), ...textQuestions(k, value('list'))]
}

function textQuestions(k: Kitchen, value: Arbitrary<Expression>): Arbitrary<Condition>[] {
  const texts = fc.constantFrom(...k.of.texts)
  return [
    fc
      .tuple(
        value,
        fc.constantFrom('contains' as const, 'starts with' as const, 'ends with' as const),
        texts,
      )
      .map(([value, op, text]) => ({ kind: 'text', op, value, text })),
    fc.tuple(value, texts, fc.constantFrom('^', '(?i)', '')).map(([value, text, flag]) => ({
      kind: 'text',
      op: 'matches',
      value,
      text: flag + text.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&'),
    })),
  ]
}

function listQuestion(k: Kitchen, value: Arbitrary<Expression>): Arbitrary<Condition> {
  const options = fc.array(fc.constantFrom(...k.of.texts), { minLength: 1, maxLength: 3 })
  return fc
    .tuple(
      value,
      fc.constantFrom('has any' as const, 'has all' as const, 'has none' as const),
      options,
    )
    .map(([value, op, options]) => ({ kind: 'list', op, value, options }))
}

/** Questions that only this scope or these properties have. */
function special(k: Kitchen, scope: Scope, depth: number): Arbitrary<Condition>[] {
  const found: Arbitrary<Condition>[] = []
  for (const property of properties(k, scope)) {
    if (property.sensitivity === 'sensitive') continue
    const value = nameNode(scope, property.name)
    if (property.type === 'geo') {
      found.push(fc.boolean().map((missing) => ({ kind: 'presence', value, missing })))
    }
    const tree = property.tree === undefined ? undefined : k.of.catalogue.trees[property.tree]
    if (tree === undefined) continue
    found.push(
      fc
        .constantFrom(...categoryNames(tree))
        .map((category) => ({ kind: 'under', value, category })),
    )
  }
  if (scope.kind === 'customer') {
    found.push(anySource(k, depth).map(({ source }) => ({ kind: 'any', source })))
    found.push(fc.constant({ kind: 'everyone' }))
    if (k.of.lists !== undefined) found.push(...wideConditions(k, depth))
    if (k.of.segments.length > 0) {
      found.push(
        fc.constantFrom(...k.of.segments).map((segment) => ({ kind: 'inSegment', segment })),
      )
    }
  } else if (scope.element === undefined) {
    for (const element of Object.values(scope.event.elements)) {
      found.push(
        anyCondition(k, { ...scope, element }, Math.max(0, depth - 1)).map((where) => ({
          kind: 'anyElement',
          element: element.name,
          where,
        })),
      )
    }
  }
  return found
}

function categoryNames(nodes: readonly CategoryNode[]): string[] {
  return nodes.flatMap((node) => [node.name, ...categoryNames(node.children)])
}
