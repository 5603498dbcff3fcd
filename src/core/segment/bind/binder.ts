/** What binding works with: the catalogue, the names in reach, and the issues found so far. */
import type { IssueParams, Place, Severity, Window } from '../../base/index.ts'
import type { Issue } from '../../base/index.ts'
import type { Catalogue, ElementKind, EventKind, Property } from '../../catalog/index.ts'
import type { BoundCondition, BoundType, BoundValue } from '../bound.ts'
import type { SpanOf } from '../syntax/cursor.ts'
import type { Condition, Expression } from '../tree.ts'
import type { SegmentCode } from '../words/code.ts'

/** What a definition is checked against. */
export interface BindContext {
  readonly catalogue: Catalogue
  /** The programme's zone; a definition may name another. */
  readonly timeZone: string
  /** ISO 4217; the currency of amounts whose property names none. */
  readonly currency: string
  /** The programme's measures: name -> text. */
  readonly measures: Readonly<Record<string, string>>
  /** Keys of the known segments; when absent any key is taken as known. */
  readonly segments?: readonly string[]
  /** Sensitive traits and properties that the privacy officer allows, by name. */
  readonly allowSensitive?: readonly string[]
  /** Names of the static lists; when absent any name is taken as known. */
  readonly lists?: readonly string[]
  /** Keys of the segments with lists of customers to include and exclude, whatever the definition says. */
  readonly overridden?: ReadonlySet<string>
  /** The zone in whose days exchange rates hold; `timeZone` when absent. */
  readonly rateZone?: string
}

/** A value whose type is known. */
export interface Typed {
  readonly value: BoundValue
  readonly type: BoundType
  /** Currency of an amount; absent for other numbers. */
  readonly money?: string
  /** Metres, not to be compared with numbers that have no unit. */
  readonly length?: true
  readonly literal: boolean
  /** False for what always has a value, such as a count. */
  readonly canMiss: boolean
  /** The trait or property that it is, or is an aggregate of. */
  readonly property?: Property
}

/** Where names are looked up: on the customer, or on the rows of an event. */
export type Scope =
  | { readonly kind: 'customer' }
  | { readonly kind: 'rows'; readonly event: EventKind; readonly element?: ElementKind }

/** The state of one binding; measures are written out with a copy that shares the counters. */
export interface Binder {
  readonly context: BindContext
  readonly spanOf: SpanOf
  readonly issues: Issue[]
  /** What was reported, so that a measure used twice is complained of once. */
  readonly reported: Set<string>
  /** How many nodes may still be bound; measures of measures grow fast when written out. */
  readonly budget: Budget
  /** The definition's own measures. */
  readonly local: ReadonlyMap<string, Expression>
  /** Numbers of the definition's conditions; others get the numbers after these. */
  readonly numbers: ReadonlyMap<Condition, number>
  nextNumber: number
  /** Names of the measures that are being written out, outermost first. */
  readonly within: readonly string[]
  readonly refersTo: Set<string>
  /** The zone of the definition's calendars. */
  readonly timeZone: string
  /** Nodes made while binding -> the node of the text that an issue with them points at. */
  readonly standIns: WeakMap<object, object>
  /** Inside a trend: the window of every measure. */
  readonly period?: Window
  /** Conditions hold values and values hold conditions; these close the circle. */
  readonly bindValue: (b: Binder, node: Expression, scope: Scope) => Typed | undefined
  readonly bindCondition: (b: Binder, node: Condition, scope: Scope) => BoundCondition | undefined
}

/** The number of a condition; those that are not in the definition's own text get the next free one. */
export function numberOf(b: Binder, node?: Condition): number {
  const known = node === undefined ? undefined : b.numbers.get(node)
  if (known !== undefined) return known
  b.nextNumber += 1
  return b.nextNumber - 1
}

/** Notes an issue at a node or a part of it, once. Returns undefined, which is what a broken node binds to. */
export function report(
  b: Binder,
  code: SegmentCode,
  at: object | readonly [object, string],
  params: IssueParams = {},
  more: { readonly fix?: string | undefined; readonly severity?: Severity } = {},
): undefined {
  const [node, part] = Array.isArray(at) ? [at[0] as object, at[1] as string] : [at, '']
  const place: Place | undefined = b.spanOf(writtenNode(b, node), part)
  const issue: Issue = {
    code,
    severity: more.severity ?? 'error',
    ...(place === undefined ? {} : { at: place }),
    params,
    ...(more.fix === undefined ? {} : { fix: more.fix }),
  }
  const written = JSON.stringify(issue)
  if (!b.reported.has(written)) b.issues.push(issue)
  b.reported.add(written)
  return undefined
}

function writtenNode(b: Binder, node: object): object {
  const made = b.standIns.get(node)
  return made === undefined ? node : writtenNode(b, made)
}

/** A node that no text holds; issues with it point at `node`. */
export function standIn<T extends object>(b: Binder, made: T, node: object): T {
  b.standIns.set(made, node)
  return made
}

const MOST_NODES = 50_000
const MOST_LOOKUPS = 200_000

/** What one definition may cost. */
export interface Budget {
  left: number
  /** Known values that may still be compared with what is written. */
  lookups: number
}

/** A full budget, for one definition. */
export function newBudget(): Budget {
  return { left: MOST_NODES, lookups: MOST_LOOKUPS }
}

/** False, with an issue, when the definition with its measures written out is too large to be evaluated. */
export function spend(b: Binder, node: object): boolean {
  b.budget.left -= 1
  if (b.budget.left === 0) report(b, 'segment/too-large', node, { limit: MOST_NODES })
  return b.budget.left > 0
}

/** The type's name for messages: amounts are `money`, lengths `length`, categories `category`. */
export function typeName(typed: Typed): string {
  if (typed.money !== undefined) return 'money'
  if (typed.length === true) return 'length'
  return typed.type === 'text' && typed.property?.type === 'category' ? 'category' : typed.type
}
