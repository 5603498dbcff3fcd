/** What a measure looks at: event, element, the event kind's own filter, the author's filter, the window. */
import { assert } from '../../base/index.ts'
import type { ElementKind, EventKind } from '../../catalog/index.ts'
import type { BoundCondition, BoundSource } from '../bound.ts'
import type { Source } from '../tree.ts'
import { numberOf, report, standIn, type Binder, type Scope } from './binder.ts'
import { suggestion } from './name.ts'
import { boundType } from './type.ts'
import { checkWindow } from './window.ts'

type Rows = Extract<Scope, { kind: 'rows' }>

/** The source and the scope that its rows open, or undefined when something in it is broken. */
export function bindSource(
  b: Binder,
  node: Source,
): { readonly source: BoundSource; readonly scope: Rows } | undefined {
  const event = findEvent(b, node)
  if (event === undefined) return undefined
  const element =
    node.element === undefined ? undefined : findElement(b, event, [node, node.element])
  if (node.element !== undefined && element === undefined) return undefined
  const scope: Rows =
    element === undefined ? { kind: 'rows', event } : { kind: 'rows', event, element }
  const where = node.where === undefined ? undefined : b.bindCondition(b, node.where, scope)
  if (node.where !== undefined && where === undefined) return undefined
  if (node.window !== undefined) checkWindow(b, node.window)
  // Neither text nor JSON can say it: nothing that happens later is seen.
  assert(
    node.window?.kind !== 'ahead' && node.window?.kind !== 'following',
    'events are not looked for ahead',
  )
  if (node.window !== undefined && b.period !== undefined) {
    return report(b, 'segment/window-not-here', node.window, { found: 'trend(...)' })
  }
  const window = node.window ?? b.period
  const filter = withCounts(b, event, where)
  const source: BoundSource = {
    event: event.name,
    ...(element === undefined ? {} : { element: element.name }),
    ...(filter === undefined ? {} : { where: filter }),
    ...(window === undefined ? {} : { window }),
  }
  return { source, scope }
}

/** `email_*`: all kinds of event whose names begin so. */
export function isPrefix(source: Source): boolean {
  return source.event.endsWith('*')
}

/** The source once for each kind that the prefix takes in, by name; undefined when there is none. */
export function kindsOf(b: Binder, source: Source): readonly Source[] | undefined {
  const prefix = source.event.slice(0, -1)
  const known = Object.keys(b.context.catalogue.events).toSorted()
  const kinds = known.filter((name) => name.startsWith(prefix))
  if (kinds.length === 0) {
    const params = { name: source.event, nearest: '', known }
    return report(b, 'segment/unknown-event', [source, 'event'], params)
  }
  return kinds.map((event) => standIn(b, { ...source, event }, source))
}

function findEvent(b: Binder, node: Source): EventKind | undefined {
  const { events } = b.context.catalogue
  const event = Object.hasOwn(events, node.event) ? events[node.event] : undefined
  if (event !== undefined) return event
  const known = Object.keys(events)
  const { nearest, fix } = suggestion(b, node.event, known)
  const params = { name: node.event, nearest, known }
  return report(b, 'segment/unknown-event', [node, 'event'], params, { fix })
}

/** `node` is whatever names the element in its part `element`. */
export function findElement(
  b: Binder,
  event: EventKind,
  [node, name]: readonly [object, string],
): ElementKind | undefined {
  const element = Object.hasOwn(event.elements, name) ? event.elements[name] : undefined
  if (element !== undefined) return element
  const known = Object.keys(event.elements)
  const { nearest, fix } = suggestion(b, name, known)
  const params = { name, event: event.name, nearest, known }
  return report(b, 'segment/unknown-element', [node, 'element'], params, { fix })
}

/** The catalogue may say that only some events of a kind count, such as paid orders. */
function withCounts(
  b: Binder,
  event: EventKind,
  where: BoundCondition | undefined,
): BoundCondition | undefined {
  const { counts } = event
  const property = counts === undefined ? undefined : event.properties[counts.property]
  if (counts === undefined || property === undefined) return where
  const counted: BoundCondition = {
    node: numberOf(b),
    kind: 'in',
    value: { kind: 'property', type: boundType(property), name: property.name, of: 'event' },
    options: counts.values,
    negated: false,
  }
  return where === undefined ? counted : { node: numberOf(b), kind: 'and', of: [counted, where] }
}
