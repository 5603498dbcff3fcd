/** Events made up so that they meet a filter. */
import type { BoundCondition, BoundSource, BoundValue } from '../bound.ts'
import type { EventRecord, StoredValue } from '../history.ts'
import { holds, type Scope } from '../interpret.ts'
import type { Row, Value } from '../measure.ts'
import { aimsOf, picks, turned, type Goal } from './goal.ts'

type Properties = Readonly<Record<string, StoredValue>>

/** An event in the making; `element` is the row that the filter speaks of. */
export interface Draft {
  readonly properties: Properties
  readonly element: Properties
  readonly elements: EventRecord['elements']
}

/** Another way to meet a filter is rarely better than the first few. */
const MOST_DRAFTS = 6

export const BLANK: Draft = { properties: {}, element: {}, elements: {} }

/** Events of the source that meet its filter, made from a draft whose values stay where the filter lets them. */
export function samplesOf(source: BoundSource, scope: Scope, from: Draft): readonly Draft[] {
  const { where, element } = source
  if (where === undefined) return [from]
  const making = { source, scope }
  return meet(where, true, { draft: from, making })
    .filter((draft) => holds(where, rowScope(draft, making)))
    .map((draft) => (element === undefined ? { ...draft, element: {} } : draft))
}

/** The event's parts as a history holds them. */
export function partsOf(
  draft: Draft,
  element: string | undefined,
): Pick<EventRecord, 'properties' | 'elements'> {
  const { properties, elements } = draft
  if (element === undefined) return { properties, elements }
  return { properties, elements: { ...elements, [element]: [draft.element] } }
}

/** The draft with a property of the event or of its element. */
export function withProperty(
  draft: Draft,
  property: { readonly name: string; readonly of: 'event' | 'element' },
  value: StoredValue,
): Draft {
  const place = property.of === 'event' ? 'properties' : 'element'
  return { ...draft, [place]: { ...draft[place], [property.name]: value } }
}

interface Making {
  readonly source: BoundSource
  readonly scope: Scope
}

interface At {
  readonly draft: Draft
  readonly making: Making
}

function rowScope(draft: Draft, { source, scope }: Making): Scope {
  const { event, element } = source
  const record = { event, id: '', at: scope.asOf, ...partsOf(draft, element) }
  const row: Row =
    element === undefined
      ? { event: record, index: 0 }
      : { event: record, element: draft.element, index: 0 }
  return { ...scope, row }
}

/** Drafts in which the condition turns out as wanted; whether the whole filter holds is seen at the end. */
function meet(condition: BoundCondition, wanted: boolean, at: At): readonly Draft[] {
  if (holds(condition, rowScope(at.draft, at.making)) === wanted) return [at.draft]
  switch (condition.kind) {
    case 'not':
      return meet(condition.of, !wanted, at)
    case 'and':
    case 'or':
      return (condition.kind === 'and') === wanted
        ? meetAll(condition.of, wanted, at)
        : condition.of.flatMap((part) => meet(part, wanted, at)).slice(0, MOST_DRAFTS)
    case 'atLeast': {
      const needed = wanted ? condition.count : condition.of.length - condition.count + 1
      return condition.of
        .flatMap((_, i) => meetAll(condition.of.slice(i, i + needed), wanted, at))
        .slice(0, MOST_DRAFTS)
    }
    case 'anyElement': {
      const source = { event: at.making.source.event, element: condition.element }
      const row = { ...at, making: { ...at.making, source } }
      if (!wanted) return []
      const { draft } = at
      return meet(condition.where, true, { ...row, draft: { ...draft, element: {} } }).map(
        (made) => ({
          ...made,
          element: draft.element,
          elements: {
            ...made.elements,
            [condition.element]: [...(draft.elements[condition.element] ?? []), made.element],
          },
        }),
      )
    }
    default:
      return aimsOf(condition, wanted, rowScope(at.draft, at.making))
        .flatMap(({ value, goal }) => assign(value, goal, at))
        .slice(0, MOST_DRAFTS)
  }
}

function meetAll(parts: readonly BoundCondition[], wanted: boolean, at: At): readonly Draft[] {
  return parts.reduce<readonly Draft[]>(
    (drafts, part) =>
      drafts.flatMap((draft) => meet(part, wanted, { ...at, draft })).slice(0, MOST_DRAFTS),
    [at.draft],
  )
}

function assign(value: BoundValue, goal: Goal, at: At): readonly Draft[] {
  switch (value.kind) {
    case 'property':
      return picks(goal, value.type).map((one) => withProperty(at.draft, value, one))
    case 'negate':
      return typeof goal.target === 'number'
        ? assign(value.of, { op: turned(goal.op), target: 0 - goal.target }, at)
        : []
    case 'distance':
      return goal.op === '<' || goal.op === '<='
        ? assign(value.of, { op: '=', target: placeOf(value) }, at)
        : []
    default:
      return []
  }
}

function placeOf(value: Extract<BoundValue, { kind: 'distance' }>): Value {
  return [value.latitude, value.longitude]
}
