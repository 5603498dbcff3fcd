/** A definition meets the catalogue: the result is all that the evaluators read, or the reasons why there is none. */
import { invalid, valid, type Checked } from '../../base/index.ts'
import type { BoundCondition, BoundDefinition, BoundValue } from '../bound.ts'
import type { SpanOf } from '../syntax/cursor.ts'
import { parse, parseExpression, type Parsed } from '../syntax/parse.ts'
import type { Definition } from '../tree.ts'
import { conditionsOf } from '../walk.ts'
import { newBudget, numberOf, report, type BindContext, type Binder } from './binder.ts'
import { bindCondition } from './condition.ts'
import { isOnlyNegative } from './negative.ts'
import { bindValue } from './value.ts'
import { checkZone } from './window.ts'

/** How a definition is told apart and pointed at. */
export interface BindOptions {
  /** The segment's key. */
  readonly segment?: string
  /** Where the nodes stand, from `parse` (or `pathsOf` for the JSON form); without it issues have no place. */
  readonly spanOf?: SpanOf
}

/**
 * Checks a definition against the catalogue and resolves every name. A definition with an error has no
 * meaning; warnings come with the value. Cost: the size of the definition with its measures written out.
 */
export function bind(
  definition: Definition,
  context: BindContext,
  options: BindOptions = {},
): Checked<BoundDefinition> {
  const b = newBinder(context, options.spanOf ?? (() => undefined), definition)
  checkHead(b, definition)
  const condition = bindCondition(b, definition.condition, { kind: 'customer' })
  if (isOnlyNegative(definition.condition)) {
    report(b, 'segment/only-negative', definition.condition, {}, { severity: 'warning' })
  }
  const isBroken = b.issues.some((issue) => issue.severity === 'error')
  if (condition === undefined || isBroken) return invalid(...b.issues)
  const segment = options.segment ?? ''
  const bound: BoundDefinition = {
    segment,
    timeZone: b.timeZone,
    condition:
      context.overridden?.has(segment) === true ? overridden(b, segment, condition) : condition,
    refersTo: [...b.refersTo],
  }
  return valid(bound, b.issues)
}

/** (definition or included) and not excluded. */
function overridden(b: Binder, segment: string, condition: BoundCondition): BoundCondition {
  const inList = (which: string): BoundCondition => ({
    node: numberOf(b),
    kind: 'inList',
    list: `segment:${segment}:${which}`,
  })
  return {
    node: numberOf(b),
    kind: 'and',
    of: [
      { node: numberOf(b), kind: 'or', of: [condition, inList('include')] },
      { node: numberOf(b), kind: 'not', of: inList('exclude') },
    ],
  }
}

function newBinder(context: BindContext, spanOf: SpanOf, definition?: Definition): Binder {
  const conditions = definition === undefined ? [] : conditionsOf(definition)
  const measures = definition?.measures ?? []
  return {
    context,
    spanOf,
    issues: [],
    reported: new Set(),
    budget: newBudget(),
    local: new Map(measures.map((measure) => [measure.name, measure.value])),
    numbers: new Map(conditions.map((condition, i) => [condition, i])),
    nextNumber: conditions.length,
    within: [],
    refersTo: new Set(),
    timeZone: definition?.timeZone ?? context.timeZone,
    standIns: new WeakMap(),
    bindCondition,
    bindValue,
  }
}

/** Zone and measures; a measure that nobody uses must make sense too. */
function checkHead(b: Binder, definition: Definition): void {
  const { timeZone } = definition
  if (timeZone !== undefined) checkZone(b, timeZone, [definition, 'timeZone'])
  definition.measures.forEach((measure, i) => {
    if (definition.measures.findIndex((m) => m.name === measure.name) < i) {
      report(b, 'segment/measure-twice', [measure, 'name'], { name: measure.name })
    }
    bindValue({ ...b, within: [measure.name] }, measure.value, { kind: 'customer' })
  })
}

/** Reads and checks the value of a measure of the programme, as it stands in `tessera.yaml`. */
export function checkMeasure(text: string, context: BindContext): Checked<BoundValue> {
  const parsed = parseExpression(text, { measures: Object.keys(context.measures) })
  if (!parsed.ok) return parsed
  const { expression, spanOf } = parsed.value
  const b = newBinder(context, spanOf)
  const typed = bindValue(b, expression, { kind: 'customer' })
  const isBroken = b.issues.some((issue) => issue.severity === 'error')
  return typed === undefined || isBroken ? invalid(...b.issues) : valid(typed.value, b.issues)
}

/** A definition that was read and checked. */
export interface CheckedDefinition extends Parsed {
  readonly bound: BoundDefinition
}

/** Reads and checks a text in one go. */
export function check(
  text: string,
  context: BindContext,
  segment = '',
): Checked<CheckedDefinition> {
  const parsed = parse(text, { measures: Object.keys(context.measures) })
  if (!parsed.ok) return parsed
  const { definition, spanOf } = parsed.value
  const bound = bind(definition, context, { segment, spanOf })
  return bound.ok ? valid({ ...parsed.value, bound: bound.value }, bound.issues) : bound
}
