/** Conditions: both sides brought to one type, names of categories turned into sets. */
import { nearest, never } from '../../base/index.ts'
import { categoriesUnder, type CategoryNode } from '../../catalog/index.ts'
import type { BoundCondition, BoundLiteralValue } from '../bound.ts'
import { printNode, quote } from '../syntax/print.ts'
import type { Condition } from '../tree.ts'
import { numberOf, report, spend, typeName, type Binder, type Scope, type Typed } from './binder.ts'
import { bindBetween, bindCompare, bindIn } from './compare.ts'
import { checkKnown } from './known.ts'
import { isPattern } from './pattern.ts'
import { bindInList, bindInSegment, bindConsent, bindRank } from './belong.ts'
import { bindAny, bindLapse, bindRegular, bindSequence } from './happen.ts'
import { findElement } from './source.ts'
import { bindAnniversary, bindStateFor } from './state.ts'
import { bindValue } from './value.ts'
import { bindWithin } from './within.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
type Bound = BoundCondition | undefined

/** The bound condition, or undefined when something in it is broken, which is then among the issues. */
export function bindCondition(b: Binder, node: Condition, scope: Scope): Bound {
  if (!spend(b, node)) return undefined
  const number = numberOf(b, node)
  switch (node.kind) {
    case 'everyone':
      return { node: number, kind: 'constant', value: true }
    case 'and':
    case 'or': {
      const of = bindAllOf(b, node.of, scope)
      return of && { node: number, kind: node.kind, of }
    }
    case 'not': {
      const of = bindCondition(b, node.of, scope)
      return of && { node: number, kind: 'not', of }
    }
    case 'atLeast':
      return bindAtLeast(b, node, scope, number)
    case 'compare':
      return bindCompare(b, node, scope, number)
    case 'between':
      return bindBetween(b, node, scope, number)
    case 'in':
      return bindIn(b, node, scope, number)
    case 'text':
      return bindText(b, node, scope, number)
    case 'list':
      return bindList(b, node, scope, number)
    case 'presence': {
      const value = bindValue(b, node.value, scope)
      return value && { node: number, kind: 'presence', value: value.value, missing: node.missing }
    }
    case 'under':
      return bindUnder(b, node, scope, number)
    case 'within':
      return bindWithin(b, node, scope, number)
    case 'anyElement':
      return bindAnyElement(b, node, scope, number)
    default:
      return bindOfCustomer(b, node, scope, number)
  }
}

type OfCustomer = Of<
  | 'any'
  | 'inSegment'
  | 'inList'
  | 'consent'
  | 'rank'
  | 'sequence'
  | 'stateFor'
  | 'anniversary'
  | 'regular'
  | 'stopped'
  | 'restarted'
>

/** What is asked of the customer, and so has no place where one event is spoken of. */
function bindOfCustomer(b: Binder, node: OfCustomer, scope: Scope, number: number): Bound {
  if (scope.kind === 'rows') {
    return report(b, 'segment/not-in-where', node, { found: PHRASES[node.kind] })
  }
  switch (node.kind) {
    case 'any':
      return bindAny(b, node, number)
    case 'inSegment':
      return bindInSegment(b, node, number)
    case 'inList':
      return bindInList(b, node, number)
    case 'consent':
      return bindConsent(b, node, number)
    case 'rank':
      return bindRank(b, node, number)
    case 'sequence':
      return bindSequence(b, node, number)
    case 'stateFor':
      return bindStateFor(b, node, number)
    case 'anniversary':
      return bindAnniversary(b, node, number)
    case 'regular':
      return bindRegular(b, node, number)
    case 'stopped':
    case 'restarted':
      return bindLapse(b, node, number)
    default:
      return never(node)
  }
}

const PHRASES: Readonly<Record<OfCustomer['kind'], string>> = {
  any: 'any(...)',
  inSegment: 'in segment',
  inList: 'in list',
  consent: 'consent(...)',
  rank: 'rank(...)',
  sequence: 'sequence(...)',
  stateFor: 'for at least',
  anniversary: 'anniversary',
  regular: 'regular(...)',
  stopped: 'stopped(...)',
  restarted: 'restarted(...)',
}

/** All of them, or undefined when one is broken; every one is looked at, so that all issues are found. */
function bindAllOf(
  b: Binder,
  nodes: readonly Condition[],
  scope: Scope,
): readonly BoundCondition[] | undefined {
  const bound = nodes.map((node) => bindCondition(b, node, scope))
  const whole = bound.filter((one) => one !== undefined)
  return whole.length === bound.length ? whole : undefined
}

function bindAtLeast(b: Binder, node: Of<'atLeast'>, scope: Scope, number: number): Bound {
  const of = bindAllOf(b, node.of, scope)
  if (!Number.isInteger(node.count) || node.count < 1 || node.count > node.of.length) {
    const params = { count: node.count, parts: node.of.length }
    return report(b, 'segment/at-least-range', [node, 'count'], params)
  }
  return of && { node: number, kind: 'atLeast', count: node.count, of }
}

/** A value of text, or of texts when a text is looked for; or an issue that names the question fit for its type. */
function bindTextValue(b: Binder, node: Of<'text'> | Of<'under'>, scope: Scope): Typed | undefined {
  const value = bindValue(b, node.value, scope)
  if (value === undefined || value.type === 'text') return value
  if (value.type === 'list') {
    if (node.kind === 'text') return value
    const fix = `${printNode(node.value)} has any (${quote(node.category)})`
    return report(b, 'segment/list-needs-has', node, {}, { fix })
  }
  const params = { expectedTypes: ['text'], foundType: typeName(value) }
  return report(b, 'segment/wrong-type', node.value, params)
}

function bindText(b: Binder, node: Of<'text'>, scope: Scope, number: number): Bound {
  const value = bindTextValue(b, node, scope)
  if (node.text === '') return report(b, 'segment/empty-text', [node, 'text'])
  if (node.op === 'matches' && !isPattern(node.text)) {
    return report(b, 'segment/bad-pattern', [node, 'text'], { pattern: node.text })
  }
  return value && { node: number, kind: 'text', op: node.op, value: value.value, text: node.text }
}

function bindList(b: Binder, node: Of<'list'>, scope: Scope, number: number): Bound {
  const value = bindValue(b, node.value, scope)
  if (value === undefined) return undefined
  if (value.type !== 'list') {
    const params = { expectedTypes: ['list'], foundType: typeName(value) }
    return report(b, 'segment/wrong-type', node.value, params)
  }
  if (node.options.includes('')) return report(b, 'segment/empty-text', node)
  for (const option of node.options) checkKnown(b, node, { of: value, text: option })
  return { node: number, kind: 'list', op: node.op, value: value.value, options: node.options }
}

function bindUnder(b: Binder, node: Of<'under'>, scope: Scope, number: number): Bound {
  const value = bindTextValue(b, node, scope)
  if (value === undefined) return undefined
  const treeName = value.property?.tree
  const { trees } = b.context.catalogue
  const tree =
    treeName !== undefined && Object.hasOwn(trees, treeName) ? trees[treeName] : undefined
  if (tree === undefined) {
    return report(b, 'segment/no-tree', node.value, { name: printNode(node.value) })
  }
  const options: readonly BoundLiteralValue[] | undefined = categoriesUnder(tree, node.category)
  if (options === undefined) {
    const known = categoryNames(tree)
    const near = nearest(node.category, known)
    const params = { name: node.category, nearest: near ?? '', known }
    const fix = near === undefined ? undefined : quote(near)
    return report(b, 'segment/unknown-category', [node, 'category'], params, { fix })
  }
  return { node: number, kind: 'in', value: value.value, options, negated: false }
}

function categoryNames(tree: readonly CategoryNode[]): string[] {
  return tree.flatMap((node) => [node.name, ...categoryNames(node.children)])
}

function bindAnyElement(b: Binder, node: Of<'anyElement'>, scope: Scope, number: number): Bound {
  const phrase = { found: `any ${node.element} (...)` }
  if (scope.kind !== 'rows' || scope.element !== undefined) {
    return report(b, 'segment/only-in-where', node, phrase)
  }
  const element = findElement(b, scope.event, [node, node.element])
  if (element === undefined) return undefined
  const where = bindCondition(b, node.where, { ...scope, element })
  return where && { node: number, kind: 'anyElement', element: element.name, where }
}
